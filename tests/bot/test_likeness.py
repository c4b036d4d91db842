"""Likeness in spelling."""

from __future__ import annotations

import pytest

from bot.likeness import distance, skeleton


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
