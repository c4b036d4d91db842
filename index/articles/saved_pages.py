"""Where each saved page of a file begins, told by its lines: people keep pages one below another.

Nobody marks the joints, but most show: an address alone on a line, a title over a name or a day, empty lines
wider than any inside the pages, a text that breaks off above them, the same site header once more. One sign
alone is weak (texts have headings and links of their own), so each rule below asks for a second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.addresses import Address, is_home_of_many, is_labelled
from index.articles.byline_names import is_person
from index.articles.bylines import byline_of, name_line_of
from index.articles.line_kinds import (
    FUSED_DATE,
    closes_page,
    is_caption,
    is_date_line,
    is_dateline,
    is_heading,
    leads_to_others,
    opens_page,
)
from index.articles.page_lines import LONGEST_LINE, PROSE, RUNNING, SENTENCE, PageLines
from index.articles.units import Line, ends_sentence
from index.values import frozen

_HEAD = 8  # lines; the title, names, day and labels of a page are fewer
_TITLE = 4  # words a headline has at least, where nothing else tells a page's beginning
_CUT = re.compile(r"(?:\.{3,}|…|\[\.\.\.\]|\[…\])\W*$")
_ALONE = 7  # lines above and below in which no other breaks off
_HEADLINE = 6  # words of one that a lone name makes a page's; headings of sections are shorter
_PAGE, _LONGEST_TEXT = 40, 4_000  # lines of a page that are searched for its author, characters of each
_LONGEST_TITLE = 40  # words, of one over a name or a day
_WIDE = 3  # empty lines; below this, empty lines part a page's pictures and lists, too
_LEAST_TEXT = (
    3  # running lines between a page's beginning and a weak sign of the next: deck and caption are two
)
_NEAR = 5  # lines whose empty lines tell how a page is set


@frozen
class Page:
    """The lines of one page as it was saved, and the address that stands with it."""

    lines: tuple[Line, ...]
    address: Address | None


def pages_of(lines: Sequence[Line]) -> list[Page]:
    """Return the pages of a file, one where nothing says that there are more."""
    if not lines:
        return []
    file = PageLines(lines)
    starts = _starts(file)
    ends = [*starts[1:], len(lines)]
    return [
        Page(tuple(lines[start:end]), _address(file, start, end, len(starts) > 1))
        for start, end in zip(starts, ends, strict=True)
    ]


def _starts(file: PageLines) -> list[int]:
    signs = {at: sign for at in range(1, len(file.lines)) if (sign := _sign(file, at))}
    wide = [at for at in range(1, len(file.lines)) if file.is_wide(at, _WIDE)]
    # A bare title begins a page only where wide gaps of the file always do.
    consistent = all(at in signs or _title_at(file, at) for at in wide)
    if consistent:
        signs |= {at: _LIKELY for at in wide if at not in signs}
    starts = [0]
    for at in sorted(signs):
        least = _LEAST_TEXT if signs[at] is _WEAK else 1
        if file.has_text(starts[-1], at, least) and file.has_text(at, len(file.lines)):
            starts.append(at)
        elif signs[at] is _ADDRESS and len(starts) > 1 and not file.has_text(starts[-1], at):
            starts[-1] = at  # what seemed a page's head was the last of the page above
    return starts


_ADDRESS, _SURE, _LIKELY, _WEAK = "address", "sure", "likely", "weak"


def _sign(file: PageLines, at: int) -> str | None:
    """Return how surely a page begins with a line, None where nothing says so."""
    line = file.lines[at]
    if len(line.text) >= LONGEST_LINE and not FUSED_DATE.match(line.text):
        return _by_layout(file, at)
    if line.gap and (FUSED_DATE.match(line.text) or _opens(file, at) or _is_header_again(file, at)):
        return _SURE
    if _address_opens(file, at):
        return _ADDRESS
    if _follows_closing_address(file, at) or (line.gap and _has_head(file, at)):
        return _SURE
    return _by_layout(file, at) or (_WEAK if line.gap and _seems_head(file, at) else None)


def _seems_head(file: PageLines, at: int) -> bool:
    """Whether a line seems to begin a page though no more empty lines stand above it than in the text."""
    text = file.lines[at].text
    if is_dateline(text):
        return not any(_can_be_title(file.lines[n].text) for n in range(max(0, at - 3), at))
    if file.running[at] or len(text.split()) < _TITLE or byline_of(text) or is_date_line(text):
        return False
    if not _can_be_title(text):
        return False
    if _is_named(file, at) or _signs_title(file, at):
        return True
    below = next((n for n in range(at + 1, min(at + _HEAD, len(file.lines))) if file.running[n]), None)
    if below is None:
        return False
    return is_dateline(file.lines[below].text) or (file.running[at - 1] and _breaks_off_alone(file, at))


def _breaks_off_alone(file: PageLines, at: int) -> bool:
    """Whether the prose above a line stops inside a sentence, which no other line near it does.

    Texts of pictures have no full stops either, but a page that shows one shows several.
    """
    above = file.lines[at - 1].text
    if not _breaks_off(file, at) or not above[-1].isalnum() or is_caption(above):
        return False
    near = range(max(1, at - _ALONE), min(len(file.lines), at + _ALONE))
    return not any(n != at and file.running[n - 1] and _is_unfinished(file, n) for n in near)


def _has_head(file: PageLines, at: int) -> bool:
    """Whether a head begins with a line, and what stands above tells that it is another page's."""
    if closes_page(file.lines[at - 1].text):
        return _is_named(file, at) or _title_at(file, at)
    return file.is_wide(at) and (_is_named(file, at) or (_title_at(file, at) and _is_unfinished(file, at)))


def _signs_title(file: PageLines, at: int) -> bool:
    """Whether a headline stands right over a lone name that the text below it does not speak of."""
    title, below = file.lines[at].text, file.lines[at + 1 : at + 2]
    if len(title.split()) < _HEADLINE or not below or not _can_be_title(title) or not file.running[at - 1]:
        return False
    line = name_line_of(below[0].text)
    if line is None or not line.authors or not file.has_text(at + 2, at + _HEAD):
        return False
    text = " ".join(each.text for each in file.lines[at + 2 : at + _PAGE] if len(each.text) < _LONGEST_TEXT)
    return not any(name.split()[-1] in text or name in title for name in line.authors)


def _by_layout(file: PageLines, at: int) -> str | None:
    """Return how surely the empty lines above a line, and the end of what stands there, tell a joint."""
    if _breaks_off(file, at) and (file.is_wide(at, _WIDE) or _stands_apart(file, at)):
        return _SURE
    return _LIKELY if _is_laid_out_otherwise(file, at) else None


def _stands_apart(file: PageLines, at: int) -> bool:
    """Whether long prose above a line ends at more empty lines than the page above has, or the one below."""
    if len(file.lines[at - 1].text.split()) < PROSE:
        return False
    gap, above, below = file.lines[at].gap, file.gaps(at - _NEAR, at), file.gaps(at + 1, at + _NEAR)
    if above and gap > max(above):
        return True
    return bool(below) and gap > max(below) and bool(above) and set(above) != set(below)


def _is_laid_out_otherwise(file: PageLines, at: int) -> bool:
    """Whether two empty lines or more part paragraphs set one way from paragraphs set another way."""
    gap, above, below = file.lines[at].gap, file.gaps(at - _NEAR, at), file.gaps(at + 1, at + _NEAR)
    if not (file.running[at - 1] and file.running[at]) or len(above) + len(below) < _NEAR - 1:
        return False
    return (
        gap > 1
        and len(set(above)) == len(set(below)) == 1
        and above[0] != below[0]
        and gap > max(above[0], below[0])
    )


def _opens(file: PageLines, at: int) -> bool:
    """A line with which a site's pages always begin, or the title set right above it."""
    if opens_page(file.lines[at].text):
        above = file.lines[at - 1]
        return not (_can_be_title(above.text) and file.lines[at].gap <= 1 and above.gap > file.usual)
    below = file.lines[at + 1 : at + 2]
    return (
        bool(below) and opens_page(below[0].text) and _can_be_title(file.lines[at].text) and file.is_wide(at)
    )


def _is_header_again(file: PageLines, at: int) -> bool:
    """The first line of the file once more, over a head: each page of a site begins with its name."""
    first = file.lines[0].text
    if file.lines[at].text != first or 0 in file.addresses or len(first.split()) > 12:
        return False
    return _is_named(file, at) or _title_at(file, at + 1)


def _address_opens(file: PageLines, at: int) -> bool:
    """An address alone, or the title right above one, with text below that it can belong to."""
    link = _address_below_title(file, at)
    if link is None or not _belongs_to_text_below(file, at, link):
        return False
    if file.is_wide(at):
        return True
    alone = link == at
    if (
        is_home_of_many(file.addresses[link])
        or file.lines[at - 1].text.endswith(":")
        or not file.lines[at].gap
    ):
        return False
    if not file.lines[link + 1].gap:
        return alone and 0 in file.addresses and not file.lines[1].gap
    if 0 in file.addresses or not alone or _is_named(file, link + 1):
        return True
    return file.addresses[link].of_text and not file.lines[link + 1].text[0].islower()


def _address_below_title(file: PageLines, at: int) -> int | None:
    """Return the line of the address that stands at a line, or right below a title there."""
    for link in range(at, min(at + 3, len(file.lines))):
        line = file.lines[link]
        if link > at and line.gap:
            return None
        if link in file.addresses:
            # a link right under a label or a title is that one's
            return link if link > at or line.gap or file.running[at - 1] else None
        if not (file.lines[at].gap and _can_be_title(line.text)):
            return None
    return None


def _belongs_to_text_below(file: PageLines, at: int, link: int) -> bool:
    """Whether text stands below an address before the next, and the address does not close that above it."""
    after = link + 1
    if after < len(file.lines) and file.is_wide(after) and not file.is_wide(at):
        return False
    below = next((n for n in range(after, len(file.lines)) if file.running[n] or n in file.addresses), None)
    return below is not None and below not in file.addresses


def _follows_closing_address(file: PageLines, at: int) -> bool:
    """The line below an address that closes the text above it: more empty lines below than above."""
    above = at - 1
    if above not in file.addresses or file.is_wide(above) or not file.is_wide(at):
        return False
    return above > 0 and 0 not in file.addresses


def _is_named(file: PageLines, at: int) -> bool:
    """Whether a title with a name or a day under it stands from a line on, above the text."""
    title = None
    for place in range(at, min(at + _HEAD, len(file.lines))):
        text = file.lines[place].text
        if place > at and (file.running[place] or file.is_wide(place, _WIDE) or place in file.addresses):
            return False
        byline = byline_of(text) if len(text) < LONGEST_LINE else None
        if (byline and not byline.handle) or is_date_line(text):
            return (title is not None or place == at) and _text_follows(file, place + 1)
        if title is None and (
            _can_be_title(text) or is_person(text) or (place == at and _is_long_title(text))
        ):
            title = place
    return False


def _text_follows(file: PageLines, at: int) -> bool:
    """Whether text begins near a line, before another title with its day: lists of titles are of one page.

    A teaser that is cut off ("and so on ...") leads to a text and is none.
    """
    for place in range(at, min(at + _HEAD, len(file.lines))):
        if file.running[place] or place in file.addresses:
            return file.running[place] and not _CUT.search(file.lines[place].text)
        if place > at and is_date_line(file.lines[place].text) and is_date_line(file.lines[at - 1].text):
            return False
    return False


def _title_at(file: PageLines, at: int) -> bool:
    """Whether a headline stands at a line, or under a label there, with text below."""
    for place in range(at, min(at + 2, len(file.lines))):
        line = file.lines[place]
        if place > at and (line.gap > file.usual or file.running[place]):
            return False
        if _can_be_title(line.text) and len(line.text.split()) >= _TITLE:
            return file.has_text(place + 1, place + _HEAD)
    return False


def _can_be_title(text: str) -> bool:
    return is_heading(text) and not leads_to_others(text) and not text.startswith(("•", "*", "-", "–"))


def _is_long_title(text: str) -> bool:
    return len(text.split()) <= _LONGEST_TITLE and not text[0].islower() and not ends_sentence(text)


def _breaks_off(file: PageLines, at: int) -> bool:
    """Whether the text above a line stops inside a sentence and another begins with the line."""
    return _is_unfinished(file, at, RUNNING) and not file.lines[at].text[0].islower()


def _is_unfinished(file: PageLines, at: int, least: int = SENTENCE) -> bool:
    """Whether the line above has at least so many words and ends as neither a text nor a lead-in does."""
    above = file.lines[at - 1].text
    return len(above.split()) >= least and not above.endswith((":", ";")) and not ends_sentence(above)


def _address(file: PageLines, start: int, end: int, several: bool) -> Address | None:
    """Return the address in the head of a page, or the one that closes it."""
    for at in range(start, min(start + 4, end)):
        if at in file.addresses and not (at > start and is_home_of_many(file.addresses[at])):
            return file.addresses[at]
        if file.running[at]:
            break
    last = end - 1
    if last in file.addresses and (is_labelled(file.lines[last].text) or (several and file.lines[last].gap)):
        return None if is_home_of_many(file.addresses[last]) else file.addresses[last]
    return None
