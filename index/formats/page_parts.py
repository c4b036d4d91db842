"""Several texts in one file of HTML: pages saved one below another, articles that a page shows whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.formats.markup import Seen
from index.formats.page_data import collapsed
from index.model import Source
from index.values import frozen, replace

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_JOINT = re.compile(
    rb"</html\s*>(?=\s*(?:<!--(?:(?!-->).){0,2000}-->\s*){0,5}<(?:!doctype\s+html|html[\s>]))",
    re.IGNORECASE | re.DOTALL,
)
_MOST_PAGES = 200  # in one file
_LEAST_WORDS = 80  # of an article's paragraphs; cards that lead to other texts have fewer
_MOST_OF_ALL = 0.7  # of the words of a page's paragraphs stand in its articles, where it shows several
_HEADLINES = ("h1", "h2", "h3")
_FURNITURE = frozenset({"nav", "aside", "form", "footer"})


@frozen
class Shown:
    """One of several articles of a page: the positions of its blocks, and those that are no furniture."""

    source: Source
    blocks: range
    kept: frozenset[int]


def pages_in(data: bytes) -> list[bytes]:
    """Return the pages that a file of HTML holds one below another, mostly one."""
    ends = [match.end() for match in _JOINT.finditer(data)][: _MOST_PAGES - 1]
    return [data[start:end] for start, end in zip([0, *ends], [*ends, len(data)], strict=True)]


def articles_shown(tree: HtmlElement, blocks: Sequence[Seen], page: Source) -> list[Shown]:
    """Return the articles that a page shows whole, none where it shows fewer than two.

    Each has a headline and a text of its own; the outlet is the page's, and what only one of them can have,
    its day, its author and its address, is left to its own words.
    """
    found = [each for each in tree.iter("article") if _is_whole(each)]
    if len(found) < 2 or sum(map(_words, found)) < _MOST_OF_ALL * _words(tree):
        return []
    number = {element: at for at, element in enumerate(found)}
    owners = [_owner(block, number) for block in blocks]
    first = [owners.index(at) if at in owners else None for at in range(len(found))]
    starts = [0, *(start for start in first[1:] if start is not None)]
    if None in first or starts != sorted(starts):
        return []
    ends = [*starts[1:], len(blocks)]
    return [
        Shown(
            replace(page, title=_headline(element), authors=(), published=None, url=None),
            range(start, end),
            frozenset(at for at in range(start, end) if owners[at] == place and _is_text(blocks[at])),
        )
        for place, (element, start, end) in enumerate(zip(found, starts, ends, strict=True))
    ]


def is_card(element: HtmlElement) -> bool:
    """Whether an article is a card that leads to another text: a lower headline, and few words below it."""
    headed = _headline(element) is not None and next(element.iter(_HEADLINES[0]), None) is None
    return headed and _words(element) < _LEAST_WORDS


def _is_whole(element: HtmlElement) -> bool:
    """Whether an article is in no other one and has a headline and a text."""
    outermost = next(element.iterancestors("article"), None) is None
    return outermost and _headline(element) is not None and _words(element) >= _LEAST_WORDS


def _headline(element: HtmlElement) -> str | None:
    """Return the headline of an article: the first of the highest level that it has."""
    for level in _HEADLINES:
        for each in element.iter(level):
            if text := collapsed(" ".join(each.itertext())):
                return text
    return None


def _words(element: HtmlElement) -> int:
    return sum(len(text.split()) for paragraph in element.iter("p") for text in paragraph.itertext())


def _owner(block: Seen, number: dict[HtmlElement, int]) -> int | None:
    return next((number[each] for each in _around(block) if each in number), None)


def _around(block: Seen) -> Iterator[HtmlElement]:
    element, tail = block.nodes[0]
    if not tail:
        yield element
    yield from element.iterancestors()


def _is_text(block: Seen) -> bool:
    return not _FURNITURE.intersection(block.path)
