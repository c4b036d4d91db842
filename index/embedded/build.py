"""Files to an index on disk, all or nothing.

An index is a generation: a folder that is written under another name, synced, and named in the
file CURRENT by an atomic rename. Whatever interrupts a build, CURRENT still names a whole
generation; and what an interrupted build has read, the next one takes over.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from index.articles.editing import read_corrections
from index.embedded.catalog import Catalog
from index.embedded.earlier import Earlier, rules_of
from index.embedded.fill import Job, fill
from index.embedded.listing import CATALOG, Listing, Progress, current_generation
from index.embedded.update import Unsuited, update
from index.embedded.writing import set_unfinished_aside, sync, tidy, writer_lock
from index.errors import StoreDamaged, StoreError, StoreFull


def build(
    library: Path,
    store: Path,
    listing: Listing,
    progress: Progress | None = None,
    *,
    rebuild: bool = False,
    damaged: Path | None = None,
) -> Path:
    """Build the index of ``library`` in the folder ``store`` and return the new generation's folder.

    The one in force is kept when it is of this listing, and what it knows of unchanged files is taken
    over, unless ``rebuild`` is set or it is the one known to be ``damaged``.

    Raises EmptyLibrary, StoreBusy, StoreFull, StoreError.
    """
    try:
        store.mkdir(parents=True, exist_ok=True)
        with writer_lock(store):
            unfinished = None if rebuild else set_unfinished_aside(store)
            tidy(store, unfinished)
            current = current_generation(store)
            earlier = None if current == damaged or rebuild else current
            if earlier is not None and _state_of(earlier) == listing.state:
                return earlier  # another process built it while this one waited
            rules = rules_of(
                library
            )  # before the corrections are read: what changes meanwhile is seen next time
            job = Job.of(library, listing, rules, read_corrections(library), progress)
            return _build(job, store, earlier, unfinished)
    except (OSError, sqlite3.Error, StoreError) as error:
        cause = error.__cause__ if isinstance(error, StoreError) else error
        if not isinstance(cause, OSError | sqlite3.Error):
            raise
        reason = getattr(cause, "strerror", None) or str(cause)
        kind = StoreFull if _is_full(cause) else StoreError
        raise kind(f"the index cannot be written to {store}: {reason}") from cause


def _is_full(cause: OSError | sqlite3.Error) -> bool:
    """Whether it is room on the disk that is missing."""
    if isinstance(cause, OSError):
        return cause.errno in {errno.ENOSPC, errno.EDQUOT}
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL


def _build(job: Job, store: Path, current: Path | None, unfinished: Path | None) -> Path:
    folder = store / f"building-{os.getpid()}"
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.mkdir()
        if not (current and _updated(job, current, folder)):
            fill(job, folder, _known(job, [path for path in (current, unfinished) if path], stack))
        return _publish(store, folder)


def _known(job: Job, places: Sequence[Path], stack: ExitStack) -> list[Earlier]:
    """Return what earlier indexes know, closed at the end of the stack; damaged ones know nothing."""
    known = []
    for place in places:
        try:
            known.append(Earlier(place / CATALOG, job.found, job.rules))
        except StoreDamaged:
            continue
        stack.callback(known[-1].close)
    return known


def _updated(job: Job, current: Path, folder: Path) -> bool:
    """Whether the index in force could be brought up to date in a copy of it."""
    try:
        earlier = Earlier(current / CATALOG, job.found, job.rules)
    except StoreDamaged:
        return False
    try:
        update(job, current, folder, earlier)
    except (Unsuited, StoreDamaged):
        shutil.rmtree(folder)
        folder.mkdir()
        return False
    finally:
        earlier.close()
    return True


def _publish(store: Path, folder: Path) -> Path:
    """Sync the folder, give it its name, and let CURRENT name it; older generations go."""
    for path in folder.rglob("*"):
        if path.is_file():
            sync(path)
    sync(folder)
    numbers = [int(old.name[1:]) for old in store.glob("g*") if old.name[1:].isdigit()]
    target = store / f"g{max(numbers, default=0) + 1:06d}"
    folder.rename(target)
    sync(store)
    pointer = store / f"CURRENT.{os.getpid()}"
    pointer.write_text(target.name, "ascii")
    sync(pointer)
    pointer.replace(store / "CURRENT")
    sync(store)
    tidy(store)
    return target


def _state_of(generation: Path) -> str | None:
    try:
        catalog = Catalog.open(generation / CATALOG)
        try:
            return catalog.meta("listing")
        finally:
            catalog.close()
    except StoreDamaged:
        return None
