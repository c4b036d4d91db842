"""How far a passage bears on a question, beside the best one: relative evidence, who speaks, the matter."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answer_kinds import light_words
from bot.asking.asked import asked_of
from bot.finding.asked_voice import speaks
from bot.finding.order import Ranked, full_weight, word_idf
from index.door import Index
from index.model import Query

SPEAKS_NOT = 0.5  # times: somebody's words are asked for, and others' are in the passage
OTHER_MATTER = 0.85  # times: of the matter, the words that are no names, it holds nothing


def by_bearing(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[tuple[Ranked, float]]:
    """Return the passages with how far each bears on the question, 1 for the best, best first."""
    if not ranked:
        return []
    matter = _matter(index, query, ranked)
    heard = _heard(query, ranked)
    weighed = [
        each.passage.score * (1.0 if share else OTHER_MATTER) * (1.0 if speaks else SPEAKS_NOT)
        for each, share, speaks in zip(ranked, matter, heard, strict=True)
    ]
    best = max(weighed) or 1.0
    order = sorted(range(len(ranked)), key=lambda at: -weighed[at])
    return [(ranked[at], weighed[at] / best) for at in order]


def _matter(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[float]:
    """Return for each passage how much of the matter it holds, beside the one that holds most.

    The matter is what a question says besides names and years: "fraud" and "election" in "Was there
    fraud in the 2019 Ruritanian election?". Words of an earlier question count by their weight.
    """
    names = asked_of(query).names
    places = [
        (at, word_idf(index, word) * full_weight(word))
        for at, word in enumerate(query.words)
        if word.text.lower() not in names and not word.text.isdigit() and word.text not in light_words()
    ]
    held = [sum(idf * min(1.0, each.held[at]) for at, idf in places) for each in ranked]
    most = max(held, default=0.0)
    return [each / most for each in held] if most else [1.0] * len(ranked)


def _heard(query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return for each passage whether somebody whose words are asked for speaks; True where nobody does."""
    heard = [speaks(each.passage, query) for each in ranked]
    return heard if any(heard) else [True] * len(ranked)
