"""What else may stand for a question's words."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from bot.asking.query import make_query
from bot.widening.spelling import lexicon_of
from bot.widening.widen import CORRECTION, FAMILY, SYNONYM, SYNONYM_ALONE, TRANSLATION_ALONE, Widened, widen
from index.embedded import open_library
from index.embedded.embedded import EmbeddedIndex
from index.text.language_of import language_of

ENGLISH = (
    "The council of Springfield keeps nine people in the prison by the harbour, "
    "said the lighthouse keeper.\n\n"
    "The Springfield Harbour Authority (SHA) was founded by the fishermen and their families long ago.\n\n"
    "The SHA sells typically two licences, and the mayor has asked for an election on the matter.\n"
)
SPANISH = (
    "El alcalde de Villaejemplo dijo que la cárcel del puerto estaba vacía "
    "desde las elecciones del año pasado.\n"
)


@pytest.fixture
def english(library: Callable[..., Path]) -> EmbeddedIndex:
    """Return an index of one English document."""
    return open_library(library({"a.txt": ENGLISH}))


@pytest.fixture
def both(library: Callable[..., Path]) -> EmbeddedIndex:
    """Return an index of an English and a Spanish document."""
    return open_library(library({"a.txt": ENGLISH, "b.txt": SPANISH}))


def widened(index: EmbeddedIndex, question: str) -> Widened:
    """Return a question widened for an index."""
    return widen(index, make_query(question), language_of(question))


def weights(index: EmbeddedIndex, question: str) -> dict[str, float]:
    """Return the terms that stand for a question of one word, with their weights."""
    (word,) = widened(index, question).query.words
    return dict(word.terms)


def test_synonyms_that_the_library_has_are_added(english: EmbeddedIndex) -> None:
    """A word the library lacks leans more on its synonyms than one it has."""
    assert weights(english, "Who is in the jail?")["prison"] == SYNONYM_ALONE
    assert weights(english, "Who is in the prison?").get("imprison") is None
    assert weights(english, "Who is the mayor?")["mayor"] == 1.0
    assert SYNONYM < SYNONYM_ALONE < 1.0


def test_translations_are_added_where_the_library_speaks_the_other_language(
    english: EmbeddedIndex, both: EmbeddedIndex
) -> None:
    """A library in one language is not searched for words of the other."""
    assert "carcel" in weights(both, "Who is in the jail?")
    assert "carcel" not in weights(english, "Who is in the jail?")
    assert weights(english, "¿Quién está en la cárcel?")["prison"] == TRANSLATION_ALONE


def test_a_misspelt_word_is_corrected_from_the_library(english: EmbeddedIndex) -> None:
    """One edit, also in an ending that the stemmer would have cut off, and what was asked is kept."""
    found = widened(english, "the lighthuose keeper sells what typicalky")
    assert ("lighthuose", "lighthous") in found.corrected
    assert ("typicalky", "typic") in found.corrected
    terms = {word.text: dict(word.terms) for word in found.query.words}
    assert terms["lighthuose"]["lighthous"] == CORRECTION


def test_known_words_names_of_few_letters_and_numbers_are_not_corrected(english: EmbeddedIndex) -> None:
    """Only what neither the library nor the list of meanings knows is misspelt."""
    assert widened(english, "Did the daughter see Lola in 1917 with the mayor?").corrected == ()


def test_what_sounds_alike_corrects_a_short_word(english: EmbeddedIndex) -> None:
    """Four letters have too many neighbours, but not many that sound the same."""
    assert lexicon_of(english).corrections("zzzz") == ()


def test_what_is_too_long_for_a_word_is_not_corrected(english: EmbeddedIndex) -> None:
    """A run of letters that is no word of any language costs no search among its neighbours."""
    started = time.process_time()
    assert lexicon_of(english).corrections("lighthuose" * 1000) == ()
    assert time.process_time() - started < 0.5


def test_initials_stand_for_the_name_that_the_library_gives_them(english: EmbeddedIndex) -> None:
    """Only where the documents themselves set the name beside its initials."""
    (word, *_) = widened(english, "SHA licences").query.words
    assert word.phrases == (("springfield", "harbour", "author"),)
    (word, *_) = widened(english, "XYZ licences").query.words
    assert word.phrases == ()


def test_cognates_are_found_across_languages(both: EmbeddedIndex) -> None:
    """A word of the same origin in the other language is found without a list."""
    found = {term for term, _ in lexicon_of(both).cognates("elecciones")}
    assert "elect" in found
    assert "author" in {term for term, _ in lexicon_of(both).cognates("autoridad")}


def test_a_compound_is_found_as_the_library_writes_it(library: Callable[..., Path]) -> None:
    """A word that the library has in two halves side by side is not missing from it."""
    index = open_library(library({"a.txt": "The cease-fire held, said the ex governor of the north.\n"}))
    assert "ceas" in weights(index, "ceasefire")
    assert "governor" in weights(index, "exgovernor")
    assert "held" not in weights(index, "ceaseheld")


def test_a_word_of_the_same_family_counts_more_than_a_synonym(library: Callable[..., Path]) -> None:
    """A text that tells of a decision tells who decided, as one that tells of a rule need not."""
    texts = {"a.txt": "The decision to fell the oak, against the rule of the village, was the vicar's.\n"}
    found = weights(open_library(library(texts)), "Who decided?")
    assert found["decis"] == FAMILY > SYNONYM_ALONE
    assert found["rule"] < FAMILY


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Only 9 Ardalians caught the fever last winter.", "How many caught the fever in Ardale?"),
        ("La fiebre afectó a 9 aragoneses.", "¿A cuántos afectó la fiebre en Aragón?"),
    ],
)
def test_a_place_is_found_by_its_people(library: Callable[..., Path], text: str, question: str) -> None:
    """Where a text names only the people of a place that is asked for, it speaks of that place."""
    answer = respond(open_library(library({"one.md": f"{text}\n"})), Question(question))
    assert [claim.quote for claim in answer.claims] == [text]
