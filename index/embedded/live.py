"""The index for processes that run on: they answer whatever is built meanwhile, and soon from the new one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from index.door import Index, Result
from index.embedded.embedded import EmbeddedIndex
from index.embedded.listing import Progress, current_generation
from index.errors import QuothError, StoreDamaged, StoreError

Opener = Callable[[bool], EmbeddedIndex]  # whether to build it anew


def worked(work: Callable[[Index], Result], index: Index) -> Result:
    """Return what ``work`` makes of an index; where that breaks off, see whether the index is still whole.

    What was checked once is trusted from then on, and may be written into later. Raises StoreDamaged.
    """
    try:
        return work(index)
    except QuothError:
        raise
    except Exception:
        if isinstance(index, EmbeddedIndex):
            index.check_again()
        raise


class LiveIndex:
    """A library's index, opened again when another generation is in force; safe in threads.

    ``opener`` opens the library's index, brought up to date; ``store`` is the folder that holds it.
    """

    def __init__(self, opener: Opener, store: Path) -> None:
        self._opener, self._store = opener, store
        self._swap = threading.Lock()
        self._take(opener(False))

    def _take(self, index: EmbeddedIndex) -> None:
        """Serve from an index; where it came with a read-only library, until the store has another one."""
        self._index = index
        inside = self._store in index.generation.parents
        self._seen = index.generation if inside else current_generation(self._store)

    def now(self) -> EmbeddedIndex:
        """Return the index in force. Who has an earlier one can go on with it: its files stay open."""
        current = current_generation(self._store)
        index = self._index
        if current is None or current == self._seen:
            return index
        with self._swap:
            if self._index is index:
                try:
                    self._take(EmbeddedIndex(current))
                except StoreError:  # replaced once more, or damaged: the next question looks again
                    return index
            return self._index

    def reload(self) -> None:
        """Bring the index up to date with the files."""
        with self._swap:
            self._take(self._opener(False))

    def use(self, work: Callable[[Index], Result]) -> Result:
        """Return what ``work`` makes of the index, of a new one when this one turns out to be damaged."""
        index = self.now()
        try:
            return worked(work, index)
        except StoreDamaged:
            with self._swap:
                if self._index is index:
                    self._take(self._opener(True))
                mended = self._index
            return work(mended)


def live_index(
    library: Path,
    index_dir: Path | None,
    progress: Progress | None = None,
    note: Callable[[str], None] | None = None,
) -> LiveIndex:
    """Return the index of a library for a process that runs on. Raises as ``open_library``."""
    from index.embedded import open_library, store_folder

    def opener(rebuild: bool) -> EmbeddedIndex:
        return open_library(library, index_dir, progress=progress, rebuild=rebuild, note=note)

    return LiveIndex(opener, store_folder(library, index_dir))
