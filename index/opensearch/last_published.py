"""What this machine published last, row by row, so that what changed is told without asking the engine.

It stands beside the embedded index. Where it is missing, damaged or of another generation than the one in
force (for another machine has published since), the engine is asked for all digests instead; a sum over
all rows, which the engine adds up before anything is put in force, tells when it is wrong.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from index.embedded.catalog import ORIGINS
from index.embedded.listing import CATALOG
from index.opensearch.layout import key_of
from index.values import frozen

_TABLES = """
CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, key TEXT, origin INTEGER);
CREATE TABLE IF NOT EXISTS beside (key TEXT PRIMARY KEY, digest INTEGER);
CREATE TABLE IF NOT EXISTS generation (name TEXT)
"""
_FRESH = (
    f"SELECT number, paragraph, origin FROM ({ORIGINS}) AS new"
    " WHERE NOT EXISTS (SELECT 1 FROM rows WHERE rows.number = new.number AND rows.origin = new.origin)"
)
_STALE = (
    "SELECT number, key, origin FROM rows AS old WHERE NOT EXISTS"
    f" (SELECT 1 FROM ({ORIGINS}) AS new WHERE new.number = old.number AND new.origin = old.origin)"
)


@frozen
class Row:
    """A paragraph that was published: its number in the embedded index, its key, and its digest."""

    number: int
    key: str
    origin: int


@frozen
class Differences:
    """What the embedded index holds otherwise than what was published last."""

    fresh: tuple[Row, ...]
    stale: tuple[Row, ...]


class LastPublished:
    """The record of what was published last. It is lost rather than wrong, and nothing fails without it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def differences(self, generation: str, embedded: Path) -> Differences | None:
        """Return how the embedded index differs from a published generation, None where that is not known.

        ``embedded`` is the folder of the embedded index.
        """
        try:
            with self._opened() as database:
                if database.execute("SELECT name FROM generation").fetchall() != [(generation,)]:
                    return None
                catalog = f"{(embedded / CATALOG).resolve().as_uri()}?mode=ro&immutable=1"
                database.execute("ATTACH ? AS embedded", (catalog,))
                fresh = tuple(
                    Row(number, key_of(paragraph), origin)
                    for number, paragraph, origin in database.execute(_FRESH)
                )
                return Differences(fresh, tuple(Row(*row) for row in database.execute(_STALE)))
        except sqlite3.Error:
            self.forget()
            return None

    def beside(self) -> dict[str, int]:
        """Return the digests of what was published beside the paragraphs, by key."""
        try:
            with self._opened() as database:
                return dict(database.execute("SELECT key, digest FROM beside"))
        except sqlite3.Error:
            self.forget()
            return {}

    def record(
        self, generation: str, removed: Iterable[Row] | None, added: Iterable[Row], beside: Mapping[str, int]
    ) -> None:
        """Note what is published now; ``removed`` is None where all rows are ``added``."""
        try:
            with self._opened() as database, database:
                if removed is None:
                    database.execute("DELETE FROM rows")
                else:
                    numbers = [(row.number,) for row in removed]
                    database.executemany("DELETE FROM rows WHERE number = ?", numbers)
                rows = ((row.number, row.key, row.origin) for row in added)
                database.executemany("INSERT INTO rows VALUES (?, ?, ?)", rows)
                database.execute("DELETE FROM beside")
                database.executemany("INSERT INTO beside VALUES (?, ?)", beside.items())
                database.execute("DELETE FROM generation")
                database.execute("INSERT INTO generation VALUES (?)", (generation,))
        except sqlite3.Error:
            self.forget()

    def forget(self) -> None:
        """Remove the record, so that the engine is asked next time."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with contextlib.closing(sqlite3.connect(self._path.resolve().as_uri(), uri=True)) as database:
            database.executescript(_TABLES)
            yield database
