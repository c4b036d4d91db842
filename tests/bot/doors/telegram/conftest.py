"""A strict server, and the messenger itself in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
sys.path.append(str(ROOT / "tests" / "strict_api"))
sys.path.append(str(HERE))

from made_up_library import ADMIN  # noqa: E402
from strict_client import TOKEN, StrictServer  # noqa: E402


class Bot:
    """The messenger over a small made-up library, started and killed at will."""

    def __init__(self, server: StrictServer, state: Path, log: Path) -> None:
        self._server, self._state, self.log = server, state, log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, **options: Any) -> None:
        """Start it; ``options`` are MessengerOptions, and ``slow``: seconds for each question,
        ``patience``: seconds for each answer of the API, ``beginnings``: how often a question is begun,
        ``waiting``: how many questions of one sender may wait, ``lingers``: seconds to clear up at the end.
        It does not look first whether another polls.
        """
        given = {"token": TOKEN, "api_url": self._server.url, "state_dir": str(self._state)}
        settings = {**given, "look_first": 0.0, **options}
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QUOTH_TEST_OPTIONS": json.dumps(settings)}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(HERE / "made_up_bot.py")], env=environment, stdout=log, stderr=log
            )

    @property
    def pid(self) -> int:
        """The id of the running process."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """Kill it as a crash would."""
        self._end(signal.SIGKILL)

    def stop(self, wait: float = 12.0) -> int:
        """Ask it to stop and return its exit status."""
        return self._end(signal.SIGTERM, wait)

    def _end(self, number: int, wait: float = 12.0) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return self._process.wait(wait)

    def running(self) -> bool:
        """Tell whether it runs."""
        return self._process is not None and self._process.poll() is None

    def wait_end(self, wait: float) -> int:
        """Wait until it ends by itself and return its exit status."""
        assert self._process is not None
        return self._process.wait(wait)

    def close(self) -> None:
        """Make sure that it is gone."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)

    def output(self) -> str:
        """Return everything it has written."""
        return self.log.read_text("utf-8")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StrictServer]:
    """A strict server with the messenger running on it, shared by the tests of a module."""
    running = StrictServer()
    place = tmp_path_factory.mktemp("town")
    made = Bot(running, place / "state", place / "log")
    made.start(admins=[ADMIN], version="0")
    yield running
    made.close()
    running.close()


@pytest.fixture
def server() -> Iterator[StrictServer]:
    """A fresh strict server."""
    running = StrictServer()
    yield running
    running.close()


@pytest.fixture
def bot(server: StrictServer, tmp_path: Path) -> Iterator[Bot]:
    """The messenger, not yet started; it is gone when the test ends."""
    made = Bot(server, tmp_path / "state", tmp_path / "log")
    yield made
    made.close()
    print(made.output() if made.log.exists() else "")  # noqa: T201 - shown when a test fails


@pytest.fixture
def port() -> int:
    """A free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
