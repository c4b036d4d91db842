"""What a web page states of itself for machines: JSON-LD, meta elements, and what saved it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from index.values import frozen

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# schema.org's types of texts; a WebPage is none, for its author may be the site's.
_TEXTS = frozenset(
    {
        "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle",
        "AnalysisNewsArticle", "Report", "ScholarlyArticle", "SocialMediaPosting", "LiveBlogPosting",
        "TechArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "Recipe",
    }
)  # fmt: skip
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>)\s*;?\s*$"
)
_MOST_NODES, _LONGEST = 2_000, 1_000_000  # of JSON-LD; larger ones are catalogues and no article's
_SAVED = re.compile(
    r"saved from url=\(\d+\)\s*(?P<browser>https?://\S+)|^\s*url:\s*(?P<extension>https?://\S+)", re.MULTILINE
)
_COMMENT, _TOP = re.compile(r"<!--(.*?)-->", re.DOTALL), 10_000  # characters in which it stands
_UPPER, _LOWER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
_LONGEST_NAME = 300  # characters of a name or a title


@frozen
class Stated:
    """What JSON-LD says of the page's text; empty where it says nothing."""

    authors: tuple[str, ...] = ()
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


def stated_in_json(tree: HtmlElement) -> Stated:
    """Return what the first text that JSON-LD describes is said to be."""
    nodes = list(_nodes(tree))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    text = next((node for node in nodes if _TEXTS & {*_types(node)}), None)
    if text is None:
        return Stated()
    return Stated(
        tuple(_names(text.get("author"), known, persons=True)),
        _string(text.get("datePublished")),
        next(_names(text.get("headline"), known), None),
        next(_names(text.get("publisher"), known), None),
        _address_of(text),
    )


def _address_of(text: dict[str, Any]) -> str | None:
    """Return the address of a text: its own, else that of the page of which it is the main thing."""
    page = text.get("mainEntityOfPage")
    named = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    return _string(text.get("url")) or _string(named)


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    left = _MOST_NODES
    for script in tree.xpath('//script[contains(@type,"ld+json")]'):
        text = _WRAPPING.sub("", script.text or "").strip().rstrip(";")
        if not text or len(text) > _LONGEST:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            node = waiting.pop(0)
            left -= 1
            if isinstance(node, list):
                waiting[:0] = node[:left]
            elif isinstance(node, dict):
                yield node
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _types(node: dict[str, Any]) -> list[str]:
    stated = node.get("@type")
    return [stated] if isinstance(stated, str) else [each for each in stated or () if isinstance(each, str)]


def _names(value: object, known: dict[str, dict[str, Any]], *, persons: bool = False) -> Iterator[str]:
    for each in (value if isinstance(value, list) else [value])[:20]:
        item = each
        if isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str):
            item = known.get(item["@id"], item)
        if isinstance(item, dict):
            if persons and "Organization" in _types(item):
                continue
            item = item.get("name")
        for name in item if isinstance(item, list) else [item]:
            if isinstance(name, str) and name.strip() and not name.startswith("http"):
                yield collapsed(name)


def _string(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def collapsed(text: str) -> str:
    """Return a name or title as it reads: references resolved, white space collapsed."""
    return " ".join(html.unescape(text).split())[:_LONGEST_NAME]


def meta_values(tree: HtmlElement, keys: Iterable[str]) -> Iterator[str]:
    """Yield what meta elements with one of the keys say, in the order of the keys."""
    stated: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("name", "property", "itemprop"):
            key = (element.get(attribute) or "").lower()
            if key and content:
                stated.setdefault(key, []).append(content)
    for key in keys:
        yield from stated.get(key, ())


def saved_from(text: str) -> str | None:
    """Return the address a browser or an extension noted when it saved the page, in a comment at its top.

    The tree of a page holds no comments.
    """
    for comment in _COMMENT.finditer(text[:_TOP]):
        if match := _SAVED.search(comment[1]):
            return match["browser"] or match["extension"]
    return None
