"""Two who count one thing in one sentence: "organisers said a million marched, police put it at 240,000".

The second number then counts what the first one does, and neither is a part of the other. So it is where
each stands beside its source, or the second one in an aside: "90 plots (140, according to Keld)".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.figures.counters import counters
from index.figures.figure import Figure, Unit
from index.figures.scope import sentence_scope
from index.text.tokens import Tokens, phrases_of, read_tokens
from index.values import frozen, replace
from index.words import word_list

_FARTHEST = 100  # times as much: numbers farther apart are of two things
_BESIDE = 5  # words from a number to the "according to" that gives its source
_NAME = 6  # words behind "according to" that name a source
_ASIDE = 4  # words from the mark or the "but" that sets a second number beside the first one to that number
_OPENS = frozenset("-–—(")
_JOINS = frozenset(",;") | _OPENS


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
        return _attributed(tokens, first, second)
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


def _attributed(tokens: Tokens, first: int, second: int) -> Parting | None:
    """Return how two sources give two numbers, "according to" beside the second or each of them."""
    places = {start: at for at, start in enumerate(tokens.starts)}
    if first not in places or second not in places:
        return None
    one, other = places[first], places[second]
    leads = [(at, at + size) for at, size, _ in phrases_of("counters", "according").hits(tokens.words)]
    of_one = [each for each in leads if one < each[0] < other]
    of_other = [each for each in leads if other < each[0] <= other + _BESIDE]
    if not of_other or len(of_one) > 1 or not _clear(tokens, other, of_other[0][0]):
        return None
    begin = next(
        (at for at in range(other - 1, max(one, other - _ASIDE), -1) if _sets_beside(tokens, at)), None
    )
    if begin is None or (of_one and not _clear(tokens, one, of_one[0][0])):
        return None
    if not of_one and tokens.words[begin] not in _OPENS:
        return None  # "12 boats, 40 nets according to Keld"
    names = (_name(tokens, of_one[0][1]) if of_one else "", _name(tokens, of_other[0][1]))
    return Parting(tokens.starts[begin + 1], *names)


def _clear(tokens: Tokens, number: int, source: int) -> bool:
    """Whether a source stands right behind a number: nothing but its noun and a mark between them."""
    between = tokens.words[number + 1 : source]
    others = between[1:] if between and not tokens.words[number][0].isdigit() else between  # "about 1,400"
    return len(between) < _BESIDE + 2 and not any(word[0].isdigit() for word in others)


def _sets_beside(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return word in _JOINS or word in word_list("counters", "joining")


def _name(tokens: Tokens, at: int) -> str:
    """Return the source named behind "according to"."""
    last = at
    while last < min(len(tokens), at + _NAME) and tokens.raw[last][0].isalpha():
        if last > at and tokens.words[last] in word_list("counters", "joining"):
            break
        last += 1
    return tokens.text[tokens.starts[at] : tokens.ends[last - 1]] if last > at else ""


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
