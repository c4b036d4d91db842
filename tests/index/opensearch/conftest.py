"""Clusters for these tests: of one node, of three, and one with TLS and users."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options

sys.path.append(str(Path(__file__).parent))

from real_cluster import MISSING, PARTS, SCRIPT, Cluster, free_port, run_script, started


@pytest.fixture(scope="session")
def one_node() -> Iterator[Cluster]:
    """Return a running cluster of one node."""
    yield from started("one", 1, free_port())


@pytest.fixture(scope="session")
def three_nodes() -> Iterator[Cluster]:
    """Return a running cluster of three nodes."""
    yield from started("three", 3, free_port())


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
    if not SCRIPT or not PARTS:
        pytest.skip(MISSING)
    folder = Path(PARTS) / "guarded"
    folder.mkdir(parents=True, exist_ok=True)
    secure = {"SECURITY": "1"}
    run_script(folder, "clean", environment=secure)
    cluster = Cluster(folder, 1, free_port())
    try:
        run_script(folder, "start", "1", str(cluster.port), environment=secure)
        yield cluster
    finally:
        run_script(folder, "clean", environment=secure)
