"""Heads that are made as the first of a file is, and posts that are set into a text with gaps around them."""

from __future__ import annotations

from index.articles.byline_names import can_be_outlet, is_surely_outlet
from index.articles.bylines import byline_of
from index.articles.date_lines import heads_post, is_date_line, names_beside_day, signs_post
from index.articles.line_kinds import leads_to_others
from index.articles.page_heads import TITLE, can_be_title, leads_text
from index.articles.page_lines import LONGEST_LINE, PageLines
from index.articles.units import ends_sentence, unquoted

_LINES = 4  # of a head that says where, when, what and who
_HEAD = 6  # lines in which a page says where it stood
_POST = 3  # lines of a post above its signature


def same_head(file: PageLines, at: int) -> bool:
    """Whether a head with outlet, day and title stands at a line, in the order of the file's first head.

    Clippings that one person keeps in a file are all headed alike, with no wider gap between them.
    """
    first = _shape(file, 0)
    if first is None or _shape(file, at) != first or leads_to_others(file.lines[at - 1].text):
        return False
    return file.holds_page(at + len(first), len(file.lines))


def is_clipping(file: PageLines, at: int) -> bool:
    """Whether a title stands over a line of an outlet and a day, and right below it a text begins."""
    head = file.lines[at : at + 2]
    if len(head) < 2 or head[1].gap or not file.has_text(at + 2, at + 2 + _LINES):
        return False
    told = [_said(line.text) for line in head]
    return told == ["title", "outlet day"] and not leads_to_others(file.lines[at - 1].text)


def _shape(file: PageLines, at: int) -> tuple[str, ...] | None:
    """Return what the lines of a head say, one after the other, up to its text; None where one is missing."""
    shape: list[str] = []
    for place in range(at, min(at + _LINES + 1, len(file.lines))):
        if file.running[place]:
            break
        if len(shape) == _LINES or not (said := _said(file.lines[place].text)):
            return None
        shape.append(said)
    else:
        return None
    told = " ".join(shape).split()
    needed = sorted(each for each in told if each != "name")
    # a clipping may have no head but one line: "Coast Courier, 4 May 2021"
    return tuple(shape) if needed == ["day", "outlet", "title"] or shape == ["outlet day"] else None


def _said(text: str) -> str | None:
    if len(text) >= LONGEST_LINE:
        return None
    if is_date_line(text):
        beside = names_beside_day(text)
        named = any(can_be_outlet(name) and is_surely_outlet(name) for name in beside)
        return "outlet day" if named else None if beside else "day"
    if _is_outlet(text):
        return "outlet"
    if (line := byline_of(text)) and line.authors and not (line.outlet or line.date):
        return "name"
    return "title" if can_be_title(text) and len(text.split()) >= TITLE else None


def _is_outlet(text: str) -> bool:
    return can_be_outlet(text) and is_surely_outlet(text)


def with_outlet(file: PageLines, start: int, at: int) -> int:
    """Return where a page begins whose title is at a line: at its outlet right above, else at the title.

    A page may end with its own name. This one is none of the page above, which begins at ``start``, where
    the head of that says another.
    """
    over = at - 1
    if over - 1 <= start or file.lines[at].gap > file.lines[over].gap or not file.running[over - 1]:
        return at
    name = file.lines[over].text
    if not _is_outlet(name):
        return at
    head = [
        line.text for line in file.lines[start : min(start + _HEAD, over)] if len(line.text) < LONGEST_LINE
    ]
    bylines = (byline_of(text) for text in head)
    named = {text for text in head if _is_outlet(text)} | {
        line.outlet for line in bylines if line and line.outlet
    }
    return over if named and name not in named else at


def is_of_post(file: PageLines, at: int) -> bool:
    """Whether a line is of a post that its writer signs, or the paragraph with which the text goes on."""
    if file.running[at] and _signs_post(file, at - 1) and not leads_text(file.lines[at].text):
        return True
    if heads_post(file.lines[at].text[:LONGEST_LINE]):
        return True
    for place in range(at, min(at + _POST, len(file.lines) - 1) + 1):
        if _signs_post(file, place):
            return True
        if place > at and ends_sentence(file.lines[place - 1].text) and not _signs_post(file, place):
            return False
    return False


def _signs_post(file: PageLines, at: int) -> bool:
    text = file.lines[at].text
    return len(text) < LONGEST_LINE and signs_post(unquoted(text))
