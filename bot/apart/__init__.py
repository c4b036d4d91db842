"""Heavy work in a process of its own, which may be ended: limits on time and memory, few at a time.

A thread that searches through everything cannot be stopped, and takes its share of every answer meanwhile.
A process can: it is niced, it may use so much memory and time and no more, and nothing is lost with it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, ParamSpec, TypeVar, cast

from index import errors
from index.errors import QuothError
from index.own_process import started

P = ParamSpec("P")
Result = TypeVar("Result")

# Bytes that a task may write to. What looks for a text, and what reads a document or lists contested points
# beside it, stay under 400 MB with the 190 MB of the bot: of 100,000 paragraphs the first needs 21 MB,
# the last 110. To read a document three processes may be needed; within its time it is some 3 MB of text, for
# which the little is enough.
MEMORY, LITTLE_MEMORY = 200 << 20, 100 << 20
_START = "from bot.apart import serve; serve({parent})"
_LOOK = 1.0  # seconds between two looks whether the bot is still there
_NICE = 10
_LARGEST = 64_000_000  # bytes of a result
_TASKS = "bot.apart.tasks"


class TookTooLong(QuothError):
    """A task was ended: it ran, or waited for its turn, beyond its time."""


class TookTooMuch(QuothError):
    """A task was ended: it needed more memory than it may have, or broke off."""


class Apart:
    """Runs tasks, one at a time; those that wait, wait in their threads. Safe in threads.

    Those that share their ``turns`` run one at a time together: their memory is there once.
    """

    def __init__(self, memory: int | None = MEMORY, turns: threading.Semaphore | None = None) -> None:
        self._turns, self._memory = turns or threading.Semaphore(1), memory
        self._running: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def run(self, seconds: float, task: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
        """Return what a function of ``bot.apart.tasks`` returns, within so many seconds from now.

        Raises what it raises of the program's own errors, TookTooLong and TookTooMuch.
        """
        end = time.monotonic() + seconds
        with self._turn(end):
            request = task.__name__, args, kwargs, self._memory
            answer = self._ask(request, max(0.1, end - time.monotonic()))
        if answer is None:
            if self._closed:
                raise TookTooLong("the program is ending")
            late = time.monotonic() >= end - 0.05
            raise TookTooLong("it took too long") if late else TookTooMuch("it took too much memory")
        kind, value = answer
        if kind == "result":
            return cast("Result", value)
        name, text = value
        raise getattr(errors, name, QuothError)(text)

    @contextmanager
    def _turn(self, end: float) -> Iterator[None]:
        if not self._turns.acquire(timeout=max(0.0, end - time.monotonic())):
            raise TookTooLong("it waited too long for its turn")
        try:
            yield
        finally:
            self._turns.release()

    def _ask(self, request: tuple[Any, ...], seconds: float) -> tuple[str, Any] | None:
        process = self._started()
        watch = threading.Timer(seconds, process.kill)
        watch.start()
        try:
            requests, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
            pickle.dump(request, requests)  # a document that is sent is not copied by that
            requests.close()
            data = answers.read(_LARGEST)
            return cast("tuple[str, Any]", pickle.loads(data)) if data else None  # noqa: S301 (our own process)
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        finally:
            watch.cancel()
            process.kill()
            process.wait()
            with self._lock:
                self._running.discard(process)
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    cast("IO[bytes]", pipe).close()

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise TookTooLong("the program is ending")
            process = started(_START.format(parent=os.getpid()), OPENBLAS_NUM_THREADS="1")
            self._running.add(process)
        return process

    def close(self) -> None:
        """End what runs, and begin nothing more."""
        with self._lock:
            self._closed = True
            for process in self._running:
                process.kill()


def serve(parent: int) -> None:
    """Do one task that comes by standard input; what comes of it goes to standard output.

    It ends with the process that asked, however that ends: nobody waits for it any more.
    """
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    name, args, kwargs, memory = pickle.load(sys.stdin.buffer)  # noqa: S301 (written by this program)
    with contextlib.suppress(OSError):
        os.nice(_NICE)
    if memory is not None:
        _limit(memory)
    from importlib import import_module

    answer: tuple[str, Any]
    try:
        answer = "result", getattr(import_module(_TASKS), name)(*args, **kwargs)
    except QuothError as error:
        answer = "error", (type(error).__name__, str(error))
    except MemoryError:
        os._exit(1)
    sys.stdout.buffer.write(pickle.dumps(answer))
    sys.stdout.buffer.flush()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on this system
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
