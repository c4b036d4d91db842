"""The contested points of a large library as a file holds them, read one by one as they are shown."""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from bot.answer import ContestedPoint
from bot.contested.editors import decided
from bot.contested.kept_values import unpacked
from bot.phrases import answer_languages
from index.errors import StoreDamaged
from index.framings import Framings
from index.values import frozen, replace


@frozen
class Row:
    """A point of a list: its name, its number in the file or, changed by an editor, itself, and its files."""

    name: str
    held: int | ContestedPoint
    files: tuple[str, ...]


class PointsFile:
    """A file that ``PointsWriter`` made; safe in threads."""

    def __init__(self, path: Path, language: str) -> None:
        """Open a file for its points with headings in ``language``, English ones where there are none.

        Raises StoreDamaged where there is no file, or none that can be read.
        """
        languages = answer_languages()
        listed = language if language in languages else languages[0]
        self._path, self._lock = path, threading.Lock()
        try:
            uri = f"{path.absolute().as_uri()}?mode=ro"
            self._base = sqlite3.connect(uri, uri=True, check_same_thread=False)
            known = dict(self._base.execute("SELECT key, value FROM meta"))
            self._listed = self._base.execute(
                "SELECT number, id, files FROM listed WHERE language = ? ORDER BY place", (listed,)
            ).fetchall()
        except sqlite3.Error as error:
            raise _damaged() from error
        self.state, self.rules = known.get("state"), known.get("rules")

    def points(self, framings: Framings, language: str, *, silenced: bool = False) -> ListedPoints:
        """Return the points in order, as editors decided about them."""
        touched = {*framings.decisions, *(each.into for each in framings.decisions.values() if each.into)}
        changed = [self.point(number, name) for number, name, _ in self._listed if name in touched]
        after = {p.id: p for p in decided(changed, framings, language, silenced=silenced)}
        rows: list[Row] = []
        for number, name, files in self._listed:
            if name not in touched:
                rows.append(Row(name, number, tuple(files.split("\n"))))
            elif name in after:
                rows.append(_changed(after.pop(name)))
        return ListedPoints(self, [*rows, *map(_changed, after.values())])

    def point(self, number: int, name: str) -> ContestedPoint:
        """Return a point, under the name that it is listed by. Raises StoreDamaged."""
        try:
            with self._lock:
                row = self._base.execute(
                    "SELECT body, seal FROM points WHERE number = ?", (number,)
                ).fetchone()
            if row is None or zlib.crc32(row[0].encode()) != row[1]:
                raise _damaged()
            return replace(unpacked(row[0]), id=name)
        except (sqlite3.Error, ValueError, KeyError, TypeError, StoreDamaged) as error:
            self._path.unlink(missing_ok=True)  # whoever asks next lists them anew
            raise _damaged() from error

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()


class ListedPoints(Sequence[ContestedPoint]):
    """Points in the order of a list, each read when it is asked for; their names are known without."""

    def __init__(self, file: PointsFile, rows: Sequence[Row]) -> None:
        self._file, self._rows = file, rows

    @property
    def names(self) -> Sequence[str]:
        """The ids of the points."""
        return [row.name for row in self._rows]

    @property
    def files(self) -> frozenset[str]:
        """The files that the points quote."""
        return frozenset(file for row in self._rows for file in row.files)

    def without(self, files: frozenset[str]) -> ListedPoints:
        """Return the points that quote none of these files."""
        return ListedPoints(self._file, [row for row in self._rows if files.isdisjoint(row.files)])

    @overload
    def __getitem__(self, at: int) -> ContestedPoint: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[ContestedPoint]: ...
    def __getitem__(self, at: int | slice) -> ContestedPoint | Sequence[ContestedPoint]:
        if isinstance(at, slice):
            return ListedPoints(self._file, self._rows[at])
        return self._point(self._rows[at])

    def __iter__(self) -> Iterator[ContestedPoint]:
        return map(self._point, self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _point(self, row: Row) -> ContestedPoint:
        return self._file.point(row.held, row.name) if isinstance(row.held, int) else row.held


def _changed(point: ContestedPoint) -> Row:
    files = {claim.file for claim in point.claims}
    return Row(point.id, point, tuple(sorted(files)))


def _damaged() -> StoreDamaged:
    return StoreDamaged("the list of contested points cannot be read")
