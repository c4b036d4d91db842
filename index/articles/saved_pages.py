"""Where each saved page of a file begins, told by its lines: people keep pages one below another.

Nobody marks the joints, but most show: an address alone on a line, a title over a name or a day, empty lines
wider than any inside the pages, a text that breaks off above them, the same site header once more. One sign
alone is weak (texts have headings and links of their own), so each rule below asks for a second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from index.articles.addresses import Address, is_home_of_many, is_labelled
from index.articles.byline_names import has_given_name
from index.articles.bylines import byline_of
from index.articles.closing_addresses import addresses_close, shared
from index.articles.date_lines import is_date_line
from index.articles.head_shapes import is_clipping, is_of_post, same_head, with_outlet
from index.articles.joints import Joints
from index.articles.line_kinds import (
    FUSED_DATE,
    closes_page,
    closes_text,
    is_caption,
    is_dateline,
    leads_to_others,
    opens_page,
)
from index.articles.name_lines import name_line_of
from index.articles.page_gaps import joints
from index.articles.page_heads import (
    HEAD,
    TITLE,
    WIDE,
    begins_below_last,
    breaks_off,
    can_be_title,
    head_at,
    is_long_title,
    is_named,
    is_rule,
    is_tab,
    is_unfinished,
    parted,
    title_at,
)
from index.articles.page_lines import LONGEST_LINE, PROSE, PageLines
from index.articles.title_words import content
from index.articles.units import Line, ends_sentence
from index.text.dates import find_date
from index.text.letters import CAPITAL, SMALL
from index.values import frozen

_SAME = 0.6  # of the words of a path, which a title has, too, where the address closes its page
_SHARED = 4  # words of an address that a text has, too
_ALONE = 7  # lines above and below in which no other breaks off
_HEADLINE = 6  # words of one that a lone name makes a page's; headings of sections are shorter
_PAGE, _LONGEST_TEXT = 40, 4_000  # lines of a page that are searched for its author, characters of each
# Running lines between a page's beginning and a weak sign of the next (deck, caption), and below it.
_LEAST_TEXT, _LEAST_BELOW = 3, 2
_LONGEST_HEAD = 8  # lines of a head above its address
_SENTENCES = re.compile(rf"{SMALL}[.!?] {CAPITAL}.*\.")  # more than one in a line
_DECKS = 2  # running lines of a head
_HEAD_LINES = 4  # of a page, among which its address stands
_LONGEST_ABOUT = 12  # words of a line that says of which day a text is
_NEAR = 5  # lines whose empty lines tell how a page is set


@frozen
class Page:
    """The lines of one page as it was saved, the address that stands with it, and its site's header.

    A header is a short first line with which another page of the file begins, too.
    """

    lines: tuple[Line, ...]
    address: Address | None
    header: str | None = None


def pages_of(lines: Sequence[Line]) -> list[Page]:
    """Return the pages of a file, one where nothing says that there are more."""
    if not lines:
        return []
    lines, heads = parted(lines)
    file = PageLines(lines)
    closing = addresses_close(file)
    starts = _closed(file) if closing else _starts(file, heads)
    ends = [*starts[1:], len(lines)]
    begun = Counter(lines[start].text for start in starts)
    return [
        Page(
            tuple(lines[start:end]),
            file.addresses[end - 1] if closing else _address(file, start, end, len(starts) > 1),
            lines[start].text if begun[lines[start].text] > 1 else None,
        )
        for start, end in zip(starts, ends, strict=True)
    ]


def _closed(file: PageLines) -> list[int]:
    """Return where the pages begin each of which ends with its address."""
    return [0, *(at + 1 for at in list(file.addresses)[:-1])]


def _starts(file: PageLines, heads: Collection[int]) -> list[int]:
    signs = {at: sign for at in file.between_texts() if (sign := _SURE if at in heads else _sign(file, at))}
    signs |= {
        at: _JOINT
        for at in joints(file, signs, {at for at, sign in signs.items() if sign is _ADDRESS})
        if at not in signs
    }
    signs = {at: sign for at, sign in _weighed(file, signs).items() if not is_of_post(file, at)}
    starts = [0]
    for at in sorted(signs):
        if _is_of_head(file, starts[-1], at) if signs[at] is _ADDRESS else _signs_head(file, starts[-1], at):
            continue
        least, below = (_LEAST_TEXT, _LEAST_BELOW) if signs[at] is _WEAK else (1, 1)
        if file.has_text(starts[-1], at, least) and file.has_text(at, len(file.lines), below):
            above = _head_above if signs[at] is _ADDRESS else with_outlet
            begin = above(file, starts[-1], at)
            starts.append(at - 1 if begin == at and _is_address_of(file, at, starts[-1]) else begin)
        elif signs[at] is _ADDRESS and len(starts) > 1 and not file.has_text(starts[-1], at):
            # what seemed a page's head was the last of the page above
            starts[-1] = starts[-1] if _stands_below_heads(file) else at
    return _with_text(file, starts)


def _with_text(file: PageLines, starts: Sequence[int]) -> list[int]:
    """Return where pages begin but for those of a few words that have no address: no page is so short.

    They are of the page above, and a first one is of the page below.
    """
    found: list[int] = []
    first = min(file.addresses, default=len(file.lines))
    for start, end in pairwise([*starts, len(file.lines)]):
        addressed = any(at in file.addresses for at in range(start, min(end, start + _HEAD_LINES)))
        begun = first < start or file.holds_page(0, start)
        if not found or (begun and (addressed or file.holds_page(start, end))):
            found.append(start)
    return found


def _weighed(file: PageLines, signs: Mapping[int, str]) -> dict[int, str]:
    """Return the lines with which pages begin, also those that no rule names and all their signs tell."""
    weights = Joints(file)
    sure = {at: sign for at, sign in signs.items() if sign is not _WEAK}
    unsure = (at for at in file.between_texts() if at not in sure)
    likely = {at: weights.likelihood(at, signs.get(at)) for at in unsure}
    weak = {at: _WEAK for at in likely if at in signs and likely[at] >= _LIKELY_ENOUGH}
    return {**sure, **weak, **{at: _TOLD for at in likely if likely[at] >= _ALONE_ENOUGH}}


def _is_address_of(file: PageLines, at: int, start: int) -> bool:
    """Whether the address right above a line has words of the text below, and fewer of the page above."""
    found = file.addresses.get(at - 1)
    if found is None or at - 1 == start or is_labelled(file.lines[at - 1].text):
        return False
    above, below = (shared(file, at - 1, first, first + 3) for first in (start, at))
    return below >= _SHARED and below > above


def _head_above(file: PageLines, start: int, at: int) -> int:
    """Return where the head begins that stands over an address, unless its title is below it; else it."""
    if at in file.addresses and _is_titled_above(file, 0) and at - 1 > start and title_at(file, at - 1):
        return at - 1
    if 0 in file.addresses or title_at(file, at + 1):
        return at
    top = at
    while top - 1 > start and at - top < _LONGEST_HEAD and not file.running[top - 1]:
        top -= 1
    above = range(at - 1, top - 1, -1)
    heads = (n for n in above if file.lines[n].gap and title_at(file, n) and is_named(file, n))
    return next(heads, at)


def _is_titled_above(file: PageLines, start: int) -> bool:
    """Whether a page begins with its title, and its address stands right below."""
    long = is_long_title(file.lines[start].text) and file.has_text(start + 2, start + HEAD)
    return start + 1 in file.addresses and (long or title_at(file, start))


def _is_of_head(file: PageLines, start: int, at: int) -> bool:
    """Whether an address stands in the head of a page: below its name or day and a deck, over its text."""
    head = range(start, at)
    if len(head) > _LONGEST_HEAD + _DECKS or any(n in file.addresses for n in head) or file.is_wide(at):
        return False
    decks = [file.lines[n] for n in head if file.running[n]]
    short = len(decks) <= _DECKS and all(len(line.text.split()) < PROSE for line in decks)
    return short and (is_named(file, start) or (start > 0 and _is_head_below_rule(file, start)))


def _signs_head(file: PageLines, start: int, at: int) -> bool:
    """Whether a name or a day stands below a page's title and a deck or two, which nobody signs or dates yet.

    A page begins with a title; one that begins with its name alone stands below a whole page.
    """
    signed, dated = _is_byline(file, at), is_date_line(file.lines[at].text)
    head = [n for n in range(start, at) if n not in file.addresses]
    decks = sum(file.running[n] for n in head)
    if not (signed or dated) or decks > _DECKS or len(head) > _LONGEST_HEAD + _DECKS:
        return False
    if file.is_wide(at) and any(_SENTENCES.search(file.lines[n].text) for n in head):
        return False  # decks have one sentence each: below more stands a text that has ended
    if any(_is_byline(file, n) if signed else is_date_line(file.lines[n].text) for n in head):
        return False
    below = range(at + 1, min(at + HEAD, len(file.lines)))
    text = next((n for n in below if file.running[n]), None)
    return text is not None and not any(
        can_be_title(file.lines[n].text) and len(file.lines[n].text.split()) >= TITLE
        for n in range(at + 1, text)
    )


def _is_byline(file: PageLines, at: int) -> bool:
    line = byline_of(file.lines[at].text) if len(file.lines[at].text) < LONGEST_LINE else None
    return line is not None and not line.handle


def _stands_below_heads(file: PageLines) -> bool:
    """Whether the first page of a file has its address below a title or a name, before its text."""
    first = next(iter(file.addresses), None)
    if first is None or first == 0 or first > _LONGEST_HEAD or file.has_text(0, first):
        return False
    return any(can_be_title(file.lines[at].text) for at in range(first))


_ADDRESS, _SURE, _LIKELY, _WEAK, _JOINT = "address", "sure", "likely", "weak", "joint"
_TOLD = "told"
# How likely a page begins with a line that only looks like a beginning, and with one that need not. Of 260
# pages saved whole 79 were cut where looks alone counted, 33 with this; of 200 of others none is lost.
_LIKELY_ENOUGH, _ALONE_ENOUGH = 0.05, 0.4


def _sign(file: PageLines, at: int) -> str | None:
    """Return how surely a page begins with a line, None where nothing says so."""
    line = file.lines[at]
    if len(line.text) >= LONGEST_LINE and not FUSED_DATE.match(line.text):
        return _WEAK if closes_text(file.lines[at - 1].text) else _by_layout(file, at)
    again = _is_header_again(file, at) or same_head(file, at)
    opened = FUSED_DATE.match(line.text) or _opens(file, at) or again
    opened = opened or is_clipping(file, at)
    if (line.gap and opened) or is_tab(file, at) or _is_head_below_rule(file, at):
        return _SURE
    if closes_text(file.lines[at - 1].text):
        return _SURE if head_at(file, at) or is_named(file, at) else _WEAK
    if _address_opens(file, at):
        return _ADDRESS
    if _follows_closing_address(file, at) or (
        line.gap and (_has_head(file, at) or begins_below_last(file, at))
    ):
        return _SURE
    return _by_layout(file, at) or (_WEAK if line.gap and _seems_head(file, at) else None)


def _is_head_below_rule(file: PageLines, at: int) -> bool:
    """Whether a title stands below a rule, with an address, a day or a name beside it and text below.

    Sections of a text may be parted by rules as well, but none of them says where it is from.
    """
    if not is_rule(file.lines[at - 1].text) or at in file.addresses:
        return False
    head = range(at, min(at + HEAD, len(file.lines)))
    end = next((n for n in head if file.running[n] and not is_long_title(file.lines[n].text)), None)
    if end is None:
        return False
    lines = [file.lines[n].text for n in range(at, end) if n not in file.addresses]
    if not lines or leads_to_others(lines[0]):
        return False
    titled = is_long_title(lines[0]) or any(map(can_be_title, lines))
    titled = titled and any(len(text.split()) >= TITLE for text in lines)
    told = any(n in file.addresses for n in range(at, end)) or any(map(_says_whence, lines))
    return titled and told


def _says_whence(text: str) -> bool:
    if len(text.split()) > _LONGEST_ABOUT:
        return False
    return is_date_line(text) or byline_of(text) is not None or find_date(text) is not None


def _seems_head(file: PageLines, at: int) -> bool:
    """Whether a line seems to begin a page though no more empty lines stand above it than in the text."""
    text = file.lines[at].text
    if is_dateline(text):
        return not any(can_be_title(file.lines[n].text) for n in range(max(0, at - 3), at))
    if file.running[at] or len(text.split()) < TITLE or byline_of(text) or is_date_line(text):
        return False
    if not can_be_title(text) or _is_listed(file, at):
        return False
    if is_named(file, at) or _signs_title(file, at):
        return True
    below = next((n for n in range(at + 1, min(at + HEAD, len(file.lines))) if file.running[n]), None)
    if below is None:
        return False
    return is_dateline(file.lines[below].text) or (file.running[at - 1] and _breaks_off_alone(file, at))


def _is_listed(file: PageLines, at: int) -> bool:
    """Whether a title stands among others: below what leads to them, or right below one's name or day."""
    top = at
    while top and at - top < HEAD and not file.running[top - 1] and file.lines[top - 1].text[0] not in "-*_=":
        top -= 1
    above = [line.text for line in file.lines[top:at]]
    return any(map(leads_to_others, above)) or (len(above) > 1 and any(map(_is_about, above[-2:])))


def _is_about(text: str) -> bool:
    return is_date_line(text) or byline_of(text) is not None


def _breaks_off_alone(file: PageLines, at: int) -> bool:
    """Whether the prose above a line stops inside a sentence, which no other line near it does.

    Texts of pictures have no full stops either, but a page that shows one shows several.
    """
    above = file.lines[at - 1].text
    if (
        not breaks_off(file, at)
        or not above[-1].isalnum()
        or is_caption(above)
        or above.split()[-1][0].isupper()
    ):
        return False
    near = range(max(1, at - _ALONE), min(len(file.lines), at + _ALONE))
    return not any(n != at and file.running[n - 1] and is_unfinished(file, n) for n in near)


def _has_head(file: PageLines, at: int) -> bool:
    """Whether a head begins with a line, and what stands above tells that it is another page's."""
    if closes_page(file.lines[at - 1].text):
        return is_named(file, at) or title_at(file, at)
    return file.is_wide(at) and (is_named(file, at) or (title_at(file, at) and is_unfinished(file, at)))


def _signs_title(file: PageLines, at: int) -> bool:
    """Whether a headline stands right over a lone name that the text below it does not speak of."""
    title, below = file.lines[at].text, file.lines[at + 1 : at + 2]
    if len(title.split()) < _HEADLINE or not below or not can_be_title(title) or not file.running[at - 1]:
        return False
    line = name_line_of(below[0].text)
    if line is None or line.outlet or not any(map(has_given_name, line.authors)):
        return False
    if not file.has_text(at + 2, at + HEAD):
        return False
    text = " ".join(each.text for each in file.lines[at + 2 : at + _PAGE] if len(each.text) < _LONGEST_TEXT)
    return not any(name.split()[-1] in text or name in title for name in line.authors)


def _by_layout(file: PageLines, at: int) -> str | None:
    """Return how surely the empty lines above a line, and the end of what stands there, tell a joint."""
    if breaks_off(file, at) and (file.is_wide(at, WIDE) or _stands_apart(file, at)):
        return _SURE
    return _LIKELY if _is_laid_out_otherwise(file, at) or _turns_flat(file, at) else None


def _turns_flat(file: PageLines, at: int) -> bool:
    """Whether a text with empty lines between all its paragraphs ends above a line, one without begins."""
    last = file.lines[at - 1].text
    if not file.lines[at].gap or last.endswith(":") or leads_to_others(last):
        return False
    if ends_sentence(last) and not can_be_title(file.lines[at].text):
        return False
    above, below = range(at - _NEAR, at), range(at + 1, at + 1 + _NEAR)
    if above[0] < 1 or below[-1] >= len(file.lines):
        return False
    spaced = all(file.lines[n].gap for n in above) and sum(file.running[n] for n in above) >= _LEAST_BELOW
    flat = not any(file.lines[n].gap for n in below) and sum(file.running[n] for n in below) >= _LEAST_TEXT
    return spaced and flat


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
        return not (can_be_title(above.text) and file.lines[at].gap <= 1 and above.gap > file.usual)
    below = file.lines[at + 1 : at + 2]
    return (
        bool(below) and opens_page(below[0].text) and can_be_title(file.lines[at].text) and file.is_wide(at)
    )


def _is_header_again(file: PageLines, at: int) -> bool:
    """The first line of the file once more, over a head: each page of a site begins with its name."""
    first = file.lines[0].text
    if file.lines[at].text != first or 0 in file.addresses or len(first.split()) > 12:
        return False
    return is_named(file, at) or title_at(file, at + 1)


def _address_opens(file: PageLines, at: int) -> bool:
    """An address alone, or the title right above one, with text below that it can belong to."""
    link = _address_below_title(file, at)
    if link is None or (link == at and _closes(file, at)) or not _belongs_to_text_below(file, at, link):
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
    if not file.lines[link + 1].gap:  # set as the first page is
        return not file.lines[1].gap and (0 in file.addresses if alone else _is_titled_above(file, 0))
    titled = _is_titled_above(file, 0) and title_at(file, at - 1)
    if 0 in file.addresses or not alone or titled or is_named(file, link + 1):
        return True
    return file.addresses[link].of_text and not file.lines[link + 1].text[0].islower()


def _closes(file: PageLines, at: int) -> bool:
    """Whether an address that is called the text's stands below it, as those of the file's first page do."""
    labelled = is_labelled(file.lines[at].text) and file.running[at - 1]
    return labelled and not any(n in file.addresses for n in range(_HEAD_LINES))


def _address_below_title(file: PageLines, at: int) -> int | None:
    """Return the line of the address that stands at a line, or right below a title there."""
    for link in range(at, min(at + 3, len(file.lines))):
        line = file.lines[link]
        if link > at and line.gap:
            return None
        if link in file.addresses:
            # a link right under a label or a title is that one's
            return link if link > at or line.gap or file.running[at - 1] else None
        if not (file.lines[at].gap and (can_be_title(line.text) or is_long_title(line.text))):
            return None
    return None


def _belongs_to_text_below(file: PageLines, at: int, link: int) -> bool:
    """Whether text stands below an address before the next, and the address does not close that above it."""
    after = link + 1
    if after < len(file.lines) and file.is_wide(after) and not file.is_wide(at):
        return False
    if (
        is_home_of_many(file.addresses[link])
        and file.lines[at].gap <= file.lines[min(after, len(file.lines) - 1)].gap
    ):
        return False  # a post or a film set into a text
    below = next((n for n in range(after, len(file.lines)) if file.running[n] or n in file.addresses), None)
    return below is not None and below not in file.addresses


def _follows_closing_address(file: PageLines, at: int) -> bool:
    """The line below an address that closes the text above it: more empty lines below than above."""
    above = at - 1
    if above <= 0 or above not in file.addresses:
        return False
    if _closes(file, above):
        return is_named(file, at) or head_at(file, at)
    return not file.is_wide(above) and file.is_wide(at) and 0 not in file.addresses


def _says_title(file: PageLines, at: int, start: int) -> bool:
    """Whether the words of an address are those of a line at the beginning of a page that is no text."""
    path = content(file.addresses[at].title or "")
    heads = (file.lines[n].text for n in range(start, min(start + _HEAD_LINES, at)) if not file.running[n])
    return len(path) >= _LEAST_TEXT and any(len(path & content(each)) >= _SAME * len(path) for each in heads)


def _address(file: PageLines, start: int, end: int, several: bool) -> Address | None:
    """Return the address in the head of a page, or the one that closes it, else its writer's."""
    writers: Address | None = None
    for at in range(start, min(start + _LONGEST_HEAD + _DECKS, end)):
        found = file.addresses.get(at)
        own = found and (at == start or not is_home_of_many(found))
        if found and own and (at < start + _HEAD_LINES or _is_of_head(file, start, at)):
            if not found.of_writer:
                return found
            writers = writers or found
        if file.has_text(start, at + 1, _DECKS + 1):
            break
    last = end - 1
    if last in file.addresses and (
        is_labelled(file.lines[last].text)
        or (file.lines[last].gap and (several or _says_title(file, last, start)))
    ):
        return writers if is_home_of_many(file.addresses[last]) else file.addresses[last]
    return writers
