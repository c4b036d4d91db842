"""What the texts of word processors have in common: rows of tables, and pages that were counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.formats.extracted import Block
from index.model import Role

_CELL = 300  # characters; a longer cell is a text laid out by a table


class PageCount:
    """The page that is read; unknown until the file tells of a second one."""

    def __init__(self) -> None:
        self._page = 1

    def turn(self) -> None:
        """Go on to the next page."""
        self._page += 1

    @property
    def anchor(self) -> str | None:
        """The page as blocks name it."""
        return f"page={self._page}" if self._page > 1 else None


def row_of(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """Yield a row of a table as one block where its cells are short, else the blocks of each cell."""
    filled = [cell for cell in cells if cell]
    short = all(sum(len(block.text) for block in cell) <= _CELL and len(cell) < 3 for cell in filled)
    if not short or len(filled) < 2:
        for cell in filled:
            yield from cell
        return
    text = "\t".join(" ".join(block.text for block in cell) for cell in filled)
    yield Block(text, Role.LISTING, filled[0][0].anchor)
