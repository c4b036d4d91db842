"""Dates as texts write them, English and Spanish, only where day, month and year are all stated."""

from __future__ import annotations

import datetime
import re
from functools import cache

from index.values import frozen

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sep sept septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|º|°|ro|er|o)?"
_YEAR = r"(?P<year>\d{4}|['’]\d{2})\b"
_DIGIT = re.compile(r"\d")
_FORMS = (
    r"\b(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)",
    rf"\b{_DAY}[-/]{_MONTH}[-/]{_YEAR}",
    rf"\b{_MONTH}\s+{_DAY}\s*,?\s+(?:de\s+|del\s+)?{_YEAR}",
    rf"\b{_DAY}\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}",
    rf"\b{_MONTH}\s+{_DAY}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+(?:[A-Z]{{2,5}}\s+)?{_YEAR}",
    r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})\b",
)


@frozen
class FoundDate:
    """A full date and the characters of the text that state it."""

    iso: str  # YYYY-MM-DD
    start: int
    end: int


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def find_date(text: str) -> FoundDate | None:
    """Return the first full date in ``text``, or None.

    Day/month/year in digits is read only where the other order is impossible or equal.
    """
    if not _DIGIT.search(text):
        return None
    firsts = [
        next((hit for match in form.finditer(text) if (hit := _read(match))), None) for form in _forms()
    ]
    return min((hit for hit in firsts if hit), key=lambda hit: (hit.start, -hit.end), default=None)


def _read(match: re.Match[str]) -> FoundDate | None:
    month_text = match["month"].lower().rstrip(".")
    month = _MONTHS.get(month_text) or int(month_text)
    day, year_text = int(match["day"]), match["year"]
    day_first = match.start("day") < match.start("year")
    if month_text.isdigit() and day_first and day <= 12 and day != month:
        return None  # 3/4/2023 is March in one country and April in another
    year = int(year_text) if year_text.isdigit() else 2000 + int(year_text[1:])
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    if not 1800 <= year <= 2100:
        return None
    return FoundDate(date.isoformat(), match.start(), match.end())


def month_number(name: str) -> int | None:
    """Return 1 to 12 for an English or Spanish month name or its abbreviation."""
    return _MONTHS.get(name.lower().rstrip("."))
