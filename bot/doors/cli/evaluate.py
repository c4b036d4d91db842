"""``quoth eval``: how well a library answers questions of one's own."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.answer import Answer, Status
from bot.answering.respond import Question
from bot.doors.cli.arguments import Parser, a_path
from bot.doors.cli.batch import read_lines, read_texts
from bot.doors.cli.common import desk_of, library_option
from bot.doors.cli.streams import say
from bot.finding.quote import folded

_DEPTHS = (1, 3, 5)
_SHARE = 0.6  # of the expected words that a quote must hold in one run: an edge of the passage may be cut
_LEAST_RUN = 6  # words


@dataclass
class Tally:
    """What was counted."""

    asked: int = 0
    right: dict[int, int] = field(default_factory=lambda: dict.fromkeys(_DEPTHS, 0))
    silent: int = 0  # of those asked, wrongly
    unanswerable: int = 0
    silent_rightly: int = 0
    seconds: float = 0.0
    missed: list[str] = field(default_factory=list)


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "file", type=a_path, metavar="FILE", help="questions, one JSON object a line; - is standard input"
    )
    library_option(parser)
    parser.flag("--misses", "List the questions that were not answered right.")


def command(file: Path, library: Path | None, misses: bool) -> int:
    """Score the library with the questions of FILE, one JSON object a line.

    A line is {"question": "...", "expected": ["passage", ...]}: a quote of any of the passages counts,
    and where the list is empty silence is right. "context" may hold earlier questions.

    Example: quoth eval questions.jsonl --misses
    """
    desk = desk_of(library)
    tally = Tally()
    for line in read_lines(file):
        expected, context = read_texts(line, "expected"), read_texts(line, "context")
        start = time.perf_counter()
        answer = desk.answered(Question(line["question"], context=context))[0]
        tally.seconds += time.perf_counter() - start
        count(tally, answer, expected)
    for text in report(tally):
        say(text)
    if misses:
        for question in tally.missed:
            say(f"missed: {question}")
    return 0


def count(tally: Tally, answer: Answer, expected: Sequence[str]) -> None:
    """Add an answer to the tally."""
    silent = answer.status is Status.NOTHING_FOUND
    if not expected:
        tally.unanswerable += 1
        tally.silent_rightly += silent
        if not silent:
            tally.missed.append(answer.question)
        return
    tally.asked += 1
    tally.silent += silent
    quotes = [folded(claim.quote).split() for claim in answer.claims]
    wanted = [folded(text).split() for text in expected]
    place = next(
        (at for at, quote in enumerate(quotes, start=1) if any(holds_run(quote, w) for w in wanted)), None
    )
    if place is None:
        tally.missed.append(answer.question)
    for depth in _DEPTHS:
        tally.right[depth] += place is not None and place <= depth


def holds_run(quote: Sequence[str], wanted: Sequence[str]) -> bool:
    """Return whether the quote has the wanted words in one run, or 60 % of them and six words at least."""
    if not wanted:
        return False
    least = min(len(wanted), max(_LEAST_RUN, int(_SHARE * len(wanted) + 0.999)))
    text = f" {' '.join(quote)} "
    runs = (wanted[at : at + least] for at in range(len(wanted) - least + 1))
    return any(f" {' '.join(run)} " in text for run in runs)


def report(tally: Tally) -> list[str]:
    """Return the figures as lines."""
    lines = [f"right at {depth}: {_share(tally.right[depth], tally.asked)}" for depth in _DEPTHS]
    lines.append(f"wrongly silent: {_share(tally.silent, tally.asked)}")
    lines.append(f"rightly silent: {_share(tally.silent_rightly, tally.unanswerable)}")
    questions = tally.asked + tally.unanswerable
    lines.append(f"{questions} questions, {1000 * tally.seconds / max(1, questions):.1f} ms each")
    return lines


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({100 * part / whole:.1f} %)" if whole else "-"
