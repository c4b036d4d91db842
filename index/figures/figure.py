"""A number in a text: what it counts, how sure it is, and what it holds for."""

from __future__ import annotations

import math
from enum import StrEnum

from index.text.dates import Day
from index.values import frozen

THAT = "that"  # the family of a number that counts what another text speaks of


class Hedge(StrEnum):
    """How a text limits its number; each makes an interval (see ``interval``)."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ALMOST = "almost"
    ABOUT = "about"
    BETWEEN = "between"
    VAGUE = "vague"  # dozens, hundreds: the range is the word's own


class Unit(StrEnum):
    """What kind of number it is; numbers of different units never meet."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"


@frozen
class Figure:
    """A number in ``text[start:end]``, hedge and unit included; all offsets count within the same text."""

    start: int
    end: int
    low: float
    high: float  # math.inf when the text gives no upper bound
    hedge: Hedge
    unit: Unit
    family: str  # a family of words/counted.toml, "noun:" and a stem, or "" when nothing counted is named
    noun: str  # the counted thing as the text words it, "" when it is not named; of money the currency
    sentence: tuple[int, int]
    clause: tuple[int, int]  # the part of the sentence that speaks of this number
    places: tuple[str, ...] = ()  # names after "in", "near", "at" in the sentence
    day: Day | None = None  # a day named in the sentence
    total: bool = False  # "toll", "in all", "so far" in the sentence
    years: tuple[int, ...] = ()  # of which its part of the sentence, or the sentence's opening, speaks
    since: tuple[int, ...] = ()  # from which on it counts
    part: bool = False  # "alone", "that day", "more": a part of a larger number
    who: str = ""  # a group of people that is counted for itself; "" for people in general
    grade: str = ""  # how grave it was
    doer: str = ""  # who did it, where that is said
    per: str = ""  # for each what: a rate
    deed: str = ""  # of money: what is done with it
    mixed: bool = False  # of two things together: "killed or wounded"


ABOUT = 0.1  # "about 200" is read as 180 to 220: a tenth either way, as newsrooms round


def interval(low: float, high: float, hedge: Hedge) -> tuple[float, float]:
    """Return the interval that a hedge makes of a number (``low`` to ``high``, equal for a plain one)."""
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return low, math.inf
    if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return 0.0, high
    if hedge is Hedge.ALMOST:
        return low * (1 - ABOUT), high
    if hedge is Hedge.ABOUT:
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high
