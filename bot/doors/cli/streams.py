"""The standard streams: mended at the start, written to by all, dropped when the reader has gone."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import NoReturn

from index.errors import QuothError

_USUAL_WIDTH = 88  # columns, where nothing tells
LEAST_WIDTH = 20  # columns that text is laid out for, however narrow the screen


class _Nowhere(io.TextIOWrapper):
    """The standard output of a process that was started without: whoever writes to it must not believe it."""

    def write(self, _: str, /) -> NoReturn:
        raise QuothError("standard output is closed: there is nowhere to write to")


def say(text: str, end: str = "\n") -> None:
    """Write a text to standard output at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def warn(text: str) -> None:
    """Write a line to standard error; what is named in it steers no terminal."""
    sys.stderr.write("".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text) + "\n")


def width() -> int:
    """Return the columns of the terminal, as ``shutil`` does, half of whose imports pack archives."""
    with contextlib.suppress(KeyError, ValueError):
        if (columns := int(os.environ["COLUMNS"])) > 0:
            return columns
    with contextlib.suppress(AttributeError, ValueError, OSError):
        if columns := os.get_terminal_size(sys.__stdout__.fileno()).columns:  # type: ignore[union-attr]
            return columns
    return _USUAL_WIDTH


def mend_streams() -> None:
    """Open what the process was started without, and let no byte or character be a reason to stop."""
    for name, mode, errors, kind in (
        ("stdin", "rb", "replace", io.TextIOWrapper),
        ("stdout", "wb", "backslashreplace", _Nowhere),
        ("stderr", "wb", "backslashreplace", io.TextIOWrapper),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, kind(open(os.devnull, mode), encoding="utf-8"))  # noqa: SIM115, PTH123 (kept to the end)
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def drop_output() -> None:
    """Send what is still to be written nowhere; keeps Python from complaining about it at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
