"""OpenDocument texts (ODT), as LibreOffice writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.office_blocks import PageCount, row_of
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


def read(data: bytes, _name: str) -> Extracted:
    """Return the text of an OpenDocument file, packed or as one XML text."""
    root = parsed(data) if data.lstrip()[:1] == b"<" else Archive.opened(data).text_part("content.xml")
    walk = _Walk()
    blocks = [block for body in root.iter() if local(body) == "body" for block in walk.over(body)]
    return Extracted((Part(tuple(blocks), sourced=False),))


class _Walk:
    """One walk through a document; notes and frames stand behind the paragraph they belong to."""

    def __init__(self) -> None:
        self._pages = PageCount()
        self._items = 0

    def over(self, element: Element) -> Iterator[Block]:
        """Yield the blocks below an element."""
        for child in element:
            name = local(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child, heading=name == "h")
            elif name == "table-row":
                cells = (cell for cell in child if local(cell) != "covered-table-cell")
                yield from row_of([[*self.over(cell)] for cell in cells])
            elif name == "list-item":
                self._items += 1
                yield from self.over(child)
                self._items -= 1
            elif name == "soft-page-break":
                self._pages.turn()
            elif name not in _UNSEEN:
                yield from self.over(child)

    def _paragraph(self, paragraph: Element, *, heading: bool) -> Iterator[Block]:
        inner: list[Element] = []
        anchor = self._pages.anchor
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
                self._pages.turn()
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
