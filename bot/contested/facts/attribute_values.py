"""How texts give an attribute: the day, number, name, place or kind beside its words in a sentence."""

from __future__ import annotations

import math
import re
from functools import cache

from bot.contested.facts.attribute_data import Attribute, Value
from bot.contested.facts.parties import party_in
from bot.contested.facts.value_readers import days, names, numbers, of_site, spelt_out
from index.expressions import pattern
from index.text.letters import CAPITAL
from index.text.terms import fold, parts, stop_words, words
from index.text.tokens import phrases_of, read_tokens
from index.values import replace
from index.words import table

_REACH = 70  # characters between the words of an attribute and its value
_LONGEST = 90  # characters of a kind
_OWNED = 30.0  # how far a name stands that has the work, beside one that made it: "directed by"
_WORK = 60  # characters behind a name in which its work stands
_ROUNDED = 0.03  # of an amount that is told in another unit: 394 feet are 120 metres


def values_in(
    sentence: str, attribute: Attribute, subject: frozenset[str], wanted: frozenset[str] = frozenset()
) -> Value | None:
    """Return what a sentence gives for an attribute of a subject (folded words of its name); None if nothing.

    Of several values the one that stands nearest behind the attribute's words is taken, else the nearest
    in front of them; words that end in a function word ("by", "in") point to what is behind them only.
    Where words of the groups ``wanted`` stand in the sentence only these are looked beside.
    """
    if attribute.type in {"kind", "spelt"}:
        return (_kind if attribute.type == "kind" else spelt_out)(sentence, subject)
    if attribute.type in {"listed", "party"}:
        return (_listed if attribute.type == "listed" else party_in)(sentence, attribute)
    tokens = read_tokens(sentence)
    cues = [(at, size) for at, size, _ in attribute.cues.hits(tokens.words)]
    meant = [(at, size) for at, size, group in attribute.alike.hits(tokens.words) if group in wanted]
    spots = [(tokens.starts[at], tokens.ends[at + size - 1]) for at, size in meant or cues]
    if attribute.id in {"born", "died"}:
        spots += _brackets(sentence, subject, dead=attribute.id == "died")
    found = [value for value in _READERS[attribute.type](sentence, subject) if not of_site(sentence, value)]
    if attribute.type == "number":
        unlike = attribute.unlike
        spots = [spot for spot in spots if not unlike.stand_in(_words_behind(sentence, spot[1]))]
        found = [value for value in found if not unlike.stand_in(_words_behind(sentence, value.end))]
        counted = [each for each in found if attribute.units.stand_in(_words_behind(sentence, each.end))]
        if counted and attribute.beside.stand_in(tokens.words):
            return counted[0]
    near = [
        (far, number)
        for number, value in enumerate(found)
        for spot in spots
        if (far := _distance(sentence, spot, value)) <= _REACH
        and not (attribute.type == "day" and _other_event(sentence, spot[1], value, subject))
    ]
    if attribute.type in {"name", "place"}:
        beside = _owns if attribute.type == "name" else _lies_in
        near += [(_OWNED, at) for at, each in enumerate(found) if beside(sentence, each, attribute, subject)]
    if not near:
        return None
    value = replace(found[min(near)[1]], meant=bool(meant))
    return _with_region(sentence, value) if attribute.type == "place" else value


def _owns(sentence: str, value: Value, attribute: Attribute, _: frozenset[str]) -> bool:
    """Whether a name's work is what is spoken of: "Ana Ejemplo's third album", "(Ana Ejemplo album)"."""
    behind = sentence[value.end : value.end + _WORK]
    bracket = sentence[: value.start].endswith("(") and re.match(r"\s+([^\W\d_]+)\)", behind)
    if bracket:
        return attribute.units.in_text(bracket[1])
    owned = re.match(r"['’]s?\s+([^.,;:()]+)", behind)
    return owned is not None and attribute.units.in_text(owned[1])


def _lies_in(sentence: str, place: Value, _: Attribute, subject: frozenset[str]) -> bool:
    """Whether a bracket behind a subject holds a place and the larger ones alone: "Quay (Borvik, Ardale)"."""
    if place.start not in {end for _, end in _brackets(sentence, subject)}:
        return False
    initials = sentence[place.start : place.end].isupper()
    return not initials and sentence[_with_region(sentence, place).end :].startswith(")")


def _with_region(sentence: str, value: Value) -> Value:
    """Return a place with the larger one behind it: "Borvik, Ardale"."""
    region = _region().match(sentence, value.end)
    return replace(value, end=region.end()) if region else value


@cache
def _region() -> re.Pattern[str]:
    return pattern(rf"(?:,\s+{CAPITAL}[\w’'-]*(?:\s+{CAPITAL}[\w’'-]*)*)+")


def _distance(sentence: str, spot: tuple[int, int], value: Value) -> float:
    """Return how far a value stands from words of an attribute: what stands in front of them is farther."""
    start, end = spot
    if value.start >= end:
        return value.start - end
    if value.end > start or _points_on(sentence[start:end]):
        return math.inf
    return 1.5 * (start - value.end) + 10


def _words_behind(sentence: str, end: int) -> tuple[str, ...]:
    """Return the one word directly behind a place of a sentence."""
    match = re.match(r"\s*\(?\s*([^\s\d().,;]+)", sentence[end : end + 30])
    return tuple(read_tokens(match[1]).words) if match else ()


def _points_on(cue: str) -> bool:
    """Whether words of an attribute end in a function word: "by", "located in"."""
    return fold(cue.rsplit(maxsplit=1)[-1]) in stop_words()


def _other_event(sentence: str, start: int, value: Value, subject: frozenset[str]) -> bool:
    """Whether between an attribute's words and a day another event, or the subject again, begins."""
    between = sentence[start : value.start]
    if phrases_of("attributes", "grammar.events").in_text(between):
        return True
    named = [at for at, word in enumerate(words(between)) if not subject.isdisjoint(parts(word[0]))]
    return bool(named) and named[0] > 1


def _brackets(sentence: str, subject: frozenset[str], *, dead: bool = False) -> list[tuple[int, int]]:
    """Return where brackets open right behind the subject, or the dash in them: "Ejemplo (1950 – 1999)"."""
    return [
        (match.end() - 1, match.end())
        for match in re.finditer(r"\([^()]*\d\s*[–—-]" if dead else r"\(", sentence)
        if any(fold(word[0]) in subject for word in list(words(sentence[: match.start()]))[-4:])
    ]


_READERS = {"day": days, "number": numbers, "name": names, "place": names}


@cache
def _copulas() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for "is a" and for what ends the kind behind it, from words/attributes.toml."""
    row = table("attributes")["grammar"]
    be, article, ends, he, does = (
        "|".join(map(re.escape, row[key])) for key in ("be", "article", "ends", "he", "played_as")
    )
    return (
        pattern(rf"(?:(?P<he>\b(?:{he}))\s+)?\b(?:{be}|{does})\s+(?:{article})\s+", re.IGNORECASE),
        pattern(rf"[,.;:()—–]|\b(?:{ends})\b"),
    )


def _kind(sentence: str, subject: frozenset[str]) -> Value | None:
    """Return what a sentence says that its subject, or he or she, is: the words behind "is a"."""
    copula, kind_end = _copulas()
    for match in copula.finditer(sentence):
        if not match["he"] and not _heads(sentence[: match.start()], subject):
            continue
        end = kind_end.search(sentence, match.end())
        last = min(end.start() if end else len(sentence), match.end() + _LONGEST)
        text = sentence[match.end() : last].rstrip()
        keys = frozenset(fold(word[0]) for word in words(text)) - stop_words() - subject
        if keys:
            return Value(match.end(), match.end() + len(text), keys)
    return None


def _heads(before: str, subject: frozenset[str]) -> bool:
    """Whether the subject is what "is a" is said of: not "the history of X", not "the brother of X"."""
    plain = re.sub(r"\([^()]*\)|,[^,]*,\s*$", " ", before)
    spelt = [(word[0], fold(word[0])) for word in words(plain)]
    if subject.isdisjoint(word for _, word in spelt) or not spelt:
        return False
    last = spelt[-1]
    if last[1] not in subject and not last[0][0].isupper():
        return False
    at = len(spelt)
    while at and (spelt[at - 1][1] in subject or spelt[at - 1][0][0].isupper()):
        at -= 1
    return not at or spelt[at - 1][1] not in stop_words()


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
    mine, theirs = one.measure, other.measure
    if mine is None or theirs is None or mine.kind != theirs.kind:
        return one.keys.isdisjoint(other.keys)
    rounded = _ROUNDED if mine.unit != theirs.unit else 0.0
    return abs(mine.amount - theirs.amount) > rounded * max(mine.amount, theirs.amount)


def _one_day(one: str, other: str) -> bool:
    """Whether two dates can be one: what both of them state is the same."""
    pairs = zip(one.split("-"), other.split("-"), strict=True)
    return all(a == b or not a or not b or _of_decade(a, b) or _of_decade(b, a) for a, b in pairs)


def _of_decade(one: str, other: str) -> bool:
    return one.endswith("·") and one[:3] == other[:3]
