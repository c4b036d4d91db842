"""Electronic books (EPUB): the chapters in the order of the book's spine."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.markup import seen_blocks
from index.formats.page_source import iso_day
from index.formats.zipped import Archive, joined, local
from index.languages import code_of
from index.model import Role, Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTAINER = "META-INF/container.xml"
_DAMAGED = "it is damaged: it names no chapters"
_MOST_TEXT = 30_000_000  # characters of a book; a chapter may stand in its spine any number of times
_LONGEST_NAME = 100  # characters of an author


def read(data: bytes, _name: str) -> Extracted:
    """Return a book: its text, and the title, authors, day, and publisher that it states."""
    archive = Archive.opened(data)
    if "META-INF/rights.xml" in archive.names():
        raise UnreadableDocument("it is protected against copying (DRM)")
    try:
        container = archive.tree(_CONTAINER)
        package_name = next(
            (each.get("full-path") for each in container.iter() if local(each) == "rootfile"), None
        )
        package = archive.tree(package_name or "")
    except KeyError as error:
        raise UnreadableDocument(_DAMAGED) from error
    blocks: list[Block] = []
    size = 0
    chapters = [*_spine(package, posixpath.dirname(package_name or ""))]
    held = archive.names()
    for name in chapters:
        for block in _chapter(archive, name):
            size += len(block.text)
            if size > _MOST_TEXT:
                raise UnreadableDocument(f"it holds more than {_MOST_TEXT / 1e6:.0f} million characters")
            blocks.append(block)
    left = sum(name not in held for name in chapters)
    remarks = (f"{left} of {len(chapters)} chapters are missing in the file",) if left and blocks else ()
    return Extracted((Part(tuple(blocks), _source(package)),), remarks)


def _spine(package: Element, base: str) -> Iterator[str]:
    """Yield the names of the chapters in order, each once."""
    items = {
        each.get("id"): (each.get("href") or "", each.get("media-type") or "")
        for each in package.iter()
        if local(each) == "item"
    }
    read_before: set[str] = set()
    for reference in package.iter():
        if local(reference) != "itemref":
            continue
        target, kind = items.get(reference.get("idref"), ("", ""))
        name = joined(base, target) if target else None
        page = "html" in kind or (name or "").endswith((".html", ".htm", ".xhtml"))
        if name and page and name not in read_before:
            read_before.add(name)
            yield name


def _chapter(archive: Archive, name: str) -> Iterator[Block]:
    from lxml import html

    try:
        data = archive.part(name)
    except KeyError:
        return
    try:
        root = archive.tree(name)
    except UnreadableDocument:
        if b"<!ENTITY" in data:
            raise
        root = html.document_fromstring(data)
    for block in seen_blocks(root):
        quoted = "" if "blockquote" in block.path and block.role is Role.BODY else None
        yield Block(
            block.text,
            block.role,
            f"{name}#{block.id}" if block.id else name,
            quoted,
            stressed=block.stressed,
        )


def _source(package: Element) -> Source:
    """Return what the book's Dublin Core states of it."""
    stated: dict[str, list[str]] = {}
    for each in package.iter():
        text = " ".join("".join(each.itertext()).split()) if local(each) in _FIELDS else ""
        if text:
            stated.setdefault(local(each), []).append(text[:_LONGEST_NAME])
    date = next((day for text in stated.get("date", ()) if (day := iso_day(text))), None)
    return Source(
        title=next(iter(stated.get("title", ())), None),
        authors=tuple(dict.fromkeys(stated.get("creator", ())))[:10],
        outlet=next(iter(stated.get("publisher", ())), None),
        published=date,
        language=code_of((stated.get("language") or [""])[0]),
    )


_FIELDS = frozenset({"title", "creator", "publisher", "date", "language"})


def looks(head: bytes, _suffix: str) -> bool:
    """Whether a file begins like a book."""
    return head.startswith(b"PK\x03\x04") and (
        b"application/epub+zip" in head[:200] or b"META-INF/container.xml" in head
    )


FORMAT = Format(
    name="an EPUB book",
    suffixes=frozenset({".epub"}),
    looks=looks,
    read=read,
    needs=("lxml.html",),
)
