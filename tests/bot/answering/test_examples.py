"""Example questions: neutral, and answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering import examples
from bot.answering.examples import example_questions
from bot.answering.respond import Question, respond
from bot.contested.found_points import points_of
from index.embedded import open_library
from index.values import replace

Write = Callable[[Mapping[str, str]], Path]
TEXTS = {
    "a.md": "---\nauthors: [Ana Ejemplo]\n---\nAt least 46 people were killed in Shelbyville, doctors said."
    "\n\nJuan Prueba said that the outrageous regime had closed the bridge.\n",
    "b.md": "---\nauthors: [Luis Muestra]\n---\nThe police said that 28 people were killed in Shelbyville."
    "\n\nJuan Prueba said the ferry would sail again in May.\n",
}


@pytest.mark.parametrize(
    ("language", "name", "toll"),
    [
        ("en", "What did Juan Prueba say?", "How many people died in Shelbyville?"),
        ("es", "¿Qué dijo Juan Prueba?", "¿Cuántas personas murieron en Shelbyville?"),
    ],
)
def test_examples_are_answered_and_neutral(
    library: Write, tmp_path: Path, language: str, name: str, toll: str
) -> None:
    """Each example has an answer in this library, and none holds a loaded word of a text."""
    folder = library(TEXTS)
    index = open_library(folder, tmp_path / "i")
    found = example_questions(index, points_of(index, folder, language), language)
    assert name in found
    assert toll in found
    assert len(found) <= 4
    for text in found:
        assert respond(index, Question(text, language)).status is Status.ANSWERED
        assert "regime" not in text


def test_an_example_whose_answer_says_something_else_is_not_offered(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question for somebody's words is offered only where they are quoted; so are figures."""
    folder = library(TEXTS)
    index = open_library(folder, tmp_path / "i")
    points = points_of(index, folder, "en")
    aside = respond(index, Question("What did the doctors say of people killed?", "en"))
    assert aside.quotes
    monkeypatch.setattr(examples, "respond", lambda *_: replace(aside, contested=()))
    assert example_questions(index, points, "en") == ()
