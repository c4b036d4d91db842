"""``quoth ask``: one answer, or one for each line of a batch."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from bot.answer import Status
from bot.cli.common import language_option, library_option, open_index, scope_options, screen
from bot.dates import read_day
from bot.respond import MOST_CLAIMS, Question, respond
from bot.settings import early_settings
from index.errors import UsageError
from index.model import Scope


@click.command()
@click.argument("question", nargs=-1)
@library_option
@language_option
@scope_options
@click.option("--top", type=click.IntRange(1, 50), default=MOST_CLAIMS, show_default=True, help="Most claims to show.")
@click.option("--context", multiple=True, metavar="QUESTION", help="An earlier question; may be given several times.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as one JSON object.")
@click.option("--batch", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), help="File of questions, one JSON object a line; - is standard input.")
def command(
    question: tuple[str, ...],
    library: Path | None,
    lang: str | None,
    top: int,
    context: tuple[str, ...],
    as_json: bool,
    batch: Path | None,
    **filters: str | None,
) -> int:
    """Answer QUESTION (or what is piped in) with quotes from the library.

    Exit status 0 when there is an answer, 1 when nothing was found.

    Example: quoth ask "Who is the ambassador?" --json
    """
    from bot.render.jsonout import answer_json
    from bot.render.terminal import answer_text

    language = lang or early_settings().language
    scope = read_scope(filters)
    if batch is not None:
        if question:
            raise UsageError("give a question or --batch, not both")
        return _answer_batch(library, batch, language, scope, top)
    text = " ".join(question) or _piped()
    answer = respond(open_index(library), Question(text, language, scope, top, context))
    click.echo(answer_json(answer) if as_json else answer_text(answer, screen()))
    return 0 if answer.status is Status.ANSWERED else 1


def read_scope(filters: dict[str, str | None]) -> Scope:
    """Return the filters of options or of a batch line. Raises UsageError for a date that is none."""
    return Scope(
        source=filters.get("source"),
        author=filters.get("author"),
        speaker=filters.get("speaker"),
        after=read_day("--after", filters.get("after")),
        before=read_day("--before", filters.get("before")),
        language=filters.get("language"),
    )


def _piped() -> str:
    if sys.stdin.isatty():
        raise UsageError('ask what? For example: quoth ask "Who is the ambassador?"')
    return sys.stdin.read(100_000)


def _answer_batch(library: Path | None, batch: Path, language: str | None, scope: Scope, top: int) -> int:
    """Answer each line; a line that is no question is reported and the others are answered."""
    from bot.render.jsonout import answer_json

    index = open_index(library)
    bad = 0
    for number, line in enumerate(read_batch(batch), start=1):
        try:
            data = json.loads(line)
            question = _read_question(data, language, scope, top)
        except (ValueError, UsageError) as error:
            bad += 1
            click.echo(f"quoth: line {number} of the batch: {error}", err=True)
            continue
        answer = respond(index, question)
        click.echo(answer_json(answer, **({"id": data["id"]} if "id" in data else {})))
    return UsageError.exit_code if bad else 0


def read_batch(batch: Path) -> list[str]:
    """Return the lines of a batch file that are not empty. Raises UsageError when it cannot be read."""
    try:
        text = sys.stdin.read() if str(batch) == "-" else batch.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the batch {batch} cannot be read: {error}") from error
    return [line for line in text.split("\n") if line.strip()]


def _read_question(data: Any, language: str | None, scope: Scope, top: int) -> Question:  # noqa: ANN401 (JSON)
    if not isinstance(data, dict) or not isinstance(data.get("question"), str):
        raise UsageError('a line must be an object such as {"id": 1, "question": "..."}')
    context = data.get("context") or []
    if not isinstance(context, list) or not all(isinstance(item, str) for item in context):
        raise UsageError("context must be a list of earlier questions")
    own = {key: data[key] for key in ("source", "author", "speaker", "after", "before") if data.get(key)}
    if not all(isinstance(value, str) for value in own.values()):
        raise UsageError("filters must be texts")
    most = data.get("top", top)
    if not isinstance(most, int) or not 1 <= most <= 50:
        raise UsageError("top must be a number from 1 to 50")
    asked = data.get("lang", language)
    if asked not in {None, "en", "es"}:
        raise UsageError("lang can be en or es")
    return Question(data["question"], asked, read_scope(own) if own else scope, most, tuple(context))
