"""The Telegram bot while its index is away: it runs on, says so, and loses no question."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from published_libraries import text_about
from real_cluster import Cluster

from index.open import LibraryAt, publish
from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options

ROOT = Path(__file__).parents[3]
sys.path.append(str(ROOT / "tests" / "strict_api"))

from strict_client import TOKEN, StrictServer  # noqa: E402

Connect = Callable[[Options], Connection]
AWAY = "The index of the library cannot be reached"
QUESTION = "What did Ana Ejemplo say about the ferry?"


@pytest.fixture
def server() -> Iterator[StrictServer]:
    """A fresh strict server."""
    running = StrictServer()
    yield running
    running.close()


class Program:
    """``quoth telegram`` without a library of its own."""

    def __init__(self, server: StrictServer, place: Path, settings: dict[str, str]) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
        environment = kept | {
            "PYTHONPATH": str(ROOT),
            "QUOTH_TELEGRAM_API_URL": server.url,
            "QUOTH_TELEGRAM_TOKEN": TOKEN,
            "QUOTH_STATE_DIR": str(place / "state"),
            "QUOTH_OPENSEARCH_TIMEOUT": "3",
            **settings,
        }
        self.log = place / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "telegram"], cwd=place, env=environment, stdout=log, stderr=log
            )

    def stop(self) -> int:
        """End it as a system does, and return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)

    def close(self) -> None:
        """Make sure that it is gone."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)


def _ask_all(server: StrictServer, chats: range) -> dict[int, int]:
    """Ask in each chat, and return the numbers of the questions."""
    return {chat: server.message(chat=chat, text=QUESTION, language="en")["message"] for chat in chats}


def _replies(server: StrictServer, asked: dict[int, int]) -> list[str]:
    """Wait until each question has a reply; return these. It fails where one has two."""

    def found() -> list[list[str]]:
        sent = server.state()["sent"]
        return [
            [m["text"] for m in sent if m["chat"]["id"] == chat and m.get("reply_to") == number]
            for chat, number in asked.items()
        ]

    server.wait(lambda: all(found()), 60.0)
    assert all(len(each) == 1 for each in found())
    return [each[0] for each in found()]


def test_a_bot_without_its_engine_starts_and_says_so(server: StrictServer, tmp_path: Path) -> None:
    """A bot whose engine is away from the start answers each question with that, and names no address."""
    settings = {"QUOTH_INDEX": "opensearch", "QUOTH_OPENSEARCH_URL": "http://ana:swordfish@127.0.0.1:9"}
    program = Program(server, tmp_path, settings)
    try:
        for reply in _replies(server, _ask_all(server, range(1, 9))):
            assert reply.startswith(AWAY)
            assert "127.0.0.1" not in reply
        assert program.process.poll() is None
        assert program.stop() == 0
    finally:
        program.close()
    assert "swordfish" not in program.log.read_text("utf-8")


@pytest.mark.long
def test_a_bot_survives_the_death_of_its_cluster(
    server: StrictServer, tmp_path: Path, one_node: Cluster, connect: Connect
) -> None:
    """A cluster killed under a bot and started again: every question gets one reply, and then answers."""
    options, chance = one_node.options(), random.Random(4)  # noqa: S311
    library = tmp_path / "library"
    library.mkdir()
    for number in range(12):
        (library / f"made{number}.txt").write_text(text_about(chance), "utf-8")
    (library / "ferry.txt").write_text(
        "The ferry\n\nAna Ejemplo said that the ferry of Ogdenville will be painted.\n", "utf-8"
    )
    publish(LibraryAt(library, tmp_path / "index", options))
    program = Program(server, tmp_path, one_node.settings(options.name))
    try:
        assert "painted" in _replies(server, _ask_all(server, range(1, 2)))[0]
        with _dead(one_node, connect):
            begun = time.monotonic()
            replies = _replies(server, _ask_all(server, range(11, 31)))
            took = time.monotonic() - begun
            print(f"{len(replies)} questions to a dead cluster, all told after {took:.1f} s")  # noqa: T201
            assert all(reply.startswith(AWAY) for reply in replies)
            assert program.process.poll() is None
        time.sleep(3.5)  # the engine is not asked more often than every three seconds once it was away
        assert all("painted" in reply for reply in _replies(server, _ask_all(server, range(41, 46))))
        assert server.state()["queue"] == []
        assert program.stop() == 0
    finally:
        program.close()


@contextmanager
def _dead(cluster: Cluster, connect: Connect) -> Iterator[None]:
    """Kill a cluster's node, and start it again afterwards."""
    cluster.run("kill-node", "1")
    try:
        yield
    finally:
        cluster.run("start-node", "1")
        connect(cluster.options(timeout=120.0)).do(
            lambda client: client.cluster.health(wait_for_status="yellow", timeout="30s", request_timeout=40)
        )
