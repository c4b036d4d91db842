"""Writes the contested points of a large library into a file: what was looked through, found, in which order.

The file is written whole under another name and then takes the place of the one before it, so that who reads
sees one listing or the other. What the one before holds of matters that have not changed is taken over.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from bot.answer import ContestedPoint
from bot.contested.kept_values import packed

_ABANDONED = 7200.0  # seconds after which a half-written file is that of a process that was killed
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE names (mark BLOB PRIMARY KEY, names TEXT) WITHOUT ROWID;
CREATE TABLE matters (key BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE points (number INTEGER PRIMARY KEY, matter BLOB, language TEXT, sources INTEGER, spots TEXT,
                     files TEXT, id TEXT, body TEXT, seal INTEGER);
CREATE INDEX of_matter ON points (matter);
CREATE TABLE listed (place INTEGER PRIMARY KEY, language TEXT, number INTEGER, id TEXT, files TEXT);
"""
_HELD = "SELECT language, sources, spots, files, id, body, seal FROM points WHERE matter = ? ORDER BY number"
_ADD = "INSERT INTO points (matter, language, sources, spots, files, id, body, seal) SELECT ?,?,?,?,?,?,?,?"
_FOUND = "SELECT number, spots, id, files FROM points WHERE language = ? ORDER BY sources DESC, number"
_LIST = "INSERT INTO listed (language, number, id, files) SELECT ?, ?, ?, ?"


class PointsWriter:
    """A file of points that is being made; used in a ``with``, at whose end it is there or there is none."""

    def __init__(self, path: Path, rules: str) -> None:
        """Begin a file that takes the place of ``path``; ``rules`` tell what all of it was found by.

        Raises OSError, sqlite3.Error.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._part = path, path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        for left in path.parent.glob(f"{path.name}.*"):
            with suppress(FileNotFoundError):
                if time.time() - left.stat().st_mtime > _ABANDONED:
                    left.unlink()
        self._base = sqlite3.connect(self._part)
        self._base.execute("PRAGMA journal_mode = OFF")  # a half-written file is thrown away
        self._base.executescript(_TABLES)
        self._base.execute("INSERT INTO meta SELECT 'rules', ?", (rules,))
        self._old = _earlier(path, rules)

    def __enter__(self) -> PointsWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._old is not None:
            self._old.close()
        self._base.close()
        self._part.unlink(missing_ok=True)

    def names(self, mark: bytes) -> Mapping[str, int] | None:
        """Return the names of an article with this mark where the earlier file holds them."""
        row = self._earlier_row("SELECT names FROM names WHERE mark = ?", mark)
        if row is None:
            return None
        names: Mapping[str, int] = json.loads(str(row[0]))
        self.keep_names(mark, names)
        return names

    def keep_names(self, mark: bytes, names: Mapping[str, int]) -> None:
        """Keep the names of an article."""
        self._base.execute("INSERT OR IGNORE INTO names SELECT ?, ?", (mark, json.dumps(names)))

    def take_over(self, key: bytes) -> bool:
        """Take over what the earlier file holds of a matter; False where it has not looked through that."""
        if self._earlier_row("SELECT 1 FROM matters WHERE key = ?", key) is None or self._old is None:
            return False
        self._add(key, self._old.execute(_HELD, (key,)).fetchall())
        return True

    def keep(self, key: bytes, language: str, points: Sequence[ContestedPoint]) -> None:
        """Keep the points of a matter that was looked through, headings in ``language``."""
        rows = []
        for point in points:
            body = packed(point)
            spots = "\n".join(sorted({f"{claim.start} {claim.paragraph}" for claim in point.claims}))
            files = "\n".join(sorted({claim.file for claim in point.claims}))
            rows.append((language, point.sources, spots, files, point.id, body, zlib.crc32(body.encode())))
        self._add(key, rows)

    def _add(self, key: bytes, rows: Sequence[tuple[object, ...]]) -> None:
        self._base.execute("INSERT OR IGNORE INTO matters SELECT ?", (key,))
        self._base.executemany(_ADD, [(key, *row) for row in rows])

    def _earlier_row(self, sql: str, key: bytes) -> tuple[object, ...] | None:
        """Return a row of the earlier file; one that is damaged knows nothing."""
        with suppress(sqlite3.Error):
            row: tuple[object, ...] | None = self._old.execute(sql, (key,)).fetchone() if self._old else None
            return row
        return None

    def finish(self, state: str, languages: Iterable[str]) -> None:
        """List what was found in each language; the file takes the place of the old one."""
        for language in languages:
            self._list(language)
        self._base.execute("INSERT INTO meta SELECT 'state', ?", (state,))
        self._base.commit()
        self._base.close()
        self._part.replace(self._path)

    def _list(self, language: str) -> None:
        """List the points with headings in a language, on what most sources differ first."""
        seen: Counter[str] = Counter()
        shown: dict[str, list[frozenset[str]]] = {}
        for number, told, name, files in self._base.execute(_FOUND, (language,)).fetchall():
            spots = frozenset(told.split("\n"))
            if any(spots <= earlier for earlier in shown.get(min(spots), ())):
                continue  # an article may stand in two matters
            for spot in spots:
                shown.setdefault(spot, []).append(spots)
            seen[name] += 1
            named = name if seen[name] == 1 else f"{name}-{seen[name]}"
            self._base.execute(_LIST, (language, number, named, files))


def _earlier(path: Path, rules: str) -> sqlite3.Connection | None:
    """Return the file that is there, where it was made by the same rules."""
    if not path.is_file():
        return None
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        row = base.execute("SELECT value FROM meta WHERE key = 'rules'").fetchone()
    except sqlite3.Error:
        row = None
    if row == (rules,):
        return base
    base.close()
    return None
