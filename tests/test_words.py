"""Words are data: no word of a language stands in Python outside the folders of the languages."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from index.languages import LANGUAGES, language
from index.words import table, word_files, word_set

ROOT = Path(__file__).resolve().parents[1]
# The rooms that read texts, questions and what people type. Formats, stores and doors speak to machines.
ROOMS = (
    "index/text",
    "index/articles",
    "index/grammar",
    "index/voices",
    "index/figures",
    "index/framings",
    "bot/asking",
    "bot/widening",
    "bot/finding",
    "bot/contested",
    "bot/answering",
    "bot/render",
    "bot/*.py",
)
# How words of one origin are spelt in two languages: letters, and no words.
SPELLINGS = {"bot/widening/likeness.py", "bot/widening/spelling.py"}
MACHINES = {"amp", "mp", "gov", "tv", "twitter", "ll"}  # parts of addresses, a category of Unicode
_MESSAGE = 5  # words: nobody looks for so many at once
# A regular expression, and what in it is no word of a text: escapes, names of groups, flags, letters.
_PATTERN = re.compile(r"\\[swbdW.]|\(\?|\|")
_SIGNS = re.compile(r"\\.|\(\?P[<=]\w+[>)]|\(\?[a-zA-Z-]+[:)]|\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOOKS_FOR = {
    "startswith",
    "removeprefix",
    "removesuffix",
    "partition",
    "rpartition",
    "split",
    "replace",
    "count",
    "find",
}


@cache
def function_words() -> frozenset[str]:
    """Return the words that a list in Python would most likely hold."""
    return frozenset(word for each in LANGUAGES for word in word_set("stop", each) if len(word) > 1) - {
        *LANGUAGES
    }


@cache
def listed_words() -> frozenset[str]:
    """Return all words of the lists: those that a regular expression in Python would most likely hold."""
    own = (
        path for path in word_files() if path.parent.name == "words" and path.parent.parent.name in LANGUAGES
    )
    return (
        frozenset(word for path in own for word in _WORD.findall(path.read_text("utf-8").lower())) - MACHINES
    )


@cache
def names_of_lists() -> frozenset[str]:
    """Return what lists of words are called: a program may name its lists."""
    names: set[str] = {"mark", "quotation", "yes", "no"}  # these two are sides of a point
    for path in word_files():
        if path.suffix == ".toml":
            names |= _keys(tomllib.loads(path.read_text("utf-8")))
    for code in LANGUAGES:
        cues = table("cues", code)
        for part in ("words", "verbs", "phrases", "stance"):
            held = cues.get(part, {})
            names |= set(held) if isinstance(held, dict) else set()
        names |= set(language(code).told("traits")) | set(language(code).endings("shapes"))
    return frozenset(names)


def _keys(held: dict[str, Any]) -> set[str]:
    """Return the names of lists in a table, those of tables within it too."""
    own = {part for key in held for part in (key, *key.split("_"))}
    return own | {key for part in held.values() if isinstance(part, dict) for key in _keys(part)}


def words_in(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the words that a module compares with, lists or looks for, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    endings = {id(part) for node in ast.walk(tree) if _is_ending(node) for part in ast.walk(node)}
    plain = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Expr) for part in (node.value,)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in plain:
            yield from ((node.lineno, word) for word in _words_of_pattern(node.value))
        elif isinstance(node, ast.Compare):
            found = [text for each in node.comparators for text in _texts(each)]
            yield from ((node.lineno, text) for text in found if text in LANGUAGES)  # it is asked, not told
            yield from ((node.lineno, word) for word in _words_of_texts(found))
        elif isinstance(node, ast.Set | ast.List | ast.Tuple) and id(node) not in endings:
            yield from ((node.lineno, word) for word in _words_of_texts(_texts(node)))
        elif isinstance(node, ast.Call) and _looks_for(node):
            found = [text for each in node.args for text in _texts(each)]
            yield from ((node.lineno, word) for word in _words_of_texts(found))


def _words_of_pattern(value: object) -> Iterator[str]:
    """Yield the words that a regular expression looks for."""
    if isinstance(value, str) and _PATTERN.search(value):
        yield from (word for word in _WORD.findall(_SIGNS.sub(" ", value)) if word.lower() in listed_words())


def _words_of_texts(texts: Iterable[str]) -> Iterator[str]:
    """Yield the function words among texts; a lone word may be the name of a list."""
    for text in texts:
        if text not in names_of_lists() and len(text.split()) < _MESSAGE:
            yield from (word for word in text.split() if word.lower() in function_words() - MACHINES)


def _looks_for(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in _LOOKS_FOR


def _is_ending(node: ast.AST) -> bool:
    """Whether a call asks for letters at a word's end, which may look like a word."""
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "endswith"
    )


def _texts(node: ast.AST) -> list[str]:
    parts = node.elts if isinstance(node, ast.Set | ast.List | ast.Tuple) else [node]
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


@pytest.mark.parametrize("room", ROOMS)
def test_no_word_of_a_language_stands_in_python(room: str) -> None:
    """A room that reads texts asks the lists of the languages, which editors extend."""
    wrong = {
        f"{path.relative_to(ROOT)}:{line}": word
        for path in sorted(ROOT.glob(room if room.endswith(".py") else f"{room}/**/*.py"))
        if path.relative_to(ROOT).as_posix() not in SPELLINGS
        for line, word in words_in(path)
    }
    assert not wrong
