"""``quoth voices``: who speaks in a library, how often and where."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import library_option, open_index
from bot.doors.cli.streams import say
from bot.render.jsonout import dump
from bot.render.terminal import one_line
from index.errors import NotInLibrary
from index.text.same_name import same_name


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="whom to look for")
    library_option(parser)
    parser.flag("--json", "Print one JSON object a line.", dest="as_json")


def command(name: str | None, library: Path | None, as_json: bool) -> None:
    """List who speaks in a library, most often first; only those called NAME when it is given.

    Authors are not listed: what nobody else says is theirs.

    Example: quoth voices
    """
    found = [count for count in open_index(library).speakers() if not name or same_name(name, count.name)]
    for count in found:
        if as_json:
            say(dump({"speaker": count.name, "times": count.times, "articles": list(count.articles)}))
        else:
            say(f"{count.times:>5}  {one_line(count.name)}  ({one_line(', '.join(count.articles))})")
    if not found:
        raise NotInLibrary(
            f"nobody called {name!r} speaks in this library" if name else "nobody is quoted in this library"
        )
