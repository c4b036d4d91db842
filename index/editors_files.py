"""The files in which a library's editors state what is so: what is wrong in one is told by file and line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from index.errors import BadMetadata

_LARGEST = 2_000_000  # bytes; no editor writes more by hand, and reading it would hold up every answer
_LONGEST_NUMBER = 4_300  # digits that Python reads, unless told to
_NUMBER = re.compile(rf"\d[\d_]{{{_LONGEST_NUMBER},}}")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$| \(at end of document\)$")


def read_editors_file(path: Path) -> dict[str, Any]:
    """Return what an editors' file (TOML) states. Raises BadMetadata with file and line, OSError."""
    data = path.read_bytes()
    if len(data) > _LARGEST:
        raise fault_in(path, f"it is larger than {_LARGEST // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise fault_in(path, "it is not written in UTF-8", line) from error
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise fault_in(path, "lists stand within lists too deeply", _deepest(text)) from error
    except ValueError as error:
        raise _unparsed(path, text, str(error)) from error


def fault_in(path: Path, why: str, line: int | None = None) -> BadMetadata:
    """Return the error that names an editors' file, the line where it is known, and what is wrong."""
    place = path.name if line is None else f"{path.name}: line {line}"
    return BadMetadata("".join(c if c.isprintable() else "\ufffd" for c in f"{place}: {why}"))


def row_line(path: Path, fault: str) -> int | None:
    """Return the line of the row that a fault names: "[[point]] number 2: ..." or "[[point]] its-id: ..."."""
    named = re.match(r"\[\[(\w+)\]\] (?:number (\d+)|([^:]+)): ", fault)
    if named is None:
        return None
    row = rf"\[\[[ \t]*{named[1]}[ \t]*\]\]"
    own = rf"""id[ \t]*=[ \t]*["']{re.escape(named[3] or "")}["']"""
    text = path.read_text("utf-8-sig")
    lines = [*re.finditer(rf"^[ \t]*{row if named[2] else own}", text, re.MULTILINE)]
    at = int(named[2]) - 1 if named[2] else len(lines) - 1
    return _line(text, lines[at].start()) if 0 <= at < len(lines) else None


def _unparsed(path: Path, text: str, why: str) -> BadMetadata:
    """Return the error for a text that is no TOML, in an editor's words."""
    if long := _NUMBER.search(text):
        return fault_in(path, f"a number has more than {_LONGEST_NUMBER} digits", _line(text, long.start()))
    place = _PLACE.search(why)
    last = text.rstrip("\n").count("\n") + 1
    line = int(place[1]) if place and place[1] else last if place else None
    return fault_in(path, f"it does not parse: {_PLACE.sub('', why)}", line)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _deepest(text: str) -> int:
    """Return the line with the most brackets."""
    lines = [line.count("[") + line.count("{") for line in text.split("\n")]
    return lines.index(max(lines)) + 1
