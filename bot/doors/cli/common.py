"""What commands share: options, the library they open, the screen they print on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.doors.cli.arguments import Parser, a_path
from bot.doors.cli.streams import LEAST_WIDTH, has_styles, warn, width
from bot.phrases import answer_languages
from bot.settings.loading import early_settings, load_settings
from index.bundled import bundled_library
from index.errors import StoreDamaged
from index.model import Scope

if TYPE_CHECKING:
    from bot.reading_desk import ReadingDesk
    from bot.render.terminal import Screen
    from index.door import Index, Live
    from index.embedded.listing import Progress
    from index.open import LibraryAt
    from index.opensearch.engine_options import Options

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
        "--lang", choices=answer_languages(), help="Language of the answer (default: that of the question)."
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
        after=_day("--after", filters.get("after")),
        before=_day("--before", filters.get("before")),
        language=filters.get("language"),
    )


def _day(name: str, text: str | None) -> str | None:
    if not text:
        return None
    from bot.asking.typed_day import read_day  # few questions are bound to days by an option

    return read_day(name, text)


def library_folder(library: Path | None) -> Path:
    """Return the library chosen by option, setting or default."""
    return library or early_settings().library or bundled_library()


def open_index(
    library: Path | None, *, rebuild: bool = False, progress: bool = True, latest: bool = False
) -> Index:
    """Return the index of the library chosen by option, setting or default.

    Where the disk has no room for what changed, the one of before with a note, unless it must be the
    ``latest``.
    """
    from index.open import open_index as opened

    note = None if latest or rebuild else _noted
    bar = progress_bar() if progress else None
    return opened(library_at(library), progress=bar, rebuild=rebuild, note=note)


def _noted(text: str) -> None:
    warn(f"quoth: {text}")


def progress_bar() -> Progress | None:
    """Return what shows progress, where somebody sees it."""
    if not sys.stderr.isatty():
        return None
    from bot.doors.cli.progress import ProgressBar

    return ProgressBar()


def library_at(library: Path | None) -> LibraryAt:
    """Return where the library is that option, setting or default choose, and which engine answers."""
    from index.open import LibraryAt

    early = early_settings()
    published = published_options() if early.index == "opensearch" else None
    return LibraryAt(library_folder(library), early.index_dir, published)


def published_options() -> Options:
    """Return how OpenSearch is reached. Raises SettingsError."""
    from index.opensearch.engine_options import Password, options_from

    settings = load_settings()
    secret = settings.opensearch_password
    return options_from(
        settings.opensearch_url,
        settings.opensearch_name,
        settings.opensearch_user,
        Password(secret.get_secret_value()) if secret else None,
        settings.opensearch_ca,
        settings.opensearch_timeout,
    )


def open_live(library: Path | None) -> Live:
    """Return the index of the chosen library for a conversation, in which it may change."""
    from index.open import open_live as opened

    return opened(library_at(library), progress_bar(), note=_noted)


class OpenedOnce:
    """The index of the library that one command asks, opened with its first question."""

    def __init__(self, library: Path | None) -> None:
        self._library = library
        self._index: Index | None = None

    def now(self) -> Index:
        """Return the index, brought up to date when it was opened."""
        if self._index is None:
            self._index = open_index(self._library)
        return self._index

    def reload(self) -> None:
        """Open it anew for the next question."""
        self._index = None

    def use(self, work: Callable[[Index], Result]) -> Result:
        """Return what ``work`` makes of the index, of a new one when this one turns out to be damaged."""
        try:
            return work(self.now())
        except StoreDamaged as error:
            sys.stderr.write(f"quoth: {error.args[0].partition(';')[0]}; building it again\n")
            self._index = open_index(self._library, rebuild=True)
            return work(self._index)


def desk_of(library: Path | None) -> ReadingDesk:
    """Return the desk of the library chosen by option, setting or default; each command asks one."""
    from bot.reading_desk import ReadingDesk

    return ReadingDesk(library_at(library), OpenedOnce(library), progress_bar(), _noted)


def screen() -> Screen:
    """Return the terminal's width, and styles unless NO_COLOR, TERM=dumb or a pipe forbids them."""
    from bot.render.terminal import Screen

    return Screen(min(_WIDEST, max(LEAST_WIDTH, width())), has_styles())
