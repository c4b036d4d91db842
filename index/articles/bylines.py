"""Bylines: the lines of a text that say who wrote it, for whom, and when."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.articles.byline_edges import EDGES, bare_of, parted, pattern_of, unlinked, without_tail
from index.articles.byline_names import (
    NAME,
    can_be_outlet,
    has_given_name,
    is_known_outlet,
    is_listed_outlet,
    is_nobody,
    is_only_generic,
    is_outlet,
    is_role,
    is_section,
    is_surely_outlet,
    is_town,
    opens_newsroom,
    person,
    persons,
)
from index.articles.byline_outlets import (
    INITIALS,
    SEVERAL,
    agency_in_town,
    name_and_outlet,
    named_before_role,
    outlet_among,
    outlet_and_agency,
    outlet_behind,
    without_agency,
)
from index.articles.byline_rows import row_of_labels
from index.articles.patterns import patterns_of
from index.text.dates import FoundDate, find_date
from index.text.letters import CAPITAL
from index.values import frozen, replace
from index.words import either, strings

_IGNORE = re.IGNORECASE
_MOST_WORDS = 22
_NAME_DATE = re.compile(rf"(?P<name>{NAME})\s*(?://|\||·|•|-|–|—|,)\s*(?P<rest>.*\d.*)")
_BESIDE, _JOINING = either("lines", "beside_names"), either("lines", "joining")
_SEGMENT = re.compile(
    rf"\s*(?://|\||·|•|⋅|∙|–|—|\s-\s|\s-$|\s/\s)\s*|\s*,\s*|\s+(?:{_BESIDE}|{_BESIDE.upper()}|{_BESIDE.title()})\s+(?={CAPITAL})"
)
# "By A in Springfield and B in Shelbyville"
PLACE = re.compile(
    rf"\s+(?:{either('lines', 'in_place')})\s+{CAPITAL}[\w.]*(?:\s{CAPITAL}[\w.]*)?"
    rf"(?=\s+(?:{_JOINING}|&)\s|,|$)"
)
# "By A in Springfield, Oregon": what stands behind a small word of place is seldom an outlet.
_WRITTEN_IN = re.compile(
    rf"\s+(?:{either('lines', 'in_place')})\s+(?P<place>{CAPITAL}[\w.]*(?:\s{CAPITAL}[\w.]*)?)"
    rf"(?:,\s(?P<beyond>{CAPITAL}[\w.]+(?:\s{CAPITAL}[\w.]*)?))?(?=\s|,|$)"
)
# "By the Coast Post's Ana Ejemplo"
_OF_OUTLET = re.compile(
    rf"(?i:(?:{either('lines', 'about_articles')})\s)?"
    r"(?P<outlet>[^,|'’‘“]{2,40}?)(?:['’]s|(?<=s)['’]) (?P<rest>\S.*)"
)
_SUFFIX_STOP = re.compile(rf"\b(?:{either('particles', 'stopped_suffixes')}|{CAPITAL})\.$")
_BEHIND_POSTER = re.compile(rf"\s+(?:{either('lines', 'behind_poster')}|\||·|•)\s+|\s*[|·•/,]\s*")
_STROKES = re.compile(r"[|·•]")
_PARTED = re.compile(r"\s+[|·•⋅∙]\s+")
_FEWEST_PARTS = 2
_LONGER = re.compile(r"[^\W\d_]{3,}")
_LONGEST_LABEL = 20  # characters
_MOST_BEHIND = 8  # words behind the day of a byline that name its text's topics


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
def _by() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<by>(?:{pattern_of('by').pattern})(?:\s*:\s*|\s+))|(?P<label>(?:{pattern_of('label').pattern})\s*:\s*)"
        rf"|(?P<maybe>(?:{pattern_of('maybe_by').pattern})\s+))(?P<rest>\S.*)",
        _IGNORE,
    )


@cache
def _day_first() -> re.Pattern[str]:
    """Return what begins a byline in a language whose dates in digits have the day first."""
    codes = strings("provenance", "day_first")
    words = [word for code in codes for key in ("by", "maybe_by") for word in strings("bylines", key, code)]
    return re.compile(rf"\W{{0,2}}(?:{'|'.join(words)})\b", _IGNORE)


@cache
def _posted_by() -> re.Pattern[str]:
    """Return what reads "Posted on DATE by NAME", the date already cut out: whoever posted it."""
    posted, on, by, at = (pattern_of(name).pattern for name in ("posted", "on", "posted_by", "at"))
    return re.compile(
        rf"(?:(?:{posted})\b[\s,:]*)?(?:(?:{on})\b[\s,]*)?(?:{by})\s*:?\s+(?P<rest>\S.*?)(?:[\s,]+(?:{on}|{at}))?",
        _IGNORE,
    )


@lru_cache(maxsize=8192)  # each line is read by several rules, one after the other over a whole file
def byline_of(text: str) -> Byline | None:
    """Return what a byline says, or None when ``text`` is none.

    "By NAME[, OUTLET] [- DATE]", "Author: NAME", "NAME // DATE", "Posted on DATE by NAME" and their
    Spanish forms. A name that is no person's after "Author:" is the handle of whoever posted the text.
    """
    text = unlinked(text).strip("*_ ")
    if len(text) > 300 or len(text.split()) > _MOST_WORDS or pattern_of("helped").search(text):
        return None
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    text = parted(pattern_of("editing").sub("", text))
    date = find_date(text) or (find_date(text, day_first=True) if _day_first().match(text) else None)
    bare = without_tail(bare_of(text, date))
    if date and pattern_of("clock").search(text) and (post := pattern_of("forum").fullmatch(bare)):
        return Byline((post["who"],), None, date.iso, None, forum=True)
    between = date or find_date(text, day_first=True)
    around = _around_day(text, between, dated=date is not None) if between else None
    if known := _of_interview(bare, date) or _of_labels(text) or around:
        return known
    match = _by().fullmatch(bare)
    if match:
        line = _read(match["rest"], date.iso if date else None, labelled=bool(match["label"]))
        line = _before_day(text, date, line) or line
        return line if line is None or not match["maybe"] or _names_surely(line) else None
    if match := _posted_by().fullmatch(bare):
        return _read_poster(match["rest"], date.iso if date else None)
    told = _read_nameless(bare, date.iso if date else None)
    return told or _in_parts(text, date) or (_by_marks(text, bare, date) if date else None)


def _in_parts(text: str, date: FoundDate | None) -> Byline | None:
    """Return what the one part of a line says that is a byline: "4 May 2021 • Words by Ana • Art by Juan"."""
    parts = [part.strip(EDGES) for part in _PARTED.split(text) if part.strip(EDGES)]
    if len(parts) < _FEWEST_PARTS or not date:
        return None
    found = [line for part in parts if _by().match(part) and (line := byline_of(part)) and line.authors]
    return replace(found[0], date=found[0].date or date.iso) if len(found) == 1 else None


def _of_interview(text: str, date: FoundDate | None) -> Byline | None:
    """Return who asks in a line that says who answers, too: "Interview by Ana Ejemplo with Juan Muestra"."""
    asked = (
        match["name"] for each in patterns_of("bylines", "interviews") if (match := each.fullmatch(text))
    )
    name = next((name for each in asked if (name := person(each))), None)
    return Byline((name,), None, date.iso if date else None, None) if name else None


def _of_labels(text: str) -> Byline | None:
    row = row_of_labels(text)
    return Byline(*row, None) if row else None


def _names_surely(line: Byline) -> bool:
    """Whether a line names persons whose first names are all known."""
    return bool(line.authors) and all(map(has_given_name, line.authors))


def _before_day(text: str, date: FoundDate | None, whole: Byline | None) -> Byline | None:
    """Return what a line says before its day, where that is a whole byline: behind it topics may stand."""
    behind = text[date.end :].strip(EDGES) if date else ""
    if not date or not behind or len(behind.split()) > _MOST_BEHIND:
        return None
    outlet = whole.outlet if whole else None
    if outlet and (outlet not in behind or is_surely_outlet(outlet)):
        return None
    line = byline_of(text[: date.start].strip(EDGES))
    outlet = behind if is_surely_outlet(behind) and can_be_outlet(behind) else None
    return replace(line, date=date.iso, outlet=line.outlet or outlet) if line and line.authors else None


def _read_nameless(text: str, date: str | None) -> Byline | None:
    """Return what a line says that names no person first: a newsroom, an outlet beside a byline or agency."""
    before, _, rest = text.partition(" | ")
    outlet = before if is_surely_outlet(before) else None
    if rest and (outlet or is_section(before)) and (line := byline_of(rest)):
        return replace(line, outlet=line.outlet or outlet, date=line.date or date)
    if opens_newsroom(text):
        return _read_newsroom(text, date)
    pair = outlet_and_agency(text) or agency_in_town(segments_of(text))
    return Byline((), pair, date, None) if pair else None


def _read_newsroom(text: str, date: str | None) -> Byline | None:
    """Return what a line that begins with a newsroom says: "Redacción El Ejemplo"."""
    rest = text.partition(" ")[2].strip(EDGES)
    if rest and not (can_be_outlet(rest) or is_town(rest) or is_section(rest) or is_role(rest)):
        return None
    one_of_many = is_surely_outlet(rest) or not _is_several(text)
    named = can_be_outlet(rest) and one_of_many and (len(rest) > INITIALS or is_known_outlet(rest))
    return Byline((), rest if named else None, date, None)


def _is_several(text: str) -> bool:
    """Whether a line begins with newsrooms of several houses: "Agencias", behind which a place stands."""
    return text.split(" ", maxsplit=1)[0].lower() in strings("names", "agency_plurals")


def _by_marks(text: str, bare: str, date: FoundDate) -> Byline | None:
    """Return what a line with a day and marks in it says: "NAME // DATE", "OUTLET | DATE | NAME"."""
    if _STROKES.search(text) and (parts := _parts_beside_day(bare)):
        return Byline(*parts, date.iso, None)
    if match := _NAME_DATE.fullmatch(text):
        name = person(match["name"])
        rest = text[match.end("name") : date.start] + text[date.end :]
        if name and has_given_name(name) and len(_LONGER.findall(pattern_of("clock").sub(" ", rest))) <= 1:
            return Byline((name,), None, date.iso, None)
    return None


def _around_day(text: str, date: FoundDate, *, dated: bool = True) -> Byline | None:
    """Return what a line says that has an outlet before its day and a name behind it, or the other way.

    A day that may be another's, for its order is not known, is not ``dated``: it only parts the two.
    """
    sides = (text[: date.start], text[date.end :])
    before, behind = (_without_by(side.strip(f"{EDGES}()")) for side in sides)
    for outlet, name in ((before, behind), (behind, before)):
        authors = persons(name) if name and outlet else ()
        sure = bool(outlet) and (is_listed_outlet(outlet) or (" " in outlet and is_surely_outlet(outlet)))
        if not authors or not (sure or all(map(has_given_name, authors))):
            continue
        if sure or (is_outlet(outlet) and can_be_outlet(outlet)):
            return Byline(authors, outlet, date.iso if dated else None, None)
    return None


def _without_by(text: str) -> str:
    """Return what stands behind a "by", any other words as they are: "OUTLET, DATE, by NAME"."""
    match = _by().fullmatch(text)
    return match["rest"] if match and match["by"] and has_given_name(match["rest"]) else text


def _parts_beside_day(text: str) -> tuple[tuple[str, ...], str | None] | None:
    """Return the authors and the outlet of a line "OUTLET | DATE | NAME, NAME", the day already cut out."""
    authors: tuple[str, ...] = ()
    outlet = None
    parts = [part for each in _STROKES.split(text) if (part := each.strip(EDGES + "*"))]
    sure = any(names and all(map(has_given_name, names)) for names in map(persons, parts))
    for part in parts:
        # where a sure name stands beside it, an unknown one is the outlet's
        unknown = sure and not outlet and can_be_outlet(part)
        if is_known_outlet(part) or (is_outlet(part) and not is_only_generic(part)) or unknown:
            outlet = outlet or part
        elif (names := persons(part)) and (sure or len(parts) > 1):
            authors += names
        else:
            return None  # a name alone whose first is not known may be the outlet's
    return (authors, outlet) if authors or outlet else None


def segments_of(text: str) -> list[str]:
    """Return the parts of a line between its strokes, commas and small words of place."""
    return [segment.strip(" .,()") for segment in _SEGMENT.split(text) if segment.strip(" .,()")]


def _read(rest: str, date: str | None, *, labelled: bool) -> Byline | None:
    rest = rest.strip()
    if not _SUFFIX_STOP.search(rest):
        rest = rest.strip(" .")
    of = _OF_OUTLET.fullmatch(rest)
    if of and (line := _read(of["rest"], date, labelled=labelled)) and line.authors:
        outlet = of["outlet"] if is_surely_outlet(of["outlet"]) and can_be_outlet(of["outlet"]) else None
        return replace(line, outlet=line.outlet or outlet)
    rest = without_agency(rest)
    listed, outlet = outlet_behind(rest)
    if outlet:
        return Byline(persons(listed), outlet, date, None)
    whole = persons(rest) if SEVERAL.search(rest) else surely(persons(rest))
    whole = whole or (persons(PLACE.sub("", rest)) if SEVERAL.search(rest) else ())
    if whole:
        return Byline(whole, None, date, None)
    segments = segments_of(_WRITTEN_IN.sub(_without_place, rest, count=1))
    if not segments:
        return None
    authors, beside = named_before_role(segments[0]) or persons(segments[0]), None
    if not authors and (pair := name_and_outlet(segments[0])):
        authors, beside = (pair[0],), pair[1]
    if not authors:
        return _read_nobody(segments, date, labelled=labelled)
    more = 1
    while more < len(segments) and not is_role(segments[more]) and (names := persons(segments[more])):
        authors += names
        more += 1
    return Byline(authors, beside or outlet_among(segments[more:]), date, None)


def _without_place(match: re.Match[str]) -> str:
    beyond = match["beyond"] or ""
    return match[0] if is_outlet(match["place"]) else f", {beyond}" if beyond and is_outlet(beyond) else ""


def surely(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list of names without those of which only their place in it says that they are persons'."""
    sure = tuple(name for name in names if has_given_name(name))
    return sure if sure and sure[0] == names[0] else names


def _read_nobody(segments: list[str], date: str | None, *, labelled: bool) -> Byline | None:
    """Return what a byline without a person's name says: an agency is an outlet, "staff" is nobody."""
    first = segments[0]
    name = name_before_nobody(first)
    if name and (can_be_outlet(name) or is_only_generic(name)):
        named = can_be_outlet(name) and (" " not in name or is_surely_outlet(name))
        return Byline((), name if named else None, date, None)
    if opens_newsroom(first) and (newsroom := _read_newsroom(" | ".join(segments), date)):
        return newsroom
    if is_nobody(first) or (labelled and len(segments) == 1):
        known = labelled and len(first.split()) <= 3 and not is_nobody(first)
        return Byline((), outlet_among(segments[1:]), date, first if known else None)
    if is_surely_outlet(first) and can_be_outlet(first) and len(segments) == 1:
        return Byline((), first.title() if first.isupper() and " " in first else first, date, None)
    return None


def name_before_nobody(text: str) -> str | None:
    """Return what stands before nobody's name: "The Ardale Post staff", "Post Editorial Board"."""
    words = text.split()
    at = next((at for at in (-2, -1) if is_nobody(" ".join(words[at:]))), 0)
    return " ".join(words[:at]) or None if at else None


def _read_poster(rest: str, date: str | None) -> Byline | None:
    """Return who posted a text: a person's name, else the handle of a single word."""
    rest = _BEHIND_POSTER.split(rest.strip(" ."))[0]
    names = persons(rest)
    if names:
        return Byline(names, None, date, None, posted=True)
    if date and len(rest.split()) == 1 and not is_nobody(rest):
        return Byline((), None, date, rest, posted=True)
    return Byline((), None, date, None, posted=True) if is_nobody(rest) else None


def is_byline_label(text: str) -> bool:
    """Whether a line says nothing but that a name follows: "Written by:", "Por"."""
    match = _by().fullmatch(f"{text.strip(' :*_')}: x") if len(text) < _LONGEST_LABEL else None
    return match is not None and not match["maybe"]


def is_weekday_first(text: str) -> bool:
    """Whether a line begins with the name of a day of the week."""
    return bool(pattern_of("weekday").match(text))
