"""Regular expressions, compiled when they are first used, and kept compiled for the next process.

Of those of a room an answer needs few, and to compile these few took each fresh process 18 of its 150 ms.
Python keeps its modules compiled, but no expressions: what its compiler made of them is kept here as tables
are, by their very text, so that an expression that changed is another one.
"""

from __future__ import annotations

import importlib
import re
import sys
from functools import cache
from itertools import islice
from typing import Any, cast

from index.kept_beside import keep, place_beside, read_kept

# Of those of the whole program, some 900: no process adds without end to what all of them read.
_MOST = 2_000
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_FACTS = ("pattern", "flags", "groups", "groupindex")

# What an expression is made of again: its flags, how many groups it has, their names, and its code.
Parts = tuple[int, int, dict[str, int], bytes]

_fresh: dict[tuple[str, int], Parts] = {}  # those that were compiled by this process


class _Waiting:
    """A regular expression with the methods of a compiled one."""

    def __init__(self, form: str, flags: int) -> None:
        self._form, self._flags = form, flags

    def __getattr__(self, name: str) -> Any:
        """Compile it, and become one that has all that a compiled one has, found as in any other object."""
        made = compiled(self._form, self._flags)
        for each in (*_METHODS, *_FACTS):
            setattr(self, each, getattr(made, each))
        self.__class__ = _Ready  # type: ignore[assignment]
        return getattr(self, name)


class _Ready:
    """A regular expression that was used."""


def pattern(form: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression of the program as ``re.compile`` does, which takes a millisecond for some.

    For those that are made of the program's own words: what is made of a question or a text is not kept.
    """
    return cast("re.Pattern[str]", _Waiting(form, flags))


def compiled(form: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression, made of what is kept of it, else compiled. Raises ``re.error``."""
    number = int(flags)
    parts = _kept().get((form, number)) or _fresh.get((form, number))
    try:
        if parts is None:
            parts = _compile(form, number)
            if len(_fresh) < _MOST:
                _fresh[form, number] = parts
        return _made_of(form, *parts)
    except re.error:
        raise
    except Exception:
        _fresh.pop((form, number), None)
        return re.compile(form, flags)


def keep_expressions() -> None:
    """Keep what this process has compiled for the next ones."""
    if not _fresh:
        return
    known = _read()  # others may have added to it meanwhile
    before = len(known)
    known |= dict(islice(_fresh.items(), max(0, _MOST - len(known))))
    if len(known) > before:
        keep(_place(), (_PYTHON, known))
    _kept().update(_fresh)
    _fresh.clear()


def _compile(form: str, flags: int) -> Parts:
    from array import array

    parser, compiler = (importlib.import_module(f"re.{name}") for name in ("_parser", "_compiler"))
    tree = parser.parse(form, flags)
    state = tree.state
    code = array("I", compiler._code(tree, flags))
    return flags | state.flags, state.groups - 1, dict(state.groupdict), code.tobytes()


def _made_of(form: str, flags: int, groups: int, names: dict[str, int], code: bytes) -> re.Pattern[str]:
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    words = memoryview(code).cast("I").tolist()
    made: re.Pattern[str] = _SRE.compile(form, flags, words, groups, names, tuple(by_number))
    return made


_SRE: Any = importlib.import_module("_sre")
# Its compiled modules are those of a release, and so are these.
_PYTHON = (sys.version, getattr(_SRE, "MAGIC", None), getattr(_SRE, "CODESIZE", None))


def _place() -> str:
    return place_beside(__file__, "kept")


@cache
def _kept() -> dict[tuple[str, int], Parts]:
    """Return the expressions that earlier processes have kept."""
    return _read()


def _read() -> dict[tuple[str, int], Parts]:
    match read_kept(_place()):
        case [python, dict(known)] if python == _PYTHON:
            return known
    return {}
