"""The lines of a file, and what the search for its pages asks of them more than once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.articles.addresses import address_of
from index.articles.appeals import is_appeal
from index.articles.line_kinds import is_heading
from index.articles.units import Line, ends_sentence, is_wrapped

LONGEST_LINE = 400  # characters of a line that can be of a head
SENTENCE = 8  # words of a line that is text when it ends as a sentence does
RUNNING = 15  # words of a line that is text whatever it ends with; headlines of more are rare
PROSE = 30  # words of a paragraph that breaks off; shorter ones without a full stop are labels and lists

RULE = "***"  # of a format in which a rule has no letters

_LEAST_WORDS = 18  # of the text of a page: the shortest of 200 has 31, notices have 17
_FLAT = 0.9  # of the running lines of a file that has empty lines between its pages only


class PageLines:
    """The lines of a file, with what is asked of them more than once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.addresses = {
            at: found
            for at, line in enumerate(lines)
            if len(line.text) < LONGEST_LINE and (found := address_of(line.text))
        }
        self.running = [at not in self.addresses and is_running(line) for at, line in enumerate(lines)]
        for at, (one, other) in enumerate(pairwise(lines)):  # of a wrapped paragraph no line is long
            if other.gap == 0 and len(one.text) >= 60 and len(other.text) >= 20 and other.text[0].islower():
                self.running[at] = True
        self.before = [0]
        for each in self.running:
            self.before.append(self.before[-1] + each)
        gaps = Counter(
            other.gap
            for at, (_, other) in enumerate(pairwise(lines))
            if self.running[at] and self.running[at + 1]
        )
        if is_wrapped(lines):
            del gaps[0]  # inside a paragraph
        self.usual = gaps.most_common(1)[0][0] if gaps else 1
        self.flat = self.usual == 0 and gaps[0] > _FLAT * gaps.total()

    def has_text(self, start: int, end: int, least: int = 1) -> bool:
        """Whether ``least`` lines of running text stand from line ``start`` up to line ``end``."""
        return self.before[min(end, len(self.lines))] - self.before[start] >= least

    def holds_page(self, start: int, end: int) -> bool:
        """Whether some lines have as many words as a page, appeals and questions left out."""
        words = 0
        for at in range(start, end):
            text = self.lines[at].text
            if self.running[at] and not text.endswith("?") and not is_appeal(text):
                words += len(text.split())
                if words >= _LEAST_WORDS:
                    return True
        return False

    def between_texts(self) -> range:
        """Return the lines with text above them and at or below them: no other begins another page."""
        texts = [at for at, is_text in enumerate(self.running) if is_text]
        return range(texts[0] + 1, texts[-1] + 1) if texts else range(0)

    def gaps(self, start: int, end: int) -> list[int]:
        """Return the empty lines above each of some lines that are text and stand below text."""
        inside = range(max(start, 1), min(end, len(self.lines)))
        return [self.lines[at].gap for at in inside if self.running[at] and self.running[at - 1]]

    def is_wide(self, at: int, least: int = 2) -> bool:
        """Whether more empty lines stand above a line than inside the texts."""
        if self.flat:
            least -= 1
        return at > 0 and self.lines[at].gap >= max(least, self.usual + least - 1)


def is_running(line: Line) -> bool:
    """Whether a line is running text: long and no headline, or ended as a sentence."""
    words = len(line.text.split())
    return (words >= RUNNING and not (words < PROSE and is_heading(line.text))) or (
        words >= SENTENCE and ends_sentence(line.text)
    )
