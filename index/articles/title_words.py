"""Where the text of a page begins, and what it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.articles.addresses import Address
from index.articles.line_kinds import UnitKind, ends_text
from index.articles.pieces import Piece
from index.text.terms import fold
from index.values import frozen
from index.words import word_set

_TEXT = 20  # words of a paragraph of running text; decks are shorter
_BODY, _BODY_PIECES = 3, 8  # such paragraphs among so many pieces: there the text has begun
_CROWD = 6  # short lines above a text: more than a head has
_SHORT = 6  # words of a line of a menu
LONGEST = 40  # words of a title
SHORTEST = 4  # words of most; labels of sections are shorter
_STEM, _SHORT_WORD = 5, 4  # letters
_LEAD = 3  # paragraphs of the beginning of a text
_ENOUGH = 6  # words that a line and the text share
_HEAD = 8  # pieces above a text among which its name and its day stand
_DAY_ABOVE = 3  # pieces over a title that may hold its name and its day
_WORD = re.compile(r"[^\W_]+")
OVER_TITLE = frozenset({UnitKind.BYLINE, UnitKind.DATE})


def is_crowded(above: Sequence[Piece]) -> bool:
    """Whether more short lines stand above a text than a head has: the menus of its site."""
    return sum(piece.words <= _SHORT and piece.kind not in OVER_TITLE for piece in above) >= _CROWD


def head_from(pieces: Sequence[Piece], title: int) -> int:
    """Return where a head with a known title begins: at a name or a day right above it, else with it.

    Without menus above the title all of it is of the head.
    """
    if not is_crowded(pieces[:title]) and not any(
        piece.is_text and piece.words >= _TEXT for piece in pieces[:title]
    ):
        return 0
    above = range(title - 1, max(-1, title - 1 - _DAY_ABOVE), -1)
    return min((at for at in above if pieces[at].kind in OVER_TITLE), default=title)


def head_near_text(pieces: Sequence[Piece]) -> int:
    """Return where a head begins whose title is not told: right above its text, where menus stand over it."""
    body = body_of(pieces)
    return max(0, body - _HEAD) if body < len(pieces) and is_crowded(pieces[:body]) else 0


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


def content(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text that say what it is about."""
    words = (word for word in _WORD.findall(text) if len(word) >= _SHORT_WORD)
    return frozenset(fold(word)[:_STEM] for word in words if word.lower() not in word_set("stop"))


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words of a text, as it may spell them otherwise elsewhere."""
    return frozenset(fold(word)[:_STEM] for word in _WORD.findall(text) if len(word) >= _STEM)


@frozen
class PageWords:
    """What each piece says, what the text says, its beginning, how often, and the path of the address."""

    said: Sequence[frozenset[str]]
    text: frozenset[str]
    lead: frozenset[str]
    often: Counter[str]
    path: frozenset[str]

    def share(self, at: int, of: frozenset[str]) -> float:
        """Return how much of what a piece says is among other words."""
        return len(self.said[at] & of) / (len(self.said[at]) or 1)

    def weight(self, at: int) -> float:
        """Return how much the text speaks of a piece: the more words they share, the more that says."""
        return self.share(at, self.text) * min(len(self.said[at] & self.text), _ENOUGH)


def words_of(pieces: Sequence[Piece], body: int, address: Address | None) -> PageWords:
    """Return the words of a page whose text begins at ``body``."""
    said = [content(piece.text) for piece in pieces]
    texts = [said[at] for at in range(body, len(pieces)) if pieces[at].is_text]
    return PageWords(
        said,
        frozenset().union(*texts),
        frozenset().union(*texts[:_LEAD]),
        Counter(stem for text in texts for stem in text),
        stems(address.title) if address is not None and address.title else frozenset(),
    )
