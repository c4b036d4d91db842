"""Transcripts that programs make of recordings: each turn under a line with its speaker and its second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_CLOCK = r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?"
_NAME = r"([^\W\d_][^\n:\[\]()<>]{0,60}?)"
_HEADS = tuple(
    re.compile(head)
    for head in (
        rf"{_NAME}[ \t]+\(?{_CLOCK}\)?:?[ \t]*",  # "Ana Ejemplo  0:04", "Ana Ejemplo (00:04):"
        rf"[\[(]?{_CLOCK}[\])]?[ \t]+{_NAME}:?[ \t]*",  # "[00:00:04] Ana Ejemplo:"
        rf"[\[(]{_CLOCK}[\])][ \t]+{_NAME}:[ \t]+(\S.*)",  # "[00:00:04] Ana Ejemplo: words"
    )
)
_FEWEST = 3  # turns by which a transcript is told
_LINES = 40  # looked at
_NAME_WORDS = 5

_Head = tuple[int, str, str]  # the second, the speaker, what stands behind them in the line


def is_transcript(text: str) -> bool:
    """Whether a text begins with a turn's line and goes on in such turns, the later ones later."""
    lines = [line for line in text.split("\n")[:_LINES] if line.strip()]
    found = [head for line in lines if (head := _head(line))]
    rises = all(one[0] <= other[0] for one, other in pairwise(found))
    return len(found) >= _FEWEST and rises and _head(lines[0]) is not None and found[0][0] < found[-1][0]


def turns_in(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the turns of a transcript: from when to when, what is said, and by whom."""
    at: _Head | None = None
    said: list[str] = []
    for line in text.split("\n"):
        head = _head(line)
        if head is None:
            said.append(line.strip())
            continue
        if at is not None:
            yield from _turns(at, head[0], said)
        at, said = head, [head[2]]
    if at is not None:
        yield from _turns(at, at[0], said)


def _turns(head: _Head, end: int, said: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    words = " ".join(line for line in said if line)
    if words:
        yield head[0], max(end, head[0]), words, head[1]


def _head(line: str) -> _Head | None:
    """Return the second and the speaker that a line states, with what he says in it."""
    for number, pattern in enumerate(_HEADS):
        match = pattern.fullmatch(line.strip())
        if match is None:
            continue
        name, *clock = match.groups() if number == 0 else (match[4], *match.groups()[:3])
        words = name.split()
        if len(words) <= _NAME_WORDS and words[0][0].isupper():
            hours, minutes, seconds = (int(each or 0) for each in clock[:3])
            return hours * 3600 + minutes * 60 + seconds, name.strip(), match[5] if number == 2 else ""
    return None
