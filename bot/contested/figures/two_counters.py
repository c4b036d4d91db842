"""Two voices of one article that count one thing: "organisers said 80,000; the police counted 22,000".

A writer who sets two counts beside one another names who made each. Without that, two numbers of one
article are two things.
"""

from __future__ import annotations

from bot.contested.facts.statements import times_in_text
from bot.contested.facts.times_of import weekdays_in
from bot.contested.figures.given_figures import Given
from bot.contested.spoken_sentences import days_between
from index.text.tokens import kinds_of, phrases_of, read_tokens

_DAYS = 2  # between two reports of one count
_NEAR = 3  # paragraphs between two counts
_YEAR = 4  # letters of a year
_CLOSE = 420  # letters between two counts of one paragraph


def told_by_two(one: Given, other: Given) -> bool:
    """Whether two counts of one article stand near each other, each made by another kind of body."""
    if not _near(one, other) or on_two_days(one, other) or _years(one) != _years(other):
        return False
    mine, theirs = _kinds(one), _kinds(other)
    if mine and theirs:
        return mine.isdisjoint(theirs)
    later = max(one, other, key=_place)
    return bool(mine or theirs) and phrases_of("counters", "turns").in_text(later.statement.text)


def of_two_kinds(one: Given, other: Given) -> bool:
    """Whether two sources of one time put a count down to two kinds of bodies: the police, the organisers."""
    days = days_between(one.statement, other.statement)
    if days is None or days > _DAYS or on_two_days(one, other) or _years(one) != _years(other):
        return False
    mine, theirs = _kinds(one), _kinds(other)
    return len(mine) == len(theirs) == 1 and mine != theirs


def _place(given: Given) -> tuple[int, int]:
    return given.statement.passage.paragraph.number, given.figure.start


def _near(one: Given, other: Given) -> bool:
    mine, theirs = one.statement.passage.paragraph, other.statement.passage.paragraph
    if mine.article != theirs.article or one.statement.place == other.statement.place:
        return False
    if mine.id == theirs.id:
        return abs(one.figure.start - other.figure.start) <= _CLOSE
    return abs(mine.number - theirs.number) <= _NEAR


def on_two_days(one: Given, other: Given) -> bool:
    """Whether two counts name different days of the week."""
    mine, theirs = (weekdays_in(read_tokens(each.statement.text).words) for each in (one, other))
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _years(given: Given) -> frozenset[str]:
    found = times_in_text(given.statement.text, given.statement.date)
    return frozenset(time for time in found if len(time) == _YEAR)


def _kinds(given: Given) -> frozenset[str]:
    """Return the kind of body that a count is put down to: who speaks, else who is named beside it."""
    said = read_tokens(given.statement.speaker or "").words
    kinds = frozenset(kind for _, _, kind in kinds_of("counters", "kinds").hits(said))
    if kinds:
        return kinds
    kinds = kinds_of("counters", "kinds").values_in(given.statement.text)
    return kinds if len(kinds) == 1 else frozenset()
