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
    rf"\b{_DAY}[-/.]{_MONTH}[-/.](?P<year>\d{{4}}|\d{{2}})\b",
    rf"\b{_MONTH}[-/\s]\s*{_DAY}\s*[,/-]?\s+(?:de\s+|del\s+)?{_YEAR}",
    rf"\b{_MONTH}[-/]{_DAY}[-/](?P<year>\d{{4}})\b",
    rf"\b{_DAY}\s+(?:day\s+)?(?:of\s+|de\s+)?{_MONTH}\s?[,/-]?\s+(?:de\s+|del\s+)?{_YEAR}",
    rf"\b{_MONTH}\s+{_DAY}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+(?:[A-Z]{{2,5}}\s+)?{_YEAR}",
    r"\b(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})\b(?![/.-]?\d)",
    r"\b(?P<month>\d{1,2})(?P<mark>[/.-])(?P<day>1[3-9]|2\d|3[01])(?P=mark)(?P<year>\d{4}|\d{2})\b(?![/.-]?\d)",
)
_DAY_OF_MONTH = re.compile(
    rf"\b(?:{_DAY}\s+(?:of\s+|de\s+)?{_MONTH}"
    rf"|{_MONTH.replace('month', 'month2')}\s+{_DAY.replace('day', 'day2')})(?!\w)",
    re.IGNORECASE,
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

    A date in digits is read only where its order is sure: 15/5/18 and 5/15/18 are one day, 5/6/18 is none.
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
    year = int(year_text.lstrip("'’"))
    if year < 100:  # '05, 15/5/18: of this century, for texts of the last one write four digits
        year += 2000
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    if not 1800 <= year <= 2100:
        return None
    return FoundDate(date.isoformat(), match.start(), match.end())


def find_day(text: str, year: int) -> FoundDate | None:
    """Return the first day and month in ``text`` that state no year, as a date of the given year."""
    for match in _DAY_OF_MONTH.finditer(text):
        month = month_number(match["month"] or match["month2"])
        try:
            date = datetime.date(year, month or 0, int(match["day"] or match["day2"]))
        except ValueError:
            continue
        return FoundDate(date.isoformat(), match.start(), match.end())
    return None


def month_number(name: str) -> int | None:
    """Return 1 to 12 for an English or Spanish month name or its abbreviation."""
    return _MONTHS.get(name.lower().rstrip("."))
