"""Lines that say who published a text again, and when: that day is not the text's own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.articles.patterns import patterns_of
from index.text.dates import find_date
from index.values import frozen
from index.words import either

_LONGEST = 200  # characters
_EDGES = "*_()[] .,;:|·–—-"
_BEFORE_DAY = re.compile(rf"\W+(?:{either('provenance', 'before_days')})?\W*$", re.IGNORECASE)


@frozen
class Repost:
    """Who published a text again, and on which day where it is told."""

    by: str
    day: str | None


def repost_of(text: str) -> Repost | None:
    """Return what a line says that says nothing else: "Republished by The Lamp on 2 February 2016"."""
    if len(text) > _LONGEST:
        return None
    date = find_date(text)
    line = f"{_BEFORE_DAY.sub('', text[: date.start])} {text[date.end :]}" if date else text
    for pattern in patterns_of("provenance", "reposts"):
        if match := pattern.fullmatch(line.strip(_EDGES)):
            return Repost(match["name"].strip(_EDGES), date.iso if date else None)
    return None


def repost_in(lines: Iterable[str]) -> Repost | None:
    """Return what the first such line of an article says."""
    return next((found for line in lines if (found := repost_of(line))), None)
