"""What stands above an article's text: its title, who signs it, and the day.

Heads differ from site to site, and much in them is of the site: sections, buttons, captions, today's date.
So a piece is read for what it is and for where it stands: a name is the author's between a title and a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.addresses import Address
from index.articles.byline_edges import parted
from index.articles.byline_names import can_be_outlet, persons
from index.articles.bylines import Byline, is_byline_label, is_weekday_first
from index.articles.date_lines import month_in
from index.articles.head_names import named_by_place
from index.articles.line_kinds import FUSED_DATE, UnitKind
from index.articles.name_lines import is_surely_named, name_line_of
from index.articles.pieces import Piece
from index.articles.title_words import SHORTEST
from index.text.dates import FoundDate, find_date, find_day
from index.values import frozen, replace
from index.words import either, strings

_TEXT = 20  # words of the first paragraph of running text; decks are shorter
_REGION = 16  # pieces; names and days of a page stand no lower
_SIGNS = frozenset({UnitKind.BYLINE, UnitKind.DATE})
_ABOVE_TITLE = 8  # pieces above the title in which its day or its author may stand
_DECKS = 2  # paragraphs that may stand above the day: a deck, a caption
_DATED = frozenset({UnitKind.DATE, UnitKind.BYLINE})
_JOINT = re.compile(rf"[,&…]|,?\s*(?:{either('lines', 'joining')})", re.IGNORECASE)  # between two names
_LEAD = re.compile(rf"(?:&|{either('lines', 'joining')})\s+", re.IGNORECASE)


TAG = re.compile(rf"(?:\[(?P<tag>[^\]\[]{{1,30}})\]|(?:{either('mails', 'answers')})\s*:)\s*", re.IGNORECASE)


@frozen
class Head:
    """What the head of an article states."""

    title: Piece | None
    byline: Byline | None
    date: str | None
    month: str | None  # YYYY-MM, where a line states no more
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
    title: Piece | None,
    not_the_day: str | None,
    address: Address | None = None,
    language: str | None = None,
) -> Head:
    """Return what the head of an article states.

    ``not_the_day`` is a day that is known to be another's. The ``address`` may name the year of a page whose
    lines leave it out, or the month of one that writes it in digits; the ``language`` may know but one order.
    """
    pieces = _near_title(pieces, title)
    region = region_of(pieces)
    named = [(piece, line) for piece in region if (line := named_by_place(pieces, region, piece, title))]
    names = tuple(piece for piece, _ in named)
    line = replace(named[0][1], authors=_in_lines(region, named)) if named else None
    day = _day(region, title, not_the_day, reading_of(address, language))
    return Head(title, line, day, None if day else _month(region, title), names)


def _month(region: Sequence[Piece], title: Piece | None) -> str | None:
    """Return the month of an issue that a line states and no day: "May 2021", "Coast Review, May 2021".

    Below the title; above it, or beside it in a line, where but names and an outlet stand with it.
    """
    at = next((n for n, piece in enumerate(region) if piece is title), len(region))
    for n in (*range(at + 1, len(region)), *range(at)):
        month = month_in(region[n].text)
        if month and all(persons(part) or can_be_outlet(part) for part in month[1]) and (month[1] or n > at):
            return month[0]
    return None


def _in_lines(region: Sequence[Piece], named: Sequence[tuple[Piece, Byline]]) -> tuple[str, ...]:
    """Return the authors of the first line that names some, and of those below that go on with its list.

    "By / Ana Ejemplo / , / Rosa Muestra / and / Juan Ejemplo": between the lines stands what joins names, or
    nothing where one label stands over all or each line is a name for sure.
    """
    by_piece = {id(piece): line for piece, line in named}
    at = next(n for n, piece in enumerate(region) if piece is named[0][0])
    first = named[0][1]
    listed = is_surely_named(first) or (at > 0 and is_byline_label(region[at - 1].text))
    authors = first.authors
    joined = region[at].text.rstrip().endswith((",", "&"))
    for piece in region[at + 1 :]:
        other = by_piece.get(id(piece))
        lead = _LEAD.match(piece.text)  # "& Rosa Muestra"
        text, joined = (piece.text[lead.end() :], True) if lead else (piece.text, joined)
        if _JOINT.fullmatch(piece.text):
            joined = True
        elif listed and other and is_surely_named(other):
            authors += other.authors
        elif joined and (line := other or name_line_of(text.rstrip(" ,&"))):
            authors += line.authors
            joined = text.rstrip().endswith((",", "&"))
        else:
            break
    return tuple(dict.fromkeys(authors))


def _near_title(pieces: Sequence[Piece], title: Piece | None) -> Sequence[Piece]:
    """Return the pieces from a few above the title on: menus and other headlines may stand over those."""
    at = next((n for n, piece in enumerate(pieces) if piece is title), 0)
    return pieces[max(0, at - _ABOVE_TITLE) :]


def _is_signed(below: Sequence[Piece]) -> bool:
    """Whether a byline or its label, a day or a lone name follows a deck; one not known, over its day."""
    if not below or below[0].kind in _SIGNS or is_byline_label(below[0].text):
        return bool(below)
    line = name_line_of(below[0].text) if below[0].kind is UnitKind.HEADING else None
    if line is None or not line.authors:
        return False
    return is_surely_named(line) or (len(below) > 1 and below[1].kind is UnitKind.DATE)


def _is_parted(below: Sequence[Piece]) -> bool:
    """Whether a name stands over the heading of another text, as below one of several letters."""
    return len(below) > 1 and below[1].kind is UnitKind.HEADING and below[1].words >= SHORTEST


def region_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces in which names and days are looked for: the head, and a deck or two."""
    found: list[Piece] = []
    decks = 0
    for at, piece in enumerate(pieces[:_REGION]):
        if piece.is_text and piece.words >= _TEXT and not piece.post:
            decks += 1
            below = pieces[at + 1 : at + 3]
            signed = decks == 1 and _is_signed(below) and not _is_parted(below)
            if decks > _DECKS or (piece.words > 2 * _TEXT and not signed):
                break
        found.append(piece)
    while found and found[-1].is_text and found[-1].words >= _TEXT:
        found.pop()
    return found


@frozen
class _Reading:
    """How the dates of a page are read: its year, where a line leaves it out, and its language."""

    year: int | None
    month: str | None  # YYYY-MM
    language: str | None

    def date_in(self, text: str) -> FoundDate | None:
        """Return the date in a line; of two readings that of the month which the address names."""
        text = parted(text)
        found = find_date(text, day_first=self.language in strings("provenance", "day_first"))
        if found is None and self.month:
            readings = (find_date(text, day_first=True), find_date(text, month_first=True))
            found = next((each for each in readings if each and each.iso.startswith(self.month)), None)
        return found or (find_day(text, self.year) if self.year else None)


def reading_of(address: Address | None, language: str | None) -> _Reading:
    """Return how the dates of a page are read, by its address and its language."""
    if address is None:
        return _Reading(None, None, language)
    if address.published:
        return _Reading(int(address.published[:4]), address.published[:7], language)
    if address.month is None:
        return _Reading(None, None, language)
    year, month = address.month
    return _Reading(year, f"{year}-{month:02}", language)


def _day(
    region: Sequence[Piece], title: Piece | None, not_the_day: str | None, reading: _Reading
) -> str | None:
    """Return the day that the head states: said to be of publication, else below the title, else above."""
    if fused := _fused_day(region):
        return fused
    found = [
        (piece, date)
        for piece in region
        if piece.kind in _DATED and (date := reading.date_in(piece.text)) and date.iso != not_the_day
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
    named = len(kept) > 2 and kept[0].kind is UnitKind.HEADING and can_be_outlet(kept[0].text)
    headed = kept[1:] if named else kept  # below a blog's name
    return len(headed) > 1 and headed[0] is day and headed[1] is title


def _fused_day(region: Sequence[Piece]) -> str | None:
    for piece in region:
        if piece.kind is UnitKind.FIELD and (match := FUSED_DATE.match(piece.text + " .")):
            return match["date"] if match["day"] else None
    return None
