"""What two sources of one event each count once, in other words: "55 experts took part", "28 specialists".

Where the words beside two numbers differ it is this that tells that they count one thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.contested.figures.counted_alike import same_holding
from bot.contested.figures.given_figures import Given, value_of
from bot.contested.figures.other_counts import is_base
from bot.contested.figures.same_count import Pair
from bot.contested.figures.worded_alike import spoken
from bot.contested.one_event import Events
from index.figures import Hedge, Unit
from index.figures.families import OPEN_NOUN

# So many and more, so many times as much, and words that both sentences share. Measured on 150 news triples
# and seven disputes: with fewer, three differences in five were of two things.
_SEVERAL, _ROUNDED, _WORDS = 10, 1.02, 3
_TWICE, _TIMES = 2.0, 3.0  # of people, and of things that a noun of their own names


def counted_once(given: Sequence[Given]) -> frozenset[str]:
    """Return the sources that give one number alone of what is counted."""
    told: dict[str, set[float]] = {}
    for each in given:
        told.setdefault(each.statement.group, set()).add(each.figure.low)
    return frozenset(group for group, numbers in told.items() if len(numbers) == 1)


def only_ones(pair: Pair, once: frozenset[str], events: Events) -> bool:
    """Whether each of two sources of one event counts such things once, in numbers near each other."""
    one, other = pair.one, pair.other
    low, high = sorted(map(value_of, (one, other)))
    most = _TIMES if one.figure.family.startswith(OPEN_NOUN) else _TWICE
    if one.figure.unit is not Unit.COUNT or low < _SEVERAL or not _ROUNDED * low < high <= most * low:
        return False
    if Hedge.VAGUE in (one.figure.hedge, other.figure.hedge) or (one.figure.places and other.figure.places):
        return False
    if (
        not {one.statement.group, other.statement.group} <= once
        or not same_holding(one, other)
        or is_base(one)
        or is_base(other)
    ):
        return False
    return events.bound(one.statement, other.statement) and len(spoken(one) & spoken(other)) >= _WORDS
