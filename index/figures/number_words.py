"""The number words and hedges of a language, from the data files, ready for look-up."""

from __future__ import annotations

from functools import cache

from index.figures.figure import Hedge
from index.languages import known_or_first
from index.text.tokens import Phrases, marked
from index.values import frozen
from index.words import table


@frozen
class Lexicon:
    """The number words of one language, ready for look-up."""

    language: str
    groups: str  # marks between thousands
    point: str  # the mark before a fraction
    joined_room: float  # what follows a joint is smaller: "hundred and five", "treinta y uno"
    of: frozenset[str]  # words between a number and its currency
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
    numbers = table("numbers", language)
    hedges = table("hedges", language)
    words = numbers.get("words", {})
    vague = {phrase: (float(low), float(high)) for phrase, (low, high) in numbers.get("vague", {}).items()}
    held = hedges.get("before", {})
    before = {phrase: Hedge(key) for key in held if key != "skipped" for phrase in held[key]}
    after = {phrase: Hedge(key) for key in hedges.get("after", {}) for phrase in hedges["after"][key]}
    return Lexicon(
        language=language,
        groups=str(numbers.get("groups", "., ")),
        point=str(numbers.get("point", ".")),
        joined_room=float(numbers.get("joined_room", 100)),
        of=frozenset(words.get("of", ())),
        values=numbers.get("values", {}),
        single=numbers.get("one", {}),
        multipliers=numbers.get("multipliers", {}),
        vague=Phrases(vague),
        joints=frozenset(words.get("joints", ())),
        percent=marked(words.get("percent", ())),
        points=marked(words.get("points", ())),
        halves=marked(words.get("halves", ())),
        currencies=numbers.get("currencies", {}),
        names_before=frozenset(words.get("names_before", ())),
        names_after=frozenset(words.get("names_after", ())),
        before=Phrases(before),
        after=Phrases(after),
        skipped=frozenset(hedges.get("before", {}).get("skipped", ())),
        between=frozenset(hedges.get("joins", {}).get("between", ())),
        ranges=frozenset(hedges.get("joins", {}).get("range", ())),
        starters=frozenset(
            [
                *numbers.get("values", {}),
                *numbers.get("one", {}),
                *numbers.get("multipliers", {}),
                *(p.split()[0] for p in vague),
            ]
        ),
    )
