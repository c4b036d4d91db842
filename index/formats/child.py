"""Files are read by a process that may die: every document is hostile until it is read.

A process beside this one imports the readers' libraries once, and has a child of its own read each file, with
limits on memory, time, open files and output. What comes back is JSON, nothing that could run; a child that
takes too long or breaks off costs its file, which is named with the reason, and nothing else.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import threading
from importlib import import_module
from typing import IO, Any, cast

from index.errors import UnreadableDocument
from index.formats.extracted import Extracted, from_plain
from index.own_process import started

SECONDS = 8  # of a processor's time, for one file; a book of 350 pages takes five
PATIENCE = 40  # seconds of the clock: no reader waits for anything, but others may be at work
MEMORY = 1 << 30  # bytes of address space; pages of 10 MB and books of a thousand pages take half of it
ANSWER = 64_000_000  # bytes
_GRACE = 5  # seconds besides those of two readers, in which the process in between must have answered
_START = "from index.formats.served import serve; serve()"
BROKE_OFF = "its reader broke off: the file is damaged, or made to do harm"


class Readers:
    """The process beside this one; started when it is needed, and again when it has ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._owner = os.getpid()

    def read(self, key: str, data: bytes, name: str) -> Extracted:
        """Return what the format's reader makes of a file. Raises UnreadableDocument."""
        with self._lock:
            answer = self._ask(key, data, name)
        if answer is None:
            raise UnreadableDocument(BROKE_OFF)
        if "why" in answer:
            raise UnreadableDocument(str(answer["why"]))
        try:
            return from_plain(answer)
        except (ValueError, TypeError, KeyError) as error:
            raise UnreadableDocument(BROKE_OFF) from error

    def _ask(self, key: str, data: bytes, name: str) -> dict[str, Any] | None:
        process = self._started()
        request = json.dumps({"format": key, "name": name, "size": len(data)}).encode()
        # A process that neither answers nor ends would be waited for without end.
        watch = threading.Timer(2 * PATIENCE + _GRACE, process.kill)
        watch.start()
        try:
            requests, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
            requests.write(len(request).to_bytes(4, "big") + request + data)
            requests.flush()
            size = int.from_bytes(answers.read(4), "big")
            text = answers.read(size)
            answer = json.loads(text) if size and len(text) == size else None
        except (OSError, ValueError, RecursionError):
            answer = None
        finally:
            watch.cancel()
        if not isinstance(answer, dict):
            self.close()
            return None
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None and self._owner == os.getpid():
            return self._process
        self.close()
        self._owner = os.getpid()
        self._process = started(_START, quiet=True)
        return self._process

    def close(self) -> None:
        """Let the process go."""
        process, self._process = self._process, None
        if process is None:
            return
        if self._owner == os.getpid():
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what is still to be written is nobody's any more
                if pipe is not None:
                    pipe.close()


readers = Readers()
atexit.register(readers.close)


def read_apart(key: str, data: bytes, name: str) -> Extracted:
    """Return what a format's reader makes of a file, read by a process of its own.

    ``key`` is the name of the format's module. Raises UnreadableDocument with the reason.
    """
    return readers.read(key, data, name)


def read_here(key: str, data: bytes, name: str) -> Extracted:
    """Return the same, read by this process: for tests, and where it is a process of its own already."""
    extracted: Extracted = import_module(f"index.formats.{key}").FORMAT.read(data, name)
    return extracted
