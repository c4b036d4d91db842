"""Likeness in spelling."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.widening.likeness import distance, skeleton


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("ferry", "ferry", 0),
        ("fery", "ferry", 1),
        ("frery", "ferry", 1),
        ("ferri", "ferry", 1),
        ("quay", "ferry", 3),
    ],
)
def test_edits_are_counted_up_to_the_limit(one: str, other: str, edits: int) -> None:
    """One letter more, less, other or swapped is one edit; beyond the limit the limit and one."""
    assert distance(one, other, 2) == edits
    assert distance(other, one, 2) == edits


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("filosofi", "philosophi"),
        ("state", "estado"),
        ("immediat", "inmediat"),
        ("univers", "univers"),
        ("inflect", "inflexion"),
    ],
)
def test_cognates_come_to_one_form_or_nearly(english: str, spanish: str) -> None:
    """Words of one origin differ in few letters once the usual spellings are levelled."""
    assert distance(skeleton(english), skeleton(spanish), 1) <= 1


@given(st.text("ab", max_size=5), st.text("ab", max_size=5), st.integers(0, 3))
def test_edits_are_those_of_the_plain_table(one: str, other: str, limit: int) -> None:
    """The number of edits is that of the table by which it is defined, for any two words."""
    table = [[max(at, to) for to in range(len(other) + 1)] for at in range(len(one) + 1)]
    for at, to in product(range(1, len(one) + 1), range(1, len(other) + 1)):
        least = [table[at - 1][to] + 1, table[at][to - 1] + 1]
        least.append(table[at - 1][to - 1] + (one[at - 1] != other[to - 1]))
        if at > 1 and to > 1 and one[at - 2 : at] == other[to - 2 : to][::-1]:
            least.append(table[at - 2][to - 2] + 1)
        table[at][to] = min(least)
    assert distance(one, other, limit) == min(table[-1][-1], limit + 1)
