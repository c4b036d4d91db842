"""Words that are signed belong to who signs them, whoever spoke before."""

from __future__ import annotations

from functools import partial

import pytest

from index.model import Role
from tests.index.voices.made_up_speech import speakers_of

_speakers = partial(speakers_of, authors=("Ana Ejemplo",))
_BEFORE = '"The ferries will stop in May," said Otto Klein.'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The crews were never asked." — Nora Lund, a pilot', "Nora Lund"),
        ('"The crews were never asked." (Nora Lund)', "Nora Lund"),
        ("«Nunca preguntaron a los marineros». (Nora Lund, práctica)", "Nora Lund"),
        ("“Nunca preguntaron a los marineros”: Nora Lund, práctica del puerto", "Nora Lund"),
        ('"The crews were never asked." — Harbour master Nora Lund', "Nora Lund"),
        ('"The crews were never asked." @noralund', "@noralund"),
        ("The crews were never asked. — Nora Lund (@noralund) May 4, 2020", "Nora Lund"),
        ('"The crews were never asked." A woman shouted this from the back.', None),
        ('"The crews were never asked." (Laughter)', "Otto Klein"),
    ],
)
def test_the_signature_decides(text: str, speaker: str | None) -> None:
    """Dash, brackets, colon and handle name the speaker; somebody else told of leaves him unknown."""
    assert _speakers(_BEFORE, text)[1] == [speaker]


def test_signed_on_the_next_line() -> None:
    """The line below a quotation signs it, with a dash or as nothing but a name."""
    quote = '"The crews were never asked."'
    assert _speakers(_BEFORE, quote, "— Nora Lund, a pilot")[1] == ["Nora Lund"]
    assert _speakers(_BEFORE, quote, (Role.HEADING, "Nora Lund"))[1] == ["Nora Lund"]
    assert _speakers(_BEFORE, quote, "It rained.")[1] == ["Otto Klein"]


def test_a_title_is_not_signed_by_its_author() -> None:
    """A byline below a quotation signs the article, not the quotation."""
    assert _speakers(_BEFORE, '"The crews were never asked."', (Role.NOTE, "Ana Ejemplo"))[1] == [
        "Otto Klein"
    ]


def test_a_letter_is_its_writers() -> None:
    """From salutation to closing a letter is spoken by who signs it; the article goes on without him."""
    texts = [
        "We print a letter:",
        "Dear councillors,",
        "The pier is rotten.",
        "Yours sincerely,",
        "Nora Lund",
    ]
    voices = _speakers(*texts, "It rained.")
    assert voices == [[], ["Nora Lund"], ["Nora Lund"], ["Nora Lund"], [], []]
    assert _speakers(*texts[:-1], "It rained.")[2] == []
