"""Lines of a PDF to paragraphs: columns, headings, what runs at the edge of every page, and hyphens."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.formats.pdf_lines import Line
from index.values import frozen, replace
from index.words import word_set

_EDGE = 0.1  # of a page's height: above and below stand headers and footers
_NUMBER = re.compile(r"\W*(?:[^\W\d_]{1,8}\.?\s*)?\d{1,4}\s*(?:(?:/|[^\W\d_]{1,3})\s*\d{1,4})?\W*")
# What browsers print at the foot of a page, and over it.
PRINTED = re.compile(r"(?P<url>(?:https?|file)://\S+)\s+\d{1,4}\s?/\s?\d{1,4}")
_PRINTED_AT = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4},? \d{1,2}:\d\d\b")
_ENDED = re.compile(r"[.!?…:;][\"”’»)\]]*(?:\[?\d{0,3}\]?)$")
ITEM = re.compile(r"[•▪◦‣●■□➢✓]\s+\S")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]?$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_DIFFERENT = 0.12  # of the size of type, between lines of two paragraphs
_LEADING = 1.28  # times the usual distance of two lines: more parts paragraphs
_NEIGHBOURS = 25  # lines before and after that show the edges of a column
_LARGER = 1.08  # times the usual size of type: a heading
_HEADING_WORDS = 25


@frozen
class Paragraph:
    """A run of text, and the page it begins on."""

    text: str
    page: int
    heading: bool
    size: float
    furniture: bool = False


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Return the paragraphs of a document's pages in reading order; furniture stands behind its page."""
    runs = _furniture(pages)
    body = [line for lines in pages for line in lines if line not in runs]
    words, usual = _words(body), _usual_size(body)
    found = [_with_heading(_joined(run, words), run, usual) for run in _runs(body)]
    return _with_furniture(found, [line for lines in pages for line in lines if line in runs])


def _words(body: Sequence[Line]) -> Counter[str]:
    """Count the words of a text, those left out that the end of a line may have cut."""
    counted: Counter[str] = Counter()
    cut = False
    for line in body:
        found = re.findall(r"[^\W\d_]+", line.text)
        counted.update(word.casefold() for word in found[cut : -1 if line.hyphen else None])
        cut = line.hyphen
    return counted


def _furniture(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """Return the lines that stand at the edge of several pages, numbers aside, or are a page's number, and
    those that browsers print there.
    """
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_masked(line) for line in lines if _at_edge(line)})
    return frozenset(
        line
        for lines in pages
        for line in lines
        if _at_edge(line)
        and (
            seen[_masked(line)] > 1
            or (len(pages) > 1 and _NUMBER.fullmatch(line.text))
            or PRINTED.fullmatch(line.text)
            or _PRINTED_AT.match(line.text)
        )
    )


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _at_edge(line: Line) -> bool:
    return line.depth < _EDGE or line.depth > 1 - _EDGE


def _usual_size(lines: Sequence[Line]) -> float:
    """Return the size of type in which most of a text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _runs(body: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each paragraph."""
    layout = _Layout(body)
    runs: list[list[Line]] = []
    for at, line in enumerate(body):
        if at and not layout.starts(at, runs[-1]):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


class _Layout:
    """What lines say of each other: usual distances, and the edges of columns."""

    def __init__(self, body: Sequence[Line]) -> None:
        self._body = body
        gaps = [
            round(above.bottom - below.bottom, 1)
            for above, below in pairwise(body)
            if above.page == below.page
            and 0 < above.bottom - below.bottom < 3 * max(below.size, 1)
            and abs(above.size - below.size) < 0.6
        ]
        self._gap = statistics.mode(gaps) if gaps else 12.0
        self._size = statistics.mode([round(line.size, 1) for line in body]) if body else 10.0

    def _column(self, at: int) -> tuple[float, float]:
        """Return the edges of the column in which a line stands, as lines in its type show them."""
        line = self._body[at]
        near = self._body[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        same = [
            other
            for other in near
            if other is line
            or (
                other.page == line.page
                and abs(other.size - line.size) <= _DIFFERENT * max(other.size, line.size)
                and min(other.right, line.right) - max(other.left, line.left)
                > 0.3 * min(other.right - other.left, line.right - line.left)
            )
        ]
        return min(other.left for other in same), max(other.right for other in same)

    def starts(self, at: int, run: Sequence[Line]) -> bool:
        """Whether a line begins a paragraph."""
        line, above = self._body[at], self._body[at - 1]
        if _looks_different(line, above, run) or ITEM.match(line.text):
            return True
        moved = line.page != above.page or line.bottom > above.bottom + 0.5 * line.size
        if not moved and above.bottom - line.bottom > _LEADING * self._gap * max(line.size / self._size, 1):
            return True
        if ITEM.match(run[0].text) and not moved and run[0].left <= line.left < run[0].left + 4 * line.size:
            return False  # an item goes on below its own words
        return not above.hyphen and self._ends(at, len(run), moved=moved)

    def _ends(self, at: int, lines: int, *, moved: bool) -> bool:
        """Whether the paragraph above a line has ended: its last line is short, or the line is indented.

        ``moved`` says that the line stands in the next column or on the next page.
        """
        line, above = self._body[at], self._body[at - 1]
        left, _ = self._column(at)
        last_left, last_right = self._column(at - 1)
        short = above.right < last_right - max(2 * line.size, 0.06 * (last_right - last_left))
        indented = left + 0.6 * line.size < line.left < left + 4 * line.size
        ended = bool(_ENDED.search(above.text))
        if moved:
            return (short or indented) if ended else short and not line.text[:1].islower()
        hanging = above.left > last_left + 0.6 * above.size and lines > 1
        if indented and not hanging:
            return ended or short
        return short and ended


def _looks_different(line: Line, above: Line, run: Sequence[Line]) -> bool:
    """Whether a line is set in another type than the one above it."""
    if len(line.text) < 4 or len(above.text) < 4:  # a raised number, a bullet
        return False
    if abs(line.size - above.size) > _DIFFERENT * max(line.size, above.size):
        return True
    return line.bold != above.bold and line.left <= run[0].left + line.size and len(run) < 4


def _joined(lines: Sequence[Line], words: Counter[str]) -> Paragraph:
    """Return the paragraph that lines make: words that a line's end parts are whole again."""
    text = lines[0].text
    for above, line in pairwise(lines):
        text = _with_line(text, above, line, words)
    sizes = [line.size for line in lines]
    return Paragraph(text, lines[0].page, heading=False, size=statistics.median(sizes))


def _with_line(text: str, above: Line, line: Line, words: Counter[str]) -> str:
    """Return a text with the next line: without its last hyphen where that only parts a word.

    Both parts being words of the document and the whole being none, it is of the word: "far-reaching".
    """
    marked = text[-1:] in {"-", "\u2010", "\u00ad"} and text[-2:-1].isalpha()
    if not (above.hyphen or (marked and line.text[:1].islower())):
        return f"{text} {line.text}"
    bare = text[:-1] if marked else text
    before, after = _HYPHEN.search(bare), _FIRST_WORD.match(line.text)
    if before and after:
        first, second = before[1].casefold(), after[0].casefold()
        apart = words[first] and words[second] and min(len(first), len(second)) > 2
        compound = first in word_set("compounds")
        if (apart or compound) and not words[first + second] and text[-1:] != "\u00ad":
            return f"{bare}-{line.text}"
    return bare + line.text


def _with_heading(paragraph: Paragraph, lines: Sequence[Line], usual: float) -> Paragraph:
    """Return a paragraph as a heading where its type is larger or bolder than that of the text."""
    words = len(paragraph.text.split())
    larger = paragraph.size > _LARGER * usual
    bold = all(line.bold for line in lines)
    short = words <= _HEADING_WORDS and len(lines) <= 4 and not paragraph.text.endswith((",", ";"))
    sentence = paragraph.text.endswith(".") and words > 12
    letters = any(character.isalpha() for character in paragraph.text)
    return replace(paragraph, heading=short and letters and not sentence and (larger or bold))


def _with_furniture(found: Sequence[Paragraph], furniture: Sequence[Line]) -> list[Paragraph]:
    waiting = [
        Paragraph(line.text, line.page, heading=False, size=line.size, furniture=True) for line in furniture
    ]
    whole: list[Paragraph] = []
    for paragraph in found:
        while waiting and waiting[0].page < paragraph.page:
            whole.append(waiting.pop(0))
        whole.append(paragraph)
    return whole + waiting
