"""How long something lasted, how far it is: units of one measure; years that are an age or a moment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.contested.figures.given_figures import Given, value_of
from bot.contested.figures.times import seconds_in
from index.text.terms import fold, terms
from index.text.tokens import phrases_of, read_tokens
from index.words import table, word_list

_UNIT = 20  # letters
_NOUN = 4  # words behind a number among which its noun stands


def metres_in(given: Given) -> float | None:
    """Return how many metres the unit right behind a number has; None where there is none."""
    unit = read_tokens(given.behind[:_UNIT]).words
    length: float | None = table("counted_alike")["metres_in"].get(unit[0]) if unit else None
    return length


def size_of(given: Given) -> float:
    """Return a number as its text gives it, lengths and times in one unit each."""
    return value_of(given) * (seconds_in(given.figure.family) or metres_in(given) or 1)


def of_two_ways(given: Sequence[Given]) -> bool:
    """Whether some measures are of a way there and back, as only their sentences say, and others are not."""
    back = phrases_of("counting", "both_ways")
    return len({back.in_text(each.statement.text) for each in given}) > 1


def says_what_lasted(given: Given, asked: frozenset[str]) -> bool:
    """Whether what took so long is named right behind it, in words that are asked: "ten days of voyage"."""
    if seconds_in(given.figure.family) is None:
        return False
    words = read_tokens(given.behind).words
    at = _behind_noun(given, words)
    if not at or words[at : at + 1] == [] or words[at] not in word_list("counting", "of_plain"):
        return False
    language = given.statement.passage.paragraph.language
    return not asked.isdisjoint(terms(" ".join(words[at + 1 : at + 1 + _NOUN]), language))


def _behind_noun(given: Given, behind: Sequence[str]) -> int:
    """Return where the words behind a figure go on after what it counts; 0 where that is not among them."""
    noun = fold(given.figure.noun)
    return next((n + 1 for n, word in enumerate(behind[:_NOUN]) if fold(word) == noun), 0)


def is_moment(given: Given) -> bool:
    """Whether so much time says how old somebody was, or when it was: "26 years old", "three weeks ago"."""
    behind, before = (read_tokens(text).words for text in (given.behind, given.before))
    if phrases_of("counting", "moments_behind").at(behind, _behind_noun(given, behind)) is not None:
        return True
    if phrases_of("counting", "moments_before").before(before, len(before)) is not None:
        return True
    linked = before[-1:] and before[-1] in word_list("counting", "of_plain")
    return bool(linked and before[-2:-1]) and before[-2] in _holders()


@cache
def _holders() -> frozenset[str]:
    """Return what stands before "of 26 years" where that is an age: a comma, or who is so old."""
    return frozenset((",", *word_list("attributes", "grammar.persons")))
