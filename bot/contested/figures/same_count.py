"""Which figures count one thing, and which of those differ: never a part and its whole, never two addends.

A careful editor asks first whether two texts count the same: the same people, to whom the same
happened, as gravely, in one place and time. Where two sources have a value in common they agree, and
what else either of them counts is something else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from bot.asking.asked import asked_of
from bot.contested.figures.counted_alike import counted_as
from bot.contested.figures.given_figures import Given, Relation, at_one_time, of_two, relation
from bot.contested.figures.periods import years_of
from bot.contested.figures.two_events import lies_within, names_it, of_two_events
from bot.contested.figures.two_groups import of_two_groups, with_one_more
from bot.contested.spoken_sentences import FEW, Statement, terms_of, terms_of_paragraphs
from index.figures import Figure, Hedge, Unit
from index.figures.families import families, family_words, is_measure
from index.figures.figure import ABOUT
from index.languages import LANGUAGES
from index.model import Passage, Query
from index.remembered import kept
from index.text.terms import bare, fold, terms, words
from index.text.tokens import phrases_of, read_tokens
from index.values import frozen
from index.words import word_endings

_FIRST = 1  # paragraphs that open a text: with two, a place that only the second scopes was everywhere
_EVERYWHERE = 1 / 3  # of the paragraphs: a place named in so many is the matter itself, no scope of its own

_SAME = 0.01  # of a number: so little apart it is the same one
_ROUND, _TENS = 100, 10  # so many and more are told in round numbers, which are tens

Key = tuple[str, ...]


@kept(2048, lambda given: (id(given.figure), id(given.statement.passage.paragraph), given.statement.end))
def key_of(given: Given) -> Key | None:
    """Return what a figure counts, with all that narrows it; None where it cannot be compared."""
    figure = given.figure
    if (
        figure.mixed
        or not figure.family
        or (figure.part and not (figure.doer or figure.per))
        or of_two_groups(given)
    ):
        return None
    half = figure.unit is Unit.COUNT and figure.low % 1 and figure.low == figure.high
    if half and not figure.per and not is_measure(figure.family):
        return None  # nobody counts half a person: a rate
    currency = figure.noun if figure.unit is Unit.MONEY else ""
    doer = figure.doer if figure.part else ""
    counted = counted_as(figure.family, given.behind)
    return counted, figure.unit, currency, figure.who, figure.grade, figure.per, figure.deed, doer


@frozen
class Pair:
    """Two figures of one thing that differ."""

    one: Given
    other: Given
    relation: Relation


def differing(
    given: Sequence[Given], common: frozenset[str] = frozenset(), *, agreeing: bool = False
) -> list[Pair]:
    """Return the pairs of figures of two voices that count one thing and differ.

    ``agreeing``: those too that can both hold ("about 10" and "11").

    ``common`` are places that are the matter itself. Two sources that have a value in common agree.
    """
    held: dict[str, set[float]] = {}
    for each in given:  # "27" and "at least 27" are one value
        held.setdefault(each.statement.group, set()).add(each.figure.low or -each.figure.high)
    found = []
    for one, other in combinations(given, 2):
        link = relation(one.figure, other.figure)
        if link is Relation.AGREE and one.figure.low == other.figure.low:
            continue  # "27" and "at least 27"
        if link is Relation.BOUNDS and _rounded(one.figure, other.figure):
            continue  # "more than 1,400" and "1,429"
        if (
            link is Relation.SAME
            or (link is Relation.AGREE and not agreeing)
            or not can_differ(one, other, common)
        ):
            continue
        mine, theirs = held[one.statement.group], held[other.statement.group]
        if one.statement.group != other.statement.group and not mine.isdisjoint(theirs):
            continue
        found.append(Pair(one, other, link))
    return found


def _rounded(one: Figure, other: Figure) -> bool:
    """Whether one figure is a lower bound that another one is rounded down to."""
    bound, exact = (one, other) if one.high == math.inf else (other, one)
    if bound.high != math.inf or exact.high == math.inf or bound.low < _ROUND:
        return False
    return _is_near(bound.low, exact)


def rounded_in_tens(one: Figure, other: Figure) -> bool:
    """Whether one figure is a bound in tens that another one is rounded down to, a bound itself or not.

    "More than 40" and 41, "more than 600" and "more than 640". Only where nobody asks for them: who does
    is shown both.
    """
    bound, exact = sorted((one, other), key=lambda each: (each.high != math.inf, each.low))
    if bound.high != math.inf or bound.low < 2 * _TENS or bound.low % _TENS:
        return False
    if exact.high == math.inf:
        digit = 10.0 ** (len(f"{exact.low:.0f}") - 1)
        return bound.low == exact.low - exact.low % digit
    return _is_near(bound.low, exact)


def _is_near(low: float, exact: Figure) -> bool:
    middle = (exact.low + exact.high) / 2  # "about 2.3 million", "over 2.3 million"
    return low * (1 - _SAME) <= middle <= low * (1 + ABOUT / 2)


def can_differ(one: Given, other: Given, common: frozenset[str]) -> bool:
    """Whether two figures of one thing can differ: two voices, one time, one place, no vague word."""
    if one.who == other.who or not at_one_time(one, other) or of_two(one, other):
        return False
    if of_two_events(one, other):
        return False
    if -1 <= one.figure.low - other.figure.low <= 1 and with_one_more(one, other):
        return False
    if not places_meet(one, other, common) or not _years_meet(one, other):
        return False
    vague = Hedge.VAGUE in (one.figure.hedge, other.figure.hedge)
    if one.statement.group == other.statement.group:
        return not vague and not _one_holds_both(one, other)
    return True


def _years_meet(one: Given, other: Given) -> bool:
    """Whether two figures can be of one year: they name the same, or one none and both the same place."""
    mine, theirs = years_of(one), years_of(other)
    return mine == theirs or bool((not mine or not theirs) and one.figure.places and other.figure.places)


def _one_holds_both(one: Given, other: Given) -> bool:
    """Whether one sentence gives both: then it counts two things."""
    return one.statement.place == other.statement.place and not (
        one.statement.speaker and other.statement.speaker
    )


def places_meet(one: Given, other: Given, common: frozenset[str]) -> bool:
    """Whether two figures can hold for one place: those beside them meet, or the other's text names it."""
    mine, theirs = ({_plain(place) for place in each.figure.places} - common for each in (one, other))
    if mine and theirs:
        met = not mine.isdisjoint(theirs) or _within(mine, theirs)
        return met or _tells_of(theirs, one) or _tells_of(mine, other)
    return _named(mine, other) and _named(theirs, one)


def _tells_of(places: set[str], given: Given) -> bool:
    """Whether the sentence of a figure names all of some places, as no scope of its own."""
    said = f" {_plain(given.statement.text)} "
    return all(names_it(said, place) for place in places)


def _plain(place: str) -> str:
    """Return the folded words of a place without marks of an owner."""
    return " ".join(fold(bare(match[0])) for match in words(place))


def _within(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    return any(lies_within(a, b) for a in mine for b in theirs)


def _named(places: set[str], given: Given) -> bool:
    """Whether the surroundings of a figure name one of some places, or nothing at all; true without any."""
    if not places:
        return True
    text = _around(given.statement.passage)
    return any(names_it(text, place) for place in places)


@kept(512, lambda passage: (id(passage.paragraph), id(passage.source)))
def _around(passage: Passage) -> str:
    """Return the words of a passage and its title as ``_plain`` has them, a blank around each."""
    return " " + _plain(f"{passage.source.title or ''} {passage.paragraph.text}") + " "


def common_places(given: Sequence[Given], pool: Sequence[Statement]) -> frozenset[str]:
    """Return the places that a third of the pool's paragraphs name: the matter itself, not a scope."""
    named = {
        (place, each.statement.passage.paragraph.language) for each in given for place in each.figure.places
    }
    held = terms_of_paragraphs(pool).values() if named else ()
    least = max(_EVERYWHERE * len(held), FEW + 1)
    rows = [(fold(place), terms_of(place, language)) for place, language in named]
    common = {place for place, wanted in rows if wanted and sum([wanted <= each for each in held]) >= least}
    others = [(place, wanted) for place, wanted in rows if wanted and place not in common]
    theirs = _opening_of(given, pool) if others else frozenset()
    return frozenset(common.union([place for place, wanted in others if wanted <= theirs]))


def _opening_of(given: Sequence[Given], pool: Sequence[Statement]) -> frozenset[str]:
    """Return the terms with which each source of some figures opens: all that they tell of is there."""
    opening = openings(pool)
    return frozenset.intersection(*[opening[group] for group in {each.statement.group for each in given}])


@kept(4, id)
def openings(pool: Sequence[Statement]) -> Mapping[str, frozenset[str]]:
    """Return the terms of the title and the first paragraphs of each source."""
    found: dict[str, frozenset[str]] = {each.group: frozenset() for each in pool}
    for each in [each for each in pool if each.passage.paragraph.number <= _FIRST]:
        found[each.group] |= each.terms
        source = each.passage.source
        if source.title and each.start == 0:
            found[each.group] |= terms_of(source.title, source.language)
    return found


@cache
def terms_of_family(family: str) -> frozenset[str]:
    """Return the index terms of the words that say that something of a family is counted."""
    known = families().get(family)
    line = " ".join([*family_words(family), *(known.asked if known else ())]).replace("*", "")
    return frozenset(term for language in LANGUAGES for term in terms(line, language))


def of_now(given: Sequence[Given]) -> list[Given]:
    """Return the figures whose sentences tell of their article's own time, and count no two such things."""
    held: dict[tuple[str, int], set[float]] = {}
    for each in given:
        if not each.figure.part:  # "at least 80, including 40 who": only one of them is the whole
            held.setdefault(each.statement.place, set()).add(each.figure.low)
    return [
        each
        for each in given
        if len(held.get(each.statement.place, ())) <= 1
        and not phrases_of("particulars", "elsewhen.words").in_text(each.statement.text)
    ]


def to_come(given: Given) -> bool:
    """Whether a figure's clause tells of what is still to come."""
    return _tells_ahead(given.clause)


@lru_cache(maxsize=2048)  # clauses, which many questions meet
def _tells_ahead(clause: str) -> bool:
    words = phrases_of("particulars", "to_come.words")
    endings = word_endings("particulars", "to_come.endings")
    heard = read_tokens(clause).words
    return words.stand_in(heard) or any(word.endswith(endings) for word in heard)


def come_about(given: Sequence[Given], question: Query) -> list[Given]:
    """Return the figures without those of what is still to come, where others are of what was.

    All where a question asks for what is to come.
    """
    done = [each for each in given if not to_come(each)]
    ahead = phrases_of("particulars", "to_come.words").stand_in(asked_of(question).tokens)
    return list(given) if ahead or not done else done
