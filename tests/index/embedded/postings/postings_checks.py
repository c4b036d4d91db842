"""What the tests of the postings share: rank_bm25 to compare with, and the ways of large libraries."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from rank_bm25 import BM25Plus

from index.embedded.postings import Postings, open_postings

WAYS = ("whole", "exact", "codes")  # every paragraph scored | pruned by shares | pruned by codes
_STEPS = {
    "plain._HOPEFUL": 4.0,
    "maxscore.POOL": 1,
    "maxscore.SAMPLE": 4,
    "maxscore.PARTITION": 8,
    "maxscore.SPARSE": 64,
    "frequent.STEPWISE": 1,
    "frequent.CELLS": 16,
    "frequent.TOLD_APART": 3,
    "rare.TWO_BYTES": 20,
}


def go(patch: pytest.MonkeyPatch, way: str) -> None:
    """Let the readers go one of the WAYS, in steps so small that each is taken; the plain one knows two."""
    if way == "whole":
        return
    patch.setattr("index.embedded.postings.plain.WHOLE", 0)
    patch.setattr("index.embedded.postings.whole.WHOLE", 0)
    patch.setattr("index.embedded.postings.whole.WHOLE_FOR_RARE", 0)
    if way == "codes":
        patch.setattr("index.embedded.postings.rare.EXACT", 0)
    for name, value in _STEPS.items():
        patch.setattr(f"index.embedded.postings.{name}", value)


def readers(path: Path) -> list[Postings]:
    """Open a file with both readers."""
    return [open_postings(path), open_postings(path, vector=True)]


def expected(
    documents: Sequence[Sequence[str]], terms: Sequence[tuple[str, float]], k1: float, b: float, delta: float
) -> dict[int, float]:
    """Return rank_bm25's scores of the paragraphs that hold one of the terms."""
    engine = BM25Plus(documents, k1=k1, b=b, delta=delta)
    scores = sum(weight * engine.get_scores([term]) for term, weight in terms)
    wanted = {term for term, _ in terms}
    return {n: float(scores[n]) for n, document in enumerate(documents) if wanted & set(document)}


def assert_best(found: list[tuple[int, float]], scores: dict[int, float], limit: int) -> None:
    """Check that ``found`` are the best of ``scores`` in order, up to rounding."""
    assert len(found) == min(limit, len(scores))
    assert len({number for number, _ in found}) == len(found)
    best = sorted(scores.values(), reverse=True)[:limit]
    for (number, score), right in zip(found, best, strict=True):
        assert score == pytest.approx(right, abs=1e-9)
        assert scores[number] == pytest.approx(right, abs=1e-9)
    assert found == sorted(found, key=lambda pair: (-pair[1], pair[0]))


def random_corpus(size: int, vocabulary: int, longest: int = 30, seed: int = 3) -> list[list[str]]:
    """Return paragraphs of words that are more common the smaller their number."""
    rng = random.Random(seed)  # noqa: S311
    return [
        [f"w{int(vocabulary * rng.random() ** 3)}" for _ in range(rng.randint(1, longest))]
        for _ in range(size)
    ]
