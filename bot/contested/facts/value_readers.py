"""The days, numbers and names of a sentence that may be what it gives for an attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.contested.facts.attribute_data import Measure, Value
from index.expressions import pattern
from index.text.dates import find_days, month_number
from index.text.letters import CAPITAL
from index.text.names import PARTICLE
from index.text.terms import fold, folded_list, stop_words, words
from index.text.tokens import kinds_of, phrases_of, read_tokens
from index.words import alternatives

_YEAR = pattern(r"\b(?:1\d{3}|20\d\d)(?=s?\b)")
_NUMBER = pattern(r"\d+(?:[.,]\d+)*")
_SITE = 20  # characters before a value in which a site's own words make it theirs
_UNIT = 40  # characters behind a number in which its unit stands
_BRACKETED = pattern(r"\s+[^\W\d_]+\)")  # "(Ana Ejemplo album)"
_FAR = 30  # characters between letters and the words for which they stand
_HYPHENS = frozenset("-–")
_ANY = "·"  # for the last digit of a decade
_DECADE = pattern(r"(?<=0)['’]?s\b")


@cache
def _part_of_year() -> re.Pattern[str]:
    """Return a pattern for the part of a year or decade in front of it: "late", "the fall of"."""
    return pattern(rf"\b(?:{alternatives('attributes', 'grammar.parts')})[ -]$", re.IGNORECASE)


def days(sentence: str, _: frozenset[str]) -> Iterator[Value]:
    """Yield the days, months and years of a sentence."""
    taken: list[tuple[int, int]] = []
    for day in find_days(sentence):
        if day.month is None:
            continue
        year = _YEAR.match(sentence, day.end + (2 if sentence[day.end : day.end + 2] == ", " else 1))
        end = day.end if day.year or year is None else year.end()
        found = _YEAR.search(sentence, day.start, end)
        key = f"{found[0] if found else ''}-{day.month}-{day.day}"
        taken.append((day.start, end))
        yield Value(day.start, end, frozenset({key}))
    for match in _YEAR.finditer(sentence):
        if any(start <= match.start() < end for start, end in taken):
            continue
        word = re.search(
            rf"([^\W\d_]+)\s+(?:(?:{alternatives('speech', 'of_plain')})\s+)?$", sentence[: match.start()]
        )
        month = month_number(word[1]) if word else None
        start = match.start() if month is None or word is None else word.start(1)
        part = _part_of_year().search(sentence[:start])
        decade = _DECADE.match(sentence, match.end())
        key = match[0][:3] + _ANY if decade else match[0]
        end = decade.end() if decade else match.end()
        yield Value(part.start() if part else start, end, frozenset({f"{key}-{month or ''}-"}))


def numbers(sentence: str, _: frozenset[str]) -> Iterator[Value]:
    """Yield the numbers of a sentence that are no years."""
    for match in _NUMBER.finditer(sentence):
        plain = re.sub(r"[.,](?=\d{3}\b)", "", match[0]).replace(",", ".")
        if _YEAR.fullmatch(match[0]) or sentence[match.end() : match.end() + 1].isalpha():
            continue
        if match[0][0] == "0" and match[0][1:2].isdigit():  # of a date: 2000-04-01
            continue
        yield Value(match.start(), match.end(), frozenset({plain}), _measure(sentence, match.end(), plain))


def _measure(sentence: str, end: int, plain: str) -> Measure | None:
    """Return how much a number is, multiplied, and of what unit where one stands behind it."""
    behind = read_tokens(sentence[end : end + _UNIT])
    words = behind.words
    at = 1 if words and words[0] in _HYPHENS else 0  # "a 120-metre tower"
    times, kind, unit, last = 1.0, "", 1.0, 0
    if by := kinds_of("measures", "multiplied").at(words, at):
        at, times, last = at + by[0], float(by[1]), behind.ends[at + by[0] - 1]
    if found := kinds_of("measures", "quantities").at(words, at):
        kind, _, size = found[1].partition(":")
        unit, last = float(size), behind.ends[at + found[0] - 1]
    if plain.count(".") > 1:
        return None
    return Measure(kind, float(plain) * times * unit, unit, end + last)


@cache
def _name() -> re.Pattern[str]:
    return pattern(
        rf"(?:{CAPITAL}\.\s?)*{CAPITAL}[\w.’'&-]*"
        rf"(?:\s+(?:(?:{alternatives('contrasts', 'title_links')}|&|{PARTICLE})\s+)*"
        rf"(?:{CAPITAL}[\w’'-]*\.?|[IVX]+\b|\d+\b))*"
    )


def names(sentence: str, subject: frozenset[str]) -> Iterator[Value]:
    """Yield the names of a sentence that are not the subject's own."""
    for match in _name().finditer(sentence):
        text = re.sub(r"['’]s?$", "", _cut(match[0], subject).rstrip(" .,"))
        spelt = [fold(word[0]) for word in words(text)]
        # "The Who" has function words only, but "The" alone names nobody.
        keys = frozenset(spelt) - stop_words() or frozenset(spelt if len(spelt) > 1 and match.start() else ())
        if not keys or keys <= subject or len(text) < 2 or "_" in text or month_number(text):
            continue
        behind = sentence[match.start() + len(text) :]
        if _BRACKETED.match(behind) or not _describes(behind, len(keys)):
            yield Value(match.start(), match.start() + len(text), keys)


def spelt_out(sentence: str, subject: frozenset[str]) -> Value | None:
    """Return the words for which the letters of a subject stand, beside them: "rowing club (RC)"."""
    if len(subject) != 1:
        return None
    letters = next(iter(subject))
    spelt = [(match.start(), match.end(), fold(match[0])) for match in words(sentence)]
    places = [start for start, _, word in spelt if word == letters]
    size = len(letters)
    for at in range(len(spelt) - size + 1):
        run = spelt[at : at + size]
        start, end = run[0][0], run[-1][1]
        near = any(-_FAR < place - end < _FAR or 0 < start - place < _FAR for place in places)
        if near and size > 1 and "".join(word[0] for *_, word in run) == letters:
            return Value(start, end, frozenset(word for *_, word in run))
    return None


def capital_runs(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where words with capitals stand side by side."""
    for match in _name().finditer(sentence):
        yield match.start(), match.start() + len(match[0].rstrip(" .,"))


def _cut(name: str, subject: frozenset[str]) -> str:
    """Return a run of capitals up to where the subject's own name or a label of a table begins in it.

    Tables and lists lose their line breaks: "album by The Examples Released 1950".
    """
    for number, match in enumerate(words(name)):
        word = fold(match[0])
        if (number and word in subject) or word in folded_list("attributes", "grammar.ends") - stop_words():
            return name[: match.start()]
    return name


def _describes(behind: str, size: int) -> bool:
    """Whether a run of capitals describes a noun behind it: "New Ardale folk band Ana Sample"."""
    nouns = re.match(r"((?:[ /]+[^\W\d_][\w’'-]*)+)", behind)
    if nouns is None:
        return False
    following = nouns[1].replace("/", " ").split()
    if following[0][0].isupper() or fold(following[0]) in stop_words():
        return False
    if size == 1:
        return True
    for word in following:
        if word[0].isupper():
            return True
        if fold(word) in stop_words() | folded_list("attributes", "grammar.ends"):
            return False
    return False


def of_site(sentence: str, value: Value) -> bool:
    """Whether a value stands in or right behind words of a site's own lines: "Retrieved 3 May 2014"."""
    near = sentence[max(value.start - _SITE, 0) : value.end]
    return phrases_of("attributes", "grammar.site_lines").in_text(near)
