"""The framings that a library would list by itself, of which a question uses a label.

So a question finds the difference that is listed without one, whichever side's word it uses.
"""

from __future__ import annotations

from bot.answer import ContestedPoint
from bot.asking.asked_labels import asked_labels
from bot.contested.framings.library_framings import framing_points
from bot.contested.inquiry import Inquiry
from bot.contested.one_event import Events
from index.values import replace


def listed_framings(inquiry: Inquiry) -> list[ContestedPoint]:
    """Return the framings of a question's labels whose two sides sources use that speak of whom it names."""
    named = set(asked_labels(inquiry.question, inquiry.framings).framings)
    names, relevance = inquiry.names, inquiry.relevance
    pool = [each for each in inquiry.pool if not names or names & relevance.in_source(each)]
    if not named or len({each.group for each in pool}) < 2:
        return []
    points = framing_points(pool, Events(pool), inquiry.framings, inquiry.language)
    return [replace(each, heading=inquiry.headed(each.heading)) for each in points if each.id in named]
