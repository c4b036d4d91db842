"""Lists of words as data: files an editor can read and extend. This module only loads them.

A list of one language stands in that language's folder, one of no language here or in ``languages/between``.
Who asks for a list without naming a language gets those of all together.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from index.languages import BETWEEN, languages
from index.tables import read_table

_HERE = Path(__file__).parent
_COMMON = [(folder, frozenset(os.listdir(folder))) for folder in (BETWEEN, _HERE)]  # noqa: PTH208 (names alone)


def _files(file: str, language: str | None) -> list[Path]:
    """Return where a file of words stands: with the languages, or the one named, first."""
    own = [each.path(file) for each in languages() if language in {None, each.code} and file in each.files]
    return [*own, *(folder / file for folder, files in _COMMON if not language and file in files)]


def word_files() -> list[Path]:
    """Return all files of words."""
    folders = [
        _HERE,
        BETWEEN,
        *(part for each in languages() for part in (each.folder, each.folder / "words")),
    ]
    return [
        path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in {".toml", ".txt"}
    ]


def _texts(file: str, language: str | None) -> list[Path]:
    """Return where a file of words stands. Raises FileNotFoundError where it stands nowhere."""
    paths = _files(file, language)
    if not paths and language is None:
        raise FileNotFoundError(file)
    return paths


@cache
def word_set(name: str, language: str | None = None) -> frozenset[str]:
    """Return the words of ``name``.txt: one or more a line, ``#`` starts a comment."""
    lines = (
        line for path in _texts(f"{name}.txt", language) for line in path.read_text("utf-8").splitlines()
    )
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


@cache
def phrase_list(name: str, language: str | None = None) -> tuple[str, ...]:
    """Return the lines of ``name``.txt, a phrase or pattern each; lines starting with ``#`` are comments."""
    return tuple(
        each for path in _texts(f"{name}.txt", language) for each in lines_of(path.read_text("utf-8"))
    )


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of a file of words that are no comments."""
    return (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def strings(name: str, key: str, language: str | None = None) -> list[str]:
    """Return the list of texts under ``key`` in ``name``.toml; empty where the language named has none.

    A dot in the key leads into a table within: "said.claims".
    """
    *tables, last = key.split(".")
    found = table(name, language)
    for each in tables:
        found = found.get(each, {}) if language else found[each]
    values = found.get(last, []) if language else found[last]
    if not isinstance(values, list):
        raise TypeError(f"{name}.toml: {key} must be a list")
    return [str(value) for value in values]


@cache
def word_list(name: str, key: str, language: str | None = None) -> frozenset[str]:
    """Return the texts under ``key`` in ``name``.toml as a set: to ask whether a word is one of them."""
    return frozenset(strings(name, key, language))


@cache
def lower_list(name: str, *keys: str) -> frozenset[str]:
    """Return the texts under ``keys`` in ``name``.toml as a set, in small letters."""
    return frozenset(each.lower() for key in keys for each in strings(name, key))


@cache
def word_endings(name: str, key: str, language: str | None = None) -> tuple[str, ...]:
    """Return the texts under ``key`` in ``name``.toml as ``str.endswith`` and ``startswith`` take them."""
    return tuple(strings(name, key, language))


@cache
def alternatives(name: str, key: str, language: str | None = None) -> str:
    """Return the texts under ``key`` in ``name``.toml as what a regular expression takes between brackets."""
    return "|".join(map(re.escape, sorted(strings(name, key, language), key=lambda each: (-len(each), each))))


@cache
def either(name: str, key: str, language: str | None = None) -> str:
    """Return the regular expressions under ``key`` in ``name``.toml as one, for use between brackets."""
    return "|".join(strings(name, key, language))


@cache
def table(name: str, language: str | None = None) -> dict[str, Any]:
    """Return the parsed ``name``.toml; callers turn it into typed objects at once.

    Of several files lists are joined and tables within tables made one.
    """
    paths = _texts(f"{name}.toml", language)
    if len(paths) == 1:
        return _read(paths[0])
    found: dict[str, object] = {}
    for path in paths:
        _join(found, _read(path))
    return found


_read = cache(read_table)  # who asks for one language's words and who asks for all: both read the same file


def _join(found: dict[str, object], more: dict[str, object]) -> None:
    """Add to a table what another says; a single value of the first stays."""
    for key, value in more.items():
        old = found.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged = dict(old)
            _join(merged, value)
            found[key] = merged
        elif isinstance(old, list) and isinstance(value, list):
            found[key] = [*old, *value]
        else:
            found.setdefault(key, value)
