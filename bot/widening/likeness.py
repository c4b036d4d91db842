"""How like two words are in spelling."""

from __future__ import annotations

from functools import lru_cache

from index.expressions import pattern

# Spellings in which English and Spanish words of one origin differ; both sides come to one form. First
# what a word has that a rule changes: to look for it costs a tenth of trying the rule.
_COGNATE = tuple(
    (part, pattern(form), put)
    for part, form, put in (
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


@lru_cache(maxsize=4096)  # words: 0.1 kB each
def skeleton(word: str) -> str:
    """Return the form that an English word and its Spanish cognate share more often than their spelling."""
    for part, form, put in _COGNATE:
        if part in word:
            word = form.sub(put, word)
    return word.rstrip("aeiou")


def distance(one: str, other: str, limit: int) -> int:
    """Return the edits between two words (Damerau: a swap counts once), ``limit + 1`` when more.

    A column of the table of distances at once, as bits of where it goes up or down by one (Hyyrö, "A
    bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
    """
    if one == other:
        return 0
    if limit == 0 or abs(len(one) - len(other)) > limit:
        return limit + 1
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    every, last = (1 << len(one)) - 1, 1 << len(one) >> 1
    up, down, same, before, edits = every, 0, 0, 0, len(one)
    for letter in other:
        here = places.get(letter, 0)
        swapped = (~same & here) << 1 & before
        same = (((here & up) + up) ^ up) | here | down | swapped
        rises, falls = down | ~(same | up), same & up
        edits += 1 if rises & last or not last else -1 if falls & last else 0
        rises = rises << 1 | 1
        up, down = (falls << 1 | ~(same | rises)) & every, same & rises & every
        before = here
    return min(edits, limit + 1)
