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
from index.values import replace

# Of the question's idf mass: where the best passage holds less, synonyms of known words are searched too.
# Searching them always costs twice the time and gains nothing more on the public sets.
WELL_HELD = 0.7
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
    found = index.search(for_search(query), limit)
    found = _with(found, _his_words(index, query, limit))
    ranked = rank(index, query, found)
    if _well_held(ranked):
        return ranked
    wider = _with(found, index.search(for_search(query, synonyms=True), limit))
    return rank(index, query, wider) if len(wider) > len(found) else ranked


def _with(found: Sequence[Passage], others: Sequence[Passage]) -> list[Passage]:
    """Return passages with those of others that are not among them."""
    have = {passage.paragraph.id for passage in found}
    return [*found, *(passage for passage in others if passage.paragraph.id not in have)]


def _his_words(index: Index, query: Query, limit: int) -> list[Passage]:
    """Return the best passages in which somebody speaks whose words a question asks for by name.

    Where he speaks a text seldom repeats his name: passages that hold it would come before.
    """
    asked = asked_of(query).speaker
    if asked is None or not asked.named or query.scope.speaker:
        return []
    matter = tuple(word for word in query.words if word.text.lower() not in asked.words | asked.asking)
    called = " ".join(max(asked.names, key=len))
    if not matter or not called:
        return []
    said = replace(query, words=matter, scope=replace(query.scope, speaker=called))
    return index.search(for_search(said, synonyms=True), limit)


def _well_held(ranked: Sequence[Ranked]) -> bool:
    return max((each.share for each in ranked[:3]), default=0.0) >= WELL_HELD
