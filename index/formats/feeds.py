"""Feeds (RSS, Atom) and exports of WordPress: each entry is a text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Block, Extracted, Part
from index.formats.page_source import is_address, iso_day
from index.languages import code_of
from index.model import Role, Source

_ROOT = re.compile(
    rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]", re.IGNORECASE
)  # of RSS 0.9x to 2.0, RSS 1.0, and Atom
_LOGIN = re.compile(
    r"<wp:author_login>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</wp:author_login>.{0,500}?"
    r"<wp:author_display_name>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</wp:author_display_name>",
    re.DOTALL,
)
_NAMED = re.compile(r"\S+@\S+\s*\((.+)\)|(.+?)\s*\(\S+@\S+\)")
_SHOWN = frozenset({"post", "page", None})
_LONGEST_NAME = 200
_HEAD = 20_000  # bytes in which a feed shows that it is one, whatever comment stands above it


def read(data: bytes, _name: str) -> Extracted:
    """Return the entries of a feed, those of a WordPress export that were published."""
    import io

    import feedparser

    if b"<!ENTITY" in data:
        raise UnreadableDocument("it declares entities, which no document needs")
    if not _ROOT.search(data[:_HEAD]):
        raise UnreadableDocument("it is XML of a kind that is not read")
    feed = feedparser.parse(io.BytesIO(data))
    logins = dict(_LOGIN.findall(data[:1_000_000].decode("utf-8", "replace")))
    parts = tuple(_part(entry, feed.feed, logins) for entry in feed.entries if _is_published(entry))
    if not parts and feed.bozo:
        raise UnreadableDocument("it is damaged: no feed can be made of it")
    remarks = []
    left = len(feed.entries) - len(parts)
    if left:
        remarks.append(f"{left} entries are drafts or no texts")
    return Extracted(parts, tuple(remarks))


def _is_published(entry: Mapping[str, Any]) -> bool:
    status, kind = entry.get("wp_status"), entry.get("wp_post_type")
    return status in {None, "publish"} and kind in _SHOWN


def _part(entry: Mapping[str, Any], feed: Mapping[str, Any], logins: Mapping[str, str]) -> Part:
    contents = [content.get("value", "") for content in entry.get("content") or ()]
    text = max([*contents, entry.get("summary") or ""], key=len)
    title = _line(entry.get("title"))
    blocks = (*([Block(title, Role.HEADING)] if title else []), *_blocks(text))
    own = entry.get("source") or {}
    link = entry.get("link") or entry.get("id") or ""
    return Part(
        blocks,
        Source(
            title=title,
            authors=tuple(_authors(entry, logins)),
            outlet=_line(own.get("title")) or _line(feed.get("title")),
            published=_day(entry),
            url=link if is_address(link) else None,
            language=code_of(str(feed.get("language") or "")),
        ),
    )


def _blocks(text: str) -> Iterator[Block]:
    from lxml import etree, html

    from index.formats.markup import seen_blocks

    if not text.strip():
        return
    try:
        root = html.fragment_fromstring(text.replace("\n\n", "<p>"), create_parent="div")
    except (etree.ParserError, ValueError):
        return
    for block in seen_blocks(root):
        yield Block(
            block.text,
            block.role,
            speaker="" if "blockquote" in block.path else None,
            stressed=block.stressed,
        )


def _authors(entry: Mapping[str, Any], logins: Mapping[str, str]) -> Iterator[str]:
    stated = [author.get("name") or "" for author in entry.get("authors") or ()]
    whole = str(entry.get("author") or "")
    if not stated or ("@" in whole and len(stated) == 1):  # feedparser cuts addresses, and names with them
        stated = re.split(r"[,;](?![^(]*\))", whole)
    for each in dict.fromkeys(stated):
        name = " ".join(re.sub(r"<[^<>]*@[^<>]*>", "", each).split())
        match = _NAMED.fullmatch(name)
        name = (match[1] or match[2]) if match else logins.get(name, name)
        name = _line(name) or ""
        if name and "@" not in name:
            yield name


def _line(text: Any) -> str | None:
    """Return a title or a name as one line without mark-up."""
    plain = re.sub(r"<[^<>]{1,300}>", "", str(text or ""))
    return " ".join(plain.split())[:_LONGEST_NAME] or None


def _day(entry: Mapping[str, Any]) -> str | None:
    """Return the day on which an entry was published, where it was; else that of its last change."""
    for key in ("published", "updated"):
        stated = str(entry.get(key) or "")
        if day := iso_day(stated):
            return day
        try:
            found = parsedate_to_datetime(stated).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if 1970 <= found.year <= 2100:
            return found.isoformat()
    return None


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like a feed."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    return start.startswith(b"<") and bool(_ROOT.search(head)) and (suffix != ".html" or b"<html" not in head)


FORMAT = Format(
    name="a feed",
    suffixes=frozenset({".rss", ".atom", ".xml", ".rdf"}),
    looks=looks,
    read=read,
    needs=("feedparser", "lxml.html"),
)
