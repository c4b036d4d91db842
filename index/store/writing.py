"""One writer at a time, and nothing left behind: the lock of a store and its tidying."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from index.errors import StoreBusy
from index.store.listing import current_generation

_PATIENCE = 60.0  # seconds that a second writer waits for the first
_PAUSE = 0.1  # seconds between two looks
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


def tidy(store: Path) -> None:
    """Remove what interrupted builds left: all but the generation in force. Only under the lock."""
    import shutil  # half of what it imports packs archives; who only reads needs none of it

    current = current_generation(store)
    for leftover in [*store.glob("building-*"), *store.glob("g*")]:
        if leftover != current and leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
    for leftover in store.glob("CURRENT.*"):
        leftover.unlink(missing_ok=True)


def tidy_if_idle(store: Path) -> None:
    """Remove leftovers where there are any, unless somebody is writing or nothing may be written."""
    with contextlib.suppress(OSError, StoreBusy):
        if sum(1 for _ in store.iterdir()) > _TIDY:
            with writer_lock(store, patience=0):
                tidy(store)
