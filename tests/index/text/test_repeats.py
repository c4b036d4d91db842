"""Copies by shared word 4-grams."""

from __future__ import annotations

import pytest

from index.text.repeats import REPEATED, containment, grams

ONE = "The harbour of Springfield was closed on Friday by the city council for three weeks, to our surprise."
OTHER = "Engineers have found four cracks in the quay wall of Shelbyville, two of them below the water line."


@pytest.mark.parametrize(
    "copy",
    [
        ONE.upper(),
        ONE.replace(",", " –"),
        f"  {ONE}\n",
        ONE.replace(" ", "\u00a0"),
        ONE.partition(", to")[0],
        f"{ONE} {OTHER}",
    ],
    ids=["capitals", "marks", "margins", "no-break spaces", "shortened", "merged"],
)
def test_copies_are_found(copy: str) -> None:
    """A copy with other capitals, marks or blanks, a shortened and a merged one, repeat the original."""
    assert containment(grams(ONE), grams(copy)) >= REPEATED


def test_other_texts_are_no_copies() -> None:
    """Texts on one subject in other words are no copies."""
    assert containment(grams(ONE), grams(OTHER)) == 0
    reworded = (
        "On Friday the council of the city closed Springfield's harbour: for three weeks it stays shut."
    )
    assert containment(grams(ONE), grams(reworded)) < REPEATED


@pytest.mark.parametrize("text", ["", "Read more", "one two three four five six seven"])
def test_short_texts_repeat_nothing(text: str) -> None:
    """Fewer than eight words repeat by chance and count as no copy."""
    assert grams(text) == frozenset() and containment(grams(text), grams(text)) == 0
