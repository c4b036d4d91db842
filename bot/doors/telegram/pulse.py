"""Whether polling is alive: the time of the last success, in memory and on disk, and a watchdog.

The watchdog is a thread, so that it also notices an event loop that has stopped turning.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

STAMP = "telegram.alive"
STAMP_EVERY = 5.0  # seconds between two writes of the stamp
EXIT_STALLED = 3

_log = logging.getLogger(__name__)


class Pulse:
    """Remembers the last success and the last trouble; safe to use from several threads."""

    def __init__(self, state_dir: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._stamp = state_dir / STAMP
        self._clock = clock
        self._last = clock()
        self._written = -STAMP_EVERY
        self.trouble = ""

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

    def stop(self) -> None:
        """Note that the process ends by itself: nothing runs here any more."""
        with suppress(OSError):
            self._stamp.unlink(missing_ok=True)

    def silence(self) -> float:
        """Return the seconds since the last success."""
        return self._clock() - self._last


def healthy(state_dir: Path, limit: float = 120.0) -> bool:
    """Tell whether a messenger with this state directory succeeded within ``limit`` seconds."""
    try:
        stamp = float((state_dir / STAMP).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return False
    return abs(time.time() - stamp) <= limit


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
