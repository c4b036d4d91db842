"""A text as readers of names, dates and speech see it: letters composed, broken words whole.

Offsets lead back to the text as it stands, which is what is quoted.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from index.expressions import pattern
from index.text.terms import BROKEN, ON_LETTERS, UNSEEN
from index.values import frozen

# A letter with the marks that follow it, a run of what nobody sees, or a word's break at the end of a line.
# An opening mark in the place of an apostrophe is odd as well: "the Browns‘ house".
_LOST_APOSTROPHE = r"(?<=[^\W\d_]s)‘(?=\s[^\W\d_])"
_ODD = pattern(rf"(?<=[^\W\d_]){BROKEN}|[^\W\d_][{ON_LETTERS}]+|[{UNSEEN}]+|{_LOST_APOSTROPHE}")
_UNSEEN = pattern(f"[{UNSEEN}]")


@frozen
class Normal:
    """A text in its normal form, with where each of its stretches begins in it and in the raw text."""

    text: str
    starts: tuple[int, ...] = (0,)
    raw_starts: tuple[int, ...] = (0,)

    def raw(self, at: int) -> int:
        """Return where the character at ``at`` stands in the raw text."""
        stretch = bisect_right(self.starts, at) - 1
        return self.raw_starts[stretch] + at - self.starts[stretch]


def collapse(text: str) -> str:
    """Return a text with every run of white space as one blank, nothing else changed."""
    return " ".join(text.split())


def normal(text: str) -> Normal:
    """Return the normal form of ``text``; most texts are in it already and come back as they are."""
    if text.isascii() and "-\n" not in text:
        return Normal(text)
    pieces: list[str] = []
    starts, raw_starts = [0], [0]
    size = last = 0
    for match in _ODD.finditer(text):
        seen = _read(match[0])
        pieces += text[last : match.start()], seen
        size += match.start() - last + len(seen)
        last = match.end()
        starts.append(size)
        raw_starts.append(last)
    return Normal("".join(pieces) + text[last:], tuple(starts), tuple(raw_starts)) if pieces else Normal(text)


def _read(odd: str) -> str:
    """What a reader sees in the place of an odd piece."""
    if odd == "‘":
        return "’"
    return unicodedata.normalize("NFC", _UNSEEN.sub("", odd)) if odd[0].isalpha() else ""
