"""Why passages stand in their order."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.answering.explain import explain, explanation_lines
from bot.answering.respond import Question, answer_and_trace
from index.embedded import open_library


def test_the_passages_explained_are_those_of_the_answer(small: Path) -> None:
    """The same passages in the same order, with every weighted part."""
    index = open_library(small)
    answer, trace = answer_and_trace(index, Question("Who sold the ferry?"))
    assert trace is not None
    explanation = explain(trace)
    assert explanation.passages[0].paragraph == answer.claims[0].paragraph
    assert explanation.evidence.enough
    first = explanation.passages[0]
    assert sum(value * weight for _, value, weight in first.parts) <= first.score + 1e-9
    assert any("ferry" in line for line in explanation_lines(explanation))


def test_an_explanation_is_in_the_language_of_its_answer(small: Path) -> None:
    """What is said of a Spanish question is said in Spanish."""
    trace = answer_and_trace(open_library(small), Question("¿Quién vendió el ferry a los extraterrestres?"))[
        1
    ]
    assert trace is not None
    said = " ".join(explanation_lines(explain(trace)))
    assert "indicios" in said and "evidence" not in said


def test_the_command_explains_in_text_and_json(small: Path, quoth: Callable[..., Any]) -> None:
    """Both forms show the parts; the answer itself is unchanged."""
    plain = quoth("ask", "--library", small, "--explain", "Who sold the ferry?")
    assert "sentence" in plain.out
    data = json.loads(quoth("ask", "--library", small, "--json", "--explain", "Who sold the ferry?").out)
    assert data["explain"]["passages"][0]["paragraph"] == data["claims"][0]["paragraph"]
    assert "explain" not in json.loads(quoth("ask", "--library", small, "--json", "Who sold the ferry?").out)
