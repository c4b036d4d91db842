"""``quoth voices``: who speaks in a library, how often and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import desk_of, library_option, screen
from bot.doors.cli.streams import say, say_long
from bot.reading_desk import ReadingDesk
from bot.render.jsonout import dump
from bot.render.terminal import claim_lines, hanging
from bot.settings.loading import early_settings
from index.errors import NotInLibrary
from index.text.same_name import same_name

_QUOTES = 5  # of a speaker that is named


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="whom to look for")
    library_option(parser)
    parser.flag("--json", "Print one JSON object a line.", dest="as_json")


def command(name: str | None, library: Path | None, as_json: bool) -> None:
    """List who speaks in a library, most often first; only those called NAME when it is given.

    Authors are not listed: what nobody else says is theirs. Of one called NAME the first words are shown.

    Example: quoth voices
    """
    desk = desk_of(library)
    found = [count for count in desk.speakers() if not name or same_name(name, count.name)]
    lines: list[str] = []
    for count in found:
        if as_json:
            say(dump({"speaker": count.name, "times": count.times, "articles": list(count.articles)}))
        else:
            lines += hanging(f"{count.times:>5}  ", f"{count.name}  ({', '.join(count.articles)})", screen())
    said = [*_said(desk, name)] if name and not as_json else []
    if said:
        lines += ["", *said] if found else said
    if lines:
        say_long("\n".join(lines))
    if not found and not said:
        raise NotInLibrary(
            f"nobody called {name!r} speaks in this library" if name else "nobody is quoted in this library"
        )


def _said(desk: ReadingDesk, name: str) -> Iterator[str]:
    """Yield the first quotes of a speaker, each under its voice."""
    language = early_settings().language or "en"
    for claim in desk.spoken_by(name, _QUOTES):
        yield from claim_lines(claim, language, screen(), number=f"{claim.number}.")
