"""Lines that name somebody without a "by": only their place in a head makes them bylines."""

from __future__ import annotations

import re
from functools import lru_cache

from index.articles.byline_edges import EDGES, bare_of, parted, unlinked, without_tail
from index.articles.byline_names import (
    NAME,
    can_be_outlet,
    has_given_name,
    is_label,
    is_nobody,
    is_of_words,
    is_outlet,
    is_person,
    is_place,
    is_role,
    is_section,
    is_surely_outlet,
    is_town,
    person,
    persons,
)
from index.articles.byline_outlets import (
    SEVERAL,
    name_and_outlet,
    named_before_role,
    outlet_among,
    outlet_behind,
    without_agency,
)
from index.articles.bylines import (
    PLACE,
    Byline,
    is_weekday_first,
    segments_of,
    surely,
)
from index.articles.date_lines import names_beside_day
from index.articles.patterns import any_of, patterns_of
from index.text.dates import find_date
from index.text.letters import CAPITAL, SMALL
from index.values import replace

# "héctor ejemplo PUERTO MUESTRA / DIARIO": a name, a place in capitals, an outlet
_NAME_PLACE = re.compile(
    rf"(?P<name>(?!{CAPITAL}{{2}})[^\W\d_][\w.’'-]*(?: (?!{CAPITAL}{{2}})[^\W\d_][\w.’'-]*){{1,3}})"
    rf" (?P<place>{CAPITAL}{{2,}}(?: {CAPITAL}{{2,}}){{0,3}})"
    r"(?:\s*[/|,-]\s*(?P<outlet>\S.*))?"
)
# "ana  4 May 2021  harbours, boats": wide blanks stand between a name, its day and the text's topics.
# "ANA EJEMPLO Puerto Muestra", "Ana Ejemplo. Puerto Muestra"
_NAME_TOWN = re.compile(
    rf"(?P<name>{CAPITAL}{{2,}}(?: {CAPITAL}{{2,}}){{1,4}}) (?P<town>{CAPITAL}{SMALL}.*)"
    rf"|(?P<name2>{NAME})\.\s+(?P<town2>{CAPITAL}[^.]*)\.?"
)
# "Tarn/COAST": a stroke that has lost its blanks
_GLUED_STROKE = re.compile(rf"(?<=[\w.]{SMALL})/(?={CAPITAL}{{3}})|(?<= {CAPITAL}\.)/(?={CAPITAL}{{3}})")
_COLUMNS = re.compile(r"\s*\t\s*|[ \u00a0]{2,}")
_ACCOUNT = re.compile(rf"{SMALL}[\w.-]{{2,19}}")
# "ANA EJEMPLO /AEJEMPLO@SITE": without a "by" so pictures are credited, over their captions.
_CREDITED = re.compile(r".*\s/\s?\S+@\S+\.\w+")
_ROW = 3  # columns of one that has more than a name and a day
_MOST_NAMED = 12  # words of a line that names its author without a "by"


@lru_cache(maxsize=8192)  # three rooms ask each line of a file in turn
def name_line_of(text: str) -> Byline | None:
    """Return whom a line names that only its place in a head makes a byline, or None.

    "NAME", "NAME, Staff Writer", "NAME | OUTLET - AGENCY", "name PLACE / OUTLET": the author where it
    stands between a title and a day, and anything else where it does not.
    """
    text = unlinked(text).strip("*_ ")
    if len(text) > 120 or len(text.split()) > _MOST_NAMED or text.endswith((".", "?", "!", ":")):
        return None
    if is_credited(text):
        return None
    parts = segments_of(text.lower())
    if len(set(parts)) < len(parts):
        return None  # "Ana Ejemplo - Coast Press / Coast Press": whose a picture is
    if has_columns(text):
        return _in_columns(text)
    return _among_columns(text) if is_row(text) else _named_in(parted(text))


def is_credited(text: str) -> bool:
    """Whether a line names a source or whose a picture is: "Fuente El Ejemplo" is no name."""
    text = text.strip("*_ ")
    sourced = any(pattern.fullmatch(text) for pattern in patterns_of("provenance", "source_lines"))
    return sourced or _CREDITED.fullmatch(text) is not None


def _named_in(text: str) -> Byline | None:
    """Return whom a line names that is no row of columns."""
    date = find_date(text)
    bare = without_tail(bare_of(text, date or find_date(text, day_first=True)))
    bare = _GLUED_STROKE.sub(" / ", bare)
    if in_place := _beside_place(bare):
        return replace(in_place, date=date.iso if date else None)
    if pair := name_and_outlet(bare):
        return Byline((pair[0],), pair[1], date.iso if date else None, None)
    listed, outlet = outlet_behind(bare)
    placed = persons(listed if outlet else PLACE.sub("", bare))
    if outlet or (placed and all(map(has_given_name, placed))):
        return Byline(placed, outlet, date.iso if date else None, None)
    segments = [segment for segment in segments_of(bare) if not is_section(segment)]
    if " / " in bare and segments and segments[0].isupper():  # where a name in the capitals of its place ends
        segments[0] = _without_place(segments[0])
    elif whole := persons(without_agency(bare)):
        whole = whole if SEVERAL.search(bare) else surely(whole)
        return Byline(whole, None, date.iso if date else None, None)
    before = named_before_role(segments[0]) if segments else ()
    sure = bool(before) and all(map(has_given_name, before))
    authors = before if sure else persons(segments[0]) if segments else ()
    office = next((at for at, segment in enumerate(segments) if at and is_role(segment)), len(segments))
    beside = segments[1:office]
    alone = len(beside) == 1 and len(authors) == 1 and has_given_name(authors[0]) and _is_name(beside[0])
    if not authors or not (sure or alone or all(map(_goes_with_names, beside))):
        return None
    outlet = outlet_among(segments[1:])
    named = outlet if outlet and (not alone or is_surely_outlet(outlet)) else None
    return Byline(authors, named, date.iso if date else None, None)


def _beside_place(text: str) -> Byline | None:
    """Return whom a line names beside a place that its letters or a full stop part from the name."""
    if match := _NAME_PLACE.fullmatch(text):
        name = person(match["name"])
        if name and (match["outlet"] or is_place(match["place"])):
            return Byline((name,), _outlet_of(match["outlet"]), None, None)
    if match := _NAME_TOWN.fullmatch(text):
        name = person(match["name"] or match["name2"])
        if name and has_given_name(name) and is_town(match["town"] or match["town2"]):
            return Byline((name,), None, None, None)
    return None


def has_columns(text: str) -> bool:
    """Whether wide blanks part what stands before a day from the day, and the day from what stands behind."""
    name, *others = _COLUMNS.split(text)
    date = find_date(others[0]) if len(others) > 1 else None
    return bool(name) and date is not None and not bare_of(others[0], date)


def is_row(text: str) -> bool:
    """Whether wide blanks part a line that holds a day: "4 May 2021  10:15  Ana Ejemplo  Puerto Muestra"."""
    return len(_COLUMNS.split(text)) >= _ROW and find_date(text, day_first=True) is not None


def _among_columns(text: str) -> Byline | None:
    """Return what a row says: one of its columns is a name, the others a day, a time, a town, a section."""
    columns = [column for column in _COLUMNS.split(text) if names_beside_day(column)]
    named = [column for column in columns if (names := persons(column)) and all(map(has_given_name, names))]
    others = [column for column in columns if column not in named]
    if len(named) != 1 or not all(is_town(each) or is_section(each) or is_outlet(each) for each in others):
        return None
    outlet = next((each for each in others if is_surely_outlet(each)), None)
    date = find_date(text) or find_date(text, day_first=True)
    return Byline(persons(named[0]), outlet, date.iso if date else None, None)


def _in_columns(text: str) -> Byline | None:
    """Return what a line of columns says: a name before its day, no part of which stands behind the day."""
    name, day, *others = _COLUMNS.split(text)
    if _is_account(name):
        date = find_date(day)
        return Byline((name,), None, date.iso if date else None, None)
    line = name_line_of(f"{name} {day}")
    outlet = next((other for other in others if can_be_outlet(other) and is_surely_outlet(other)), None)
    return replace(line, outlet=line.outlet or outlet) if line else None


def _is_account(name: str) -> bool:
    """Whether a word in small letters is a name and none that stands before a day: "posted", "opinion"."""
    tests = (is_nobody, is_section, is_place, is_role, is_outlet, is_label, is_of_words, is_weekday_first)
    dated = any_of("provenance", "date_words").fullmatch(name) or find_date(name)
    return bool(_ACCOUNT.fullmatch(name)) and not dated and not any(test(name) for test in tests)


def _without_place(name: str) -> str:
    words = name.split()
    for at in range(2, len(words)):
        if is_place(" ".join(words[at:])):
            return " ".join(words[:at])
    return name


def _goes_with_names(segment: str) -> bool:
    return is_role(segment) or is_town(segment) or is_outlet(segment) or is_person(segment) or "@" in segment


def _is_name(segment: str) -> bool:
    """Whether a word or two behind a sure name may be his outlet's or his place's, known or not."""
    return bool(re.fullmatch(NAME, segment)) and len(segment.split()) <= 3 and not is_label(segment)


def _outlet_of(text: str | None) -> str | None:
    """Return the outlet after a place, the initial of an agency or a section before it cut off."""
    name = re.sub(r"^(?:[A-Z]\.\s*)+", "", text or "").strip(EDGES)
    return name.title() if name.isupper() and is_outlet(name) else name if is_outlet(name) else None


def is_surely_named(line: Byline) -> bool:
    """Whether the names of a line without a "by" begin with a known given name, one of several does.

    Another with a small word in it is an office: "SECRETARIA DE OBRAS, ROSA EJEMPLO" tells who speaks.
    """
    known = [has_given_name(name) for name in line.authors]
    others = [name for name, given in zip(line.authors, known, strict=True) if not given]
    return any(known) and not any(word.islower() for name in others for word in name.split())
