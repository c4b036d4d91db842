"""Whose words a question asks for is told in every form in which people ask for words."""

from __future__ import annotations

import pytest

from bot.asking.answer_kinds import AnswerKind
from bot.asking.asked import read_question


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("What assurance did Dora Modelo give?", {"dora", "modelo"}),
        ("What reason did the warden give for the closure?", {"warden"}),
        ("What was the warden's reaction to the vote?", {"warden"}),
        ("What is Dora Modelo's view of the weir?", {"dora", "modelo"}),
        ("What was the response of the weavers to the offer?", {"weavers"}),
        ("What are the weavers demanding?", {"weavers"}),
        ("What did the mill deny?", {"mill"}),
        ("How does the mill view the walkout?", {"mill"}),
        ("What did the weavers' lawyer claim?", {"weavers", "lawyer"}),
        ("¿Qué explicación dio la alcaldesa de Ardale sobre la presa?", {"alcaldesa", "ardale"}),
        ("¿Cuál fue la respuesta del gremio a la oferta?", {"gremio"}),
        ("¿Qué opinión tiene Dora Modelo de la presa?", {"dora", "modelo"}),
        ("¿Qué aconsejó el guardián a los vecinos?", {"guardian"}),
        ("respuesta de Dora Modelo a la oferta del gremio", {"dora", "modelo"}),
        ("reacción del Gobierno a la huelga", {"gobierno"}),
        ("Dora Modelo's reply to the weavers", {"dora", "modelo"}),
        ("the answer of Dora Modelo to the weavers", {"dora", "modelo"}),
        ("And Dora Modelo, what did she say of the weir?", {"dora", "modelo"}),
        ("¿Y Dora Modelo qué dijo?", {"dora", "modelo"}),
        ("¿Y la guardiana qué opina?", {"guardiana"}),
    ],
)
def test_words_are_asked_for_by_verb_and_by_noun(question: str, who: set[str]) -> None:
    """A noun of speech with a verb of giving, an owner or "of" asks for words as "What did she say?" does."""
    asked = read_question(question)
    assert asked.speaker is not None
    assert asked.speaker.words == who
    assert asked.speech


@pytest.mark.parametrize(
    "question",
    [
        "What does Dora Modelo make of the weir?",
        "What does Dora Modelo want from the guild?",
        "According to Dora Modelo, why did the weir burst?",
        "¿Qué le parece a Dora Modelo la presa?",
        "¿Qué recuerda Dora Modelo de aquella noche?",
        "¿Por qué cree Dora Modelo que es un error?",
        "¿Cómo valora Dora Modelo el fallo?",
    ],
)
def test_words_of_a_named_person_are_asked_for_in_many_verbs(question: str) -> None:
    """Verbs of thinking, wanting and remembering ask for somebody's words as verbs of saying do."""
    asked = read_question(question)
    assert asked.speaker is not None
    assert asked.speaker.words == {"dora", "modelo"}
    assert not asked.speaker.stance


@pytest.mark.parametrize("question", ["¿Qué piensan los padres del informe?", "What do the parents want?"])
def test_words_of_a_group_are_asked_for(question: str) -> None:
    """Those of whom several speak are asked for by what they are, in the plural too."""
    asked = read_question(question)
    assert asked.speaker is not None
    assert asked.speaker.words <= {"padres", "parents"}


@pytest.mark.parametrize(
    "question",
    [
        "Is Dora Modelo against the weir?",
        "Does Dora Modelo support the weir?",
        "Why is Dora Modelo in favour of the weir?",
        "Where does Dora Modelo stand on the weir?",
        "For Dora Modelo, what is the worst of it?",
        "¿Está de acuerdo Dora Modelo con la presa?",
        "¿Por qué se opone Dora Modelo a la presa?",
        "¿Le gusta a Dora Modelo la presa?",
        "Para Dora Modelo, ¿qué es lo peor?",
    ],
)
def test_where_a_named_person_stands_is_asked_for(question: str) -> None:
    """Whether and why somebody is for or against a thing asks for his words, which others may tell."""
    asked = read_question(question)
    assert asked.speaker is not None
    assert asked.speaker.words == {"dora", "modelo"}
    assert asked.speaker.stance


@pytest.mark.parametrize(
    "question",
    [
        "Does the law support farmers?",
        "Which guilds back Dora Modelo?",
        "¿Qué gremios apoyan a Dora Modelo?",
        "For how long was Ardale without water?",
        "¿Para qué sirve la presa?",
    ],
)
def test_a_stance_is_nobodys_but_of_whom_is_named_as_its_holder(question: str) -> None:
    """What something does for people, and who backs somebody, asks for no stance of the one named."""
    asked = read_question(question)
    assert asked.speaker is None or not asked.speaker.stance


@pytest.mark.parametrize(
    "question",
    [
        "Who is to blame for the fire?",
        "What evidence is there of the alleged fraud at the mill?",
        "What was the cause of the fire?",
        "What was the warden's salary?",
        "Who ordered the evacuation?",
        "How high is the weir's wall?",
        "¿Cuál es la causa del incendio?",
        "motivo de la huelga",
        "reasons for the strike",
        "Dora Modelo's reservoir at Ardale",
        "¿Y de la presa qué dijo?",
    ],
)
def test_other_nouns_ask_for_no_words(question: str) -> None:
    """A cause, a salary, a fraud that is alleged: nobody's words are asked for."""
    assert read_question(question).speaker is None


def test_a_position_on_a_matter_is_no_post() -> None:
    """The position of a body is what it says; that of a person, a post."""
    assert read_question("What is the position of the weavers on the weir?").kind is None
    assert read_question("What position does Dora Modelo hold?").kind is AnswerKind.OFFICE


def test_a_word_for_what_is_done_by_speaking_counts_more_than_one_for_saying() -> None:
    """Who advised is found by "advised"; "said" stands everywhere."""
    assert read_question("What did the warden advise?").deed == {"advise"}
    assert not read_question("What did the warden say?").deed
