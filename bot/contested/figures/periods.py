"""When and in what money figures hold: those of different years, days or currencies are not compared."""

from __future__ import annotations

from collections.abc import Sequence

from bot.contested.figures.given_figures import Given
from bot.contested.spoken_sentences import UNDATED
from index.figures import Unit

_EARLY = 2  # months of a year in which "in 2016" is what has just ended, for a text of 2017


def years_of(given: Given) -> frozenset[int]:
    """Return the years a figure speaks of, but for the one in which its source was published: that is now."""
    date = given.statement.date
    now = set()
    if date < UNDATED:
        now = {int(date[:4])} | ({int(date[:4]) - 1} if int(date[5:7] or 12) <= _EARLY else set())
    return frozenset(given.figure.years) - now


def one_period(given: Sequence[Given], asked: set[str]) -> list[Given]:
    """Return the figures of one time: the ``asked`` years, else the present, else the years most speak of."""
    if asked:
        wanted = {int(year) for year in asked}
        return [each for each in given if not each.figure.years or wanted & set(each.figure.years)]
    now = [each for each in given if not years_of(each)]
    if now or not given:
        return now
    rows = [years_of(each) for each in given]
    best = max(rows, key=lambda row: (rows.count(row), max(row)))
    return [each for each, row in zip(given, rows, strict=True) if row == best]


def one_currency(given: Sequence[Given]) -> list[Given]:
    """Return the amounts of money in the currency most of them are in, and all figures of other units."""
    currencies = [each.figure.noun for each in given if each.figure.unit is Unit.MONEY]
    if not currencies:
        return list(given)
    best = max(dict.fromkeys(currencies), key=currencies.count)
    return [each for each in given if each.figure.unit is not Unit.MONEY or each.figure.noun == best]
