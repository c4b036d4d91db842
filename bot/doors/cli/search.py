"""``quoth search``: ranked paragraphs, without answering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.doors.cli.arguments import Parser, whole
from bot.doors.cli.batch import Line, batch_option, run_batch
from bot.doors.cli.common import desk_of, library_option, read_scope, scope_options, screen
from bot.doors.cli.streams import say, say_long, warn
from bot.render.jsonout import dump
from bot.settings.loading import early_settings
from index.errors import UsageError
from index.model import Passage, Scope

MOST_TO_LIST = 1000  # paragraphs: what one search may be asked for


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("words", nargs="*", help="what to look for")
    library_option(parser)
    scope_options(parser)
    parser.add_argument(
        "--top",
        type=whole(1, MOST_TO_LIST),
        default=10,
        help="Most paragraphs to return (default: %(default)s).",
    )
    parser.flag("--json", "Print one JSON object.", dest="as_json")
    batch_option(parser)


def command(
    words: Sequence[str],
    library: Path | None,
    top: int,
    as_json: bool,
    batch: Path | None,
    **filters: str | None,
) -> int:
    """List the paragraphs that match WORDS, best first.

    Example: quoth search "curfew" --top 3
    """
    scope = read_scope(filters)
    if batch is not None:
        return _search_batch(library, batch, scope, top)
    if not words:
        raise UsageError('search for what? For example: quoth search "curfew"')
    passages = desk_of(library).found(" ".join(words), scope, top)
    if as_json:
        say(dump({"passages": [_object(passage) for passage in passages]}))
    elif not passages:
        warn("quoth: no paragraph was found")
    else:
        say_long("\n".join(_lines(" ".join(words), passages)))
    return 0 if passages else 1


def _lines(asked: str, passages: Sequence[Passage]) -> Iterator[str]:
    """Yield each passage with its voice, its best sentences and the words that matched, underlined."""
    from bot.asking.query import make_query
    from bot.finding.quote import claim_at
    from bot.finding.span import USUAL_WORDS, best_span
    from bot.render.terminal import found_lines

    query, language = make_query(asked), early_settings().language or "en"
    for number, passage in enumerate(passages, start=1):
        claim = claim_at(passage, *best_span(passage, query, usual=USUAL_WORDS), number)
        yield from found_lines(claim, language, screen())


def _search_batch(library: Path | None, batch: Path, scope: Scope, top: int) -> int:
    from bot.answering.respond import Question

    desk = desk_of(library)

    def answer(question: Question, line: Line) -> str:
        passages = desk.found(question.text, question.scope, question.top or top)
        return dump({"id": line.get("id"), "passages": [_object(passage) for passage in passages]})

    return run_batch(batch, Question("", scope=scope, top=top), MOST_TO_LIST, answer)


def _object(passage: Passage) -> dict[str, Any]:
    paragraph = passage.paragraph
    return {
        "text": paragraph.text,
        "paragraph": paragraph.id,
        "file": paragraph.file,
        "score": round(passage.score, 4),
        "matched": list(passage.matched),
    }
