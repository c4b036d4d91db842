"""The index of one published generation, and for processes that run on the one in force."""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from index.door import Result
from index.errors import EngineError, EngineUnreachable, NotPublished
from index.model import Passage, Query
from index.opensearch.about import about_from
from index.opensearch.connection import Connection
from index.opensearch.generations import InForce, generation_in_force, in_force
from index.opensearch.searching import Searching
from index.opensearch.snapshot import Snapshot

_LOOKED_FOR_S = 1.0  # how often the generation in force is looked up, at most
_LEFT_ALONE_S = 3.0  # an engine that could not be reached

_log = logging.getLogger(__name__)


class PublishedIndex(Snapshot):
    """A published generation; see ``index.door.Index`` for what each method promises."""

    def __init__(self, connection: Connection, current: InForce) -> None:
        about = about_from(current.library)
        if about is None:
            raise NotPublished(
                "the published library was made by another version of Quoth; run `quoth index` with this one"
            )
        super().__init__(connection, current.generation, about)
        self._searching = Searching(connection, self)

    def search(self, query: Query, limit: int) -> list[Passage]:
        """Return the best passages, best first: each holds a word of the query; ties by place."""
        return self._searching.search(query, limit)


def open_published(connection: Connection) -> PublishedIndex:
    """Return the index in force. Raises NotPublished, EngineUnreachable, EngineRefused."""
    for attempt in range(3):  # it may be replaced, and long after that removed, at the same moment
        current = in_force(connection)
        if current is None:
            break
        try:
            return PublishedIndex(connection, current)
        except NotPublished:
            if attempt == 2 or generation_in_force(connection) == current.generation:
                raise
    name = connection.options.name
    raise NotPublished(f"no library is published under the name {name!r}; run `quoth index` to publish one")


class LivePublished:
    """The published index, opened again when another generation is in force; safe in threads.

    Once the engine could not be reached, nobody waits for it again within the next seconds: each use says
    at once what is wrong, so that many questions do not queue up behind as many timeouts.
    """

    def __init__(self, connection: Connection, *, patient: bool = False) -> None:
        """Open it. Raises as ``open_published``; who is ``patient`` is told at the first use instead."""
        self._connection = connection
        self._index: PublishedIndex | None = None
        self._away: str | None = None  # why it could not be reached when that was last tried
        self._looked = 0.0
        self._swap = threading.Lock()
        try:
            self._index = open_published(connection)
        except EngineUnreachable as error:
            if not patient:
                raise
            self._away = str(error)
            _log.warning("%s; it is tried again when somebody asks", error)
        self._looked = time.monotonic()

    def now(self) -> PublishedIndex:
        """Return the index in force, looked up every few seconds. Raises as ``open_published``."""
        index = self._index
        if index is not None and self._away is None and self._is_fresh():
            return index
        with self._swap:
            if self._away is not None and self._is_fresh():
                raise EngineUnreachable(self._away)
            if self._index is None or not self._is_fresh():
                self._look_up()
            assert self._index is not None  # noqa: S101 (looked up above)
            return self._index

    def _is_fresh(self) -> bool:
        lasts = _LOOKED_FOR_S if self._away is None else _LEFT_ALONE_S
        return time.monotonic() - self._looked < lasts

    def _look_up(self) -> None:
        try:
            known = self._index.generation if self._index else None
            if known is None or generation_in_force(self._connection) not in {None, known}:
                self._index = open_published(self._connection)
        except EngineUnreachable as error:
            self._away = str(error)
            raise
        except EngineError:
            if self._index is None:
                raise
        else:
            self._away = None
        finally:
            self._looked = time.monotonic()

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
        except EngineUnreachable as error:
            with self._swap:
                self._away, self._looked = str(error), time.monotonic()
            raise
        except NotPublished:
            with self._swap:
                newest = self._index
                if newest is index or newest is None:
                    newest = self._index = open_published(self._connection)
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
