"""What stands around the names of a byline: labels, days, times, counts, buttons, lost blanks."""

from __future__ import annotations

import re
from functools import cache, partial

from index.articles.byline_names import is_known_outlet, is_town
from index.articles.patterns import any_of
from index.text.dates import FoundDate, find_date
from index.text.letters import CAPITAL, SMALL
from index.words import either, strings

_IGNORE = re.IGNORECASE
_BRACKET = re.compile(r"\s*\(([^()@]{2,40})\)\s*$")
_LINK = re.compile(r"\[([^\]\[]+)\]\((?:https?://|/)[^)\s]*\)")
EDGES = " ,|–—-/·•⋅∙:;"
pattern_of = partial(any_of, "bylines")
"""Return a pattern of ``bylines.toml``, NAME in it standing for a capitalised name."""


def unlinked(text: str) -> str:
    """Return a line with the words of its links without their addresses: "By [Ana Ejemplo](https://...)"."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def parted(text: str) -> str:
    """Return a line with the blanks that it has lost: "ByAna Ejemplo", "Ana EjemploEditor", "20219:30"."""
    return _lost_blank().sub(" ", _by_behind().sub("", text))


@cache
def _by_behind() -> re.Pattern[str]:
    """Return what a byline below leaves glued to a name: "Ana EjemploPor" over "Ana Ejemplo"."""
    words = [word.title() for each in strings("bylines", "posted_by") for word in each.split("|")]
    return re.compile(rf"(?<={SMALL}{SMALL})(?:{'|'.join(words)})\s*$")


@cache
def _lost_blank() -> re.Pattern[str]:
    words = [word for each in strings("bylines", "posted_by") for word in each.split("|")]
    by = "|".join(rf"(?<=^{word})|(?<=^{word.title()})" for word in words)
    name = rf"(?<={SMALL}{SMALL})"
    return re.compile(
        rf"(?:{by})(?={CAPITAL}{SMALL}|{CAPITAL}\.)|{name}(?=(?:{either('bylines', 'glued')})\b)"
        rf"|(?<=\d [AP]M)(?={CAPITAL}{SMALL})|(?<=\d[ap]m)(?={CAPITAL}{SMALL})"
        rf"|{name}(?=\d{{1,2}}[:./]\d|\d{{4}}-\d)|(?<=\b(?:19|20)\d\d)(?=\d{{1,2}}(?::\d| {SMALL})|{CAPITAL})"
    )


def without_tail(text: str) -> str:
    """Return a line without what stands behind its names: the number of comments, sections, buttons."""
    return _tail().sub("", text).strip(EDGES)


@cache
def _tail() -> re.Pattern[str]:
    small = "|".join(pattern_of(name).pattern for name in ("on", "at"))
    return re.compile(
        rf"(?:(?:{pattern_of('behind').pattern})|(?:{pattern_of('unmarked').pattern})|(?:[\s,]+(?:{small}))+)+$",
        _IGNORE,
    )


def bare_of(text: str, date: FoundDate | None) -> str:
    """Return the text without its date, weekday and time of day, and the marks around them.

    Neither does it hold what somebody is, in brackets behind his name; "special to" an outlet is a mark, and
    so are brackets around an outlet or a town.
    """
    if date:
        text = f"{text[: date.start]} {text[date.end :]}"
        text = pattern_of("weekday").sub(" ", text)
    while another := find_date(text) or find_date(text, day_first=True):
        text = f"{text[: another.start]} {text[another.end :]}"
    text = pattern_of("clock").sub(" ", text)
    text = pattern_of("ago").sub(" ", text)
    text = re.sub(rf",?\s+(?:{either('lines', 'specially')})\s+", " | ", text, flags=_IGNORE)
    bracket = _BRACKET.search(text)
    if bracket and pattern_of("bracketed").match(bracket[1]):
        text = text[: bracket.start()]
    elif bracket and (is_known_outlet(bracket[1]) or is_town(bracket[1])):
        text = f"{text[: bracket.start()]} | {bracket[1]}"
    return " ".join(text.split()).strip(" ,|–—-/·•@")
