"""Chats that Telegram exports as web pages: each message is its sender's, of its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import UnreadableDocument
from index.formats.chats import Message, parts_of
from index.formats.description import Format
from index.formats.extracted import Extracted
from index.formats.html import tree_of
from index.formats.markup import seen_blocks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})\b")  # day, month, year in every language


def read(data: bytes, _name: str) -> Extracted:
    """Return the messages of a chat's page, those of one sender and one day together."""
    tree = tree_of(data)
    if tree is None:
        raise UnreadableDocument("it holds no web page that can be read")
    name = next(_with_class(tree, "text"), None)  # the head of the page comes before its messages
    messages = [*_messages(tree)]
    if not messages:
        raise UnreadableDocument("it holds no messages")
    chat = " ".join("".join(name.itertext()).split()) if name is not None else None
    return Extracted(tuple(parts_of(messages, chat or None)))


def _messages(tree: HtmlElement) -> Iterator[Message]:
    sender: str | None = None
    for message in _with_class(tree, "message"):
        classes = (message.get("class") or "").split()
        if "default" not in classes:
            continue
        passed = [*_with_class(message, "forwarded")]
        names = [
            " ".join((each.text or "").split())
            for each in _with_class(message, "from_name")
            if not any(each in part.iterdescendants() for part in passed)
        ]
        sender = names[0] if names else sender
        origin = next((name for part in passed for name in _with_class(part, "from_name")), None)
        for text in _with_class(message, "text"):
            yield Message(
                "\n".join(block.text for block in seen_blocks(text)),
                sender,
                _day_in(message),
                f"#{message.get('id')}" if message.get("id") else None,
                " ".join((origin.text or "").split()) if origin is not None else None,
                _day_in(origin) if origin is not None else None,
            )


def _day_in(element: HtmlElement) -> str | None:
    """Return the first day that is stated in a part of the page."""
    date = next(_with_class(element, "date"), None)
    day = _DAY.search(date.get("title") or "") if date is not None else None
    return f"{day[3]}-{day[2]}-{day[1]}" if day else None


def _with_class(element: HtmlElement, name: str) -> Iterator[HtmlElement]:
    yield from element.xpath('.//*[contains(concat(" ", @class, " "), $name)]', name=f" {name} ")


def looks(head: bytes, _suffix: str) -> bool:
    """Whether a page is a chat that Telegram exported."""
    return b'class="page_body chat_page"' in head


FORMAT = Format(
    name="the page of a chat",
    suffixes=frozenset(),
    looks=looks,
    read=read,
    needs=("trafilatura", "lxml.html"),
    largest=10_000_000,
)
