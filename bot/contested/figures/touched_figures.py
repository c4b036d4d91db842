"""The figures that a library would list by itself, on what a question counts.

So a question finds the difference that is listed without one, in whatever words it names the matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.answer import ContestedPoint
from bot.asking.asked_amount import AskedAmount
from bot.contested.figures.given_figures import Given, figures_in
from bot.contested.figures.library_figures import differing_rows, row_point
from bot.contested.inquiry import Inquiry
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement
from index.figures.families import families


def touched_figures(inquiry: Inquiry, asked: AskedAmount) -> ContestedPoint | None:
    """Return the one listed difference in a toll that is asked for; None where several would be listed.

    Only where no sentence that counts names what the question names: else its scope is told there. The
    sentence that bears most on the question is one of the difference, its source speaks of whom is asked.
    """
    relevance = inquiry.relevance
    names = {name for name in inquiry.names if relevance.knows(name)}
    given = [each for each in figures_in(inquiry.pool) if _asked(each, asked)]
    near = [each.statement for each in given if names <= relevance.in_source(each.statement)]
    told = any(not names.isdisjoint(each.statement.terms) for each in given)
    if told or not near or len({each.statement.group for each in given}) == 1:
        return None
    every = differing_rows(inquiry.pool, Events(inquiry.pool), partial(_asked, asked=asked))
    rows = [row for row in every if _asked(row[0], asked)]
    if len(rows) != 1 or not _holds(rows[0], max(near, key=relevance.of)):
        return None
    return row_point(rows[0], inquiry.framings, inquiry.language)


def _asked(given: Given, asked: AskedAmount) -> bool:
    """Whether a figure counts what is asked for, narrowed as it asks."""
    figure, want = given.figure, asked.narrowed
    family = families().get(figure.family)
    if family is None or not family.grows or family.id != asked.family or want.doer:
        return False  # who was killed by whom, nothing else tells
    return (figure.who, figure.grade, figure.per) == (want.who, want.grade, want.per)


def _holds(row: Sequence[Given], statement: Statement) -> bool:
    return any(each.statement.place == statement.place for each in row)
