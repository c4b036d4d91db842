"""Clusters for these tests: of one node, of three, and one with TLS and users."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options

sys.path.append(str(Path(__file__).parent))

from real_cluster import Cluster, free_port, guarded, started

DEPLOYED = Path(__file__).parents[3] / "deploy" / "opensearch"


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
    yield from guarded("guarded")


@pytest.fixture(scope="session")
def publishing_node() -> Iterator[Cluster]:
    """Return a running node with TLS whose user ``reader`` has the role of those who publish."""
    roles = yaml.safe_load((DEPLOYED / "roles.yml").read_text("utf-8"))
    own = {"quoth_publisher": roles["quoth_publisher"]}
    yield from guarded("publishing", roles=own, mapped={"quoth_publisher": {"users": ["reader"]}})
