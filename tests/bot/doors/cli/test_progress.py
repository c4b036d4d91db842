"""The progress bar: how far, how quick, how long still; on a terminal only."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bot.doors.cli.progress import ProgressBar

ROOT = Path(__file__).parents[4]


def drawn(steps: list[tuple[float, int, int]]) -> list[str]:
    """Return the lines that a bar draws when told at these times (s) what is done of how much."""
    times = iter([0.0, *(at for at, _, _ in steps)])
    screen = io.StringIO()
    bar = ProgressBar(screen, lambda: next(times))
    for _, done, total in steps:
        bar(done, total, "a.txt")
    return screen.getvalue().split("\r\x1b[K")[1:]


def test_rate_and_time_left_are_told() -> None:
    """The bar tells files done, files a second, and the time left; and it goes at the end."""
    lines = drawn([(0, 0, 900), (0.5, 50, 900), (10, 100, 900), (30, 300, 900), (90, 900, 900)])
    assert lines == [
        f"[{24 * '.'}] 0/900 a.txt",
        f"[#{23 * '.'}] 50/900 a.txt",
        f"[##{22 * '.'}] 100/900  10/s, 1:20 left a.txt",
        f"[########{16 * '.'}] 300/900  10/s, 1:00 left a.txt",
        "",
    ]


def test_long_times_have_hours() -> None:
    """More than an hour is told in hours, and a pace of less than a file a second as the time spent."""
    assert drawn([(0, 0, 99_999), (10, 20, 99_999)])[-1].endswith("20/99999  2/s, 13:53:09 left a.txt")
    assert drawn([(0, 0, 9), (100, 1, 9)])[-1].endswith("1/9  1:40 a.txt")


def test_quick_steps_are_not_all_drawn() -> None:
    """A bar is drawn ten times a second at most: a thousand files a second cost nothing to show."""
    assert len(drawn([(number / 1000, number, 1001) for number in range(1000)])) <= 11


def test_a_bar_is_drawn_on_a_terminal_only(tmp_path: Path) -> None:
    """A terminal shows a bar; a pipe stays empty."""
    library = tmp_path / "library"
    library.mkdir()
    for number in range(3):
        (library / f"{number}.txt").write_text("The harbour of Springfield was closed on Friday, he said.\n")
    command = [sys.executable, "-m", "bot", "index", "--rebuild", "--library", str(library)]
    piped = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    assert piped.stderr == b""
    master, slave = pty.openpty()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=slave, check=True, cwd=ROOT)
    os.close(slave)
    assert b"0/3" in os.read(master, 10_000)
    os.close(master)


def test_the_first_step_is_drawn_at_once() -> None:
    """A bar shows from its first step on, whatever the clock says."""
    for at in (0.0, 0.3, 1234.1, 98765.4321):
        assert drawn([(at, 0, 3)]) == [f"[{24 * '.'}] 0/3 a.txt"]


def test_a_line_stays_one_line_on_a_narrow_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that went over the edge could not be drawn over: it is cut to what the screen holds."""
    for columns, most in (("40", 39), ("5", 20), ("200", 199)):
        monkeypatch.setenv("COLUMNS", columns)
        to = io.StringIO()
        bar = ProgressBar(to, lambda: 0.0)
        bar(0, 1000, "a/folder/of/documents/and/a/file.txt")
        line = to.getvalue().removeprefix("\r\x1b[K")
        assert line.startswith("[") and len(line) <= most
