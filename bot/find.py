"""A question to its passages: query, candidates of the index, order."""

from __future__ import annotations

from bot.query import make_query
from bot.rank import CANDIDATES
from index.door import Index
from index.model import Passage, Scope


def find(index: Index, question: str, *, scope: Scope | None = None, limit: int = CANDIDATES) -> list[Passage]:
    """Return the best paragraphs for a question, best first, copies included."""
    return index.search(make_query(question, scope=scope), limit)
