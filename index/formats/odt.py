"""OpenDocument texts (ODT), as LibreOffice writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.zipped import Archive, local, parsed, value
from index.model import Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What is not seen where it stands: comments, marks, descriptions of pictures, data.
_UNSEEN = frozenset(
    {
        "annotation", "note-citation", "tracked-changes", "bookmark", "sequence-decls", "desc", "title",
        "binary-data", "forms", "variable-decls", "user-field-decls",
    }
)  # fmt: skip
_MOST_BLANKS = 1_000  # that a file may ask for at once; it may ask for two thousand millions
_CELL = 300  # characters; a longer cell is a text laid out by a table


def read(data: bytes, _name: str) -> Extracted:
    """Return the text of an OpenDocument file, packed or as one XML text."""
    if data.lstrip()[:1] == b"<":
        root = parsed(data)
    else:
        try:
            root = Archive.opened(data).tree("content.xml")
        except KeyError as error:
            raise UnreadableDocument("it is damaged: it holds no text part") from error
    walk = _Walk()
    blocks = [block for body in root.iter() if local(body) == "body" for block in walk.over(body)]
    return Extracted((Part(tuple(blocks), sourced=False),))


class _Walk:
    """One walk through a document; notes and frames stand behind the paragraph they belong to."""

    def __init__(self) -> None:
        self._page = 1
        self._paged = False
        self._items = 0

    def over(self, element: Element) -> Iterator[Block]:
        """Yield the blocks below an element."""
        for child in element:
            name = local(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child, heading=name == "h")
            elif name == "table-row":
                yield from self._table_row(child)
            elif name == "list-item":
                self._items += 1
                yield from self.over(child)
                self._items -= 1
            elif name == "soft-page-break":
                self._turn()
            elif name not in _UNSEEN:
                yield from self.over(child)

    def _turn(self) -> None:
        self._page += 1
        self._paged = True

    def _table_row(self, row: Element) -> Iterator[Block]:
        cells = [[*self.over(cell)] for cell in row if local(cell) != "covered-table-cell"]
        filled = [cell for cell in cells if cell]
        short = all(sum(len(block.text) for block in cell) <= _CELL and len(cell) < 3 for cell in filled)
        if not short or len(filled) < 2:
            for cell in cells:
                yield from cell
            return
        text = "\t".join(" ".join(block.text for block in cell) for cell in filled)
        yield Block(text, Role.LISTING, filled[0][0].anchor)

    def _paragraph(self, paragraph: Element, *, heading: bool) -> Iterator[Block]:
        inner: list[Element] = []
        anchor = f"page={self._page}" if self._paged else None
        whole = "".join(self._text(paragraph, inner))
        text = "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in whole.split("\n")).strip()
        if text:
            role = Role.HEADING if heading else Role.LISTING if self._items else Role.BODY
            yield Block(text, role, anchor)
        for each in inner:
            yield from self.over(each)

    def _text(self, element: Element, inner: list[Element]) -> Iterator[str]:
        yield _collapsed(element.text)
        for child in element:
            name = local(child)
            if name == "s":
                yield " " * min(_number(value(child, "c")), _MOST_BLANKS)
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\n"
            elif name == "soft-page-break":
                self._turn()
            elif name in {"note-body", "text-box"}:
                inner.append(child)
            elif name not in _UNSEEN:
                yield from self._text(child, inner)
            yield _collapsed(child.tail)


def _collapsed(text: str | None) -> str:
    """Return a text as it reads: line ends of the file are blanks."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 1


def looks(head: bytes, _suffix: str) -> bool:
    """Whether a file begins like an OpenDocument text, packed or flat."""
    packed = head.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument.text" in head[:200]
    return packed or b"urn:oasis:names:tc:opendocument:xmlns:office" in head


FORMAT = Format(
    name="an OpenDocument text",
    suffixes=frozenset({".odt", ".ott", ".fodt"}),
    looks=looks,
    read=read,
    needs=("lxml.etree",),
)
