"""How the work of comparing grows in a library all of one matter, where all affirm what somebody denies."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.contested.library import quotable, undecided_points
from index.embedded import open_library
from index.framings import bundled
from index.model import Passage

Write = Callable[[dict[str, str]], Path]
# Times as much work for twice the text: each sentence is held against every other one, which two have in
# common with four; where every pair was held against all pairs before it, it was ten.
MOST = 4.5
FEW = 16  # sources
KINDS = (
    "{who} {said} that the guards of Villanueva {shot} at the crowd on 4 March, and {rest}.",
    "{who} {ordered} the closing of the harbour of Villanueva on 4 March, and {rest}.",
)
SYLLABLES = ("ba", "cor", "del", "fin", "gal", "hur", "jor", "lam", "men", "nor")
CHOICES = {
    "who": ("Ana Ejemplo", "Berta Modelo", "Hugo Prueba", "Mario Muestra", "Clara Ejemplo", "Luis Modelo"),
    "said": ("said", "denied", "said"),
    "shot": ("fired", "did not fire", "never fired"),
    "ordered": ("ordered", "did not order", "denied ordering"),
}


def _passages(write: Write, form: str, sources: int) -> Sequence[Passage]:
    chance = random.Random(3)  # noqa: S311 (not for secrets)

    def sentence() -> str:
        rest = " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(5))
        chosen = {name: chance.choice(words) for name, words in CHOICES.items()}
        return form.format(**chosen, rest=rest)

    def page(number: int) -> str:
        head = f"---\nauthors: [Autor {number}]\npublished: 2020-03-05\nlanguage: en\n---\n\n"
        return head + "\n\n".join(f"{sentence()} {sentence()}" for _ in range(2)) + "\n"

    index = open_library(write({f"{number}.md": page(number) for number in range(sources)}), None)
    return [*quotable(index.export())]


def _work(passages: Sequence[Passage]) -> int:
    """Return how many functions are called while some passages are compared."""
    framings, calls = bundled(), 0

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        undecided_points(passages, "en", framings)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("form", KINDS, ids=["said", "done"])
def test_work_does_not_grow_much_faster_than_a_matter(library: Write, form: str) -> None:
    """Twice as many sources of one matter are four times the work at most, however much each denies."""
    _work(_passages(library, form, FEW))  # what is loaded once
    few, many = (_work(_passages(library, form, sources)) for sources in (FEW, 2 * FEW))
    assert many <= MOST * few, f"{few} calls of functions, then {many}"
