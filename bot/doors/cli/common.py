"""What commands share: options, the library they open, the screen they print on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.asking.typed_day import read_day
from bot.doors.cli.arguments import Parser, a_path
from bot.doors.cli.streams import LEAST_WIDTH, warn, width
from bot.settings.loading import early_settings
from index.bundled import bundled_library
from index.errors import SettingsError, StoreDamaged
from index.model import Scope

if TYPE_CHECKING:
    from bot.render.terminal import Screen
    from index.embedded import EmbeddedIndex
    from index.embedded.live import LiveIndex

Result = TypeVar("Result")

_WIDEST = 100  # columns: longer lines are hard to read
FILTERS = ("source", "author", "speaker", "after", "before")  # names of options, and of keys in a batch


def library_option(parser: Parser) -> None:
    """Add --library to a command."""
    parser.add_argument(
        "--library",
        type=a_path,
        metavar="DIR",
        help="Folder of documents (default: QUOTH_LIBRARY, else the bundled library).",
    )


def language_option(parser: Parser) -> None:
    """Add --lang to a command."""
    parser.add_argument(
        "--lang", choices=["en", "es"], help="Language of the answer (default: that of the question)."
    )


def scope_options(parser: Parser) -> None:
    """Add the filters to a command."""
    for name, what, help_ in (
        ("--source", "NAME", "Only this outlet, reposting site or title."),
        ("--author", "NAME", "Only articles by NAME."),
        ("--speaker", "NAME", "Only passages in which NAME speaks."),
        ("--after", "DATE", "Only sources of this day (YYYY-MM-DD) or later."),
        ("--before", "DATE", "Only sources of this day (YYYY-MM-DD) or earlier."),
    ):
        parser.add_argument(name, metavar=what, help=help_)


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


def library_folder(library: Path | None) -> Path:
    """Return the library chosen by option, setting or default."""
    return library or early_settings().library or bundled_library()


def open_index(
    library: Path | None, *, rebuild: bool = False, progress: bool = True, latest: bool = False
) -> EmbeddedIndex:
    """Return the index of the library chosen by option, setting or default.

    Where the disk has no room for what changed, the one of before with a note, unless it must be the
    ``latest``.
    """
    from index.embedded import open_library

    if os.environ.get("QUOTH_INDEX", "embedded") not in {"", "embedded"}:
        raise SettingsError("QUOTH_INDEX can only be embedded in this version")
    bar = None
    if progress and sys.stderr.isatty():
        from bot.doors.cli.progress import ProgressBar

        bar = ProgressBar()
    note = None if latest or rebuild else lambda text: warn(f"quoth: {text}")
    return open_library(
        library_folder(library), early_settings().index_dir, progress=bar, rebuild=rebuild, note=note
    )


def open_live(library: Path | None) -> LiveIndex:
    """Return the index of the chosen library for a conversation, in which it may change."""
    from index.embedded import store_folder
    from index.embedded.live import LiveIndex

    folder = library_folder(library)
    return LiveIndex(
        lambda rebuild: open_index(library, rebuild=rebuild), store_folder(folder, early_settings().index_dir)
    )


def from_index(library: Path | None, work: Callable[[EmbeddedIndex], Result]) -> Result:
    """Return what ``work`` makes of the index, of a new one when this one turns out to be damaged."""
    try:
        return work(open_index(library))
    except StoreDamaged as error:
        sys.stderr.write(f"quoth: {error.args[0].partition(';')[0]}; building it again\n")
        return work(open_index(library, rebuild=True))


def screen() -> Screen:
    """Return the terminal's width, and styles unless NO_COLOR, TERM=dumb or a pipe forbids them."""
    from bot.render.terminal import Screen

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    return Screen(min(_WIDEST, max(LEAST_WIDTH, width())), not plain)
