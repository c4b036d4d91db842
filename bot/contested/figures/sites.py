"""At which building a count is made: those who died at the station are some of those in the city."""

from __future__ import annotations

from functools import cache

from bot.contested.figures.given_figures import Given
from index.expressions import pattern
from index.text.tokens import Phrases, read_tokens
from index.words import table

_MARK = pattern(r"[,;:(—]")
_AT = 6  # words before a building among which "at" stands


def one_site(one: Given, other: Given) -> bool:
    """Whether two figures can be of one site: what one is said to be at the other's sentence names, too."""
    mine, theirs = _sites_of(one), _sites_of(other)
    if not (mine or theirs):
        return True
    named = [_sites().values_in(each.statement.text) for each in (one, other)]
    if (not theirs and mine < named[1]) or (not mine and theirs < named[0]):
        return False  # "at the airport", and in all where one hit the airport and one a station
    return not (mine or named[0]).isdisjoint(theirs or named[1])


def _sites_of(given: Given) -> frozenset[str]:
    """Return the buildings at which a figure's part of the sentence says it was: "at the station"."""
    if not _sites().stand_in(read_tokens(given.statement.text).words):
        return frozenset()
    # "11 were killed and 100 hurt at the airport": up to the next mark
    words = read_tokens(f"{given.clause} {_MARK.split(given.behind, 1)[0]}").words
    before = frozenset(table("places")["at_site"])
    hits = _sites().hits(words)
    return frozenset(site for at, _, site in hits if not before.isdisjoint(words[max(0, at - _AT) : at]))


@cache
def _sites() -> Phrases[str]:
    return Phrases({word: word for word in table("places")["sites"]})
