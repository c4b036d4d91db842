"""Two exact counts of very many that lie very near each other: both tally one thing, and differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.asking.asked_names import names_in_text
from bot.contested.facts.statements import names_apart
from bot.contested.figures.counted_alike import chosen
from bot.contested.figures.given_figures import Given, Relation, at_one_time
from bot.contested.figures.same_count import Pair
from bot.contested.one_event import Events
from index.figures import Hedge, Unit

_DIGITS = 4  # of a count that nobody rounds
_MANY, _NEAR = 10_000, 1.05  # counts of so many, at most so many times as large, are of one thing


def tally_pairs(given: Sequence[Given], events: Events) -> list[Pair]:
    """Return the pairs of such counts of two sources that tell of one event."""
    exact = [each for each in given if _is_exact(each)]
    return [
        Pair(one, other, Relation.DIFFER)
        for one, other in combinations(exact, 2)
        if one.statement.group != other.statement.group
        and one.figure.low != other.figure.low
        and _same(one, other)
        and at_one_time(one, other)
        and events.alike(one.statement, other.statement)
        and not events.strange(one.statement, other.statement)
    ]


def _is_exact(given: Given) -> bool:
    figure = given.figure
    plain = figure.hedge is Hedge.EXACT and figure.unit is Unit.COUNT
    return plain and figure.low >= _MANY and len(f"{figure.low:.0f}".rstrip("0")) >= _DIGITS


def _same(one: Given, other: Given) -> bool:
    """Whether two counts lie so near each other that both tally one thing: "6,400,516", "6,430,170".

    Those who chose otherwise may be as many: what was chosen, and the names in front, must agree.
    """
    low, high = sorted((one.figure.low, other.figure.low))
    if high > _NEAR * low or chosen(one) != chosen(other):
        return False
    names = [names_in_text(f", {each.before}") for each in (one, other)]
    return not names_apart(*names)
