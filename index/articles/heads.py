"""What stands above an article's text: its title, who signs it, and the day.

Heads differ from site to site, and much in them is of the site: sections, buttons, captions, today's date.
So a piece is read for what it is and for where it stands: a name is the author's between a title and a day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.articles.byline_names import ends_as_outlet, is_known_outlet, is_label, is_place
from index.articles.bylines import Byline, byline_of, is_weekday_first
from index.articles.head_names import named_by_place
from index.articles.line_kinds import FUSED_DATE, UnitKind, is_encyclopedias
from index.articles.name_lines import is_surely_named, name_line_of
from index.articles.outlet_lines import Site, is_outlet_line
from index.articles.pieces import Piece
from index.articles.title_words import is_spoken_of
from index.articles.units import ends_sentence
from index.text.dates import FoundDate, find_date, find_day
from index.values import frozen
from index.words import either, strings

_TEXT = 20  # words of the first paragraph of running text; decks are shorter
_REGION = 16  # pieces; names and days of a page stand no lower
_TITLE = 4  # words of a headline; labels of sections are shorter
_LONGEST = 22  # words of a title that does not stand alone
_LONG_TITLE = 6  # words; of two headings of six words or more the first counts
_BEFORE_TITLE = frozenset({UnitKind.JUNK, UnitKind.ADDRESS, UnitKind.FIELD, UnitKind.SEPARATOR})
_SENTENCES = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}[.!] [^\W\d_]{2,}.{0,300}[^\W\d_]{2,}$")
_LEAST_TAGS, _LONGEST_TAG = 2, 3  # parts of a line, words of each
_DECK = 8  # words
_DECKS = 2  # paragraphs that may stand above the day: a deck, a caption
TAG = re.compile(rf"(?:\[(?P<tag>[^\]\[]{{1,30}})\]|(?:{either('mails', 'answers')})\s*:)\s*", re.IGNORECASE)


@frozen
class Head:
    """What the head of an article states."""

    title: Piece | None
    byline: Byline | None
    date: str | None
    names: tuple[Piece, ...]  # which are a byline by their place alone


def above_text(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces above the first paragraph of running text, that one left out."""
    head: list[Piece] = []
    for piece in pieces:
        if piece.is_text and piece.words >= _TEXT and not piece.post:
            break
        head.append(piece)
    return head


def read_head(
    pieces: Sequence[Piece],
    *,
    first: bool,
    not_the_day: str | None,
    year: int | None,
    language: str | None = None,
    site: Site | None = None,
    told: Piece | None = None,
) -> Head:
    """Return what the head of an article states.

    ``first`` tells the first article of its page, ``not_the_day`` a day that is known to be another's, and
    ``year`` the year of a page whose lines leave it out; the ``language`` may know but one order of a date.
    ``told`` is the title, where its words tell it.
    """
    region = region_of(pieces)
    above = above_text(pieces)
    named = [(piece, line) for piece in region if (line := named_by_place(pieces, region, piece))]
    names = tuple(piece for piece, _ in named)
    unnamed = [piece for piece in above if not any(piece is name for name in names)]
    others = [piece for piece in unnamed if not is_outlet_line(piece, site or Site())]
    title = told or _title(others, pieces, first=first)
    if title is None and len(others) < len(unnamed):
        title = _title(unnamed, pieces, first=first)
    line = named[0][1] if named else None
    return Head(title, line, _day(region, title, not_the_day, _Reading(year, language)), names)


def region_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces in which names and days are looked for: the head, and a deck or two."""
    found: list[Piece] = []
    decks = 0
    for piece in pieces[:_REGION]:
        if piece.is_text and piece.words >= _TEXT and not piece.post:
            decks += 1
            if decks > _DECKS or piece.words > 2 * _TEXT:
                break
        found.append(piece)
    while found and found[-1].is_text and found[-1].words >= _TEXT:
        found.pop()
    return found


def _title(above: Sequence[Piece], pieces: Sequence[Piece], *, first: bool) -> Piece | None:
    """Return the heading that is the title: one said twice apart, else the first long enough to be one.

    A heading of fewer words is a label of the page, unless the page begins with it or it stands alone over
    a byline. What stands below the byline is no title. In a text of short lines only the first is one.
    """
    headings = [piece for piece in above if piece.kind is UnitKind.HEADING and _can_be_title(piece, pieces)]
    if not headings:
        return None
    headings = [piece for piece in headings if piece.words <= _LONGEST] or headings
    if not any(piece.is_text for piece in pieces):
        return _title_of_lines(headings[0], above, first=first)
    return _beside_opening(above, headings) or _best_title(_over_byline(above, headings), above, first=first)


def _over_byline(above: Sequence[Piece], headings: Sequence[Piece]) -> list[Piece]:
    """Return the headings above the byline; all, where the page begins with its byline."""
    signed = next((n for n, piece in enumerate(above) if _signs(piece)), len(above))
    over = [piece for piece in headings if any(piece is other for other in above[:signed])]
    return over if over or any(piece.is_text for piece in above[:signed]) else list(headings)


def _best_title(over: Sequence[Piece], above: Sequence[Piece], *, first: bool) -> Piece | None:
    said = Counter(TAG.sub("", piece.text) for piece in over)
    twice = [piece for piece in over if said[TAG.sub("", piece.text)] > 1 and piece.words >= _TITLE]
    if twice and not _is_caption(twice[0], above):
        return twice[0]
    if long_enough := [piece for piece in over if piece.words >= _TITLE]:
        return _longest_first(long_enough, above)
    if len(over) != 1 and not (over and over[0].words > 1):
        return None
    lead = next((piece for piece in above if piece.kind not in _BEFORE_TITLE), None)
    alone = len(over) == 1 and any(_signs(piece) for piece in above)
    return over[0] if alone or (first and over[0] is lead) else None


def _longest_first(headings: Sequence[Piece], above: Sequence[Piece]) -> Piece:
    """Return the first of the longest headings; one that follows a headline directly is its deck."""
    best = headings[0]
    for piece in headings[1:]:
        at = next(n for n, other in enumerate(above) if other is piece)
        deck = above[at - 1] is best or any(_is_deck(other) for other in above[:at])
        kicker = best.words == _TITLE and piece.words > _LONG_TITLE and piece.unit.block != best.unit.block
        if min(piece.words, _LONG_TITLE) > min(best.words, _LONG_TITLE) and (not deck or kicker):
            best = piece
    return best


def _is_deck(piece: Piece) -> bool:
    """Whether a line says in a sentence what a text is about: what stands below one is no title."""
    return piece.is_text and piece.words >= _DECK and ends_sentence(piece.text)


def _is_caption(heading: Piece, above: Sequence[Piece]) -> bool:
    """Whether a heading said twice is the text of a picture: twice in a row, and not at the top."""
    at = next(n for n, piece in enumerate(above) if piece is heading)
    return (
        at > 0
        and any(piece.kind is UnitKind.HEADING and piece.words >= _TITLE for piece in above[:at])
        and above[at + 1].text == heading.text
    )


def _signs(piece: Piece) -> bool:
    return piece.kind is UnitKind.BYLINE and bool((line := byline_of(piece.text)) and line.authors)


def _beside_opening(above: Sequence[Piece], headings: Sequence[Piece]) -> Piece | None:
    """Return the heading beside the line with which an encyclopedia's pages begin: above, else below it."""
    opened = [n for n, piece in enumerate(above) if is_encyclopedias(piece.text)]
    for place in (opened[-1] - 1, opened[-1] + 1) if opened else ():
        if 0 <= place < len(above) and any(above[place] is piece for piece in headings):
            return above[place]
    return None


def _title_of_lines(heading: Piece, above: Sequence[Piece], *, first: bool) -> Piece | None:
    below = above[1] if len(above) > 1 else None
    apart = below is not None and (
        below.unit.block != above[0].unit.block or below.kind in {UnitKind.DATE, UnitKind.BYLINE}
    )
    return heading if first and apart and heading is above[0] else None


def _can_be_title(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a heading is not plainly something else: a person, a place, an outlet, half a sentence."""
    text = piece.text.strip("*_ ")
    if (
        piece.note
        or is_place(text)
        or is_known_outlet(text)
        or (ends_as_outlet(text) and piece.words <= 3 and piece is not pieces[0])
    ):
        return False
    if _is_tags(text) or (piece.words <= _TITLE and " / " in text):
        return False  # "Rents / economy" is a section
    if _SENTENCES.search(text) and not is_spoken_of(piece, pieces):
        return False  # "Save now. Reserve a seat" is an advertisement
    if (
        text.isupper()
        and (piece.words <= _TITLE or "/" in text)
        and (is_label(text) or piece.words == 1 or "/" in text)
    ):
        return False
    line = name_line_of(text)
    if line and line.authors and is_surely_named(line):
        at = next((n for n, other in enumerate(pieces) if other is piece), 0)
        return any(is_encyclopedias(other.text) for other in pieces[max(0, at - 1) : at + 2])
    return not (text[:1].islower() or text.endswith(("|", "/", "-")))


def _is_tags(text: str) -> bool:
    """Whether a line lists what a text is about, with a word said again: "harbour wall, harbour board"."""
    parts = [part.lower().split() for part in text.split(",")]
    if len(parts) < _LEAST_TAGS or not all(0 < len(part) <= _LONGEST_TAG for part in parts):
        return False
    words = [word for part in parts for word in set(part) if len(word) > _LONGEST_TAG]
    return len(set(words)) < len(words) and not any(part[0].isupper() for part in text.split(", ")[1:])


@frozen
class _Reading:
    """How the dates of a page are read: its year, where a line leaves it out, and its language."""

    year: int | None
    language: str | None

    def date_in(self, text: str) -> FoundDate | None:
        """Return the date in a line."""
        found = find_date(text, day_first=self.language in strings("provenance", "day_first"))
        return found or (find_day(text, self.year) if self.year else None)


def _day(
    region: Sequence[Piece], title: Piece | None, not_the_day: str | None, reading: _Reading
) -> str | None:
    """Return the day that the head states: said to be of publication, else below the title, else above."""
    if fused := _fused_day(region):
        return fused
    found = [
        (piece, date)
        for piece in region
        if piece.kind is UnitKind.DATE and (date := reading.date_in(piece.text)) and date.iso != not_the_day
    ]
    published = tuple(strings("provenance", "published"))
    for piece, date in found:
        if piece.text.lower().startswith(published):
            return date.iso
    at = next((n for n, piece in enumerate(region) if piece is title), 0)
    below = [date.iso for piece, date in found if any(piece is other for other in region[at:])]
    if below:
        return below[0]
    # a site's pages begin with the day on which they are looked at, among other things: "21 C, Sunday, ..."
    above = [
        date.iso for piece, date in found if not is_weekday_first(piece.text) or _leads(region, piece, title)
    ]
    return above[0] if above else None


def _leads(region: Sequence[Piece], day: Piece, title: Piece | None) -> bool:
    """Whether a day is the first of a page, right over the title, as blogs set it."""
    kept = [piece for piece in region if piece.kind is not UnitKind.ADDRESS]
    return len(kept) > 1 and kept[0] is day and kept[1] is title


def _fused_day(region: Sequence[Piece]) -> str | None:
    for piece in region:
        if piece.kind is UnitKind.FIELD and (match := FUSED_DATE.match(piece.text + " .")):
            return match["date"] if match["day"] else None
    return None
