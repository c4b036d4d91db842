"""Which labels of framings a question uses, and which framings it touches."""

from __future__ import annotations

from functools import lru_cache

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

    def blanked(self, text: str) -> str:
        """Return the text of the question with blanks for its labels."""
        for each in self.found:  # of two framings they may overlap
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
        return text

    def hold(self, word: Spelt) -> bool:
        """Whether a word of the question stands in one of its labels."""
        return any(each.start < word.end and word.start < each.end for each in self.found)


def asked_labels(question: Query, framings: Framings) -> AskedLabels:
    """Return the labels of framings in a question."""
    return _read(question.text, framings)


@lru_cache(maxsize=64)
def _read(text: str, framings: Framings) -> AskedLabels:
    return AskedLabels(framings.find(text), framings.labelled(text), framings.touched(text))
