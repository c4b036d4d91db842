"""The languages that Quoth reads, a folder each: nobody else says which there are.

A folder has ``language.toml`` and ``words/``, lists that editors extend, under the same names in every
language; its modules are the language's rules. ``between`` holds what belongs to no single language: words of
like meaning, names, what tells the languages that are not read.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

from index.tables import read_table

HERE = Path(__file__).parent
BETWEEN = HERE / "between"


class Language:
    """One language: its code ("en"), its words and what tells it."""

    def __init__(self, folder: Path) -> None:
        self.code = folder.name
        self.folder = folder
        self.about = read_table(folder / "language.toml")
        self.files = frozenset(os.listdir(folder / "words"))  # noqa: PTH208 (names alone)
        self._modules: dict[str, ModuleType | None] = {}

    def has(self, trait: str) -> bool:
        """Return whether it has one of the traits of ``language.toml``."""
        return trait in self.told("traits")

    def quoted(self, text: str) -> str:
        """Return a text in its quotation marks."""
        first, last = self.told("quotes") or ("“", "”")
        return f"{first}{text}{last}"

    @property
    def stemmer(self) -> str:
        """The name of its stemmer in Snowball."""
        return str(self.about["stemmer"])

    def told(self, key: str) -> tuple[str, ...]:
        """Return one of the lists of ``language.toml``."""
        return tuple(map(str, self.about.get(key, ())))

    def endings(self, table: str) -> dict[str, tuple[str, ...]]:
        """Return one of the tables of lists of ``language.toml``."""
        return {str(name): tuple(map(str, listed)) for name, listed in self.about.get(table, {}).items()}

    def module(self, name: str) -> ModuleType | None:
        """Return one of the modules of its rules, None where it has none of that name.

        Loaded by name, since rules are made of what the shared rooms have, which ask them here.
        """
        if name not in self._modules:
            self._modules[name] = self._load(name)
        return self._modules[name]

    def _load(self, name: str) -> ModuleType | None:
        path = self.folder / f"{name}.py"
        if not path.exists():
            return None
        if self.folder.parent == HERE:
            return importlib.import_module(f"{__name__}.{self.code}.{name}")
        spec = importlib.util.spec_from_file_location(f"language_{self.code}_{name}", path)
        if spec is None or spec.loader is None:
            raise ImportError(str(path))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def path(self, file: str) -> Path:
        """Return where one of its files of words is, or would be."""
        return self.folder / "words" / file


_languages: dict[str, Language] = {}
LANGUAGES: list[str] = []
"""The codes of all languages that are read, in order."""


def register(folder: Path) -> Language:
    """Make a folder's language one of those that are read. Call it before anything was read."""
    language = _languages[folder.name] = Language(folder)
    LANGUAGES[:] = sorted(_languages)
    return language


def language(code: str) -> Language:
    """Return the language of a code. Raises KeyError for one that is not read."""
    return _languages[code]


def languages() -> Sequence[Language]:
    """Return all languages that are read, by their codes in order."""
    return [_languages[code] for code in LANGUAGES]


def code_of(name: str) -> str | None:
    """Return the code of a language by its code ("es-PE", "fr") or its name ("Spanish"), or None."""
    low = name.strip().lower()
    if not low:
        return None
    for each in languages():
        if low.split("-")[0] == each.code or low.startswith(each.told("names")):
            return each.code
    return low[:2] if low[:2] in read_table(BETWEEN / "unread.toml") and not low[2:3].isalpha() else None


def is_read(code: str | None) -> bool:
    """Return whether a text's language is read; one that nothing tells may be any of them."""
    return code is None or code in _languages


@cache
def first_language() -> str:
    """Return the code of the language that is meant where nothing tells one."""
    return next(each.code for each in languages() if each.about.get("first"))


def known_or_first(code: str | None) -> str:
    """Return a code where its language is read, else that of the first language."""
    return code if code is not None and code in _languages else first_language()


for _name in sorted(os.listdir(HERE)):  # noqa: PTH208 (``glob`` takes half a millisecond)
    if os.path.exists(f"{HERE}/{_name}/language.toml"):  # noqa: PTH110
        register(HERE / _name)
