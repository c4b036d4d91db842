"""Lines of a head that may say when the text was published, each with what tells for it and against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from index.articles.byline_edges import parted, pattern_of
from index.articles.bylines import byline_of, is_weekday_first
from index.articles.line_kinds import UnitKind
from index.articles.name_lines import name_line_of
from index.articles.patterns import any_of
from index.articles.pieces import Piece
from index.articles.place_signs import LONGEST, Zone, near_signs, place_signs, title_side
from index.articles.units import ends_sentence
from index.text.dates import FoundDate
from index.values import frozen
from index.words import strings

_NO_DAYS = frozenset({UnitKind.ADDRESS, UnitKind.SEPARATOR, UnitKind.SIGNATURE, UnitKind.FACT})
_NEAR = 3  # pieces
_WORD = re.compile(r"[^\W\d_]{3,}")
_FEW = (0, 1, 3, 6)
_SENTENCE = 6  # words of one
_TITLE = 4  # words of one before its day
_MOST_BESIDES = 8  # such words of a line that does not begin with "Published"
_POST = re.compile(r"@\w|°")  # of a post, of the weather


@frozen
class DaySigns:
    """A line that may say when the text was published, by its place among the pieces."""

    at: int
    iso: str
    names: frozenset[str]


def dated_lines(
    pieces: Sequence[Piece], zone: Zone, date_in: Callable[[str], FoundDate | None]
) -> list[DaySigns]:
    """Return the lines of a head that state a day, with what tells for and against each."""
    found = {
        at: date
        for at in zone.places
        if _may_state(pieces[at], 0 if zone.title is None else zone.title - at)
        and (date := date_in(parted(pieces[at].text)))
        and (_is_published(pieces[at]) or _words_besides(pieces[at].text, date) <= _MOST_BESIDES)
    }
    titled = [at for at, date in found.items() if _has_title(pieces[at], date)]
    if len(titled) > 1:  # other texts, each with its day
        found = {at: date for at, date in found.items() if at not in titled}
    days = [date.iso for date in found.values()]
    lines = []
    for at, date in found.items():
        signs = {*_said(pieces[at], date), *place_signs(pieces, zone, at)}
        signs |= {*near_signs("a name", pieces, at, _is_named, past_long=True)}
        signs |= {*_among(days, date.iso, first=at == min(found), last=at == max(found))}
        lines.append(DaySigns(at, date.iso, frozenset(signs | set(_together(signs, zone, at)))))
    return lines


def _may_state(piece: Piece, above: int) -> bool:
    """Whether a line so far above the title may say when a text was published: no post, nor today's day."""
    if piece.kind in _NO_DAYS or piece.words > LONGEST or _POST.search(piece.text):
        return False
    sentence = piece.words >= _SENTENCE and ends_sentence(piece.text) and not _is_published(piece)
    return not (sentence or above > _NEAR or (above > 0 and is_weekday_first(piece.text)))


def _is_published(piece: Piece) -> bool:
    return piece.text.lower().startswith(tuple(strings("provenance", "published")))


def _has_title(piece: Piece, date: FoundDate) -> bool:
    """Whether a title stands in one line before its day: "Tram of Borvik still empty - 4 May 2021"."""
    text = parted(piece.text)
    before = len(_WORD.findall(text[: date.start])) >= _TITLE and not text[date.end :].strip(" .)")
    return before and not _is_published(piece) and byline_of(piece.text) is None


def _words_besides(text: str, date: FoundDate) -> int:
    """Return how many words a line has that say neither when nor that it was published then."""
    text = parted(text)
    rest = any_of("provenance", "date_words").sub(" ", f"{text[: date.start]} {text[date.end :]}")
    for name in ("clock", "ago", "weekday"):
        rest = pattern_of(name).sub(" ", rest)
    return len(_WORD.findall(rest))


def _said(piece: Piece, date: FoundDate) -> Iterator[str]:
    """Yield what a line says besides its day."""
    text = parted(piece.text)
    if _is_published(piece):
        yield "published"
    if any_of("provenance", "date_words").search(text):
        yield "words of days"
    if pattern_of("clock").search(text):
        yield "a time of day"
    if is_weekday_first(text):
        yield "weekday first"
    if byline_of(piece.text):
        yield "a byline"
    elif (line := name_line_of(piece.text)) and line.authors:
        yield "a name"
    words = _words_besides(piece.text, date)
    yield f"words besides <= {next((each for each in _FEW if words <= each), 24)}"
    yield "at the beginning" if not text[: date.start].strip() else "inside"


def _is_named(piece: Piece) -> bool:
    """Whether a line names somebody as author."""
    line = byline_of(piece.text) or name_line_of(piece.text)
    return bool(line and line.authors)


def _among(days: Sequence[str], iso: str, *, first: bool, last: bool) -> Iterator[str]:
    """Yield which of the days of a head a line states."""
    yield "the only day" if len(set(days)) == 1 else f"one of {min(len(set(days)), 4)} days"
    if days.count(iso) > 1:
        yield "said again"
    if first:
        yield "the first day"
    if last:
        yield "the last day"
    yield "the latest day" if iso == max(days) else "an earlier day"


def _together(signs: set[str], zone: Zone, at: int) -> Iterator[str]:
    """Yield what a line's signs say together."""
    place = title_side(zone, at)
    alone = "alone" if signs & {"words besides <= 0", "words besides <= 1"} else "with others"
    named = "named" if signs & {"a byline", "a name", "a name above: 1", "a name below: 1"} else "no name"
    only = "only" if "the only day" in signs else "first" if "the first day" in signs else "other"
    text = "over the text" if at < zone.body else "in the text"
    yield f"{alone}, {place}, {text}"
    yield f"{named}, {place}, {text}"
    yield f"{named}, {alone}"
    yield f"{only}, {place}"
    yield f"{only}, {alone}"
    if "weekday first" in signs:
        yield f"weekday first, {place}"
