"""What a question counts, and of whom, is told wherever in the question it stands."""

from __future__ import annotations

import pytest

from bot.asking.asked_amount import Measure, asks_for_money, read_asked
from bot.asking.query import make_query


@pytest.mark.parametrize(
    ("question", "language", "who", "doer"),
    [
        ("How many officers were injured?", "en", "police", ""),
        ("Were any officers injured, and if so how many?", "en", "police", ""),
        ("Officers injured: how many?", "en", "police", ""),
        ("¿Y policías lesionados, cuántos fueron?", "es", "police", ""),
        ("¿Cuántas personas mató la policía?", "es", "", "police"),
        ("How many people did police kill?", "en", "", "police"),
    ],
)
def test_a_group_is_counted_that_stands_before_or_behind(
    question: str, language: str, who: str, doer: str
) -> None:
    """Whom it befell is told from who did it, in front of "how many" too."""
    narrowed = read_asked(question, language).narrowed
    assert (narrowed.who, narrowed.doer) == (who, doer)


@pytest.mark.parametrize(
    ("question", "language", "grade"),
    [
        ("¿Cuántas personas fueron heridas en los ojos?", "es", "eyes"),
        ("How many people were hit by live ammunition?", "en", "shot"),
        ("How many people were injured?", "en", ""),
    ],
)
def test_a_kind_of_wound_narrows_a_count(question: str, language: str, grade: str) -> None:
    """Those hit in the eyes are some of the wounded: they are counted for themselves."""
    assert read_asked(question, language).narrowed.grade == grade


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How many marchers did police say there were?", "en"),
        ("How many people marched according to the police?", "en"),
        ("turnout of the july march police organisers", "en"),
        ("¿Cuántos manifestantes hubo según la policía?", "es"),
    ],
)
def test_who_counts_is_not_counted(question: str, language: str) -> None:
    """A body that a question names as the one who counts narrows no count to its own people."""
    assert not read_asked(question, language).narrowed.who


@pytest.mark.parametrize(
    ("question", "language", "family"),
    [
        ("How many ferries sail between the countries?", "en", "noun:ferri"),
        ("¿Cuántos barcos navegan entre los países?", "es", "noun:barc"),
        ("How many countries sent ferries?", "en", "countries"),
        ("How many ferries were on strike?", "en", "strikers"),
    ],
)
def test_what_stands_behind_the_cue_is_counted(question: str, language: str, family: str) -> None:
    """A noun behind "how many" is counted, not another one that the question names later."""
    assert read_asked(question, language).family == family


def test_a_group_without_a_plural_is_of_people() -> None:
    """A crew is counted by the people of it."""
    asked = read_asked("How many crew were on board?", "en")
    assert (asked.family, asked.narrowed.who) == ("people", "crew")


@pytest.mark.parametrize(
    ("question", "language", "measure"),
    [
        ("How far from the coast was the wreck?", "en", Measure.LENGTH),
        ("How many miles from the coast was the wreck?", "en", Measure.LENGTH),
        ("¿A qué distancia de la costa estaba?", "es", Measure.LENGTH),
        ("How long did the search last?", "en", Measure.TIME),
        ("How high was inflation?", "en", None),
    ],
)
def test_a_measure_is_asked_for(question: str, language: str, measure: Measure | None) -> None:
    """How far or how high asks for a length, where it asks for nothing that is counted."""
    assert read_asked(question, language).measure is measure


@pytest.mark.parametrize("question", ["How much does the miller earn?", "¿Cuánto cobra el molinero?"])
def test_what_somebody_earns_is_a_sum_of_money(question: str) -> None:
    """What is done with money, after "how much", asks for a sum."""
    assert asks_for_money(make_query(question))
    assert not asks_for_money(make_query(question.replace("earn", "weigh").replace("cobra", "pesa")))
