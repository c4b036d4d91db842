"""The process that has files read: it imports what readers need, and forks a child for each file."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import IO, Any, NoReturn

from index.errors import DocumentError
from index.formats.child import ANSWER, BROKE_OFF, MEMORY, PATIENCE, SECONDS
from index.formats.description import Read
from index.formats.extracted import cleaned, to_plain
from index.formats.registry import formats
from index.values import replace

_FILES = 64  # open at once
_DEEPEST = 1_000  # calls within calls, Python's own default: with more the stack may end first
_PIECE = 1 << 16
_OUT_OF_TIME = (signal.SIGKILL, signal.SIGXCPU, signal.SIGALRM)


def serve() -> None:
    """Answer requests until there are no more; what the process runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setrecursionlimit(3_000)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    while (header := requests.read(4)) and len(header) == 4:
        request = json.loads(requests.read(int.from_bytes(header, "big")))
        data = requests.read(request["size"])
        answer = _answer(request, data, requests)
        answers.write(len(answer).to_bytes(4, "big") + answer)
        answers.flush()
        del data
    os._exit(0)


def _answer(request: Mapping[str, Any], data: bytes, requests: IO[bytes]) -> bytes:
    format_ = formats()[request["format"]]
    for module in format_.needs:
        import_module(module)
    gc.collect()
    gc.freeze()  # what is imported stays shared between the children
    answer, why = b"", ""
    for read in filter(None, (format_.read, format_.second)):
        answer, why = _read_by_child(read, format_.name, request["name"], data, requests)
        if answer or why != BROKE_OFF:
            break
    if answer:
        return answer
    return json.dumps({"why": why}).encode()


def _read_by_child(read: Read, kind: str, name: str, data: bytes, requests: IO[bytes]) -> tuple[bytes, str]:
    """Return what a child says of a file, or b"" and why it said nothing."""
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        _read(lambda: _extracted(read, kind, name, data), sink, requests)
    os.close(sink)
    answer = _received(source, child, requests)
    os.close(source)
    _, status = os.waitpid(child, 0)
    late = os.WIFSIGNALED(status) and os.WTERMSIG(status) in _OUT_OF_TIME
    why = f"reading it takes longer than {SECONDS} s" if late else BROKE_OFF
    return answer, why


def _received(source: int, child: int, requests: IO[bytes]) -> bytes:
    """Return what a child says, b"" when it says nothing whole in time; it is killed then."""
    pieces: list[bytes] = []
    size, end = 0, time.monotonic() + PATIENCE
    waiting = select.poll()  # ``select`` refuses files beyond the thousandth that a program has open
    for each in (source, requests.fileno()):
        waiting.register(each, select.POLLIN)
    while (left := end - time.monotonic()) > 0:
        ready = {place for place, _ in waiting.poll(1000 * left)}
        if requests.fileno() in ready:  # nobody waits for the answer any more
            os.kill(child, signal.SIGKILL)
            os._exit(0)
        if source in ready:
            piece = os.read(source, _PIECE)
            if not piece:
                whole = b"".join(pieces)
                return whole if whole.endswith(b"\n") else b""
            pieces.append(piece)
            size += len(piece)
            if size > ANSWER:
                break
    os.kill(child, signal.SIGKILL)
    return b""


def _read(extracted: Callable[[], dict[str, Any]], sink: int, requests: IO[bytes]) -> NoReturn:
    """Read one file under limits, say what it holds or why it does not, and end."""
    status = 1
    try:
        sys.setrecursionlimit(_DEEPEST)
        os.dup2(os.open(os.devnull, os.O_RDONLY), requests.fileno())
        _limit(resource.RLIMIT_AS, MEMORY)
        _limit(resource.RLIMIT_CPU, SECONDS)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_NOFILE, _FILES)
        try:
            answer = json.dumps(extracted()).encode() + b"\n"
        except MemoryError:
            answer = json.dumps({"why": _too_much()}).encode() + b"\n"
        with os.fdopen(sink, "wb") as file:
            file.write(answer)
        status = 0
    finally:
        os._exit(status)


def _limit(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError, OSError):  # some systems know no such limit
        resource.setrlimit(kind, (most, most))


def _too_much() -> str:
    """Return that a file takes more memory than this process may have: who is asked in a chat has less."""
    found = (resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA))
    most = min((limit for limit in found if limit != resource.RLIM_INFINITY), default=MEMORY)
    return f"reading it takes more than {most >> 20} MB of memory"


def _extracted(read: Read, kind: str, name: str, data: bytes) -> dict[str, Any]:
    try:
        extracted = read(data, name)
        extracted = replace(extracted, parts=cleaned(extracted.parts))
        if not extracted.parts:
            return {"why": "it holds no text"}
        return to_plain(extracted)
    except DocumentError as error:
        return {"why": str(error)}
    except MemoryError:
        return {"why": _too_much()}
    except RecursionError:
        return {"why": f"it is {kind} nested too deeply"}
    except Exception as error:
        return {"why": f"it cannot be read as {kind}: it is damaged ({type(error).__name__})"}
