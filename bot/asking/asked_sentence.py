"""Which sentence of what somebody writes asks: the others only lead to it."""

from __future__ import annotations

from bot.asking.followup import take_over
from index.expressions import pattern
from index.text.sentences import sentences
from index.text.terms import folded, stop_words
from index.values import frozen

_OPENS = pattern(r"[.?!]\s+[^\W\d_]")
_LEAST = 2  # words beside function words, for a sentence to be looked for by itself


@frozen
class AskedSentence:
    """The sentence that asks, and what leads to it."""

    text: str
    leading: str = ""


def asked_sentence(text: str) -> AskedSentence:
    """Return the one sentence of a text that asks; the whole text where it is not one that stands by itself.

    "My cousin runs a mill. What did the strike do to its suppliers?" leans on what stands before;
    "My cousin runs a mill. Who won the strike?" asks only who won.
    """
    found = [text[start:end] for start, end in sentences(_with_capitals(text))]
    asking = [each for each in found if each.endswith("?")]
    if len(found) < 2 or len(asking) != 1:
        return AskedSentence(text)
    content = [word for word in folded(asking[0]) if word not in stop_words()]
    others = [each for each in found if each != asking[0]]
    if len(content) < _LEAST or take_over(asking[0], others).text:
        return AskedSentence(text)
    return AskedSentence(asking[0], " ".join(others))


def _with_capitals(text: str) -> str:
    """Return a text, as long as it was, with the capitals by which sentences are told: many write without."""
    raised = _OPENS.sub(lambda match: match[0].upper(), text)
    return raised if len(raised) == len(text) else text
