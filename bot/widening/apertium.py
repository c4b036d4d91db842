"""Translations of single words by Apertium, where it is installed: for searching only, never shown.

Apertium (https://www.apertium.org) is free software; Debian has it as apertium and apertium-eng-spa. Its data
is not part of this project. Without it the list of meanings and likeness of spelling stand alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from index.text.terms import fold, folded

_PAIRS = {"es": "spa-eng", "en": "eng-spa"}
_SECONDS = 3.0  # to wait for it; it takes a quarter of one
_MOST = 30  # words of one question

_known: dict[tuple[str, str], frozenset[str]] = {}


@cache
def _program() -> str | None:
    """Return where the program is; ``shutil`` would tell, but is dear to import."""
    paths = (Path(folder, "apertium") for folder in os.get_exec_path())
    return next((str(path) for path in paths if path.is_file() and os.access(path, os.X_OK)), None)


def translations(words: Iterable[str], language: str | None) -> dict[str, frozenset[str]]:
    """Return for words of ``language``, as they are written, the folded words that Apertium gives for them.

    All are empty without Apertium, and when it fails, which is not tried again for the same words.
    """
    asked = list(dict.fromkeys(word.lower() for word in words))[:_MOST]
    pair = _PAIRS.get(language or "")
    if not pair or not asked or _program() is None:
        return {}
    fresh = [word for word in asked if (word, pair) not in _known]
    if fresh:
        _known.update({(word, pair): frozenset() for word in fresh})
        for word, found in zip(fresh, _ask(fresh, pair), strict=False):
            _known[word, pair] = frozenset(folded(found)) - {fold(word)}
    return {word: _known[word, pair] for word in asked}


def _ask(words: list[str], pair: str) -> list[str]:
    """Return what Apertium prints for each word, nothing when it fails."""
    import subprocess

    text = "\n\n".join(words)  # an empty line ends a sentence
    try:
        process = subprocess.Popen(  # noqa: S603 (a program found by name, given text on its standard input)
            [_program() or "", "-u", pair],  # -u: a word it does not know comes back as it is
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=True,
        )
    except OSError:
        return []
    with process:
        try:
            out, _ = process.communicate(text, timeout=_SECONDS)
        except (OSError, subprocess.SubprocessError, UnicodeError):
            _end(process.pid)
            return []
    lines = [line for line in out.split("\n") if line.strip()]
    return lines if process.returncode == 0 and len(lines) == len(words) else []


def _end(group: int) -> None:
    """End a program and the others of its pipe."""
    import signal

    with suppress(OSError):
        os.killpg(group, signal.SIGKILL)
