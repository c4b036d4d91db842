"""The program's own TOML files, kept beside Python's compiled modules in a form that is read at once.

``tomllib`` takes 60 ms for the tables that one answer needs, three fifths of all it may take. What was read
is kept with a checksum of its file: sizes and times may be the same after an upgrade, for packages are
often dated alike.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from index.kept_beside import keep, place_beside, read_kept


def read_table(path: Path) -> dict[str, Any]:
    """Return what a TOML file of the program says. Raises ValueError when it is no TOML."""
    name = str(path)
    with open(name, "rb", 0) as file:  # noqa: PTH123 (a ``Path`` takes as long as the reading)
        data = file.read()
    state = zlib.crc32(data)
    place = place_beside(name, "table")
    match read_kept(place):
        case [known, dict(table)] if known == state:
            return table
    import tomllib

    table = tomllib.loads(data.decode())
    keep(place, (state, table))
    return table
