"""The program's own TOML files, kept beside Python's compiled modules in a form that is read at once.

``tomllib`` takes 60 ms for the tables that one answer needs, three fifths of all it may take. As Python
does with modules, what was read is written into ``__pycache__``, with a checksum of its file, unless
nothing may be written there: sizes and times may be the same after an upgrade, for packages are often
dated alike. PYTHONDONTWRITEBYTECODE does not forbid it: it is data, no bytecode.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def read_table(path: Path) -> dict[str, Any]:
    """Return what a TOML file of the program says. Raises ValueError when it is no TOML."""
    data = path.read_bytes()
    state = zlib.crc32(data)
    kept = place_of(path)
    with contextlib.suppress(OSError, ValueError, TypeError):
        known, table = json.loads(kept.read_bytes())
        if known == state:
            return dict(table)
    import tomllib

    table = tomllib.loads(data.decode())
    with contextlib.suppress(OSError):
        _keep(kept, json.dumps([state, table], ensure_ascii=False).encode())
    return table


def place_of(path: Path) -> Path:
    """Return where what a file says is kept; a module of the same name has its own place."""
    return Path(cache_from_source(str(path))).with_suffix(".table")


def _keep(kept: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = kept.with_suffix(f".{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(kept)
