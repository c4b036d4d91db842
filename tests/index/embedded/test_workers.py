"""Files read in several processes give what one process reads, in the same order."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from index.articles.editing import Corrections, read_corrections
from index.articles.record import Record
from index.embedded import workers
from index.embedded.workers import read_files
from index.formats.folder import FoundFile, Skipped, list_files

Write = Callable[[Mapping[str, str | bytes]], Path]
TEXT = "The harbour of Springfield was closed on Friday, the mayor said. “We counted {} cracks,” she added.\n"


@pytest.fixture
def files(library: Write, monkeypatch: pytest.MonkeyPatch) -> tuple[list[FoundFile], Corrections]:
    """Return many files, some of which cannot be read, cut into small chunks, with corrections to them."""
    monkeypatch.setattr(workers, "MUCH", 0)
    monkeypatch.setattr(workers, "_CHUNK_FILES", 3)
    texts: dict[str, str | bytes] = {f"{number:03}.txt": TEXT.format(number) * 3 for number in range(40)}
    folder = library(
        texts | {"010b.txt": b"", "020b.pdf": b"x", "sources.toml": '["005.txt"]\ntitle = "Five"\n'}
    )
    return list(list_files(folder)), read_corrections(folder)


def test_a_text_on_which_the_program_fails_keeps_no_other_away(
    files: tuple[list[FoundFile], Corrections], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the program in one text is the reason why that is not read; all others are."""
    read = workers.record_of

    def fails(file: FoundFile, corrections: Corrections) -> Record:
        if file.file == "007.txt":
            raise IndexError("list index out of range")
        return read(file, corrections)

    monkeypatch.setattr(workers, "record_of", fails)
    found = list(read_files(*files, 1))
    assert len(found) == len(files[0])
    assert [
        (each.file, each.reason) for each in found if isinstance(each, Skipped) and "fault" in each.reason
    ] == [("007.txt", "a fault of Quoth kept it from being read (IndexError)")]


def test_processes_change_nothing(files: tuple[list[FoundFile], Corrections]) -> None:
    """One process and several give equal records and reasons, in the order of the files."""
    alone = list(read_files(*files, 1))
    assert list(read_files(*files, 3)) == alone
    assert len(alone) == len(files[0])
    assert next(item for item in alone if "005" in repr(item)).articles[0].article.source.title == "Five"  # type: ignore[union-attr]


def test_dead_processes_are_done_without(
    files: tuple[list[FoundFile], Corrections], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a process is killed in the middle of its work, its files are read all the same."""
    started: list[subprocess.Popen[bytes]] = []
    whole = subprocess.Popen

    def noted(*arguments: object, **named: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = whole(*arguments, **named)  # type: ignore[call-overload]
        started.append(process)
        return process

    alone = list(read_files(*files, 1))
    monkeypatch.setattr(subprocess, "Popen", noted)
    answers = read_files(*files, 2)
    found = [next(answers)]
    started[0].send_signal(signal.SIGKILL)
    assert found + list(answers) == alone
    assert all(process.poll() is not None for process in started)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_no_process_outlives_its_parent(files: tuple[list[FoundFile], Corrections]) -> None:
    """When a build is killed, the processes that read for it end by themselves."""
    parent = os.fork()
    if parent == 0:
        answers: Iterator[object] = read_files(*files, 2)
        next(answers)
        time.sleep(60)
    children: list[str] = []
    deadline = time.monotonic() + 20
    while len(children) < 2 and time.monotonic() < deadline:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    assert len(children) == 2
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{child}").exists() for child in children)
