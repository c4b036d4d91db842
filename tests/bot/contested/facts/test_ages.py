"""How old somebody is, as each source gives it: tied to the name in its own sentence."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, passage

from bot.answer import Kind
from bot.contested.facts.ages import age_in


@pytest.mark.parametrize(
    ("sentence", "age"),
    [
        ("Ana Ejemplo, 30, left the hall.", "30"),
        ("Ana Ejemplo (27) left the hall.", "27"),
        ("The 16-year-old student Ana Ejemplo left the hall.", "16-year-old"),
        ("Ana Ejemplo, a 16-year-old from Ardale, left the hall.", "16-year-old"),
        ("Ejemplo was 17 years old.", "17 years old"),
        ("Ejemplo died at the age of 81.", "age of 81"),
        ("La joven de 16 años Ana Ejemplo salió de la sala.", "16 años"),
        ("Ana Ejemplo, de 16 años, salió de la sala.", "16 años"),
        ("Ana Ejemplo tenía 17 años.", "17 años"),
        ("Salieron Karl Muster, de 17 años, y Ana Ejemplo, de 13.", "13"),
    ],
)
def test_an_age_stands_beside_the_name(sentence: str, age: str) -> None:
    """Numbers beside the name, with words of age or between commas, are its bearer's age."""
    value = age_in(sentence, ("ana", "ejemplo"))
    assert value is not None
    assert sentence[value.start : value.end] == age


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ejemplo’s 16-year-old son left the hall.",
        "The 16-year-old son of Ana Ejemplo left the hall.",
        "A 17-year-old hit Ana Ejemplo.",
        "Ana Ejemplo met Karl Muster, 30, in Ardale.",
        "Rosa Ejemplo, 30, left the hall.",
        "Ana Ejemplo, 16 años después, salió de la sala.",
        "Ana Ejemplo, con su hijo de 16 años, salió de la sala.",
        "Ana Ejemplo fue condenada a 16 años de cárcel.",
    ],
)
def test_the_age_of_another_is_none(sentence: str) -> None:
    """Kin, other names, other years: the number is not the age of who is named."""
    assert age_in(sentence, ("ana", "ejemplo")) is None


@pytest.mark.parametrize(
    ("question", "one", "other", "values", "language"),
    [
        (
            "How old was Ana Ejemplo?",
            "Ana Ejemplo, 30, left the hall.",
            "The student Ana Ejemplo was 31 years old.",
            ["“30”", "“31 years old”"],
            "en",
        ),
        (
            "¿Qué edad tenía Ana Ejemplo?",
            "Ana Ejemplo, de 16 años, salió de la sala.",
            "La joven Ana Ejemplo tenía 17 años.",
            ["«16 años»", "«17 años»"],
            "es",
        ),
        (
            "¿Cuántos años tiene Ana Ejemplo?",
            "Ana Ejemplo, de 16 años, salió de la sala.",
            "La joven Ana Ejemplo tiene 17 años.",
            ["«16 años»", "«17 años»"],
            "es",
        ),
    ],
)
def test_two_ages_of_one_person_make_a_card(
    question: str, one: str, other: str, values: list[str], language: str
) -> None:
    """Two sources that give other ages of who is asked after stand side by side."""
    passages = [passage(one, "a", language=language), passage(other, "b", language=language)]
    points = [each for each in ask(question, *passages, language=language) if each.kind is Kind.FIGURE]
    assert [labels(each) for each in points] == [values]
