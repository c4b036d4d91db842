"""Where the contested points of a large library are kept: a file beside its index, one for each language."""

from __future__ import annotations

import os
import shutil
import weakref
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from bot.answer import ContestedPoint
from bot.contested.found_points import list_points, listed_points
from index.door import Index
from index.embedded.listing import POINTS
from index.open import LibraryAt

Points = Sequence[ContestedPoint]


class KeptPoints:
    """The files that hold the points of one library, one for each language of headings."""

    def __init__(self, place: LibraryAt) -> None:
        self._place = place
        self._beside: Path | None = None

    def found_now(self, index: Index, folder: Path, language: str, *, silenced: bool = False) -> Points:
        """Return the points of an index, looked for at once where the file is old."""
        file, state = self.file(index, language), state_of(index)
        for _ in range(2):
            found = listed_points(file, state, folder, language, silenced=silenced)
            if found is not None:
                return found
            list_points(index, file, state, folder, language)
        return ()

    def file(self, index: Index, language: str) -> Path:
        """Return the file for a language: beside the index where it may be written, else for this process."""
        generation = generation_of(index, self._place)
        if generation is not None and os.access(generation.parent, os.W_OK):
            return generation.parent / f"{POINTS}-{language}.sqlite"
        if self._beside is None:
            self._beside = Path(mkdtemp(prefix="quoth-"))
            weakref.finalize(self, shutil.rmtree, self._beside, ignore_errors=True)
        return self._beside / f"{POINTS}-{language}.sqlite"


def generation_of(index: Index, place: LibraryAt) -> Path | None:
    """Return the folder of an index on this machine, None of a published one."""
    return getattr(index, "generation", None) if place.published is None else None


def state_of(index: Index) -> str:
    """Return what tells an index from one that was made of other files."""
    return str(getattr(index, "listing", None) or getattr(index, "generation", ""))
