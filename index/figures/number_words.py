"""The number words and hedges of a language, from the data files, ready for look-up."""

from __future__ import annotations

from functools import cache
from typing import Any

from index.figures.figure import Hedge
from index.languages import known_or_first
from index.text.tokens import Phrases, marked
from index.values import frozen
from index.words import table


@frozen
class Lexicon:
    """The number words of one language, ready for look-up."""

    language: str
    values: dict[str, int]
    single: dict[str, int]
    multipliers: dict[str, int]
    vague: Phrases[tuple[float, float]]
    joints: frozenset[str]
    percent: Phrases[bool]
    points: Phrases[bool]
    halves: Phrases[bool]
    currencies: dict[str, str]
    names_before: frozenset[str]
    names_after: frozenset[str]
    before: Phrases[Hedge]
    after: Phrases[Hedge]
    skipped: frozenset[str]
    between: frozenset[str]
    ranges: frozenset[str]
    starters: frozenset[str]


@cache
def lexicon(language: str | None) -> Lexicon:
    """Return the number words of ``language``; of the first one where it is unknown."""
    language = known_or_first(language)
    numbers: dict[str, Any] = table("numbers", language)
    hedges: dict[str, Any] = table("hedges", language)
    words = numbers["words"]
    vague = {phrase: (float(low), float(high)) for phrase, (low, high) in numbers["vague"].items()}
    before = {
        phrase: Hedge(key) for key in hedges["before"] if key != "skipped" for phrase in hedges["before"][key]
    }
    after = {phrase: Hedge(key) for key in hedges["after"] for phrase in hedges["after"][key]}
    return Lexicon(
        language=language,
        values=numbers["values"],
        single=numbers["one"],
        multipliers=numbers["multipliers"],
        vague=Phrases(vague),
        joints=frozenset(words["joints"]),
        percent=marked(words["percent"]),
        points=marked(words["points"]),
        halves=marked(words["halves"]),
        currencies=numbers["currencies"],
        names_before=frozenset(words["names_before"]),
        names_after=frozenset(words["names_after"]),
        before=Phrases(before),
        after=Phrases(after),
        skipped=frozenset(hedges["before"]["skipped"]),
        between=frozenset(hedges["joins"]["between"]),
        ranges=frozenset(hedges["joins"]["range"]),
        starters=frozenset(
            [*numbers["values"], *numbers["one"], *numbers["multipliers"], *(p.split()[0] for p in vague)]
        ),
    )
