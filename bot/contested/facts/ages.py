"""How old a sentence says that somebody is: "Ana Ejemplo, 30,", "the 16-year-old student Ana Ejemplo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.asking.asked_names import name_titles
from bot.contested.facts.attribute_data import Value
from bot.contested.facts.statements import Said, Stand, within
from bot.contested.spoken_sentences import UNDATED, days_between
from index.expressions import pattern
from index.text.names import names_in
from index.text.terms import WORD, all_parts, fold, parts, stop_words
from index.words import alternatives

_OLDEST = 120
_DAYS = 60  # between two texts of one age
_DIGITS = pattern(r"\b\d{1,2}\b")
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


def ages_in(said: Said) -> list[Stand]:
    """Return the ages that a sentence gives to people called by two names or more, about their names."""
    found = []
    for name in {named.name for named in names_in(said.text)} if _DIGITS.search(said.text) else ():
        words = all_parts(name)
        value = age_in(said.text, words) if len(words) > 1 else None
        if value is not None:
            label = said.text[value.start : value.end].strip(" ,(")
            found.append(Stand(said, label, value.keys, frozenset(words)))
    return found


def same_person(one: Stand, other: Stand) -> bool:
    """Whether two ages are of one person with no birthday between them, as far as the texts are dated."""
    mine, theirs = one.said.statement, other.said.statement
    days = days_between(mine, theirs)
    near = mine.date == theirs.date == UNDATED if days is None else days <= _DAYS
    return near and within(one.about, other.about)


def told_once(stands: Sequence[Stand]) -> list[Stand]:
    """Return the ages without those of people to whom one source gives two: it tells which is wrong."""
    held: dict[tuple[str, str], set[str]] = {}
    rows = [[(each.said.statement.group, name) for name in each.about] for each in stands]
    for each, keys in zip(stands, rows, strict=True):
        for key in keys:
            held.setdefault(key, set()).update(each.side)
    return [each for each, keys in zip(stands, rows, strict=True) if any(len(held[key]) == 1 for key in keys)]


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
    return pattern(
        rf"\b(?P<worded>\d{{1,3}})[ -](?:{years})\b(?!\s+(?:{others})\b)"
        rf"|\b(?:{aged})\s+(?P<led>\d{{1,3}})\b"
        rf"|,\s+(?:{links})\s+(?P<linked>\d{{1,2}})(?=[,.;)])"
        r"|(?:,\s+|\s+\()(?P<bare>\d{1,3})(?=[,)])",
        re.IGNORECASE,
    )


@cache
def _plain() -> re.Pattern[str]:
    return pattern(rf"[\s,(]*(?:(?:{_any('between')}|{_any('persons')})[\s,(]+)*", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return pattern(rf"[\s,]*(?:(?:{_any('persons')})[\s,]+)*", re.IGNORECASE)


def _any(key: str) -> str:
    return alternatives("attributes", f"grammar.{key}")
