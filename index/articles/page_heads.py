"""What a page begins with, told by its lines: a title over a name, a day or a text, under labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.articles.addresses import is_labelled
from index.articles.byline_names import has_given_name, is_person, is_surely_outlet
from index.articles.bylines import byline_of
from index.articles.date_lines import is_date_line, leading_day
from index.articles.head_rows import spans_of_head
from index.articles.line_kinds import (
    FUSED_DATE,
    is_caption,
    is_cut_off,
    is_dateline,
    is_heading,
    is_last_line,
    leads_to_others,
)
from index.articles.name_lines import name_line_of
from index.articles.outlet_lines import title_of_tab
from index.articles.outlet_words import dateline_of
from index.articles.page_lines import LONGEST_LINE, PROSE, RUNNING, SENTENCE, PageLines, is_running
from index.articles.units import BULLET, Line, ends_sentence

HEAD = 8  # lines; the title, names, day and labels of a page are fewer
WIDE = 3  # empty lines; below this, empty lines part a page's pictures and lists, too
TITLE = 4  # words a headline has at least, where nothing else tells a page's beginning
_HASHES = re.compile(r"#{1,3} +(?=\S)")
_TITLE_LINK = re.compile(
    r"(?P<mark>(?:#{1,6} +)?)(?:\*\*|_)?\[?(?P<title>[^<>\[\]]{8,300}?)(?:\s{0,9}(?:[-–—|:(<]|\]\()\s{0,9}|\s{1,9})(?P<link>https?://[^<>()\s]+)[)>\]]?(?:\*\*|_)?"
)
_FARTHEST = 13  # lines below a headline in which its text begins
_TAB, _NOTICES = 80, 3  # lines of menus between a page's line in the browser and its title; texts in them
_LONGEST_ROW = 4  # lines from a head in one line to its text
_DECKS = 2  # paragraphs between a title and its byline
_LONGEST_TITLE = 40  # words, of one over a name or a day
_LONGEST_TEASING = 14  # words of a headline that breaks off on purpose: "Doctors warn of empty shelves..."


def is_named(file: PageLines, at: int) -> bool:
    """Whether a title with a name or a day under it stands from a line on, above the text.

    A deck or two may stand between them, but no other headline: behind that, another page may begin.
    """
    title, decks = None, 0
    for place in range(at, min(at + HEAD, len(file.lines))):
        text = file.lines[place].text
        if place > at and (file.is_wide(place, WIDE) or place in file.addresses):
            return False
        byline = byline_of(text) if len(text) < LONGEST_LINE else None
        if (byline and not byline.handle) or is_date_line(text):
            signed = byline is not None and bool(byline.authors) and place == at + 1  # under any line
            return (title is not None or place == at or signed) and text_follows(file, place + 1)
        if title is not None and place > at and _is_signed(file, place):
            return text_follows(file, place + 2)
        can_be = can_be_title(text)
        if title is None and (can_be or is_person(text) or (place == at and is_long_title(text))):
            title = place
        elif place > at and file.running[place]:
            decks += 1
            if title is None or decks > _DECKS or len(text.split()) >= PROSE:
                return False
        elif decks and can_be and len(text.split()) >= TITLE and not is_caption(text):
            return False
    return False


def _is_signed(file: PageLines, at: int) -> bool:
    """Whether a name stands alone in a line, and right below it an outlet."""
    below = file.lines[at + 1 : at + 2]
    if not below or below[0].gap:
        return False
    line = name_line_of(file.lines[at].text)
    named = line is not None and len(line.authors) > 0 and not line.outlet
    return named and is_surely_outlet(below[0].text)


def is_tab(file: PageLines, at: int) -> bool:
    """Whether a line is a page's title with its site's name behind, and the title comes once more below.

    So begin the pages that are saved with what the browser shows over them.
    """
    text = file.lines[at].text
    title = title_of_tab(text) if len(text) < LONGEST_LINE else None
    if title is None:
        return False
    for line in file.lines[at + 1 : at + 2]:
        if len(line.text.split()) >= TITLE and f" {line.text} | " in text:
            return True  # behind a word of the program that saved it
    below = range(at + 1, min(at + _TAB, len(file.lines)))
    again = next((n for n in below if " ".join(file.lines[n].text.split()) == title), None)
    return again is not None and not file.has_text(at + 1, again, _NOTICES)


def head_at(file: PageLines, at: int, least: int = TITLE) -> bool:
    """Whether a head begins with a line: a headline of so many words, under labels, or a dateline."""
    for place in range(at, min(at + HEAD, len(file.lines))):
        text = file.lines[place].text
        if place > at and file.is_wide(place):
            return False
        if can_be_title(text) and len(text.split()) >= least and not is_date_line(text):
            return file.has_text(place + 1, place + _FARTHEST)
        crumb = place == at and len(text.split()) < TITLE  # "1. Gazette", over the title
        if file.running[place] or (BULLET.match(text) and not crumb):
            return file.running[place] and leads_text(text)
    return False


def begins_below_last(file: PageLines, at: int) -> bool:
    """Whether a head stands below the last line of a page: sections of a text have no names, days or gaps."""
    text = file.lines[at].text
    if not is_last_line(file.lines[at - 1].text) or is_last_line(text):
        return False
    return is_named(file, at) or leads_text(text) or (file.is_wide(at) and head_at(file, at))


def leads_text(text: str) -> bool:
    """Whether a paragraph begins as only the first of a text does: with its day, its place or its agency."""
    return bool(leading_day(text) or is_dateline(text) or dateline_of(text) or FUSED_DATE.match(text))


def text_follows(file: PageLines, at: int) -> bool:
    """Whether text begins near a line, before another title with its day: lists of titles are of one page.

    A teaser that is cut off ("and so on ...") leads to a text and is none.
    """
    passed = False
    for place in range(at, min(at + HEAD, len(file.lines))):
        if place in file.addresses and not passed and _says_its_own(file, place):
            passed = True  # the address of the page, over its text
            continue
        if file.running[place] or place in file.addresses:
            return file.running[place] and not is_cut_off(file.lines[place].text)
        if place > at and is_date_line(file.lines[place].text) and is_date_line(file.lines[at - 1].text):
            return False
    return False


def _says_its_own(file: PageLines, at: int) -> bool:
    """Whether an address is the text's below it: called so, or as near to it as to what stands above."""
    below = file.lines[at + 1 : at + 2]
    return is_labelled(file.lines[at].text) or (bool(below) and below[0].gap <= file.lines[at].gap)


def title_at(file: PageLines, at: int) -> bool:
    """Whether a headline stands at a line, or under a label there, with text below."""
    for place in range(at, min(at + 2, len(file.lines))):
        line = file.lines[place]
        if place > at and (line.gap > file.usual or file.running[place]):
            return False
        if can_be_title(line.text) and len(line.text.split()) >= TITLE and not _is_name(line.text):
            return file.has_text(place + 1, place + HEAD)
    return False


def _is_name(text: str) -> bool:
    return is_person(text) and has_given_name(text)


@lru_cache(maxsize=8192)  # each of the lines above asks it anew
def can_be_title(text: str) -> bool:
    """Whether a line can be a headline: written like a heading, or broken off on purpose."""
    if (
        leads_to_others(text)
        or is_last_line(text)
        or text.startswith(("•", "-", "–"))
        or (text[0] == "*" and text[-1] != "*")
    ):
        return False
    text = _HASHES.sub("", text)
    teasing = text.endswith(("…", "...")) and len(text.split()) <= _LONGEST_TEASING and text[0].isupper()
    return teasing or is_heading(text)


def is_long_title(text: str) -> bool:
    """Whether a line may be a headline though it is longer than most."""
    return len(text.split()) <= _LONGEST_TITLE and not text[0].islower() and not ends_sentence(text)


def breaks_off(file: PageLines, at: int) -> bool:
    """Whether the text above a line stops inside a sentence and another begins with the line."""
    return is_unfinished(file, at, RUNNING) and not file.lines[at].text[0].islower()


def is_unfinished(file: PageLines, at: int, least: int = SENTENCE) -> bool:
    """Whether the line above has at least so many words and ends as no text, no lead-in and no list does."""
    above = file.lines[at - 1].text
    ended = above.endswith((":", ";")) or ends_sentence(above) or BULLET.match(above)
    return len(above.split()) >= least and not ended


def parted(lines: Sequence[Line]) -> tuple[list[Line], frozenset[int]]:
    """Return the lines of a file, each title apart from what stands beside it, and where such heads begin.

    "Harbour closed <https://...>", "Harbour closed | Coast Courier | 4 May 2021". Only where a head may
    begin: links stand in texts, too, and below texts lists of others.
    """
    found: list[Line] = []
    heads = set()
    for at, line in enumerate(lines):
        spans = _spans_in_head(lines, at) if line.gap or not at or is_rule(lines[at - 1].text) else ()
        if spans:
            heads.add(len(found))
        for first, last in spans or ((0, len(line.text)),):
            begin, gap = line.start + first, line.gap if first == (spans[0][0] if spans else 0) else 0
            found.append(Line(begin, line.start + last, line.text[first:last], line.block, gap))
    return found, frozenset(heads)


def is_rule(text: str) -> bool:
    """Whether a line has no letters: it parts what stands above from what stands below."""
    return not re.search(r"\w", text)


def _spans_in_head(lines: Sequence[Line], at: int) -> tuple[tuple[int, int], ...]:
    """Return where in a line that may begin a page its title stands and what is beside it, in their order."""
    line, below = lines[at], lines[at + 1 : at + 2]
    match = _TITLE_LINK.fullmatch(line.text)
    titled = match and (can_be_title(match["title"]) or is_long_title(match["title"]))
    if match and titled and len(match["title"].split()) >= TITLE:
        named = bool(below) and below[0].gap == 0 and _says_who_or_when(below[0].text)
        if line.gap > 1 or not at or match["mark"] or named or is_rule(lines[at - 1].text):
            return match.span("title"), match.span("link")
    texts = [n for n in range(at + 1, min(at + _LONGEST_ROW, len(lines))) if is_running(lines[n])]
    near = [*lines[max(0, at - _LONGEST_ROW + 1) : at], *lines[at + 1 : texts[0] if texts else at]]
    listed = any(spans_of_head(each.text) for each in near)
    return () if listed or not texts else tuple(sorted(spans_of_head(line.text)))


def _says_who_or_when(text: str) -> bool:
    return byline_of(text) is not None or is_date_line(text) or name_line_of(text) is not None
