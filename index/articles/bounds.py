"""Where each article of a document begins.

A heading alone begins nothing: texts have headings of their own. It begins an article when
something else says so too, and each rule below names that something.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from index.articles.byline_names import is_person
from index.articles.bylines import byline_of
from index.articles.line_kinds import FIELD, UnitKind, closes_text, field_of
from index.articles.name_lines import is_surely_named, name_line_of
from index.articles.pieces import Piece
from index.articles.roles import is_handle_line
from index.articles.units import is_title_case
from index.text.language_of import language_of
from index.text.repeats import REPEATED, containment, grams

_LONG = 15  # words a paragraph has at least to tell its language or be a lede
_DECK, _TITLE = 25, 5  # words; a deck is shorter, a title over one longer
_BOX = 2  # times as many words stand above a box as in it
_HEAD = 12  # pieces in which a page's address and byline stand
_NEAR = 60  # pieces; furniture of a page between two texts is shorter
_COMPARED = 12  # a page that opens with a later text's words does so near its top


def article_starts(pieces: Sequence[Piece]) -> list[int]:
    """Return the positions of the pieces with which articles begin; the first is always 0."""
    found = _listing_starts(pieces) or _forum_starts(pieces)
    if found:
        return found
    page = _Page(pieces)
    starts = [0]
    for at in range(1, len(pieces)):
        if _is_head(pieces[at]) and not _is_head(pieces[at - 1]) and _begins(page, at, starts):
            starts.append(at)
    return starts


def resumed_at(pieces: Sequence[Piece], starts: Sequence[int]) -> frozenset[int]:
    """Return the headings below a signed box inside a text, with which the text itself goes on.

    A box has a label and a name over a few paragraphs, no day of its own, and much more text above it.
    """
    found = set()
    for start, end in pairwise([*starts, len(pieces)]):
        if not start or not _is_box(pieces, start):
            continue
        heads = (at for at in range(start + 1, end) if _is_head(pieces[at]) and _prose(pieces[start:at]))
        at = next(heads, None)
        if at and _prose(pieces[at:end]) and _BOX * _prose(pieces[start:at]) <= _prose(pieces[:start]):
            found.add(at)
    return frozenset(found)


def _is_box(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a short label stands right over a name without a day."""
    line = byline_of(pieces[at + 1].text) if pieces[at + 1].kind is UnitKind.BYLINE else None
    dated = any(piece.kind is UnitKind.DATE for piece in pieces[at : at + 4])
    return pieces[at].words < _TITLE and line is not None and bool(line.authors) and not (line.date or dated)


def _prose(pieces: Sequence[Piece]) -> int:
    return sum(piece.words for piece in pieces if piece.is_text and piece.words >= _LONG)


class _Page:
    """The pieces of a document, and which of them are paragraphs long enough to tell something."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.long = [at for at, piece in enumerate(pieces) if piece.is_text and piece.words >= _LONG]
        self.signed = any(
            piece.kind is UnitKind.ADDRESS
            or (piece.kind is UnitKind.BYLINE and (line := byline_of(piece.text)) and line.authors)
            for piece in pieces[:_HEAD]
        )
        self.own = [at for at in self.long if not pieces[at].post]  # an embedded post may be in any language
        self._grams: dict[int, frozenset[int]] = {}

    def grams(self, at: int) -> frozenset[int]:
        """Return the word 4-grams of a piece, counted once."""
        if at not in self._grams:
            self._grams[at] = grams(self.pieces[at].text)
        return self._grams[at]

    def has_text(self, start: int, end: int) -> bool:
        """Whether a long paragraph stands from ``start`` up to ``end``."""
        at = bisect_left(self.long, start)
        return at < len(self.long) and self.long[at] < end


def _is_head(piece: Piece) -> bool:
    return piece.kind in {UnitKind.HEADING, UnitKind.FIELD} and not piece.note


def _begins(page: _Page, at: int, starts: Sequence[int]) -> bool:
    if not page.has_text(starts[-1], at) or not page.has_text(at, len(page.pieces)):
        return False
    field = FIELD.fullmatch(page.pieces[at].text)
    if field:
        return field_of(field["key"]) == "title" or _follows_an_end(page.pieces, at)
    return (
        _follows_an_end(page.pieces, at)
        or (_has_byline(page.pieces, at) and not _is_only_head(page, starts[-1], at))
        # a page of one signed text, or of one address, has headings, quotes and captions that look like more
        or (
            not (page.signed or _is_name(page.pieces[at]))
            and (
                _changes_language(page, at)
                or _repeats_a_lede(page, at, starts)
                or _is_kicker(page.pieces, at)
            )
        )
    )


def _is_name(piece: Piece) -> bool:
    """Whether a heading is nothing but a name, as above a day: it signs the text whose deck is said again."""
    line = name_line_of(piece.text)
    return line is not None and bool(line.authors) and is_surely_named(line)


def _follows_an_end(pieces: Sequence[Piece], at: int) -> bool:
    """A credit, a poster's line, a closing mark or a long rule closes the text above."""
    last = next(
        (piece for piece in reversed(pieces[max(0, at - _NEAR) : at]) if piece.kind is not UnitKind.JUNK),
        None,
    )
    if last is None or (is_person(pieces[at].text) and pieces[at + 1].text.startswith(pieces[at].text)):
        return False  # a person's name above "NAME is ..." opens a biography
    return (
        last.kind is UnitKind.ORIGIN
        or is_handle_line(last)
        or (last.kind is UnitKind.SEPARATOR and closes_text(last.text))
    )


def _has_byline(pieces: Sequence[Piece], at: int) -> bool:
    """A byline directly under a heading signs a text that begins here, unless the heading is its name."""
    for piece in pieces[at + 1 : at + 4]:
        if piece.kind is UnitKind.BYLINE and not is_handle_line(piece):
            line = byline_of(piece.text)
            return line is None or pieces[at].text not in line.authors
        if piece.kind not in {UnitKind.HEADING, UnitKind.DATE, UnitKind.JUNK, UnitKind.CAPTION}:
            return False
    return False


def _is_only_head(page: _Page, start: int, at: int) -> bool:
    """Whether nothing but a title and its deck stands above: then the byline is theirs, below a caption."""
    above = page.pieces[start:at]
    texts = [piece for piece in above if piece.is_text]
    signed = any(piece.kind is UnitKind.BYLINE for piece in above)
    titles = [piece for piece in above if piece.kind is UnitKind.HEADING and piece.words >= _TITLE]
    titled = not titles or above[0] is titles[0]  # a deck may stand over its title, too
    return titled and not signed and len(texts) == 1 and texts[0].words < _DECK


def _changes_language(page: _Page, at: int) -> bool:
    """The text below a heading is in another language than the text above it."""
    middle = bisect_left(page.own, at)
    above = [page.pieces[n].text for n in page.own[max(0, middle - 2) : middle]]
    below = [page.pieces[n].text for n in page.own[middle : middle + 2]]
    one, other = language_of(" ".join(above)), language_of(" ".join(below))
    return bool(one and other and one != other) and all(language_of(text) == other for text in below)


def _repeats_a_lede(page: _Page, at: int, starts: Sequence[int]) -> bool:
    """The first paragraph under the heading opened an earlier text too: a copy of it begins here."""
    lede = page.grams(page.long[bisect_left(page.long, at)])
    for start in starts[:_COMPARED]:
        first = bisect_left(page.long, start)
        opening = [n for n in page.long[first : first + 2] if n < at]
        if any(containment(lede, page.grams(n)) >= REPEATED for n in opening):
            return True
    return False


def _is_kicker(pieces: Sequence[Piece], at: int) -> bool:
    """A heading, then a line without a full stop that the text below says again: kicker and deck."""
    for piece in pieces[at + 1 : at + 3]:
        if piece.kind is UnitKind.HEADING:
            continue
        if not piece.is_text or piece.words > 30 or piece.text.rstrip().endswith((".", ":", "!", "?")):
            return False
        deck = grams(piece.text)
        below = [other for other in pieces[at + 1 : at + 14] if other is not piece and other.is_text]
        return any(containment(deck, grams(other.text)) >= REPEATED for other in below)
    return False


def _listing_starts(pieces: Sequence[Piece]) -> list[int]:
    """Return the starts of a listing page's items: titles and single paragraphs by turns.

    Four or more, each title of a headline's length, each paragraph long: an essay's section
    headings are shorter and have several paragraphs under them.
    """
    kept = [
        (at, piece)
        for at, piece in enumerate(pieces)
        if piece.kind not in {UnitKind.JUNK, UnitKind.SEPARATOR}
    ]
    if any(piece.kind is UnitKind.BYLINE for _, piece in kept):
        return []
    items = [
        at
        for (at, piece), (_, below) in pairwise(kept)
        if piece.kind is UnitKind.HEADING and below.is_text and below.words >= 40
    ]
    texts = sum(piece.is_text and piece.words >= _LONG for _, piece in kept)
    if len(items) < 4 or texts > 1.25 * len(items):
        return []
    titles = [pieces[at] for at in items]
    headlines = sum(is_title_case(title.text) for title in titles)
    if statistics.median(title.words for title in titles) < 5 or headlines < 0.5 * len(titles):
        return []
    return [0, *items[1:]]


def _forum_starts(pieces: Sequence[Piece]) -> list[int]:
    """Return the starts of a forum's posts: two or more lines that name who wrote what follows, and when.

    Above the first of them the subject of a thread stands, or a text of its own on which readers comment.
    """
    heads = [
        at
        for at, piece in enumerate(pieces)
        if piece.kind is UnitKind.BYLINE and (line := byline_of(piece.text)) and line.forum
    ]
    if len(heads) < 2:
        return []
    commented = sum(piece.is_text and piece.words >= _LONG for piece in pieces[: heads[0]]) > 1
    return [0, *(heads if commented else heads[1:])]
