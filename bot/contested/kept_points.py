"""Where the contested points of a large library are kept: a file beside its index."""

from __future__ import annotations

import os
import shutil
import weakref
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from bot.answer import ContestedPoint
from bot.contested import found_points
from bot.contested.found_points import list_points, listed_points
from bot.phrases import answer_languages
from index.door import Index
from index.embedded.listing import POINTS, Progress
from index.open import LibraryAt

Points = Sequence[ContestedPoint]


class KeptPoints:
    """The file that holds the points of one library."""

    def __init__(self, place: LibraryAt) -> None:
        self._place = place
        self._beside: Path | None = None

    def found_now(
        self,
        index: Index,
        folder: Path,
        language: str,
        progress: Progress | None = None,
        *,
        silenced: bool = False,
    ) -> Points:
        """Return the points of an index, looked for at once where the file is old.

        Raises StoreError, BadMetadata.
        """
        file, state = self.file(index), state_of(index)
        for _ in range(2):
            found = listed_points(file, state, folder, language, silenced=silenced)
            if found is not None:
                return found
            list_points(index, file, state, folder, progress)
        return ()

    def renew(self, index: Index, folder: Path, progress: Progress | None = None) -> None:
        """Look for the points of an index before anybody asks, where they are kept and the file is old.

        Raises StoreError, BadMetadata.
        """
        if index.size() > found_points.FEW_PARAGRAPHS:
            self.found_now(index, folder, answer_languages()[0], progress)

    def file(self, index: Index) -> Path:
        """Return the file: beside the index where it may be written, else for this process."""
        generation = generation_of(index, self._place)
        if generation is not None and os.access(generation.parent, os.W_OK):
            return generation.parent / f"{POINTS}.sqlite"
        if self._beside is None:
            self._beside = Path(mkdtemp(prefix="quoth-"))
            weakref.finalize(self, shutil.rmtree, self._beside, ignore_errors=True)
        return self._beside / f"{POINTS}.sqlite"


def generation_of(index: Index, place: LibraryAt) -> Path | None:
    """Return the folder of an index on this machine, None of a published one."""
    return getattr(index, "generation", None) if place.published is None else None


def state_of(index: Index) -> str:
    """Return what tells an index from one that was made of other files."""
    return str(getattr(index, "listing", None) or getattr(index, "generation", ""))
