"""A query to its ranked passages: candidates of the index, order."""

from __future__ import annotations

from bot.asking.asked import read_question
from bot.asking.query import make_query
from bot.finding import CANDIDATES, Ranked, rank
from bot.widening.widen import for_search, widen
from index.door import Index
from index.model import Passage, Query, Scope

# Of the question's idf mass: where the best passage holds less, synonyms of known words are searched too.
# Searching them always costs twice the time and gains nothing more on the public sets.
WELL_HELD = 0.7


def find(
    index: Index, question: str, *, scope: Scope | None = None, limit: int = CANDIDATES
) -> list[Passage]:
    """Return the best paragraphs for a question, best first, copies included."""
    spoken = read_question(question).language
    query = widen(index, make_query(question, scope=scope), spoken).query
    return [each.passage for each in best_passages(index, query, limit)][:limit]


def best_passages(index: Index, query: Query, limit: int = CANDIDATES) -> list[Ranked]:
    """Return the best paragraphs for a widened query in their final order, ``limit`` if there are."""
    limit = max(limit, CANDIDATES)
    found = index.search(for_search(query), limit)
    ranked = rank(index, query, found)
    if ranked and max(each.share for each in ranked[:3]) >= WELL_HELD:
        return ranked
    wider = index.search(for_search(query, synonyms=True), limit)
    have = {passage.paragraph.id for passage in found}
    fresh = [passage for passage in wider if passage.paragraph.id not in have]
    return rank(index, query, [*found, *fresh]) if fresh else ranked
