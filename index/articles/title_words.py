"""The title that its words tell: those of the page's address, or of the text below it.

Above the head of a page that was saved whole stand its site's menus, notices and headlines of other texts.
What is the title shows by place in a small head only; in a crowded one by what it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.addresses import Address
from index.articles.bylines import is_byline_label
from index.articles.line_kinds import (
    UnitKind,
    ends_text,
    is_caption,
    is_encyclopedias,
    kind_of,
    leads_to_others,
)
from index.articles.outlet_lines import title_of_tab
from index.articles.pieces import Piece
from index.articles.units import ends_sentence
from index.text.terms import fold
from index.words import word_set

_TEXT = 20  # words of a paragraph of running text; decks are shorter
_BODY, _BODY_PIECES = 3, 8  # such paragraphs among so many pieces: there the text has begun
_CROWD = 6  # short lines above a text: more than a head has
_SHORT = 6  # words of a line of a menu
_LEAST, _LONGEST = 3, 40  # words of a title that is found so
_TITLE = 4  # words of one that no address spells; labels of sections are shorter
_TABS = 80  # pieces at the top of a page, and below its line in the browser, among which its title stands
_STEM, _SHORT_WORD = 5, 4  # letters
_SAME = 0.6  # of the words of an address's path, and of a title's
_WHOLE, _LEAST_OF_PART = 0.8, 4  # of one of both, where the other says more; words that they share then
_SIGNED = 5  # pieces between a title and its name or its text
_SPOKEN, _HARDLY = 0.5, 0.34  # of a title's longer words stand in its text, and of one that is none
_NEARLY = 0.65  # of the share of another line's
_LEAST_TEXT = 20  # words of a text that tell what it speaks of
_DAY_ABOVE = 3  # pieces over a title that may hold its name and its day
_WORD = re.compile(r"[^\W_]+")
_OVER_TITLE = frozenset({UnitKind.BYLINE, UnitKind.DATE})


def title_by_words(pieces: Sequence[Piece], address: Address | None) -> int | None:
    """Return the place of the title that the address spells or, in a crowded head, the text speaks of."""
    body = body_of(pieces)
    if any(is_encyclopedias(piece.text) for piece in pieces[:body]):
        return None  # beside that line stands the title
    if (again := _said_in_tab(pieces, body)) is not None:
        return again
    if address is not None and address.title and (found := _spelled(pieces, address.title, body)) is not None:
        return found
    return _spoken_of(pieces, body) if is_crowded(pieces[:body]) else None


def _said_in_tab(pieces: Sequence[Piece], body: int) -> int | None:
    """Return the line that says again what the browser shows over the page, without its site's name."""
    for at, piece in enumerate(pieces[: min(body, _TABS)]):
        title = title_of_tab(piece.text) if piece.words <= _LONGEST else None
        again = range(at + 1, min(body, at + _TABS)) if title else ()
        if found := next((n for n in again if pieces[n].text == title), None):
            return found
    return None


def is_strange(piece: Piece, pieces: Sequence[Piece], address: Address | None) -> bool:
    """Whether a heading shares no longer word with its address, or in a crowded head with the text below."""
    body = body_of(pieces)
    path = _stems(address.title) if address is not None and address.title else frozenset()
    if len(path) > _LEAST and not path & _stems(piece.text):
        return True
    if not is_crowded(pieces[:body]):
        return False
    text = _stems(" ".join(other.text for other in pieces[body:] if other.is_text), _SHORT_WORD)
    return not text & _stems(piece.text, _SHORT_WORD)


def is_crowded(above: Sequence[Piece]) -> bool:
    """Whether more short lines stand above a text than a head has: the menus of its site."""
    return sum(piece.words <= _SHORT and piece.kind not in _OVER_TITLE for piece in above) >= _CROWD


def head_from(pieces: Sequence[Piece], title: int) -> int:
    """Return where a head with a known title begins: at a name or a day right above it, else with it.

    Without menus above the title all of it is of the head.
    """
    if not is_crowded(pieces[:title]) and not any(
        piece.is_text and piece.words >= _TEXT for piece in pieces[:title]
    ):
        return 0
    above = range(title - 1, max(-1, title - 1 - _DAY_ABOVE), -1)
    return min((at for at in above if pieces[at].kind in _OVER_TITLE), default=title)


def body_of(pieces: Sequence[Piece]) -> int:
    """Return where the text begins: a long paragraph among others, which a notice in a menu is not."""
    long = [
        piece.is_text and piece.words >= _TEXT and not piece.post and ends_text(piece.text)
        for piece in pieces
    ]
    first = next((at for at, each in enumerate(long) if each), len(pieces))
    return next(
        (at for at, each in enumerate(long) if each and sum(long[at : at + _BODY_PIECES]) >= _BODY), first
    )


def _spelled(pieces: Sequence[Piece], path: str, body: int) -> int | None:
    """Return the first line above the text that says what the path of the address says."""
    wanted = _stems(path)
    if len(wanted) < _LEAST:
        return None
    for at, piece in enumerate(pieces[: body + 1]):
        if not _LEAST <= piece.words <= _LONGEST or not _is_headline(pieces, at):
            continue
        said = _stems(piece.text)
        same = len(wanted & said)
        mostly = same >= _SAME * len(wanted) and same >= _SAME * len(said)
        whole = same >= _LEAST_OF_PART and max(same / len(wanted), same / len(said)) >= _WHOLE
        if same >= _LEAST and (mostly or whole):
            return at
    return None


def _spoken_of(pieces: Sequence[Piece], body: int) -> int | None:
    """Return the line above a text of which it speaks: half of its longer words stand there.

    The first of the page, else the first near a name, a day or the text, else the first of which the text
    does not speak much less than of another.
    """
    text = _content(" ".join(piece.text for piece in pieces[body:] if piece.is_text))
    spoken: list[tuple[int, float]] = []
    top = next((at for at, piece in enumerate(pieces[:body]) if piece.kind is not UnitKind.ADDRESS), 0)
    for at, piece in enumerate(pieces[:body]):
        if not _TITLE <= piece.words <= _LONGEST or not _is_headline(pieces, at):
            continue
        said = _content(piece.text)
        shared = len(said & text)
        if shared < max(2, _SPOKEN * len(said)):
            continue
        signed = any(_signs(other) for other in pieces[at + 1 : at + 1 + _SIGNED])
        if at == top or signed or at + _SIGNED >= body:
            return at
        spoken.append((at, shared / len(said)))
    most = max((share for _, share in spoken), default=0)
    return next((at for at, share in spoken if share >= _NEARLY * most), None)


def better_title(pieces: Sequence[Piece], title: Piece) -> int | None:
    """Return the title of which the text speaks, where it hardly speaks of the one found by its place.

    Notices of a site and headlines of other texts stand over a small head, too; and a row of sections may
    end in the title, which stands alone below it.
    """
    body = body_of(pieces)
    for at, piece in enumerate(pieces[:body]):
        if piece.words >= _TITLE and piece is not title and title.text.endswith(piece.text):
            return at
    text = _content(" ".join(piece.text for piece in pieces[body:] if piece.is_text))
    said = _content(title.text)
    if len(text) < _LEAST_TEXT or len(said & text) > _HARDLY * len(said):
        return None
    found = _spoken_of(pieces, body)
    return found if found is not None and pieces[found] is not title else None


def is_spoken_of(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether the text below a line says half of its longer words again, and more than one of them."""
    text = _content(" ".join(other.text for other in pieces[body_of(pieces) :] if other.is_text))
    said = _content(piece.text)
    return len(said & text) >= max(2, _SPOKEN * len(said))


def _signs(piece: Piece) -> bool:
    """Whether a line states a name or a day, or is the small word over a name."""
    return piece.kind in _OVER_TITLE or is_byline_label(piece.text)


def _content(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text that say what it is about."""
    words = (word for word in _WORD.findall(text) if len(word) >= _SHORT_WORD)
    return frozenset(fold(word)[:_STEM] for word in words if word.lower() not in word_set("stop"))


def _is_headline(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line can be a headline: no caption, no deck, no sentence but over a name or a day."""
    piece = pieces[at]
    if is_caption(piece.text) or leads_to_others(piece.text) or piece.text[0].islower():
        return False
    if ends_sentence(piece.text) and not piece.text.endswith(("?", "!")):
        signed = any(other.kind in _OVER_TITLE for other in pieces[at + 1 : at + 2])
        deck = any(
            other.kind is UnitKind.HEADING and other.words >= _TITLE for other in pieces[max(0, at - 2) : at]
        )
        if not signed or deck or piece.words >= _TEXT:
            return False
    return kind_of(piece.unit) in {UnitKind.HEADING, UnitKind.TEXT}


def _stems(text: str, least: int = _STEM) -> frozenset[str]:
    """Return the beginnings of the longer words of a text, as it may spell them otherwise elsewhere."""
    return frozenset(fold(word)[:_STEM] for word in _WORD.findall(text) if len(word) >= least)
