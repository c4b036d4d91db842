"""Dates of publication in a question: "dated 10 January 2023", "sources after March", "escrito en 2022"."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial

from index.text.dates import find_date, periods
from index.text.terms import fold, folded_list
from index.values import frozen

_list = partial(folded_list, "filters")
_REACH = 3  # words between publishing and its date


@frozen
class Range:
    """Days from ``after`` to ``before``, both included, and the characters of the question that say so."""

    after: str | None
    before: str | None
    start: int
    end: int


@frozen
class _Date:
    first: datetime.date
    last: datetime.date
    start: int
    end: int


def find_range(
    question: str,
    tokens: Sequence[tuple[int, int, str]],
    known: Callable[[], Sequence[str]],
    named: bool,
) -> Range | None:
    """Return the days of publication that a question asks for, None when it speaks of no such thing.

    ``tokens`` are its words as (start, end, folded); ``known`` gives the days of the library's
    sources in order, from which a month without a year takes its year; ``named`` tells that a source or an
    author is named too.
    """
    date = _find(question, known)
    if date is None:
        return None
    words = [fold(question[start:end]) for start, end, _ in tokens]
    first = next(at for at, (start, end, _) in enumerate(tokens) if end > date.start)
    last = max(at for at, (start, _, _) in enumerate(tokens) if start < date.end)
    before = words[max(0, first - _REACH - named) : first]
    after = words[last + 1 : last + 2]
    if not set(before) & (_list("publishing") | _list("texts")) and not set(after) & _list("texts"):
        return None
    start = tokens[first][0]
    lead = words[first - 1] if first else ""
    second = words[first - 2] if first > 1 else ""
    if lead in _list("after") or (lead in _list("date_links") and second in _list("after")):
        since = lead in _list("from_that_day")
        day = date.first if since else date.last + datetime.timedelta(days=1)
        return Range(day.isoformat(), None, tokens[first - 1][0], date.end)
    if lead in _list("before") or (lead in _list("date_links") and second in _list("before")):
        upto = lead in _list("up_to_that_day")
        day = date.last if upto else date.first - datetime.timedelta(days=1)
        return Range(None, day.isoformat(), tokens[first - 1][0], date.end)
    return Range(date.first.isoformat(), date.last.isoformat(), start, date.end)


def _find(question: str, known: Callable[[], Sequence[str]]) -> _Date | None:
    """Return the first day, month or year that the question names."""
    if day := find_date(question):
        date = datetime.date.fromisoformat(day.iso)
        return _Date(date, date, day.start, day.end)
    for period in periods(question):
        year = period.year or _year_of(period.month or 1, known())
        if year and period.month:
            following = datetime.date(year + period.month // 12, period.month % 12 + 1, 1)
            first, last = datetime.date(year, period.month, 1), following - datetime.timedelta(days=1)
            return _Date(first, last, period.start, period.end)
        if year:
            return _Date(datetime.date(year, 1, 1), datetime.date(year, 12, 31), period.start, period.end)
    return None


def _year_of(month: int, known: Sequence[str]) -> int | None:
    """Return the last year in which the library has something of that month, else its last year."""
    years = [int(day[:4]) for day in known if int(day[5:7]) == month]
    return years[-1] if years else int(known[-1][:4]) if known else None
