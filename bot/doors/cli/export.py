"""``quoth export``: every paragraph with its voices, one JSON object a line."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser
from bot.doors.cli.common import desk_of, library_option
from bot.doors.cli.streams import say
from bot.render.jsonout import dump, export_object


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    library_option(parser)


def command(library: Path | None) -> None:
    """Print every paragraph of a library as one JSON object a line.

    Example: quoth export > paragraphs.jsonl
    """
    for item in desk_of(library).export():
        say(dump(export_object(item)))
