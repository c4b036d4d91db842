"""What a text does with a label: part of a name, between scare quotes, held at a distance, rejected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from index.framings.framing import Label
from index.framings.label_index import Entry, text_words
from index.model import Stance
from index.words import table

_LEAD = 60  # characters in front of a label in which such words are looked for
_DISTANCE_REACH = 6  # words between "so-called", "not" and the label they speak of
_SCARE_WORDS = 4  # a longer piece between quotation marks is speech, not a word held at a distance
_OPENING, _CLOSING = "“\"«‘'„", "”\"»’'“"


def in_name(text: str, spans: Sequence[tuple[int, int]], index: int, size: int) -> bool:
    """Whether the label is part of a proper name: in capitals beside other capitals, inside a sentence."""
    start, end = spans[index][0], spans[index + size - 1][1]
    if not text[start].isupper() or text[start:end].isupper():
        return False
    before = index > 0 and text[spans[index - 1][0]].isupper() and text[spans[index - 1][1] : start] == " "
    last = index + size
    after = last < len(spans) and text[spans[last][0]].isupper() and text[end : spans[last][0]] == " "
    opens = index == 0 or text[spans[index - 1][1] : start].strip(" ") != ""
    return before or (after and not opens)


def label_at(text: str, entry: Entry, start: int, end: int, floor: int) -> Label:
    """Return the label with what its surroundings do to it."""
    scare = _scare(text, start, end, floor)
    stance = Stance.DISTANCED if scare else Stance.REPORTED
    lead = text_words(text[max(floor, start - _LEAD) : start])[-_DISTANCE_REACH:]
    line = f" {' '.join(lead)} "
    for kept, cues in _distances():
        if any(f" {cue} " in line for cue in cues):
            stance = kept
    return Label(entry.framing, entry.side, start, end, scare, stance)


@cache
def _distances() -> tuple[tuple[Stance, tuple[str, ...]], ...]:
    """Return the cues of words/distance.toml by stance, the stronger stance last."""
    data: Any = table("distance")
    return tuple(
        (stance, tuple(" ".join(text_words(cue)) for cue in data[stance.value]))
        for stance in (Stance.DISTANCED, Stance.REJECTED)
    )


def _scare(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the label stands, with at most a few other words, alone between quotation marks."""
    opening = max((text.rfind(mark, max(floor, start - 40), start) for mark in _OPENING), default=-1)
    if opening < 0:
        return False
    closing = min((at for mark in _CLOSING if (at := text.find(mark, end, end + 40)) >= 0), default=-1)
    if closing < 0 or any(mark in text[opening + 1 : start] for mark in _CLOSING):
        return False
    return len(text[opening + 1 : closing].split()) <= _SCARE_WORDS
