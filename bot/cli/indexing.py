"""``quoth index``: build the index or bring it up to date, and say what was read."""

from __future__ import annotations

from pathlib import Path

from bot.cli.arguments import Parser
from bot.cli.common import library_option, open_index
from bot.cli.streams import say
from index.model import QUOTABLE


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    library_option(parser)
    parser.flag("--rebuild", "Read every file again.")


def command(library: Path | None, rebuild: bool) -> None:
    """Build the index of a library, or bring it up to date.

    Example: quoth index --library ~/documents
    """
    index = open_index(library, rebuild=rebuild)
    articles = index.articles()
    groups: set[str] = set()
    paragraphs = 0
    for item in index.export():
        groups.add(item.group)
        paragraphs += item.paragraph.role in QUOTABLE
    say(
        f"{len(index.files())} documents, {len(articles)} articles ({len(groups)} independent sources),"
        f" {paragraphs} paragraphs that can be quoted."
    )
    for file, remark in index.remarks():
        say(f"{file}: {remark}")
    for file, reason in index.skipped():
        say(f"skipped {file}: {reason}")
