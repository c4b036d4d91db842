"""What stands around the names of a byline: labels, days, times, counts, buttons, lost blanks."""

from __future__ import annotations

import re
from functools import cache, partial

from index.articles.patterns import any_of
from index.text.dates import FoundDate, find_date
from index.text.letters import CAPITAL
from index.words import strings

_IGNORE = re.IGNORECASE
EDGES = " ,|–—-/·•:;"
pattern_of = partial(any_of, "bylines")
"""Return a pattern of ``bylines.toml``, NAME in it standing for a capitalised name."""


@cache
def glued_by() -> re.Pattern[str]:
    """Return the "By" that has lost the blank before a name: "ByAna Ejemplo"."""
    by = "|".join(word.title() for each in strings("bylines", "posted_by") for word in each.split("|"))
    return re.compile(rf"^(?:{by})(?={CAPITAL})")


def without_tail(text: str) -> str:
    """Return a line without what stands behind its names: the number of comments, sections, buttons."""
    return _tail().sub("", text).strip(EDGES)


@cache
def _tail() -> re.Pattern[str]:
    small = "|".join(pattern_of(name).pattern for name in ("on", "at"))
    return re.compile(rf"(?:(?:{pattern_of('behind').pattern})|(?:[\s,]+(?:{small}))+)$", _IGNORE)


def bare_of(text: str, date: FoundDate | None) -> str:
    """Return the text without its date, weekday and time of day, and the marks around them."""
    if date:
        text = f"{text[: date.start]} {text[date.end :]}"
        text = pattern_of("weekday").sub(" ", text)
    text = pattern_of("clock").sub(" ", text)
    text = pattern_of("ago").sub(" ", text)
    while another := find_date(text) or find_date(text, day_first=True):
        text = f"{text[: another.start]} {text[another.end :]}"
    return " ".join(text.split()).strip(" ,|–—-/·•")
