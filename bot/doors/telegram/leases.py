"""Who may do what only one process at a time may do: poll, or write into a chat.

A lease lies in the ledger, so that all processes of one bot see it. It runs out when its holder no longer
renews it, and at once when the holder is a process of this machine that is gone. Whether it is renewed is
watched, not read off a clock: the clocks of two machines differ, and any clock may be put right.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.doors.telegram.ledger import LEASE, Ledger

POLLING = b"polling"  # the lease of the one process that fetches updates
# Seconds without renewal after which a holder is gone whose lease is over by the clock: two renewals.
RENEWED = 10.0
LOOK_AGAIN, LOOK_AGAIN_MOST = 0.02, 0.3  # seconds between looks at a lease that another process holds
_LOCKS_KEPT = 500  # chats whose lock is remembered though nobody waits for it


def new_worker() -> str:
    """Return a name for this process that no other has had: host, process id, random letters."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


def is_dead(worker: str) -> bool:
    """Tell whether a process of this host is gone; of other hosts only the lease tells."""
    host, pid, _ = worker.rsplit(":", 2)
    if host != socket.gethostname():
        return False
    if int(pid) == os.getpid():  # the number was given anew, to this process
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


class Leases:
    """The leases of one process."""

    def __init__(self, ledger: Ledger, worker: str, steady: Callable[[], float] = time.monotonic) -> None:
        self._ledger, self._worker, self._steady = ledger, worker, steady
        self._locks: dict[bytes, asyncio.Lock] = {}
        # Of life, of other processes: the times that each renewed its leases to, and since when those stand.
        self._signs: dict[str, tuple[tuple[float, ...], float]] = {}

    def gone(self, worker: str) -> bool:
        """Tell whether a process is gone: it runs here no more, or no longer renews what it holds."""
        if worker == self._worker:
            return False
        if is_dead(worker):
            return True
        with self._ledger.reading() as base:
            rows = base.execute(
                "SELECT MAX(until) FROM leases WHERE worker = ?1 UNION ALL"
                " SELECT MAX(lease) FROM updates WHERE worker = ?1 AND payload IS NOT NULL",
                (worker,),
            ).fetchall()
        signs, now = tuple(until for (until,) in rows if until is not None), self._steady()
        known, since = self._signs.get(worker, ((), now))
        if not set(signs) <= set(known):  # those that vanish were taken from it, or given back
            since = now
        self._signs[worker] = signs, since
        over = max(signs, default=0.0) < self._ledger.now()
        return now - since >= (RENEWED if over else LEASE)

    def claim(self, name: bytes) -> bool:
        """Take or keep a lease; False while another process that lives holds it."""
        with self._ledger.transaction() as base:
            row = base.execute("SELECT worker FROM leases WHERE name = ?", (name,)).fetchone()
            if row and row[0] != self._worker:
                if not self.gone(row[0]):
                    return False
                base.execute("DELETE FROM leases WHERE worker = ?", row)
            until = self._ledger.now() + LEASE
            base.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?)", (name, self._worker, until))
        return True

    def release(self, name: bytes) -> None:
        """Give a lease back."""
        with self._ledger.transaction() as base:
            base.execute("DELETE FROM leases WHERE name = ? AND worker = ?", (name, self._worker))

    def renew(self) -> None:
        """Keep what this process holds, and sweep away what those held that are gone."""
        until = self._ledger.now() + LEASE
        with self._ledger.transaction() as base:
            base.execute("UPDATE leases SET until = ? WHERE worker = ?", (until, self._worker))
            holders = base.execute("SELECT DISTINCT worker FROM leases").fetchall()
            for row in holders:
                if self.gone(*row):
                    base.execute("DELETE FROM leases WHERE worker = ?", row)

    @asynccontextmanager
    async def held(self, name: bytes) -> AsyncIterator[None]:
        """Wait for a lease, in this process and among all, hold it, and give it back."""
        lock = self._lock(name)
        async with lock:
            pause = LOOK_AGAIN
            while not self.claim(name):
                await asyncio.sleep(pause)
                pause = min(2 * pause, LOOK_AGAIN_MOST)
            try:
                yield
            finally:
                self.release(name)

    def _lock(self, name: bytes) -> asyncio.Lock:
        lock = self._locks.pop(name, None) or asyncio.Lock()
        self._locks[name] = lock
        if len(self._locks) > _LOCKS_KEPT:
            idle = next((each for each, its in self._locks.items() if not its.locked()), None)
            if idle is not None:
                del self._locks[idle]
        return lock
