"""The normal form of a text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from index.text.normal import normal

_TEXTS = st.text(st.sampled_from("aéñ .-\n\u0301\u00ad\u200bZ\u030c"))


def test_broken_words_are_whole_and_letters_composed() -> None:
    """Soft hyphens, marks without width, breaks at line ends and loose marks are gone."""
    raw = unicodedata.normalize("NFD", "Doña Inés de\u00adclared, sur-\nrounded by head\u200bquarters.")
    assert normal(raw).text == "Doña Inés declared, surrounded by headquarters."


@given(_TEXTS)
def test_offsets_lead_back(text: str) -> None:
    """Each character that is not composed stands where the raw text has it, in the same order."""
    read = normal(text)
    places = [read.raw(at) for at in range(len(read.text))]
    assert places == sorted(set(places))
    assert all(
        text[place] == letter for place, letter in zip(places, read.text, strict=True) if letter in " .Z"
    )
