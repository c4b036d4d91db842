"""Makes small libraries go the ways of large ones."""

from __future__ import annotations

import pytest

WAYS = ("whole", "exact", "codes")  # every paragraph scored | pruned by shares | pruned by codes
_STEPS = {
    "maxscore.POOL": 1,
    "maxscore.SAMPLE": 4,
    "maxscore.PARTITION": 8,
    "maxscore.SPARSE": 64,
    "frequent.STEPWISE": 1,
    "frequent.TOLD_APART": 3,
    "rare.TWO_BYTES": 20,
}


def go(patch: pytest.MonkeyPatch, way: str) -> None:
    """Let the reader with numpy go one of the WAYS, in steps so small that each is taken."""
    if way == "whole":
        return
    patch.setattr("index.postings.vector.WHOLE", 0)
    if way == "codes":
        patch.setattr("index.postings.rare.EXACT", 0)
    for name, value in _STEPS.items():
        patch.setattr(f"index.postings.{name}", value)
