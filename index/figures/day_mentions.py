"""Days as texts name them: "Jan. 18", "9 de enero", "last Thursday"; the year may be missing."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any

from index.figures.figure import Day
from index.text.dates import month_number
from index.words import table

_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|º)?"
_YEAR = r"(?:,?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)\b)?"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    data: Any = table("days")
    month = r"\b(?P<month>" + "|".join(data["months"]) + r")\b\.?"
    weekday = r"\b(?P<weekday>" + "|".join(data["weekdays"]) + r")\b"
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            rf"{month}\s+{_DAY}\b(?!\d|[,.]\d|%){_YEAR}",
            rf"\b{_DAY}\s+(?:of\s+|de\s+)?{month}{_YEAR}",
            weekday,
        )
    )


def find_days(text: str) -> tuple[Day, ...]:
    """Return the days named in ``text`` in reading order, offsets within it.

    A weekday without a date counts only beside a word that ties it to one day ("last", "pasado",
    "on"), never as a habit ("on Thursdays").
    """
    if not _mentions(text):
        return ()
    found: list[Day] = []
    for form in _forms():
        for match in form.finditer(text):
            day = _read(match)
            if day is not None and not any(
                day.start < other.end and other.start < day.end for other in found
            ):
                found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


@cache
def _quick() -> re.Pattern[str]:
    data: Any = table("days")
    return re.compile("|".join([*data["months"], *data["weekdays"]]), re.IGNORECASE)


def _mentions(text: str) -> bool:
    return _quick().search(text) is not None


def _read(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    if parts.get("weekday"):
        weekdays: Any = table("days")["weekdays"]
        start = match.start()
        before = match.string[max(0, start - 5) : start].lower()
        start -= next((len(lead) for lead in ("last ", "next ", "this ") if before.endswith(lead)), 0)
        return Day(start, match.end(), weekday=weekdays.index(match["weekday"].lower()) % 7)
    month, day = month_number(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    if month is None or not 1 <= day <= 31:
        return None
    if match["month"][0].islower() and match.start("day") > match.start("month"):
        return None  # "may 5", "march 3": English months are written with a capital
    return Day(match.start(), match.end(), month, day, year)


def weekday_of(day: Day, near: str | None) -> int | None:
    """Return 0 (Monday) to 6; an unstated year is that of the last such day up to ``near`` (YYYY-MM-DD)."""
    if day.weekday is not None:
        return day.weekday
    if day.month is None or day.day is None:
        return None
    year = day.year
    if year is None and near:
        year = int(near[:4]) - (f"{day.month:02}-{day.day:02}" > near[5:10])
    try:
        return datetime.date(year, day.month, day.day).weekday() if year else None
    except ValueError:
        return None
