"""Whether a passage has about as much of what is asked as the best ones: words, however common here."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.asked import asked_of
from bot.finding.bearing import weights_of
from bot.finding.measure import FULLY, held_by
from bot.finding.order import Ranked
from bot.widening.widen import loosened
from index.door import Index
from index.model import Query
from index.text.reading import reading_of, terms_by_sentence

# Each word of the matter alike, beside the best of the first three: in a small library idf tells nothing. Of
# 122 claims behind the best one, for 131 questions to eleven libraries, about one in ten has less; an editor
# listed none of these.
LEAST = 0.7
LEAST_SIDED = 0.5  # where sources may well answer differently: another side is told in other words
_FIRST = 3  # passages


def much_of_it(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return for each passage whether it has about as much of the question's matter as the best.

    True where no passage has most of it, so that it is told in other words; where somebody's words are asked
    for, who may speak of it in his own; and where words are only named, or yes or no is asked for: who denies
    is brief.
    """
    asked, places = asked_of(query), weights_of(index, query).matter
    told = asked.of_one or (asked.speech and asked.kind is None)
    if told or asked.polar or not asked.question or not places:
        return [True] * len(ranked)
    held = [len([at for at in places if each.held[at] >= FULLY]) for each in ranked]
    most = max(held[:_FIRST], default=0)
    if most < LEAST * len(places):
        return [True] * len(ranked)
    least = (LEAST_SIDED if asked.sided else LEAST) * most
    if min(held) >= least:
        return [True] * len(ranked)
    wider = loosened(index, query, asked.language, {query.words[at].text for at in places})
    return [
        count >= least or _held_loosely(wider, each, places) >= least
        for each, count in zip(ranked, held, strict=True)
    ]


def _held_loosely(query: Query, each: Ranked, places: Sequence[int]) -> int:
    """Return how many words of the matter a passage has, or what may tell the same."""
    rows = held_by(query, terms_by_sentence(reading_of(each.passage)))
    return len([at for at in places if any(row[at] >= FULLY for row in rows)])
