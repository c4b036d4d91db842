"""Who may do what only one process at a time may do: poll, or write into a chat.

A lease lies in the ledger, so that all processes of one bot see it. It runs out when its holder no longer
renews it, and at once when the holder is a process of this machine that is gone.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.doors.telegram.ledger import LEASE, Ledger

POLLING = b"polling"  # the lease of the one process that fetches updates
LOOK_AGAIN, LOOK_AGAIN_MOST = 0.02, 0.3  # seconds between looks at a lease that another process holds
_LOCKS_KEPT = 2000  # chats whose lock is remembered though nobody waits for it


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

    def __init__(self, ledger: Ledger, worker: str) -> None:
        self._ledger, self._worker = ledger, worker
        self._locks: dict[bytes, asyncio.Lock] = {}

    def claim(self, name: bytes) -> bool:
        """Take or keep a lease; False while another process that lives holds it."""
        now = self._ledger.now()
        with self._ledger.transaction() as base:
            row = base.execute("SELECT worker, until FROM leases WHERE name = ?", (name,)).fetchone()
            if row and row[0] != self._worker and row[1] >= now and not is_dead(row[0]):
                return False
            base.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?)", (name, self._worker, now + LEASE))
        return True

    def release(self, name: bytes) -> None:
        """Give a lease back."""
        with self._ledger.transaction() as base:
            base.execute("DELETE FROM leases WHERE name = ? AND worker = ?", (name, self._worker))

    def renew(self) -> None:
        """Keep what this process holds, and sweep away what nobody does."""
        now = self._ledger.now()
        with self._ledger.transaction() as base:
            base.execute("UPDATE leases SET until = ? WHERE worker = ?", (now + LEASE, self._worker))
            base.execute("DELETE FROM leases WHERE until < ?", (now - LEASE,))

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
