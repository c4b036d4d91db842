"""What a figure holds for: the places and the day its sentence names, total or part."""

from __future__ import annotations

import re
from functools import cache

from index.expressions import pattern
from index.figures.number_words import lexicon
from index.languages import LANGUAGES
from index.text.dates import Day, find_days, month_number
from index.text.letters import CAPITAL, SMALL
from index.text.terms import bare
from index.values import frozen
from index.words import alternatives, either, word_list

_NAME = rf"{CAPITAL}[\w’'-]+"
_OUTSIDE = word_list("counting", "place_outside")
_NEAR = word_list("counting", "place_near")
_PLACE = pattern(
    rf"\b(?P<where>(?i:{alternatives('counting', 'place_links')}))\s+"
    rf"(?:(?:{alternatives('counting', 'place_articles')})\s+)?"
    rf"(?:(?!(?:{alternatives('counting', 'no_place')})\s){SMALL}+\s+"
    rf"(?:(?:{alternatives('counting', 'of_plain')})\s+)?){{0,3}}"
    rf"(?P<name>{_NAME}(?:\s+(?:(?:{either('counting', 'in_place_names')})\s+)?{_NAME}){{0,3}})"
)

# "Ardale, where 40 people died"
_WHERE = pattern(
    rf"\b(?P<name>{_NAME}(?:\s+{_NAME}){{0,2}}),\s+(?:{alternatives('counting', 'place_where')})\b"
)


# "on January 9", "el 9 de enero", "January 9 ..."; not "since December 7", "the December 7 vote".
_ON_DAY = pattern(rf"(?:^\W*|\b(?:{alternatives('counting', 'day_leads')})\s+)$", re.IGNORECASE)


_YEAR = pattern(
    rf"\b(?:(?P<since>{alternatives('counting', 'since')})\s+(?:[^\W\d]+\s+){{0,2}})?"
    r"(?P<year>1[89]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_OF_SOME = pattern(
    rf"\b(?:{alternatives('counting', 'relatives')})\s+(?:{alternatives('counting', 'perfects')})?"
    rf"(?:[a-z]+(?:{alternatives('counting', 'past_endings')})|{alternatives('counting', 'bought')})"
    r"\s+(?:[a-z]+\s+)?$"
)
# A sentence may open with the time of all that follows: "In 1999, ...".
_OPENING = pattern(rf"\W*(?:{alternatives('counting', 'opening_times')})\b[^,;:]{{0,40}},", re.IGNORECASE)
_GOES_ON = pattern(rf"\W*(?:[^\W\d]+\s+){{0,4}}?(?:{alternatives('counting', 'change_to')})\s", re.IGNORECASE)


# "said on Monday" in Lensk, "dijo el martes" en Lima.
_DAY_LAST = pattern(
    rf"\s+(?:(?:{alternatives('counting', 'day_leads')})\s+)?"
    rf"(?:{alternatives('days', 'weekdays')})\s+$",
    re.IGNORECASE,
)


@frozen
class SentenceScope:
    """What one sentence says its figures hold for."""

    places: tuple[str, ...]
    day: Day | None
    total: bool


_CHANGE_FROM = pattern(rf"\b(?:{alternatives('counting', 'change_from')})\s+$", re.IGNORECASE)
_SOME_OF = pattern(rf"\b(?:{alternatives('scope', 'some_of')})\s*,?\s+$", re.IGNORECASE)


@cache
def _marks(key: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{alternatives('scope', key)})\b", re.IGNORECASE)


def _is_weekday(name: str) -> bool:
    """Whether a name after "on" is a day and no place."""
    return bare(name.split(maxsplit=1)[0]).lower() in word_list("days", "weekdays")


def _is_told_there(before: str) -> bool:
    """Whether it is told at the place behind ``before``, and did not happen there: "told reporters in"."""
    return _leading("told", "held").search(_DAY_LAST.sub(" ", before)) is not None


def _is_numbered(name: str) -> bool:
    """Whether a name takes a number behind it and is no place: "in Article 134"."""
    word = name.split(maxsplit=1)[0].lower()
    articles = word_list("counting", "place_articles")  # "La Paz"
    return word not in articles and any(word in lexicon(each).names_before for each in LANGUAGES)


def is_part(text: str) -> bool:
    """Whether ``text``, the surroundings of a number, makes it a part of a larger number."""
    return _marks("part").search(text) is not None


def is_supposed(before: str, clause: str) -> bool:
    """Whether what stands before a number, or its part of the sentence, makes it a condition and no count."""
    return _marks("supposed").search(before) is not None or _marks("supposed_in").search(clause) is not None


def is_change(before: str) -> bool:
    """Whether ``before``, the text in front of a number, makes it a rise or a fall by so much."""
    return _leading("changes", "by").search(before) is not None


def is_some_in_order(before: str) -> bool:
    """Whether a number counts so many in their order: "the first 40"."""
    return _leading("order", "by").search(before) is not None


def is_some_of_them(before: str) -> bool:
    """Whether a number counts some of those told of before: "of them nine died"."""
    return _SOME_OF.search(before) is not None


def is_superseded(before: str, after: str) -> bool:
    """Whether another number stands in for the one between the two texts: "from 5 to 7", "not 19"."""
    if _leading("superseded", "skipped").search(before):
        return True
    return bool(_CHANGE_FROM.search(before) and _GOES_ON.match(after))


@cache
def _leading(key: str, then: str) -> re.Pattern[str]:
    """Return a pattern for a phrase of ``key`` at the end of a text, one of ``then`` behind it or none."""
    first, second = alternatives("scope", key), alternatives("scope", then)
    return pattern(rf"\b(?:{first})(?:\s+(?:{second}))?\s+$", re.IGNORECASE)


def is_of_some(before: str) -> bool:
    """Whether an amount of money stands where some of many are picked out: "those that raised a million"."""
    return _OF_SOME.search(before) is not None


def years_in(sentence: str, clause: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return (years, years since which it counts) of a clause: its own and those its sentence opens with."""
    opening = _OPENING.match(sentence)
    found = list(_YEAR.finditer(clause))
    if opening and opening[0] not in clause:
        found += _YEAR.finditer(opening[0])
    years = sorted({int(match["year"]) for match in found if not match["since"]})
    return tuple(years), tuple(sorted({int(match["year"]) for match in found if match["since"]}))


def sentence_scope(sentence: str, offset: int) -> SentenceScope:
    """Return places, day and marks of ``sentence``, which starts at ``offset`` of its text."""
    day = next((day for day in find_days(sentence) if _ON_DAY.search(sentence, 0, day.start)), None)
    if day is not None:
        day = Day(day.start + offset, day.end + offset, day.month, day.day, day.year, day.weekday)
    return SentenceScope(_places(sentence), day, bool(_marks("total").search(sentence)))


def _places(sentence: str) -> tuple[str, ...]:
    """Return the names of places in a sentence; what another one only lies near to is no scope beside it."""
    named = [
        (match["where"].lower(), match["name"])
        for match in _PLACE.finditer(sentence)
        if not _is_told_there(sentence[: match.start()])
        and not month_number(match["name"].split(maxsplit=1)[0].rstrip("."))
        and not _is_numbered(match["name"])
        and not _is_weekday(match["name"])
    ]
    found = [f"{where} {name}" if where in _OUTSIDE else name for where, name in named]
    found += [match["name"] for match in _WHERE.finditer(sentence)]
    near = [name for name, (where, _) in zip(found, named, strict=False) if where in _NEAR]
    return tuple(dict.fromkeys(name for name in found if name not in near or len(near) == len(found)))
