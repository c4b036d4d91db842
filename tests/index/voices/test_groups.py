"""Whom "they", "it" and a pronoun after a bare surname stand for: one example for each rule."""

from __future__ import annotations

import pytest

from index.model import Source, Wording
from index.voices import find_voices
from tests.index.voices.made_up_speech import paragraphs_of


def _last(texts: list[str], source: Source | None = None) -> str | None:
    voices = find_voices(paragraphs_of(*texts), source or Source(language="en"))[-1]
    return voices[-1].speaker if voices else "nobody"


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        # "they": a plural name that spoke last, also across sentences
        (["Greens repeatedly noted that it was late. They noted that it was cold."], "Greens"),
        # the plural subject of the sentence before, through another "they"
        (["Protesters filled the square in May. They say that they will stay."], "Protesters"),
        (["Protesters filled the square. They sang. They say that they will stay."], "Protesters"),
        # not where others may be meant
        (["Protesters met the owners in May. They say that they will stay."], None),
        (["The mayor met the owners in May. They say that they will stay."], None),
        # "it": a body or a document that spoke last, never a person or an office
        (["The council said it was late. It added that it was cold."], "The council"),
        (["The candidate said it was late. It added that it was cold."], None),
        (["Muestra said it was late. It added that it was cold."], None),
        # not where a document stands between
        (["The city said it was late. It sent a letter in May. It says that it is cold."], None),
        # a surname that is nowhere given in full, and nobody else in reach
        (["Muestra said it was late. “It is cold,” she added."], "Muestra"),
        (["Muestra said Ana Ejemplo was late.", "“It is cold,” she said."], None),
        # no city, no outlet, nothing that stands after an article or "in"
        (["London said it was late. “It is cold,” she added."], None),
        (["The Gazette said it was late. “It is cold,” she added."], None),
        (["Muestra said it was late. In Muestra it rained. “It is cold,” she added."], None),
    ],
)
def test_groups(texts: list[str], speaker: str | None) -> None:
    """A pronoun has the name of the one who can be meant, or none."""
    assert _last(texts) == speaker


def test_a_digest_goes_on_about_its_article() -> None:
    """In a digest "it" after "the article says" is the digest's own voice, whatever else is named."""
    text = "The article says that the law is new. It describes the law as harsh."
    assert _last([text], Source(language="en", wording=Wording.DIGEST)) == "nobody"
