"""Figures of none: "no one was killed", "no deaths", "nadie murió", "sin heridos"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from index.figures.families import families, family_phrases
from index.figures.figure import Figure, Hedge, Unit
from index.figures.scope import is_supposed, sentence_scope, years_in
from index.text.tokens import Tokens, phrases_of
from index.words import strings, word_list

_LINKS = 3  # words between "no one" and what befell nobody: "has been reported killed"
_TOLLS = ("deaths", "wounded", "arrests", "missing")


@cache
def _first_words() -> frozenset[str]:
    phrases = strings("figures", "nobody") + strings("figures", "nothing")
    return frozenset(phrase.replace("-", " ").split()[0] for phrase in phrases) | {"no-one"}


def may_hold_zero(tokens: Tokens) -> bool:
    """Whether a text has a word with which a figure of none begins: a quick look."""
    return not _first_words().isdisjoint(tokens.words)


def find_zeros(tokens: Tokens, spans: Sequence[tuple[int, int]]) -> list[Figure]:
    """Return the figures of none in a text with the sentences ``spans``; only of tolls: deaths, arrests."""
    found = []
    for index in range(len(tokens)):
        if tokens.words[index] in _first_words():
            hit = _nobody(tokens, index) or _nothing(tokens, index)
            figure = _figure(tokens, index, *hit, spans) if hit else None
            if figure is not None:
                found.append(figure)
    return found


def _nobody(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """Return (last token, family) of "no one was killed"; "nobody killed him" counts nobody."""
    start = phrases_of("figures", "nobody").at(tokens.words, index)
    if start is None:
        return None
    links, alone = word_list("figures", "links"), word_list("figures", "alone")
    at, linked = index + start[0], False
    while at < min(len(tokens), index + start[0] + _LINKS) and tokens.words[at] in links:
        at, linked = at + 1, True
    event = family_phrases("events").at(tokens.words, at)
    if event is None or event[1] not in _TOLLS or not (linked or tokens.words[at] in alone):
        return None
    return at + event[0], event[1]


def _nothing(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """Return (last token, family) of "no deaths"; "no more deaths" counts only those to come."""
    start = phrases_of("figures", "nothing").at(tokens.words, index)
    noun = phrases_of("figures", "counted").at(tokens.words, index + start[0]) if start else None
    if start is None or noun is None:
        return None
    last = index + start[0] + noun[0]
    known = family_phrases("nouns").before(tokens.words, last)
    if known is None or known[1] not in _TOLLS:
        return None
    return last, known[1]


def _figure(
    tokens: Tokens, first: int, last: int, family: str, spans: Sequence[tuple[int, int]]
) -> Figure | None:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    span = next(((a, b) for a, b in spans if a <= start < b), (0, len(tokens.text)))
    sentence = tokens.text[span[0] : span[1]]
    if is_supposed(tokens.text[span[0] : start], sentence):
        return None
    scope = sentence_scope(sentence, span[0])
    years, since = years_in(sentence, sentence)
    return Figure(
        start=start,
        end=end,
        low=0.0,
        high=0.0,
        hedge=Hedge.EXACT,
        unit=families()[family].unit if family in families() else Unit.COUNT,
        family=family,
        noun="",
        sentence=span,
        clause=span,
        places=scope.places,
        day=scope.day,
        years=years,
        since=since,
        total=scope.total,
    )
