"""The order of passages, and what it is made of."""

from __future__ import annotations

import pytest

from bot.asking.answer_kinds import AnswerKind, asks_for_speech, counts, holds, speech_verb
from bot.asking.asked_kind import counted_noun
from bot.asking.query import make_query
from bot.finding import WEIGHTS, Parts
from bot.finding.measure import Wanted, grams_of, measure
from bot.finding.word_weights import asking_weight
from index.model import Reading
from index.text.reading import read
from index.values import fields_of


def reading(text: str, language: str | None = "en") -> Reading:
    """Return the reading of a paragraph of this text."""
    return read(text, language)


def wanted(word: str, term: str, **more: str) -> Wanted:
    """Return a word of a question that one stem stands for."""
    return Wanted(word, 2.0, 1.0, ((term, 1.0),), grams_of(word), only=more.get("only"))


FERRY = wanted("ferry", "ferri")
CAPTAIN = wanted("captain", "captain")


def test_words_that_follow_each_other_as_asked_count_more() -> None:
    """The same words apart, or in another order, are worth less."""
    joined = measure(reading("The ferry captain came back."), [FERRY, CAPTAIN], 3)
    turned = measure(reading("The captain ferry came back."), [FERRY, CAPTAIN], 3)
    apart = measure(
        reading(
            "The ferry left, and much later, after six long years of wandering and rain, one captain came."
        ),
        [FERRY, CAPTAIN],
        3,
    )
    assert joined.pairs > turned.pairs == apart.pairs == 0
    assert turned.window > apart.window == 0


def test_the_very_form_asked_for_counts_more_than_the_stem() -> None:
    """Ferries are nearly a ferry."""
    same, other = (measure(reading(f"The {word} left."), [FERRY], 2) for word in ("ferry", "ferries"))
    assert same.words == other.words > 0
    assert same.surface > other.surface == 0
    assert same.letters > other.letters > 0


def test_the_best_sentence_is_the_one_with_most_of_the_question() -> None:
    """One sentence with both words beats two with one each."""
    found = measure(
        reading("A ferry came. It rained. The ferry captain sang. A captain slept."), [FERRY, CAPTAIN], 8
    )
    assert found.best == 2


def test_a_stem_is_chance_in_another_language_but_the_word_itself_is_not() -> None:
    """Calles (streets) is no call, but a name is the same everywhere."""
    streets = wanted("calles", "call", only="es")
    assert measure(reading("They call the captain."), [streets], 3).held == (0.0,)
    assert measure(reading("Las calles de la ciudad.", "es"), [streets], 3).held == (1.0,)


def test_a_translation_is_chance_in_a_text_of_the_question_s_language() -> None:
    """Largo (long) is no large."""
    terms = (("long", 1.0), ("larg", 0.6))
    long = Wanted("long", 2.0, 1.0, terms, grams_of("long"), translated=frozenset({"larg"}), spoken="en")
    assert measure(reading("A large ferry came."), [long], 3).held == (0.0,)
    assert measure(reading("Un puerto muy largo.", "es"), [long], 3).held == (0.6,)


@pytest.mark.parametrize(
    ("kind", "sentence", "there"),
    [
        (AnswerKind.PERSON, "It was sold by Ana Ejemplo.", True),
        (AnswerKind.PERSON, "It was sold by a Springfield council.", False),
        (AnswerKind.NUMBER, "It cost two million.", True),
        (AnswerKind.NUMBER, "It was cheap.", False),
        (AnswerKind.DATE, "It was sold last March.", True),
        (AnswerKind.DATE, "It was sold.", False),
        (AnswerKind.AGE, "The 54-year-old mayor spoke.", True),
        (AnswerKind.AGE, "The mayor spoke for 54 minutes.", False),
        (AnswerKind.DURATION, "The mayor spoke for 54 long minutes.", True),
        (AnswerKind.DURATION, "El muelle estuvo cerrado tres semanas.", True),
        (AnswerKind.DURATION, "The ferry carried 54 cars.", False),
        (AnswerKind.SHARE, "He won 12 % of them.", True),
        (AnswerKind.SHARE, "He won 12 of them.", False),
        (AnswerKind.PLACE, "It lies in Ogdenville.", True),
        (AnswerKind.HOUR, "The bell rang at 4:15.", True),
        (AnswerKind.HOUR, "The bell rang around 4 a.m. on Monday.", True),
        (AnswerKind.HOUR, "La campana sonó a las 16 horas.", True),
        (AnswerKind.HOUR, "The bell rang on 4 May.", False),
        (AnswerKind.WEEKDAY, "It was sold on a Tuesday.", True),
        (AnswerKind.WEEKDAY, "It was sold in May.", False),
        (AnswerKind.YEAR, "It was sold in 1994.", True),
        (AnswerKind.YEAR, "It was sold in May.", False),
        (AnswerKind.LENGTH, "The shaft goes down 3,200 feet.", True),
        (AnswerKind.LENGTH, "La galería tiene 40 metros.", True),
        (AnswerKind.LENGTH, "The shaft has 40 men.", False),
        (AnswerKind.SPEED, "The tram was going at 70 km/h.", True),
        (AnswerKind.SPEED, "The tram had gone 70 km.", False),
        (AnswerKind.WEIGHT, "The bell weighs 3.5 tons.", True),
        (AnswerKind.WEIGHT, "The bell rang three times.", False),
        (AnswerKind.DEGREE, "It reached 41 degrees.", True),
        (AnswerKind.DEGREE, "It reached 41 villages.", False),
    ],
)
def test_a_sentence_holds_a_kind_of_thing(kind: AnswerKind, sentence: str, there: bool) -> None:
    """Names that the question has itself are no answer to it."""
    assert holds(kind, sentence, frozenset({"springfield"})) is there


def test_a_number_counts_what_stands_right_behind_it() -> None:
    """How many ferries asks for a number of ferries, not of years."""
    assert counted_noun("How many ferries were sold?") == "ferries"
    assert counted_noun("Why were they sold?") is None
    words = reading("In 2019 nine old ferries were sold by the council.").surfaces()
    assert counts(words, words.index("ferries"))
    assert not counts(words, words.index("council"))


def test_questions_for_words_are_told_from_questions_for_facts() -> None:
    """What somebody said or thinks is asked for by verbs and nouns of speech."""
    assert speech_verb("What did the mayor promise?") == {"promise"}
    assert speech_verb("¿Qué opina la alcaldesa?") == {"opina"}
    assert asks_for_speech("What did her statement speak of?")
    assert not speech_verb("What did her statement speak of?")
    assert not asks_for_speech("Who owns the ferry?")


def test_every_part_of_a_score_has_a_weight() -> None:
    """A new part cannot be forgotten in the sum."""
    for part in fields_of(Parts):
        alone = Parts(**{field: float(field == part) for field in fields_of(Parts)})
        assert alone.total(WEIGHTS) == getattr(WEIGHTS, part) > 0


@pytest.mark.parametrize(
    ("question", "word", "whole"),
    [
        ("How fast may a tram go round the bend?", "fast", True),  # it stands for a speed
        ("How old was the warden of Borvik?", "old", True),
        ("On what date was the weir of Borvik closed?", "date", False),
        ("What role did the warden play?", "role", False),
    ],
)
def test_a_word_that_only_asks_counts_less(question: str, word: str, whole: bool) -> None:
    """No text need hold it, unless it stands for what is asked for: a speed, an age."""
    assert (asking_weight(make_query(question), word) == 1.0) is whole
