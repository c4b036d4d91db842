"""What tells a title from the lines around it in a head of several: a kicker over it, decks below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.articles.line_kinds import UnitKind
from index.articles.pieces import Piece
from index.articles.title_words import LONGEST, SHORTEST
from index.articles.units import ends_sentence

_SHORTEST_RUN, _LONGEST_RUN = 3, 4  # lines of a head; of two, one is as often a deck as a kicker
_LONGER = 1.4  # how much longer a line is that is
_LONG = 16  # words of a sentence that is a paragraph
_OF_RUN = frozenset({UnitKind.HEADING, UnitKind.TEXT})


def run_signs(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """Yield which line of a head of several a line is, whether the next is longer, what is in capitals."""
    first = last = at
    while first and at - first <= _LONGEST_RUN and _is_of_run(pieces[first - 1]):
        first -= 1
    while last + 1 < len(pieces) and last - at <= _LONGEST_RUN and _is_of_run(pieces[last + 1]):
        last += 1
    size, place = last - first + 1, at - first + 1
    if size == 1 or not _is_of_run(pieces[at]):
        return
    if size >= _SHORTEST_RUN:
        run = f"line {place} of {size}" if size <= _LONGEST_RUN else "of many lines"
        yield run
        yield f"{run}, over a {_size(pieces[at + 1], pieces[at])} one" if at < last else f"{run}, the last"
    if at > first and pieces[at - 1].text.isupper() and not pieces[at].text.isupper():
        yield "below capitals"
    if at < last and pieces[at].text.isupper() and not pieces[at + 1].text.isupper():
        yield "capitals over another line"


def _size(below: Piece, piece: Piece) -> str:
    """Return how a line's length is to that of the line over it."""
    if below.words > _LONGER * piece.words:
        return "longer"
    return "shorter" if _LONGER * below.words < piece.words else "like"


def _is_of_run(piece: Piece) -> bool:
    """Whether a line may be one of a head of several lines: no menu's, no name, no day, no paragraph."""
    paragraph = piece.words >= _LONG and ends_sentence(piece.text)
    return piece.kind in _OF_RUN and SHORTEST - 1 <= piece.words <= LONGEST and not paragraph
