"""What is made of the program's own files, kept beside Python's compiled modules to be read at once.

``tomllib`` takes 60 ms for the tables that one answer needs, three fifths of all it may take. What was read
is kept with a checksum of its file: sizes and times may be the same after an upgrade, for packages are
often dated alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.kept_beside import keep, place_beside, read_kept


def read_table(path: Path) -> dict[str, Any]:
    """Return what a TOML file of the program says. Raises ValueError when it is no TOML."""
    table: dict[str, Any] = made_of(path, "table", _parsed)
    return table


def made_of(path: Path, ending: str, make: Callable[[str], Any], by: str = "") -> Any:
    """Return what is made of the text of a file of the program: lists, tables, texts and numbers.

    It is kept under an ``ending``; ``by`` tells what else it depends on.
    """
    name = str(path)
    with open(name, "rb", 0) as file:  # noqa: PTH123 (a ``Path`` takes as long as the reading)
        data = file.read()
    state = f"{zlib.crc32(data)} {by}"
    place = place_beside(name, ending)
    match read_kept(place):
        case [known, made] if known == state:
            return made
    made = make(data.decode())
    keep(place, (state, made))
    return made


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)
