"""A copy of the bot's state, taken while it runs, and put back while it does not."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bot.doors.telegram.ledger import FILE
from bot.doors.telegram.pulse import STAMP, healthy
from index.errors import SettingsError, UsageError

_TABLES = {"updates", "parts", "turns", "languages", "feedback", "counts"}
_RUNNING = 30.0  # seconds: a bot that beat within them runs


def save(state_dir: Path, target: Path) -> int:
    """Write a copy of the state into a new file that only its owner can read; return its size in bytes.

    Raises SettingsError when there is no state, UsageError when the file is there already.
    """
    if not (state_dir / FILE).is_file():
        raise SettingsError(f"there is no state of a bot in {state_dir}")
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise UsageError(f"{target} is there already; a backup goes into a new file") from None
    try:
        with closing(_opened(state_dir / FILE)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except BaseException as error:
        target.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise SettingsError(f"the state in {state_dir} cannot be copied: {error}") from error
        raise
    return target.stat().st_size


def bring_back(source: Path, state_dir: Path) -> None:
    """Make a copy that ``save`` wrote the state again; the one there is kept beside it, its name dated.

    Raises UsageError when the file is no such copy or is damaged, SettingsError while a bot runs.
    """
    _check(source)
    if healthy(state_dir, _RUNNING):
        raise SettingsError(
            f"a bot runs on the state in {state_dir}, or was killed half a minute ago at most; stop it first"
        )
    state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = state_dir / f"{FILE}.restored"
    fresh.unlink(missing_ok=True)
    with closing(_opened(source)) as copy, closing(sqlite3.connect(fresh)) as target:
        fresh.chmod(0o600)
        copy.backup(target)
    (state_dir / STAMP).unlink(missing_ok=True)
    present = state_dir / FILE
    if present.exists():
        with closing(sqlite3.connect(present)) as base:  # folds its log into it
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        present.rename(state_dir / f"{FILE}.{time.strftime('%Y%m%d-%H%M%S')}")
    for ending in ("-wal", "-shm"):
        (state_dir / f"{FILE}{ending}").unlink(missing_ok=True)
    fresh.replace(present)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10.0)


def _check(source: Path) -> None:
    try:
        with closing(_opened(source)) as base:
            tables = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            (state,) = base.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise UsageError(f"{source} is no backup of the bot's state ({error})") from None
    if not tables >= _TABLES:
        raise UsageError(f"{source} is no backup of the bot's state")
    if state != "ok":
        raise UsageError(f"{source} is damaged ({state})")
