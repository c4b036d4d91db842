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


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        ("And the ferry?", "and the pier?"),
        ("What about Ardale?", "how about Borvik?"),
        ("¿Y la lancha?", "¿y el muelle?"),
    ],
)
def test_a_matter_named_takes_the_place_of_the_one_named_before(earlier: str, question: str) -> None:
    """Of two matters that are only named the second replaces the first; the question itself goes on."""
    first = "What did the mayor promise in spring?"
    assert take_over(question, [first, earlier]).text == first
    assert earlier in take_over("Why?", [first, earlier]).text


@pytest.mark.parametrize(
    ("earlier", "question", "kept"),
    [
        ("How many people drowned near Ardale?", "And Borvik?", "How many people drowned near ?"),
        ("¿Qué dijo Ana Ejemplo del muelle?", "¿y Juan Prueba?", "¿Qué dijo del muelle?"),
        ("Did Ana Ejemplo sail to Ardale?", "what about Borvik?", "Ana Ejemplo Ardale"),
    ],
)
def test_a_name_alone_asks_the_same_of_somebody_else(earlier: str, question: str, kept: str) -> None:
    """The question before is asked again without its name; of several only these are taken over."""
    assert take_over(question, [earlier]).text == kept


@pytest.mark.parametrize(
    ("earlier", "question", "kept"),
    [
        ("Did Ana Ejemplo sell the ferry?", "And what did Juan Prueba say?", "Did sell the ferry?"),
        ("¿Pidió perdón Ana Ejemplo?", "¿Y Juan Prueba qué dijo?", "¿Pidió perdón ?"),
        (
            "What did Ana Ejemplo say of Ardale?",
            "and what does Juan Prueba think?",
            "What did say of Ardale?",
        ),
        ("Did Ana Ejemplo sail to Ardale?", "And what did Juan Prueba say?", "Ana Ejemplo Ardale"),
    ],
)
def test_who_is_asked_to_speak_takes_the_place_of_who_did_before(
    earlier: str, question: str, kept: str
) -> None:
    """The words of somebody else are asked for on the same matter, not where both are named."""
    assert take_over(question, [earlier]).text == kept


def test_it_reaches_back_through_questions_that_lean_themselves() -> None:
    """A chain of follow-ups still knows whom it is about."""
    assert "ejemplo" in take_over("Why?", [WHO, "What did she sell?"]).names
