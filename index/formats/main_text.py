"""Which blocks of a web page are its article: trafilatura chooses, the words stay the page's own.

Each text of the page is given a mark that no page holds; where a mark comes out again, its text was chosen.
So nothing that an extractor does to words - it drops linked ones inside sentences - can reach a quote.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.formats.markup import Seen
from index.model import Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FIRST, _COUNT = 0x2801, 255  # Braille patterns: printable, no letters, and in no page but for the blind
_MARK = re.compile("[\u2801-\u28ff]{3}")
_LONG = 15  # characters of a text that gets a mark besides the first of its block
_MOST = _COUNT**3
_LIKE, _PROSE = 4, 25  # elements around paragraphs of one kind; words of one that is surely prose


def chosen(root: HtmlElement, blocks: Sequence[Seen]) -> list[bool]:
    """Return for each block whether it is of the page's main text. The tree is used up."""
    from trafilatura import extract

    kinds = [_kind(block) for block in blocks]
    sizes: dict[int, int] = {}
    owner: dict[int, int] = {}  # mark -> position in blocks, the first of those that one element holds
    first: dict[tuple[tuple[object, bool], ...], int] = {}
    at_first = [first.setdefault(block.nodes, at) for at, block in enumerate(blocks)]
    for at, block in enumerate(blocks):
        if at_first[at] == at:
            _mark(block, at, owner, sizes)
    text = extract(root, favor_precision=True, include_comments=False, include_links=False) or ""
    kept: dict[int, int] = {}
    for match in _MARK.finditer(text):
        number = _number(match[0])
        if number in owner:
            kept[owner[number]] = kept.get(owner[number], 0) + sizes[number]
    total: dict[int, int] = {}
    for number, at in owner.items():
        total[at] = total.get(at, 0) + sizes[number]
    keep = [kept.get(at, 0) * 2 >= total.get(at, 1) for at in at_first]
    keep = [kept or _asks(blocks, keep, at) for at, kept in enumerate(keep)]
    likely = {kind for kind, is_kept in zip(kinds, keep, strict=True) if is_kept and kind}
    return [is_kept or kind in likely for kind, is_kept in zip(kinds, keep, strict=True)]


def _asks(blocks: Sequence[Seen], keep: Sequence[bool], at: int) -> bool:
    """Return whether a heading asks what the text below it, which was chosen, answers."""
    asked = blocks[at].role is Role.HEADING and blocks[at].text.endswith("?")
    return asked and any(keep[:at]) and at + 1 < len(keep) and keep[at + 1]


def _kind(block: Seen) -> tuple[tuple[str, str], ...]:
    """Return how a paragraph of prose is set, () of anything else.

    Pages part a text into several boxes, with an advertisement between: they are alike, and an extractor may
    find the text in one of them.
    """
    element, tail = block.nodes[0]
    if tail or element.tag != "p" or len(block.text.split()) < _PROSE:
        return ()
    around = [element, *itertools.islice(element.iterancestors(), _LIKE)]
    return tuple((str(each.tag), each.get("class") or "") for each in around)


def _mark(block: Seen, at: int, owner: dict[int, int], sizes: dict[int, int]) -> None:
    for turn, (element, tail) in enumerate(block.nodes):
        text = (element.tail if tail else element.text) or ""
        size = len(text.strip())
        number = len(owner)
        if (turn and size < _LONG) or number >= _MOST:
            continue
        owner[number], sizes[number] = at, size
        marked = f"{text[: len(text) - len(text.lstrip())]}{_letters(number)} {text.lstrip()}"
        if tail:
            element.tail = marked
        else:
            element.text = marked


def _letters(number: int) -> str:
    high, low = divmod(number, _COUNT)
    return "".join(chr(_FIRST + part) for part in (high // _COUNT, high % _COUNT, low))


def _number(letters: str) -> int:
    high, middle, low = (ord(letter) - _FIRST for letter in letters)
    return (high * _COUNT + middle) * _COUNT + low
