"""The fixed phrases of contested points, from ``phrases.toml`` beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.phrases import Phrases


@cache
def _phrases() -> Phrases:
    return Phrases(Path(__file__).with_name("phrases.toml"))


def phrase(key: str, language: str, **values: object) -> str:
    """Return a phrase of contested points in a language, filled in."""
    return _phrases().get(key, language, **values)
