"""The contested points of a large library: kept in a file, looked for where that is old."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress

from bot.apart import Apart
from bot.apart.tasks import list_points_in
from bot.contested.found_points import listed_points
from bot.contested.kept_points import KeptPoints, generation_of, state_of
from bot.contested.points_file import ListedPoints as PointsInFile
from bot.desk import NotYet, TooHeavy
from index.door import Index
from index.errors import QuothError
from index.languages import LANGUAGES
from index.open import LibraryAt, editors_folder

SECONDS = 3600.0  # that the search may take; nobody waits for it

_log = logging.getLogger(__name__)


class ListedPoints:
    """Looks in a process of its own for the points that no file holds, once for each state of the index."""

    def __init__(self, place: LibraryAt, apart: Apart) -> None:
        self._place, self._apart, self._kept = place, apart, KeptPoints(place)
        self._failed: dict[str, str] = {}
        self._sought: dict[str, str] = {}
        self._lock = threading.Lock()

    def points(self, index: Index, language: str) -> PointsInFile:
        """Return the points of an index.

        Raises NotYet while they are looked for, TooHeavy where that took more than there is for it: that
        nothing was found would not be true.
        """
        state, folder = state_of(index), editors_folder(self._place, index)
        found = listed_points(self._kept.file(index, language), state, folder, language)
        if found is not None:
            return found
        with self._lock:
            if self._failed.get(language) == state:
                raise TooHeavy("the contested points of the library")
            if self._sought.get(language) != state:
                self._sought[language] = state
                arguments = index, state, language
                threading.Thread(target=self._find, args=arguments, name="points", daemon=True).start()
        raise NotYet("points")

    def renew(self, index: Index) -> None:
        """Look again for points that were listed before the index changed: nobody shall wait for them."""
        for language in LANGUAGES:
            if self._kept.file(index, language).is_file():
                with suppress(NotYet, TooHeavy):
                    self.points(index, language)

    def _find(self, index: Index, state: str, language: str) -> None:
        generation, file = generation_of(index, self._place), self._kept.file(index, language)
        failed = False
        try:
            self._apart.run(SECONDS, list_points_in, self._place, generation, file, state, language)
        except QuothError as error:
            failed = True
            _log.warning("The contested points of the library cannot be listed: %s", error)
        with self._lock:
            self._sought.pop(language, None)
            if failed:
                self._failed[language] = state

    def close(self) -> None:
        """End what runs."""
        self._apart.close()
