"""Paragraphs that hold a question and its answer, cut into these pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.model import Paragraph
from index.text.letters import CAPITAL
from index.values import replace

_ASKS = re.compile(rf"\s*[*_#—–―-]{{0,4}}\s?(?:[¿«“\"0-9]|{CAPITAL})[^\n]*\?[\"”»)*_]*\s*")
_DASH = re.compile(r"\s*[—–―]")
_LED = re.compile(r"\s*(\*\*|__|\*|_)(?=\S)[^*_\n]+\1(?=\s*\S)")  # "**How did it begin?** With a storm."
_ANSWERED = re.compile(r"[^?\n]{1,300}\?(?=\s[—–―]\s?[^\W\d_¿])")  # "How did it begin? — With a storm."
_FEWEST = 2  # pieces that make a way of cutting that of a page
_WORDS = 3  # of what is set apart at the beginning; fewer are a label
_STOPS = tuple(".?!…:")


class Line(NamedTuple):
    """A piece of a paragraph that is read like a paragraph."""

    paragraph: int  # index
    start: int
    text: Paragraph


def lines_of(paragraphs: Sequence[Paragraph]) -> list[Line]:
    """Return all paragraphs in pieces; one that holds no question line is one piece."""
    led = sum(_lead(each) > 0 for each in paragraphs) >= _FEWEST
    dashed = sum(_ANSWERED.match(each.text) is not None for each in paragraphs) >= _FEWEST
    found: list[Line] = []
    for number, each in enumerate(paragraphs):
        whole = Line(number, 0, each)
        lead = _lead(each) if led else 0
        match = _ANSWERED.match(each.text) if dashed and not lead else None
        at = lead or (match.end() if match else 0)
        for piece in _cut(whole, [at]) if at else [whole]:
            found += _lines(piece)
    return found


def _lead(paragraph: Paragraph) -> int:
    """Where the words of a paragraph begin behind a sentence that is set apart; 0 where none is."""
    text = paragraph.text
    match = _LED.match(text)
    end = match.end() if match else paragraph.stressed
    words = text[:end].strip(" *_\n")
    whole = end < len(text.rstrip()) and words.endswith(_STOPS) and not words.endswith(":")
    return end if whole and (words.endswith("?") or len(words.split()) >= _WORDS) else 0


def _lines(line: Line) -> Iterator[Line]:
    text = line.text.text
    if "?" not in text or "\n" not in text.strip():
        yield line
        return
    cuts: list[int] = []
    at = 0
    for each in text.splitlines(keepends=True):
        asks = _ASKS.fullmatch(each) is not None
        if asks or _DASH.match(each):
            cuts.append(at)
        at += len(each)
        if asks:
            cuts.append(at)
    yield from _cut(line, cuts)


def _cut(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """Yield the pieces of a line from place to place, none of them empty."""
    text = line.text.text
    bounds = sorted({0, *cuts, len(text)})
    for begin, end in pairwise(bounds):
        words = text[begin:end]
        stressed = min(max(0, line.text.stressed - begin), end - begin)
        if words.strip():
            piece = replace(line.text, text=words.rstrip("\n"), stressed=stressed)
            yield Line(line.paragraph, line.start + begin, piece)
