"""Bylines: the lines of a text that say who wrote it, for whom, and when."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.articles.byline_names import (
    NAME,
    has_given_name,
    is_known_outlet,
    is_nobody,
    is_only_generic,
    is_outlet,
    is_person,
    is_place,
    is_role,
    is_section,
    person,
    persons,
)
from index.text.dates import FoundDate, find_date
from index.text.letters import CAPITAL
from index.values import frozen
from index.words import either, strings

_IGNORE = re.IGNORECASE
_MOST_WORDS = 22
_MOST_NAMED = 12  # words of a line that names its author without a "by"
_NAME_DATE = re.compile(rf"(?P<name>{NAME})\s*(?://|\||·|•|-|–|—|,)\s*(?P<rest>.*\d.*)")
_BESIDE, _JOINING = either("lines", "beside_names"), either("lines", "joining")
_SEGMENT = re.compile(
    rf"\s*(?://|\||·|•|–|—|\s-\s|\s-$|\s/\s)\s*|\s*,\s*|\s+(?:{_BESIDE}|{_BESIDE.upper()})\s+(?={CAPITAL})"
)
_SEVERAL = re.compile(rf"\s(?:{_JOINING}|&)\s", _IGNORE)
# "By A in Springfield and B in Shelbyville"
_PLACE = re.compile(
    rf"\s+(?:{either('lines', 'in_place')})\s+{CAPITAL}[\w.]*(?:\s{CAPITAL}[\w.]*)?"
    rf"(?=\s+(?:{_JOINING}|&)\s|,|$)"
)
# "héctor ejemplo PUERTO MUESTRA / DIARIO": a name, a place in capitals, an outlet
_NAME_PLACE = re.compile(
    rf"(?P<name>(?!{CAPITAL}{{2}})[^\W\d_][\w.’'-]*(?: (?!{CAPITAL}{{2}})[^\W\d_][\w.’'-]*){{1,3}})"
    rf" (?P<place>{CAPITAL}{{2,}}(?: {CAPITAL}{{2,}}){{0,3}})"
    r"(?:\s*[/|,-]\s*(?P<outlet>\S.*))?"
)
_SUFFIX_STOP = re.compile(rf"\b(?:{either('particles', 'stopped_suffixes')}|{CAPITAL})\.$")
_BEHIND_POSTER = re.compile(rf"\s+(?:{either('lines', 'behind_poster')}|\||·|•)\s+|\s*[|·•/,]\s*")
_LONGER = re.compile(r"[^\W\d_]{3,}")
_EDGES = " ,|–—-/·•:;"


@frozen
class Byline:
    """What a byline says.

    ``handle`` is the name under which a site's member posted the text, ``posted`` tells that the
    names are of who posted it, who need not have written it, ``forum`` that a post begins here.
    """

    authors: tuple[str, ...]
    outlet: str | None
    date: str | None  # YYYY-MM-DD
    handle: str | None
    posted: bool = False
    forum: bool = False


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of ``bylines.toml``, NAME in it standing for a capitalised name."""
    values = (value.replace("NAME", f"(?P<name>(?-i:{NAME}))") for value in strings("bylines", name))
    return re.compile("|".join(f"(?:{value})" for value in values), _IGNORE)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<by>(?:{_pattern('by').pattern})(?:\s*:)?\s+)|(?P<label>(?:{_pattern('label').pattern})\s*:\s*))(?P<rest>\S.*)",
        _IGNORE,
    )


@cache
def _posted_by() -> re.Pattern[str]:
    """Return what reads "Posted on DATE by NAME", the date already cut out: whoever posted it."""
    posted, on, by, at = (_pattern(name).pattern for name in ("posted", "on", "posted_by", "at"))
    return re.compile(
        rf"(?:(?:{posted})\b[\s,:]*)?(?:(?:{on})\b[\s,]*)?(?:{by})\s+(?P<rest>\S.*?)(?:[\s,]+(?:{on}|{at}))?",
        _IGNORE,
    )


@lru_cache(maxsize=2048)  # each line is read by several rules
def byline_of(text: str) -> Byline | None:
    """Return what a byline says, or None when ``text`` is none.

    "By NAME[, OUTLET] [- DATE]", "Author: NAME", "NAME // DATE", "Posted on DATE by NAME" and their
    Spanish forms. A name that is no person's after "Author:" is the handle of whoever posted the text.
    """
    text = text.strip("*_ ")
    if len(text) > 300 or len(text.split()) > _MOST_WORDS:
        return None
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    text = _pattern("editing").sub("", text)
    date = find_date(text)
    bare = _bare(text, date)
    if date and _pattern("clock").search(text) and (post := _pattern("forum").fullmatch(bare)):
        return Byline((post["who"],), None, date.iso, None, forum=True)
    match = _by().fullmatch(bare)
    if match:
        return _read(match["rest"], date.iso if date else None, labelled=bool(match["label"]))
    if match := _posted_by().fullmatch(bare):
        return _read_poster(match["rest"], date.iso if date else None)
    return _by_marks(text, bare, date) if date else None


def _by_marks(text: str, bare: str, date: FoundDate) -> Byline | None:
    """Return what a line with a day and marks in it says: "NAME // DATE", "OUTLET | DATE | NAME"."""
    if "|" in text and (parts := _parts_beside_day(bare)):
        return Byline(*parts, date.iso, None)
    if match := _NAME_DATE.fullmatch(text):
        name = person(match["name"])
        rest = text[match.end("name") : date.start] + text[date.end :]
        if name and len(_LONGER.findall(_pattern("clock").sub(" ", rest))) <= 1:
            return Byline((name,), None, date.iso, None)
    return None


def _parts_beside_day(text: str) -> tuple[tuple[str, ...], str | None] | None:
    """Return the authors and the outlet of a line "OUTLET | DATE | NAME, NAME", the day already cut out."""
    authors: tuple[str, ...] = ()
    outlet = None
    for part in filter(None, (each.strip(_EDGES) for each in text.split("|"))):
        if is_known_outlet(part) or (is_outlet(part) and not is_only_generic(part)):
            outlet = outlet or part
        elif names := persons(part):
            authors += names
        else:
            return None
    return (authors, outlet) if authors or outlet else None


@lru_cache(maxsize=2048)
def name_line_of(text: str) -> Byline | None:
    """Return whom a line names that only its place in a head makes a byline, or None.

    "NAME", "NAME, Staff Writer", "NAME | OUTLET - AGENCY", "name PLACE / OUTLET": the author where it
    stands between a title and a day, and anything else where it does not.
    """
    text = text.strip("*_ ")
    if len(text) > 120 or len(text.split()) > _MOST_NAMED or text.endswith((".", "?", "!", ":")):
        return None
    date = find_date(text)
    bare = _bare(text, date)
    if match := _NAME_PLACE.fullmatch(bare):
        name = person(match["name"])
        if name and (match["outlet"] or is_place(match["place"])):
            return Byline((name,), _outlet_of(match["outlet"]), date.iso if date else None, None)
    segments = [segment for segment in _segments(bare) if not is_section(segment)]
    if " / " in bare and segments and segments[0].isupper():  # where a name in the capitals of its place ends
        segments[0] = _without_place(segments[0])
    elif whole := persons(bare):
        return Byline(whole, None, date.iso if date else None, None)
    authors = persons(segments[0]) if segments else ()
    if not authors or not all(_goes_with_names(segment) for segment in segments[1:]):
        return None
    return Byline(authors, _outlet_in(segments[1:]), date.iso if date else None, None)


def _without_place(name: str) -> str:
    words = name.split()
    for at in range(2, len(words)):
        if is_place(" ".join(words[at:])):
            return " ".join(words[:at])
    return name


def _goes_with_names(segment: str) -> bool:
    return is_role(segment) or is_place(segment) or is_outlet(segment) or is_person(segment) or "@" in segment


def _outlet_of(text: str | None) -> str | None:
    """Return the outlet after a place, the initial of an agency or a section before it cut off."""
    name = re.sub(r"^(?:[A-Z]\.\s*)+", "", text or "").strip(_EDGES)
    return name.title() if name.isupper() and is_outlet(name) else name if is_outlet(name) else None


def _bare(text: str, date: FoundDate | None) -> str:
    """Return the text without its date, weekday and time of day, and the marks around them."""
    if date:
        text = f"{text[: date.start]} {text[date.end :]}"
        text = _pattern("weekday").sub(" ", _pattern("clock").sub(" ", text))
    text = _pattern("ago").sub(" ", text)
    return " ".join(text.split()).strip(" ,|–—-/·•")


def _segments(text: str) -> list[str]:
    return [segment.strip(" .,()") for segment in _SEGMENT.split(text) if segment.strip(" .,()")]


def _read(rest: str, date: str | None, *, labelled: bool) -> Byline | None:
    rest = rest.strip()
    if not _SUFFIX_STOP.search(rest):
        rest = rest.strip(" .")
    whole = persons(rest) or (persons(_PLACE.sub("", rest)) if _SEVERAL.search(rest) else ())
    if whole:
        return Byline(whole, None, date, None)
    segments = _segments(rest)
    if not segments:
        return None
    authors = persons(segments[0]) or _named_before_role(segments[0])
    if not authors:
        return _read_nobody(segments, date, labelled=labelled)
    more = 1
    while more < len(segments) and not is_role(segments[more]) and (names := persons(segments[more])):
        authors += names
        more += 1
    return Byline(authors, _outlet_in(segments[more:]), date, None)


def _read_nobody(segments: list[str], date: str | None, *, labelled: bool) -> Byline | None:
    """Return what a byline without a person's name says: an agency is an outlet, "staff" is nobody."""
    first = segments[0]
    if is_nobody(first) or (labelled and len(segments) == 1):
        known = labelled and len(first.split()) <= 3 and not is_nobody(first)
        return Byline((), _outlet_in(segments[1:]), date, first if known else None)
    if is_outlet(first) and re.fullmatch(NAME, first) and not is_only_generic(first) and len(segments) == 1:
        return Byline((), first.title() if first.isupper() and " " in first else first, date, None)
    return None


def _named_before_role(segment: str) -> tuple[str, ...]:
    """Return the name in "Ana Ejemplo Staff Writer": the words before those of an occupation."""
    words = segment.split()
    for at in range(2, len(words)):
        if is_role(words[at]):
            return persons(" ".join(words[:at]))
    return ()


def _read_poster(rest: str, date: str | None) -> Byline | None:
    """Return who posted a text: a person's name, else the handle of a single word."""
    rest = _BEHIND_POSTER.split(rest.strip(" ."))[0]
    names = persons(rest)
    if names:
        return Byline(names, None, date, None, posted=True)
    if date and len(rest.split()) == 1 and not is_nobody(rest):
        return Byline((), None, date, rest, posted=True)
    return Byline((), None, date, None, posted=True) if is_nobody(rest) else None


def _outlet_in(segments: list[str]) -> str | None:
    """Return the outlet among what follows the author's name; a second person or a place is none."""
    for segment in segments:
        alone = len(segment.split()) == 1 and not is_place(segment) and not is_role(segment)
        named = re.fullmatch(NAME, segment) or is_outlet(segment)
        if (
            not named
            or is_only_generic(segment)
            or is_place(segment)
            or (is_role(segment) and " " in segment)
        ):
            continue
        if alone or is_outlet(segment):
            host = "." in segment and segment.isupper()
            return segment.lower() if host else segment
    return None


def is_weekday_first(text: str) -> bool:
    """Whether a line begins with the name of a day of the week."""
    return bool(_pattern("weekday").match(text))


def is_surely_named(line: Byline) -> bool:
    """Whether the names of a line without a "by" begin with given names that are known as such."""
    return all(has_given_name(name) for name in line.authors)
