"""Rival labels for one matter, read from data files, and where a text uses them.

A label is found word by word, whatever its case, accents and hyphens; within one matter the longest
wins, so "self-coup" is no "coup". What stands inside a proper name belongs to the name and is no label.

framing   the nouns: a matter, its sides, a label in a text, an editor's decision
shelf     labels by their first word
stance    what a text does with a label: name, scare quotes, distance, rejection
lookup    the labels of a text, the matters of a question
files     the bundled framings, and those and the decisions of a library's editors
checking  what cannot be right in an editors' file
"""

from __future__ import annotations

from index.framings.files import EDITORS_FILE, bundled, load_framings, own_framings, usable_framings
from index.framings.framing import Decision, Framing, Label, Side, State
from index.framings.lookup import Framings

__all__ = [
    "EDITORS_FILE",
    "Decision",
    "Framing",
    "Framings",
    "Label",
    "Side",
    "State",
    "bundled",
    "load_framings",
    "own_framings",
    "usable_framings",
]
