"""Which labels of framings a question uses, and which framings it touches."""

from __future__ import annotations

from functools import lru_cache

from bot.asking.answer_kinds import asks_for_reason
from index.framings import Framings, Label
from index.model import Query
from index.text.spelt import Spelt
from index.values import frozen


@frozen
class AskedLabels:
    """The labels in a question, with the ids of the framings that they and its other words touch."""

    found: tuple[Label, ...]
    framings: tuple[str, ...]  # of the labels, with their kin
    touched: tuple[str, ...]  # by a label or by a neutral word
    reason: bool  # whether what stands beside the labels asks for a reason

    def hold(self, word: Spelt) -> bool:
        """Whether a word of the question stands in one of its labels."""
        return any(each.start < word.end and word.start < each.end for each in self.found)


def asked_labels(question: Query, framings: Framings) -> AskedLabels:
    """Return the labels of framings in a question."""
    return _read(question.text, framings)


@lru_cache(maxsize=64)
def _read(text: str, framings: Framings) -> AskedLabels:
    found = framings.find(text)
    beside = text
    for each in found:  # of two framings they may overlap
        beside = beside[: each.start] + " " * (each.end - each.start) + beside[each.end :]
    return AskedLabels(found, framings.labelled(text), framings.touched(text), asks_for_reason(beside))
