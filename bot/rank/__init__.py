"""Candidates of the index to the passages of an answer: best first, copies folded together."""

from __future__ import annotations

from bot.rank.copies import without_copies
from bot.rank.order import CANDIDATES, Ranked, rank

__all__ = ["CANDIDATES", "Ranked", "rank", "without_copies"]
