"""Rival labels that nobody asked for: two voices tell of one matter in nearly the same other words."""

from __future__ import annotations

from itertools import combinations

from bot.answer import ContestedPoint
from bot.asking.asked_labels import asked_labels
from bot.asking.asked_names import names_in_text
from bot.contested.facts.statements import alike, names_apart
from bot.contested.framings.framing_points import Use, framing_point, opposed, uses_in
from bot.contested.inquiry import Inquiry
from bot.contested.spoken_sentences import terms_of
from index.values import replace

_NEAR = 0.6  # of the best sentence's relevance
_MOST = 16  # sentences read
_SHARE, _LEAST = 0.5, 3  # of the shorter sentence's terms, that both must hold


def unasked_framings(inquiry: Inquiry) -> list[ContestedPoint]:
    """Return the framings that a question does not touch, of which two close sentences use rival labels."""
    pool, relevance, framings = inquiry.pool, inquiry.relevance, inquiry.framings
    best = relevance.best(pool)
    near = [each for each in pool if best and relevance.of(each) >= _NEAR * best]
    if len({each.group for each in near}) < 2:
        return []
    near.sort(key=lambda each: -relevance.of(each))
    touched = set(asked_labels(inquiry.question, framings).touched)
    uses = [use for use in uses_in(near[:_MOST], framings) if use.label.framing not in touched]
    points = []
    for key in dict.fromkeys(use.label.framing for use in uses):
        here = [use for use in uses if use.label.framing == key]
        pairs = [pair for pair in combinations(here, 2) if _rival(*pair)]
        rivals = [use for pair in pairs for use in pair]
        point = framing_point(framings.by_id[key], rivals, relevance, inquiry.language)
        if point is not None:
            points.append(replace(point, heading=inquiry.headed(point.heading)))
    return points


def _rival(one: Use, other: Use) -> bool:
    """Whether two voices of two sources tell of one matter with labels of two sides, each as its own word."""
    if not opposed(one, other) or one.statement.group == other.statement.group:
        return False
    if not one.held or not other.held:
        return False
    if names_apart(*(names_in_text(use.statement.text) for use in (one, other))):
        return False
    return alike(_terms(one), _terms(other), _SHARE, _LEAST)


def _terms(use: Use) -> frozenset[str]:
    return use.statement.terms - terms_of(use.text, use.statement.passage.paragraph.language)
