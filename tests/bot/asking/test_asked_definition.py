"""Who asks what a thing is, is told by a sentence that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from bot.asking.asked import read_question
from index.embedded import open_library


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is quinine?", ("quinine",)),
        ("what is quinine normally used for", ("quinine",)),
        ("What is the Bank of Ruritania?", ("bank", "of", "ruritania")),
        ("What does quinine mean?", ("quinine",)),
        ("¿Qué es el QBA?", ("qba",)),
        ("¿Para qué sirve la quinina?", ("quinina",)),
        ("Who is Dora Modelo?", ("dora", "modelo")),
        ("quien es dora modelo", ("dora", "modelo")),
        ("Who is the mayor of Ardale?", ()),
        ("What is the cause of the fire?", ()),
        ("What is the capital of Ardale?", ()),
        ("What is wrong with it?", ()),
        ("What are the weavers demanding?", ()),
        ("What is happening in Ardale?", ()),
        ("What was the toll?", ()),
        ("¿Qué es lo peor de la presa?", ()),
    ],
)
def test_a_thing_is_told_from_what_is_asked_of_one(question: str, thing: tuple[str, ...]) -> None:
    """A cause, a capital, a deed is asked of something else: no sentence need say what it is."""
    assert read_question(question).defined == thing


FILES = {
    "one.md": "Quinine and again quinine, cried the chemist of Borvik: all want quinine this year.\n",
    "two.md": "The ship came late. Quinine is a bitter powder that is given against the marsh fever.\n",
    "three.md": "Nobody knows whether quinine is a cure, and quinine costs what quinine costs.\n",
    "four.md": "The case against Dora Modelo was a folly. All read of Dora Modelo; Dora Modelo was silent."
    " Modelo is a weaver from Lorvia who runs the Guild of Borvik Weavers (GBW).\n",
    "tres.md": "El Consejo de Borvik (QBA), que reúne a nueve aldeas, calló. El QBA no dijo nada del QBA.\n",
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is quinine?", "is a bitter powder"),
        ("what is quinine normally used for", "is a bitter powder"),
        ("¿Qué es el QBA?", "que reúne a nueve aldeas"),
        ("Who is Dora Modelo?", "is a weaver from Lorvia"),
        ("What is the GBW?", "Guild of Borvik Weavers (GBW)"),
    ],
)
def test_a_sentence_that_says_what_it_is_comes_first(
    library: Callable[..., Path], question: str, told: str
) -> None:
    """One that only has its name, however often, comes behind."""
    answer = respond(open_library(library(FILES)), Question(question))
    assert told in answer.claims[0].quote
