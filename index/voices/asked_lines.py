"""Paragraphs that hold a question and its answer on lines of their own, cut into these lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.model import Paragraph
from index.text.letters import CAPITAL
from index.values import replace

_ASKS = re.compile(rf"\s*[*_#—–―-]{{0,4}}\s?(?:[¿«“\"0-9]|{CAPITAL})[^\n]*\?[\"”»)*_]*\s*")
_DASH = re.compile(r"\s*[—–―]")


class Line(NamedTuple):
    """A piece of a paragraph that is read like a paragraph."""

    paragraph: int  # index
    start: int
    text: Paragraph


def lines_of(paragraphs: Sequence[Paragraph]) -> list[Line]:
    """Return all paragraphs in pieces; one that holds no question line is one piece."""
    return [line for number, each in enumerate(paragraphs) for line in _lines(number, each)]


def _lines(number: int, paragraph: Paragraph) -> Iterator[Line]:
    text = paragraph.text
    if "?" not in text or "\n" not in text.strip():
        yield Line(number, 0, paragraph)
        return
    begin = at = 0
    for line in text.splitlines(keepends=True):
        cut = _ASKS.fullmatch(line) is not None or _DASH.match(line) is not None
        if cut and begin < at:
            yield Line(number, begin, replace(paragraph, text=text[begin:at].rstrip("\n")))
            begin = at
        at += len(line)
        if _ASKS.fullmatch(line):
            yield Line(number, begin, replace(paragraph, text=text[begin:at].rstrip("\n")))
            begin = at
    if begin < len(text):
        yield Line(number, begin, replace(paragraph, text=text[begin:]))
