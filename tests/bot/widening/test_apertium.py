"""Apertium, where it is installed; here a small program stands in for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.asking.query import make_query
from bot.widening import apertium
from bot.widening.widen import TRANSLATION_ALONE, widen
from index.embedded import open_library

FAKE = """#!/bin/sh
test "$1 $2" = "-u spa-eng" || exit 1
sed -e 's/^brújula$/the Compass/' -e 's/^quilla$/Keel/'
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function that installs a program named apertium; nothing known before stays known."""

    def put(script: str) -> None:
        program = tmp_path / "bin" / "apertium"
        program.parent.mkdir(exist_ok=True)
        program.write_text(script, "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
        apertium._program.cache_clear()
        apertium._known.clear()

    yield put
    apertium._program.cache_clear()
    apertium._known.clear()


def test_each_word_has_its_own_translation(install: Callable[[str], None]) -> None:
    """Words come back in their order, and one that is not known means nothing."""
    install(FAKE)
    found = apertium.translations(["Brújula", "xyz", "quilla"], "es")
    assert found == {"brújula": {"the", "compass"}, "xyz": frozenset(), "quilla": {"keel"}}


@pytest.mark.parametrize("script", ["exit 3", "echo one line", "sleep 9 | cat"])
def test_a_failing_program_translates_nothing(
    install: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    """An error, lines that do not fit and a program that hangs cost the translation, never the answer."""
    monkeypatch.setattr(apertium, "_SECONDS", 0.2)
    install(f"#!/bin/sh\n{script}\n")
    start = time.monotonic()
    assert not any(apertium.translations(["brújula", "quilla"], "es").values())
    assert time.monotonic() - start < 5


def test_without_the_program_nothing_is_translated(
    install: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program is an extra."""
    install(FAKE)
    monkeypatch.setenv("PATH", str(tmp_path))
    apertium._program.cache_clear()
    assert apertium.translations(["brújula"], "es") == {}


def test_a_question_is_searched_with_the_translation_and_shows_nothing_of_it(
    install: Callable[[str], None], library: Callable[..., Path]
) -> None:
    """A word that the built-in list does not have finds texts in the other language."""
    install(FAKE)
    text = "The sailors of Springfield lost the compass of their old ship in the storm.\n"
    found = widen(open_library(library({"a.txt": text})), make_query("¿Dónde está la brújula?"), "es")
    (word,) = found.query.words
    assert dict(word.terms)["compass"] == TRANSLATION_ALONE
    assert found.corrected == ()
