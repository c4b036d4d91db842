"""What is asked why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

LEFT = "The conductor of the Arvel choir, Otto Ejemplo, left on Monday.\n\n"
DEJA = "La directora del coro de Arvel, Ana Ejemplo, dimitió el martes y dejará el puesto a final de mes.\n\n"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (LEFT + "The choir sings again at Christmas.\n", "Why did the conductor of the Arvel choir leave?"),
        (
            DEJA + "El coro abre la temporada con una ópera.\n",
            "¿Por qué dimitió la directora del coro de Arvel?",
        ),
    ],
)
def test_what_is_told_without_a_reason_is_no_answer(
    library: Callable[..., Path], text: str, question: str
) -> None:
    """Why somebody left is asked, and only that he did is told anywhere: the documents do not answer."""
    answer = respond(open_library(library({"one.md": text})), Question(question))
    assert answer.status is Status.NOTHING_FOUND


@pytest.mark.parametrize("reason", ["He had quarrelled with the altos.", "His doctor wanted him to rest."])
def test_a_reason_in_the_next_paragraph_answers(library: Callable[..., Path], reason: str) -> None:
    """A reason is told in what stands behind, by no word for reasons."""
    question = Question("Why did the conductor of the Arvel choir leave?")
    answer = respond(open_library(library({"one.md": f"{LEFT}{reason}\n"})), question)
    assert answer.status is Status.ANSWERED


def test_a_reason_in_other_words_is_preferred(library: Callable[..., Path]) -> None:
    """What shares more words with the question and tells no reason does not stand in for one that does."""
    files = {
        "one.md": "The stove broke down at Borvik Primary, and on Monday children were told to go back to"
        " their families.\n",
        "two.md": "Pupils at Borvik Primary wrote to the kite maker on Monday and sent it a home-made"
        " kite.\n",
    }
    question = Question("Why were pupils at Borvik Primary sent home on Monday?")
    answer = respond(open_library(library(files)), question)
    assert "stove" in answer.claims[0].quote
    assert not any("kite" in claim.quote for claim in answer.claims)


def test_who_pays_is_no_sum(library: Callable[..., Path]) -> None:
    """Who will pay is asked: whoever tells it answers, without any sum of money."""
    files = {"one.md": "The widow Muster will pay for the bridge of Arvel.\n"}
    answer = respond(open_library(library(files)), Question("Who will pay for the bridge of Arvel?"))
    assert [claim.quote for claim in answer.claims] == ["The widow Muster will pay for the bridge of Arvel."]
