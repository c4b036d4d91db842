"""Copies by shared word 4-grams."""

from __future__ import annotations

import subprocess
import sys

import pytest

from index.repeats import REPEATED, containment, grams, repeats

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


def test_pairs_are_found_in_order() -> None:
    """All pairs are found, the smaller position first, whatever stands between."""
    texts = [grams(text) for text in (ONE, OTHER, "short", ONE, f"{OTHER} And more was found.", ONE)]
    assert repeats(texts) == [(0, 3), (0, 5), (1, 4), (3, 5)]


def test_formulas_of_many_texts_make_no_pairs() -> None:
    """What stands in very many texts is a formula, and comparing it costs nothing."""
    assert repeats([grams(ONE)] * 200) == []


def test_grams_are_the_same_in_every_process() -> None:
    """Copies do not depend on how a process hashes texts: pairs are the same with any hash seed."""
    program = (
        "from index.repeats import grams, repeats;"
        f"print(repeats([grams({ONE!r}), grams({OTHER!r}), grams({ONE!r})]))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert printed == {b"[(0, 2)]\n"}
