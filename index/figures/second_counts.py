"""Two who count one thing in one sentence: "organisers said a million marched, police put it at 240,000".

The second number then counts what the first one does, and neither is a part of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.figures.counters import counters
from index.figures.figure import Figure, Unit
from index.figures.scope import sentence_scope
from index.text.tokens import read_tokens
from index.values import frozen, replace
from index.words import word_list

_FARTHEST = 100  # times as much: numbers farther apart are of two things


@frozen
class Parting:
    """Where the part of the second of two who count begins in a text, and how each is called there."""

    at: int
    first: str
    second: str


def parting(sentence: str, first: int, second: int) -> Parting | None:
    """Return how two bodies give the numbers at two offsets of a sentence; None where they do not.

    One of the two is named between the numbers, and each part holds for the same place and day.
    """
    tokens = read_tokens(sentence)
    found = counters(tokens)
    if len(found) != 2:
        return None
    (one, one_end), (other, other_end) = found
    starts = tokens.starts[one], tokens.starts[other]
    if starts[1] < first or not any(first < start < second for start in starts):
        return None
    lead = (
        other - 1
        if other and tokens.words[other - 1] in word_list("particulars", "beside.articles")
        else other
    )
    at = second if second < starts[1] else tokens.starts[lead]
    names = (
        sentence[start : tokens.ends[end - 1]]
        for start, end in zip(starts, (one_end, other_end), strict=True)
    )
    return Parting(at, *names) if _of_one_scope(sentence[:at], sentence[at:]) else None


def _of_one_scope(one: str, other: str) -> bool:
    """Whether two parts of a sentence can hold for one place and day: they do not name two."""
    mine, theirs = (frozenset(sentence_scope(part, 0).places) for part in (one, other))
    days = word_list("days", "weekdays").intersection(read_tokens(one).words + read_tokens(other).words)
    return len(days) <= 1 and not (mine and theirs and mine.isdisjoint(theirs))


def counted_again(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Return figures, those that a second body counts of what a first one does with what that counts."""
    found = list(figures)
    for at, (one, other) in enumerate(pairwise(figures), start=1):
        if not other.family and one.family and are_of_two(one, other, text):
            same = {"family": one.family, "who": one.who, "grade": one.grade, "doer": one.doer}
            found[at] = replace(other, part=False, **same)
    return found


def are_of_two(one: Figure, other: Figure, text: str) -> bool:
    """Whether two counts of one sentence are given by two bodies, each of the same thing."""
    if one.sentence != other.sentence or not one.unit is other.unit is Unit.COUNT:
        return False
    low, high = sorted((one.low, other.low))
    if not 0 < high <= _FARTHEST * low:
        return False
    start, end = one.sentence
    return parting(text[start:end], one.start - start, other.start - start) is not None
