"""Reads, cuts and attributes files, in processes of their own where there are several cores and much to read.

What a process has read comes back through a pipe; one that ends early, for whatever reason, is done
without: its files are read here. Processes end when their pipe does, so none outlives a killed parent.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import IO, cast

from index.articles.editing import Corrections
from index.articles.record import Record, record_of
from index.errors import QuothError, UnreadableDocument
from index.formats.folder import FoundFile, Skipped
from index.own_process import started
from index.values import replace

MUCH = 1_000_000  # bytes: some two seconds of reading, where a process takes a fifth of one to start
_CHUNK_FILES, _CHUNK_BYTES = 32, 200_000  # read at once: some half a second
_AHEAD = 2  # chunks a process has before it, so that it never waits; small enough for a pipe to hold
_START = "from index.embedded.workers import serve; serve()"

Answer = Record | Skipped


def read_files(
    files: Sequence[FoundFile], corrections: Corrections, processes: int | None = None
) -> Iterator[Answer]:
    """Yield for each file, in order, its record, or why there is none.

    ``processes`` is how many work at once: one for each core where it is None, none besides this one for
    1, or where there is little to read.
    """
    if processes is None:
        processes = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if processes > 1 and sys.executable and sum(max(0, file.size) for file in files) >= MUCH:
        yield from _in_processes(files, corrections, processes)
    else:
        for file in files:
            yield read_file(file, corrections)


def read_file(file: FoundFile, corrections: Corrections) -> Answer:
    """Return a file's record, or why there is none."""
    try:
        return record_of(file, corrections)
    except UnreadableDocument as error:
        return Skipped(file.file, str(error))
    except (QuothError, OSError, MemoryError):
        raise
    except Exception as error:  # one text that this program is not up to must not keep the others away
        return Skipped(file.file, f"a fault of Quoth kept it from being read ({type(error).__name__})")


def _in_processes(files: Sequence[FoundFile], corrections: Corrections, processes: int) -> Iterator[Answer]:
    chunks = list(_chunks(files))
    workers = [_Worker(corrections) for _ in range(min(processes, len(chunks)))]
    try:
        sent = 0
        for turn, chunk in enumerate(chunks):
            while sent < min(len(chunks), turn + _AHEAD * len(workers)):
                workers[sent % len(workers)].send(chunks[sent])
                sent += 1
            answers = workers[turn % len(workers)].receive()
            yield from answers if answers is not None else (read_file(file, corrections) for file in chunk)
    finally:
        for worker in workers:
            worker.end()


def _chunks(files: Sequence[FoundFile]) -> Iterator[list[FoundFile]]:
    chunk: list[FoundFile] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += max(0, file.size)
        if len(chunk) >= _CHUNK_FILES or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class _Worker:
    """A process that reads files; chunks of them go in and answers come out in the same order."""

    def __init__(self, corrections: Corrections) -> None:
        self._process = process = started(_START)
        self._requests = cast("IO[bytes]", process.stdin)
        self._answers = cast("IO[bytes]", process.stdout)
        self.send(replace(corrections, by_file=dict(corrections.by_file)))  # a mapping that can be sent

    def send(self, what: Corrections | Sequence[FoundFile]) -> None:
        """Hand something over; what does not arrive is not answered either."""
        with contextlib.suppress(OSError):
            pickle.dump(what, self._requests)
            self._requests.flush()

    def receive(self) -> list[Answer] | None:
        """Return the answers to the next chunk, None when the process has ended."""
        try:
            answers: list[Answer] = pickle.load(self._answers)  # noqa: S301
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        return answers

    def end(self) -> None:
        """Let the process go."""
        self._process.kill()
        self._process.communicate()


def serve() -> None:
    """Answer chunks of files until there are no more; what a worker process runs."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed is no answer
    requests = sys.stdin.buffer
    try:
        corrections = pickle.load(requests)  # noqa: S301 (from the process that started this one)
        while True:
            files = pickle.load(requests)  # noqa: S301
            pickle.dump([read_file(file, corrections) for file in files], answers)
            answers.flush()
    except (EOFError, OSError):
        os._exit(0)
