"""One writer at a time, and nothing left behind: the lock of a store and its tidying."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from index.embedded.listing import CATALOG, POINTS, PUBLISHED, current_generation
from index.errors import StoreBusy

_PATIENCE = 60.0  # seconds that a second writer waits for the first
_PAUSE = 0.1  # seconds between two looks
UNFINISHED = "unfinished"  # what an interrupted build has read, until the next one has ended
_TIDY = 3  # entries of a tidy store: the pointer, the lock, one generation


@contextlib.contextmanager
def writer_lock(store: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the store for writing; the system lets go of it when the process ends, however it ends.

    Raises StoreBusy after ``patience`` seconds, OSError when the folder cannot be written.
    """
    import fcntl

    end = time.monotonic() + patience
    with (store / "lock").open("w") as handle:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= end:
                    raise StoreBusy(
                        f"another process is building the index in {store}; try again when it has finished"
                    ) from None
                time.sleep(_PAUSE)
        yield


def set_unfinished_aside(store: Path) -> Path | None:
    """Return what an interrupted build has read so far, under a name of its own. Only under the lock."""
    aside = store / UNFINISHED
    for folder in sorted(store.glob("building-*")):
        if (folder / CATALOG).is_file():
            import shutil

            shutil.rmtree(aside, ignore_errors=True)
            folder.rename(aside)
    if not (aside / CATALOG).is_file():
        return None
    try:
        with contextlib.closing(sqlite3.connect(aside / CATALOG)) as database:
            database.execute("SELECT 1 FROM meta").fetchone()  # undoes what was under way
    except sqlite3.Error:
        return None
    return aside


def tidy(store: Path, unfinished: Path | None = None) -> None:
    """Remove what interrupted builds left: all but the generation in force. Only under the lock."""
    import shutil  # half of what it imports packs archives; who only reads needs none of it

    current = current_generation(store)
    for leftover in [*store.glob("building-*"), *store.glob("g*"), store / UNFINISHED]:
        if leftover not in {current, unfinished} and leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
    for leftover in store.glob("CURRENT.*"):
        leftover.unlink(missing_ok=True)


def tidy_if_idle(store: Path) -> None:
    """Remove leftovers where there are any, unless somebody is writing or nothing may be written."""
    with contextlib.suppress(OSError, StoreBusy):
        if sum(1 for each in store.iterdir() if not each.name.startswith((POINTS, PUBLISHED))) > _TIDY:
            with writer_lock(store, patience=0):
                tidy(store)


def sync(path: Path) -> None:
    """Make sure that a file or a folder is on the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
