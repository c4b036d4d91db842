"""How texts give an attribute: the day, number, name, place or kind beside its words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from index.text.dates import find_days, month_number
from index.text.letters import CAPITAL
from index.text.names import PARTICLE
from index.text.terms import fold, stop_words, words
from index.text.tokens import Phrases, marked, read_tokens
from index.values import frozen
from index.words import alternatives, table

_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_REACH = 70  # characters between the words of an attribute and its value
_LONGEST = 90  # characters of a kind


@frozen
class Value:
    """What a sentence gives, as ``text[start:end]``, and by what two values are told apart."""

    start: int
    end: int
    keys: frozenset[str]


@frozen
class Attribute:
    """One row of words/attributes.toml."""

    id: str
    headings: dict[str, str]
    type: str
    asks: Phrases[bool]
    cues: Phrases[bool]
    listed: Phrases[str]


@cache
def attributes() -> tuple[Attribute, ...]:
    """Return the attributes in the order of the data file."""
    data: Any = table("attributes")
    return tuple(
        Attribute(
            key,
            row["heading"],
            row["type"],
            marked(row["asks"]),
            marked(row["cues"]),
            Phrases({word: group[0] for group in row.get("listed", ()) for word in group}),
        )
        for key, row in data.items()
        if key != "grammar"
    )


def values_in(sentence: str, attribute: Attribute, subject: frozenset[str]) -> Value | None:
    """Return what a sentence gives for an attribute of a subject (folded words of its name); None if nothing.

    Of several values the one that stands nearest behind the attribute's words is taken, else the nearest
    in front of them.
    """
    if attribute.type == "kind":
        return _kind(sentence, subject)
    if attribute.type == "listed":
        return _listed(sentence, attribute)
    tokens = read_tokens(sentence)
    spots = [
        (tokens.starts[at], tokens.ends[at + size - 1]) for at, size, _ in attribute.cues.hits(tokens.words)
    ]
    if attribute.id == "born":
        spots += _brackets(sentence, subject)
    found = list(_READERS[attribute.type](sentence, subject))
    best: tuple[float, Value] | None = None
    for value in found:
        for start, end in spots:
            behind = value.start - end
            far = behind if behind >= 0 else 1.5 * (start - value.end) + 10
            if value.end > start and value.start < end:
                continue
            if 0 <= far <= _REACH and (best is None or far < best[0]):
                best = (far, value)
    return best[1] if best else None


def _brackets(sentence: str, subject: frozenset[str]) -> list[tuple[int, int]]:
    """Return where brackets open right behind the subject: "Ana Ejemplo (3 July 1950 – ...)"."""
    return [
        (match.start(), match.start() + 1)
        for match in re.finditer(r"\(", sentence)
        if any(fold(word[0]) in subject for word in list(words(sentence[: match.start()]))[-4:])
    ]


def _days(sentence: str, _: frozenset[str]) -> Iterator[Value]:
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
        yield Value(start, match.end(), frozenset({f"{match[0]}-{month or ''}-"}))


def _numbers(sentence: str, _: frozenset[str]) -> Iterator[Value]:
    for match in _NUMBER.finditer(sentence):
        plain = re.sub(r"[.,](?=\d{3}\b)", "", match[0]).replace(",", ".")
        if _YEAR.fullmatch(match[0]) or sentence[match.end() : match.end() + 1].isalpha():
            continue
        yield Value(match.start(), match.end(), frozenset({plain}))


@cache
def _name() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{CAPITAL}\.\s?)*{CAPITAL}[\w.’'-]*"
        rf"(?:\s+(?:(?:{alternatives('contrasts', 'title_links')}|&|{PARTICLE})\s+)*"
        rf"(?:{CAPITAL}[\w’'-]*\.?|[IVX]+\b|\d+\b))*"
    )


def _names(sentence: str, subject: frozenset[str]) -> Iterator[Value]:
    for match in _name().finditer(sentence):
        text = match[0].rstrip(" .,")
        keys = frozenset(fold(word[0]) for word in words(text)) - stop_words()
        following = re.match(r"\s+([^\W\d_]+)", sentence[match.end() :])
        described = (
            following is not None
            and following[1][0].islower()
            and len(keys) == 1
            and fold(following[1]) not in stop_words()
        )
        if not keys or keys <= subject or described or month_number(text):
            continue
        yield Value(match.start(), match.start() + len(text), keys)


_READERS = {"day": _days, "number": _numbers, "name": _names, "place": _names}


@cache
def _copulas() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for "is a" and for what ends the kind behind it, from words/attributes.toml."""
    data: Any = table("attributes")
    row = data["grammar"]
    be, article, ends, he = ("|".join(map(re.escape, row[key])) for key in ("be", "article", "ends", "he"))
    return (
        re.compile(rf"(?:(?P<he>\b(?:{he}))\s+)?\b(?:{be})\s+(?:{article})\s+", re.IGNORECASE),
        re.compile(rf"[,.;:()—–]|\b(?:{ends})\b"),
    )


def _kind(sentence: str, subject: frozenset[str]) -> Value | None:
    """Return what a sentence says that its subject, or he or she, is: the words behind "is a"."""
    copula, kind_end = _copulas()
    for match in copula.finditer(sentence):
        before = {fold(word[0]) for word in words(sentence[: match.start()])}
        if not match["he"] and not before & subject:
            continue
        end = kind_end.search(sentence, match.end())
        last = min(end.start() if end else len(sentence), match.end() + _LONGEST)
        text = sentence[match.end() : last].rstrip()
        keys = frozenset(fold(word[0]) for word in words(text)) - stop_words() - subject
        if keys:
            return Value(match.end(), match.end() + len(text), keys)
    return None


def _listed(sentence: str, attribute: Attribute) -> Value | None:
    """Return the first of an attribute's listed values in a sentence: the sports, of a sport."""
    tokens = read_tokens(sentence)
    for at, size, key in attribute.listed.hits(tokens.words):
        return Value(tokens.starts[at], tokens.ends[at + size - 1], frozenset({key}))
    return None


def apart(one: Value, other: Value, attribute: Attribute) -> bool:
    """Whether two values exclude each other: other days, other numbers, no word of a name in common."""
    if attribute.type == "day":
        return not any(_one_day(a, b) for a in one.keys for b in other.keys)
    return one.keys.isdisjoint(other.keys)


def _one_day(one: str, other: str) -> bool:
    """Whether two dates can be one: what both of them state is the same."""
    return all(a == b or not a or not b for a, b in zip(one.split("-"), other.split("-"), strict=True))
