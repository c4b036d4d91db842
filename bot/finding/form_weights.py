"""How much each sentence counts for answering in the form asked for: an amount, a day, a reason."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answer_kinds import AnswerKind, gives_reason
from bot.asking.asked import asked_of
from bot.asking.asked_amount import asked_amount
from bot.finding.asked_form import fits, tells_what_it_is
from bot.finding.order import KIND_SENTENCE
from index.figures.families import PEOPLE
from index.model import Passage, Query
from index.remembered import kept

COUNTED = 3.0  # times what a sentence holds that gives the very thing asked for

_CROWD = "crowd"

Span = tuple[int, int]


def form_weights(query: Query, passage: Passage, spans: Sequence[Span]) -> list[float]:
    """Return by how much each of the ``spans`` of a paragraph counts more; 1 has nothing of the form.

    A year or a page is no amount: an amount is a figure that counts something, best what is asked for.
    """
    asked, paragraph = asked_of(query), passage.paragraph
    if asked_amount(query).amount or asked.kind is AnswerKind.NUMBER:
        return _amounts(query, passage, spans)
    if asked.defined:
        return [COUNTED if each else 1.0 for each in gives_it(query, passage, spans)]
    if not asked.reason and not asked.formed:
        return [1.0] * len(spans)
    sentences = (paragraph.text[start:end] for start, end in spans)
    return [
        KIND_SENTENCE
        if (gives_reason(each) if asked.reason else fits(query, each, paragraph.language))
        else 1.0
        for each in sentences
    ]


def gives_it(query: Query, passage: Passage, spans: Sequence[Span]) -> list[bool]:
    """Return for each of the ``spans`` whether it gives the very thing asked for.

    A number of what a question counts; what that is which it asks to have told what it is.
    """
    if asked_of(query).defined:
        paragraph = passage.paragraph
        return [
            tells_what_it_is(query, paragraph.text[start:end], paragraph.language) for start, end in spans
        ]
    family = asked_amount(query).family
    if family is None:
        return [False] * len(spans)
    # Of a crowd people are counted.
    counted = {family, PEOPLE} if family == _CROWD else {family}
    return [not counted.isdisjoint(told) for told in _families(passage, spans)]


def _amounts(query: Query, passage: Passage, spans: Sequence[Span]) -> list[float]:
    given = gives_it(query, passage, spans)
    rows = zip(given, _families(passage, spans), strict=True)
    other = 1.0 if any(given) else KIND_SENTENCE  # beside a count of pages one of the dead counts no more
    return [COUNTED if gives else other if here else 1.0 for gives, here in rows]


@kept(1024, lambda passage, spans: (id(passage.paragraph), id(spans)))
def _families(passage: Passage, spans: Sequence[Span]) -> list[frozenset[str]]:
    """Return of what kinds the figures of each of some spans of a passage are."""
    from index.figures.stored import figures_of  # most questions want no figures

    figures = figures_of(passage)
    return [frozenset(each.family for each in figures if start <= each.start < end) for start, end in spans]
