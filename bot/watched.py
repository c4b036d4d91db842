"""A library that is watched: what changed in its folder is taken in, and withdrawn words are not quoted.

The index is brought up to date by a process of its own, while answers go on from the one of before. What
has changed on disk since that was made is known by its file's size and time, and left out of every answer.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable

from bot.apart import Apart
from bot.apart.tasks import bring_up_to_date
from index.embedded.listing import Listing, take_listing
from index.errors import QuothError, StoreDamaged
from index.formats.folder import FoundFile, state_of
from index.open import LibraryAt

LOOK = 2.0  # seconds between two looks at the folder, and how many times longer than a look the pause is
SHARE = 30
SETTLE = 1.0  # seconds that a folder must stay as it is: who copies many files is not interrupted
UPDATE = 3600.0  # seconds that an update may take
PAUSE_AFTER_TROUBLE = 30.0

_log = logging.getLogger(__name__)


class Watched:
    """Watches one library's folder in a thread of its own."""

    def __init__(
        self,
        place: LibraryAt,
        held: str | None,
        renewed: Callable[[], None] = lambda: None,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """``held`` is the state of the files that the index in force was made of.

        ``renewed`` is called when there is another index, ``check`` at each look: it raises StoreDamaged
        when the index has to be built again though nobody has asked it.
        """
        self._place, self._held, self._renewed, self._check = place, held, renewed, check
        self._apart = Apart(memory=None)
        self._known: dict[str, FoundFile] = {}
        self._wake, self._stop = threading.Event(), threading.Event()
        self._damaged = False
        self.pending = False  # whether something has changed that is not yet taken in
        self._thread = threading.Thread(target=self._watch, name="library", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._look()
        self._thread.start()

    def stop(self) -> None:
        """Stop watching; an update under way is ended, and begun again by the next process."""
        self._stop.set()
        self._wake.set()
        self._apart.close()

    def look_now(self) -> None:
        """Look at the folder at once."""
        self._wake.set()

    def heal(self) -> None:
        """Build the index again from the documents: it turned out to be damaged."""
        self._damaged = self.pending = True
        self._wake.set()

    def withdrawn(self, files: Iterable[str]) -> frozenset[str]:
        """Return which of some documents are not in the folder any more as the index holds them."""
        return frozenset(file for file in set(files) if not self._is_there(file))

    def _is_there(self, file: str) -> bool:
        known = self._known.get(file)
        if known is None:  # inside another file, or older than this watch
            return True
        try:
            state = known.path.stat()
        except OSError:
            return False
        return (state.st_size, state_of(state)) == (known.size, known.modified)

    def _watch(self) -> None:
        pause = LOOK
        while not self._stop.is_set():
            self._wake.wait(pause)
            self._wake.clear()
            if self._stop.is_set():
                return
            begun = time.monotonic()
            try:
                self._heal_what_is_damaged()
                self._take_in()
                pause = max(LOOK, SHARE * (time.monotonic() - begun)) if not self.pending else LOOK
            except (QuothError, OSError) as error:
                _log.warning("The library could not be brought up to date: %s", error)
                pause = PAUSE_AFTER_TROUBLE

    def _heal_what_is_damaged(self) -> None:
        try:
            self._check()
        except StoreDamaged as error:
            _log.warning("%s", error)
            self.heal()

    def _take_in(self) -> None:
        listing = self._look()
        if listing is None or not (self.pending or self._damaged):
            return
        if not self._damaged and self._stop.wait(SETTLE):
            return
        settled = take_listing(self._place.library, self._place.index_dir)
        if not self._damaged and settled.state != listing.state:
            self._wake.set()  # it is still changing
            return
        begun = time.monotonic()
        _log.info("The library has changed; its index is brought up to date")
        coming = {file.file: file for file in settled.found()}
        self._known = {**coming, **self._known}  # what is new can be withdrawn as soon as the index holds it
        self._held = self._apart.run(UPDATE, bring_up_to_date, self._place, rebuild=self._damaged)
        if self._held == settled.state:
            self._known = coming
        self._damaged = False
        _log.info("The index is up to date after %.1f s", time.monotonic() - begun)
        self._look()
        self._renewed()

    def _look(self) -> Listing | None:
        listing = take_listing(self._place.library, self._place.index_dir)
        self.pending = self._damaged or listing.state != self._held
        if not self.pending:
            self._known = {file.file: file for file in listing.found()}
        return listing
