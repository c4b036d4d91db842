"""The last word of a text: a figure that the same voice puts another one in the place of is none any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from bot.contested.facts.statements import one_speaker
from bot.contested.facts.times_of import weekdays_in
from bot.contested.figures.given_figures import Given, value_of
from bot.contested.figures.same_count import Key, key_of
from index.text.tokens import phrases_of, read_tokens
from index.words import word_list

_NEAR = 7  # words from "lowered" to the number that now holds
_TO = 3  # words from "to" to the number: "to at least"


def last_told(given: Sequence[Given]) -> list[Given]:
    """Return the figures without those in whose place their article puts another one later on."""
    rows: dict[tuple[str, Key], list[Given]] = {}
    for each in given:
        if (key := key_of(each)) is not None:
            rows.setdefault((each.statement.passage.paragraph.article, key), []).append(each)
    gone = {id(early) for row in rows.values() if len(row) > 1 for early in _replaced(row)}
    return [each for each in given if id(each) not in gone]


def _replaced(row: Sequence[Given]) -> Iterable[Given]:
    """Yield the figures of one thing in one article that another one replaces."""
    ordered = sorted(row, key=lambda each: (each.statement.passage.paragraph.number, each.figure.start))
    for early, late in combinations(ordered, 2):
        if early.statement.place == late.statement.place or value_of(early) == value_of(late):
            continue
        if _revises(late) or (_one_voice(early, late) and _told_after(early, late)):
            yield early


def _revises(given: Given) -> bool:
    """Whether a figure stands in place of an earlier one: "they lowered the figure to 9"."""
    words = list(read_tokens(given.before).words[-_NEAR:])
    to = not word_list("counting", "change_to").isdisjoint(words[-_TO:])
    return to and phrases_of("events", "revises").stand_in(words)


def _one_voice(one: Given, other: Given) -> bool:
    """Whether one may give both: the same speaker, or one of them has none that the text names."""
    mine, theirs = one.statement, other.statement
    return not (mine.speaker and theirs.speaker) or one_speaker(mine, theirs)


def _told_after(early: Given, late: Given) -> bool:
    """Whether one sentence tells of an earlier hour or day than the other."""
    mine, theirs = (read_tokens(each.statement.text).words for each in (early, late))
    if phrases_of("events", "at_first").stand_in(mine) and phrases_of("events", "then").stand_in(theirs):
        return True
    first, then = weekdays_in(mine), weekdays_in(theirs)
    return bool(first and then) and first.isdisjoint(then)
