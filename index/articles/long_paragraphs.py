"""Blocks of text too long to be one paragraph: books without blank lines, articles in one line, scans.

What is found, attributed and shown is a paragraph; one of a million characters would be found by any word,
and costs more time than its length.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.text.sentences import sentences

LONGEST = 6_000  # characters of a paragraph: the longest of newspapers and judgements have four thousand
_PIECE = 2_500  # characters of the pieces that a longer one is cut into


def pieces_of(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the spans of the paragraphs a block of text is read as: whole sentences of one piece each.

    A sentence that is longer than a paragraph may be is cut at a blank.
    """
    if len(text) <= LONGEST:
        yield 0, len(text)
        return
    start = end = 0
    for first, last in sentences(text, language):
        if end > start and last - start > _PIECE:
            yield start, end
            start = first
        while last - start > LONGEST:
            cut = text.rfind(" ", start, start + _PIECE) + 1 or start + _PIECE
            yield start, cut
            start = cut
        end = last
    if end > start:
        yield start, end
