"""``quoth eval``: a library scored with one's own questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.doors.cli.evaluate import holds_run

QUESTIONS = [
    {"question": "Who sold the ferry?", "expected": ["sold its last ferry on Wednesday"]},
    {
        "question": "How many cracks are in the quay wall?",
        "expected": ["Something that stands nowhere in the documents"],
    },
    {"question": "What is the capital of Mongolia?"},
]


def test_it_counts_what_is_right_and_what_is_silent(
    small: Path, tmp_path: Path, quoth: Callable[..., Any]
) -> None:
    """Right at 1, 3 and 5, silences right and wrong, time, and the misses when asked for."""
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, QUESTIONS)))
    ran = quoth("eval", file, "--library", small, "--misses")
    assert ran.status == 0
    assert "right at 1: 1/2 (50.0 %)" in ran.out
    assert "wrongly silent: 0/2" in ran.out
    assert "rightly silent: 1/1 (100.0 %)" in ran.out
    assert "missed: How many cracks" in ran.out


def test_a_bad_line_is_a_usage_error(small: Path, tmp_path: Path, quoth: Callable[..., Any]) -> None:
    """A file that is none is refused, not half counted."""
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "Who?", "expected": "not a list"}\n')
    assert quoth("eval", file, "--library", small).status == 2


@pytest.mark.parametrize(
    ("quote", "wanted", "held"),
    [
        ("a b c d e f g h", "c d e", True),
        ("a b c d e f g h", "c d x", False),
        ("a b c d e f g h", "b c d e f g x y", True),
        ("a b c d e x f g h", "b c d e f g h i", False),
        ("a b", "", False),
    ],
)
def test_a_quote_holds_a_passage_whole_or_most_of_it_in_one_run(quote: str, wanted: str, held: bool) -> None:
    """Short passages whole, long ones for the most part, an edge may be cut."""
    assert holds_run(quote.split(), wanted.split()) is held
