"""The embedded index: a library's catalogue and postings on disk, behind the index's door."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from index.errors import StoreDamaged
from index.store.embedded import EmbeddedIndex
from index.store.listing import Progress, current_generation, take_listing

__all__ = ["EmbeddedIndex", "open_library", "store_folder"]


def store_folder(library: Path, index_dir: Path | None) -> Path:
    """Return the folder that holds the index of ``library``.

    Inside ``index_dir`` when one is given, which may serve several libraries; else ``.quoth`` in the
    library when it can be written there, else the user's cache.
    """
    root = library.resolve()
    key = f"{root.name}-{hashlib.sha256(str(root).encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"
    if index_dir is not None:
        return index_dir / key
    own = root / ".quoth"
    if own.is_dir() or os.access(root, os.W_OK):
        return own
    import platformdirs

    return Path(platformdirs.user_cache_dir("quoth")) / key


def open_library(
    library: Path, index_dir: Path | None = None, *, progress: Progress | None = None, rebuild: bool = False
) -> EmbeddedIndex:
    """Return the index of a library, built when missing and brought up to date when files changed.

    Raises LibraryNotFound, EmptyLibrary, StoreError.
    """
    listing = take_listing(library)
    store = store_folder(library, index_dir)
    generation = None if rebuild else current_generation(store)
    if generation is not None:
        try:
            index = EmbeddedIndex(generation)
            if index.listing == listing.digest:
                return index
            index.close()
        except StoreDamaged:
            pass  # built again from the documents, below
    from index.store.build import build  # reading and attributing costs start-up only when it is needed

    return EmbeddedIndex(build(library, store, listing, progress, rebuild=rebuild))
