"""Web pages saved in one file by browsers (MHTML)."""

from __future__ import annotations

import contextlib
import re
from email import message_from_bytes
from email.message import Message

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Extracted
from index.formats.html import read_page
from index.formats.page_source import is_address

_LONGEST_HEAD = 100_000  # bytes of the head; a longer one is made to be slow
_MOST_PARTS = 5_000
_PAGE = frozenset({"text/html", "application/xhtml+xml"})
_HEAD = re.compile(rb"\r?\n\r?\n")


def read(data: bytes, _name: str) -> Extracted:
    """Return the page of an archive, with the address it was saved from."""
    head = _HEAD.search(data[: _LONGEST_HEAD * 2])
    if head is None or head.start() > _LONGEST_HEAD:
        raise UnreadableDocument("it is damaged: it has no head")
    whole = message_from_bytes(data)
    address = str(whole.get("Snapshot-Content-Location") or whole.get("Content-Location") or "").strip()
    for number, part in enumerate(whole.walk()):
        if number > _MOST_PARTS:
            break
        if part.get_content_type() in _PAGE:
            return _page(part, address)
    raise UnreadableDocument("it holds no web page")


def _page(part: Message, address: str) -> Extracted:
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        raise UnreadableDocument("it holds no web page")
    own = str(part.get("Content-Location") or "").strip()
    charset = part.get_content_charset()
    if charset and charset not in {"utf-8", "us-ascii"}:
        with contextlib.suppress(LookupError, ValueError):
            body = body.decode(charset).encode()
    return read_page(body, next((url for url in (address, own) if is_address(url)), None))


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like a page saved by a browser: a mail's head with the page's address in it."""
    saved = b"Snapshot-Content-Location:" in head or b"From: <Saved by" in head[:200]
    page = b"multipart/related" in head.lower() or b"content-type: text/html" in head.lower()
    return page and (saved or suffix in {".mhtml", ".mht"})


FORMAT = Format(
    name="a saved web page (MHTML)",
    suffixes=frozenset({".mhtml", ".mht"}),
    looks=looks,
    read=read,
    needs=("trafilatura", "htmldate", "lxml.html"),
)
