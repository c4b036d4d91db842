"""Talks that are printed by turns: "Q. ..." and "A. ...", under a headline that may be who is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.byline_names import person
from index.articles.line_kinds import UnitKind
from index.articles.pieces import Piece
from index.voices.dialogue_words import dialogue_words

_LABELLED = re.compile(r"\W{0,3}(?P<label>[^\W\d_]{1,10})\W{0,2}[.:)]\W{0,2}\s")
_LEAST = 2  # questions and answers each


def turn_of(text: str) -> str | None:
    """Return the label with which a paragraph asks or answers, small; None where it has none."""
    match = _LABELLED.match(text)
    label = match["label"].lower() if match else ""
    return label if label in dialogue_words().asks or label in dialogue_words().answers else None


def headline_of_talk(pieces: Sequence[Piece]) -> int | None:
    """Return a first line that is a name and an office where it heads a talk: it says who is asked.

    "Ana Ejemplo, novelist" over questions and answers: whoever asks wrote it, and is not named by that.
    """
    at = next((n for n, piece in enumerate(pieces) if piece.kind is not UnitKind.JUNK), 0)
    name, comma, office = pieces[at].text.partition(", ")
    if pieces[at].is_text or not comma or not office[:1].islower() or person(name) != name:
        return None
    turns = [turn for piece in pieces if (turn := turn_of(piece.text))]
    asked = sum(turn in dialogue_words().asks for turn in turns)
    return at if min(asked, len(turns) - asked) >= _LEAST else None
