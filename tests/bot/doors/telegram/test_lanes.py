"""Lanes: in order within one, side by side between them, and no failure spreads."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.doors.telegram.lanes import Lanes


def job(log: list[str], name: str, seconds: float = 0.0) -> Callable[[], Awaitable[None]]:
    """Return a job that notes its name after some seconds; "fail" fails."""

    async def run() -> None:
        await asyncio.sleep(seconds)
        if name == "fail":
            raise RuntimeError(name)
        log.append(name)

    return run


def test_lane_keeps_its_order_and_others_do_not_wait() -> None:
    """A slow job holds up its own lane only."""

    async def main() -> list[str]:
        log: list[str] = []
        lanes = Lanes()
        lanes.submit("a", job(log, "a1", 0.05))
        lanes.submit("a", job(log, "a2"))
        lanes.submit("b", job(log, "b1"))
        assert lanes.load("a") == 2
        while lanes.load("a"):
            await lanes.wait_one(1.0)
        return log

    assert asyncio.run(main()) == ["b1", "a1", "a2"]


def test_waiting_jobs_run_by_their_places() -> None:
    """What comes late takes its place before those that wait with a later one; equals keep their order."""

    async def main() -> list[str]:
        log: list[str] = []
        lanes = Lanes()
        for name, place in (("running", 9), ("c", 4), ("d", 4), ("a", 1), ("b", 2)):
            lanes.submit("a", job(log, name, 0.01), place)
            await asyncio.sleep(0)
        while lanes.load("a"):
            await lanes.wait_one(1.0)
        return log

    assert asyncio.run(main()) == ["running", "a", "b", "c", "d"]


def test_failing_job_does_not_end_its_lane() -> None:
    """What comes after a failure in the same lane still runs."""

    async def main() -> list[str]:
        log: list[str] = []
        lanes = Lanes()
        for name in ("one", "fail", "two"):
            lanes.submit("a", job(log, name))
        await asyncio.sleep(0.05)
        return log

    assert asyncio.run(main()) == ["one", "two"]


def test_drain_finishes_what_runs_and_begins_nothing() -> None:
    """At the end the running job is finished, a waiting one is not begun, an endless one is cut off."""

    async def main() -> list[str]:
        log: list[str] = []
        lanes = Lanes()
        for lane, name, seconds in (("a", "running", 0.05), ("a", "waiting", 0.0), ("b", "endless", 60.0)):
            lanes.submit(lane, job(log, name, seconds))
        await asyncio.sleep(0.01)
        await lanes.drain(0.3)
        return log

    assert asyncio.run(main()) == ["running"]
