"""Answers that tell of nothing, or that nobody knows yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The organ was a gift; Arvel paid nothing for the organ.", "How much did Arvel pay for the organ?"),
        ("It is not yet known what the ferry of Arvel will cost.", "How much will the ferry of Arvel cost?"),
        ("El pintor no cobró nada por el mural de Arvel.", "¿Cuánto cobró el pintor por el mural de Arvel?"),
    ],
)
def test_who_says_that_there_is_none_answers(library: Callable[..., Path], text: str, question: str) -> None:
    """A sum is asked for that was never paid, or that nobody knows: the sentence that says so answers."""
    answer = respond(open_library(library({"one.md": f"{text}\n"})), Question(question))
    assert answer.status is Status.ANSWERED
    assert answer.claims[0].quote in text


def test_nothing_said_of_something_else_answers_nothing(library: Callable[..., Path]) -> None:
    """That nothing was found in the river tells nothing of what the ferry costs."""
    files = {"one.md": "The ferry of Arvel sails at nine.\n\nDivers found nothing in the river.\n"}
    answer = respond(open_library(library(files)), Question("How much will the ferry of Arvel cost?"))
    assert answer.status is Status.NOTHING_FOUND
