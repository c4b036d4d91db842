"""Batches: one JSON object a line in, one a line out; a bad line is reported, the others are answered."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.cli.arguments import Parser
from bot.cli.streams import say, warn
from index.errors import UsageError

Line = dict[str, Any]


def batch_option(parser: Parser) -> None:
    """Add --batch to a command."""
    parser.add_argument(
        "--batch",
        type=Path,
        metavar="FILE",
        help="File of questions, one JSON object a line; - is standard input.",
    )


def run_batch(batch: Path, answer: Callable[[Line], str]) -> int:
    """Print ``answer`` of each line's object and return the exit status: 2 when a line was no question.

    Raises UsageError when the file cannot be read.
    """
    bad = 0
    for number, line in enumerate(_lines(batch), start=1):
        try:
            answered = answer(_question(line))
        except UsageError as error:
            bad += 1
            warn(f"quoth: line {number} of the batch: {error}")
            continue
        say(answered)
    return UsageError.exit_code if bad else 0


def read_lines(batch: Path) -> list[Line]:
    """Return the questions of a file. Raises UsageError for the first line that is none."""
    return [_question(line) for line in _lines(batch)]


def _lines(batch: Path) -> list[str]:
    try:
        text = sys.stdin.read() if str(batch) == "-" else batch.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the batch {batch} cannot be read: {error}") from error
    return [line for line in text.split("\n") if line.strip()]


def _question(line: str) -> Line:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:  # no JSON, a number of 5,000 digits, lists within lists
        raise UsageError(str(error)) from error
    if not isinstance(data, dict) or not isinstance(data.get("question"), str):
        raise UsageError('a line must be an object such as {"id": 1, "question": "..."}')
    return data
