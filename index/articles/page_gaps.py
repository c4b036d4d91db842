"""Where empty lines part the pages of a file: only where heads stand below them, for texts have gaps, too."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from index.articles.line_kinds import leads_to_others
from index.articles.page_heads import TITLE, WIDE, head_at, is_named
from index.articles.page_lines import PageLines

_WIDEST = 7  # empty lines
_LONGER = 9  # words of a headline that is no section's of a signed page
_HEADLINE = 6  # words of one that needs no other sign; headings of sections are shorter
_NEAR = 5  # lines whose empty lines tell how a page is set
_LEAST_TEXT = 3  # running lines of a page between two narrow gaps


def joints(file: PageLines, signs: Collection[int], addresses: Collection[int]) -> list[int]:
    """Return the lines below wide gaps, where a head stands below all of them: they part the pages.

    ``signs`` are the lines with which a page surely begins, ``addresses`` those of them with an address.

    Not where only the first head has a name or a day: then the others are of its sections.
    """
    for least in range(2, _WIDEST):
        wide = [at for at in range(1, len(file.lines)) if file.is_wide(at, least)]
        words = TITLE if least >= WIDE else TITLE + 1
        heads = [at for at in wide if at in signs or head_at(file, at, words)]
        text = _LEAST_TEXT if least < WIDE else 1
        if not all(file.has_text(at, end, text) for at, end in pairwise([0, *wide, len(file.lines)])):
            continue
        plain = [at for at in wide if at not in heads]
        if (
            not heads
            or len(plain) > len(heads)
            or not all(_is_plain(file, at) and (least >= WIDE or _is_set_otherwise(file, at)) for at in plain)
        ):
            continue
        signed = is_named(file, 0) and not any(is_named(file, at) or at in addresses for at in heads)
        if signed and not all(_is_no_section(file, at) for at in heads):
            continue
        return wide
    return _headlines(file)


def _is_set_otherwise(file: PageLines, at: int) -> bool:
    """Whether the paragraphs above a line have other gaps between them than those below it."""
    above, below = set(file.gaps(at - _NEAR, at)), set(file.gaps(at + 1, at + _NEAR))
    return bool(above) and bool(below) and above.isdisjoint(below)


def _headlines(file: PageLines) -> list[int]:
    """Return the lines below wide gaps that are long headlines over text, and stand below text."""
    words = _LONGER if is_named(file, 0) else _HEADLINE  # of a signed page they may be sections
    return [
        at
        for at in range(1, len(file.lines))
        if file.is_wide(at)
        and all(gap < file.lines[at].gap for gap in file.gaps(at - _NEAR, at + _NEAR))
        and head_at(file, at, words)
        and (file.running[at - 1] or file.lines[at - 1].gap == 0)
        and not leads_to_others(file.lines[at - 1].text)
    ]


def _is_no_section(file: PageLines, at: int) -> bool:
    """Whether a headline is longer than those of sections, or stands under a label of its page."""
    return head_at(file, at, _LONGER) or len(file.lines[at].text.split()) < TITLE


def _is_plain(file: PageLines, at: int) -> bool:
    """Whether nothing but text stands above and below a gap."""
    return file.running[at] and file.running[at - 1] and file.lines[at].text[0].isupper()
