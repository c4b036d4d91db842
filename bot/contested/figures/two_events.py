"""What tells that two figures are of two events: a place of the same name elsewhere, another year's news."""

from __future__ import annotations

import re
from functools import cache

from bot.contested.facts.times_of import weekdays_in
from bot.contested.figures.given_figures import Given
from bot.contested.spoken_sentences import Statement, days_between
from index.expressions import pattern
from index.model import Passage
from index.remembered import kept
from index.text.letters import CAPITAL
from index.text.terms import fold
from index.text.tokens import phrases_of, read_tokens
from index.words import alternatives, word_list

_NAME = rf"{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+){{0,2}}"
_YEAR = pattern(r"\b(?:1\d|20)\d\d\b")
_DAY = 6  # words behind a figure in which stands the day on which it happened
_NEWS = 31  # days after which no text says "on Tuesday" of what another one told


def of_two_events(one: Given, other: Given) -> bool:
    """Whether two figures are sure to be of two events."""
    mine, theirs = _points_back(one.statement), _points_back(other.statement)
    return mine != theirs or two_places(one.statement, other.statement) or _of_two_times(one, other)


def _points_back(statement: Statement) -> str | None:
    """Return the year to which a sentence points back: "In 1999 a storm hit. That storm killed 36".

    None where it points to none, or to that of its own article.
    """
    pointing = phrases_of("particulars", "elsewhen.pointing")
    if pointing.at(read_tokens(statement.text).words, 0) is None:
        return None
    before = _YEAR.findall(statement.passage.paragraph.text[: statement.start])
    own = (statement.passage.source.published or "")[:4]
    return before[-1] if before and before[-1] != own else None


def two_places(one: Statement, other: Statement) -> bool:
    """Whether two texts tell of two places of one name: "Arden, Kent" and "Arden, Ohio"."""
    mine, theirs = (_lies_in(each.passage) for each in (one, other))
    return any(mine[place].isdisjoint(theirs[place]) for place in mine.keys() & theirs.keys())


@kept(512, lambda passage: (id(passage.paragraph), id(passage.source)))
def _lies_in(passage: Passage) -> dict[str, frozenset[str]]:
    """Return for each place that a paragraph or its title tells where it lies, what it lies in; folded."""
    found: dict[str, frozenset[str]] = {}
    for text in (passage.source.title or "", passage.paragraph.text):
        for match in _place_in().finditer(text):
            name = fold(match["name"])
            found[name] = found.get(name, frozenset()) | {fold(match["within"] or match["bracketed"])}
    return found


@cache
def _place_in() -> re.Pattern[str]:
    """Return a pattern for "in Arden, Ohio," and "in Arden (Ohio)": not for "in Arden, Kelm and Orne"."""
    links, joints = alternatives("counting", "place_links"), alternatives("counting", "count_breaks")
    return pattern(
        rf"\b(?i:{links})\s+(?P<name>{_NAME})"
        rf"(?:,\s+(?P<within>{_NAME})(?=\s*(?:[,.;:]|$)(?!\s+(?:{joints})\b)|\s+(?!(?:{joints})\b)[a-zà-ÿ])"
        rf"|\s+\((?P<bracketed>{_NAME})\))"
    )


def _of_two_times(one: Given, other: Given) -> bool:
    """Whether the later of two texts tells as of its own days what the other told long before."""
    days = days_between(one.statement, other.statement)
    if days is None or days <= _NEWS:
        return False
    later = max(one, other, key=lambda each: each.statement.date)
    behind = later.statement.passage.paragraph.text[later.figure.end : later.statement.end]
    near = read_tokens(behind).words[:_DAY]
    return bool(weekdays_in(near)) or phrases_of("events", "just_now").stand_in(near)


def names_it(text: str, place: str) -> bool:
    """Whether spaced folded words name a place itself, and not only as a part: Arden, not "New Arden"."""
    ends = [match.start() for match in re.finditer(re.escape(f" {place} "), text)]
    before = word_list("events", "before_places")
    return any(text[:end].rsplit(" ", 1)[-1] not in before for end in ends)


def lies_within(one: str, other: str) -> bool:
    """Whether one of two folded places can be the other: "Arden" is in "Arden Vale", not "New Arden"."""
    small, large = sorted((one.split(), other.split()), key=len)
    if not set(small) <= set(large):
        return False
    return word_list("events", "before_places").isdisjoint(large[: large.index(small[0])] if small else [])
