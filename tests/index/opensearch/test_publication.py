"""Generations: put in force whole or not at all, seen by readers, cleared away."""

from __future__ import annotations

import contextlib
import json
import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from published_libraries import change, text_about
from real_cluster import Cluster

from bot.answering.respond import Question, respond
from bot.render.jsonout import answer_json
from index.door import Index
from index.embedded import open_library
from index.errors import EngineBusy, EngineFull, EnginePartial, NotPublished
from index.open import LibraryAt, publish
from index.opensearch import generations
from index.opensearch.about import about_from, pack
from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options
from index.opensearch.generations import generation_in_force
from index.opensearch.layout import ROWS, alias_of, generation_prefix
from index.opensearch.lease import Lease
from index.opensearch.reader import LivePublished, open_published
from index.text.terms import ANALYSIS

Connect = Callable[[Options], Connection]
ROOT = Path(__file__).parents[3]
_PLACES = ("Ogdenville", "Springfield", "Shelbyville", "Lakeborough", "Freedonia", "Saltmarsh", "Westmere")


def _library(folder: Path, files: int = 12) -> Path:
    folder.mkdir()
    chance = random.Random(files)  # noqa: S311
    for number in range(files):
        (folder / f"made{number}.txt").write_text(text_about(chance), "utf-8")
    return folder


def _generations(connection: Connection) -> set[str]:
    pattern = f"{generation_prefix(connection.options.name)}*"
    there = connection.do(lambda client: client.indices.get_alias(index=pattern, ignore=404))
    return {name.removesuffix("-about") for name in there}


def test_a_library_that_is_published_is_not_written_again(
    tmp_path: Path, one_node: Cluster, connect: Connect
) -> None:
    """Publishing what is published already writes nothing, and one changed file writes its rows alone."""
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", one_node.options())
    first = publish(place)
    assert publish(place).unchanged
    (place.library / "made3.txt").write_text("A new title\n\nA quite new sentence about the quay.\n", "utf-8")
    second = publish(place)
    assert 0 < second.written < first.written / 2
    assert generation_in_force(connect(place.published)) == second.generation  # type: ignore[arg-type]


def test_an_update_costs_what_changed(
    tmp_path: Path, one_node: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed file is published in as many requests in a library of 8 files as in one of 80."""
    asked: list[str] = []
    whole = Connection._whole

    def counted(
        self: Connection, work: Callable[[object], object], check: Callable[[object], object]
    ) -> object:
        asked.append(work.__qualname__)
        return whole(self, work, check)

    monkeypatch.setattr(Connection, "_whole", counted)
    spent = []
    for files in (8, 80):
        place = LibraryAt(_library(tmp_path / f"{files}", files), tmp_path / "index", one_node.options())
        publish(place)
        (place.library / "made3.txt").write_text("The quay\n\nA new sentence about the quay.\n", "utf-8")
        asked.clear()
        assert publish(place).written < 10
        spent.append(len(asked))
    assert spent[0] == spent[1] <= 20


def test_the_record_of_what_was_published_may_be_lost(
    tmp_path: Path, one_node: Cluster, connect: Connect
) -> None:
    """Without the record, as on another machine, or with a damaged one, the engine is asked what it holds."""
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options)
    publish(place)
    (record,) = (tmp_path / "index").rglob("published")
    for number, spoil in enumerate((record.unlink, lambda: record.write_bytes(b"no database" * 99))):
        spoil()
        (place.library / "made3.txt").write_text(f"The quay\n\nPier {number} was built.\n", "utf-8")
        done = publish(place)
        assert 0 < done.written < 10
        assert _held(open_published(connect(options))) == _held(open_library(place.library, place.index_dir))


def test_a_wrong_record_is_found_out(tmp_path: Path, one_node: Cluster, connect: Connect) -> None:
    """A record that hides a change ends in an error, what was in force stays, and the next run mends it."""
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options)
    before = publish(place).generation
    (place.library / "made3.txt").write_text("The quay\n\nA new sentence about the quay.\n", "utf-8")
    index = open_library(place.library, place.index_dir)
    (record,) = (tmp_path / "index").rglob("published")
    with contextlib.closing(sqlite3.connect(record)) as database, database:
        for number, paragraph, origin in index.origins():
            database.execute("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", (number, paragraph, origin))
    with pytest.raises(EnginePartial):
        publish(place)
    assert generation_in_force(connect(options)) == before
    publish(place)
    assert _held(open_published(connect(options))) == _held(index)


def _held(index: Index) -> list[str]:
    return [repr(item) for item in index.export()]


def test_readers_see_what_is_published_next(tmp_path: Path, one_node: Cluster, connect: Connect) -> None:
    """A reader that runs on answers from the next generation once it looks for it, and never from two."""
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options)
    publish(place)
    live = LivePublished(connect(options))
    (place.library / "new.txt").write_text(
        "The lighthouse\n\nThe lighthouse keeper is Zoe Beispiel.\n", "utf-8"
    )
    publish(place)
    live.reload()
    assert live.use(lambda index: index.known("lighthous"))


def test_what_was_left_unfinished_is_removed(tmp_path: Path, one_node: Cluster, connect: Connect) -> None:
    """Indexes of publications that died are removed by the next; the one before stays for its readers."""
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options)
    connection = connect(options)
    first = publish(place).generation
    leftover = f"{generation_prefix(options.name)}1-dead"
    connection.do(lambda client: client.indices.create(index=leftover))
    change(place.library, random.Random(3))  # noqa: S311
    (place.library / "more.txt").write_text("More\n\nOne more sentence about the ferry.\n", "utf-8")
    second = publish(place).generation
    assert _generations(connection) == {first, second}


def test_a_retired_generation_goes_after_its_time(
    tmp_path: Path, one_node: Cluster, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A generation out of force is deleted by a publication after ten minutes, and not before."""
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options)
    connection = connect(options)
    first = publish(place).generation
    (place.library / "more.txt").write_text("More\n\nOne more sentence about the ferry.\n", "utf-8")
    second = publish(place).generation
    publish(place)
    assert _generations(connection) == {first, second}
    monkeypatch.setattr(generations, "KEPT_S", 0)
    time.sleep(0.01)
    publish(place)
    assert _generations(connection) == {second}


def test_one_of_two_publishers_is_told(tmp_path: Path, one_node: Cluster, connect: Connect) -> None:
    """While somebody publishes, another is told so, and the first goes on."""
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options)
    with Lease(connect(options), options.name) as lease:
        with pytest.raises(EngineBusy, match="another process is publishing"):
            publish(place)
        lease.check()
    publish(place)


def test_the_lease_of_a_dead_publisher_is_taken_over(one_node: Cluster, connect: Connect) -> None:
    """A note that nobody renews is taken over, without a clock of another machine."""
    options = one_node.options()
    dead = Lease(connect(options), options.name)
    dead._create_index()
    assert dead._write(op_type="create")
    with Lease(connect(options), options.name, watched=0.6) as lease:
        lease.check()


def test_a_library_never_published_is_said_so(one_node: Cluster, connect: Connect) -> None:
    """Where no library of that name is published, one sentence says how to publish it; nothing is written."""
    options = one_node.options()
    connection = connect(options)
    with pytest.raises(NotPublished, match="quoth index"):
        open_published(connection)
    made = connection.do(lambda client: client.indices.get_alias(index="*", ignore=404))
    assert not [name for name in made if options.name in name]


def test_a_library_of_another_version_is_said_so(
    tmp_path: Path, one_node: Cluster, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version published is not read: one sentence says what to do."""
    options = one_node.options()
    publish(LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options))
    monkeypatch.setattr("index.opensearch.about.ANALYSIS", "another")
    with pytest.raises(NotPublished, match="another version"):
        open_published(connect(options))


def test_what_another_version_says_of_itself_is_not_read() -> None:
    """A generation that says more or less of itself than this version knows is another version's."""
    ours = [ROWS, ANALYSIS, "state", 1, 1, 1, 1.0, 1.1, True, 1, 1, []]
    assert about_from(pack(json.dumps([ours]))) is not None
    assert about_from(pack(json.dumps([ours[:-1]]))) is None
    assert about_from(pack(json.dumps([[*ours, "more"]]))) is None


def test_a_full_disk_is_told_at_once(tmp_path: Path, one_node: Cluster, connect: Connect) -> None:
    """An engine that takes no writes is told of within ten seconds, never asked again and again."""
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library"), tmp_path / "index", options)
    before = publish(place).generation
    connection = connect(options)
    (place.library / "more.txt").write_text("More\n\nOne more sentence about the ferry.\n", "utf-8")
    locked = {"index.blocks.read_only_allow_delete": True}  # what flood stage sets
    alias = alias_of(options.name)
    connection.do(lambda client: client.indices.put_settings(index=f"{alias}-publishers", body=locked))
    began = time.monotonic()
    with pytest.raises(EngineFull):
        publish(place)
    assert time.monotonic() - began < 10
    assert generation_in_force(connection) == before


_PUBLISHER = """
import sys
from pathlib import Path
from index.open import LibraryAt, publish
from index.opensearch import lease
from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options
lease._WATCHED_S = 0.5  # so that it does not spend its life in waiting for the one killed before
library, index, name, *urls = sys.argv[1:]
place = LibraryAt(Path(library), Path(index), Options(tuple(urls), name))
Connection(place.published)  # imports the client
print("begun", flush=True)
publish(place)
"""


def _publisher(place: LibraryAt) -> subprocess.Popen[bytes]:
    """Start a process that publishes, and return it when it begins to do so."""
    assert place.published is not None
    folders = (place.library, str(place.index_dir))
    command = [sys.executable, "-c", _PUBLISHER, *folders, place.published.name, *place.published.urls]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    process.stdout.close()
    return process


@pytest.mark.long
def test_killed_publishers_leave_a_whole_library(
    tmp_path: Path, one_node: Cluster, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty publishers killed at random moments: the library in force is whole, and nothing is left over."""
    monkeypatch.setattr("index.opensearch.lease._WATCHED_S", 0.5)
    options = one_node.options()
    place = LibraryAt(_library(tmp_path / "library", 60), tmp_path / "index", options)
    connection, chance = connect(options), random.Random(11)  # noqa: S311

    def next_one() -> subprocess.Popen[bytes]:
        change(place.library, chance)
        open_library(place.library, place.index_dir).close()
        return _publisher(place)

    first = publish(place)
    begun = time.monotonic()
    assert next_one().wait() == 0
    usual = time.monotonic() - begun
    unfinished = halfway = 0
    known = {first.generation, generation_in_force(connection)}
    for _ in range(30):
        process = next_one()
        time.sleep(chance.uniform(0.0, usual))
        unfinished += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        index = open_published(connection)
        assert sum(1 for _ in index.export()) == index.about.rows
        known.add(index.generation)
        halfway += bool(_generations(connection) - known)
    last = publish(place)
    print(f"30 killed, {unfinished} of them at work, {halfway} left a generation unfinished")  # noqa: T201
    assert unfinished >= 10
    assert halfway >= 3
    held, index = open_library(place.library, place.index_dir), open_published(connection)
    assert _held(index) == _held(held)
    assert (index.generation, _generations(connection) - known) == (
        last.generation,
        {last.generation} - known,
    )
    monkeypatch.setattr(generations, "KEPT_S", 0)
    publish(place)
    assert _generations(connection) == {last.generation}


@pytest.mark.long
def test_readers_during_publications(tmp_path: Path, one_node: Cluster, connect: Connect) -> None:
    """Four readers during twenty publications: no error, and no answer of two generations."""
    options = one_node.options()
    library = tmp_path / "library"
    library.mkdir()

    def write(turn: int) -> None:
        for place in _PLACES:
            head = f"---\nauthors: [Autor {place}]\noutlet: The {place} Gazette\n---\n\n"
            told = f"The ferry of turn{turn} reached {place} on its way.\n"
            (library / f"{place}.md").write_text(head + told, "utf-8")

    write(0)
    place = LibraryAt(library, tmp_path / "index", options)
    publish(place)
    live, ended, wrong = LivePublished(connect(options)), threading.Event(), list[str]()

    read_by_all = Counter[str]()

    def read() -> None:
        while not ended.is_set():
            try:
                answer = live.use(lambda index: respond(index, Question("What did the ferry reach?", top=8)))
            except Exception as error:
                wrong.append(repr(error))
                return
            turns = re.findall(r"turn\d+", answer_json(answer))
            read_by_all[min(turns, default="")] += 1
            if len(turns) != len(_PLACES) or len({*turns}) > 1:
                wrong.append(f"not one generation: {turns}")

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for turn in range(1, 21):
        write(turn)
        publish(place)
    ended.set()
    for reader in readers:
        reader.join()
    print(f"{read_by_all.total()} answers of {len(read_by_all)} generations: {wrong}")  # noqa: T201
    assert wrong == []
    assert len(read_by_all) > 2  # a reader looks for the next every three seconds
