"""At which building a count is made: those who died at the station are some of those in the city."""

from __future__ import annotations

from functools import cache

from bot.contested.figures.given_figures import Given
from index.text.tokens import Phrases, read_tokens
from index.words import table

_AT = 6  # words before a building among which "at" stands


def one_site(one: Given, other: Given) -> bool:
    """Whether two figures can be of one site: both name it, or neither names any."""
    mine, theirs = _sites_of(one), _sites_of(other)
    return not mine.isdisjoint(theirs) if mine and theirs else not (mine or theirs)


def _sites_of(given: Given) -> frozenset[str]:
    """Return the buildings at which a figure's part of the sentence says it was: "at the station"."""
    words = read_tokens(given.clause).words
    before = frozenset(table("places")["at_site"])
    hits = _sites().hits(words)
    return frozenset(site for at, _, site in hits if not before.isdisjoint(words[max(0, at - _AT) : at]))


@cache
def _sites() -> Phrases[str]:
    return Phrases({word: word for word in table("places")["sites"]})
