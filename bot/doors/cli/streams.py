"""The standard streams: mended at the start, written to by all, dropped when the reader has gone."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import NoReturn

from index.errors import QuothError, UsageError

_USUAL_WIDTH = 88  # columns, where nothing tells
_WHEN = frozenset({"auto", "always", "never"})
_color = {"when": "auto"}
LEAST_WIDTH = 20  # columns that text is laid out for, however narrow the screen


class _Nowhere(io.TextIOWrapper):
    """The standard output of a process that was started without: whoever writes to it must not believe it."""

    def write(self, _: str, /) -> NoReturn:
        raise QuothError("standard output is closed: there is nowhere to write to")


def say(text: str, end: str = "\n") -> None:
    """Write a text to standard output at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def take_color(arguments: list[str]) -> list[str]:
    """Return the arguments without ``--color WHEN``, which is heeded. Raises UsageError for another WHEN."""
    left: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            return [*left, word, *words]
        name, equals, when = word.partition("=")
        if name != "--color":
            left.append(word)
            continue
        _color["when"] = when if equals else next(words, "")
        if _color["when"] not in _WHEN:
            raise UsageError("--color can be auto, always or never")
    return left


def has_styles() -> bool:
    """Return whether text may be styled: as ``--color`` says, else on a terminal without NO_COLOR."""
    if _color["when"] != "auto":
        return _color["when"] == "always"
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def say_long(text: str) -> None:
    """Write a text, through the pager where it is longer than the screen of a terminal, as git does."""
    read = sys.stdout.isatty() and sys.stdin.isatty()  # a pager waits for keys
    if not read or os.environ.get("TERM") == "dumb" or text.count("\n") < _height():
        say(text)
        return
    import shlex
    import subprocess

    pager = shlex.split(os.environ.get("PAGER") or "less")
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    try:
        # what the user has set as his pager, as git runs it
        subprocess.run(  # noqa: S603
            pager, input=text + "\n", text=True, errors="replace", env=environment, check=False
        )
    except OSError:
        say(text)


def _height() -> int:
    with contextlib.suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.stdout.fileno()).lines - 1
    return 24


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
