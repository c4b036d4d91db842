"""A query to its ranked passages: candidates of the index, order."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.asked import asked_of, read_question
from bot.asking.query import make_query
from bot.finding import CANDIDATES, Ranked, rank
from bot.finding.abstain import unheld
from bot.widening.widen import for_search, loosened, widen
from index.door import Index
from index.model import Passage, Query, Scope

# Of the question's idf mass: where the best passage holds less, synonyms of known words are searched too.
# Searching them always costs twice the time and gains nothing more on the public sets.
WELL_HELD = 0.7
# Times as many candidates are then put in order: of 180 freely worded questions, most of them to 200 texts on
# many matters, three more are answered and three fewer left without an answer; three times gain nothing more.
_WIDER = 2
_GOOD = 2  # passages: a word of the question that none of them holds is told in other words, or not at all


def find(
    index: Index, question: str, *, scope: Scope | None = None, limit: int = CANDIDATES
) -> list[Passage]:
    """Return the best paragraphs for a question, best first, copies included."""
    spoken = read_question(question).language
    query = widen(index, make_query(question, scope=scope), spoken).query
    return [each.passage for each in in_looser_words(index, query, limit)[1]][:limit]


def in_looser_words(index: Index, query: Query, limit: int = CANDIDATES) -> tuple[Query, list[Ranked]]:
    """Return the best paragraphs for a widened query, and the query that found them.

    Words of the question that no good passage holds are looked for in other words that may tell the same.
    """
    ranked = best_passages(index, query, limit)
    missing = () if _well_held(ranked) else unheld(query, ranked[:_GOOD])
    looser = loosened(index, query, asked_of(query).language, missing) if missing else query
    return (query, ranked) if looser == query else (looser, best_passages(index, looser, limit))


def best_passages(index: Index, query: Query, limit: int = CANDIDATES) -> list[Ranked]:
    """Return the best paragraphs for a widened query in their final order, ``limit`` if there are."""
    limit = max(limit, CANDIDATES)
    searched = for_search(query)
    found = index.search(searched, _WIDER * limit)
    ranked = rank(index, query, found[:limit])
    if said := _said_nearby(index, query, ranked):
        found = [*said, *found]
        ranked = rank(index, query, found[: limit + len(said)])
    if _well_held(ranked):
        return ranked
    every = {passage.paragraph.id: passage for passage in found}
    loosely = for_search(query, synonyms=True)
    for passage in index.search(loosely, _WIDER * limit) if loosely != searched else ():
        every.setdefault(passage.paragraph.id, passage)
    return rank(index, query, [*every.values()]) if len(every) > len(ranked) else ranked


def _said_nearby(index: Index, query: Query, ranked: Sequence[Ranked]) -> list[Passage]:
    if asked_of(query).speaker is None:
        return []
    from bot.finding.said_nearby import said_nearby  # most questions ask for nobody's words

    return said_nearby(index, query, ranked)


def _well_held(ranked: Sequence[Ranked]) -> bool:
    return max((each.share for each in ranked[:3]), default=0.0) >= WELL_HELD
