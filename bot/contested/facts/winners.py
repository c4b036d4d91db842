"""Who won: a name beside words for a victory, as each voice has it."""

from __future__ import annotations

import re
from functools import cache

from bot.asking.asked import asked_of
from bot.contested.facts.statements import Said, Stand
from index.model import Query
from index.text.letters import CAPITAL
from index.text.terms import bare, fold, stop_words, words
from index.text.tokens import phrases_of
from index.words import alternatives, word_list

_REACH = 18  # characters between the words and the name: "ganador a", "winner, "
_OPEN = 9  # words from a victory to a verb that leaves it open
_TOLD = 2  # words that two reports of one contest share
_LEAD = 6  # characters between a name and "won the election" behind it


@cache
def _name() -> re.Pattern[str]:
    return re.compile(
        rf"{CAPITAL}[\w’'-]+(?:\s+(?:(?:{alternatives('winners', 'in_names')})\s+)*{CAPITAL}[\w’'-]+)*"
    )


def asks_who_won(question: Query) -> bool:
    """Whether a question asks who won."""
    return phrases_of("winners", "asks").stand_in(asked_of(question).tokens)


def winners_in(said: Said) -> list[Stand]:
    """Return the winner that a sentence names, about the words of the sentence beside the name; or none."""
    tokens = said.tokens
    for forms, backwards in (("before_name", False), ("behind_name", True)):
        for at, size, _ in phrases_of("winners", forms).hits(tokens.words):
            start, end = tokens.starts[at], tokens.ends[at + size - 1]
            if phrases_of("distance", "wanted").stand_in(tokens.words[at : at + _OPEN]):
                continue  # "a victory for her would be a blow"
            if phrases_of("winners", "second").stand_in(tokens.words[max(0, at - 1) : at + size]):
                continue
            name = _before(said.text, start) if backwards else _name().search(said.text, end, end + 60)
            if name is None or (not backwards and not _close(said.text[end : name.start()])):
                continue
            held = frozenset(fold(bare(word[0])) for word in words(name[0]))
            return [Stand(said, name[0], held, said.terms - held)]
    return []


def _close(between: str) -> bool:
    """Whether nothing but small words stands between the words for a winner and the name.

    What a president-elect is of is no winner: "presidente electo de Fredonia".
    """
    small = [fold(word[0]) for word in words(between)]
    of = word_list("counting", "of_words")
    return len(between) <= _REACH and all(word in stop_words() for word in small) and of.isdisjoint(small)


def _before(text: str, start: int) -> re.Match[str] | None:
    names = [match for match in _name().finditer(text, 0, start) if start - match.end() <= _LEAD]
    return names[-1] if names else None


def same_contest(one: Stand, other: Stand) -> bool:
    """Whether two victories can be one: each sentence speaks of a contest, or nothing sets them apart."""
    return bool(one.side) and bool(other.side)


def same_contest_told(one: Stand, other: Stand) -> bool:
    """Whether two unasked sentences tell of one contest: they share words beside the winner's name."""
    return len(one.about & other.about) >= _TOLD
