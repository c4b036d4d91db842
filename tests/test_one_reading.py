"""A question is read once, in the room for asking; all later rooms ask what was read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LATER_ROOMS = ("widening", "finding", "contested", "answering")
QUESTIONS = {"question", "query", "asked", "own"}  # what a question is called where it is carried
SHOWN = {"Answer"}  # nouns that carry its text to where it is shown


def texts_of_questions(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield where a module takes the text of a question: its ``text``, or a parameter that is one."""
    typed = {
        arg.arg
        for arg in ast.walk(tree)
        if isinstance(arg, ast.arg) and isinstance(arg.annotation, ast.Name) and arg.annotation.id == "str"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "text":
            held = node.value
            name = (
                held.id
                if isinstance(held, ast.Name)
                else held.attr
                if isinstance(held, ast.Attribute)
                else ""
            )
            if name in QUESTIONS:
                yield node
        elif isinstance(node, ast.Name) and node.id == "question" and "question" in typed:
            yield node


def handed_on(tree: ast.Module) -> set[int]:
    """Return what a module only hands on: to the room for asking, to the answer, to its own functions."""
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)} | SHOWN
    asking = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("bot.asking", "bot.answering"))
        for name in node.names
    }
    return {
        id(given)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        for given in [*call.args, *(keyword.value for keyword in call.keywords)]
        if call.func.id in own | asking
        or (call.func.id == "replace" and any(k.arg == "text" and k.value is given for k in call.keywords))
    }


@pytest.mark.parametrize("room", LATER_ROOMS)
def test_no_later_room_reads_the_text_of_a_question(room: str) -> None:
    """Its text is handed on, to be shown; what it says is in ``Asked``."""
    wrong = set()
    for path in sorted((ROOT / "bot" / room).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        on = handed_on(tree)
        wrong |= {f"{path.name}:{each.lineno}" for each in texts_of_questions(tree) if id(each) not in on}
    assert not wrong


def test_one_module_reads_the_words_that_deny() -> None:
    """Rooms that ask whether a text says no share one reader, so that they cannot disagree."""
    readers = {
        path.relative_to(ROOT).as_posix()
        for package in ("index", "bot")
        for path in (ROOT / package).rglob("*.py")
        if '"negation"' in path.read_text("utf-8")
    }
    assert readers == {"index/text/denial.py"}
