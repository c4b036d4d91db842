"""What a figure holds for: the places and the day its sentence names, total or part."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from index.dates import month_number
from index.figures.days import find_days
from index.figures.figure import Day
from index.figures.lexicon import LANGUAGES, lexicon
from index.values import frozen
from index.words import table

_NAME = r"[A-ZÁÉÍÓÚÑ][\w’'-]+"
_PLACE = re.compile(
    r"\b(?i:in|near|at|outside|en|cerca de)\s+(?:(?:the|la|el)\s+)?"
    r"(?:[a-záéíóúñ]+\s+(?:of\s+|de\s+)?){0,3}"
    rf"(?P<name>{_NAME}(?:\s+(?:de\s+(?:la\s+)?)?{_NAME}){{0,3}})"
)


# "on January 9", "el 9 de enero", "January 9 ..."; not "since December 7", "the December 7 vote".
_ON_DAY = re.compile(r"(?:^\W*|\b(?:on|el|este)\s+)$", re.IGNORECASE)


@frozen
class SentenceScope:
    """What one sentence says its figures hold for."""

    places: tuple[str, ...]
    day: Day | None
    total: bool


@cache
def _marks(key: str) -> re.Pattern[str]:
    data: Any = table("scope")
    return re.compile(r"\b(?:" + "|".join(map(re.escape, data[key])) + r")\b", re.IGNORECASE)


def _is_numbered(name: str) -> bool:
    """Whether a name takes a number behind it and is no place: "in Article 134"."""
    word = name.split(maxsplit=1)[0].lower()
    return any(word in lexicon(language).names_before for language in LANGUAGES)


def is_part(text: str) -> bool:
    """Whether ``text``, the surroundings of a number, makes it a part of a larger number."""
    return _marks("part").search(text) is not None


def is_supposed(text: str) -> bool:
    """Whether ``text``, what stands before a number, makes it a condition and no count."""
    return _marks("supposed").search(text) is not None


def sentence_scope(sentence: str, offset: int) -> SentenceScope:
    """Return places, day and marks of ``sentence``, which starts at ``offset`` of its text."""
    day = next((day for day in find_days(sentence) if _ON_DAY.search(sentence, 0, day.start)), None)
    if day is not None:
        day = Day(day.start + offset, day.end + offset, day.month, day.day, day.year, day.weekday)
    places = dict.fromkeys(
        match["name"]
        for match in _PLACE.finditer(sentence)
        if not month_number(match["name"].split(maxsplit=1)[0].rstrip("."))
        and not _is_numbered(match["name"])
    )
    return SentenceScope(tuple(places), day, bool(_marks("total").search(sentence)))
