"""What a question takes over from earlier ones."""

from __future__ import annotations

import pytest

from bot.asking.followup import take_over

WHO = "Who is Ana Ejemplo?"
COUNT = "How many people saw the ferry in Springfield?"


@pytest.mark.parametrize(
    "question",
    ["Who owns the harbour?", "What is a quay?", "Where does Juan Prueba live, and why does he stay?"],
)
def test_a_question_that_stands_alone_takes_over_nothing(question: str) -> None:
    """A pronoun for somebody the question itself names leans on nothing."""
    assert take_over(question, [WHO]).text == ""


def test_without_earlier_questions_there_is_nothing_to_take() -> None:
    """The first question of a conversation is what it is."""
    assert take_over("And why?", []).text == ""


def test_a_pronoun_takes_over_who_was_asked_about() -> None:
    """She is who was asked about."""
    assert take_over("What did she sell?", [WHO]).names == {"ana", "ejemplo"}


def test_a_pronoun_for_a_person_takes_over_names_only() -> None:
    """What was asked of the person before is not asked again."""
    taken = take_over("What did he sell?", ["What did the mayor tell Juan Prueba of the bridge?"])
    assert taken.text == "Juan Prueba"


def test_a_place_replaces_the_place_asked_about_before() -> None:
    """What opens with a preposition keeps all but the phrase it replaces."""
    taken = take_over("And in North Haverbrook?", [COUNT])
    assert "ferry" in taken.text
    assert "Springfield" not in taken.text


@pytest.mark.parametrize("question", ["Why?", "Who else?", "¿Por qué?", "And then?"])
def test_a_bare_question_takes_over_all(question: str) -> None:
    """What has no words of its own asks on."""
    assert take_over(question, [COUNT]).text == COUNT


@pytest.mark.parametrize("question", ["How many were hurt?", "Who paid?", "¿Quién pagó?"])
def test_a_question_of_one_word_asks_on(question: str) -> None:
    """One word says too little by itself, unless it asks what that word means."""
    assert take_over(question, [COUNT]).text == COUNT
    assert take_over("What is a quay?", [COUNT]).text == ""


def test_it_reaches_back_through_questions_that_lean_themselves() -> None:
    """A chain of follow-ups still knows whom it is about."""
    assert "ejemplo" in take_over("Why?", [WHO, "What did she sell?"]).names
