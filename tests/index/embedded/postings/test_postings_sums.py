"""The bounds that the reader without numpy sums up are none too low, and not much too high."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedded.postings.plain import SUMMED
from index.embedded.postings.sums import sum_up

NEARLY = 1 + 1e-12


@given(
    terms=st.integers(1, SUMMED),
    paragraphs=st.integers(1, 60),
    least=st.floats(0, 100),
    rank=st.integers(1, 60),
    masked=st.booleans(),
    seed=st.integers(0, 1 << 30),
)
def test_sums_are_bounds(
    terms: int, paragraphs: int, least: float, rank: int, masked: bool, seed: int
) -> None:
    """A paragraph's byte stands for the sum of its bounds, or a unit for each term more; masked for 0."""
    chance = random.Random(seed)  # noqa: S311
    codes = [bytes(chance.choice((0, 0, 1, 2, 255)) for _ in range(paragraphs)) for _ in range(terms)]
    bounds = [[0.0, *(chance.uniform(0.001, 9) for _ in range(255))] for _ in range(terms)]
    mask = bytearray(number % 2 for number in range(paragraphs)) if masked else None
    sums = sum_up(codes, bounds, mask)
    right = [0.0] * paragraphs
    for number in range(masked, paragraphs, 1 + masked):
        right[number] = sum(own[code[number]] for own, code in zip(bounds, codes, strict=True))
    for byte, total in zip(sums.each, right, strict=True):
        assert total <= byte * sums.unit * NEARLY
        assert byte * sums.unit <= (total + terms * sums.unit) * NEARLY
    found = sums.reaching(least)
    assert {number for number, total in enumerate(right) if total >= least and total} <= set(found)
    assert found == sorted(number for number in found if sums.each[number])
    best = sorted((byte * sums.unit for byte in sums.each if byte), reverse=True)
    assert sums.best(rank) == pytest.approx(best[rank - 1] if rank <= len(best) else 0.0)
