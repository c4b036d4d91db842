"""A question to its passages: query, candidates of the index, order."""

from __future__ import annotations

from bot.query import make_query
from bot.rank import CANDIDATES, rank
from bot.widen import widen
from index.door import Index
from index.languages import language_of
from index.model import Passage, Scope


def find(index: Index, question: str, *, scope: Scope | None = None, limit: int = CANDIDATES) -> list[Passage]:
    """Return the best paragraphs for a question, best first, copies included."""
    query = widen(index, make_query(question, scope=scope), language_of(question)).query
    candidates = index.search(query, max(limit, CANDIDATES))
    return [each.passage for each in rank(index, query, candidates)][:limit]
