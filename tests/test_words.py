"""Words are data: no word of a language stands in Python outside the folders of the languages."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from index.languages import LANGUAGES, language
from index.words import table, word_files, word_set

ROOT = Path(__file__).resolve().parents[1]
# The rooms that read texts and questions. Formats, doors and stores speak to machines.
ROOMS = (
    "index/text",
    "index/grammar",
    "index/voices",
    "index/figures",
    "index/framings",
    "bot/asking",
    "bot/widening",
    "bot/finding",
    "bot/contested",
    "bot/answering",
)
# How words of one origin are spelt in two languages: letters, and no words.
SPELLINGS = {"bot/widening/likeness.py", "bot/widening/spelling.py"}
_ALTERNATIVES = re.compile(r"\((?:\?[:i=!<P][^()|]*?)?([^\W\d_][^()\\]*\|[^()\\]*)\)")


@cache
def function_words() -> frozenset[str]:
    """Return the words that a list in Python would most likely hold."""
    return frozenset(word for each in LANGUAGES for word in word_set("stop", each) if len(word) > 1) - {
        *LANGUAGES
    }


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
    """Yield the function words that a module compares with, lists or looks for, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    endings = {id(part) for node in ast.walk(tree) if _is_ending(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            found = [text for each in node.comparators for text in _texts(each)]
        elif isinstance(node, ast.Set | ast.List | ast.Tuple) and id(node) not in endings:
            found = _texts(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = [word for match in _ALTERNATIVES.finditer(node.value) for word in match[1].split("|")]
        else:
            continue
        for text in found:
            word = text.strip()
            if isinstance(node, ast.Compare) and word in LANGUAGES:
                yield node.lineno, word  # what a language answers is asked of it, not told by its code
            if word in function_words() and word not in names_of_lists():
                yield node.lineno, word


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
        for path in sorted((ROOT / room).rglob("*.py"))
        if path.relative_to(ROOT).as_posix() not in SPELLINGS
        for line, word in words_in(path)
    }
    assert not wrong
