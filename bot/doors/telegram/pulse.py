"""Whether polling is alive: the time of the last success, in memory and on disk, and a watchdog.

The watchdog is a thread, so that it also notices an event loop that has stopped turning.
"""

from __future__ import annotations

import logging
import math
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

STAMP = "telegram.alive"
LAST = "telegram.last"  # what the stamp becomes where a process ends by itself
STAMP_EVERY = 5.0  # seconds between two writes of the stamp
EXIT_STALLED = 3

_log = logging.getLogger(__name__)


class Pulse:
    """Remembers the last success and the last trouble; safe to use from several threads."""

    def __init__(self, state_dir: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._stamp, self._past = state_dir / STAMP, state_dir / LAST
        self._clock = clock
        self._before = max(_stamped(self._stamp), _stamped(self._past))
        self._last = clock()
        self._written = -STAMP_EVERY
        self.trouble = ""
        self.held_place = True  # whether who comes next may go on at once where this process was

    def beat(self) -> None:
        """Note a success."""
        self._last = self._clock()
        self.trouble = ""
        if self._last - self._written >= STAMP_EVERY:
            self._written = self._last
            self._write()

    def _write(self) -> None:
        fresh = self._stamp.with_suffix(f".{os.getpid()}")
        try:
            fresh.write_text(f"{time.time():.0f}\n", encoding="ascii")
            fresh.replace(self._stamp)
        except OSError as error:
            _log.warning("The health stamp cannot be written: %s", error)

    def was_alive(self, within: float) -> bool:
        """Tell whether a process with this state directory was alive so many seconds ago at most."""
        return abs(time.time() - self._before) <= within

    def stop(self) -> None:
        """Note that the process ends by itself: nothing runs here any more."""
        with suppress(OSError):
            if self.held_place:
                self._stamp.replace(self._past)
            else:
                self._stamp.unlink(missing_ok=True)

    def silence(self) -> float:
        """Return the seconds since the last success."""
        return self._clock() - self._last


def healthy(state_dir: Path, limit: float = 120.0) -> bool:
    """Tell whether a messenger with this state directory succeeded within ``limit`` seconds."""
    return abs(time.time() - _stamped(state_dir / STAMP)) <= limit


def _stamped(file: Path) -> float:
    """Return the time that a stamp tells, one long ago where there is none."""
    try:
        return float(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return -math.inf


def _end(status: int) -> None:
    logging.shutdown()
    os._exit(status)


class Watchdog:
    """Ends the process when the pulse has stopped: a supervisor then starts a fresh one."""

    def __init__(self, pulse: Pulse, limit: float, end: Callable[[int], None] = _end) -> None:
        self._pulse, self._limit, self._end = pulse, limit, end
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Stop watching."""
        self._stop.set()

    def _watch(self) -> None:
        while not self._stop.wait(min(1.0, self._limit / 4)):
            if self._pulse.silence() > self._limit:
                _log.critical(
                    "No contact with Telegram for %.0f seconds (last trouble: %s); ending with status %d.",
                    self._pulse.silence(),
                    self._pulse.trouble or "none reported",
                    EXIT_STALLED,
                )
                self._end(EXIT_STALLED)
                return
