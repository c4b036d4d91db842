"""Archives of the web (WARC): each page in one is a text of its own."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.html import read_page
from index.formats.page_source import is_address
from index.values import replace

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_MOST_PAGES = 2_000
_LARGEST_PAGE = 5_000_000  # bytes, unpacked
_LARGEST_WHOLE = 100_000_000  # bytes of all pages, unpacked


def read(data: bytes, _name: str) -> Extracted:
    """Return the pages of an archive in order; a page that cannot be read is counted."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    parts: list[Part] = []
    remarks: list[str] = []
    left = size = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(_unpacked(data))), start=1):
            if not _is_page(record):
                left += _is_document(record)
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
    if not _is_whole(data):
        remarks.append("the archive breaks off: what stood behind is not read")
    if left:
        remarks.append(f"{left} pages of the archive are not read")
    return Extracted(tuple(parts), tuple(remarks))


def _unpacked(data: bytes) -> bytes:
    """Return an archive without its packing where it is packed as a whole, not record by record."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    stream = zlib.decompressobj(wbits=31)
    try:
        whole = stream.decompress(data, _LARGEST_WHOLE)
    except zlib.error:
        return data
    return whole if stream.eof and not stream.unused_data else data


def _is_whole(data: bytes) -> bool:
    """Whether an archive ends where its last record does."""
    if not data.startswith(b"\x1f\x8b"):
        return data.endswith((b"\r\n\r\n", b"\n\n"))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while file.read(1 << 20) and file.tell() < _LARGEST_WHOLE:
                pass
    except (EOFError, OSError, zlib.error):
        return False
    return True


def _is_page(record: ArcWarcRecord) -> bool:
    """Whether a record is a web page as it was served, or as a program kept it without how it was served."""
    return "html" in _kind(record)


def _is_document(record: ArcWarcRecord) -> bool:
    """Whether a record is a document of another kind, which is not read."""
    kind = _kind(record)
    return kind.startswith(
        ("text/plain", "application/pdf")
    ) and "robots.txt" not in record.rec_headers.get_header("WARC-Target-URI", "")


def _kind(record: ArcWarcRecord) -> str:
    heads = {"response": record.http_headers, "resource": record.rec_headers}.get(record.rec_type)
    return heads.get_header("Content-Type", "").lower() if heads is not None else ""


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
