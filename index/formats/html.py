"""Saved web pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.encodings import decode
from index.formats.extracted import Block, Extracted, Part
from index.formats.page_parts import articles_shown, pages_in
from index.model import Role, Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from index.formats.markup import Seen

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w:.-]{2,40})""", re.IGNORECASE
)
_TOP = 20_000  # bytes at the top in which a browser notes where it saved a page from
_DECLARED = 4_096  # bytes at the top in which a page says how it is encoded
_WESTERN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"})  # as browsers do
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_MOST_ATTRIBUTES = 2_000  # of one element; a picture in an attribute is long, but one
_FRAGMENT = re.compile(rb"</(?:p|div|span|h[1-6]|a|li|td|body)>", re.IGNORECASE)


def read(data: bytes, _name: str) -> Extracted:
    """Return the pages of a file: their main texts, and as junk whatever else a reader of them sees."""
    pages = pages_in(data)
    if len(pages) == 1:
        return read_page(data)
    parts: list[Part] = []
    left = 0
    for page in pages:
        try:
            parts += read_page(page).parts
        except UnreadableDocument:
            left += 1
    if not parts:
        raise UnreadableDocument("it holds no web page that can be read")
    return Extracted(tuple(parts), (f"{left} of {len(pages)} pages in it are not read",) if left else ())


def read_page(data: bytes, address: str | None = None) -> Extracted:
    """Return a page that was saved from an address. Raises UnreadableDocument."""
    from index.formats.main_text import chosen
    from index.formats.markup import seen_blocks
    from index.formats.page_data import saved_from
    from index.formats.page_source import page_source

    tree = tree_of(data)
    if tree is None:
        raise UnreadableDocument("it holds no web page that can be read")
    blocks = seen_blocks(tree)
    if not blocks:
        raise UnreadableDocument("the page holds no text: perhaps a program fills it in when it is opened")
    address = address or saved_from(page_text(data[:_TOP]))
    source = page_source(tree, " ".join(block.text for block in blocks), address)
    several = articles_shown(tree, blocks, source)
    if several:
        return Extracted(tuple(_part(blocks, each.blocks, each.kept, each.source) for each in several))
    kept = frozenset(at for at, keep in enumerate(chosen(tree, blocks)) if keep)
    return Extracted((_part(blocks, range(len(blocks)), kept, source),))


def _part(blocks: Sequence[Seen], places: range, kept: frozenset[int], source: Source) -> Part:
    return Part(
        tuple(
            Block(
                blocks[at].text,
                blocks[at].role if at in kept else Role.JUNK,
                f"#{blocks[at].id}" if blocks[at].id else None,
                _speaker(blocks[at], keep=at in kept),
                stressed=blocks[at].stressed,
            )
            for at in places
        ),
        source,
        headed=True,
    )


def _speaker(block: Seen, *, keep: bool) -> str | None:
    """Return "" for a quotation set apart: it is not the author's, whoever's it is."""
    return "" if keep and "blockquote" in block.path and block.role is Role.BODY else None


def tree_of(data: bytes) -> HtmlElement | None:
    """Return the tree of a page's bytes, None when there is none. Raises UnreadableDocument."""
    from trafilatura.utils import load_html

    text = page_text(data)
    if any(_attributes(match[0]) > _MOST_ATTRIBUTES for match in _LONG_TAG.finditer(text)):
        raise UnreadableDocument(f"an element of it has more than {_MOST_ATTRIBUTES} attributes")
    tree: HtmlElement | None = load_html(text)
    return tree


def _attributes(tag: str) -> int:
    """Return how many attributes a start tag has, about; parsers compare each with all before it."""
    return len(_VALUE.sub("", tag).split())


def page_text(data: bytes) -> str:
    """Return the characters of a page.

    Bytes that are UTF-8 throughout are, whatever the page declares; else what it declares is believed.
    """
    declared = _CHARSET.search(data[:_DECLARED])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if declared is None or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return decode(data)[0]
    name = declared[1].decode("ascii").lower()
    try:
        return data.decode("cp1252" if name in _WESTERN else name, "replace")
    except (LookupError, UnicodeError, ValueError):  # no such encoding, or none of texts
        return decode(data)[0]


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like a web page; text files may begin with a piece of one."""
    if _OPENING.match(head):
        return b'class="page_body chat_page"' not in head  # a chat, see telegram_pages.py
    return suffix in {".txt", ".text"} and head.lstrip()[:1] == b"<" and len(_FRAGMENT.findall(head)) > 3


FORMAT = Format(
    name="a web page",
    suffixes=frozenset({".html", ".htm", ".xhtml", ".shtml"}),
    looks=looks,
    read=read,
    needs=("trafilatura", "htmldate", "lxml.html"),
    largest=10_000_000,
)
