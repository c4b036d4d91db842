"""The contested points of an index, with the framings and decisions of its library's editors."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answer import ContestedPoint
from bot.contested.library import library_points, quotable
from index.door import Index
from index.errors import StoreDamaged, StoreError
from index.framings import bundled, own_framings

if TYPE_CHECKING:
    from bot.contested.points_file import ListedPoints
    from index.embedded.listing import Progress

# Paragraphs up to which a library is compared as a whole, each time: a second or two.
FEW_PARAGRAPHS = 3_000


def points_of(
    index: Index, library: Path, language: str, *, silenced: bool = False
) -> tuple[ContestedPoint, ...]:
    """Return the contested points of a library that is compared as a whole, headings in ``language``.

    ``silenced``: those that an editor silenced too, marked as such. Raises BadMetadata for a
    ``contested.toml`` that cannot be right.
    """
    return library_points(quotable(index.export()), language, own_framings(library), silenced=silenced)


def listed_points(
    file: Path, state: str, library: Path, language: str, *, silenced: bool = False
) -> ListedPoints | None:
    """Return the points of a large library that a file holds; None where it holds those of another state.

    Raises BadMetadata as above.
    """
    from bot.contested.looked_through import rules_of
    from bot.contested.points_file import PointsFile

    framings = own_framings(library) or bundled()
    try:
        held = PointsFile(file, language)
    except StoreDamaged:
        return None
    if (held.state, held.rules) != (state, rules_of(framings)):
        held.close()
        return None
    return held.points(framings, language, silenced=silenced)


def list_points(
    index: Index, file: Path, state: str, library: Path, progress: Progress | None = None
) -> None:
    """Look through a large library and write its points into a file. Raises StoreError, BadMetadata."""
    from bot.contested.looked_through import look_through

    try:
        look_through(index, file, own_framings(library) or bundled(), state, progress)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"the list of contested points cannot be written to {file}: {error}") from error
