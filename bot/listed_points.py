"""The contested points of a large library: looked for apart, once for each state of its index."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from bot.answer import ContestedPoint
from bot.apart import Apart
from bot.apart.tasks import points_in
from bot.desk import NotYet, TooHeavy
from index.errors import QuothError

SECONDS = 900.0  # that the search may take; nobody waits for it

_log = logging.getLogger(__name__)

Points = Sequence[ContestedPoint]


class ListedPoints:
    """Keeps the points of the index in force, and looks for them when there is another one."""

    def __init__(self, library: Path, apart: Apart) -> None:
        self._library, self._apart = library, apart
        self._found: dict[str, tuple[Path, Points | None]] = {}  # None: they could not be listed
        self._sought: dict[str, Path] = {}
        self._lock = threading.Lock()

    def points(self, generation: Path, language: str) -> Points:
        """Return the points of the index in a folder.

        Raises NotYet while they are looked for, TooHeavy where that took more than there is for it: that
        nothing was found would not be true.
        """
        with self._lock:
            made, found = self._found.get(language, (None, None))
            if made == generation and found is not None:
                return found
            if made == generation:
                raise TooHeavy("the contested points of the library")
            if self._sought.get(language) != generation:
                self._sought[language] = generation
                arguments = generation, language
                threading.Thread(target=self._find, args=arguments, name="points", daemon=True).start()
        raise NotYet("points")

    def _find(self, generation: Path, language: str) -> None:
        found: Points | None = None
        try:
            found = self._apart.run(SECONDS, points_in, generation, self._library, language)
        except QuothError as error:
            _log.warning("The contested points of the library cannot be listed: %s", error)
        with self._lock:
            self._found[language] = generation, found

    def close(self) -> None:
        """End what runs."""
        self._apart.close()
