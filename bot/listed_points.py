"""The contested points of a large library: kept in a file, looked for where that is old."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress

from bot.apart import Apart
from bot.apart.tasks import list_points_in
from bot.contested.found_points import listed_points
from bot.contested.kept_points import KeptPoints, generation_of, state_of
from bot.contested.points_file import ListedPoints as PointsInFile
from bot.desk import NotYet, TooHeavy
from bot.phrases import answer_languages
from index.door import Index
from index.errors import QuothError
from index.open import LibraryAt, editors_folder

SECONDS = 3600.0  # that the search may take; nobody waits for it

_log = logging.getLogger(__name__)


class ListedPoints:
    """Looks in a process of its own for the points that no file holds, once for each state of the index."""

    def __init__(self, place: LibraryAt, apart: Apart) -> None:
        self._place, self._apart, self._kept = place, apart, KeptPoints(place)
        self._failed: str | None = None  # a state of the index whose points cannot be listed
        self._sought: str | None = None  # one whose points are being listed
        self._lock, self._turn = threading.Lock(), threading.Lock()

    def points(self, index: Index, language: str) -> PointsInFile:
        """Return the points of an index.

        Raises NotYet while they are looked for, TooHeavy where that took more than there is for it: that
        nothing was found would not be true.
        """
        state, folder = state_of(index), editors_folder(self._place, index)
        found = listed_points(self._kept.file(index), state, folder, language)
        if found is not None:
            return found
        with self._lock:
            if self._failed == state:
                raise TooHeavy("the contested points of the library")
            if self._sought != state:
                self._sought = state
                threading.Thread(target=self._find, args=(index, state), name="points", daemon=True).start()
        raise NotYet("points")

    def renew(self, index: Index) -> None:
        """Look for the points of an index that no file holds, before anybody asks."""
        with suppress(NotYet, TooHeavy):
            self.points(index, answer_languages()[0])

    @property
    def busy(self) -> bool:
        """Whether points are being looked for."""
        return self._sought is not None

    def _find(self, index: Index, state: str) -> None:
        generation, file = generation_of(index, self._place), self._kept.file(index)
        failed = False
        with self._turn:
            if self._sought != state:  # the library has changed once more
                return
            begun = time.monotonic()
            _log.info("The contested points of the library are being listed")
            try:
                self._apart.run(SECONDS, list_points_in, self._place, generation, file, state)
                _log.info("The contested points are listed after %.1f s", time.monotonic() - begun)
            except QuothError as error:
                failed = True
                _log.warning("The contested points of the library cannot be listed: %s", error)
        with self._lock:
            self._sought = None if self._sought == state else self._sought
            self._failed = state if failed else self._failed

    def close(self) -> None:
        """End what runs."""
        self._apart.close()
