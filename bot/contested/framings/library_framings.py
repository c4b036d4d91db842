"""Rival labels of a whole library, found without a question: only where texts tell of one event or person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.answer import ContestedPoint
from bot.contested.card_phrases import phrase
from bot.contested.facts.statements import times_in_text
from bot.contested.framings.framing_points import Use, framing_point, opposed, uses_in
from bot.contested.framings.referent import shared_referent
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import Statement, terms_of
from index.framings import Framing, Framings
from index.values import replace

_SHARED = 3  # words, beside the labels, of two sentences about one group of people
_SOURCES = 3  # that speak of one event, where no name near the labels says so
_FAR, _CLOSE = 8, 3  # words between a label and the name of the event, or of whom it describes
_MOST = 300  # uses of one framing that are compared


def framing_points(
    pool: Sequence[Statement], events: Events, framings: Framings, language: str
) -> list[ContestedPoint]:
    """Return one point for each framing of which two sources use rival labels for one event or person."""
    uses: dict[str, list[Use]] = {}
    for use in uses_in(pool, framings):
        if framings.by_id[use.label.framing].library:
            uses.setdefault(use.label.framing, []).append(use)
    points = []
    for key, row in uses.items():
        point = _point(
            framings.by_id[key],
            _of_one_event(row[:_MOST], events, event=framings.by_id[key].event),
            pool,
            framings,
            language,
        )
        if point is not None:
            points.append(point)
    return points


def _of_one_event(uses: Sequence[Use], events: Events, *, event: bool) -> list[Use]:
    """Return the uses that stand against another one in a source that tells of the same event and time."""
    kept: dict[int, Use] = {}
    for one, other in combinations(uses, 2):
        if one.statement.group == other.statement.group or not opposed(one, other):
            continue
        if not events.alike(one.statement, other.statement) or events.strange(one.statement, other.statement):
            continue
        mine, theirs = _times(one), _times(other)
        if (not mine or not theirs or mine & theirs) and (event or _say_more(one, other)):
            kept[id(one)], kept[id(other)] = one, other
    return [use for use in uses if id(use) in kept]


def _say_more(one: Use, other: Use) -> bool:
    """Whether two sentences have words in common beside their labels: they speak of the same people."""
    mine, theirs = (
        use.statement.terms - terms_of(use.text, use.statement.passage.paragraph.language)
        for use in (one, other)
    )
    return len(mine & theirs) >= _SHARED


def _times(use: Use) -> frozenset[str]:
    return frozenset(time for time in times_in_text(use.statement.text, use.statement.date) if len(time) > 2)


def _point(
    framing: Framing, uses: Sequence[Use], pool: Sequence[Statement], framings: Framings, language: str
) -> ContestedPoint | None:
    if not uses:
        return None
    found = shared_referent(uses, pool, framings, _FAR if framing.event else _CLOSE)
    if found is not None:
        point = framing_point(framing, found.uses, None, language)
        heading = phrase("of_names", language, what=framing.headings[language], names=found.name)
        whole = framing_point(framing, uses, None, language) if framing.event else None
        shown = whole or point
        return replace(shown, heading=heading) if shown else None
    enough = len({use.statement.group for use in uses}) >= _SOURCES
    return framing_point(framing, uses, None, language) if framing.event and enough else None
