"""The things with names of which a question asks: the bell of Ardale, and not that of another village."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from bot.asking.answer_kinds import AnswerKind, folded_offices
from bot.asking.asked import asked_of
from index.model import Query
from index.remembered import OF_SENTENCES, kept
from index.text.dates import month_number
from index.text.people import given_names
from index.text.terms import fold, folded_list, parts, stem, stop_words
from index.text.tokens import read_tokens
from index.values import frozen
from index.words import word_list

_OF_PERSONS = {None, AnswerKind.PERSON, AnswerKind.OFFICE}
_LINK = 3  # words between a thing and its name, at most: "of the"


@frozen
class Bearer:
    """A thing and its name: the bell of Ardale."""

    thing: str  # its stem
    name: frozenset[str]  # folded words


@kept(16, id)
def asked_bearers(query: Query) -> tuple[Bearer, ...]:
    """Return the named things of which a question asks a number, a day or a place.

    None of those that one place has under several names, as its government.
    """
    asked = asked_of(query)
    if asked.kind in _OF_PERSONS or asked.polar or not asked.question or asked.several:
        return ()
    told = bearers_in(query.text, query.language) if asked.things else ()
    return tuple(each for each in told if each.thing not in _many(query.language))


@lru_cache(maxsize=OF_SENTENCES)
def bearers_in(text: str, language: str | None) -> tuple[Bearer, ...]:
    """Return the things of a text that have a name, people aside: "the bell of Ardale", "the Ardale bell"."""
    raw = read_tokens(text).raw
    found = []
    for first, last in _names(raw):
        name = frozenset(part for word in raw[first:last] for part in parts(word)) - stop_words()
        thing = _behind(raw, first, last) or _before(raw, first)
        if thing and name and fold(raw[first]) not in given_names():
            found.append(Bearer(stem(fold(thing), language), name))
    return tuple(found)


def _names(raw: Sequence[str]) -> list[tuple[int, int]]:
    """Return where words with capitals stand side by side, inside a sentence."""
    found, at = [], 1
    while at < len(raw):
        last = at
        while last < len(raw) and raw[last][0].isupper() and not month_number(raw[last]):
            last += 1
        if last > at:
            found.append((at, last))
        at = last + 1
    return found


def _before(raw: Sequence[str], first: int) -> str | None:
    """Return the thing whose name follows a link: "the bell of the" before "Ardale"."""
    links, linked = word_list("excluding", "bearers.links"), False
    for at in range(first - 1, max(-1, first - 1 - _LINK), -1):
        if raw[at] in links:
            linked = True
        elif raw[at] not in word_list("excluding", "bearers.articles"):
            named = linked and at > 0 and fold(raw[at - 1]) in word_list("excluding", "bearers.leading")
            return raw[at] if named and _is_thing(raw[at]) else None
    return None


def _behind(raw: Sequence[str], first: int, last: int) -> str | None:
    """Return the thing right behind its name: "the Ardale bell"."""
    led = fold(raw[first - 1]) in word_list("excluding", "bearers.before_names")
    return raw[last] if led and last < len(raw) and _is_thing(raw[last]) else None


def _is_thing(word: str) -> bool:
    return word.isalpha() and word.islower() and fold(word) not in stop_words()


@cache
def _many(language: str | None) -> frozenset[str]:
    """Return the stems of what one place has under several names."""
    words = folded_list("excluding", "bearers.many") | folded_offices()
    return frozenset(stem(each, language) for each in words)
