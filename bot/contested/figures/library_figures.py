"""Figures of a whole library on which sources differ, found without a question: only what is sure.

Tolls (what befell people) are compared by all that narrows them; anything else that is counted only
where two sentences say the same thing of it in the same words, but for the number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from bot.answer import ContestedPoint, Kind
from bot.contested.card_phrases import phrase
from bot.contested.facts.statements import one_speaker
from bot.contested.facts.times_of import weekdays_in
from bot.contested.figures.counted_alike import lasts, swells
from bot.contested.figures.counted_once import counted_once, only_ones
from bot.contested.figures.counted_thing import heading_of
from bot.contested.figures.given_figures import (
    Given,
    Relation,
    at_one_time,
    figures_in,
    is_series,
    positions_of,
    value_of,
)
from bot.contested.figures.other_counts import (
    Place,
    added,
    is_age,
    is_further,
    of_other_times,
    outgrown,
    parts_told,
    place_of,
    shrinks,
    with_the_doer,
)
from bot.contested.figures.periods import years_of
from bot.contested.figures.same_count import (
    Key,
    Pair,
    common_places,
    differing,
    key_of,
    of_now,
    places_meet,
    rounded_in_tens,
    terms_of_family,
)
from bot.contested.figures.sites import one_site
from bot.contested.figures.tallies import tally_pairs
from bot.contested.figures.tied import connected, nearest, of_one_event
from bot.contested.figures.updated import last_told
from bot.contested.figures.worded_alike import in_one_sentence, same_words, spoken, two_counters
from bot.contested.one_event import Events, names_of
from bot.contested.positions import told_apart
from bot.contested.spoken_sentences import Statement
from index.figures import Hedge, Unit
from index.figures.families import families
from index.framings import Framings
from index.text.dates import month_number
from index.text.terms import fold, words
from index.text.tokens import read_tokens

_SOURCES = 2  # voices that a point needs
_FEW = 9  # so few may be of many events: then the sentences themselves must have more in common
_ALIKE = 2  # terms
_NEAR = 4  # of two tolls
_FAR = 8  # where their sentences share more than what is counted
_ESTIMATED = 1.5  # times as much, where both sources only estimate
_SMALL = 3  # so few of anything are of many things
_STRIKES = frozenset({"strikers"})  # tolls that do not grow
_LISTED = 2  # parts beside a figure in its sentence: it is one of several things counted there
_MOST = 400  # figures of one kind that are compared


def figure_points(
    pool: Sequence[Statement], events: Events, framings: Framings, language: str
) -> list[ContestedPoint]:
    """Return a point for each thing that two sources of ``pool`` count differently."""
    rows = differing_rows(pool, events)
    points = (row_point(row, framings, language) for row in rows)
    return told_apart([point for point in points if point is not None])


def differing_rows(
    pool: Sequence[Statement], events: Events, of_interest: Callable[[Given], bool] = lambda _: True
) -> list[list[Given]]:
    """Return the figures of each thing that two sources of ``pool`` count differently.

    Of things of which no figure is ``of_interest`` none are.
    """
    rows: dict[Key, list[Given]] = {}
    every = figures_in(pool)
    parts = Counter((each.statement.place, each.figure.family) for each in every if each.figure.part)
    addends, smaller = added(every), parts_told(every)
    for each in every:
        key = None if place_of(each) in addends else key_of(each)
        listed = parts[each.statement.place, each.figure.family] >= _LISTED  # "5 here, 4 there, 3 in Keld"
        timed = lasts(each.figure.family) or swells(each.figure.family)
        if key is not None and not (listed or timed or is_age(each) or is_further(each)):
            rows.setdefault(key, []).append(each)
    found = []
    for given in (last_told(rows[key][:_MOST]) for key in sorted(rows) if any(map(of_interest, rows[key]))):
        now = of_now(given)
        pairs = _sure(now, events, pool) if len({each.who for each in now}) >= _SOURCES else []
        pairs = [pair for pair in pairs if not _is_part(pair, smaller)]

        def are_one(one: Sequence[Given], other: Sequence[Given]) -> bool:
            both = [(a, b, events.alike(a.statement, b.statement)) for a, b in product(one, other)]
            met = any(alike and a.figure.low == b.figure.low for a, b, alike in both)
            whole = all(alike for *_, alike in both) and _of_one_scope(one, other)
            return whole or (met and not _of_two_places(one, other))

        found += of_one_event(connected([*pairs, *tally_pairs(given, events)]), are_one)
    return found


def _of_one_scope(one: Sequence[Given], other: Sequence[Given]) -> bool:
    """Whether all figures hold for one place and day: none names any, or all name the same."""
    both = [(_places(a), _places(b), a.figure.day == b.figure.day) for a, b in product(one, other)]
    return all(day and (not (mine or theirs) or mine & theirs) for mine, theirs, day in both)


def _of_two_places(one: Sequence[Given], other: Sequence[Given]) -> bool:
    """Whether two of the figures name two places or days: then a number in both rows is no tie."""
    both = product(one, other)
    named = ((a, b, _places(a), _places(b)) for a, b in both)
    return any((p and q and p.isdisjoint(q)) or not at_one_time(a, b) for a, b, p, q in named)


def _places(given: Given) -> frozenset[str]:
    return frozenset(names_of(", " + ", ".join(given.figure.places)))


def _is_part(pair: Pair, smaller: Mapping[Place, set[float]]) -> bool:
    """Whether one of two sources tells of the other's number as some of its own: "eleven, four of them"."""
    low, high = sorted((pair.one, pair.other), key=lambda each: each.figure.low)
    return low.figure.low in smaller[place_of(high)]


def _sure(given: Sequence[Given], events: Events, pool: Sequence[Statement]) -> list[Pair]:
    """Return the pairs of figures that differ and are sure to count one thing of one event."""
    same: Callable[[Pair], bool] = _toll if _is_toll(given[0]) else same_words
    known = families().get(given[0].figure.family)
    if known is not None and known.single:

        def same(pair: Pair) -> bool:
            one, other = pair.one.statement, pair.other.statement
            exact = Hedge.VAGUE not in (pair.one.figure.hedge, pair.other.figure.hedge)
            return exact and events.bound(one, other) and events.knows(one, other)

    common, toll = common_places(given, pool), _is_toll(given[0])
    anywhere = frozenset() if toll else frozenset(fold(each) for one in given for each in one.figure.places)
    once = counted_once(given)
    pairs = [
        pair
        for pair in differing(given, common | anywhere)
        if in_one_sentence(pair)
        or (places_meet(pair.one, pair.other, common) and same(pair))
        or (not toll and only_ones(pair, once, events))
    ]
    sure = [
        pair
        for pair in pairs
        if in_one_sentence(pair)
        or (
            pair.one.figure.low != pair.other.figure.low  # "400" and "more than 400" are one count rounded
            and (
                pair.one.statement.group != pair.other.statement.group
                or not _least(pair)
                or two_counters(pair)
            )
            and not rounded_in_tens(pair.one.figure, pair.other.figure)
            and pair.one.figure.since == pair.other.figure.since  # "the worst since 2008, when 150 died"
            and _one_month(pair.one, pair.other)
            and not of_other_times(pair.one, pair.other)
            and not outgrown(pair.one, pair.other)
            and not with_the_doer(pair.one, pair.other)
            and not _one_person(pair)
            and not _both_rough(pair)
            and not _of_other_years(pair.one, pair.other)
            and one_site(pair.one, pair.other)
            and events.alike(pair.one.statement, pair.other.statement)
            and not events.strange(pair.one.statement, pair.other.statement)
        )
    ]
    return nearest(sure)


def _both_rough(pair: Pair) -> bool:
    """Whether two counts that lie near each other are estimates, or one a bound of the other.

    Two lower bounds differ as such: "at least 40", "more than 50".
    """
    low, high = sorted(map(value_of, (pair.one, pair.other)))
    hedges = {pair.one.figure.hedge, pair.other.figure.hedge}
    rough = hedges.isdisjoint({Hedge.EXACT, Hedge.BETWEEN}) and not hedges <= {
        Hedge.AT_LEAST,
        Hedge.MORE_THAN,
    }
    return rough and high <= _ESTIMATED * low


def _one_person(pair: Pair) -> bool:
    """Whether one who has a name gives both: he counted at two times, or two things."""
    named = all((each.statement.speaker or "a")[0].isupper() for each in (pair.one, pair.other))
    apart = pair.one.statement.group != pair.other.statement.group
    return named and apart and one_speaker(pair.one.statement, pair.other.statement)


def _is_toll(given: Given) -> bool:
    family = families().get(given.figure.family)
    return family is not None and family.library


def _months(given: Given) -> frozenset[int]:
    """Return the months that a figure's sentence names, but for that in which its source was published."""
    found = {month for word in words(given.statement.text) if word[0][0].isupper() or given.figure.day
             for month in [month_number(word[0])] if month}  # fmt: skip
    date = given.statement.date
    return frozenset(found - ({int(date[5:7])} if date[5:7].isdigit() else set()))


def _of_other_years(one: Given, other: Given) -> bool:
    """Whether one figure tells of a year that is not its text's, and the other does not name it."""

    def past(given: Given) -> set[int]:
        year = given.statement.date[:4]
        return {each for each in years_of(given) if str(each) != year}

    return bool(past(one) ^ past(other))


def _one_month(one: Given, other: Given) -> bool:
    """Whether two figures can be of one month: they name the same, or one none and both a place."""
    mine, theirs = _months(one), _months(other)
    family = families().get(one.figure.family)
    if family is not None and not family.grows:
        return True
    return mine == theirs or bool((not mine or not theirs) and one.figure.places and other.figure.places)


def _least(pair: Pair) -> float:
    return min(pair.one.figure.low, pair.other.figure.low)


def _toll(pair: Pair) -> bool:
    """Whether two figures of a family tell enough: tolls far apart, and percentages, may be of two things."""
    one, other = pair.one.figure, pair.other.figure
    if Hedge.VAGUE in (one.hedge, other.hedge):
        return False
    if one.unit is Unit.PERCENT:
        return same_words(pair)
    family = families()[one.family]
    if family.grows or family.id in _STRIKES:
        return _one_toll(pair)
    return not set(names_of(pair.one.statement.text)).isdisjoint(names_of(pair.other.statement.text))


def _one_toll(pair: Pair) -> bool:
    """Whether two tolls are close enough: of few, and of none, the sentences must have more in common."""
    low, high = sorted((pair.one.figure.low, pair.other.figure.low))
    if not low:  # "no arrests were made on Thursday": on that day
        days = {weekdays_in(read_tokens(each.statement.text).words) for each in (pair.one, pair.other)}
        return bool(pair.one.figure.places and pair.other.figure.places) and len(days) == 1
    if two_counters(pair):
        return pair.relation is Relation.DIFFER
    if low <= _FEW and pair.relation is Relation.BOUNDS:
        return False  # "at least one" says nothing against "at least four"
    if high <= _FEW and len(_telling(pair.one) & _telling(pair.other)) < _ALIKE:
        return False
    bound = len(_telling(pair.one) & _telling(pair.other)) >= _ALIKE
    if not bound and shrinks(pair.one, pair.other):
        return False
    return high <= (_FAR if bound and low > _SMALL else _NEAR) * low


def _telling(given: Given) -> frozenset[str]:
    """Return the terms of a figure's sentence that do not say what is counted."""
    return spoken(given) - terms_of_family(given.figure.family)


def row_point(given: Sequence[Given], framings: Framings, language: str) -> ContestedPoint | None:
    """Return the point of figures that differ; None of a single voice."""
    if len({each.who for each in given}) < _SOURCES:
        return None
    what, slug = heading_of(given, framings, language)
    series = is_series(families().get(given[0].figure.family), given)
    heading = phrase("figures_series" if series else "figures_differ", language, what=what)
    return ContestedPoint(f"figure-{slug}", Kind.FIGURE, heading, positions_of(given, language))
