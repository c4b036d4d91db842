"""Whom a line of a head names as author by standing there: between a title and a day, or under a "by"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.articles.byline_edges import pattern_of
from index.articles.byline_names import has_given_name, is_agency, is_role
from index.articles.bylines import Byline, is_byline_label, is_weekday_first
from index.articles.line_kinds import UnitKind, biography_of
from index.articles.name_lines import has_columns, is_row, is_surely_named, name_line_of
from index.articles.pieces import Piece
from index.articles.units import ends_sentence
from index.text.dates import find_date

_TEXT = 20  # words of the first paragraph of running text; decks are shorter
_REGION = 20  # pieces in which a box with the author stands
_TITLE = 4  # words of a headline; labels of sections are shorter
_BEFORE_TITLE = frozenset({UnitKind.JUNK, UnitKind.ADDRESS, UnitKind.FIELD, UnitKind.SEPARATOR})
_BESIDE_NAMES = frozenset({UnitKind.CAPTION, UnitKind.JUNK})  # a picture and buttons stand below a byline
_BULLETS = "•·‣▪ \t"
_AGO = 8  # words of a line that says how long ago
_LONG_WORD = 4  # letters
_OCCUPATION, _LONGEST = 6, 12  # words, and of a line with a name


def named_by_place(
    pieces: Sequence[Piece], region: Sequence[Piece], piece: Piece, title: Piece | None = None
) -> Byline | None:
    """Return whom a piece of the head names as author by standing there, None for every other piece."""
    at = next(n for n, other in enumerate(region) if other is piece)
    labelled = _is_labelled(region, at)
    lines = piece.unit.lines
    text = lines[0].text if len(lines) == 1 else piece.text  # wide blanks part its columns
    text = text.lstrip(_BULLETS)
    placed = piece.kind in {UnitKind.HEADING, UnitKind.TEXT} or _is_row(piece, text)
    if not (labelled or placed or _is_item(pieces, piece)):
        return None
    line = name_line_of(text) if piece.words <= _LONGEST else None
    if line is None or not line.authors or labelled:
        return line if line and line.authors else None
    above = [
        other
        for other in region[:at]
        if other is title or (other.kind is UnitKind.HEADING and other.words >= _TITLE)
    ]
    if any(name in other.text for other in above for name in line.authors):
        return None  # whom the title is about
    below = next((other for other in pieces[at + 1 :] if _says(other) and not _is_passed(other)), None)
    before = next((other for other in reversed(pieces[:at]) if _says(other)), None)
    if _is_said_twice(pieces, piece) and _is_nobody_else(pieces, piece, line):
        return line  # a box with the author's name under his picture
    sure = is_surely_named(line)
    if above:
        over_day = line.date or _is_ago(text) or (below is not None and _dates(below))
        over_day = over_day and (sure or not _is_of_words(pieces, line))
        under_day = before is not None and _dates(before)
        nobody_else = _is_nobody_else(pieces, piece, line)
        beside = pieces[at + 1].kind if at + 1 < len(pieces) else None
        between = before is not None and before.kind is UnitKind.HEADING and beside in _BESIDE_NAMES
        known = sure or ((under_day or between) and not _is_of_words(pieces, line))
        dated = over_day or (under_day and sure)
        agency = line.outlet is not None and is_agency(line.outlet)
        credited = (
            agency and not dated and any(map(_dates, region))
        )  # whose the picture is, away from the day
        placed = (dated and not _is_subject(pieces, piece, line)) or (nobody_else and known)
        return line if (placed or (line.outlet and sure)) and not credited else None
    leads = all(other.kind in _BEFORE_TITLE for other in pieces[:at])
    over_the_day = leads and below is not None and _dates(below)
    telling = over_the_day or (
        (len(line.authors) > 1 or line.outlet or leads) and _is_nobody_else(pieces, piece, line)
    )
    return line if sure and telling else None


def _is_labelled(region: Sequence[Piece], at: int) -> bool:
    """Whether a byline's label stands over a line, or over the names right above it."""
    if at and is_byline_label(region[at - 1].text):
        return True
    above = at - 1
    while above > 0 and (line := name_line_of(region[above].text)) and is_surely_named(line):
        above -= 1
    line = name_line_of(region[at].text)
    listed = 0 <= above < at - 1 and is_byline_label(region[above].text)
    return listed and line is not None and is_surely_named(line)


def _is_row(piece: Piece, text: str) -> bool:
    """Whether a line with a day has its columns, a name that is surely one in the first, or its outlet."""
    line = name_line_of(text) if piece.kind is UnitKind.DATE else None
    if line is None or not (
        has_columns(text) or is_row(text) or (line.authors and (line.outlet or text[0].islower()))
    ):
        return False
    return all(name.islower() or has_given_name(name) for name in line.authors)


def _is_item(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a name is an item of a list whose next one is the day: "• Ana Ejemplo", "• 4 May 2021"."""
    at = next(n for n, other in enumerate(pieces) if other is piece)
    dated = at + 1 < len(pieces) and pieces[at + 1].kind is UnitKind.DATE
    return piece.kind is UnitKind.BULLET and dated


def _is_occupation(piece: Piece) -> bool:
    """Whether a line says what somebody is, as under an author's name: "Political Correspondent"."""
    short = piece.kind in {UnitKind.HEADING, UnitKind.TEXT} and piece.words <= _OCCUPATION
    return short and is_role(piece.text) and not ends_sentence(piece.text)


def _is_passed(piece: Piece) -> bool:
    """Whether a line between a name and a day says what somebody is, or but the day of the week."""
    return _is_occupation(piece) or (piece.words == 1 and is_weekday_first(piece.text))


def _dates(piece: Piece) -> bool:
    """Whether a line states a day: "4 May 2021", "Published: 4 May 2021", "2 hours ago"."""
    dated = piece.kind is UnitKind.FIELD and find_date(piece.text) is not None
    if dated or piece.kind is UnitKind.DATE:
        return True
    return piece.words <= _AGO and _is_ago(piece.text)


def _is_ago(text: str) -> bool:
    """Whether a line says how long ago a text was published, or how long it is: "2 hours ago"."""
    return bool(pattern_of("ago").search(text))


def _is_of_words(pieces: Sequence[Piece], line: Byline) -> bool:
    """Whether a name is made of words that the text has in small letters: "Harbour Recipes" is a topic."""
    words = {word.lower() for name in line.authors for word in name.split() if len(word) >= _LONG_WORD}
    texts = " ".join(piece.text for piece in pieces if piece.is_text)
    return any(re.search(rf"\b{re.escape(word)}\b", texts) for word in words)


def _is_said_twice(pieces: Sequence[Piece], piece: Piece) -> bool:
    return any(one.text == other.text == piece.text for one, other in pairwise(pieces[:_REGION]))


def _is_subject(pieces: Sequence[Piece], piece: Piece, line: Byline) -> bool:
    """Whether the first paragraphs of the text speak of whom a line names."""
    texts = [other.text for other in pieces if other.is_text and other.words >= _TEXT and other is not piece]
    names = "|".join(re.escape(name.split()[-1]) for name in line.authors)
    return any(re.search(rf"\b(?:{names})\b", text) for text in texts[:3])


def _says(piece: Piece) -> bool:
    """Whether a piece says anything: a stroke or a button between a name and a day does not."""
    return piece.kind not in {UnitKind.JUNK, UnitKind.SEPARATOR} and bool(re.search(r"\w", piece.text))


def _is_nobody_else(pieces: Sequence[Piece], piece: Piece, line: Byline) -> bool:
    """Whether those named do not turn up in the text: its subjects do, and authors do not."""
    surnames = {name.split()[-1] for name in line.authors}
    texts = [
        other.text
        for other in pieces
        if other is not piece
        and other.text != piece.text
        and other.kind is not UnitKind.BYLINE
        and not _names_the_same(other, line)
        and not _presents(other, line)
    ]
    return len(texts) > 1 and not any(surname in text for surname in surnames for text in texts)


def _names_the_same(piece: Piece, line: Byline) -> bool:
    """Whether a line says no more than the names once more, as under a picture."""
    other = name_line_of(piece.text) if piece.words <= _LONGEST else None
    return other is not None and other.authors == line.authors


def _presents(piece: Piece, line: Byline) -> bool:
    """Whether a paragraph is a note on whom a line names: "Ana Ejemplo is a writer in Springfield"."""
    match = biography_of(piece.text) if piece.text.startswith(line.authors) else None
    return match is not None and is_role(piece.text)
