"""One act of reporting inside a sentence."""

from __future__ import annotations

from typing import NamedTuple

from index.grammar.evidence import Strength
from index.grammar.frames import DASHES, Frame
from index.grammar.nouns import Phrase
from index.words import word_list

_NO_WORDS = word_list("grammar", "no_words")
_ONE = word_list("grammar", "one")

Span = tuple[int, int]


class Report(NamedTuple):
    """One act of reporting inside a frame. Indexes count tokens, spans characters."""

    phrase: Phrase
    cue: Span
    low: int  # first token of subject and verb together
    strength: Strength
    left: Span | None = None  # reported span before subject and verb
    right: Span | None = None  # reported span after them
    quoted: int | None = None  # where the quotation right before them begins
    joined: bool = False  # coordinated with the report before it
    tag: bool = False  # it closes its sentence: "..., she said."
    nested: bool = True  # it holds its quotation even inside the words of another
    unnamed: bool = False  # the authority that brings a charge, which the text does not name
    related: bool = False  # in a clause about a thing: "a fire that the guild said was small"
    verdict: bool = False  # its words end with the last quotation: "called it a 'farce' and left"

    @property
    def spans(self) -> list[Span]:
        """The reported spans in order."""
        return [span for span in (self.left, self.right) if span is not None]

    def holds(self, place: int) -> bool:
        """Whether a character stands in the span after subject and verb."""
        return self.right is not None and self.right[0] <= place < self.right[1]

    def quotes(self, frame: Frame) -> bool:
        """Whether a quotation stands in the span after subject and verb."""
        if self.right is None:
            return False
        start, end = self.right
        return any(token.quote and start <= token.start < end for token in frame.tokens)


# Words after which a report is supposed and not made: "if she says so", "perhaps she said it".
_SUPPOSING = word_list("grammar", "supposing")
_GUESSING = word_list("grammar", "guessing")
_MEANING = word_list("grammar", "meaning_verbs")
_NOBODY = word_list("grammar", "nobody")


def supposed(frame: Frame, report: Report) -> bool:
    """Whether a condition, a "nobody" or a "does not mean" stands before the subject, in its clause.

    "Nobody believed the mayor's claim" leaves the claim made, by the mayor.
    """
    first = min(report.phrase.first, report.low)
    before = [token for token in frame.tokens if token.end <= report.cue[0]]
    if before and before[-1].low in _GUESSING and report.phrase.last < len(before) - 1:
        return True  # "the visitor probably asked for help"
    made = any(token.text.endswith(("’s", "'s")) for token in frame.tokens[first : report.phrase.last + 1])
    for at in range(first - 1, -1, -1):
        token = frame.tokens[at]
        if token.quote or token.text in ",;:" or token.text in DASHES:
            return False
        if token.low in _MEANING and any(
            "negations" in each.kinds for each in frame.tokens[max(0, at - 2) : at]
        ):
            return True
        nobody = token.low in _NOBODY or (token.low in _NO_WORDS and frame.tokens[at + 1].low in _ONE)
        if token.low in _SUPPOSING or (nobody and not made):
            return True
    return False
