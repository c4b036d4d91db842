"""What goes wrong on the way to the engine: one sentence each, never a partial answer."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fault_proxy import FaultProxy
from published_libraries import answers, write_trial
from real_cluster import Cluster

from index.embedded import open_library
from index.errors import EngineError, EngineUnreachable
from index.open import LibraryAt, publish
from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options
from index.opensearch.reader import open_published

Connect = Callable[[Options], Connection]
ROOT = Path(__file__).parents[3]


def test_a_refused_connection_is_one_sentence(connect: Connect) -> None:
    """Where nothing listens the sentence names the address, within the timeout."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    began = time.monotonic()
    with pytest.raises(EngineUnreachable, match=f"cannot be reached at http://127.0.0.1:{port}"):
        open_published(connect(Options((f"http://127.0.0.1:{port}",), timeout=1.0)))
    assert time.monotonic() - began < 3


def test_an_engine_that_hangs_is_one_sentence(connect: Connect) -> None:
    """Where somebody listens and never answers, the sentence says so, within the timeout."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(EngineUnreachable, match=r"did not answer within 1\.5 seconds"):
            open_published(connect(Options((url,), timeout=1.5)))
        assert time.monotonic() - began < 4


def test_commands_end_with_status_3_and_without_the_password(tmp_path: Path) -> None:
    """An engine out of reach ends a command with status 3 and one sentence, which holds no password."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    environment |= {
        "QUOTH_INDEX": "opensearch",
        "QUOTH_OPENSEARCH_URL": "http://ana:swordfish@127.0.0.1:9",
        "QUOTH_OPENSEARCH_TIMEOUT": "1",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "Where is the ferry?"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "swordfish" not in done.stderr


def test_spoilt_answers_are_never_shown(tmp_path: Path, one_node: Cluster, connect: Connect) -> None:
    """Of requests of which one in ten is spoilt, an answer is the right one or an error, and mostly right."""
    library, questions = write_trial(tmp_path / "library")
    options = one_node.options()
    publish(LibraryAt(library, tmp_path / "index", options))
    embedded = open_library(library, tmp_path / "index")
    right = answers(embedded, questions[:60])
    embedded.close()
    with FaultProxy(one_node.urls[0], share=0.1) as proxy:
        published = open_published(connect(Options((proxy.url,), options.name, timeout=6.0)))
        wrong = errors = 0
        for number, question in enumerate(questions[:60]):
            try:
                wrong += answers(published, [question])["0"] != right[str(number)]
            except EngineError:
                errors += 1
        assert sum(proxy.spoilt.values()) > 20
    print(f"60 questions, {wrong} wrong, {errors} errors; spoilt: {proxy.spoilt}")  # noqa: T201
    assert wrong == 0
    assert errors <= 3


def test_a_publication_through_bad_weather_completes_or_says_why(
    tmp_path: Path, one_node: Cluster, connect: Connect
) -> None:
    """A publication of which one request in ten is spoilt ends whole, or with an error."""
    library, _ = write_trial(tmp_path / "library")
    chance = random.Random(5)  # noqa: S311
    for turn in range(3):
        (library / f"more{turn}.txt").write_text(
            f"More\n\nThe quay costs {chance.randint(2, 99)}.\n", "utf-8"
        )
        options = one_node.options()
        with FaultProxy(one_node.urls[0], share=0.1, seed=turn) as proxy:
            through = Options((proxy.url,), options.name, timeout=8.0)
            try:
                publish(LibraryAt(library, tmp_path / "index", through))
            except EngineError:
                continue
        index = open_published(connect(options))
        assert sum(1 for _ in index.export()) == index.about.rows


@pytest.mark.long
def test_a_killed_node_changes_no_answer(tmp_path: Path, three_nodes: Cluster, connect: Connect) -> None:
    """Each of three nodes killed in turn while questions are asked: no error, no difference, 5 s at most."""
    library, questions = write_trial(tmp_path / "library")
    options = three_nodes.options()
    publish(LibraryAt(library, tmp_path / "index", options), shards=3, replicas=1)
    embedded = open_library(library, tmp_path / "index")
    asked = questions[:80]
    right = answers(embedded, asked)
    embedded.close()
    published = open_published(connect(options))
    slowest, differences = 0.0, 0
    for node in (1, 2, 3):
        for number, question in enumerate(asked):
            if number == 5:
                three_nodes.run("kill-node", str(node))
            began = time.monotonic()
            differences += answers(published, [question])["0"] != right[str(number)]
            slowest = max(slowest, time.monotonic() - began)
        three_nodes.run("start-node", str(node))
        connect(options).do(
            lambda client: client.cluster.health(wait_for_status="green", timeout="120s", request_timeout=130)
        )
    print(f"{3 * len(asked)} answers, {differences} differ, the slowest after {slowest:.2f} s")  # noqa: T201
    assert differences == 0
    assert slowest <= 5


@pytest.mark.long
def test_a_red_index_is_one_sentence(tmp_path: Path, three_nodes: Cluster, connect: Connect) -> None:
    """A shard that no node holds any more is an error at every question, never half an answer."""
    library, questions = write_trial(tmp_path / "library")
    options = three_nodes.options()
    publish(LibraryAt(library, tmp_path / "index", options), shards=3, replicas=0)
    index, asked = open_published(connect(options)), questions[:5]
    right = answers(index, asked)
    shards = connect(options).do(
        lambda client: client.cat.shards(index=index.generation, format="json", h="node")
    )
    node = max(each["node"] for each in shards).removeprefix("n")
    three_nodes.run("kill-node", node)
    try:
        with pytest.raises(EngineUnreachable, match="out of reach"):
            answers(open_published(connect(options)), asked)
    finally:
        three_nodes.run("start-node", node)
        connect(options).do(
            lambda client: client.cluster.health(wait_for_status="green", timeout="120s", request_timeout=130)
        )
    assert answers(open_published(connect(options)), asked) == right
