"""Times of several units as one: "six hours and twenty minutes", "an hour and ten minutes"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from index.figures import Figure, Unit
from index.figures.families import OPEN_NOUN
from index.languages import LANGUAGES
from index.text.terms import fold, stem
from index.text.tokens import read_tokens
from index.values import replace
from index.words import table, word_list

_JOINT = 3  # words: "hours", a comma, "and"


def seconds_in(family: str) -> float | None:
    """Return how many seconds one is of what a family of figures counts; None of what is no time."""
    return _lengths().get(family)


@cache
def _lengths() -> dict[str, float]:
    lengths = table("counted_alike")["seconds_in"]
    return {
        f"{OPEN_NOUN}{stem(fold(noun), code)}": seconds
        for noun, seconds in lengths.items()
        for code in LANGUAGES
    }


def as_one(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Return the figures of a text, a smaller time joined to the larger one that stands before it."""
    found: list[Figure] = []
    for each in figures:
        size = seconds_in(each.family) if each.unit is Unit.COUNT else None
        one = found[-1] if found else None
        larger = seconds_in(one.family) if one and size else None
        if one and size and larger and larger > size and _joins(text[one.end : each.start], one.noun):
            times = larger / size
            low, high = one.low * times + each.low, one.high * times + each.high
            found[-1] = replace(each, start=one.start, low=low, high=high, hedge=one.hedge)
        else:
            found.append(_behind_one(each, text, size) if size else each)
    return found


def _joins(between: str, noun: str) -> bool:
    """Whether nothing but the unit of the first and a joint stands between two numbers."""
    words = read_tokens(between).words
    joints = word_list("counting", "times_joined") | {","}
    return (
        bool(noun) and words[:1] == [noun.lower()] and len(words) <= _JOINT and joints.issuperset(words[1:])
    )


def _behind_one(each: Figure, text: str, size: float) -> Figure:
    """Return a time with the one larger unit in front of it: "an hour and ten minutes"."""
    before = read_tokens(text[each.sentence[0] : each.start])
    words = before.words
    if len(words) < _JOINT or words[-1] not in word_list("counting", "times_joined"):
        return each
    units = (seconds_in(f"{OPEN_NOUN}{stem(fold(words[-2]), code)}") or 0.0 for code in LANGUAGES)
    larger = max(units)
    ones = word_list("grammar", "indefinite") | word_list("counting", "ones")
    if larger <= size or words[-_JOINT] not in ones:
        return each
    more, start = larger / size, each.sentence[0] + before.starts[-_JOINT]
    return replace(each, start=start, low=each.low + more, high=each.high + more)
