"""A document's text to units: the smallest pieces that can be a paragraph, a heading or a byline.

Texts come in two layouts. In one, every line is a paragraph; in the other, lines are wrapped at
a fixed width and blank lines part the paragraphs. Which one a text has is told by its line
lengths, and a short block of wrapped lines inside the first layout is still joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from index.text.letters import CAPITAL, SHOUTED_NAME
from index.values import frozen, replace
from index.words import word_set

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"[\s\u200b\ufeff]*")
BULLET = re.compile(r"(?:[•◦▪‣●■·*+–-]|--|\(?\d{1,2}[.)])\s+(?=\S)")
# "Mr. MUESTRA: ", "**EJEMPLO:** ": a label before words that are said, each word of it with a capital.
_TURN = re.compile(
    rf"[*_]{{0,3}}({CAPITAL}[\w.’'-]*(?: {CAPITAL}[\w.’'-]*){{0,5}} ?)[*_]{{0,3}}:[*_]{{0,3}}(?=\s|$)"
    rf"|({CAPITAL}[\w.]* ?\.? {SHOUTED_NAME})\.(?=\s+{CAPITAL})"  # "Mr. MUESTRA. He"
)
_WIDEST_WRAP = 100  # characters; e-mail and terminals wrap at 72 to 80, few at 100
_NARROWEST_WRAP = 50
_GLUED = 6  # lines; fewer are read for themselves
_EVEN = 0.75  # of the width: a wrapped line is no shorter, as the next word did not fit
_MOSTLY = 0.8  # of the lines; the others are headings
# Of running text that is broken at any place (where a page's mark-up had its lines): of thirteen files 0.65
# and more of the lines that end no sentence go on in lower case; of headings and lists a third at most.
_RUNS_ON = 0.65
_RAGGED = 20  # lines; fewer tell nothing


@frozen
class Line:
    """A line that is not blank, without its margins.

    ``block`` counts the places with blank lines before it, ``gap`` the blank lines just above it.
    """

    start: int
    end: int
    text: str
    block: int
    gap: int = 0


@frozen
class Unit:
    """One or more lines that belong together; ``text`` has its white space collapsed."""

    start: int
    end: int
    text: str
    block: int
    lines: tuple[Line, ...]
    words: int


def lines_of(text: str, start: int = 0) -> list[Line]:
    """Return the lines of ``text`` from ``start`` that hold more than white space."""
    found: list[Line] = []
    block, last_end = 0, start
    line_end = "\n" if "\n" in text else "\r"
    for match in _LINE.finditer(text, start):
        raw = match[0]
        if _BLANK.fullmatch(raw):
            continue
        left = len(raw) - len(raw.lstrip(" \t\u00a0\u3000\ufeff\u200b"))
        stripped = raw.strip(" \t\u00a0\u3000\ufeff\u200b")
        gap = max(0, text.count(line_end, last_end, match.start()) - 1) if found else 0
        block += gap > 0
        line_start = match.start() + left
        found.append(Line(line_start, line_start + len(stripped), stripped, block, gap))
        last_end = match.end()
    return found


def blocks_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines between blank lines, and in a transcript between its turns."""
    turns = _turn_starts(lines)
    block: list[Line] = []
    for line in lines:
        if block and (line.block != block[0].block or line.start in turns):
            yield from _parted(block)
            block = []
        block.append(line)
    if block:
        yield from _parted(block)


def _parted(block: list[Line]) -> Iterator[list[Line]]:
    """Yield the paragraphs of wrapped lines that no blank line parts: each ends with a short line, of a
    sentence or a headline.

    Such a block is wide and even but for the lines that end a sentence, and most of its lines go on in
    lower case; or it is long and runs on, however its lines are broken. Any other comes back whole.
    """
    width = max(len(line.text) for line in block)
    running = [(line, after) for line, after in pairwise(block) if not ends_sentence(line.text)]
    lower = sum(after.text[0].islower() for _, after in running)
    even = sum(len(line.text) >= _EVEN * width for line, _ in running)
    layout = len(block) >= _GLUED and _NARROWEST_WRAP <= width <= _WIDEST_WRAP
    if not (layout and 2 * lower >= len(block) and even >= _MOSTLY * len(running)) and not _is_ragged(block):
        yield block
        return
    begin = 0
    for at, (line, after) in enumerate(pairwise(block), 1):
        over = ends_sentence(line.text) or (at - 1 == begin and is_title_case(line.text))
        if over and len(line.text) < _EVEN * width and not after.text[0].islower():
            yield block[begin:at]
            begin = at
    yield block[begin:]


def _turn_starts(lines: Sequence[Line]) -> frozenset[int]:
    """Where lines begin with a label of a transcript: several labels in capitals that come back."""
    labels = [(line.start, match[1] or match[2]) for line in lines if (match := _TURN.match(line.text))]
    counts = Counter(label for _, label in labels)
    recurring = {label for label, count in counts.items() if count > 1}
    return (
        frozenset(start for start, label in labels if label in recurring)
        if len(recurring) > 1
        else frozenset()
    )


def _has_long(lines: Sequence[Line]) -> bool:
    """Whether more than one line in twenty is longer than lines are cut."""
    return sum(len(line.text) > _WIDEST_WRAP + 20 for line in lines) > 0.05 * len(lines)


def _is_ragged(lines: Sequence[Line]) -> bool:
    """Whether lines are broken at any place of running text: hardly one is long, and most go on."""
    if len(lines) < _RAGGED or _has_long(lines):
        return False
    running = [
        after for line, after in pairwise(lines) if line.block == after.block and not ends_sentence(line.text)
    ]
    lower = sum(after.text[0].islower() for after in running)
    return 2 * len(running) >= len(lines) and lower >= _RUNS_ON * len(running)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines are cut not at the paragraphs of a text, but at a width or anywhere in its sentences."""
    if _is_ragged(lines):
        return True
    inner = [len(line.text) for block in blocks_of(lines) for line in block[:-1]]
    if len(inner) < 3 or _has_long(lines):
        return False
    wide = sum(_NARROWEST_WRAP <= length <= _WIDEST_WRAP for length in inner)
    return wide >= 0.75 * len(inner)


def _is_wrapped_block(block: Sequence[Line]) -> bool:
    """Whether one block is wrapped: even line lengths, and lines that go on in lower case."""
    if len(block) < 2:
        return False
    even = all(_NARROWEST_WRAP <= len(line.text) <= _WIDEST_WRAP for line in block[:-1])
    continued = sum(line.text[0].islower() for line in block[1:])
    return even and 2 * continued >= len(block) - 1


def _is_verse(block: Sequence[Line]) -> bool:
    """Whether a block of short lines is one text: a stanza, or prose wrapped very narrowly.

    Most of its lines run on: they end with a comma or a dash, or the next begins in lower case.
    """
    if len(block) < 3 or any(len(line.text) > _NARROWEST_WRAP + 10 for line in block):
        return False
    if any(BULLET.match(line.text) for line in block):
        return False
    running = sum(
        line.text.endswith((",", ";", "—", "–")) or after.text[0].islower() for line, after in pairwise(block)
    )
    return 2 * running >= len(block) - 1


def unit_of(lines: Sequence[Line]) -> Unit:
    """Return the unit these lines make."""
    words = [word for line in lines for word in line.text.split()]
    return Unit(lines[0].start, lines[-1].end, " ".join(words), lines[0].block, tuple(lines), len(words))


_FOOTNOTE = re.compile(r"(?<=[.!?\"”’»])(?:\s?\[\d{1,3}\]|\d{1,2})+$")
_TITLE_WORD = re.compile(r"[^\W\d_][\w’'\-]*")


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words of ``text`` begin with a capital, as in English headlines."""
    found = [word for word in _TITLE_WORD.findall(text) if word.lower() not in word_set("title_small")]
    return len(found) >= 3 and sum(word[0].isupper() for word in found) >= 0.85 * len(found)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a full stop, question or exclamation mark, and closing marks or notes."""
    return _FOOTNOTE.sub("", text).rstrip("\"”’»')]*_ ").endswith((".", "!", "?", "…"))


def split_block(block: Sequence[Line], *, wrapped: bool, breaks: re.Pattern[str]) -> Iterator[Unit]:
    """Yield the units of one block.

    ``wrapped`` says how the document is laid out; a line that ``breaks`` matches (a byline, a
    picture's place-holder) is always a unit of its own, a bullet always begins one. Lines quoted as in
    a mail are laid out by themselves.
    """
    for quoted, lines in groupby(block, key=_is_quoted):
        if quoted:
            yield from _split_quoted([*lines])
        else:
            yield from _split([*lines], wrapped=wrapped, breaks=breaks)


def _is_quoted(line: Line) -> bool:
    return line.text.startswith(">")


def unbulleted(text: str) -> str:
    """Return a line without the mark of a list that it begins with."""
    return text[match.end() :] if (match := BULLET.match(text)) else text


def unquoted(text: str) -> str:
    """Return a line without the marks of a mail's quotation."""
    return text.lstrip("> \t")


def _split_quoted(lines: Sequence[Line]) -> Iterator[Unit]:
    """Yield the units of lines quoted with ">": wrapped ones as one, up to a short line, which ends it."""
    run: list[Line] = []
    for line in lines:
        run.append(line)
        if len(unquoted(line.text)) < _NARROWEST_WRAP or line is lines[-1]:
            whole = _is_wrapped_block([replace(each, text=unquoted(each.text) or ">") for each in run])
            yield from [unit_of(run)] if whole else (unit_of([each]) for each in run)
            run = []


def _split(block: Sequence[Line], *, wrapped: bool, breaks: re.Pattern[str]) -> Iterator[Unit]:
    if not (wrapped or _is_wrapped_block(block)):
        if _is_verse(block) and not any(breaks.match(line.text) for line in block):
            yield unit_of(block)
        else:
            yield from (unit_of([line]) for line in block)
        return
    run: list[Line] = []
    for line in block:
        alone = breaks.match(line.text)
        if run and (alone or BULLET.match(line.text)):
            yield from _part_heading(run)
            run = []
        if alone:
            yield unit_of([line])
        else:
            run.append(line)
    if run:
        yield from _part_heading(run)


def _part_heading(run: Sequence[Line]) -> Iterator[Unit]:
    """Yield the run, its last lines apart when they are a headline glued to the paragraph before.

    A headline is told from the end of a sentence by its capitals; a list of names has
    capitals too, but commas between them.
    """
    for at in range(max(1, len(run) - 3), len(run)):
        tail = " ".join(line.text for line in run[at:])
        before = run[at - 1].text
        if (
            is_title_case(tail)
            and all(is_title_case(line.text) or len(line.text.split()) < 4 for line in run[at:])
            and not ends_sentence(tail)
            and tail.count(",") < 2
            and len(tail.split()) >= 4
            and before[-1] not in ",;-–—"
            and before.split()[-1].lower() not in word_set("title_small")
            and not is_title_case(before)
        ):
            yield unit_of(run[:at])
            yield unit_of(run[at:])
            return
    yield unit_of(run)
