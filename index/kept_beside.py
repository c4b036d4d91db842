"""What was made of the program's own files, kept beside Python's compiled modules for the next process.

As Python does with modules, in ``__pycache__``, whole or not at all, unless nothing may be written there.
PYTHONDONTWRITEBYTECODE does not forbid it: it is data, no bytecode.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import zlib
from importlib.util import cache_from_source
from typing import Any

_SUM = 4  # bytes of the checksum in front: what is damaged is never unpacked


def place_beside(file: str, ending: str) -> str:
    """Return where what is made of a file is kept; a module of the same name has its own place."""
    return cache_from_source(file).removesuffix("pyc") + ending


def read_kept(place: str) -> Any:
    """Return what is kept in a place; None where there is nothing, or it is damaged."""
    try:
        with open(place, "rb", 0) as kept:  # noqa: PTH123 (a ``Path`` takes as long as the reading)
            data = kept.read()
    except OSError:
        return None
    body = memoryview(data)[_SUM:]
    if zlib.crc32(body) != int.from_bytes(data[:_SUM], "little"):
        return None
    with contextlib.suppress(ValueError, TypeError, EOFError):
        return marshal.loads(body)  # noqa: S302 (as Python does with what stands beside it)
    return None


def keep(place: str, made: Any) -> None:
    """Keep something of lists, tables, texts and numbers, whole or not at all."""
    body = marshal.dumps(made)
    beside = f"{place}.{os.getpid()}"
    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        with open(beside, "wb") as file:  # noqa: PTH123
            file.write(zlib.crc32(body).to_bytes(_SUM, "little") + body)
        os.replace(beside, place)  # noqa: PTH105
