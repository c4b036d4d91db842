"""``quoth import``: messy originals to clean library files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.doors.cli.arguments import Parser, a_path, existing_file
from bot.doors.cli.streams import say, warn
from index.errors import DocumentError


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("files", nargs="+", type=existing_file, metavar="FILE")
    parser.add_argument("--into", type=a_path, required=True, metavar="DIR", help="Folder for the new files.")
    parser.flag("--force", "Write over files that are there.")


def command(files: Sequence[Path], into: Path, force: bool) -> int:
    """Cut FILES into articles: one Markdown file each, text unchanged, what was detected as front matter.

    Furniture of the page (appeals, forms, navigation) is left out. An editor then corrects the front matter.

    Example: quoth import dump.txt --into library
    """
    from index.articles.cleaning import import_file, left_out

    status = 0
    taken: set[Path] = set()
    for path in files:
        try:
            for target, written in import_file(path, into, force=force, taken=taken):
                say(
                    f"{path.name} -> {target}"
                    if written
                    else f"{target} is there already; --force writes over it"
                )
                status = status if written else DocumentError.exit_code
            if unquoted := left_out(path):
                say(f"{path.name}: {unquoted}.")
        except DocumentError as error:
            warn(f"quoth: {path}: {error}")
            status = DocumentError.exit_code
    return status
