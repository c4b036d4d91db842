"""Candidates of the index to the passages of an answer: best first, copies folded together."""

from __future__ import annotations

from bot.finding.order import CANDIDATES, WEIGHTS, Parts, Ranked, rank

__all__ = ["CANDIDATES", "WEIGHTS", "Parts", "Ranked", "rank"]
