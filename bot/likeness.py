"""How like two words are in spelling."""

from __future__ import annotations

import re
from functools import lru_cache

# Spellings in which English and Spanish words of one origin differ; both sides come to one form. First
# what a word has that a rule changes: to look for it costs a tenth of trying the rule.
_COGNATE = tuple(
    (part, re.compile(pattern), form)
    for part, pattern, form in (
        ("es", r"^es(?=[bcdfglmnpqtv])", "s"),  # estado, state
        ("ph", r"ph", "f"),
        ("th", r"th", "t"),
        ("ion", r"ccion(?:es)?$", "ct"),  # elección, election: the English stem is elect
        ("ion", r"[ct]ion(?:es|s)?$", "t"),
        ("ion", r"sion(?:es|s)?$", "s"),
        ("ion", r"xion(?:es|s)?$", "ct"),  # conexión, connection
        ("c", r"c[ckh]", "c"),
        ("k", r"k", "c"),
        ("qu", r"qu", "c"),
        ("y", r"y", "i"),
        ("ad", r"[dt]ad$", "t"),
        ("ti", r"(?:i?ti)$", "t"),  # -ity is stemmed to -iti
        ("nm", r"nm", "m"),  # inmediato, immediate
        ("", r"(.)\1", r"\1"),
    )
)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return the form that an English word and its Spanish cognate share more often than their spelling."""
    for part, pattern, form in _COGNATE:
        if part in word:
            word = pattern.sub(form, word)
    return word.rstrip("aeiou")


def distance(one: str, other: str, limit: int) -> int:
    """Return the edits between two words (Damerau: a swap counts once), ``limit + 1`` when more."""
    if one == other:
        return 0
    if limit == 0 or abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for to, other_letter in enumerate(other, start=1):
            cost = min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (letter != other_letter))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == other_letter:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)
