"""Figures of the month and day that a question names: a march in June is not told of by one in July."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.asking.asked import asked_of
from bot.contested.facts.times_of import weekdays_in
from bot.contested.figures.given_figures import Given
from index.figures.families import families
from index.model import Query
from index.text.dates import find_days, month_number
from index.text.tokens import Tokens, read_tokens
from index.words import word_list

_WEEK = 6  # days before a text, of which it speaks by the day of the week
_WHOLE = 10  # letters of a whole date
_CROWD = "crowd"  # it gathers on a day; what befell people is counted long after


def of_asked_days(given: Sequence[Given], question: Query) -> list[Given]:
    """Return the figures without those that are told of another month or day than the question names.

    All where it names none. Of what is counted on and on the day that is told is that of the count.
    """
    months, days = _named(read_tokens(" ".join(word.raw for word in asked_of(question).spelt)))
    return [each for each in given if not months or _grows(each) or not _is_apart(each, months, days)]


def _grows(given: Given) -> bool:
    family = families().get(given.figure.family)
    return family is not None and family.grows


def _is_apart(given: Given, months: frozenset[int], days: frozenset[int]) -> bool:
    start, end = given.figure.sentence
    tokens = read_tokens(given.statement.passage.paragraph.text[start:end])
    told, on = _named(tokens)
    if told:
        return told.isdisjoint(months) or bool(days and on and days.isdisjoint(on))
    published = given.statement.date
    if given.figure.family != _CROWD or len(published) != _WHOLE or not weekdays_in(tokens.words):
        return False
    last = date.fromisoformat(published)
    week = [last - timedelta(days=back) for back in range(_WEEK + 1)]
    return not any(each.month in months and (not days or each.day in days) for each in week)


def _named(tokens: Tokens) -> tuple[frozenset[int], frozenset[int]]:
    """Return the months that a text names, and the days of them."""
    found = ((month_number(word) or 0, raw) for word, raw in zip(tokens.words, tokens.raw, strict=True))
    small = word_list("days", "months_too")  # "march"
    months = {month for month, raw in found if month and (raw[0].isupper() or raw not in small)}
    named = find_days(tokens.text) if months else ()
    days = {day.day for day in named if day.day is not None and day.month in months}
    return frozenset(months), frozenset(days)
