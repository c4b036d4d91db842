"""Which of several a question asks for: a year, a day, the second bridge; and which of them a text names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.model import Query
from index.remembered import OF_SENTENCES
from index.text.dates import Day, Period, find_days, periods
from index.text.terms import fold, folded_list, stem, stop_words
from index.text.tokens import kinds_of, phrases_of, read_tokens
from index.values import frozen

SETS = ("order", "side", "people", "season")
_BEFORE_YEAR = 2  # words


@frozen
class Times:
    """What of a calendar a text names."""

    years: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[str]
    open: bool = False  # a year only begins or ends a time


def times_asked(question: Query) -> Times:
    """Return the years, months and days of the week that a question names."""
    return times_in(question.text)


def kinds_asked(question: Query, key: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """Return what a question asks for by the words of a set: of bridges, the second."""
    return kinds_beside(question.text, key, language)


@lru_cache(maxsize=OF_SENTENCES)
def kinds_beside(text: str, key: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """Return the stems of the words beside those of a set, each with what it is: bridge, second."""
    words = read_tokens(text).words
    found = []
    for at, size, kind in kinds_of("excluding", key).hits(words):
        beside = [*words[max(0, at - 1) : at], *words[at + size : at + size + 1]]
        found += [(stem(fold(word), language), kind) for word in beside if _is_noun(word)]
    return tuple(found)


def _is_noun(word: str) -> bool:
    return word[0].isalpha() and fold(word) not in stop_words()


@lru_cache(maxsize=OF_SENTENCES)
def times_in(text: str) -> Times:
    """Return the years, months and days of the week that a text names."""
    named: list[Day | Period] = [*periods(text), *find_days(text)]
    words = read_tokens(text).words
    return Times(
        frozenset(each.year for each in named if each.year),
        frozenset(each.month for each in named if each.month),
        frozenset(words) & folded_list("days", "weekdays") if words else frozenset(),
        _is_open(words),
    )


def _is_open(words: Sequence[str]) -> bool:
    """Whether a year begins or ends a time: "since 2010"."""
    within = phrases_of("excluding", "within.words")
    return any(
        word.isdecimal() and len(word) == 4 and within.stand_in(words[max(0, at - _BEFORE_YEAR) : at])
        for at, word in enumerate(words)
    )
