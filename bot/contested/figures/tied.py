"""Which of many pairs of figures stand: of two sources the nearest, and what a chain ties together."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from bot.contested.figures.given_figures import Given
from bot.contested.figures.same_count import Pair


def nearest(pairs: Sequence[Pair]) -> list[Pair]:
    """Return of the pairs of two sources those with the nearest values: the others count something else."""
    best: dict[frozenset[str], float] = {}
    for pair in pairs:
        groups = _groups(pair)
        best[groups] = min(best.get(groups, math.inf), _apart(pair))
    return [pair for pair in pairs if len(_groups(pair)) == 1 or _apart(pair) == best[_groups(pair)]]


def _groups(pair: Pair) -> frozenset[str]:
    return frozenset({pair.one.statement.group, pair.other.statement.group})


def _apart(pair: Pair) -> float:
    """Return how many times as large the greater of two values is."""
    low, high = sorted(each.figure.low or each.figure.high for each in (pair.one, pair.other))
    return high / low if low else math.inf


def connected(pairs: Iterable[Pair]) -> list[list[Given]]:
    """Return the figures of pairs, those that any chain of pairs ties together in one row."""
    rows: list[dict[int, Given]] = []
    for pair in pairs:
        held = {id(pair.one): pair.one, id(pair.other): pair.other}
        touching = [row for row in rows if not row.keys().isdisjoint(held)]
        for row in touching:
            rows.remove(row)
            held = row | held
        rows.append(held)
    return [list(row.values()) for row in rows]


def of_one_event(
    rows: Iterable[list[Given]], are_one: Callable[[Sequence[Given], Sequence[Given]], bool]
) -> list[list[Given]]:
    """Return rows of figures that count one thing, those made one that can be of one event and place."""
    found: list[list[Given]] = []
    for row in rows:
        same = next((each for each in found if are_one(each, row)), None)
        if same is None:
            found.append(list(row))
        else:
            same += row
    return found
