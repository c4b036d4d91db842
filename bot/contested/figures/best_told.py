"""Which of the amounts found for a question stay: of one year and size, the values of most sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.contested.figures.given_figures import Given, value_of
from bot.contested.figures.measured import size_of
from bot.contested.positions import neutral_key
from index.figures import Hedge, Unit
from index.figures.scope import years_in

_ROUNDING = 0.02  # of a number, between "nearly 900" and 893
_FARTHEST = 100  # times as much or as little as the middle one
_NEAR = 4  # times as much: what differs more may be of something else


def best_supported(given: Sequence[Given], most: int) -> list[Given]:
    """Return the figures of the values that most independent sources give, so many values at most.

    Of others exact ones are kept before those that an exact one may be rounded to, then the first ones;
    those of as many sources stand in neutral order.
    """
    sources: dict[float, set[str]] = {}
    for each in given:
        sources.setdefault(value_of(each), set()).add(each.statement.group)
    exact = {value_of(each) for each in given if each.figure.hedge is Hedge.EXACT}
    own = exact | {value_of(each) for each in given if not _rounds(each, exact)}
    ranked = sorted(sources, key=lambda value: (-len(sources[value]), value not in exact))
    values = [value for value in ranked if value in own][: max(most, 0)]
    kept = [each for each in given if value_of(each) in values]
    kept.sort(key=lambda each: neutral_key(each.statement))
    return sorted(kept, key=lambda each: -len(sources[value_of(each)]))


def _rounds(given: Given, exact: Iterable[float]) -> bool:
    """Whether a number with a hedge is a rounding of one of some exact ones: 893, "nearly 900".

    "More than 900" is none of 893.
    """
    figure, value = given.figure, value_of(given)
    return any(abs(value - each) <= _ROUNDING * each and figure.low <= each <= figure.high for each in exact)


def of_one_size(given: Sequence[Given], tolls: bool) -> list[Given]:
    """Return the counts without those that are far less or more: some of these, or something else.

    Of ``tolls`` of one event none is told by several reports that differ by more than a few times.
    """
    if not given or given[0].figure.unit is not Unit.COUNT:
        return list(given)
    middle = sorted(map(size_of, given))[len(given) // 2]
    far = _NEAR if tolls else _FARTHEST
    return [each for each in given if middle <= far * size_of(each) <= far**2 * middle]


def is_one_amount(given: Sequence[Given]) -> bool:
    """Whether all amounts are one, in whatever unit: "three weeks" and "21 days"."""
    amounts = {size_of(each) for each in given}
    measured = any(size_of(each) != value_of(each) for each in given)
    return len(amounts) <= 1 or (measured and max(amounts) - min(amounts) <= _ROUNDING * max(amounts))


def of_one_year(given: Sequence[Given]) -> list[Given]:
    """Return the figures without those of another year than the one of which most sources speak.

    "After a tower burned in 2009, killing six" tells of an earlier fire.
    """
    years = [set(years_in(each.statement.text, each.statement.text)[0]) for each in given]
    sources: dict[int, set[str]] = {}
    for each, told in zip(given, years, strict=True):
        for year in told:
            sources.setdefault(year, set()).add(each.statement.group)
    most = max(map(len, sources.values()), default=0)
    usual = {year for year, who in sources.items() if len(who) == most}
    return [each for each, told in zip(given, years, strict=True) if not told or told & usual]
