"""Lines that say no more than from where a page was taken: "Fuente El Ejemplo", "from RedLake Website".

Words for a source open headings and names, too. So such a line counts only by its place, between a title
and its text or below the last paragraph, and only where the text does not speak of what the line says.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.articles.byline_names import can_be_outlet, has_given_name, is_person, is_surely_outlet
from index.articles.line_kinds import UnitKind
from index.articles.outlet_words import is_labelled_origin
from index.articles.patterns import any_of, patterns_of
from index.articles.pieces import Piece
from index.articles.units import ends_sentence

_EDGES = "*_()[] ."
_LONGEST = 80  # characters
_SENTENCE = 8  # words
_FOOT = 4  # times as many words stand above the foot of a page as in it
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
    """Make origins of the lines that name the source of a page and stand where such lines do.

    One between the paragraphs of a text names the source of a figure or a picture there: a caption, as any
    other of that text is.
    """
    labelled = [at for at, piece in enumerate(pieces) if _is_labelled(piece)]
    if any(_is_inside(pieces, at) for at in labelled):
        for at in labelled:
            pieces[at].kind = UnitKind.CAPTION
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


def _is_labelled(piece: Piece) -> bool:
    return piece.kind is UnitKind.ORIGIN and is_labelled_origin(piece.text)


def _is_inside(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line stands between two paragraphs, with the words of a figure at most."""
    above = any(map(_runs, pieces[:at]))
    below = next((piece for piece in pieces[at + 1 :] if piece.kind is not UnitKind.JUNK), None)
    return (
        above and below is not None and _goes_on(below) and _FOOT * _words(pieces[at:]) > _words(pieces[:at])
    )


def _words(pieces: Sequence[Piece]) -> int:
    return sum(piece.words for piece in pieces if _runs(piece))


def _goes_on(piece: Piece) -> bool:
    return piece.kind in {UnitKind.TEXT, UnitKind.BULLET, UnitKind.CAPTION}


def _runs(piece: Piece) -> bool:
    """Whether a piece is a paragraph: a title may be as long, and ends otherwise."""
    return piece.kind is UnitKind.TEXT and piece.words >= _SENTENCE and ends_sentence(piece.text)
