"""Figures of one family side by side: what each voice gives for what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.answer import ContestedPoint, Kind
from bot.asking.asked_amount import AskedAmount, asked_terms, measure_terms
from bot.contested.card_phrases import phrase
from bot.contested.facts.statements import one_speaker
from bot.contested.figures.asked_days import of_asked_days
from bot.contested.figures.asked_matter import (
    about,
    clause_terms,
    days_in,
    naming,
    of_all,
    of_holder,
    points_there,
    spoken,
)
from bot.contested.figures.asked_scope import in_scope, only_place, places_of_all, with_own_places
from bot.contested.figures.found_figures import Matter, found_figures, with_others, worded
from bot.contested.figures.given_figures import (
    Given,
    Relation,
    at_one_time,
    figures_in,
    is_series,
    positions_of,
    strongest,
    value_of,
)
from bot.contested.figures.other_counts import is_further
from bot.contested.figures.periods import one_currency, one_period
from bot.contested.figures.same_count import (
    Pair,
    come_about,
    differing,
    of_now,
    places_meet,
    to_come,
)
from bot.contested.figures.two_counters import told_by_two
from bot.contested.figures.updated import last_told
from bot.contested.inquiry import Inquiry
from bot.contested.neutral import unlabelled
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement
from bot.phrases import heading_in
from index.figures import Unit
from index.figures.families import OPEN_NOUN, PEOPLE, Family, families
from index.figures.figure import THAT
from index.model import Query, terms_of_words
from index.text.tokens import phrases_of

_FARTHEST = 100  # times as much
_CROWD = "crowd"
_ADDENDS = (2, 3)  # of a sum that a text tells with its parts
_NO_CHANCE = 20  # so large numbers hardly add up to another by chance
_VALUES = 9  # of one thing; more are figures of many things


def figure_point(inquiry: Inquiry, asked: AskedAmount) -> ContestedPoint | None:
    """Return the amounts that are asked for, a position for each value.

    Those of one thing where it is sure that they are, with the others of it; else such as are found side
    by side, where a question counts something of which there are many kinds. None unless two voices give
    two values.
    """
    if asked.family is None and asked.measure is None:
        return None
    family = families().get(asked.family or "")
    told = of_asked_days(last_told(figures_in(inquiry.pool)), inquiry.question)
    every, matter = _of_what_was(told, family), _matter(inquiry, asked)
    if family is None and not matter.relevance.speaks:
        return None  # "how many debates": of which matter?
    row = _of_the_same(inquiry, asked, every, matter) if asked.family else []
    if family is not None and family.unit is Unit.PERCENT and not family.library:
        return _point(row, inquiry, asked, found=True) if row else None
    if row and family is not None and family.library:
        if family.unit is Unit.COUNT:
            row = _without_addends(with_others(row, every, matter, inquiry.pool))
        return _point(row, inquiry, asked)
    if family is not None and family.grows:
        of_it = [each for each in every if _counts(each, family.id)]
        every = in_scope(with_own_places(of_it), inquiry.question, inquiry.pool)
    row = found_figures(every, matter) or row
    return _point(row, inquiry, asked, found=True) if row else None


def _of_what_was(every: Sequence[Given], family: Family | None) -> list[Given]:
    """Return the figures without forecasts of what befalls people, where others tell what befell them."""
    if family is None or not family.grows:
        return list(every)
    of_it = [each for each in every if each.figure.family == family.id]
    ahead = {id(each) for each in of_it if to_come(each)}
    return list(every) if len(ahead) == len(of_it) else [each for each in every if id(each) not in ahead]


def _matter(inquiry: Inquiry, asked: AskedAmount) -> Matter:
    """Return what a question asks of, apart from the amount."""
    question, family = inquiry.question, asked.family or ""
    # A year says for when, not of what: a figure of the same matter need not repeat it.
    years = {term for term in terms_of_words(question.words) if len(term) == 4 and term.isdigit()}
    ignored = asked_terms(family) | years | days_in(question)
    if asked.measure is not None:
        ignored |= measure_terms(asked.measure)
    if family == _CROWD:
        ignored |= asked_terms(PEOPLE)  # "people" tells no two crowds apart
    query = unlabelled(question, inquiry.framings)
    held = (word.term_set for word in query.words)
    named = inquiry.names - days_in(question)  # a text names its month once, and not by each figure
    names = tuple(terms for terms in held if not terms.isdisjoint(named))
    return Matter(query, inquiry.relevance.without(ignored), ignored, names, frozenset(years), asked)


def _of_the_same(inquiry: Inquiry, asked: AskedAmount, every: Sequence[Given], matter: Matter) -> list[Given]:
    """Return the figures of which two voices give different ones, all of the same thing, place and time."""
    question, pool, relevance = inquiry.question, inquiry.pool, matter.relevance
    kind = asked.family or ""
    family = families().get(kind)
    given = [each for each in every if _counts(each, kind)]
    if family is not None and family.grows:
        # "People" tells no two tolls apart.
        of_toll = relevance.without(asked_terms(PEOPLE))
        given += [each for each in every if each.figure.family == THAT and points_there(each, of_toll)]
        given = spoken(given, of_toll)
    given = about(come_about(given, question), relevance, family)
    settled = family is not None and not family.grows
    given = naming(given, inquiry.names - days_in(question), relevance, in_title=settled)
    now = of_now(given)
    if family is not None and family.grows and len({each.statement.group for each in now}) > 1:
        given = now
    given = _of_one_thing(_narrowed(with_own_places(given), asked), question, kind, pool)
    given = _one_a_sentence(one_currency(one_period(given, set(matter.years))), relevance)
    few = len({value_of(each) for each in given}) <= _VALUES
    return _rivals(_without_addends(given), question, pool) if few else []


def _point(
    row: Sequence[Given], inquiry: Inquiry, asked: AskedAmount, *, found: bool = False
) -> ContestedPoint:
    """Return figures as a point: of one thing, or ``found`` beside one another."""
    language, family = inquiry.language, families().get(asked.family or "")
    if family is not None:
        what = heading_in(family.headings, language)
    elif asked.measure is not None:
        what = phrase(f"measured_{asked.measure}", language)
    else:
        noun = row[0].figure.noun
        what = noun if row[0].figure.family == PEOPLE else noun.lower()  # "Freedonians"
    key = "figures_found" if found else _heading_key(family, row)
    heading = phrase(key, language, what=inquiry.headed(what))
    slug = (asked.family or asked.measure or "").removeprefix(OPEN_NOUN)
    positions = positions_of(row, language, found=worded if found else None)
    return ContestedPoint(f"figure-{slug}", Kind.FIGURE, heading, positions)


def _without_addends(given: Sequence[Given]) -> list[Given]:
    """Return the figures without those that add up to another one: 189 and 157 of 346.

    Small numbers add up by chance: of those one source must give all.
    """
    exact = {each.figure.low for each in given if each.figure.low == each.figure.high}
    sources: dict[float, set[str]] = {}
    for each in given:
        sources.setdefault(each.figure.low, set()).add(each.statement.group)
    parts = {
        part
        for size in _ADDENDS
        for group in combinations(sorted(exact), size)
        if sum(group) in exact
        if group[0] >= _NO_CHANCE or set.intersection(*(sources[each] for each in group))
        for part in group
    }
    return [each for each in given if each.figure.low not in parts]


def _narrowed(given: Sequence[Given], asked: AskedAmount) -> list[Given]:
    """Return the figures of the people, grade and doer asked about, else those of people in general."""
    want = asked.narrowed
    whole = [each for each in given if not each.figure.mixed and is_further(each) is want.further]
    fitting = [
        each
        for each in whole
        if each.figure.grade == want.grade
        and each.figure.per == want.per
        and each.figure.doer in ((want.doer,) if want.doer else ("", each.figure.doer))
        and (not each.figure.part or (want.doer and each.figure.doer) or each.figure.per)
        and (not want.deed or each.figure.unit is not Unit.MONEY or each.figure.deed in ("", want.deed))
    ]
    return [each for each in fitting if each.figure.who == want.who]


def _rivals(given: Sequence[Given], question: Query, pool: Sequence[Statement]) -> list[Given]:
    """Return the figures of which two voices give different ones, with all of the same place and time."""
    common = places_of_all(given, question, pool)
    common |= only_place(given, common)
    pairs = differing(given, common) or differing(given, common, agreeing=True)
    pairs = [pair for pair in pairs if _can_be_one(pair)]
    sides = [each for pair in pairs for each in (pair.one, pair.other)]
    return [each for each in given if any(_belongs(each, side, common) for side in sides)]


def _belongs(one: Given, side: Given, common: frozenset[str]) -> bool:
    """Whether a figure can be of the same thing, place and time as one that differs from another."""
    return at_one_time(one, side) and places_meet(one, side, common) and _near(one, side)


def _can_be_one(pair: Pair) -> bool:
    one, other = pair.one, pair.other
    if not _near(one, other) or _of_one_counter(one, other):
        return False
    if one.statement.group != other.statement.group or told_by_two(one, other):
        return True
    voices = [each.who[1] for each in (one, other)]
    heard = [each.statement.speaker for each in (one, other)]
    return all(voices) or any(voice and not name for voice, name in zip(voices, heard, strict=True))


def _of_one_counter(one: Given, other: Given) -> bool:
    """Whether one who has a name gives both on one day: then he counts two things, a whole and its part."""
    mine, theirs = one.statement, other.statement
    named = all((each.speaker or "a")[0].isupper() for each in (mine, theirs))
    return named and one_speaker(mine, theirs) and mine.date == theirs.date


def _near(one: Given, other: Given) -> bool:
    """Whether two figures are near enough for one thing: a hundred times as many are something else."""
    low, high = sorted((one.figure.low, other.figure.low))
    return not low or high <= _FARTHEST * low


def _heading_key(family: Family | None, given: Sequence[Given]) -> str:
    """Return which heading is true of figures of one thing: of different days they need not differ."""
    if is_series(family, given) and strongest(given) is not Relation.AGREE:
        return "figures_series"
    return f"figures_{strongest(given) or Relation.AGREE}"


def _of_one_thing(
    given: Sequence[Given], question: Query, family: str, pool: Sequence[Statement]
) -> list[Given]:
    """Return the figures of one holder or scope, those of some people left out where others are of all."""
    if given and given[0].figure.unit is Unit.PERCENT:
        return of_all(of_holder(given, question, family), question)
    return of_all(in_scope(given, question, pool), question)


def _counts(given: Given, family: str) -> bool:
    """Whether a figure counts what is asked for; people count as taking part where the sentence says so."""
    figure = given.figure
    if figure.family == family:
        return True
    if family == "crowd" and figure.family == PEOPLE:
        return _marches(given.statement.text)
    return False


def _one_a_sentence(given: Sequence[Given], relevance: Relevance) -> list[Given]:
    """Return one figure for each sentence and voice: the one whose clause holds most of the question."""
    best: dict[tuple[str, int], Given] = {}
    for each in given:
        old = best.get(each.statement.place)
        if old is None or relevance.share(clause_terms(each)) > relevance.share(clause_terms(old)):
            best[each.statement.place] = each
    return list(best.values())


def _marches(sentence: str) -> bool:
    return phrases_of("counted", "crowd.events").in_text(sentence)
