"""Which line of a page is its title: that for which all signs together speak, where they are clear."""

from __future__ import annotations

import math
from collections.abc import Sequence

from index.articles.addresses import Address
from index.articles.line_kinds import UnitKind, is_encyclopedias
from index.articles.pieces import Piece
from index.articles.title_signs import signs_of
from index.articles.title_weights import NONE, WEIGHTS
from index.articles.title_words import SHORTEST, body_of

_SURE = 0.65  # how likely a title is that is told: a wrong one is worse than none
_NEAR = 4  # pieces between a row that ends in a title and the title


def title_of(pieces: Sequence[Piece], address: Address | None, *, first: bool = True) -> int | None:
    """Return the place of the title among the pieces of a text, None where no line is surely it.

    Of a text that is not the ``first`` of its page only a heading is: the page's own lines stand above.
    """
    body = body_of(pieces)
    if (beside := _beside_opening(pieces[:body])) is not None:
        return beside
    if body == len(pieces) and _heads_lines(pieces):
        return 0
    lines = signs_of(pieces, address)
    weights = [math.exp(sum(WEIGHTS.get(name, 0.0) for name in line.names)) for line in lines]
    if not weights or max(weights) < _SURE * (sum(weights) + math.exp(NONE)):
        return None
    at = _alone(pieces, lines[weights.index(max(weights))].at)
    return at if first or pieces[at].kind is UnitKind.HEADING else None


def _alone(pieces: Sequence[Piece], at: int) -> int:
    """Return where a title stands alone below a row that ends in it: "Gazette / Harbour / Harbour closed"."""
    below = range(at + 1, min(len(pieces), at + 1 + _NEAR))
    row = pieces[at].text
    ends = (n for n in below if pieces[n].words >= SHORTEST and row.endswith(pieces[n].text))
    return next(ends, at)


def _heads_lines(pieces: Sequence[Piece]) -> bool:
    """Whether a heading stands apart over short lines, as over a poem."""
    apart = len(pieces) > 1 and pieces[0].unit.block != pieces[1].unit.block
    return apart and pieces[0].kind is UnitKind.HEADING and all(piece.is_text for piece in pieces[1:])


def _beside_opening(pieces: Sequence[Piece]) -> int | None:
    """Return the heading beside the line with which an encyclopedia's pages begin: above, else below it."""
    opened = [at for at, piece in enumerate(pieces) if is_encyclopedias(piece.text)]
    beside = (opened[-1] - 1, opened[-1] + 1) if opened else ()
    return next((at for at in beside if 0 <= at < len(pieces) and pieces[at].kind is UnitKind.HEADING), None)
