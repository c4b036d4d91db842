"""What a letter is, and what a capital: all of Latin with its marks, one definition for every room.

The classes are made from Unicode's own categories (Lu, Lt and Ll of the Latin blocks), so that a name
in Polish, Turkish, Vietnamese or Norwegian letters is a name wherever names are read.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from index.expressions import pattern

# ASCII, Latin-1, Extended-A and -B, IPA; Extended Additional (Vietnamese, Welsh); Extended-C; Extended-D.
_BLOCKS = ((0x41, 0x2B0), (0x1E00, 0x1F00), (0x2C60, 0x2C80), (0xA720, 0xA800))
_LATIN = [chr(code) for first, last in _BLOCKS for code in range(first, last)]


def _class_of(letters: list[str]) -> str:
    """Return single letters as what stands within the brackets of a regular expression, runs as ranges."""
    pieces: list[list[str]] = []
    for letter in letters:
        if pieces and ord(letter) == ord(pieces[-1][-1]) + 1:
            pieces[-1].append(letter)
        else:
            pieces.append([letter])
    return "".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in pieces)


CAPITALS = _class_of([letter for letter in _LATIN if category(letter) in {"Lu", "Lt"}])
"""The Latin capitals, to be put within the brackets of a regular expression."""

SMALLS = _class_of([letter for letter in _LATIN if category(letter) == "Ll"])
"""The small Latin letters, to be put within the brackets of a regular expression."""

CAPITAL = f"[{CAPITALS}]"
"""A regular expression for one Latin capital."""

SMALL = f"[{SMALLS}]"
"""A regular expression for one small Latin letter."""


SHOUTED_NAME = rf"{CAPITAL}{{2,}}(?:[ -]{CAPITAL}{{2,}}){{0,2}}[ -]?"
"""A regular expression for a name of one to three words in capitals only."""


@cache
def capitals(links: str = "") -> re.Pattern[str]:
    """Return what finds words with a capital side by side, or joined by one of the ``links`` of a list.

    Compiled when it is asked for: a class of so many letters takes a millisecond.
    """
    joined = rf"(?:(?:{links})\s+)?" if links else ""
    return pattern(rf"{CAPITAL}[\w’'-]*(?:\s+{joined}{CAPITAL}[\w’'-]*)*")


def shouted(text: str) -> bool:
    """Return whether a text of several words has capitals only, which then tell no name."""
    return " " in text.strip() and text.isupper()
