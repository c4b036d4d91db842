"""The pieces of a text that an editor has cleaned: marked headings, bullets, posts, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.date_lines import SIGNATURE
from index.articles.line_kinds import UnitKind
from index.articles.pieces import Piece
from index.articles.roles import mark_posts
from index.articles.units import BULLET, Line, Unit, blocks_of, lines_of, unit_of

_HASH_HEADING = re.compile(r"#{1,6}\s+\S")


def clean_pieces(text: str, start: int) -> list[Piece]:
    """Return the pieces of a curated text: headings are marked as such, furniture is not looked for."""
    pieces = []
    for block in blocks_of(lines_of(text, start)):
        for unit in _curated_units(block):
            if _HASH_HEADING.match(unit.text):
                kind = UnitKind.HEADING
            elif SIGNATURE.fullmatch(unit.text):
                kind = UnitKind.SIGNATURE
            else:
                kind = UnitKind.BULLET if BULLET.match(unit.text) else UnitKind.TEXT
            pieces.append(Piece(unit, kind))
    mark_posts(pieces)
    return pieces


def _curated_units(block: Sequence[Line]) -> list[Unit]:
    """Return a Markdown block's units: headings and bullets alone, all other lines joined."""
    units: list[Unit] = []
    run: list[Line] = []
    for line in block:
        if run and (
            BULLET.match(line.text) or _HASH_HEADING.match(line.text) or _HASH_HEADING.match(run[-1].text)
        ):
            units.append(unit_of(run))
            run = []
        run.append(line)
    return [*units, unit_of(run)]
