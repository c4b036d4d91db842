"""Where each article of a document begins.

A heading alone begins nothing: texts have headings of their own. It begins an article when
something else says so too, and each rule below names that something.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence

from index.articles.kinds import FIELD, UnitKind
from index.articles.names import is_person
from index.articles.roles import Piece, is_handle_line
from index.articles.units import is_title_case
from index.languages import language_of
from index.repeats import REPEATED, containment, grams

_TITLE_FIELD = re.compile(r"title|headline|subject|asunto|t[ií]tulo|titular", re.IGNORECASE)
_RULE = re.compile(r"(?:[-_=]\s*){10,}")
_LONG = 15  # words a paragraph has at least to tell its language or be a lede


def article_starts(pieces: Sequence[Piece]) -> list[int]:
    """Return the positions of the pieces with which articles begin; the first is always 0."""
    listing = _listing_starts(pieces)
    if listing:
        return listing
    starts = [0]
    for at in range(1, len(pieces)):
        if _is_head(pieces[at]) and not _is_head(pieces[at - 1]) and _begins(pieces, at, starts):
            starts.append(at)
    return starts


def _is_head(piece: Piece) -> bool:
    return piece.kind in {UnitKind.HEADING, UnitKind.FIELD} and not piece.note


def _begins(pieces: Sequence[Piece], at: int, starts: Sequence[int]) -> bool:
    body_before = any(piece.is_text and piece.words >= _LONG for piece in pieces[starts[-1] : at])
    texts = [piece for piece in pieces[at:] if piece.is_text and piece.words >= _LONG]
    if not body_before or not texts:
        return False
    field = FIELD.fullmatch(pieces[at].text)
    if field:
        return bool(_TITLE_FIELD.fullmatch(field["key"]))
    return (
        _follows_an_end(pieces, at)
        or _has_byline(pieces, at)
        or _changes_language(pieces, at)
        or _repeats_a_lede(pieces, at, starts)
        or _is_kicker(pieces, at)
    )


def _follows_an_end(pieces: Sequence[Piece], at: int) -> bool:
    """A credit, a poster's line or a long rule closes the text above; what follows is another."""
    before = [piece for piece in pieces[:at] if piece.kind is not UnitKind.JUNK]
    if not before or (is_person(pieces[at].text) and pieces[at + 1].text.startswith(pieces[at].text)):
        return False  # a person's name above "NAME is ..." opens a biography
    last = before[-1]
    return last.kind is UnitKind.ORIGIN or is_handle_line(last) or bool(_RULE.fullmatch(last.text))


def _has_byline(pieces: Sequence[Piece], at: int) -> bool:
    """A byline directly under a heading signs a text that begins here."""
    for piece in pieces[at + 1 : at + 4]:
        if piece.kind is UnitKind.BYLINE and not is_handle_line(piece):
            return True
        if piece.kind not in {UnitKind.HEADING, UnitKind.DATE, UnitKind.JUNK, UnitKind.CAPTION}:
            return False
    return False


def _changes_language(pieces: Sequence[Piece], at: int) -> bool:
    """The text below a heading is in another language than the text above it."""
    above = [piece.text for piece in pieces[:at] if piece.is_text and not piece.post and piece.words >= _LONG][-2:]
    below = [piece.text for piece in pieces[at:] if piece.is_text and not piece.post and piece.words >= _LONG][:2]
    one, other = language_of(" ".join(above)), language_of(" ".join(below))
    return bool(one and other and one != other) and all(language_of(text) == other for text in below)


def _repeats_a_lede(pieces: Sequence[Piece], at: int, starts: Sequence[int]) -> bool:
    """The first paragraph under the heading opened an earlier text too: a copy of it begins here."""
    lede = next(grams(piece.text) for piece in pieces[at:] if piece.is_text and piece.words >= _LONG)
    for start in starts:
        opening = [piece for piece in pieces[start:at] if piece.is_text and piece.words >= _LONG][:2]
        if any(containment(lede, grams(piece.text)) >= REPEATED for piece in opening):
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
    kept = [(at, piece) for at, piece in enumerate(pieces) if piece.kind not in {UnitKind.JUNK, UnitKind.SEPARATOR}]
    if any(piece.kind is UnitKind.BYLINE for _, piece in kept):
        return []
    items = [
        at
        for (at, piece), (_, below) in zip(kept, kept[1:], strict=False)
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
