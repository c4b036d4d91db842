"""Addresses in a text, <https://...>, are no words of it: what shows a quote shows a mark in their place."""

from __future__ import annotations

import re

from index.expressions import pattern

_ADDRESS = r"<https?://[^<>\s]+>"
_INLINE = pattern(rf"\s?{_ADDRESS}")
_SIGN = "↗"
_MARK = f" {_SIGN}"
_PIECES = pattern(rf"(\s*{_SIGN}|\s+)")
_EITHER = rf"\s*(?:{_SIGN}|{_ADDRESS})"  # a text may hold the mark itself


def link_marked(quote: str) -> str:
    """Return a quote with a mark for each address in it."""
    return _INLINE.sub(_MARK, quote)


def place_marked(quote: str, place: int) -> int:
    """Return where a place of a quote is once marks stand for its addresses."""
    moved = place
    for match in _INLINE.finditer(quote):
        if match.start() < place:
            moved += len(_MARK) - (min(place, match.end()) - match.start())
    return moved


def pattern_of(words: str) -> tuple[re.Pattern[str], list[str]]:
    """Return what finds words as they stand in a text, and the longest row of them without a mark.

    White space is any, and a mark that was copied with a quote stands for an address.
    """
    pieces = _PIECES.split(words)
    found = (r"\s+" if p.isspace() else _EITHER if p.strip() == _SIGN else re.escape(p) for p in pieces)
    return re.compile("".join(found)), max((row.split() for row in words.split(_SIGN)), key=len)
