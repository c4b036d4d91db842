"""How old a sentence says that somebody is: "Ana Ejemplo, 30,", "the 16-year-old student Ana Ejemplo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.asking.asked_names import name_titles
from bot.contested.facts.attribute_data import Value
from index.text.terms import WORD, fold, parts, stop_words
from index.words import alternatives

_OLDEST = 120
_REACH = 60  # characters between a name and an age


def age_in(sentence: str, name: Sequence[str]) -> Value | None:
    """Return the age that a sentence gives for who is called by a whole name, or by its last word alone."""
    found: list[tuple[int, int, Value]] = []
    for start, end in _named(sentence, name):
        for match in _ages().finditer(sentence):
            alone = "linked" if match["linked"] else "bare"
            digits = match["worded"] or match["led"] or match[alone]
            if int(digits) > _OLDEST or not _ties(sentence, start, end, match):
                continue
            at = match.start(alone) if match[alone] else match.start()
            value = Value(at, match.end(), frozenset({digits}))
            found.append((max(at - end, start - match.end()), at, value))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _named(sentence: str, name: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names somebody: all words of the name, or the last with no other name before."""
    spelt = [(part, match) for match in WORD.finditer(sentence) for part in parts(match[0])]
    size = len(name)
    owned = [match[0].endswith(("’s", "'s")) for _, match in spelt]
    for at, (part, match) in enumerate(spelt):
        if [each for each, _ in spelt[at : at + size]] == list(name):
            if not owned[at + size - 1]:
                yield match.start(), spelt[at + size - 1][1].end()
        elif size > 1 and part == name[-1] and match[0][0].isupper() and not owned[at]:
            before = spelt[at - 1][1][0] if at else ""
            if not before[:1].isupper() or fold(before) in name_titles() | stop_words():
                yield match.start(), match.end()


def _ties(sentence: str, start: int, end: int, age: re.Match[str]) -> bool:
    """Whether nothing between a name and an age could make it somebody else's.

    A bare number counts only between commas or in brackets right behind the name.
    """
    if age["bare"] or age["linked"]:
        return age.start() == end
    if age.start() >= end:
        between = sentence[end : age.start()]
        return len(between) <= _REACH and _plain().fullmatch(between) is not None
    return age.end() <= start and _before().fullmatch(sentence[age.end() : start]) is not None


@cache
def _ages() -> re.Pattern[str]:
    years, aged, others, links = map(_any, ("years", "aged", "other_years", "age_links"))
    return re.compile(
        rf"\b(?P<worded>\d{{1,3}})[ -](?:{years})\b(?!\s+(?:{others})\b)"
        rf"|\b(?:{aged})\s+(?P<led>\d{{1,3}})\b"
        rf"|,\s+(?:{links})\s+(?P<linked>\d{{1,2}})(?=[,.;)])"
        r"|(?:,\s+|\s+\()(?P<bare>\d{1,3})(?=[,)])",
        re.IGNORECASE,
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(rf"[\s,(]*(?:(?:{_any('between')}|{_any('persons')})[\s,(]+)*", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:(?:{_any('persons')})[\s,]+)*", re.IGNORECASE)


def _any(key: str) -> str:
    return alternatives("attributes", f"grammar.{key}")
