"""Lines of a page that may name who wrote its text, each with what tells for it and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.articles.byline_edges import pattern_of
from index.articles.byline_names import has_given_name, is_agency, is_label, is_role, is_section, persons
from index.articles.bylines import byline_of, is_weekday_first, segments_of
from index.articles.line_kinds import UnitKind, biography_of
from index.articles.name_lines import is_credited, is_surely_named, name_line_of
from index.articles.pieces import Piece
from index.articles.place_signs import LONGEST, Zone, near_signs, place_signs, title_side
from index.articles.title_signs import is_picture
from index.articles.units import ends_sentence
from index.text.dates import find_date
from index.values import frozen

_NO_NAMES = frozenset({UnitKind.ADDRESS, UnitKind.SEPARATOR, UnitKind.SIGNATURE, UnitKind.FACT})
_LETTERS = 300  # of a line that names an author: a long word without end is none, and dear to look at
_CLOSING_MARKS = frozenset('»”"')
_PARAGRAPH = 15  # words
_SHORT = 12  # words of a line of a page's furniture
_FEW = (0, 1, 3, 6)
_FIRST = 3  # paragraphs
# Behind a name stands an account, a mark, a bracket, a time; in it none of them does.
_BEHIND = re.compile(r"\s*(?:[@(\[{|·•⋅∙<>»]|\s[-–—]\s|/|\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")


@frozen
class AuthorSigns:
    """A line that may name the authors of a text, by its place among the pieces."""

    at: int
    authors: tuple[str, ...]
    names: frozenset[str]


def named_lines(pieces: Sequence[Piece], zone: Zone) -> list[AuthorSigns]:
    """Return the lines of a head that name persons first, with what tells for and against each."""
    title = None if zone.title is None else pieces[zone.title].text
    page = _Page(
        tuple(piece.text for piece in pieces if piece.is_text and piece.words >= _PARAGRAPH),
        tuple(piece.text for piece in pieces if piece.words <= _SHORT),
        title,
    )
    found = {
        at: authors
        for at in zone.places
        if at != zone.title
        and not _signs_a_quote(pieces, at)
        and (authors := _first_named(pieces[at]))
        and not (_is_subject(authors, page) or _may_be_outlets(pieces[at], authors))
    }
    lines = []
    for at, authors in found.items():
        signs = {*place_signs(pieces, zone, at), *_said(pieces[at], authors), *_looks(pieces[at])}
        signs |= {*_elsewhere(pieces, at, authors, page), *_beside(pieces, at)}
        signs |= {*near_signs("a day", pieces, at, _is_dated)}
        signs |= {*_among(list(found.values()), authors, first=at == min(found))}
        lines.append(AuthorSigns(at, authors, frozenset(signs | {*_together(signs, zone, at)})))
    return lines


def _signs_a_quote(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line stands right below words in quotation marks: it signs these, and not the page."""
    return at > 0 and pieces[at - 1].text.rstrip(" .,*_")[-1:] in _CLOSING_MARKS


@frozen
class _Page:
    """The paragraphs of a page, its short lines and its title."""

    texts: tuple[str, ...]
    short: tuple[str, ...]
    title: str | None


def _first_named(piece: Piece) -> tuple[str, ...]:
    """Return the persons whom a line names before anything else it says."""
    if piece.kind in _NO_NAMES or piece.words > LONGEST or len(piece.text) > _LETTERS:
        return ()
    if piece.words > _SHORT // 2 and ends_sentence(piece.text):
        return ()
    if is_credited(piece.text) or _is_of_agency(piece.text):
        return ()
    line = byline_of(piece.text) or name_line_of(piece.text)
    if line and line.authors:
        return line.authors
    if is_weekday_first(piece.text):  # "Thu Mar 9": of a day, not of a name
        return ()
    before = _BEHIND.split(piece.text.lstrip("*_•·- "), maxsplit=1)[0].strip(" ,;:")
    return persons(before) if 1 < len(before.split()) <= _SHORT else ()


def _is_of_agency(text: str) -> bool:
    """Whether an agency stands in a line without a day, as where pictures are credited."""
    return find_date(text) is None and any(map(is_agency, segments_of(text)))


def _may_be_outlets(piece: Piece, authors: tuple[str, ...]) -> bool:
    """Whether unknown names beside a day alone may as well be a paper's: "Quiet Shore, 4 May 2021"."""
    timed = pattern_of("clock").search(piece.text) or "@" in piece.text
    return piece.kind is UnitKind.DATE and not timed and not any(map(has_given_name, authors))


def _is_subject(authors: tuple[str, ...], page: _Page) -> bool:
    """Whether the first paragraphs speak of whom a line names: who wrote them is not spoken of."""
    first = page.texts[:_FIRST]
    return any(
        re.search(rf"\b{re.escape(name.split()[-1])}\b", text) and not _presents(text, name)
        for name in authors
        for text in first
    )


def _said(piece: Piece, authors: tuple[str, ...]) -> Iterator[str]:
    """Yield what a line says besides its names."""
    text = piece.text
    if byline_of(text):
        yield "a byline"
    elif (line := name_line_of(text)) and line.authors:
        yield "a name line" if is_surely_named(line) else "a name line of no given name"
    known = [has_given_name(name) for name in authors]
    yield "given names" if all(known) else "a given name" if any(known) else "no given name"
    yield f"names: {min(len(authors), 3)}"
    yield f"words of a name: {min(max(len(name.split()) for name in authors), 4)}"
    rest = text
    for name in authors:
        rest = rest.replace(name, " ")
    words = len(_WORD.findall(rest))
    yield f"words besides <= {next((each for each in _FEW if words <= each), 24)}"
    if find_date(text) or find_date(text, day_first=True):
        yield "a day"
    elif re.search(r"\d", text):
        yield "digits"
    if re.search(r"(?:^|[\s(@])@\s?\w|\w@\w", text):
        yield "an account"
    if is_role(rest):
        yield "a role"


def _looks(piece: Piece) -> Iterator[str]:
    """Yield what else a line may be, and how it looks."""
    text = piece.text
    if is_label(text) or any(map(is_section, text.split())):
        yield "a label's word"
    if is_picture(piece):
        yield "of a picture"
    if text.isupper():
        yield "capitals"
    if text.endswith(":"):
        yield "ends: :"


def _elsewhere(pieces: Sequence[Piece], at: int, authors: tuple[str, ...], page: _Page) -> Iterator[str]:
    """Yield where else the page names them: a text speaks of its subjects, notes and boxes of its author."""
    name, surname = authors[0], authors[0].split()[-1]
    texts = [text for text in page.texts if not _presents(text, name)]
    spoken = sum(bool(re.search(rf"\b{re.escape(surname)}\b", text)) for text in texts)
    yield f"spoken of: {min(spoken, 3)}"
    if any(surname in text for text in texts[:2]):
        yield "spoken of at the beginning"
    if page.title and any(re.search(rf"\b{re.escape(word)}\b", page.title) for word in name.split()):
        yield "in the title"
    alone = sum(text.strip(" *_•·") == name for text in page.short)
    yield f"alone on a line: {min(alone, 3)}"
    if len(texts) < len(page.texts) or any(_presents(text, name) for text in page.short):
        yield "presented in a note"
    others = (p.text for n, p in enumerate(pieces) if n != at and name in p.text and p.words <= _SHORT)
    if any((line := byline_of(text)) and name in line.authors for text in others):
        yield "in another byline"


def _presents(text: str, name: str) -> bool:
    """Whether a paragraph is a note on somebody: "Ana Ejemplo is a writer in Springfield"."""
    return text.startswith(name) and biography_of(text) is not None and is_role(text)


def _is_dated(piece: Piece) -> bool:
    text = piece.text
    dated = piece.kind is UnitKind.DATE or find_date(text) or find_date(text, day_first=True)
    return bool(dated or (is_weekday_first(text) and re.search(r"\d", text)))


def _beside(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """Yield what else stands right beside a line: an account, an occupation, a picture's text, a name."""
    for place in (at - 1, at + 1):
        side = "above" if place < at else "below"
        if 0 <= place < len(pieces) and pieces[place].words <= _SHORT:
            text = pieces[place].text
            if re.match(r"@\s?\w+$|\S+@\S+\.\w+$", text):
                yield f"an account {side}"
            if is_role(text) and not ends_sentence(text):
                yield f"a role {side}"
            if is_picture(pieces[place]):
                yield f"a picture's text {side}"
            line = byline_of(text) or name_line_of(text)
            if line and line.authors:
                yield f"names {side}"


def _among(all_named: Sequence[tuple[str, ...]], authors: tuple[str, ...], *, first: bool) -> Iterator[str]:
    """Yield which of the names of a head a line names."""
    yield "the only name" if len(set(all_named)) == 1 else f"one of {min(len(set(all_named)), 5)} names"
    if all_named.count(authors) > 1:
        yield "named again"
    if first:
        yield "the first name"


def _together(signs: set[str], zone: Zone, at: int) -> Iterator[str]:
    """Yield what a line's signs say together."""
    place = title_side(zone, at)
    text = "over the text" if at < zone.body else "in the text"
    given = "given" if "given names" in signs else "not given"
    dated = "dated" if any(sign.startswith("a day") for sign in signs) else "no day"
    quiet = "not spoken of" if "spoken of: 0" in signs else "spoken of"
    alone = "alone" if "words besides <= 0" in signs else "with others"
    yield f"{place}, {text}"
    yield f"{dated}, {place}"
    yield f"{given}, {dated}, {quiet}"
    yield f"{given}, {alone}, {dated}"
    yield f"{quiet}, {place}, {text}"
    yield f"{quiet}, {'the only name' if 'the only name' in signs else 'one of several'}"
