"""A paragraph read once: its sentences and its words."""

from __future__ import annotations

import pytest

from index.model import Paragraph, Passage, Role, Source
from index.text.reading import read, reading_of, terms_by_sentence
from index.text.terms import terms


def test_words_are_numbered_through_the_sentences() -> None:
    """The words of each sentence are found by their numbers, and have the terms of the index."""
    text = "The ferries of Springfield sank. It rained. Nobody of the crew was hurt."
    reading = read(text, "en")
    assert [text[start:end] for start, end in reading.spans] == [
        "The ferries of Springfield sank.", "It rained.", "Nobody of the crew was hurt.",
    ]  # fmt: skip
    assert reading.starts == (0, 3, 4, reading.size)
    assert reading.surfaces()[:4] == ["ferries", "springfield", "sank", "rained"]
    assert [*reading.terms] == terms(text, "en")
    assert terms_by_sentence(reading)[1] == frozenset(terms("rained", "en"))


@pytest.mark.parametrize("language", ["en", "es", None])
def test_acronyms_that_look_like_pronouns_keep_their_term(language: str | None) -> None:
    """The term of US and EL is no stem: it is that of the index, and not the pronoun's."""
    text = "US troops. EL grupo. They told us."
    assert [*read(text, language).terms] == terms(text, language)


@pytest.mark.parametrize("text", ["", "The of and."])
def test_a_text_without_words_has_none(text: str) -> None:
    """Of a paragraph that holds no word, or function words only, no word and no term is known."""
    reading = read(text, "en")
    assert (reading.size, reading.surfaces(), reading.terms) == (0, [], ())
    assert not any(terms_by_sentence(reading))


def test_a_passage_without_a_reading_is_read() -> None:
    """A passage brings its paragraph's reading along; one that has none is read where it is needed."""
    paragraph = Paragraph("a", "a.txt", 1, 0, 10, Role.BODY, "en", "It rained.")
    assert reading_of(Passage(paragraph, Source(), (), 1.0, ())) == read("It rained.", "en")
    kept = read("Something else.", "en")
    assert reading_of(Passage(paragraph, Source(), (), 1.0, (), reading=kept)) is kept
