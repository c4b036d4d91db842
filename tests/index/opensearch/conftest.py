"""A real OpenSearch for these tests, of one node and of three, and libraries that are published there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options

sys.path.append(str(Path(__file__).parent))

_SCRIPT = os.environ.get("QUOTH_TEST_OPENSEARCH_SERVER")  # starts and stops nodes on 127.0.0.1
_PARTS = os.environ.get("QUOTH_TEST_OPENSEARCH_DIR")  # a folder for the server's parts and data
_MISSING = "QUOTH_TEST_OPENSEARCH_SERVER and QUOTH_TEST_OPENSEARCH_DIR name no script that starts a server"


@dataclass
class Cluster:
    """Nodes that were started for the tests."""

    folder: Path
    nodes: int
    port: int
    names: list[str] = field(default_factory=list)

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses of all nodes."""
        return tuple(f"http://127.0.0.1:{self.port + number}" for number in range(self.nodes))

    def options(self, name: str | None = None, timeout: float = 10.0) -> Options:
        """Return options for a library of a name that no other test uses."""
        return Options(self.urls, name or f"test-{uuid.uuid4().hex[:12]}", timeout=timeout)

    def settings(self, name: str) -> dict[str, str]:
        """Return the environment in which commands speak to this cluster."""
        return {
            "QUOTH_INDEX": "opensearch",
            "QUOTH_OPENSEARCH_URL": ",".join(self.urls),
            "QUOTH_OPENSEARCH_NAME": name,
        }

    def run(self, *arguments: str) -> None:
        """Run the server's script."""
        _run(self.folder, *arguments)


def _run(folder: Path, verb: str, *arguments: str, environment: dict[str, str] | None = None) -> None:
    subprocess.run(
        ["bash", str(_SCRIPT), verb, str(folder), *arguments],
        check=verb not in {"stop", "clean"},  # where nothing runs there is nothing to end
        timeout=400,
        env=os.environ | (environment or {}),
        stdout=subprocess.DEVNULL,
    )


def _started(name: str, nodes: int, port: int) -> Iterator[Cluster]:
    if not _SCRIPT or not _PARTS:
        pytest.skip(_MISSING)
    folder = Path(_PARTS) / name
    folder.mkdir(parents=True, exist_ok=True)
    _run(folder, "clean")
    cluster = Cluster(folder, nodes, port)
    try:
        cluster.run("start", str(nodes), str(port))
        yield cluster
    finally:
        cluster.run("clean")


def free_port() -> int:
    """Return a port of which the next hundred and some are likely free, too."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return 20_000 + int(held.getsockname()[1]) % 20_000


@pytest.fixture(scope="session")
def one_node() -> Iterator[Cluster]:
    """Return a running cluster of one node."""
    yield from _started("one", 1, free_port())


@pytest.fixture(scope="session")
def three_nodes() -> Iterator[Cluster]:
    """Return a running cluster of three nodes."""
    yield from _started("three", 3, free_port())


@pytest.fixture
def connect() -> Iterator[Callable[[Options], Connection]]:
    """Return a function that connects; what it opens is closed after the test."""
    opened: list[Connection] = []

    def connected(options: Options) -> Connection:
        opened.append(Connection(options))
        return opened[-1]

    yield connected
    for connection in opened:
        connection.close()


@pytest.fixture(scope="session")
def guarded_node() -> Iterator[Cluster]:
    """Return a running node with TLS, a user that may do all, and one that may only read ``quoth-*``."""
    if not _SCRIPT or not _PARTS:
        pytest.skip(_MISSING)
    folder = Path(_PARTS) / "guarded"
    folder.mkdir(parents=True, exist_ok=True)
    secure = {"SECURITY": "1"}
    _run(folder, "clean", environment=secure)
    cluster = Cluster(folder, 1, free_port())
    try:
        _run(folder, "start", "1", str(cluster.port), environment=secure)
        yield cluster
    finally:
        _run(folder, "clean", environment=secure)
