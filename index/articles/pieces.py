"""A unit to pieces: what each is by itself, to be corrected by its neighbours in ``roles``."""

from __future__ import annotations

from dataclasses import dataclass

from index.articles.appeals import appeal_after
from index.articles.line_kinds import FUSED_DATE, UnitKind, inside_junk, kind_of
from index.articles.units import Line, Unit, unit_of


@dataclass(slots=True)
class Piece:
    """A unit on its way to a paragraph: what it is by itself, corrected by its neighbours."""

    unit: Unit
    kind: UnitKind
    post: bool = False
    note: bool = False

    @property
    def text(self) -> str:
        """The unit's text, white space collapsed."""
        return self.unit.text

    @property
    def words(self) -> int:
        """The number of words."""
        return self.unit.words

    @property
    def is_text(self) -> bool:
        """Whether it is running text that can become a quote."""
        return self.kind in {UnitKind.TEXT, UnitKind.BULLET} and not self.note


def pieces_of(unit: Unit) -> list[Piece]:
    """Return the unit's pieces: a day set before its first words and what is of the page behind it apart."""
    line = unit.lines[0]
    match = FUSED_DATE.match(line.text)
    if not match:
        return _without_inside_junk(unit)
    at = match.end()
    date = line.text[:at].rstrip()
    head = unit_of([Line(line.start, line.start + len(date), date, line.block)])
    rest = unit_of([Line(line.start + at, line.end, line.text[at:], line.block), *unit.lines[1:]])
    return [Piece(head, UnitKind.FIELD), *_without_inside_junk(rest)]


def _without_inside_junk(unit: Unit) -> list[Piece]:
    """Return the unit's piece, or two where furniture or an appeal begins inside its last line."""
    line = unit.lines[-1]
    at = inside_junk(line.text) or appeal_after(line.text)
    if not at:
        return [Piece(unit, kind_of(unit))]
    kept = line.text[:at].rstrip()
    text = unit_of([*unit.lines[:-1], Line(line.start, line.start + len(kept), kept, line.block)])
    rest = unit_of([Line(line.start + at, line.end, line.text[at:], line.block)])
    return [Piece(text, kind_of(text)), Piece(rest, UnitKind.JUNK)]
