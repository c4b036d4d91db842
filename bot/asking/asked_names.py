"""Which words of a question are written as names, and which stand before one."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

from index.text.dates import month_number
from index.text.letters import shouted
from index.text.terms import WORD, fold, is_acronym, parts, stop_words
from index.words import table

_OPENING = " ¿¡\"“«'‘("


def joined_names(question: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of folded words that stand side by side in one name, as Mona and Lisa."""
    names = written_names(question)
    words = [
        (part, match.start(), match.end()) for match in WORD.finditer(question) for part in parts(match[0])
    ]
    return frozenset(
        (one, other)
        for (one, _, end), (other, start, _) in pairwise(words)
        if {one, other} <= names and question[end:start] in {"", " "}
    )


def written_names(question: str) -> frozenset[str]:
    """Return the folded words with a capital inside the question, or in capitals only; months left out.

    In a question all in capitals, none tells a name.
    """
    if shouted(question):
        return frozenset()
    stops = stop_words()
    found: set[str] = set()
    for match in WORD.finditer(question):
        before = question[: match.start()].rstrip(_OPENING)
        inside = bool(before) and before[-1] not in ".?!:"
        acronym = len(match[0]) > 1 and match[0].isupper()
        if not match[0][0].isupper() or not (inside or acronym) or month_number(match[0]):
            continue
        if fold(match[0]) not in stops or is_acronym(match[0]):
            found |= set(parts(match[0]))
    return frozenset(found)


@cache
def name_titles() -> frozenset[str]:
    """Return the folded words that may stand before a name and are no part of it: "Mayor", "doña"."""
    data: Any = table("people")
    return frozenset(fold(title) for title in data["titles"])
