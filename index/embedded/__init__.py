"""The embedded index: a library's catalogue and postings on disk, behind the index's door."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from index.embedded.embedded import EmbeddedIndex
from index.embedded.listing import Progress, current_generation, take_listing
from index.embedded.writing import tidy_if_idle
from index.errors import StoreDamaged, StoreError, StoreFull

__all__ = ["EmbeddedIndex", "may_write", "open_library", "store_folder"]

_OPENINGS = 3  # times to open what was just built, when other processes replace it at the same moment


def store_folder(library: Path, index_dir: Path | None) -> Path:
    """Return the folder that holds the index of ``library``.

    Inside ``index_dir`` when one is given, which may serve several libraries; else ``.quoth`` in the
    library when it can be written there, else the user's cache.
    """
    root = library.resolve()
    if index_dir is not None:
        return index_dir / _key(root)
    if may_write(root):
        return root / ".quoth"
    import platformdirs

    return Path(platformdirs.user_cache_dir("quoth")) / _key(root)


def _key(root: Path) -> str:
    """Return the name of a library's folder among those of others."""
    return f"{root.name}-{_sha256()(str(root).encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"


def _sha256() -> Any:
    """Return ``hashlib.sha256``, or Python's own: ``hashlib`` loads all of OpenSSL, for 3 ms."""
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError, AttributeError):
            return import_module(name).sha256
    return import_module("hashlib").sha256


def may_write(folder: Path) -> bool:
    """Whether the folder is meant to be written; root could write into those that are not, too."""
    try:
        return os.access(folder, os.W_OK) and bool(folder.stat().st_mode & 0o222)
    except OSError:
        return False


def open_library(
    library: Path,
    index_dir: Path | None = None,
    *,
    progress: Progress | None = None,
    rebuild: bool = False,
    note: Callable[[str], None] | None = None,
) -> EmbeddedIndex:
    """Return the index of a library, built when missing and brought up to date when files changed.

    Where there is no room for that and a ``note`` can be made of it, the index of before is returned, if
    it is whole. Raises LibraryNotFound, EmptyLibrary, StoreError.
    """
    listing = take_listing(library, index_dir)
    store = store_folder(library, index_dir)
    damaged = before = None
    for place in () if rebuild else (store, library.resolve() / ".quoth"):
        generation = current_generation(place)
        index, sound = _opened(generation)
        if index is not None and index.listing == listing.state:
            tidy_if_idle(store)
            return index
        before = before or index
        if not sound and place == store:
            damaged = generation
    from index.embedded.build import build  # reading and attributing costs start-up only when it is needed

    with ExitStack() as held:
        if before is not None:
            held.callback(before.close)
        for _ in range(_OPENINGS):
            try:
                generation = build(library, store, listing, progress, rebuild=rebuild, damaged=damaged)
            except StoreFull as error:
                if note is None or before is None or not before.is_of_this_version():
                    raise
                note(f"{error}; answered as the library was before, the latest changes are missing")
                held.pop_all()  # it stays open
                return before
            index, _ = _opened(generation)
            if index is not None:
                return index
    raise StoreDamaged(f"the index in {store} cannot be read back after it was written")


def _opened(generation: Path | None) -> tuple[EmbeddedIndex | None, bool]:
    """Return the index in a folder, and whether it is sound; it may have just been replaced by another."""
    if generation is None:
        return None, True
    try:
        return EmbeddedIndex(generation), True
    except StoreError:
        return None, False
