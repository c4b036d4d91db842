"""A first time that another voice says was none: the same is told of an earlier time."""

from __future__ import annotations

from bot.contested.facts.statements import Said, Stand
from index.text.tokens import phrases_of

_SHARED = 3  # words that two sentences on one thing have in common


def first_times_in(said: Said) -> list[Stand]:
    """Return whether a sentence calls something a first time, or tells of an earlier one."""
    tokens = said.tokens
    for side, forms in (("first", "first_time"), ("earlier", "before_it")):
        hit = next(phrases_of("winners", forms).hits(tokens.words), None)
        if hit is not None:
            at, size, _ = hit
            label = said.text[tokens.starts[at] : tokens.ends[at + size - 1]]
            return [Stand(said, label, frozenset({side}), said.terms)]
    return []


def same_thing(one: Stand, other: Stand) -> bool:
    """Whether two sentences tell of one thing: they have most words in common."""
    return len(one.about & other.about) >= _SHARED
