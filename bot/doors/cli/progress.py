"""The progress of indexing on one line of a terminal: how far, how quick, how long still."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from typing import TextIO

from bot.doors.cli.streams import LEAST_WIDTH, width

_BAR = 24  # characters
_PAUSE = 0.1  # seconds between two drawings
_SURE = 1.0  # seconds of work after which its pace can be told


class ProgressBar:
    """Draws on a terminal; call it with what is done, of how much, and what is at hand."""

    def __init__(self, to: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._to = to or sys.stderr
        self._clock = clock
        self._start = self._drawn = clock()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Draw the line, and clear it at the end."""
        now = self._clock()
        if done == 0:
            self._start, self._drawn = now, -math.inf  # drawn at once
        if done >= total:
            self._to.write("\r\x1b[K")
        elif total > 1 and now - self._drawn >= _PAUSE:
            self._drawn = now
            filled = _BAR * done // total
            bar = "#" * filled + "." * (_BAR - filled)
            line = f"[{bar}] {done}/{total}{self._pace(done, total, now)} {_short(name)}"
            # A line that reached the edge would be two, of which the next drawing clears one.
            self._to.write(f"\r\x1b[K{line[: max(LEAST_WIDTH, width() - 1)]}")
        self._to.flush()

    def _pace(self, done: int, total: int, now: float) -> str:
        spent = now - self._start
        if spent < _SURE or not done:
            return ""
        rate = done / spent
        return f"  {rate:.0f}/s, {_span((total - done) / rate)} left" if rate >= 1 else f"  {_span(spent)}"


def _span(seconds: float) -> str:
    """Return a time as minutes and seconds, or hours and minutes."""
    whole = int(seconds)
    if whole >= 3600:
        return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
    return f"{whole // 60}:{whole % 60:02}"


def _short(name: str) -> str:
    from bot.render.terminal import printable

    return printable(name)[-30:]
