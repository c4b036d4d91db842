"""``quoth verify``: does a text stand word for word in the library, and where?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bot.answer import Verification
from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import desk_of, library_option
from bot.doors.cli.streams import say
from bot.render.jsonout import dump
from bot.render.label import source_label
from bot.render.terminal import one_line
from index.errors import UsageError
from index.model import Article


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("text", nargs="*", help="the text; what is piped in when left out")
    library_option(parser)
    parser.flag("--json", "Print the result as one JSON object.", dest="as_json")


def command(text: Sequence[str], library: Path | None, as_json: bool) -> int:
    """Tell whether TEXT (or what is piped in) stands word for word in the library, and where.

    Exit status 0 when it does, 1 when not.

    Example: quoth verify "the exact words"
    """
    wanted = " ".join(text) or ("" if sys.stdin.isatty() else sys.stdin.read(1_000_000))
    if not wanted.strip():
        raise UsageError('verify what? For example: quoth verify "the exact words"')
    desk = desk_of(library)
    result, articles = desk.verify(wanted), desk.sources()
    if as_json:
        places = [
            {"article": p.article, "file": p.file, "start": p.start, "end": p.end} for p in result.places
        ]
        say(dump({"verbatim": result.verbatim, "nearly": result.nearly, "places": places}))
    else:
        _print(result, articles)
    return 0 if result.verbatim else 1


def _print(result: Verification, articles: Sequence[Article]) -> None:
    say(f"Word for word: {'yes' if result.verbatim else 'no'}")
    if not result.places:
        say("Where: nowhere in this library")
        return
    say("Where:" if result.verbatim else "The same words, with other marks, capitals or accents:")
    sources = {article.id: article for article in articles}
    for place in result.places:
        article = sources.get(place.article)
        label = source_label(article.source, place.file, "en") if article else place.file
        where = f"{place.article}, characters {place.start} to {place.end} of {place.file}: {label}"
        say(f"  {one_line(where)}")
