"""Lines of a head that say when: little more than a day, or an outlet and a day."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.articles.byline_edges import parted, without_tail
from index.articles.byline_names import has_given_name, is_outlet, is_person
from index.articles.patterns import any_of
from index.articles.units import ends_sentence
from index.text.dates import find_date, find_day, month_number
from index.text.letters import CAPITAL
from index.words import alternatives, either, strings

_IGNORE = re.IGNORECASE
SIGNATURE = re.compile(r"[—–-]{1,2}\s*(?P<name>[^()@]{2,60}?)\s*\((?P<handle>@\w{1,30})\)(?P<rest>.*)")
# "Ana Ejemplo @anaejemplo", "Ana Ejemplo (@anaejemplo) May 4, 2021"
_HANDLED = re.compile(r"(?P<name>[^@():]{2,40}?)\s*\(?(?P<handle>@\w{2,30})\)?(?P<rest>[\s·•|,–—-].{0,40})?")
_ACCOUNT = re.compile(r"@\w{2,30}(?:\s*[·•|].{0,40})?")
_POSTED = re.compile(rf"(?:{either('lines', 'posted')})\b.{{0,140}}", _IGNORE)
_JOINTS = " ,;|·•–—-/"
_MOST_BESIDE, _LONGEST_DATE_LINE = 4, 20  # words beside a day, words of a line that says it was published
_LONGEST_OUTLET = 6  # words
_LEAD = 60  # characters of a paragraph in which its day stands
# Before a day that leads a paragraph, and behind it: "(4 May) The", "ARDALE, 4 May (Coast Press) - The".
_SMALL_WORDS = "|".join(strings("particles", "anywhere"))
_PLACE_BEFORE = re.compile(
    rf"\W{{0,2}}|\(?{CAPITAL}[\w.]*(?:[ ,]+(?:(?:{_SMALL_WORDS}) )?{CAPITAL}[\w.]*){{0,4}}"
    rf"(?:\s*\([^()]{{2,30}}\))?\s*(?:,|\(|[-–—])\s*(?:(?:{either('lines', 'before_day')})\s+)?"
)
_RUN_IN, _WEEKDAY = 200, 15  # characters of a paragraph that may be of a head, and of a weekday before a day
_MARK_BEHIND = re.compile(r"\s*(?:\([^()]{2,40}\))?\s*[-–—:.|]{1,3}\s")
_BRACKET_BEHIND = re.compile(r"[)\]]\s*[-–—:.|]{0,3}\s")
_LONGEST = 300  # characters
# A dateline that stands over its paragraph: "ARDALE, 4 May. (COAST PRESS) -"
_DATELINE_ALONE = re.compile(rf"{CAPITAL}{{2,}}[^()]*\d[^()]*\([^()]{{2,40}}\)\s*[-–—]")
_ANY_YEAR = 2000
_COUNTS = re.compile(
    r"[\s,|·•]*\d[\d.,]*[km]?(?:\s+\d[\d.,]*[km]?)?\s*", _IGNORE
)  # views and comments, unnamed
_PARTS = re.compile(r"\s*[|·•/,]\s*|\s[-–—]\s")


@lru_cache(maxsize=8192)  # each line is read by several rules
def is_date_line(text: str) -> bool:
    """Whether the line says little more than a date, or an outlet and a date: "The Gazette, 4 May 2021".

    A line that counts something besides ("Deaths: 33 (4 May 2021)") is none.
    """
    text = any_of("bylines", "behind_day").sub("", text) if len(text) <= _LONGEST else text
    text = parted(text) if len(text) <= _LONGEST else text
    if len(text) <= _LEAD and _DATELINE_ALONE.fullmatch(text) and find_day(text, _ANY_YEAR):
        return True
    date = find_date(text) or find_date(text, day_first=True) if len(text) <= _LONGEST else None
    if date is None or SIGNATURE.fullmatch(text):
        return False
    rest = beside_day(text)
    if re.search(r"\d", any_of("provenance", "date_counts").sub(" ", rest)) or rest.endswith(("?", "!")):
        return False
    if len(rest.split()) <= _LONGEST_OUTLET and is_outlet(rest) and not text[date.end :]:
        return True
    rest = any_of("bylines", "weekday").sub(" ", rest).strip()
    bare = without_tail(rest)
    rest = bare if len(re.findall(r"\w+", bare)) <= 1 else rest
    if is_person(rest) and has_given_name(rest):
        return False  # a name and a day: a byline, where it stands in a head
    rest = any_of("provenance", "date_words").sub(" ", rest)
    longer = re.findall(r"[^\W\d_]{3,}", rest)
    # place, desk and outlet beside the day
    beside = all(word[0].isupper() for word in longer[:_MOST_BESIDE]) and not ends_sentence(text)
    few = len(longer) <= (_MOST_BESIDE if beside else 2)
    return few or bool(
        _POSTED.fullmatch(text) and len(text.split()) <= _LONGEST_DATE_LINE and not ends_sentence(text)
    )


def signs_post(text: str) -> bool:
    """Whether a line signs the post above it: "— Ana Ejemplo (@ana)", or without a dash and with a day."""
    signed = _HANDLED.fullmatch(text) if "@" in text else None
    return bool(SIGNATURE.fullmatch(text) or (signed and find_date(signed["rest"] or "")))


def heads_post(text: str) -> bool:
    """Whether a line is a name and an account, as over a post that a page shows."""
    return "@" in text and bool(_HANDLED.fullmatch(text) or _ACCOUNT.fullmatch(text))


def beside_day(text: str, mark: str = " ") -> str:
    """Return what stands in a line besides its days and times of day, a mark where a day stood."""
    text = parted(text)
    date = find_date(text) or find_date(text, day_first=True)
    rest = f"{text[: date.start]}{mark}{text[date.end :]}" if date else text
    while another := find_date(rest) or find_date(rest, day_first=True):
        rest = f"{rest[: another.start]}{mark}{rest[another.end :]}"
    rest = any_of("bylines", "ago").sub(" ", any_of("bylines", "clock").sub(" ", rest))
    return "" if _COUNTS.fullmatch(rest) else rest.strip(_JOINTS)


def names_beside_day(text: str) -> list[str]:
    """Return the parts of a line besides its day that say neither when nor that it was published then."""
    rest = any_of("bylines", "weekday").sub(" ", beside_day(text, " | "))
    rest = any_of("provenance", "date_words").sub(" ", rest)
    return [part.strip(" .,:-–—") for part in _PARTS.split(rest) if part.strip(" .,:-–—")]


@cache
def _month_alone() -> re.Pattern[str]:
    """Return a pattern for "May 2021", "mayo de 2021"."""
    link = alternatives("days", "day_links")
    return re.compile(rf"(?P<month>[^\W\d_]{{3,10}})\.?,? (?:(?:{link}) )?(?P<year>(?:19|20)\d\d)")


def month_in(text: str) -> tuple[str, list[str]] | None:
    """Return the month that a line or a part of it states alone, and the other parts: "Gazette, May 2021"."""
    if len(text) > _LEAD or not text[-4:].isdigit():
        return None
    parts = [part for part in _PARTS.split(text) if part]
    for at, part in enumerate(parts):
        match = _month_alone().fullmatch(part.strip())
        if match and (number := month_number(match["month"])):
            return f"{match['year']}-{number:02}", [*parts[:at], *parts[at + 1 :]]
    return None


def leading_day(text: str, *, day_first: bool = False) -> str | None:
    """Return the day with which a paragraph begins: "4 May 2021 - The mayor", "ARDALE, May 4, 2021 - The"."""
    lead = text[:_LEAD]
    date = find_date(lead, day_first=day_first)
    if date is None or not _PLACE_BEFORE.fullmatch(lead[: date.start]):
        return None
    behind = _BRACKET_BEHIND if lead[: date.start].endswith(("(", "[")) else _MARK_BEHIND
    return date.iso if behind.match(text[date.end :]) else None


def labelled_day(text: str, *, day_first: bool = False) -> str | None:
    """Return the day that a head run into its text says is its day: "Details Published: 4 May 2021"."""
    label = any_of("provenance", "labelled_days").search(text[:_RUN_IN])
    date = find_date(text[label.end() : label.end() + _LEAD], day_first=day_first) if label else None
    return date.iso if date and date.start <= _WEEKDAY else None
