"""PDF files: PDFium's characters, put together by our own geometry; pypdf where PDFium breaks off."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.page_authors import folded, persons
from index.formats.page_source import is_address
from index.formats.pdf_layout import ITEM, PRINTED, Paragraph, paragraphs_of
from index.formats.pdf_lines import lines_of
from index.model import Role, Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 5_000
_PROTECTED = "it is protected by a password"
_SCAN = "it is a scan without text; have it read by a program for text recognition first"
_FILE_NAME = re.compile(r"\.\w{2,5}$|^untitled|^microsoft word\b", re.IGNORECASE)


def read(data: bytes, _name: str) -> Extracted:
    """Return the text of a PDF, paragraph by paragraph with the page of each."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument(_PROTECTED) from error
        raise UnreadableDocument("it is damaged: no PDF can be made of it") from error
    count = len(document)
    _check_pages(count)
    pages = []
    unread = set()
    for number in range(count):
        try:
            page = document[number]
            pages.append(lines_of(page, number + 1))
            if not pages[-1] and next(page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]), None):
                unread.add(number + 1)
        except pypdfium2.PdfiumError:
            pages.append([])
            unread.add(number + 1)
    paragraphs = paragraphs_of(pages)
    if not paragraphs:
        raise UnreadableDocument(_SCAN)
    remarks = _unread_pages(pages, unread)
    return Extracted((Part(_blocks(paragraphs), _source(document, paragraphs), sourced=False),), remarks)


def _check_pages(count: int) -> None:
    if count > _MOST_PAGES:
        raise UnreadableDocument(f"{count} pages are more than the {_MOST_PAGES} a document may have")


def _unread_pages(pages: Sequence[Sequence[object]], unread: Collection[int]) -> tuple[str, ...]:
    """Return what is to be said of pages without text: pictures of text are not read, a few may be empty."""
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    if len(empty) * 5 < len(pages):
        empty = sorted(unread)
    if not empty or len(pages) == 1:
        return ()
    shown = ", ".join(map(str, empty[:10])) + (", ..." if len(empty) > 10 else "")
    return (f"{len(empty)} of {len(pages)} pages hold no text: pages {shown}",)


def _blocks(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    return tuple(Block(each.text, _role(each), f"page={each.page}") for each in paragraphs)


def _role(paragraph: Paragraph) -> Role:
    if paragraph.furniture:
        return Role.JUNK
    if ITEM.match(paragraph.text):
        return Role.LISTING
    return Role.HEADING if paragraph.heading else Role.BODY


def _source(document: PdfDocument, paragraphs: Sequence[Paragraph]) -> Source:
    """Return what the file states of itself and its first page says too: its author is often the typist."""
    stated = document.get_metadata_dict(skip_empty=True)
    first = [paragraph for paragraph in paragraphs if paragraph.page == 1 and not paragraph.furniture]
    seen = folded(" ".join(paragraph.text for paragraph in first))
    title = " ".join((stated.get("Title") or "").split())
    if not title or _FILE_NAME.search(title) or folded(title) not in seen:
        title = _largest(first)
    authors = persons([stated.get("Author") or ""])
    known = bool(authors) and all(folded(name) in seen for name in authors)
    return Source(title=title or None, authors=authors if known else (), url=_printed_from(paragraphs))


def _printed_from(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the address that a browser printed at the foot of all pages; a long one it cuts."""
    feet = (PRINTED.fullmatch(each.text) for each in paragraphs if each.furniture)
    urls = {match["url"] for match in feet if match}
    url = urls.pop() if len(urls) == 1 else ""
    return url if is_address(url) and not url.endswith(("…", "...")) else None


def _largest(first: Sequence[Paragraph]) -> str:
    """Return the heading in the largest type of the first page, "" where no heading is."""
    headings = [paragraph for paragraph in first if paragraph.heading and len(paragraph.text) > 3]
    return max(headings, key=lambda paragraph: round(paragraph.size, 1)).text if headings else ""


def read_plainly(data: bytes, _name: str) -> Extracted:
    """Return the text of a PDF as pypdf reads it: page by page, its lines as they come."""
    import io

    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableDocument(_PROTECTED)
        _check_pages(len(reader.pages))
        texts = [page.extract_text() for page in reader.pages]
    except PyPdfError as error:
        raise UnreadableDocument("it is damaged: no PDF can be made of it") from error
    blocks = [
        Block(" ".join(text.split()), Role.BODY, f"page={number}")
        for number, page in enumerate(texts, start=1)
        for text in re.split(r"\n\s*\n", page)
    ]
    if not any(block.text for block in blocks):
        raise UnreadableDocument(_SCAN)
    return Extracted((Part(tuple(blocks), sourced=False),))


def looks(head: bytes, _suffix: str) -> bool:
    """Whether a file begins like a PDF; some bytes may stand before."""
    return b"%PDF-" in head[:1024]


FORMAT = Format(
    name="a PDF",
    suffixes=frozenset({".pdf"}),
    looks=looks,
    read=read,
    needs=("pypdfium2", "pypdfium2.raw", "pypdf"),
    second=read_plainly,
)
