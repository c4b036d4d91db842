"""The two things between which a question lets choose."""

from __future__ import annotations

import pytest

from bot.asking.asked import read_question


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("Was the lantern levy a success or a failure?", "success", "failure"),
        ("Is closing the ferry good or bad for Keld?", "good", "bad"),
        ("Would the levy improve it or gut it?", "improve", "gut"),
        ("Did the barge sail from Ardale or from Borvik?", "ardale", "borvik"),
        ("¿Fue la tasa un éxito o un fracaso?", "exito", "fracaso"),
        ("¿La ley quita privilegios o recorta derechos?", "quita privilegios", "recorta derechos"),
        ("¿Zarpó la barca de Ardale o de Villa Borvik?", "ardale", "villa borvik"),
    ],
)
def test_a_question_names_two_things_to_choose_from(question: str, one: str, other: str) -> None:
    """Each alternative is read with its own words, without those of the question around it."""
    assert read_question(question).choice == (frozenset(one.split()), frozenset(other.split()))


@pytest.mark.parametrize(
    "question",
    ["Is the ferry safe or not?", "Who paid for the levy?", "¿Es segura la barca o no?", "Or what?"],
)
def test_other_questions_let_choose_between_nothing(question: str) -> None:
    """What asks for yes or no, or for one thing, names no two."""
    assert read_question(question).choice is None
