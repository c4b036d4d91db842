"""Outlets in bylines: behind a name with a mark between them or without one, and beside an agency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.byline_names import (
    NAME,
    can_be_outlet,
    has_given_name,
    is_agency,
    is_degree,
    is_field,
    is_known_outlet,
    is_nobody,
    is_only_generic,
    is_outlet,
    is_role,
    is_section,
    is_surely_outlet,
    is_town,
    person,
    persons,
)
from index.words import either

_FEW = 2  # segments behind a name, one of which may be an outlet that no list has
_LONGEST = 4  # words of an outlet that no mark parts from a name
INITIALS = 3  # letters of what is somebody's or some unknown body's initials
_LAST_OF_LIST = re.compile(
    rf"(?P<names>.+)\s(?:{either('lines', 'joining')}|{either('lines', 'helping')}|&|/)\s(?P<last>[^,]+)",
    re.IGNORECASE,
)
SEVERAL = re.compile(rf"\s(?:{either('lines', 'joining')}|&)\s", re.IGNORECASE)


def without_agency(text: str) -> str:
    """Return a list of names without the agency or the nobody at its end: "Ana Ejemplo and Coast Press"."""
    match = _LAST_OF_LIST.fullmatch(text)
    if match and persons(match["names"]) and (is_nobody(match["last"]) or is_agency(match["last"])):
        return match["names"]
    return text


def outlet_behind(rest: str) -> tuple[str, str | None]:
    """Return a list of names and the outlet behind: "A and B, OUTLET", or a known one without a comma."""
    names, comma, last = rest.rpartition(", ")
    last = _without_occupation(last)
    authors = persons(names) if comma and can_be_outlet(last) else ()
    if authors and SEVERAL.search(names):
        return names, last
    words = rest.split()
    for at in range(max(2, len(words) - _LONGEST), len(words)):
        names, last = " ".join(words[:at]), " ".join(words[at:])
        if is_known_outlet(last) and persons(names):
            return names, last
    return rest, None


def named_before_role(segment: str) -> tuple[str, ...]:
    """Return the name in "Ana Ejemplo Staff Writer": the words before those that say what somebody is."""
    words = segment.split()
    at = next((at for at in range(2, len(words)) if is_role(words[at])), 0)
    while at > 2 and (is_section(words[at - 1]) or is_field(words[at - 1])):
        at -= 1
    if at > 2 and is_only_generic(words[at - 1]):  # the Globe of "Globe Correspondents"
        at -= 1
    return persons(" ".join(words[:at])) if at else ()


def outlet_among(segments: list[str]) -> str | None:
    """Return the outlet among what follows the author's name; a second person or a place is none."""
    for segment in map(_without_occupation, segments):
        alone = len(segment.split()) == 1 and not is_town(segment) and not is_role(segment)
        named = re.fullmatch(NAME, segment) or (is_outlet(segment) and " " not in segment)
        if (
            not named
            or is_only_generic(segment)
            or is_section(segment)
            or is_town(segment)
            or is_degree(segment)
            or (alone and len(segment) <= INITIALS and not is_known_outlet(segment))
            or (is_role(segment) and " " in segment)
        ):
            continue
        if alone and (has_given_name(segment) or len(segments) > _FEW) and not is_known_outlet(segment):
            continue  # a second author by the given name alone, a word of an office
        if alone or is_outlet(segment):
            host = "." in segment and segment.isupper()
            return segment.lower() if host else segment
    return None


def name_and_outlet(text: str) -> tuple[str, str | None] | None:
    """Return the author and the outlet that no mark parts: "Ana Ejemplo Coast Courier Reporter".

    What is only a word of outlets' names is none: the Globe of "Ana Ejemplo Globe Staff".
    """
    words = _without_last_role(text.split())
    for at in range(2, len(words)):
        name, rest = person(" ".join(words[:at])), " ".join(words[at:])
        nobody = is_only_generic(rest) or (bool(rest) and all(map(is_section, words[at:])))
        if name and has_given_name(name) and (nobody or (is_surely_outlet(rest) and can_be_outlet(rest))):
            return name, None if nobody else rest
    return None


def _without_last_role(words: Sequence[str]) -> Sequence[str]:
    last = len(words)
    while last and (is_role(words[last - 1]) or is_nobody(words[last - 1])):
        last -= 1
    return words[:last]


def _without_occupation(segment: str) -> str:
    """Return the outlet in "Coast Courier Reporter", any other words as they are."""
    name = " ".join(_without_last_role(segment.split()))
    return name if name != segment and is_outlet(name) and not is_only_generic(name) else segment


def agency_in_town(segments: Sequence[str]) -> str | None:
    """Return the agency of a line of its name and a town only: "EFE / Muestra", "EFE Muestra"."""
    parts = list(segments)
    if len(parts) == 1:
        words = parts[0].split()
        parts = next(
            (
                [" ".join(words[:at]), " ".join(words[at:])]
                for at in range(1, len(words))
                if is_agency(" ".join(words[:at]))
            ),
            parts,
        )
    agencies = [part for part in parts if is_agency(part)]
    others = [part for part in parts if not is_agency(part)]
    return agencies[0] if len(agencies) == 1 and others and all(map(is_town, others)) else None


def outlet_and_agency(text: str) -> str | None:
    """Return the outlet in a line of two: "El Ejemplo / Agencia Norte", "Gazette / Newsroom"."""
    name, mark, other = text.partition(" / ")
    known = mark and (is_nobody(other) or is_known_outlet(other) or (is_outlet(other) and "." not in other))
    return name if known and can_be_outlet(name) and not is_section(name) else None
