"""What holds for any text at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Paragraph, Role, Source
from index.voices import find_voices

_WORDS = [
    "said",
    "says",
    "dijo",
    "que",
    "that",
    "according to",
    "was called",
    "by",
    "as saying",
    "made it clear",
    "charged with",
    "in her view",
    "MAYOR:",
    "(OAS)",
    "’s",
    " _ ",
    "según",
    "Ana",
    "Ejemplo",
    "Mr.",
    "the mayor",
    "she",
    "he",
    "they",
    "who",
    "and",
    "claimed",
    "the",
    "plan",
    "was",
    "called",
    "“",
    "”",
    "«",
    "»",
    '"',
    "''",
    "‘",
    "’",
    "'",
    ",",
    ".",
    ":",
    ";",
    "—",
    "-",
    "(",
    ")",
    "?",
    "…",
    "\n",
    "\u00a0",
    "<https://x.example>",
    "@ana",
    "2020",
    "Brown",
    "wrote",
    "saying",
    "telling",
    "de",
    "la",
    "\u200f",
    "💬",
    "́",
]
_TEXT = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=40).map("".join),
    st.text(max_size=120),
)
_ARTICLE = st.lists(
    st.tuples(st.sampled_from(list(Role)), st.sampled_from(["en", "es", None, "fr"]), _TEXT), max_size=6
)


def _paragraphs(article: list[tuple[Role, str | None, str]]) -> list[Paragraph]:
    return [
        Paragraph("a", "a.txt", number, 0, len(text), role, language, text)
        for number, (role, language, text) in enumerate(article, 1)
    ]


@settings(max_examples=300)
@given(_ARTICLE)
def test_any_article(article: list[tuple[Role, str | None, str]]) -> None:
    """No text raises; spans lie in their paragraph, are sorted and do not overlap; the result is stable."""
    paragraphs = _paragraphs(article)
    found = find_voices(paragraphs, Source())
    assert len(found) == len(paragraphs)
    for paragraph, voices in zip(paragraphs, found, strict=True):
        last = 0
        for voice in voices:
            assert last <= voice.start < voice.end <= len(paragraph.text)
            assert paragraph.text[voice.start : voice.end].strip()
            assert voice.speaker is None or voice.speaker.strip()
            last = voice.end
    assert find_voices(paragraphs, Source()) == found


def test_a_mention_that_is_an_article_and_a_mark() -> None:
    """A torn possessive after an article is nobody, and raises nothing."""
    text = "“A farce.” a ’s questioned “A farce.” hearing a charge"
    assert len(find_voices(_paragraphs([(Role.BODY, "en", text)]), Source())) == 1


def test_an_unclosed_quotation_before_a_dash() -> None:
    """Where an unclosed mark and a Spanish dash both open speech, the spans do not overlap."""
    text = "– her as saying q: no as with “ sido familiar with no – which"
    (voices,) = find_voices(_paragraphs([(Role.BODY, "es", text)]), Source(language="es"))
    assert all(one.end <= two.start for one, two in pairwise(voices))


@pytest.mark.parametrize("text", ["the mayor said, " * 300, "“" * 3000 + " the mayor said it was late”."])
def test_a_line_without_an_end_is_read_as_nobody_s(text: str) -> None:
    """A line that no sentence and no quotation can be is not searched for speakers: it would take minutes."""
    (voices,) = find_voices(
        _paragraphs([(Role.BODY, "en", text + " “It is late,” said the mayor.")]), Source()
    )
    assert len(voices) <= 2


@pytest.mark.parametrize("text", ["It may hurt, the mayor said, and.", "It may hurt, said Ana, PhD, of."])
def test_a_sentence_that_breaks_off_behind_its_speaker(text: str) -> None:
    """A sentence that ends in a word which others are to follow raises nothing."""
    assert len(find_voices(_paragraphs([(Role.BODY, "en", text)]), Source())) == 1
