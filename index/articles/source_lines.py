"""Lines that say no more than from where a page was taken: "Fuente El Ejemplo", "from RedLake Website".

Words for a source open headings and names, too. So such a line counts only by its place, between a title
and its text or below the last paragraph, and only where the text does not speak of what the line says.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.articles.byline_names import can_be_outlet, has_given_name, is_person, is_surely_outlet
from index.articles.line_kinds import UnitKind
from index.articles.patterns import any_of, patterns_of
from index.articles.pieces import Piece
from index.articles.units import ends_sentence

_EDGES = "*_()[] ."
_LONGEST = 80  # characters
_SENTENCE = 8  # words
_HEAD = 6  # pieces in which a title stands
_SAID = frozenset({UnitKind.TEXT, UnitKind.HEADING})
_OVER = frozenset({UnitKind.DATE, UnitKind.BYLINE})


def source_in(text: str) -> str | None:
    """Return the outlet of a line that names nothing else, None where it may be a person or a thing."""
    text = text.strip(_EDGES) if len(text) <= _LONGEST else ""
    for surely, key in ((False, "source_lines"), (False, "source_sites"), (True, "maybe_source_lines")):
        for pattern in patterns_of("provenance", key):
            name = match["name"] if (match := pattern.fullmatch(text)) else ""
            person = is_person(name) and bool(name) and has_given_name(name)
            if name and can_be_outlet(name) and not person and (not surely or is_surely_outlet(name)):
                return name
    return None


def mark_source_lines(pieces: Sequence[Piece]) -> None:
    """Make origins of the lines that name the source of a page and stand where such lines do."""
    texts = [piece.text.lower() for piece in pieces if _runs(piece)]
    for at, piece in enumerate(pieces):
        if not at or piece.kind not in _SAID or source_in(piece.text) is None:
            continue
        first = at - 1 if _is_lead(pieces[at - 1]) else at
        led = first < at or any_of("provenance", "source_leads").match(piece.text.strip(_EDGES))
        said = piece.text.strip(_EDGES).lower()
        if led and _is_placed(pieces, first, at) and not any(said in text for text in texts):
            for each in pieces[first : at + 1]:
                each.kind = UnitKind.ORIGIN


def _is_lead(piece: Piece) -> bool:
    """Whether a line is only the small word before a source: "from", above the line with its name."""
    return any_of("provenance", "source_leads").fullmatch(piece.text.strip(" :")) is not None


def _is_placed(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Whether lines stand below a day, a byline or the title, or below the last paragraph of a text."""
    if not first:
        return False
    before = pieces[first - 1]
    if before.kind in _OVER or (first <= _HEAD and not any(map(_runs, pieces[:first]))):
        return True
    return last + 1 == len(pieces) or not _goes_on(pieces[last + 1])


def _goes_on(piece: Piece) -> bool:
    return piece.kind in {UnitKind.TEXT, UnitKind.BULLET, UnitKind.CAPTION}


def _runs(piece: Piece) -> bool:
    """Whether a piece is a paragraph: a title may be as long, and ends otherwise."""
    return piece.kind is UnitKind.TEXT and piece.words >= _SENTENCE and ends_sentence(piece.text)
