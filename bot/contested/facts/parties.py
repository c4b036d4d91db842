"""Of which party a sentence says that somebody is: "as a member of the Ardale Farmers Party"."""

from __future__ import annotations

import re
from functools import cache

from bot.contested.facts.attribute_data import Attribute, Value
from bot.contested.facts.value_readers import capital_runs
from index.text.terms import fold, folded_list, stop_words, words
from index.text.tokens import read_tokens
from index.words import table

_REACH = 30  # characters between "was a" and the party: "was a former state"


def party_in(sentence: str, attribute: Attribute) -> Value | None:
    """Return the party behind the words of membership in a sentence; a rival's party stands behind others."""
    tokens = read_tokens(sentence)
    # "member of the" says more than "was a"
    cues = sorted(attribute.cues.hits(tokens.words), key=lambda hit: -hit[1])
    spots = [tokens.ends[at + size - 1] for at, size, _ in cues]
    names, bodies = _known(), folded_list("attributes", "grammar.party_bodies")
    found: list[tuple[int, Value]] = []
    for first, end in capital_runs(sentence):
        start = first + _article(sentence[first:end])
        near = (
            rank
            for rank, spot in enumerate(spots)
            if 0 < start - spot <= _REACH and "," not in sentence[spot:start]
        )
        rank = next(near, len(spots) if _opens(sentence, start, end) else None)
        if rank is None:
            continue
        spelt = [fold(word[0]) for word in words(sentence[start:end])]
        if not any(word in names or word in bodies for word in spelt):
            continue
        keys = frozenset(names.get(word, word) for word in spelt) - stop_words() - bodies
        if keys:
            found.append((rank, Value(start, end, keys)))
    return min(found, key=lambda each: each[0])[1] if found else None


def _article(run: str) -> int:
    """Return how many characters of a run of capitals its article takes: "A Liberal"."""
    word, blank, _ = run.partition(" ")
    return len(word + blank) if blank and word.lower() in table("attributes")["grammar"]["article"] else 0


def _opens(sentence: str, start: int, end: int) -> bool:
    """Whether a party opens a sentence, set off from its subject: "A Liberal member, Ana ..."."""
    before = sentence[:start].strip()
    return (
        bool(before)
        and _article(f"{before} ") > len(before)
        and re.match(r"(?: \w+)?,", sentence[end:]) is not None
    )


@cache
def _known() -> dict[str, str]:
    """Return words by which parties are called, each with the first of those that mean the same party."""
    return {fold(word): fold(group[0]) for group in table("attributes")["party"]["listed"] for word in group}
