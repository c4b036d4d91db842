"""A real OpenSearch on this machine, started by a script and ended again."""

from __future__ import annotations

import os
import socket
import subprocess
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from index.opensearch.engine_options import Options

SCRIPT = os.environ.get("QUOTH_TEST_OPENSEARCH_SERVER")  # starts and stops nodes on 127.0.0.1
PARTS = os.environ.get("QUOTH_TEST_OPENSEARCH_DIR")  # a folder for the server's parts and data
MISSING = "QUOTH_TEST_OPENSEARCH_SERVER and QUOTH_TEST_OPENSEARCH_DIR name no script that starts a server"


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
        run_script(self.folder, *arguments)


def run_script(folder: Path, verb: str, *arguments: str, environment: dict[str, str] | None = None) -> None:
    """Run the script that starts and ends servers."""
    subprocess.run(
        ["bash", str(SCRIPT), verb, str(folder), *arguments],
        check=verb not in {"stop", "clean"},  # where nothing runs there is nothing to end
        timeout=400,
        env=os.environ | (environment or {}),
        stdout=subprocess.DEVNULL,
    )


def started(name: str, nodes: int, port: int) -> Iterator[Cluster]:
    """Yield a running cluster; it is ended and its data deleted afterwards."""
    if not SCRIPT or not PARTS:
        pytest.skip(MISSING)
    folder = Path(PARTS) / name
    folder.mkdir(parents=True, exist_ok=True)
    run_script(folder, "clean")
    cluster = Cluster(folder, nodes, port)
    try:
        cluster.run("start", str(nodes), str(port))
        yield cluster
    finally:
        cluster.run("clean")


def guarded(
    name: str, roles: Mapping[str, object] | None = None, mapped: Mapping[str, object] | None = None
) -> Iterator[Cluster]:
    """Yield a running node with TLS and users, with some more ``roles`` and who has them."""
    if not SCRIPT or not PARTS:
        pytest.skip(MISSING)
    folder = Path(PARTS) / name
    folder.mkdir(parents=True, exist_ok=True)
    secure = {"SECURITY": "1"}
    run_script(folder, "clean", environment=secure)
    run_script(folder, "install", environment=secure)
    for kind, more in (("roles", roles or {}), ("roles_mapping", mapped or {})):
        file = folder / "dist" / "plugins" / "opensearch-security" / "config" / f"{kind}.yml"
        kept = yaml.safe_load(file.read_text("utf-8")) | more
        file.write_text(yaml.safe_dump(kept), "utf-8")
    cluster = Cluster(folder, 1, free_port())
    try:
        run_script(folder, "start", "1", str(cluster.port), environment=secure)
        yield cluster
    finally:
        run_script(folder, "clean", environment=secure)


def free_port() -> int:
    """Return a port of which the next hundred and some are likely free, too."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return 20_000 + int(held.getsockname()[1]) % 20_000
