"""Work in lanes: jobs of one lane run one after the other, by their places; lanes run side by side."""

from __future__ import annotations

import asyncio
import logging
from bisect import insort_right
from collections.abc import Awaitable, Callable, Hashable
from operator import itemgetter

_log = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]


class Lanes:
    """Runs jobs; one that waits, or fails, holds up its own lane only."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, list[tuple[int, Job]]] = {}
        self._running: dict[Hashable, asyncio.Task[None]] = {}
        self._busy: set[Hashable] = set()
        self._finished = asyncio.Event()

    def submit(self, lane: Hashable, job: Job, place: int = 0) -> None:
        """Put a job into a lane, behind those that wait there with the same ``place`` or one before it."""
        insort_right(self._waiting.setdefault(lane, []), (place, job), key=itemgetter(0))
        if lane not in self._running:
            self._running[lane] = asyncio.create_task(self._run(lane), name=f"lane {hash(lane)}")

    def load(self, lane: Hashable) -> int:
        """Return how many jobs a lane holds, the running one included."""
        return len(self._waiting.get(lane, ())) + (lane in self._busy)

    def total(self) -> int:
        """Return how many jobs all lanes hold together."""
        return sum(map(len, self._waiting.values())) + len(self._busy)

    async def _run(self, lane: Hashable) -> None:
        jobs = self._waiting[lane]
        try:
            while jobs:
                self._busy.add(lane)
                try:
                    await jobs.pop(0)[1]()
                except Exception as error:
                    _log.error("A job failed with %s", type(error).__name__)
                self._busy.discard(lane)
                self._finished.set()
        finally:
            self._busy.discard(lane)
            del self._waiting[lane], self._running[lane]
            self._finished.set()

    async def wait_one(self, timeout: float) -> None:
        """Wait until a job ends, at most ``timeout`` seconds."""
        self._finished.clear()
        if self._running:
            try:
                await asyncio.wait_for(self._finished.wait(), timeout)
            except TimeoutError:
                return

    async def drain(self, timeout: float) -> None:
        """Give jobs under way ``timeout`` seconds to end, and cancel what is left.

        What still waits in a lane is not begun.
        """
        for jobs in self._waiting.values():
            jobs.clear()
        tasks = list(self._running.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=timeout)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
