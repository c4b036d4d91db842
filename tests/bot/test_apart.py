"""Heavy work in processes of its own: limits hold, errors come back, nothing outlives the end."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.apart import Apart, TookTooLong, TookTooMuch
from bot.apart.tasks import articles_in, verify_in
from index.errors import StoreDamaged, UnreadableDocument


def test_result_comes_back() -> None:
    """What a task returns in its process is what the caller gets."""
    name, articles = Apart().run(
        30.0, articles_in, "new/bridge.txt", b"The bridge\n\nIt was opened in spring.\n"
    )
    assert name == "bridge.txt"
    assert len(articles) == 1


def test_errors_of_the_program_come_back(tmp_path: Path) -> None:
    """A task's own errors are raised in the caller, of the same kind and with their words."""
    with pytest.raises(UnreadableDocument):
        Apart().run(30.0, articles_in, "", b"x")
    with pytest.raises(StoreDamaged):
        Apart().run(30.0, verify_in, tmp_path, "x")


def test_task_that_takes_too_long_or_too_much_is_ended() -> None:
    """Time and memory have an end; the caller is told which it was."""
    text = b"A word and another word of it. " * 400_000
    begun = time.monotonic()
    with pytest.raises(TookTooLong):
        Apart(memory=None).run(0.3, articles_in, "long.txt", text)
    assert time.monotonic() - begun < 5.0
    with pytest.raises(TookTooMuch):
        Apart(memory=40 << 20).run(60.0, articles_in, "large.txt", b"A word. " * 2_000_000)


def test_end_waits_for_no_task() -> None:
    """Closed, it ends what runs and begins nothing more."""
    apart = Apart()
    text = b"A word and another word of it. " * 400_000
    ended: list[Exception] = []

    def run() -> None:
        try:
            apart.run(60.0, articles_in, "long.txt", text)
        except (TookTooLong, TookTooMuch) as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(0.5)
    apart.close()
    thread.join(10.0)
    assert ended
    with pytest.raises(TookTooLong):
        apart.run(1.0, articles_in, "a.txt", b"x")


_PROGRAM = """
from bot.apart import Apart
from bot.apart.tasks import articles_in
Apart(memory=None).run(600.0, articles_in, "long.txt", b"A word and another word of it. " * 600_000)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_task_does_not_outlive_a_program_that_is_killed() -> None:
    """A program that dies without a word leaves no process behind that goes on for nobody."""
    program = subprocess.Popen([sys.executable, "-c", _PROGRAM])
    children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
    _wait(lambda: children.read_text().split())
    child = int(children.read_text().split()[0])
    _wait(lambda: int(Path(f"/proc/{child}/stat").read_text().split()[13]) > 100)  # it is at work
    program.kill()
    program.wait(10)
    _wait(lambda: not _runs(child))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()


def _wait(holds: Callable[[], object]) -> None:
    for _ in range(200):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("not within the time")
