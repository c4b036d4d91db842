"""Whether two sentences can tell of one time: years, months, days of the week, and a course of time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.contested.facts.statements import Said, times_in_text
from bot.contested.spoken_sentences import UNDATED
from index.text.terms import fold, folded_list
from index.text.tokens import phrases_of
from index.words import word_list

_YEAR = 4  # letters of a year
_LATER = 1  # years between what happened and a text that does not say when


def at_one_time(one: Said, other: Said) -> bool:
    """Whether the times that two sentences name can be one: they meet, or one names none.

    A year that one names must be about that in which the other was published, where that names none. What
    was so at first is not what was so later.
    """
    if _at_first(one, other) or _at_first(other, one):
        return False
    if one.times and other.times and one.times.isdisjoint(other.times):
        return False
    mine, theirs = _years_of(one), _years_of(other)
    if mine and theirs:
        return not mine.isdisjoint(theirs)
    silent = other if mine else one
    date = silent.statement.date
    years = mine or theirs
    return not years or date >= UNDATED or any(abs(int(date[:4]) - year) <= _LATER for year in years)


def _at_first(early: Said, late: Said) -> bool:
    """Whether one tells of the beginning, and the other of what came then."""
    words, later = early.statement.text, late.statement.text
    first, then = phrases_of("events", "beginning"), phrases_of("events", "afterwards")
    return first.in_text(words) and then.in_text(later) and not first.in_text(later)


def _years_of(said: Said) -> frozenset[int]:
    """Return the years that a sentence names, that of its source too."""
    found = times_in_text(said.text, UNDATED)
    return frozenset(int(time) for time in found if len(time) == _YEAR)


def may_follow(what: str, denied: Said, said: Said) -> bool:
    """Whether a thing may have come about after it was denied: talks first, then a deal."""
    if what not in word_list("happenings", "said.to_come"):
        return False
    before, after = denied.statement.date, said.statement.date
    return before < after < UNDATED or days_apart(denied, said)


def days_apart(one: Said, other: Said) -> bool:
    """Whether two sentences name different days of the week."""
    mine, theirs = _weekdays_of(one), _weekdays_of(other)
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _weekdays_of(said: Said) -> frozenset[str]:
    return weekdays_in(said.tokens.words)


def weekdays_in(words: Iterable[str]) -> frozenset[str]:
    """Return the days of the week among words, folded."""
    return frozenset([fold(word) for word in words if word in _weekdays()])


@cache
def _weekdays() -> frozenset[str]:
    return folded_list("days", "weekdays") | word_list("days", "weekdays")
