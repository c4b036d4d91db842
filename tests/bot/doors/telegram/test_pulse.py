"""The pulse, its stamp on disk and the watchdog."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from bot.doors.telegram import healthy
from bot.doors.telegram.pulse import STAMP, Pulse, Watchdog


def test_beat_is_seen_by_the_health_check(tmp_path: Path) -> None:
    """Healthy means a success within the limit; no stamp, an old one or a broken one is not."""
    assert not healthy(tmp_path)
    Pulse(tmp_path).beat()
    assert healthy(tmp_path, 5)
    (tmp_path / STAMP).write_text(f"{time.time() - 10:.0f}")
    assert not healthy(tmp_path, 5)
    (tmp_path / STAMP).write_text("")
    assert not healthy(tmp_path, 5)


def test_a_bot_that_has_ended_by_itself_is_known_not_to_run(tmp_path: Path) -> None:
    """After an orderly end nothing says that a bot runs, so that its state can be put back at once."""
    pulse = Pulse(tmp_path)
    pulse.beat()
    pulse.stop()
    assert not healthy(tmp_path)


def test_stamp_is_not_written_at_every_beat(tmp_path: Path) -> None:
    """Beats in quick succession write the stamp once."""
    now = [100.0]
    pulse = Pulse(tmp_path, lambda: now[0])
    pulse.beat()
    os.utime(tmp_path / STAMP, (1, 1))
    pulse.beat()
    assert (tmp_path / STAMP).stat().st_mtime == 1
    now[0] += 6
    pulse.beat()
    assert (tmp_path / STAMP).stat().st_mtime > 1


def test_watchdog_ends_the_process_once_the_pulse_stops(tmp_path: Path) -> None:
    """Silence beyond the limit ends the process with status 3; a beating pulse does not."""
    now = [100.0]
    pulse = Pulse(tmp_path, lambda: now[0])
    ended: list[int] = []
    over = threading.Event()

    def end(status: int) -> None:
        ended.append(status)
        over.set()

    watchdog = Watchdog(pulse, 0.2, end)
    watchdog.start()
    assert not over.wait(0.3)
    now[0] += 1
    assert over.wait(5)
    assert ended == [3]
