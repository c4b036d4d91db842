"""A sentence answers in the form that is asked, or only holds the same words."""

from __future__ import annotations

import pytest

from bot.asking.query import make_query
from bot.finding.asked_form import fits, tells_what_it_is


@pytest.mark.parametrize(
    ("question", "answers", "does_not"),
    [
        (
            "Who is Ana Ejemplo?",
            "In spring Ana Ejemplo, a miller from Ardale, came to the quay.",
            "In spring the letter of Ana Ejemplo was read on the quay of Ardale.",
        ),
        (
            "¿Quién es Ana Ejemplo?",
            "En marzo habló Ana Ejemplo, una molinera de Villaprueba.",
            "En marzo la carta de Ana Ejemplo llegó a Villaprueba.",
        ),
        (
            "What position does Ana Ejemplo hold?",
            "In spring the harbour commissioner Ana Ejemplo came to the quay.",
            "In spring the letter of Ana Ejemplo was read on the quay of Ardale.",
        ),
        (
            "Who sold the ferry?",
            "In March Juan Prueba sold the ferry.",
            "In March the ferry sold more tickets than Otto Sample had thought.",
        ),
        (
            "Who sank the ferry?",
            "In March the ferry was sunk by Juan Prueba.",
            "In March the ferry sank the boat of Otto Sample.",
        ),
        (
            "Was the lantern levy a good idea?",
            "The lantern levy did more harm than the fog ever had.",
            "The lantern levy came into force in March.",
        ),
        (
            "When was the mill closed?",
            "The mill was closed in March, and the miller left.",
            "That the mill was closed was told to all who asked for flour and bread at the hall in March.",
        ),
        (
            "When did the strike begin?",
            "The strike began before the mayor took office.",
            "The strike began with a song and a drum.",
        ),
        (
            "How large was the flock?",
            "The flock was put at 300 sheep by the farmer.",
            "The flock, as the farmer told all who would listen to him on the way, walked for 60 miles.",
        ),
        (
            "Where were the talks held?",
            "The talks were held in neighbouring Ardale.",
            "After the talks the envoys slept long, ate well, walked home and sent a letter to Ardale.",
        ),
    ],
)
def test_what_is_asked_for_stands_in_its_place(question: str, answers: str, does_not: str) -> None:
    """Who somebody is, who does what to whom, when and where a deed is done."""
    query = make_query(question)
    language = "es" if "¿" in question else "en"
    assert fits(query, answers, language)
    assert not fits(query, does_not, language)


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("Who is Ana Ejemplo?", "He was replaced by his vice president, Ana Ejemplo, in spring.", True),
        ("Who is Ana Ejemplo?", "The oath was read to Ana Ejemplo, who was sworn in at noon.", True),
        ("Who is Ana Ejemplo?", "Ana Ejemplo, director of the mill, came to the quay.", True),
        ("Who is Ana Ejemplo?", "Ana Ejemplo, Ardale's oldest miller, came to the quay.", True),
        ("Who is Ana Ejemplo?", "The resignation of Ana Ejemplo was asked for in Ardale.", False),
        ("Who is Ana Ejemplo?", "The council of Ana Ejemplo, which was chosen in May, left.", False),
        ("Who is Ana Ejemplo?", "The mayor, the judge and Ana Ejemplo came to the quay.", False),
        ("¿Quién es Ana Ejemplo?", "Lo sustituyó su vicepresidenta, Ana Ejemplo, en marzo.", True),
        ("¿Quién es Ana Ejemplo?", "Ana Ejemplo, alcaldesa de Villaprueba, llegó al muelle.", True),
        ("¿Quién es Ana Ejemplo?", "No se acepta la renuncia de Ana Ejemplo en Villaprueba.", False),
    ],
)
def test_who_somebody_is_is_told_beside_the_name(question: str, sentence: str, tells: bool) -> None:
    """An office before a comma, what somebody is behind one: these say who it is, a bare name does not."""
    assert tells_what_it_is(make_query(question), sentence, "es" if "¿" in question else "en") is tells
