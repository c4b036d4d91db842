"""Whether two sentences say one thing but for the number: what no toll is, is compared by its words."""

from __future__ import annotations

from bot.contested.figures.asked_matter import clause_terms
from bot.contested.figures.counted_alike import same_deed, same_holding
from bot.contested.figures.gatherings import gathered_apart
from bot.contested.figures.given_figures import Given, value_of
from bot.contested.figures.other_counts import is_base, of_two_cases
from bot.contested.figures.priced import priced
from bot.contested.figures.same_count import Pair, to_come
from bot.contested.figures.two_counters import of_two_kinds, on_two_days, told_by_two
from bot.contested.one_event import names_of
from bot.contested.spoken_sentences import days_between, terms_of
from index.figures import Hedge, Unit
from index.text.tokens import kinds_of

_NEARLY = 0.75  # of the shorter one's: three words are enough then
_SHARED = 4  # words that two sentences have in common, where no family says what is counted
_MOST_WORDS = 0.6  # of the shorter one's, and
_HALF = 0.4  # of the longer one's, at least
_ALIKE = 2  # terms
_EXACT = 0.5  # of the longer sentence's words, where percentages are compared: there are many of everything
_APART = 5  # times as much: of two counts so far apart the smaller one counts something else
_NEAR = 4  # of two sums
_CROWD, _CROWDED = "crowd", 100  # people; fewer take part in many things
_ROUNDED = 1.5  # times as much: crowds nearer than that are one estimate
_DAYS = 2  # between two reports of one crowd
_SMALL = 3  # so few of anything are of many things
_COST = "lost"  # what is done with money that something costs


def same_words(pair: Pair) -> bool:
    """Whether two sentences say one thing but for the number."""
    one, other = pair.one, pair.other
    if Hedge.VAGUE in (one.figure.hedge, other.figure.hedge):
        return False
    if one.figure.family == _CROWD:
        return _one_crowd(pair)
    if one.figure.unit is Unit.MONEY and not priced(one).isdisjoint(priced(other)):
        low, high = sorted(map(value_of, (one, other)))
        return high <= _APART * low  # "the $3 billion tunnel" says in three words what it is of
    few = max(one.figure.low, other.figure.low) <= _SMALL
    return not few and not _of_two(one, other) and _worded_alike(one, other)


def _worded_alike(one: Given, other: Given) -> bool:
    """Whether the words beside two numbers are so much alike that they count one thing."""
    mine, theirs = spoken(one), spoken(other)
    shared = mine & theirs
    low, high = sorted(map(value_of, (one, other)))
    if one.figure.unit is Unit.COUNT and same_deed(one, other):
        there = set(one.figure.places) & set(other.figure.places)
        return high <= _APART * low and len(shared) + len(there) >= _ALIKE
    narrowed = one.figure.deed and one.figure.per  # "saves so much a year" says of itself what is counted
    if narrowed and shared and high <= _APART * low:
        return True
    if one.figure.unit is Unit.MONEY:
        if not _sums(one).isdisjoint(_sums(other)):
            return high <= _APART * low
        if high > _NEAR * low or len(shared) < _SHARED - 1:
            return False
        if one.figure.deed == _COST:  # "the bridge, which cost 3 million"
            clauses = (len(clause_terms(each) & spoken(each)) for each in (one, other))
            return len(shared) >= _MOST_WORDS * min(clauses)
    low, high = sorted((len(mine), len(theirs)))
    half = _EXACT if one.figure.unit is Unit.PERCENT else _HALF
    least = _SHARED - 1 if len(shared) >= _NEARLY * low else _SHARED
    return len(shared) >= min(least, high) and len(shared) >= max(_MOST_WORDS * low, half * high)


def _sums(given: Given) -> frozenset[str]:
    """Return the kinds of sum of which an event has one, as an amount's part of the sentence names them."""
    return kinds_of("particulars", "sums").values_in(given.clause)


def _of_two(one: Given, other: Given) -> bool:
    """Whether two figures are told of two things: one still to come, held by another, of another case."""
    if to_come(one) is not to_come(other) or not same_holding(one, other):
        return True
    return of_two_cases(one, other) or is_base(one) or is_base(other)


def spoken(given: Given) -> frozenset[str]:
    """Return the terms of a figure's sentence without the amount itself, other numbers and who says it."""
    statement = given.statement
    language = statement.passage.paragraph.language
    said = terms_of(f"{statement.speaker or ''} {given.text}", language)
    return frozenset(term for term in statement.terms - said if not term[0].isdigit())


def _one_crowd(pair: Pair) -> bool:
    """Whether two crowds are one: of the same days, sharing a name, and more than rounding apart."""
    one, other = pair.one.statement, pair.other.statement
    days = days_between(one, other)
    low, high = sorted((pair.one.figure.low, pair.other.figure.low))
    if two_counters(pair):
        return low >= _CROWDED and high >= _ROUNDED * low
    if gathered_apart(one.text, other.text) or on_two_days(pair.one, pair.other):
        return False
    if of_two_kinds(pair.one, pair.other):
        return low >= _CROWDED and high >= _ROUNDED * low
    near = days is not None and days <= _DAYS
    shared = not set(names_of(f". {one.text}")).isdisjoint(names_of(f". {other.text}"))
    return near and shared and low >= _CROWDED and high >= _ROUNDED * low


def two_counters(pair: Pair) -> bool:
    """Whether one article sets two bodies' counts beside one another."""
    return pair.one.statement.group == pair.other.statement.group and told_by_two(pair.one, pair.other)


def in_one_sentence(pair: Pair) -> bool:
    """Whether one sentence gives two counts of one thing, each by another who counts: the surest quarrel."""
    one, other = pair.one.statement, pair.other.statement
    parted = one.place[0] == other.place[0] and one.place != other.place
    return parted and pair.one.figure.sentence == pair.other.figure.sentence
