"""Why a document is not read, in every language of answers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.phrases import answer_languages
from bot.reasons import reason_in

ROOT = Path(__file__).resolve().parents[2]


def written(node: ast.expr) -> str | None:
    """Return a text that the program writes, 7 where a number or a name stands; None for what is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return None


def reasons() -> Iterator[str]:
    """Yield every reason that stands in the program where a document is refused."""
    for file in sorted((ROOT / "index" / "formats").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnreadableDocument":
                yield from filter(None, map(written, node.args))


@pytest.mark.parametrize("language", [each for each in answer_languages() if each != "en"])
def test_every_reason_is_said_in_every_language(language: str) -> None:
    """A reason that the program can give is told in the reader's language, its numbers and names with it."""
    found = set(reasons())
    assert len(found) > 30
    assert {each for each in found if reason_in(language, each) == each} == set()
    assert "7" in reason_in(language, "7 pages are more than the 9 a document may have")


def test_what_nobody_has_translated_stays_as_it_is() -> None:
    """A reason without translation, and every one in English, is shown in its own words."""
    assert reason_in("es", "the dog ate it") == "the dog ate it"
    assert reason_in("en", "it is empty") == "it is empty"
