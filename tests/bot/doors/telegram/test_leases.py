"""Leases: one holder at a time, in a process and among several, and none for ever."""

from __future__ import annotations

import asyncio
import os
import socket
from pathlib import Path

import pytest

from bot.doors.telegram.leases import Leases, is_dead, new_worker
from bot.doors.telegram.ledger import LEASE, Ledger, Stored
from bot.doors.telegram.seal import Seal


def test_second_process_gets_the_lease_when_the_first_is_done_or_silent(tmp_path: Path) -> None:
    """A lease that is held is refused, given back it can be had, and so can one not renewed for its time."""
    now = [1000.0]

    def clock() -> float:
        return now[0]

    ledger = Ledger(tmp_path, Seal("token"), clock)
    one, two = (Leases(ledger, f"{name}-host:1:a", clock) for name in ("other", "third"))
    assert one.claim(b"x")
    assert not two.claim(b"x")
    assert two.claim(b"y")
    one.release(b"x")
    assert two.claim(b"x")
    for _ in range(5):
        assert not one.claim(b"x")
        now[0] += LEASE - 1
        two.renew()
    assert not one.claim(b"x")
    now[0] += LEASE - 1
    assert not one.claim(b"x")
    now[0] += 2
    assert one.claim(b"x")
    two.release(b"x")  # it is not its own any more
    assert not two.claim(b"x")


@pytest.mark.parametrize("jump", [-86400.0, 86400.0])
def test_clock_put_right_frees_no_lease_and_keeps_none(tmp_path: Path, jump: float) -> None:
    """However a clock jumps: a lease that is renewed is held, and one that is not is free after its time."""
    wall, steady = [1e6], [0.0]
    ledger = Ledger(tmp_path, Seal("token"), lambda: wall[0])
    one, two = (Leases(ledger, f"{name}-host:1:a", lambda: steady[0]) for name in ("other", "third"))
    ledger.store([Stored(1, "a")], "other-host:1:a")
    one.claim(b"x")
    wall[0] += jump
    for _ in range(6):
        assert not two.claim(b"x")
        assert ledger.take_over("third-host:1:a", two.gone) == ()
        steady[0] += 5.0
        wall[0] += 5.0
        ledger.renew("other-host:1:a")
        one.renew()
        two.renew()
    steady[0] += LEASE + 1
    assert two.claim(b"x")
    assert ledger.take_over("third-host:1:a", two.gone) == (1,)


def test_lease_of_a_dead_process_is_free_at_once(tmp_path: Path) -> None:
    """A process of this machine that is gone holds nothing."""
    ledger = Ledger(tmp_path, Seal("token"))
    gone = f"{socket.gethostname()}:{2**22 + 1}:a"
    assert Leases(ledger, gone).claim(b"x")
    assert Leases(ledger, new_worker()).claim(b"x")
    assert not is_dead(f"another-host:{os.getpid()}:a")


def test_one_at_a_time_within_a_process(tmp_path: Path) -> None:
    """Whoever waits for a lease gets it when the one before has given it back."""

    async def main() -> list[str]:
        leases, log = Leases(Ledger(tmp_path, Seal("token")), new_worker()), list[str]()

        async def write(name: str) -> None:
            async with leases.held(b"x"):
                log.append(f"{name} in")
                await asyncio.sleep(0.02)
                log.append(f"{name} out")

        await asyncio.gather(write("a"), write("b"))
        return log

    assert asyncio.run(main()) == ["a in", "a out", "b in", "b out"]
