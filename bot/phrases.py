"""The fixed phrases of answers, read from ``phrases.toml``; all other words are quoted or metadata."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from index.errors import SettingsError
from index.tables import read_table


class Phrases:
    """The phrases of one file: a table for each language, the same keys in each."""

    def __init__(self, path: Path) -> None:
        self._tables: dict[str, dict[str, str]] = read_table(path)

    def get(self, key: str, language: str, **values: object) -> str:
        """Return the phrase ``key`` in ``language`` (English when there is no such table), filled in."""
        table = self._tables.get(language, self._tables["en"])
        if key not in table:
            raise SettingsError(f"phrase {key!r} is missing in the table for {language!r}")
        return table[key].format(**values) if values else table[key]

    def keys(self, language: str) -> tuple[str, ...]:
        """Return the keys of a language's table."""
        return tuple(self._tables.get(language, {}))

    @property
    def languages(self) -> list[str]:
        """The languages that there are phrases in."""
        return list(self._tables)


@cache
def _main() -> Phrases:
    return Phrases(Path(__file__).with_name("phrases.toml"))


def answer_languages() -> list[str]:
    """Return the codes of the languages in which answers can be given."""
    return _main().languages


def phrase(key: str, language: str, **values: object) -> str:
    """Return a phrase of answers in a language, filled in."""
    return _main().get(key, language, **values)


def heading_in(headings: Mapping[str, str], language: str) -> str:
    """Return an editor's heading in a language, the English one where there is none."""
    return headings.get(language, headings["en"])


def counted(key: str, language: str, n: int) -> str:
    """Return a number with what it counts: the phrase ``key_one`` or ``key_many``."""
    return phrase(f"{key}_one" if n == 1 else f"{key}_many", language, n=n)
