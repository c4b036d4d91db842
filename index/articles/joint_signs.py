"""What tells for and against a line as the first of another page, in a file of several.

No sign is sure: a text has headings, gaps and links of its own, and pages that are saved whole begin and end
with menus. So each line that may begin a page is described by its signs, which ``joints`` weighs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from index.articles.bylines import byline_of
from index.articles.date_lines import is_date_line
from index.articles.line_kinds import (
    closes_page,
    closes_text,
    is_caption,
    is_dateline,
    is_last_line,
    leads_to_others,
    opens_page,
)
from index.articles.page_heads import TITLE, can_be_title, is_named, is_unfinished, leads_text, title_at
from index.articles.page_lines import LONGEST_LINE, PageLines
from index.articles.patterns import any_of
from index.articles.title_words import content
from index.articles.units import BULLET, ends_sentence
from index.values import frozen

_RULE = re.compile(r"(?:[-_=*~#·•—]\s*){3,}")
_NEAR, _FAR = 5, 12  # lines above and below in which a page's end and another's head stand
_SET = 8  # lines whose gaps tell how a page is set
_MENU = 4  # words of a line of a menu
_TEXT_ABOVE, _TEXT_BELOW = 40, 120  # lines in which text is looked for
_AGAIN = 60  # lines below in which a headline comes again
_PARAGRAPHS = 5  # above and below, whose words are set against each other
_REACH = 90  # lines in which these are looked for
_LEAST = 6  # words by which two texts are told apart
_LONGEST = 2_000  # characters of a paragraph whose words are looked at
_SPOKEN, _MORE = 0.3, 0.25  # of the words of a line that a text says, too; more than another


@frozen
class _Looks:
    """What a line is by its own words, as far as it tells where pages begin and end."""

    words: int
    title: bool
    byline: bool
    day: bool
    closes: bool
    ends_site: bool
    begins_site: bool
    others: bool


class JointSigns:
    """The lines of a file, and what tells that a page begins with one of them."""

    def __init__(self, file: PageLines) -> None:
        self.file = file
        self._often = Counter(line.text for line in file.lines)
        self._looks: dict[int, _Looks] = {}
        self._content: dict[int, frozenset[str]] = {}

    def may_begin(self, at: int) -> bool:
        """Whether a page may begin with a line at all."""
        text = self.file.lines[at].text
        if at in self.file.addresses:
            return True
        if _RULE.fullmatch(text) or text[0].islower() or BULLET.match(text):
            return False
        return bool(self.file.lines[at].gap) or not self.file.running[at]

    def of(self, at: int, rule: str | None) -> frozenset[str]:
        """Return the signs of a line; ``rule`` is how surely its looks alone tell a beginning."""
        above = at
        signs = {f"rule: {rule}", *self._gap(at)}
        if _RULE.fullmatch(self.file.lines[at - 1].text):
            signs.update(self._rule(at - 1))
            above -= 1
        if above:
            signs.update((*self._above(above), *self._ends(above)))
        signs.update((*self._here(at), *self._again(at), *self._below(at), *self._cohesion(at)))
        return frozenset(signs)

    def _line(self, at: int) -> _Looks:
        if at not in self._looks:
            text = self.file.lines[at].text
            short = len(text) < LONGEST_LINE
            line = byline_of(text) if short else None
            self._looks[at] = _Looks(
                len(text.split()),
                short and can_be_title(text),
                bool(line and line.authors),
                short and is_date_line(text),
                closes_page(text),
                short and bool(any_of("junk", "site_ends").fullmatch(text)),
                short and bool(any_of("junk", "site_begins").fullmatch(text)),
                leads_to_others(text),
            )
        return self._looks[at]

    def _gap(self, at: int) -> Iterator[str]:
        """Yield how wide the gap above a line is, and how those near it are."""
        lines = self.file.lines
        gap = lines[at].gap
        yield f"gap {min(gap, 4)}"
        near = [lines[n].gap for n in range(max(1, at - _SET), min(len(lines), at + _SET + 1)) if n != at]
        widest = max(near, default=None)
        if widest is not None:
            of_others = "as the widest near" if gap == widest else "below others"
            yield "gap over all near" if gap > widest else f"gap {of_others}"
            if gap > widest + 1:
                yield "gap far over all near"
        above, below = self.file.gaps(at - _NEAR, at), self.file.gaps(at + 1, at + _NEAR + 1)
        if above and below and set(above).isdisjoint(below):
            yield "set otherwise below"

    def _rule(self, at: int) -> Iterator[str]:
        """Yield what a rule above a line tells: such as are many part the sections of a text."""
        text = self.file.lines[at].text
        yield "below a rule"
        if closes_text(text):
            yield "below a long rule"
        often = self._often[text]
        yield f"rules {'1' if often == 1 else '2-5' if often < 6 else 'many'}"

    def _above(self, at: int) -> Iterator[str]:
        """Yield how the line above ends, and how far the text above is."""
        file, above = self.file, self.file.lines[at - 1].text
        yield "above: running" if file.running[at - 1] else "above: short"
        if file.running[at - 1]:
            yield "above: sentence" if ends_sentence(above) else "above: no sentence"
        if is_unfinished(file, at):
            yield "above: unfinished"
        if closes_text(above):
            yield "above: closes text"
        if len(above) < LONGEST_LINE and is_last_line(above):
            yield "above: last line"
        if above.endswith(":"):
            yield "above: colon"
        if at in file.addresses or at - 1 in file.addresses:
            yield "address above"
        running = (at - 1 - n for n in range(at - 1, max(-1, at - _TEXT_ABOVE), -1) if file.running[n])
        yield "text above " + _binned(next(running, _TEXT_ABOVE), (1, 2, 4, 8, 16, 40))

    def _ends(self, at: int) -> Iterator[str]:
        """Yield which lines with which pages end stand above a line."""
        near = [self._line(n) for n in range(max(0, at - _FAR), at)]
        if any(line.closes for line in near[-_NEAR:]):
            yield "closing line near above"
        if any(line.ends_site for line in near[-_NEAR:]):
            yield "rights near above"
        elif any(line.ends_site for line in near):
            yield "rights above"
        if any(line.others for line in near):
            yield "label of other texts above"
        yield f"menu lines above {_thirds(near)}"

    def _here(self, at: int) -> Iterator[str]:
        """Yield what a line itself looks like."""
        file, text, looks = self.file, self.file.lines[at].text, self._line(at)
        yield "here: " + _binned(looks.words, (2, 4, 6, 10, 17, 30))
        if file.running[at]:
            yield "here: running"
        if is_dateline(text) or leads_text(text):
            yield "here: dateline"
        if at in file.addresses:
            yield "here: address"
            return
        if len(text) >= LONGEST_LINE:
            return
        if looks.title:
            yield "here: title" if looks.words >= TITLE else "here: label"
        told = {
            "capitals": text.isupper(),
            "opens page": opens_page(text),
            "skip": looks.begins_site,
            "day": looks.day,
            "byline": looks.byline,
            "caption": is_caption(text),
            "closes": looks.closes or looks.ends_site,
            "label of others": looks.others,
            "colon or question": text.endswith((":", "?")),
        }
        yield from (f"here: {name}" for name, is_so in told.items() if is_so)

    def _again(self, at: int) -> Iterator[str]:
        """Yield where else in the file the words of a line stand."""
        lines, text = self.file.lines, self.file.lines[at].text
        if text == lines[0].text:
            yield "here: first line again"
        if self._often[text] == 1:
            return
        yield "here: often" if self._often[text] > 2 else "here: twice"
        below = range(at + 1, min(len(lines), at + _AGAIN))
        if self._line(at).words >= TITLE and any(lines[n].text == text for n in below):
            yield "here: again below"

    def _below(self, at: int) -> Iterator[str]:
        """Yield what of a head stands below a line, and how far the text is."""
        file, lines = self.file, self.file.lines
        if is_named(file, at):
            yield "named"
        if title_at(file, at):
            yield "title at"
        places = range(at + 1, min(len(lines), at + 1 + _FAR))
        for n in places:
            looks, where = self._line(n), "near" if n <= at + _NEAR else "below"
            if looks.byline:
                yield f"byline {where}"
            if looks.day:
                yield f"day {where}"
            if n in file.addresses:
                yield f"address {where}"
            if looks.begins_site:
                yield "skip below"
        yield f"menu lines below {_thirds(map(self._line, places))}"
        first = next((n for n in range(at, min(at + _TEXT_BELOW, len(lines))) if file.running[n]), None)
        far = _TEXT_BELOW if first is None else first - at
        yield "text below " + _binned(far, (1, 2, 4, 8, 16, 40, 120))
        if first is not None and (is_dateline(lines[first].text) or leads_text(lines[first].text)):
            yield "dateline below"

    def _said(self, at: int) -> frozenset[str]:
        if at not in self._content:
            self._content[at] = content(self.file.lines[at].text[:_LONGEST])
        return self._content[at]

    def _texts(self, places: Iterable[int]) -> frozenset[str]:
        """Return what the first paragraphs among some lines speak of."""
        found: list[frozenset[str]] = []
        for at in places:
            if self.file.running[at]:
                found.append(self._said(at))
                if len(found) == _PARAGRAPHS:
                    break
        return frozenset().union(*found)

    def _cohesion(self, at: int) -> Iterator[str]:
        """Yield how far the texts above and below a line speak of the same, and which of them of the line."""
        above = self._texts(range(at - 1, max(-1, at - _REACH), -1))
        below = self._texts(range(at, min(len(self.file.lines), at + _REACH)))
        if min(len(above), len(below)) < _LEAST:
            yield "shared: too little"
            return
        share = len(above & below) / min(len(above), len(below))
        yield "shared " + _binned(share, (0.02, 0.05, 0.08, 0.12, 0.16, 0.22, 0.3))
        said = self._said(at)
        if len(said) < 2 or self.file.running[at]:
            return
        up, down = len(said & above) / len(said), len(said & below) / len(said)
        yield "spoken of below" if down > _SPOKEN else "not spoken of below"
        if up > _SPOKEN:
            yield "spoken of above"
        if down > up + _MORE:
            yield "spoken of below, not above"


def _thirds(lines: Iterable[_Looks]) -> int:
    """Return how many of some lines are as short as those of menus, in threes."""
    return min(sum(line.words <= _MENU for line in lines) // 3, 3)


def _binned(value: float, edges: Sequence[float]) -> str:
    return next((f"< {edge}" for edge in edges if value < edge), f">= {edges[-1]}")
