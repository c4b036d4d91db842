"""Figures with the sentences that give them, and how two of them stand to one another."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from bot.answer import Position
from bot.contested.figures.counted_parts import part_of
from bot.contested.figures.times import as_one
from bot.contested.figures.unasserted import asserts
from bot.contested.positions import neutral_key, position, quoted
from bot.contested.spoken_sentences import UNDATED, Statement, days_between
from index.expressions import pattern
from index.figures import Figure, Hedge
from index.figures.families import Family, families
from index.figures.stored import figures_of
from index.model import Passage
from index.remembered import kept
from index.text.dates import Day
from index.text.reading import reading_of
from index.text.tokens import phrases_of
from index.values import frozen

# More than 60 are not 60, as at least 60 may be; nor are 50 to 70.
_BEYOND = (Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.BETWEEN)
_CLAIMS = 4  # of one position
_CROWD = "crowd"
_YEARS_APART = 550  # days between reports of one event that do not say when it was
_SEASON = 300  # days from which on "this year" is another year
_ROUNDED = 0.01  # of a number: so far apart at most are an exact one and a round one
_OWNER = pattern(r"\b([^\W\d_]+?)(?:['’]s|s['’])(?=\s)")


class Relation(StrEnum):
    """How two figures of one thing stand to one another."""

    SAME = "same"
    AGREE = "agree"  # their intervals meet
    BOUNDS = "bounds"  # they could both hold, but their lower bounds differ
    DIFFER = "differ"


@frozen
class Given:
    """A figure and the sentence that gives it."""

    figure: Figure
    statement: Statement

    @property
    def text(self) -> str:
        """The figure as its text words it."""
        return self.statement.passage.paragraph.text[self.figure.start : self.figure.end]

    @property
    def clause(self) -> str:
        """The part of the sentence that speaks of the figure."""
        start, end = self.figure.clause
        return self.statement.passage.paragraph.text[start:end]

    @property
    def before(self) -> str:
        """The part of its sentence in front of the figure."""
        return self.statement.text[: self.figure.start - self.statement.start]

    @property
    def behind(self) -> str:
        """The part of its sentence behind the figure."""
        return self.statement.text[self.figure.end - self.statement.start :]

    @property
    def who(self) -> tuple[str, str]:
        """The voice that gives it; what is put down to others in the sentence counts as theirs."""
        group, speaker = self.statement.who
        return group, speaker or ("others" if _brings_others(self.statement.text) else "")


def relation(one: Figure, other: Figure) -> Relation:
    """Return how two figures of one thing stand to one another, by their intervals."""
    if (one.low, one.high) == (other.low, other.high):
        return Relation.SAME
    if _is_rounding(one.low, other.low) and (one.low, other.low) == (one.high, other.high):
        return Relation.AGREE
    if one.low > other.high or other.low > one.high or _excluded(one, other) or _excluded(other, one):
        return Relation.DIFFER
    if Hedge.VAGUE in (one.hedge, other.hedge):
        return Relation.AGREE
    if math.inf in (one.high, other.high) and one.low != other.low:
        return Relation.BOUNDS
    return Relation.AGREE


def _is_rounding(one: float, other: float) -> bool:
    """Whether one of two numbers is the other one told in fewer digits: 42,000 and 42,100, 6 and 6.1."""
    exact, rough = sorted((one, other), key=_last_digit)
    apart = abs(exact - rough)
    if _last_digit(rough) == _last_digit(exact) or apart > _last_digit(rough) / 2:
        return False
    return exact % 1 > 0 or apart <= _ROUNDED * rough


def _last_digit(number: float) -> float:
    """Return what the last digit of a number counts that is no zero: of 42,100 hundreds."""
    digits = f"{number:.0f}"
    return 0.1 if number % 1 else 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _excluded(one: Figure, other: Figure) -> bool:
    """Whether ``one`` says "more than" the number at which the other ends: more than 60 is not 60."""
    return one.hedge is Hedge.MORE_THAN and other.high == one.low


@kept(4, id)  # pools: each kind of point asks for those of one question
def figures_in(pool: Sequence[Statement]) -> list[Given]:
    """Return every figure of the pool with its sentence, those left out that the sentence does not assert."""
    found, passage, told = list[Given](), None, dict[int, list[tuple[Figure, bool]]]()
    for each in pool:
        if each.passage is not passage:
            passage, told = each.passage, _told(each.passage)
        here = told.get(each.start, ())
        if len(here) == 1:
            found += [Given(figure, each) for figure, asserted in here if asserted]
        elif here:
            every = [figure for figure, _ in here]
            found += [Given(figure, part_of(each, figure, every)) for figure, asserted in here if asserted]
    return found


@kept(2048, lambda passage: (id(passage.paragraph), id(passage.reading)))
def _told(passage: Passage) -> dict[int, list[tuple[Figure, bool]]]:
    """Return the figures of a passage by where their sentence starts, and whether it asserts them."""
    text, found = passage.paragraph.text, dict[int, list[tuple[Figure, bool]]]()
    figures = as_one(figures_of(passage), text)
    for start, end in reading_of(passage).spans if figures else ():
        here = [each for each in figures if start <= each.start < end]
        rows = ((each, each.start - start, each.end - start) for each in here)
        sentence = text[start:end]
        found[start] = [(each, asserts(sentence, at, to, each.family)) for each, at, to in rows]
    return found


def value_of(given: Given) -> float:
    """Return the number as it is written, whatever hedge stands beside it."""
    low, high, hedge = given.figure.low, given.figure.high, given.figure.hedge
    if hedge in (Hedge.ALMOST, Hedge.AT_MOST, Hedge.LESS_THAN):
        return high
    return low if high == math.inf else (low + high) / 2


def positions_of(
    given: Sequence[Given], language: str, *, found: Callable[[Given], str] | None = None
) -> tuple[Position, ...]:
    """Return a position for each value, in neutral order, each voice once.

    Values that are only ``found`` beside one another stay in the order in which they come, so worded.
    """
    rows: dict[tuple[float, bool], dict[tuple[str, str], Given]] = {}
    for each in given if found else sorted(given, key=lambda each: neutral_key(each.statement)):
        key = value_of(each), each.figure.hedge in _BEYOND
        rows.setdefault(key, {}).setdefault(each.who, each)
    positions = []
    for row in rows.values():
        held = [each.statement for each in row.values()]
        first = next(iter(row.values()))
        label = quoted(found(first) if found else first.text, language)
        positions.append(position(label, held, _CLAIMS))
    return tuple(positions)


def strongest(given: Sequence[Given]) -> Relation | None:
    """Return the strongest relation between figures of two voices; None when all values are one."""
    found = {relation(a.figure, b.figure) for a, b in combinations(given, 2) if _rivals(a, b)}
    for each in (Relation.DIFFER, Relation.BOUNDS, Relation.AGREE):
        if each in found:
            return each
    return None


def _rivals(one: Given, other: Given) -> bool:
    """Whether two figures can differ: of two sources, or of two speakers in one when neither is vague."""
    if one.who == other.who or not at_one_time(one, other) or of_two(one, other):
        return False
    vague = Hedge.VAGUE in (one.figure.hedge, other.figure.hedge)
    return one.statement.group != other.statement.group or not vague


def of_two(one: Given, other: Given) -> bool:
    """Whether two figures are of two: "the nurses' strike" and "the miners' strike"."""
    mine, theirs = (_owners(each.clause, each.statement.speaker or "") for each in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@lru_cache(maxsize=1024)
def _owners(clause: str, speaker: str) -> frozenset[str]:
    """Return whose something is in a clause, who says it left out: "Ardale's army says"."""
    said = frozenset(_OWNER.findall(speaker.lower()))
    return frozenset(_OWNER.findall(clause.lower())) - said


def is_series(family: Family | None, given: Sequence[Given]) -> bool:
    """Whether figures are a growing total on different days: a course of time rather than a difference."""
    days = {each.statement.date for each in given if each.statement.date < UNDATED}
    return family is not None and family.grows and len(days) > 1


def _brings_others(sentence: str) -> bool:
    return phrases_of("asking", "others").in_text(sentence)


def at_one_time(one: Given, other: Given) -> bool:
    """Whether two figures can be of one time: no two days or years, no counts from different years on."""
    first, second = one.figure, other.figure
    if first.since and second.since and first.since != second.since:
        return False
    if events_apart(one, other):
        return False
    return not (first.day and second.day and _apart(first.day, second.day))


def events_apart(one: Given, other: Given) -> bool:
    """Whether tolls or crowds were told years apart, and what is told later does not name the first's year.

    Fires of one town in 1998 and in 2019 are two; a text that looks back says to when. "This year" is one.
    """
    family = families().get(one.figure.family)
    days = days_between(one.statement, other.statement)
    if days is not None and days >= _SEASON and _tells_of_now(one.statement, other.statement):
        return True
    if family is None or days is None or days <= _YEARS_APART or not (family.grows or family.id == _CROWD):
        return False
    early, late = sorted((one.statement, other.statement), key=lambda each: each.date)
    told = f"{late.passage.source.title or ''} {late.passage.paragraph.text}"
    return early.date[:4] not in told


def _tells_of_now(*told: Statement) -> bool:
    """Whether a sentence tells of "this year"."""
    return any(phrases_of("particulars", "elsewhen.of_now").in_text(each.text) for each in told)


def _apart(one: Day, other: Day) -> bool:
    return bool(one.month and other.month and (one.month, one.day) != (other.month, other.day))
