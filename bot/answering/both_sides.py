"""An answer to one with all sides: the second, wider look, and the contested points it finds."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, Claim, ContestedPoint, Kind, Status
from bot.asking.asked import asked_of
from bot.asking.asked_amount import asked_amount
from bot.asking.asked_labels import asked_labels
from bot.contested import contested_points, wider_query
from bot.contested.points import lone_source
from index.door import Index
from index.framings import Framings, bundled
from index.model import Passage, Query
from index.values import replace

# How many passages of the wider look are read for rival positions: those of a side that ranks low
# stood among the first 60 on the libraries tried, more cost time and brought other matters in.
WIDER = 60
WIDER_FOR_FIGURES = 120  # a figure stands in one clause of a paragraph that is about something else


def look_wider(index: Index, query: Query, framings: Framings | None = None) -> Sequence[Passage]:
    """Return the passages of the wider look, where rival positions may stand."""
    counted = asked_amount(query).family is not None
    return index.search(wider_query(query, framings), WIDER_FOR_FIGURES if counted else WIDER)


def with_sides(
    query: Query,
    passages: Sequence[Passage],
    wider: Sequence[Passage],
    answer: Answer,
    framings: Framings | None = None,
) -> Answer:
    """Return the answer with its contested points, and with its claims led by one of each side.

    ``passages`` are those of the claims, best first, ``wider`` those of the wider look. Where only one
    source speaks on a matter that others dispute, the answer says so.
    """
    views = asked_of(query).views
    points = contested_points(query, passages, wider, answer.language, framings, voices=views)
    several = any(point.sources > 1 for point in points)
    note = None if several else lone_source(query, passages, wider, answer.language, framings, points)
    notes = (*answer.notes, note) if note else answer.notes
    return replace(answer, notes=notes, contested=points, claims=_led_by_sides(answer, points))


def sides_alone(
    index: Index, query: Query, silence: Answer, framings: Framings | None = None
) -> Answer | None:
    """Return an answer of the sides alone, when a question uses one side's word; None when there are none.

    The documents may say "coup" where the question says "self-coup": no passage holds the asker's
    word, and yet they speak of the matter. Whichever word was used, the same positions are shown.
    """
    words = framings or bundled()
    if not asked_labels(query, words).framings:
        return None
    wider = index.search(wider_query(query, words), WIDER)
    points = contested_points(query, (), wider, silence.language, words)
    if not any(point.kind is Kind.FRAMING for point in points):
        return None
    sides = [
        position.claims[0] for point in points if point.kind is Kind.FRAMING for position in point.positions
    ]
    claims = tuple(replace(claim, number=number) for number, claim in enumerate(sides, start=1))
    return replace(silence, status=Status.ANSWERED, reason=None, claims=claims, contested=points)


def _led_by_sides(answer: Answer, points: Sequence[ContestedPoint]) -> tuple[Claim, ...]:
    """Return the answer's claims, one of each side first where figures or statements differ.

    Who reads three quotes must not read three of one side. Voices that are only set side by side
    leave the order as it is: nothing says that they answer better.
    """
    point = next((point for point in points if point.kind in {Kind.FIGURE, Kind.FACT}), None)
    if point is None:
        return answer.claims
    leading = [position.claims[0] for position in point.positions if position.claims]
    leading.sort(key=lambda claim: claim.source.language != answer.language)  # what the asker reads, first
    taken = {(claim.file, claim.start) for claim in leading}
    others = [claim for claim in answer.claims if (claim.file, claim.start) not in taken]
    led = [*leading, *others]
    return tuple(
        claim if claim.number == number else replace(claim, number=number)
        for number, claim in enumerate(led, start=1)
    )
