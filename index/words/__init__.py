"""Lists of words as data: files an editor can read and extend. This module only loads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from index.words.tables import read_table

_HERE = Path(__file__).parent


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of ``name``.txt: one or more a line, ``#`` starts a comment."""
    lines = (_HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


@cache
def phrase_list(name: str) -> tuple[str, ...]:
    """Return the lines of ``name``.txt, a phrase or pattern each; lines starting with ``#`` are comments."""
    lines = (_HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def strings(name: str, key: str) -> list[str]:
    """Return the list of texts under ``key`` in ``name``.toml."""
    values = table(name)[key]
    if not isinstance(values, list):
        raise TypeError(f"{name}.toml: {key} must be a list")
    return [str(value) for value in values]


@cache
def table(name: str) -> dict[str, object]:
    """Return the parsed ``name``.toml; callers turn it into typed objects at once."""
    return read_table(_HERE / f"{name}.toml")
