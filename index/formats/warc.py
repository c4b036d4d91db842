"""Archives of the web (WARC): each page in one is a text of its own."""

from __future__ import annotations

import io

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.html import read_page
from index.formats.page_source import is_address
from index.values import replace

_MOST_PAGES = 2_000
_LARGEST_PAGE = 5_000_000  # bytes, unpacked
_LARGEST_WHOLE = 100_000_000  # bytes of all pages, unpacked


def read(data: bytes, _name: str) -> Extracted:
    """Return the pages of an archive in order; a page that cannot be read is counted."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    parts: list[Part] = []
    left = size = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(data)), start=1):
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type != "response" or "html" not in kind.lower():
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            page = record.content_stream().read(_LARGEST_PAGE + 1)
            size += len(page)
            if len(page) > _LARGEST_PAGE or len(parts) >= _MOST_PAGES or size > _LARGEST_WHOLE:
                left += 1
                continue
            try:
                parts += _with_record(read_page(page, address if is_address(address) else None), number)
            except UnreadableDocument:
                left += 1
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        if not parts:
            raise UnreadableDocument("it is damaged: the archive cannot be read") from error
    if not parts:
        raise UnreadableDocument("it holds no web page")
    return Extracted(tuple(parts), (f"{left} pages of the archive are not read",) if left else ())


def _with_record(page: Extracted, number: int) -> list[Part]:
    return [
        replace(part, blocks=tuple(Block(b.text, b.role, f"record={number}", b.speaker) for b in part.blocks))
        for part in page.parts
    ]


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like an archive of the web, packed or not."""
    return head.startswith(b"WARC/1.") or (head.startswith(b"\x1f\x8b") and suffix in {".warc", ".gz"})


FORMAT = Format(
    name="an archive of the web (WARC)",
    suffixes=frozenset({".warc"}),
    looks=looks,
    read=read,
    needs=("trafilatura", "htmldate", "lxml.html", "warcio.archiveiterator"),
)
