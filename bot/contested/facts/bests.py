"""What each voice puts above all others: "Keld was the best option", "Ardale as the only workable site"."""

from __future__ import annotations

from bot.contested.facts.opposed import copulas
from bot.contested.facts.statements import Said, Stand, region_behind, span_terms, span_text
from index.text.denial import denial_words
from index.text.terms import stop_words
from index.text.tokens import kinds_of, phrases_of
from index.words import word_list

_FILE = "best"
_NOUN = 3  # words from "best" to what it is the best of
_LIGHT = 3  # words between a name and "the best": "is by far", "will be"
_KIND = "best:"
_RANK = "rank:"


def bests_in(said: Said) -> list[Stand]:
    """Return what a sentence puts above all others of its kind; one at most."""
    words = said.tokens.words
    for at, word in enumerate(words):
        if at and word in word_list(_FILE, "highest") and words[at - 1] in word_list(_FILE, "the"):
            stand = _stand(said, at)
            if stand is not None:
                return [stand]
    return []


def same_rank(one: Stand, other: Stand) -> bool:
    """Whether two things are put above all others of one kind, as far as the words behind tell."""
    kinds = [{term for term in each.about if term.startswith(_KIND)} for each in (one, other)]
    behind = [{term for term in each.about if term.startswith(_RANK)} for each in (one, other)]
    return kinds[0] == kinds[1] and not (behind[0] and behind[1] and behind[0].isdisjoint(behind[1]))


def _stand(said: Said, at: int) -> Stand | None:
    """Return what is said to be "the best" at a token: named in front of it, or behind its noun."""
    words, kinds = said.tokens.words, kinds_of(_FILE, "kinds")
    near = range(at + 1, min(len(words), at + 1 + _NOUN))
    noun = next((n for n in near if kinds.at(words, n)), None)
    hit = None if noun is None else kinds.at(words, noun)
    if noun is None or hit is None or _left_open(said, at):
        return None
    end = noun + hit[0]
    name = _in_front(said, at - 1) or _behind(said, end)
    if name is None:
        return None
    side = span_terms(said, *name)
    rest = span_terms(said, end, region_behind(said, end)) - side if name[0] < at else frozenset[str]()
    about = frozenset({f"{_KIND}{hit[1]}", *(f"{_RANK}{term}" for term in rest)})
    label = span_text(said, min(name[0], at - 1), max(name[1], end))
    return Stand(said, label, side, about) if side else None


def _left_open(said: Said, at: int) -> bool:
    """Whether it is denied, or only possible: "is not the best", "could be the best"."""
    before = list(said.tokens.words[max(0, at - 1 - _LIGHT) : at])
    return denial_words().turn(before) or phrases_of("distance", "wanted").stand_in(before)


def _in_front(said: Said, the: int) -> tuple[int, int] | None:
    """Return the name in front of "is the best", "as the best"."""
    words, links = said.tokens.words, copulas() | word_list(_FILE, "as")
    near = range(the - 1, max(-1, the - 1 - _LIGHT), -1)
    link = next((n for n in near if words[n] in links), None)
    return None if link is None else _name(said, link - 1, -1)


def _behind(said: Said, end: int) -> tuple[int, int] | None:
    """Return the name behind "the best option is"."""
    linked = end + 1 < len(said.tokens) and said.tokens.words[end] in copulas()
    return _name(said, end + 1, 1) if linked else None


def _name(said: Said, at: int, step: int) -> tuple[int, int] | None:
    """Return the capitalised words that begin or end at a token."""
    tokens, first = said.tokens, at
    while 0 <= at < len(tokens) and tokens.raw[at][0].isupper() and tokens.words[at] not in stop_words():
        at += step
    if at == first:
        return None
    return (at + 1, first + 1) if step < 0 else (first, at)
