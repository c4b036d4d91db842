"""The index of one published generation, and for processes that run on the one in force."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from index.door import Result
from index.embedded.listing import FORMAT
from index.errors import EngineError, NotPublished
from index.model import Passage, Query
from index.opensearch.connection import Connection
from index.opensearch.generations import generation_in_force
from index.opensearch.searching import Searching
from index.opensearch.snapshot import Snapshot
from index.text.terms import ANALYSIS

_LOOKED_FOR_S = 3.0  # how often the generation in force is looked up


class PublishedIndex(Snapshot):
    """A published generation; see ``index.door.Index`` for what each method promises."""

    def __init__(self, connection: Connection, generation: str) -> None:
        super().__init__(connection, generation)
        if (self.about.format, self.about.analysis) != (FORMAT, ANALYSIS):
            raise NotPublished(
                "the published library was made by another version of Quoth; run `quoth index` with this one"
            )
        self._searching = Searching(connection, self)

    def search(self, query: Query, limit: int) -> list[Passage]:
        """Return the best passages, best first: each holds a word of the query; ties by place."""
        return self._searching.search(query, limit)


def open_published(connection: Connection) -> PublishedIndex:
    """Return the index in force. Raises NotPublished, EngineUnreachable, EngineRefused."""
    for attempt in range(3):  # it may be replaced, and long after that removed, at the same moment
        generation = generation_in_force(connection)
        if generation is None:
            break
        try:
            return PublishedIndex(connection, generation)
        except NotPublished:
            if attempt == 2 or generation_in_force(connection) == generation:
                raise
    name = connection.options.name
    raise NotPublished(f"no library is published under the name {name!r}; run `quoth index` to publish one")


class LivePublished:
    """The published index, opened again when another generation is in force; safe in threads."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._index = open_published(connection)
        self._looked = time.monotonic()
        self._swap = threading.Lock()

    def now(self) -> PublishedIndex:
        """Return the index in force, looked up every few seconds.

        While the engine cannot be reached the one known is returned: its requests tell what is wrong.
        """
        if time.monotonic() - self._looked < _LOOKED_FOR_S:
            return self._index
        with self._swap:
            if time.monotonic() - self._looked >= _LOOKED_FOR_S:
                self._looked = time.monotonic()
                try:
                    if generation_in_force(self._connection) not in {None, self._index.generation}:
                        self._index = open_published(self._connection)
                except EngineError:
                    return self._index
            return self._index

    def reload(self) -> None:
        """Look up the generation in force now."""
        with self._swap:
            self._looked = 0.0
        self.now()

    def use(self, work: Callable[[PublishedIndex], Result]) -> Result:
        """Return what ``work`` makes of the index, of the newest when its generation is gone."""
        index = self.now()
        try:
            return work(index)
        except NotPublished:
            with self._swap:
                if self._index is index:
                    self._index = open_published(self._connection)
                newest = self._index
            if newest.generation == index.generation:
                raise
            return work(newest)


def editors_folder(index: PublishedIndex) -> Path:
    """Return a folder with the published editors' files, as a library's folder holds them.

    It is a temporary one, for the life of this process.
    """
    holder = tempfile.TemporaryDirectory(prefix="quoth-")
    _HELD.append(holder)
    folder = Path(holder.name)
    for name, text in index.editors_files().items():
        (folder / Path(name).name).write_text(text, "utf-8")
    return folder


_HELD: list[tempfile.TemporaryDirectory[str]] = []  # removed when the process ends
