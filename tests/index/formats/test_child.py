"""The process that reads what may be hostile: whatever a file does to its reader, the rest is read."""

from __future__ import annotations

import faulthandler
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from index.errors import UnreadableDocument
from index.formats import served
from index.formats.child import Readers
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part, cleaned, from_plain, to_plain
from index.model import Role, Source

PAGE = (
    b"<!DOCTYPE html><html><body><p>The ferry will sail on Monday, said the harbour master.</p></body></html>"
)


def test_files_are_read_one_after_another() -> None:
    """One process reads many files."""
    readers = Readers()
    try:
        for _ in range(3):
            assert "ferry" in readers.read("html", PAGE, "a.html").parts[0].blocks[0].text
    finally:
        readers.close()


def test_a_process_that_has_ended_is_started_again() -> None:
    """Whoever ends the process costs no file."""
    readers = Readers()
    try:
        readers.read("html", PAGE, "a.html")
        process = readers._process
        assert process is not None
        process.kill()
        process.wait()
        assert readers.read("html", PAGE, "a.html").parts
    finally:
        readers.close()


def _abort(_data: bytes, _name: str) -> Extracted:
    faulthandler.disable()
    os.abort()


def _sleep(_data: bytes, _name: str) -> Extracted:
    time.sleep(60)
    raise AssertionError


def _spin(_data: bytes, _name: str) -> Extracted:
    while True:
        pass


def _fill(_data: bytes, _name: str) -> Extracted:
    return Extracted((Part((Block("x" * (8 << 30)),)),))


def _flood(_data: bytes, _name: str) -> Extracted:
    return Extracted((Part(tuple(Block("word " * 1_000) for _ in range(20_000))),))


def _write(_data: bytes, _name: str) -> Extracted:
    Path(_data.decode()).write_text("written")
    raise AssertionError


def _nest(_data: bytes, _name: str) -> Extracted:
    return _nest(_data, _name)


def _nothing(_data: bytes, _name: str) -> Extracted:
    return Extracted((Part((Block(" \n"),)),))


def _fine(_data: bytes, _name: str) -> Extracted:
    return Extracted((Part((Block("It is fine."),)),))


def _own_memory() -> int:
    """Return how many bytes of address space this process holds; 0 where the system does not say."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[0]) * resource.getpagesize() if status.exists() else 0


@pytest.fixture(autouse=True)
def _beside_own_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a child all of its memory: the readers' process is small, the one that runs the tests is not.

    By itself it may hold more than the limit.
    """
    monkeypatch.setattr(served, "MEMORY", served.MEMORY + _own_memory())


def read(reader: Callable[[bytes, str], Extracted], data: bytes = b"x") -> tuple[bytes, str]:
    """Return what a child that reads so answers, or why it does not."""
    with _Idle() as requests:
        return served._read_by_child(reader, "a thing", "a.bin", data, requests)


class _Idle:
    """Standard input on which nothing comes."""

    def __enter__(self) -> IO[bytes]:
        source, self._sink = os.pipe()
        self._file = os.fdopen(source, "rb")
        return self._file

    def __exit__(self, *_: object) -> None:
        os.close(self._sink)
        self._file.close()


@pytest.mark.parametrize(
    ("reader", "why"),
    [
        (_abort, "broke off"),
        (_sleep, "longer than"),
        (_spin, "longer than"),
        (_fill, "memory"),
        (_nest, "too deeply"),
        (_nothing, "no text"),
    ],
)
def test_what_readers_do_is_said(
    reader: Callable[[bytes, str], Extracted], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that aborts, hangs, fills the memory or recurses without end costs its file, with the
    reason.
    """
    monkeypatch.setattr(served, "SECONDS", 1)
    monkeypatch.setattr(served, "PATIENCE", 2)
    answer, reason = read(reader)
    assert why in (answer.decode() or reason)


def test_answers_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer of more than so many bytes is none."""
    monkeypatch.setattr(served, "ANSWER", 1_000_000)
    assert read(_flood)[0] == b""


def test_readers_write_no_files(tmp_path: Path) -> None:
    """A reader that is made to write a file writes nothing into it."""
    target = tmp_path / "target"
    read(_write, str(target).encode())
    assert not target.exists() or not target.read_text()


def test_second_reader_is_asked_where_the_first_broke_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format with a second reader is read by it when the first one dies."""
    kind = Format("a thing", frozenset(), lambda _head, _suffix: False, _abort, second=_fine)
    monkeypatch.setattr(served, "formats", lambda: {"thing": kind})
    with _Idle() as requests:
        answer = served._answer({"format": "thing", "name": "a.bin"}, b"x", requests)
    assert b"It is fine." in answer


def test_what_comes_back_is_what_was_read() -> None:
    """Blocks and sources are the same behind the pipe; what is none of them is refused."""
    source = Source("A title", ("Ana Ejemplo",), "Coast Courier", "2021-03-04")
    whole = Extracted(
        (Part((Block("Día.", Role.LISTING, "page=3", "Bo Prueba"),), source, False),), ("a remark",)
    )
    assert from_plain(to_plain(whole)) == whole
    for wrong in (
        {},
        {"parts": [{}], "remarks": []},
        {"parts": [{"blocks": [["x"]], "source": {}}], "remarks": []},
    ):
        with pytest.raises((KeyError, ValueError, TypeError)):
            from_plain(wrong)


def test_limits_bind_the_child_alone() -> None:
    """The process that asks keeps its own limits."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    read(_fine)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_unknown_answers_are_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing whole comes back, the file is named."""
    readers = Readers()
    monkeypatch.setattr(readers, "_ask", lambda *_: None)
    with pytest.raises(UnreadableDocument, match="broke off"):
        readers.read("html", PAGE, "a.html")


def test_halves_of_characters_are_made_whole() -> None:
    """What a reader gives as two halves is one character, a half alone is marked as damaged."""
    source = Source("A \ud83d\ude00", ("B\udc00",))
    (part,) = cleaned((Part((Block("x \ud83d\ude00 \ud800\0"), Block(" ")), source),))
    assert [block.text for block in part.blocks] == ["x 😀 \ufffd"]
    assert (part.source.title, part.source.authors) == ("A 😀", ("B\ufffd",))


def test_many_open_files_keep_no_reader_from_being_heard() -> None:
    """A program may have more than a thousand files open: what a child says is still received."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = 1200
    if hard != resource.RLIM_INFINITY and hard < needed:
        pytest.skip("so many files cannot be opened here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, needed), hard))
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(1050)]
    source, sink = os.pipe()
    requests, other = os.pipe()
    try:
        os.write(sink, b"said\n")
        os.close(sink)
        with os.fdopen(requests, "rb") as file:
            assert served._received(source, 0, file) == b"said\n"
    finally:
        for each in (*held, source, other):
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
