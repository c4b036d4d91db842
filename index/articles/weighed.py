"""What a head says where no rule is sure: that for which all signs of a line together speak, if clearly."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from index.articles.author_signs import named_lines
from index.articles.author_weights import NONE as NO_AUTHOR
from index.articles.author_weights import WEIGHTS as AUTHOR_WEIGHTS
from index.articles.day_signs import dated_lines
from index.articles.day_weights import NONE as NO_DAY
from index.articles.day_weights import WEIGHTS as DAY_WEIGHTS
from index.articles.pieces import Piece
from index.articles.place_signs import zone_of
from index.text.dates import FoundDate

_SURE = 0.7  # how likely a value is that is told: a wrong one is worse than none
Value = TypeVar("Value", str, tuple[str, ...])


def weighed_day(
    pieces: Sequence[Piece],
    title: int | None,
    date_in: Callable[[str], FoundDate | None],
    *,
    not_the_day: str | None,
) -> str | None:
    """Return the day of publication that a line of the head states, but not one that is another's."""
    lines = dated_lines(pieces, zone_of(pieces, title), date_in)
    day = _clearest([(line.iso, line.names) for line in lines], DAY_WEIGHTS, NO_DAY)
    return None if day == not_the_day else day


def weighed_authors(pieces: Sequence[Piece], title: int | None) -> tuple[str, ...]:
    """Return the authors whom a line of the head names."""
    lines = named_lines(pieces, zone_of(pieces, title))
    return _clearest([(line.authors, line.names) for line in lines], AUTHOR_WEIGHTS, NO_AUTHOR) or ()


def _clearest(
    lines: Sequence[tuple[Value, frozenset[str]]], weights: Mapping[str, float], none: float
) -> Value | None:
    """Return the value of the likeliest line if all lines that state it are likely enough together."""
    # an exact sum: in whatever order the signs come, a tie stays one
    likely = [
        (math.exp(math.fsum(weights.get(name, 0.0) for name in names)), value) for value, names in lines
    ]
    if not likely:
        return None
    best = max(likely)[1]
    total = sum(each for each, _ in likely) + math.exp(none)
    return best if sum(each for each, value in likely if value == best) >= _SURE * total else None
