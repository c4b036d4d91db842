"""Dates as texts write them: full dates, days, months and years, each with its characters in the text.

    full dates    "March 4, 2021", "4 de marzo de 2021", "2021-03-04": all of day, month and year
    days          "Jan. 18", "9 de enero", "last Thursday": the year may be missing
    periods       "March 2021", "in March", "2021": what a question about dates of publication names

The words are in ``words/days.toml`` of each language.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from index.expressions import pattern
from index.languages import languages
from index.values import frozen
from index.words import alternatives, strings, word_list

_DIGIT, _LETTERS = pattern(r"\d"), pattern(r"[^\W\d_]+")
# "June 14, 2019by Ana Ejemplo" and "June 14, 20195:00" lost a break
_YEAR = r"(?P<year>\d{4}(?!\d)|\d{4}(?=\d{1,2}:\d{2})|['’]\d{2}\b)"
_ISO_TIME = r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z\b|[+-]\d{2}:?\d{2})?)?"  # as programs write it
_CENTURIES = r"(?:19|20)\d\d"
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_WORD = pattern(rf"\b{_CENTURIES}\b|[^\W\d_]+")
_NEXT = pattern(rf"\.?,?\s+(?:[^\W\d_]+\s+)?(?P<year>{_CENTURIES})\b")  # the year behind "March": "of 2021"


@frozen
class FoundDate:
    """A full date and the characters of the text that state it."""

    iso: str  # YYYY-MM-DD
    start: int
    end: int


@frozen
class Day:
    """A day as a text names it: ``month``, ``day`` and ``year`` where stated, ``weekday`` 0 (Monday) to 6."""

    start: int
    end: int
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None


@frozen
class Period:
    """A month, a year or both, as a text names it."""

    start: int
    end: int
    month: int | None = None
    year: int | None = None


def month_number(name: str) -> int | None:
    """Return 1 to 12 for the name of a month or its abbreviation in any language that is read."""
    return _months().get(name.lower().rstrip("."))


def month_words() -> list[str]:
    """Return the names of months and their abbreviations, the longest first, as expressions take them."""
    return sorted(_months(), key=lambda name: (-len(name), name))


@cache
def _months() -> dict[str, int]:
    return {
        name: number
        for each in languages()
        for number, names in enumerate(strings("days", "month_names", each.code), start=1)
        for name in names.split()
    }


# -- full dates -------------------------------------------------------------------------------


def _month_form() -> str:
    months = "|".join(map(re.escape, month_words()))
    return rf"(?P<month>{months})\b\.?"


def _day_form() -> str:
    return rf"(?P<day>\d{{1,2}})(?:{alternatives('days', 'day_endings')})?"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    month, day = _month_form(), _day_form()
    link = rf"(?:(?:{alternatives('days', 'day_links')})\s+)?"
    called = rf"(?:(?:{alternatives('days', 'day_words')})\s+)?"
    short = r"(?P<year>\d{4}|\d{2})\b"
    return tuple(
        pattern(form, re.IGNORECASE)
        for form in (
            r"\b(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)" + _ISO_TIME,
            rf"\b{day}[-/.]{month}[-/.]{short}",
            rf"\b{month}[-/\s]\s*{day}\s*[,/-]?\s+{link}{_YEAR}",
            rf"\b{month}[-/]{day}[-/](?P<year>\d{{4}})\b",
            rf"\b{day}\s+{called}{link}{month}\s?[,/-]?\s+{link}{_YEAR}",
            rf"\b{month}\s+{day}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+(?:[A-Z]{{2,5}}\s+)?{_YEAR}",
            rf"\b(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){short}(?![/.-]?\d)",
            r"\b(?P<month>\d{1,2})(?P<mark>[/.-])(?P<day>1[3-9]|2\d|3[01])(?P=mark)"
            rf"{short}(?![/.-]?\d)",
        )
    )


@lru_cache(maxsize=1024)  # a line is asked for its date by a score of rules
def find_date(text: str, *, day_first: bool = False, month_first: bool = False) -> FoundDate | None:
    """Return the first full date in ``text``, or None.

    A date in digits is read only where its order is sure: 15/5/18 and 5/15/18 are one day, 5/6/18 is none,
    unless ``day_first`` or ``month_first`` says so, or the zone of a time of day beside it.
    """
    if not _DIGIT.search(text):
        return None
    firsts = [
        next((hit for match in form.finditer(text) if (hit := _read(match, day_first, month_first))), None)
        for form in _forms()
    ]
    return min((hit for hit in firsts if hit), key=lambda hit: (hit.start, -hit.end), default=None)


@cache
def _zoned() -> re.Pattern[str]:
    zones = alternatives("days", "month_first_zones").upper()
    return pattern(rf"\d\s?(?:(?i:[ap]\.?m\.?)\s+)?(?:{zones})\b")


def _read(match: re.Match[str], day_first: bool, month_first: bool) -> FoundDate | None:
    month_text = match["month"].rstrip(".")
    month = month_number(month_text) or int(month_text)
    day, year_text = int(match["day"]), match["year"]
    last = match.start("day") < match.start("year")
    if month_text.isdigit() and last and day <= 12 and day != month and not day_first:
        if not (month_first or _zoned().search(match.string)):
            return None  # 3/4/2023 is March in one country and April in another
        day, month = month, day
    year = int(year_text.lstrip("'’"))
    if year < 100:  # '05, 15/5/18: of this century, for texts of the last one write four digits
        year += 2000
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    return (
        FoundDate(date.isoformat(), match.start(), match.end()) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    )


def find_day(text: str, year: int) -> FoundDate | None:
    """Return the first day and month in ``text`` that state no year, as a date of the given year."""
    for match in _day_of_month().finditer(text):
        month = month_number(match["month"] or match["month2"])
        try:
            date = datetime.date(year, month or 0, int(match["day"] or match["day2"]))
        except ValueError:
            continue
        return FoundDate(date.isoformat(), match.start(), match.end())
    return None


@cache
def _day_of_month() -> re.Pattern[str]:
    month, day = _month_form(), _day_form()
    link = rf"(?:(?:{alternatives('days', 'day_links')})\s+)?"
    turned = rf"{month.replace('month', 'month2')}\s+{day.replace('day', 'day2')}"
    return pattern(rf"\b(?:{day}\s+{link}{month}|{turned})(?!\w)", re.IGNORECASE)


# -- days -------------------------------------------------------------------------------------


@cache
def _day_forms() -> tuple[re.Pattern[str], ...]:
    month = rf"\b(?P<month>(?:{alternatives('days', 'months')}))\b\.?"
    day = rf"(?P<day>[0-3]?\d)(?:{alternatives('days', 'day_endings')})?"
    link = rf"(?:(?:{alternatives('days', 'day_links')})\s+)?"
    year = rf"(?:,?\s+{link}(?P<year>{_CENTURIES})\b)?"
    return tuple(
        pattern(form, re.IGNORECASE)
        for form in (
            rf"{month}\s+{day}\b(?!\d|[,.]\d|%){year}",
            rf"\b{day}\s+{link}{month}{year}",
            rf"\b(?P<weekday>(?:{alternatives('days', 'weekdays')}))\b",
        )
    )


@cache
def _named() -> frozenset[str]:
    return frozenset([*strings("days", "months"), *strings("days", "weekdays")])


@lru_cache(maxsize=4_096)  # sentences, which many questions meet: the forms take .3 ms each
def find_days(text: str) -> tuple[Day, ...]:
    """Return the days named in ``text`` in reading order, offsets within it.

    A weekday without a date counts only beside a word that ties it to one day ("last", "pasado",
    "on"), never as a habit ("on Thursdays").
    """
    if _named().isdisjoint(_LETTERS.findall(text.lower())):
        return ()
    found: list[Day] = []
    for form in _day_forms():
        for match in form.finditer(text):
            day = _read_day(match)
            if day is not None and not any(
                day.start < other.end and other.start < day.end for other in found
            ):
                found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


def _read_day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    if parts.get("weekday"):
        return Day(_week_start(match), match.end(), weekday=_weekdays()[match["weekday"].lower()])
    month, day = month_number(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    if month is None or not 1 <= day <= 31:
        return None
    if match["month"][0].islower() and match.start("day") > match.start("month"):
        return None  # "may 5", "march 3": English months are written with a capital
    return Day(match.start(), match.end(), month, day, year)


@cache
def _weekdays() -> dict[str, int]:
    return {
        name: number
        for each in languages()
        for number, name in enumerate(strings("days", "weekdays", each.code))
    }


def _week_start(match: re.Match[str]) -> int:
    """Return where a weekday begins, a word such as "last" before it included."""
    before = match.string[: match.start()].rstrip(" ")
    lead = next((each for each in word_list("days", "week_leads") if before.lower().endswith(each)), "")
    return len(before) - len(lead) if lead and before != match.string[: match.start()] else match.start()


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


# -- periods ----------------------------------------------------------------------------------


def periods(text: str) -> Iterator[Period]:
    """Yield the months, with the year behind them where one stands there, and the years that a text names.

    A month in small letters counts only where it is no other word: "marzo", but not "may" and "march".
    """
    last = 0
    for match in _WORD.finditer(text):
        if match.start() < last:
            continue
        word = match[0]
        month = month_number(word)
        if month and (word[0].isupper() or word.lower() not in word_list("days", "months_too")):
            following = _NEXT.match(text, match.end())
            last = following.end() if following else match.end()
            yield Period(match.start(), last, month, int(following["year"]) if following else None)
        elif word.isdecimal():
            yield Period(match.start(), match.end(), year=int(word))
