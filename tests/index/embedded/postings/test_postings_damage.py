"""The index file is whole or absent, and no damage to it changes an answer."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embedded.postings import build, open_postings
from index.errors import StoreDamaged, StoreError

TERMS = [("w1", 1.0), ("w7", 1.0), ("long", 2.0), ("none", 1.0)]


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small index that uses every part of the format."""
    rng = random.Random(5)  # noqa: S311
    documents = [[f"w{int(40 * rng.random() ** 2)}" for _ in range(rng.randint(0, 12))] for _ in range(150)]
    documents[9] = ["long"] * 300
    path = tmp_path_factory.mktemp("healthy") / "postings"
    build(documents, path)
    return path


def everything(path: Path, *, vector: bool) -> object:
    """Return all that a reader can say."""
    postings = open_postings(path, vector=vector)
    words = list(postings.vocabulary())
    known = [(word, postings.frequency(word), postings.idf(word)) for word in words]
    found = [postings.search([(word, 1.0)], 200) for word in words]
    return postings.size, known, found, postings.search(TERMS, 20)


def answer(path: Path, *, vector: bool) -> object:
    """Return everything, or StoreDamaged where the reader says so."""
    try:
        return everything(path, vector=vector)
    except StoreDamaged:
        return StoreDamaged


def test_every_flipped_bit_is_found(healthy: Path, tmp_path: Path) -> None:
    """Of 2,000 flipped bits, each is either reported or changes no answer, in both readers."""
    whole, right = healthy.read_bytes(), everything(healthy, vector=False)
    copy, rng, reported = tmp_path / "postings", random.Random(1), 0  # noqa: S311
    copy.write_bytes(whole)
    for turn in range(2000):
        bit = rng.randrange(8 * len(whole))
        with copy.open("r+b") as file:
            file.seek(bit // 8)
            file.write(bytes([whole[bit // 8] ^ 1 << bit % 8]))
        result = answer(copy, vector=turn % 2 == 0)
        reported += result is StoreDamaged
        assert result is StoreDamaged or result == right, f"bit {bit}"
        with pytest.raises(StoreDamaged):
            open_postings(copy, verify=True)
        with copy.open("r+b") as file:
            file.seek(bit // 8)
            file.write(whole[bit // 8 : bit // 8 + 1])
    assert reported > 1000


def test_every_truncation_is_found(healthy: Path, tmp_path: Path) -> None:
    """A file that lost its end, or gained one, is refused on opening."""
    whole, copy = healthy.read_bytes(), tmp_path / "postings"
    rng = random.Random(2)  # noqa: S311
    for length in [0, 1, 8, 4095, 4096, len(whole) - 1, *(rng.randrange(len(whole)) for _ in range(100))]:
        copy.write_bytes(whole[:length])
        with pytest.raises(StoreDamaged):
            open_postings(copy)
    copy.write_bytes(whole + b"\0")
    with pytest.raises(StoreDamaged):
        open_postings(copy)


def test_another_format_is_refused(tmp_path: Path) -> None:
    """A file of another program or of another version asks to be built again."""
    for name, text in (("other", b"{}"), ("noise", os.urandom(9000))):
        (tmp_path / name).write_bytes(text)
        with pytest.raises(StoreDamaged, match="built again"):
            open_postings(tmp_path / name)


def test_an_earlier_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that an earlier version of this program wrote asks to be built again: it is not misread."""
    with monkeypatch.context() as patch:
        patch.setattr("index.embedded.postings.format.VERSION", 1)
        build([["a", "b"]], tmp_path / "postings")
    with pytest.raises(StoreDamaged, match="format 1"):
        open_postings(tmp_path / "postings")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is a StoreError that names it."""
    with pytest.raises(StoreError, match="absent"):
        open_postings(tmp_path / "absent")


def test_damage_elsewhere_does_not_matter(healthy: Path, tmp_path: Path) -> None:
    """Opening verifies the header only: what is not read is not asked for, so opening stays quick."""
    damaged = bytearray(healthy.read_bytes())
    damaged[4096] ^= 1
    (tmp_path / "postings").write_bytes(damaged)
    assert open_postings(tmp_path / "postings").size == 150


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """When the disk is full the old index stays, nothing else does, and the message says why."""
    path = tmp_path / "postings"
    build([["old"]], path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = "os.fsync" if call == "fsync" else "index.embedded.postings.write.SectionWriter.put"
    monkeypatch.setattr(target, full)
    with pytest.raises(StoreError, match="No space left"):
        build([["new"]], path)
    assert [file.name for file in tmp_path.iterdir()] == ["postings"]
    assert open_postings(path, verify=True).frequency("old") == 1


def test_a_failing_source_leaves_the_old_index(tmp_path: Path) -> None:
    """An error while paragraphs are read is passed on and changes nothing."""
    path = tmp_path / "postings"
    build([["old"]], path)

    def broken() -> Iterator[list[str]]:
        yield ["new"]
        raise RuntimeError("source")

    with pytest.raises(RuntimeError, match="source"):
        build(broken(), path)
    assert [file.name for file in tmp_path.iterdir()] == ["postings"]
    assert open_postings(path).frequency("old") == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from index.embedded.postings import build

left = int(sys.argv[2])

def stop(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def counted(call):
    def wrapped(*args, **keywords):
        stop()
        return call(*args, **keywords)
    return wrapped

def documents():
    for n in range(6):
        stop()
        yield ["new", str(n)]

import index.embedded.postings.write as write
os.fsync, os.link, Path.replace = counted(os.fsync), counted(os.link), counted(Path.replace)
write.SectionWriter.put = counted(write.SectionWriter.put)
build(documents(), Path(sys.argv[1]))
"""


def unsupported(*_: object, **__: object) -> None:
    """Stand for a call that the system does not know."""
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


def test_a_nameless_file_that_cannot_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a system does not link nameless files, the index is written all the same, by a copy."""
    monkeypatch.setattr("os.link", unsupported)
    build([["a"], ["b"]], tmp_path / "postings")
    assert open_postings(tmp_path / "postings", verify=True).frequency("b") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["postings"]


@pytest.mark.skipif(sys.platform != "linux", reason="nameless files are Linux's")
def test_nothing_has_a_name_before_it_is_whole(tmp_path: Path) -> None:
    """While an index is built no file shows, so that a kill has nothing to leave."""
    shown: list[list[Path]] = []

    def documents() -> Iterator[list[str]]:
        for number in range(5):
            shown.append(list(tmp_path.iterdir()))
            yield [str(number)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.publishing._copy", unsupported)
        build(documents(), tmp_path / "postings")
    assert shown == [[]] * 5


def test_a_kill_leaves_the_old_index_or_the_new_one(tmp_path: Path) -> None:
    """Killed at any step, the build leaves a whole index under its name; rubbish goes with the next build."""
    path, finished, kills = tmp_path / "postings", False, 0
    while not finished:
        build([["old"]], path)
        done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(kills + 1)], check=False)
        finished = done.returncode == 0
        kills += not finished
        postings = open_postings(path, verify=True)
        assert (postings.frequency("old"), postings.frequency("new")) in {(1, 0), (0, 6)}
        assert {file.name for file in tmp_path.iterdir()} <= {"postings", ".postings.partial"}
    assert kills >= 12
    assert [file.name for file in tmp_path.iterdir()] == ["postings"]
    assert open_postings(path).frequency("new") == 6


_CUT_SHORT = """
import os, sys
from pathlib import Path
from index.embedded.postings import Segment, Segments
from index.errors import StoreDamaged

path = Path(sys.argv[1])
index = Segments([Segment(path, int(sys.argv[2]))], None, lambda numbers: {}, vector=sys.argv[3] == "vector")
terms = [("w1", 1.0), ("w7", 1.0)]
index.search(terms, 5)
os.truncate(path, 0)
for work in (lambda: index.search(terms, 5), lambda: index.holding(["w3"]), lambda: index.frequency("w9")):
    try:
        work()
    except StoreDamaged:
        print("found out")
"""


@pytest.mark.parametrize("reader", ["plain", "vector"])
def test_a_file_cut_short_under_its_reader_is_found_out(healthy: Path, tmp_path: Path, reader: str) -> None:
    """A file that becomes shorter while it is mapped is damage, and ends no process."""
    copy = tmp_path / "postings"
    copy.write_bytes(healthy.read_bytes())
    size = str(open_postings(healthy).size)
    ran = subprocess.run(
        [sys.executable, "-c", _CUT_SHORT, copy, size, reader], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout.split("\n")) == (0, ["found out"] * 3 + [""]), ran.stderr
