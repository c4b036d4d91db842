"""Batches: one JSON object a line in, one a line out; a bad line is reported, the others are answered."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.doors.cli import sweep_on
from bot.doors.cli.arguments import Parser, a_path
from bot.doors.cli.common import FILTERS, read_scope
from bot.doors.cli.streams import say, warn
from bot.phrases import answer_languages
from index.errors import UsageError
from index.values import as_dict, replace

if TYPE_CHECKING:
    from bot.answering.respond import Question

LONGEST = 100_000  # characters of a question that are read, as of one that is piped in
Line = dict[str, Any]

# What a line may hold; "expected" is heeded by `quoth eval`, "context" and "lang" not by a search.
_KEYS = frozenset({"id", "question", "context", "lang", "top", "all", "expected", *FILTERS})


def batch_option(parser: Parser) -> None:
    """Add --batch to a command."""
    parser.add_argument(
        "--batch",
        type=a_path,
        metavar="FILE",
        help="File of questions, one JSON object a line; - is standard input.",
    )


def run_batch(batch: Path, usual: Question, most: int, answer: Callable[[Question, Line], str]) -> int:
    """Print what ``answer`` makes of each line's question and object; return the status, 2 for a bad line.

    A line may say for itself what ``usual`` says of language, filters and number, ``most`` at most. Raises
    UsageError when the file cannot be read.
    """
    bad = 0
    unknown: set[str] = set()
    for number, text in _lines(batch):
        try:
            line = _object(text)
            answered = answer(_question(line, usual, most), line)
        except UsageError as error:
            bad += 1
            warn(f"quoth: line {number} of the batch: {error}")
            continue
        if fresh := sorted(line.keys() - _KEYS - unknown):
            unknown.update(fresh)
            warn(f"quoth: line {number} of the batch: not heeded, for it is no option: {', '.join(fresh)}")
        say(answered)
        sweep_on()
    return UsageError.exit_code if bad else 0


def read_lines(batch: Path) -> list[Line]:
    """Return the questions of a file. Raises UsageError for the first line that is none."""
    lines = []
    for number, text in _lines(batch):
        try:
            lines.append(_object(text))
        except UsageError as error:
            raise UsageError(f"line {number}: {error}") from error
    return lines


def read_texts(line: Line, key: str) -> tuple[str, ...]:
    """Return the texts that a line lists under a key, none where it is missing. Raises UsageError."""
    texts = [] if line.get(key) is None else line[key]
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise UsageError(f"{key} must be a list of texts")
    return tuple(texts)


def _lines(batch: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that hold anything, each with its number. Raises UsageError."""
    try:
        data = sys.stdin.buffer.read() if str(batch) == "-" else batch.read_bytes()
    except OSError as error:
        raise UsageError(f"the batch {batch} cannot be read: {error.strerror or error}") from error
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _object(line: bytes) -> Line:
    try:
        data = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise UsageError(f"it is not UTF-8 (byte {error.start + 1})") from error
    except (ValueError, RecursionError) as error:  # no JSON, a number of 5,000 digits, lists within lists
        raise UsageError(str(error)) from error
    if not isinstance(data, dict) or not isinstance(data.get("question"), str):
        raise UsageError('a line must be an object such as {"id": 1, "question": "..."}')
    return data


def _question(line: Line, usual: Question, most: int) -> Question:
    """Return the question of a line; what it leaves open is as ``usual`` has it. Raises UsageError."""
    given = {key: line[key] for key in (*FILTERS, "lang", "top") if line.get(key) is not None}
    filters = {key: given[key] for key in FILTERS if key in given}
    if not all(isinstance(value, str) for value in filters.values()):
        raise UsageError("filters must be texts")
    top, language = given.get("top", usual.top), given.get("lang", usual.language)
    if top is not None and (type(top) is not int or not 1 <= top <= most):
        raise UsageError(f"top must be a whole number from 1 to {most}")
    if language not in (None, *answer_languages()):
        raise UsageError(f"lang can be {' or '.join(answer_languages())}")
    everything = line.get("all", usual.everything)
    if type(everything) is not bool:
        raise UsageError("all must be true or false")
    own = as_dict(read_scope(filters))
    scope = replace(usual.scope, **{key: own[key] for key in filters})
    context = read_texts(line, "context") if line.get("context") is not None else usual.context
    return replace(
        usual,
        text=line["question"][:LONGEST],
        language=language,
        scope=scope,
        top=top,
        context=context,
        everything=everything,
    )
