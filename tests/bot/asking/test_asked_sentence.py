"""What leads to a question is told from the question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from bot.asking.asked_sentence import asked_sentence
from index.embedded import open_library


@pytest.mark.parametrize(
    ("text", "asks", "leads"),
    [
        ("My uncle runs a mill. Who won the walkout?", "Who won the walkout?", "My uncle runs a mill."),
        (
            "¿Y los guardias heridos, cuántos fueron? Nadie lo dice",
            "¿Y los guardias heridos, cuántos fueron?",
            "Nadie lo dice",
        ),
        ("Who won the walkout?", "Who won the walkout?", ""),
        (
            "I read about the St. Olaf mill. Who closed it?",
            "I read about the St. Olaf mill. Who closed it?",
            "",
        ),
        ("Who left? And why?", "Who left? And why?", ""),
        ("What did Mr. Modelo say of the U.S. mill?", "What did Mr. Modelo say of the U.S. mill?", ""),
        ("When was St. Olaf's Weaving Hall built?", "When was St. Olaf's Weaving Hall built?", ""),
        ("What share of U.S. looms did Ardale build?", "What share of U.S. looms did Ardale build?", ""),
        ("¿Qué sede tiene el río St. Modelo en Ardale?", "¿Qué sede tiene el río St. Modelo en Ardale?", ""),
        ("¿Qué obra del 300 a. C. habla de telares?", "¿Qué obra del 300 a. C. habla de telares?", ""),
        ("Which party was Ana P. Ejemplo, Jr. of?", "Which party was Ana P. Ejemplo, Jr. of?", ""),
        ("my uncle runs a mill. who won the walkout?", "who won the walkout?", "my uncle runs a mill."),
        ("who won the walkout? nobody tells", "who won the walkout?", "nobody tells"),
    ],
)
def test_the_sentence_that_asks_is_told_from_the_others(text: str, asks: str, leads: str) -> None:
    """One that leans on the others, or one of two questions, is not taken apart."""
    found = asked_sentence(text)
    assert (found.text, found.leading) == (asks, leads)


def test_what_leads_to_a_question_silences_nothing(library: Callable[..., Path]) -> None:
    """Words of a sentence that does not ask need stand in no document."""
    index = open_library(
        library({"one.md": "The weavers of Borvik won the walkout in May, a clerk wrote.\n"})
    )
    told = respond(index, Question("My cousin drives a lorry near Lorvia. Who won the walkout?"))
    assert "weavers" in told.claims[0].quote
