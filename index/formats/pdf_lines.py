"""The characters of a PDF's page to lines, by where they stand: PDFs know neither words nor lines."""

from __future__ import annotations

import ctypes
import statistics
import sys
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from index.values import frozen

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_INVISIBLE = 3  # text rendering mode "neither fill nor stroke" (ISO 32000-1, table 106)
_SOFT = frozenset({0x2, 0xFFFE})  # what PDFium puts for a hyphen at the end of a line
_HYPHENS = frozenset({0x2D, 0xAD, 0x2010, 0x2011})
_BLANK = 32
_NEW_LINE = frozenset({10, 13})
_NONE = 0xFFFF
# Accents that old TeX fonts set as letters of their own, over the letter they belong to.
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
    "¸": "\u0327", "ˇ": "\u030c", "˚": "\u030a",
}  # fmt: skip
_OVER = 0.35  # of an accent's width that lies over its letter
_GAP = 0.12  # sizes of type between two words at least
_BACK = 3.0  # sizes of type that a line may go back, as over a raised mark
_SHARED = 0.15  # of the smaller height that two characters of a line share
_BOLD = 600  # weight of type from which on it is bold


@frozen
class Line:
    """A line of a page; coordinates in points from the lower left corner."""

    text: str
    page: int
    left: float
    right: float
    bottom: float  # of its type, whatever letters hang below the line
    top: float
    size: float  # of type, its median height
    bold: bool
    hyphen: bool  # its last word goes on in the next line
    depth: float  # of its top below the upper edge, as a share of the page's height


class _Character:
    """One character of a page."""

    __slots__ = ("at", "bottom", "char", "generated", "left", "loose", "right", "soft", "top")

    def __init__(self, char: str, box: tuple[float, float, float, float], loose: tuple[float, float]) -> None:
        self.char, self.loose = char, loose
        self.left, self.right, self.bottom, self.top = box
        self.generated = self.soft = False
        self.at = 0

    @property
    def size(self) -> float:
        """The height of its line of type."""
        return max(1.0, abs(self.loose[1] - self.loose[0]))


def lines_of(page: PdfPage, number: int) -> list[Line]:
    """Return the lines of a page in the order in which PDFium reads them."""
    text = page.get_textpage()
    try:
        height = page.get_size()[1]
        hidden = _hidden(text.raw) if _may_hide(page) else frozenset()
        return [*_Lines(number, height, text.raw).over(_characters(text.raw, hidden))]
    finally:
        text.close()


def _characters(raw: Any, hidden: frozenset[int]) -> Iterator[_Character | None]:
    """Yield the characters that are seen; None where a line ends."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(raw)
    numbers = [ctypes.c_double() for _ in range(4)]
    around, high = pdfium.FS_RECTF(), 0
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        if code in _NEW_LINE:
            yield None
            continue
        soft = code in _SOFT or (code in _HYPHENS and pdfium.FPDFText_IsHyphen(raw, at) == 1)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        if code == _NONE or code > sys.maxunicode or (code < 32 and not soft) or at in hidden:
            continue
        if not pdfium.FPDFText_GetCharBox(raw, at, *numbers):
            continue
        left, right, bottom, top = (number.value for number in numbers)
        if pdfium.FPDFText_GetLooseCharBox(raw, at, around):
            loose = around.bottom, around.top
        else:
            loose = bottom, top
        found = _Character("" if code in _SOFT else chr(code), (left, right, bottom, top), loose)
        found.generated = code == _BLANK and pdfium.FPDFText_IsGenerated(raw, at) == 1
        found.soft, found.at = soft, at
        yield found


def _may_hide(page: PdfPage) -> bool:
    """Whether a page has text that is drawn invisible, or forms in which some may be."""
    import pypdfium2.raw as pdfium

    for at in range(pdfium.FPDFPage_CountObjects(page.raw)):
        shape = pdfium.FPDFPage_GetObject(page.raw, at)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            return True
        if kind == pdfium.FPDF_PAGEOBJ_TEXT and pdfium.FPDFTextObj_GetTextRenderMode(shape) == _INVISIBLE:
            return True
    return False


def _hidden(raw: Any) -> frozenset[int]:
    """Return which characters are drawn invisible; none where most are: the page is a scan with its text."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(raw)
    hidden = []
    for at in range(count):
        shape = pdfium.FPDFText_GetTextObject(raw, at)
        if shape and pdfium.FPDFTextObj_GetTextRenderMode(shape) == _INVISIBLE:
            hidden.append(at)
    return frozenset(hidden) if len(hidden) < count / 2 else frozenset()


class _Lines:
    """The lines of one page, put together character by character."""

    def __init__(self, number: int, height: float, raw: Any) -> None:
        self._number, self._height, self._raw = number, height, raw
        self._line: list[_Character] = []
        self._last: _Character | None = None  # the last one that is seen
        self._accent: _Character | None = None

    def over(self, characters: Iterator[_Character | None]) -> Iterator[Line]:
        """Yield the lines."""
        for found in characters:
            if found is None or self._starts(found):
                yield from self._flush()
            if found is None or (not self._line and found.char.isspace()):
                continue
            self._add(found)
            if found.soft:
                yield from self._flush()
        yield from self._flush()

    def _starts(self, found: _Character) -> bool:
        """Whether a character begins a line: it stands far to the left of the last, or higher or lower."""
        last = self._last
        if last is None or found.generated or found.char.isspace():
            return False
        if found.left < last.right - _BACK * found.size:
            return True
        shared = min(found.loose[1], last.loose[1]) - max(found.loose[0], last.loose[0])
        return shared < _SHARED * min(found.size, last.size)

    def _add(self, found: _Character) -> None:
        if self._accent is not None and found.generated and found.char.isspace():
            return
        if self._accent is not None and found.char.strip() and not found.generated:
            self._compose(self._accent, found)
            self._accent = None
        if found.char in _ACCENTS and not found.generated:
            self._accent = found
        self._line.append(found)
        if found.char.strip() and not found.generated:
            self._last = found

    def _compose(self, accent: _Character, letter: _Character) -> None:
        """Make a letter and the accent set over it one, as it is read."""
        over = min(accent.right, letter.right) - max(accent.left, letter.left)
        base = "i" if letter.char == "ı" else letter.char
        whole = unicodedata.normalize("NFC", base + _ACCENTS[accent.char])
        if over <= _OVER * (accent.right - accent.left) or len(whole) != 1 or accent not in self._line[-1:]:
            return
        self._line.pop()
        letter.char = whole
        before = next((found for found in reversed(self._line) if found.char.strip()), None)
        if before and letter.left - before.right < _GAP * letter.size:  # a blank where the accent was
            while self._line[-1].generated and self._line[-1].char == " ":
                self._line.pop()

    def _flush(self) -> Iterator[Line]:
        line, self._line = self._line, []
        self._last = self._accent = None
        text = "".join(found.char for found in line).strip()
        seen = [found for found in line if found.char.strip() and not found.generated]
        if not text or not seen:
            return
        top = max(found.top for found in seen)
        yield Line(
            " ".join(text.split()),
            self._number,
            min(found.left for found in seen),
            max(found.right for found in seen),
            statistics.median(min(found.loose) for found in seen),
            top,
            statistics.median(found.size for found in seen),
            self._is_bold(seen),
            line[-1].soft,
            1 - top / self._height if self._height else 0.0,
        )

    def _is_bold(self, seen: list[_Character]) -> bool:
        import pypdfium2.raw as pdfium

        probes = (seen[0].at, seen[len(seen) // 2].at, seen[-1].at)
        return all(pdfium.FPDFText_GetFontWeight(self._raw, at) >= _BOLD for at in probes)
