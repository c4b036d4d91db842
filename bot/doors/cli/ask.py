"""``quoth ask``: one answer, or one for each line of a batch."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.answer import Answer, Status
from bot.answering.respond import Question, Trace
from bot.doors.cli.arguments import Parser, whole
from bot.doors.cli.batch import LONGEST, Line, batch_option, run_batch
from bot.doors.cli.common import (
    desk_of,
    language_option,
    library_folder,
    library_option,
    read_scope,
    scope_options,
    screen,
)
from bot.doors.cli.streams import say, say_long
from bot.phrases import phrase
from bot.settings.loading import early_settings
from index.bundled import bundled_library
from index.errors import UsageError

MOST_TO_SHOW = 50  # claims: what one answer may be asked for


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("question", nargs="*", help="the question; what is piped in when left out")
    library_option(parser)
    language_option(parser)
    scope_options(parser)
    parser.add_argument(
        "--top",
        type=whole(1, MOST_TO_SHOW),
        help="Most claims to show (default: what fits one screen).",
    )
    parser.flag("--all", "Show everything that was found.", dest="everything")
    parser.add_argument(
        "--context",
        action="append",
        default=[],
        metavar="QUESTION",
        help="An earlier question; may be given several times.",
    )
    parser.flag("--json", "Print the answer as one JSON object.", dest="as_json")
    parser.flag("--explain", "Show how the question was read and what each score is made of.")
    parser.flag("--nearest", "Where there is no answer, show what came nearest.")
    batch_option(parser)


def command(
    question: Sequence[str],
    library: Path | None,
    lang: str | None,
    context: Sequence[str],
    as_json: bool,
    explain: bool,
    batch: Path | None,
    **options: Any,
) -> int:
    """Answer QUESTION (or what is piped in) with quotes from the library.

    Exit status 0 when there is an answer, 1 when nothing was found.

    Example: quoth ask "Who is the ambassador?" --json
    """
    language = lang or early_settings().language
    scope = read_scope(options)
    shown = {key: options[key] for key in ("top", "nearest", "everything")}
    if batch is not None:
        if question:
            raise UsageError("give a question or --batch, not both")
        return _answer_batch(library, batch, Question("", language, scope, context=tuple(context), **shown))
    text = " ".join(question) or _piped()
    asked = Question(text, language, scope, context=tuple(context), **shown)
    answer, trace = desk_of(library).answered(asked)
    reasons = _explanation(trace, as_json=as_json) if explain else None
    if as_json:
        from bot.render.jsonout import answer_json

        say(answer_json(answer, **({"explain": reasons} if explain else {})))
    else:
        from bot.render.terminal import answer_text

        say_long(
            "\n".join([answer_text(answer, screen()), *_library_named(answer, library), *(reasons or ())])
        )
    return 0 if answer.status is Status.ANSWERED else 1


def _library_named(answer: Answer, library: Path | None) -> list[str]:
    """Return the line that names the library where it is the bundled one; none for the asker's own."""
    if answer.reply or library_folder(library) != bundled_library():
        return []
    return [screen().dim(phrase("bundled", answer.language))]


def _explanation(trace: Trace | None, *, as_json: bool) -> Any:
    """Return the explanation as JSON data or as lines; nothing where nothing was looked for."""
    from bot.answering.explain import explain, explanation_lines
    from bot.render.terminal import printable
    from index.values import as_dict

    if trace is None:
        return None
    reasons = explain(trace)
    return as_dict(reasons) if as_json else [printable(line) for line in explanation_lines(reasons)]


def _piped() -> str:
    if sys.stdin.isatty():
        raise UsageError('ask what? For example: quoth ask "Who is the ambassador?"')
    return sys.stdin.read(LONGEST)


def _answer_batch(library: Path | None, batch: Path, usual: Question) -> int:
    from bot.render.jsonout import answer_json

    desk = desk_of(library)

    def answer(question: Question, line: Line) -> str:
        named = {"id": line["id"]} if "id" in line else {}
        return answer_json(desk.answered(question)[0], **named)

    return run_batch(batch, usual, MOST_TO_SHOW, answer)
