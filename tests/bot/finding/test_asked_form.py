"""A sentence answers in the form that is asked, or only holds the same words."""

from __future__ import annotations

import pytest

from bot.asking.query import make_query
from bot.finding.asked_form import fits


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
