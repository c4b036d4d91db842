"""TLS, users and rights, with the engine's own security in force."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from published_libraries import answers, write_trial
from real_cluster import Cluster

from index.embedded import open_library
from index.errors import EngineError, EngineRefused, NotPublished
from index.open import LibraryAt, publish
from index.opensearch import generations
from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options, Password
from index.opensearch.reader import LivePublished, open_published
from index.opensearch.snapshot import Snapshot

Connect = Callable[[Options], Connection]

pytestmark = pytest.mark.long
SECRET = "Quoth-Test-1"  # noqa: S105 (of throw-away users)


def _options(cluster: Cluster, user: str, password: str = SECRET, *, trusted: bool = True) -> Options:
    url = f"https://127.0.0.1:{cluster.port}"
    ca = cluster.folder / "node.pem" if trusted else None
    return Options((url,), f"test-{uuid.uuid4().hex[:8]}", user, Password(password), ca, 10.0)


def test_a_reader_needs_no_more_than_to_read(
    tmp_path: Path, guarded_node: Cluster, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """A user with the right to read alone answers all questions, and no log holds a password."""
    caplog.set_level(logging.DEBUG)
    library, questions = write_trial(tmp_path / "library")
    publisher = _options(guarded_node, "admin")
    publish(LibraryAt(library, tmp_path / "index", publisher))
    reader = _options(guarded_node, "reader")
    connection = connect(Options(reader.urls, publisher.name, "reader", reader.password, reader.ca, 10.0))
    embedded = open_library(library, tmp_path / "index")
    live = LivePublished(connection)
    live.reload()
    assert live.use(lambda index: answers(index, questions[:20])) == answers(embedded, questions[:20])
    assert SECRET not in caplog.text


def test_a_reader_cannot_publish(tmp_path: Path, guarded_node: Cluster) -> None:
    """A user who may only read is told so in one sentence when he publishes."""
    library, _ = write_trial(tmp_path / "library")
    with pytest.raises(EngineRefused, match="may not"):
        publish(LibraryAt(library, tmp_path / "index", _options(guarded_node, "reader")))


def test_a_publisher_needs_no_more_than_the_role_that_is_deployed(
    tmp_path: Path, publishing_node: Cluster, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the role of deploy/opensearch a user publishes, publishes changes, and removes what is retired."""
    library, _ = write_trial(tmp_path / "library")
    options = _options(publishing_node, "reader")
    place = LibraryAt(library, tmp_path / "index", options)
    first = publish(place)
    (library / "more.txt").write_text("More\n\nOne more sentence about the ferry.\n", "utf-8")
    second = publish(place)
    assert 0 < second.written < first.written
    monkeypatch.setattr(generations, "KEPT_S", 0)
    time.sleep(0.01)
    publish(place)
    index = open_published(connect(options))
    assert (index.generation, index.about.rows) == (second.generation, second.rows)
    with pytest.raises(NotPublished):
        list(Snapshot(connect(options), first.generation, index.about).export())


@pytest.mark.parametrize(
    ("user", "password", "trusted", "said"),
    [
        ("admin", "wrong", True, "does not know this user or password"),
        ("nobody", SECRET, True, "does not know this user or password"),
        ("admin", SECRET, False, "is not trusted"),
    ],
)
def test_what_is_refused_is_one_sentence(
    guarded_node: Cluster, connect: Connect, user: str, password: str, trusted: bool, said: str
) -> None:
    """A wrong password and an untrusted certificate are one sentence each, without the password."""
    with pytest.raises(EngineError, match=said) as caught:
        open_published(connect(_options(guarded_node, user, password, trusted=trusted)))
    assert password not in str(caught.value)


def test_plain_http_to_a_node_with_tls_is_one_sentence(guarded_node: Cluster, connect: Connect) -> None:
    """An address without TLS where TLS is spoken is an engine that cannot be reached."""
    with pytest.raises(EngineError, match=r"127\.0\.0\.1"):
        open_published(connect(Options((f"http://127.0.0.1:{guarded_node.port}",), timeout=2.0)))
