"""Lines that name an outlet by their own words: credits, notices of rights, datelines, appeals."""

from __future__ import annotations

import re

from index.articles.byline_names import (
    NAME,
    can_be_outlet,
    has_given_name,
    is_company,
    is_known_outlet,
    is_nobody,
    is_only_generic,
    is_outlet,
    is_person,
    is_surely_outlet,
    without_legal_form,
)
from index.articles.patterns import any_of, patterns_of
from index.text.dates import find_date
from index.words import either, strings

_LONGEST = 300  # characters
_JOINED = re.compile(r"[a-z][A-Z]")  # written as no other words are: "QuayNotes"
_SAYS_MORE = re.compile(r"[^\W\d_]{2,}")
# Behind the name in a credit: whose words they are, where, and a second name.
_BESIDE_ORIGIN = re.compile(
    rf"\s(?:{either('bylines', 'posted_by')})\s.*|\([^()]*\)|https?://\S+|\s*/\s*{NAME}", re.IGNORECASE
)


def origin_of(text: str) -> re.Match[str] | None:
    """Return the match of a line that names where the text was first published (group ``name``)."""
    if len(text) > _LONGEST:
        return None
    if date := find_date(text):  # behind a name, the month's would be taken for a part of it
        text = f"{text[: date.start]} {text[date.end :]}"
    text = text.lstrip("*_([ ")
    for key in ("origin", "origin_labels"):
        for pattern in patterns_of("provenance", key):
            if match := pattern.match(text):
                return match if _is_origin(match, labelled=key == "origin_labels") else None
    return None


def _is_origin(match: re.Match[str], *, labelled: bool) -> bool:
    """Whether a credit names an outlet: no person, no section, and behind a label nothing but the name."""
    named = match["name"].strip(" .,")
    behind = match.string[match.end() :]
    if (
        is_nobody(named)
        or (is_person(named) and has_given_name(named))
        or any_of("provenance", "not_origin").match(behind)
    ):
        return False
    beside = any_of("provenance", "date_words").sub("", _BESIDE_ORIGIN.sub("", behind))
    return not (labelled and _SAYS_MORE.search(beside))


def is_labelled_origin(text: str) -> bool:
    """Whether ``text`` names a source by a label only, as the lines under figures and pictures do."""
    labels = patterns_of("provenance", "origin_labels")
    return any(pattern.match(text.lstrip("*_([ ")) for pattern in labels)


def site_of(text: str) -> str | None:
    """Return the name of the site for which an appeal to the reader speaks, or None."""
    for pattern in patterns_of("provenance", "site"):
        for match in pattern.finditer(text):
            name = match["name"].strip(" .,")
            service = set(strings("provenance", "not_sites")) & set(name.lower().split())
            if len(name.split()) >= 2 and not service:  # "Subscribe to Daily Newsletter"
                return name
    return None


def site_at_top(text: str) -> str | None:
    """Return the site that a line at the top of its pages names: "From Wikipedia, the free encyclopedia"."""
    if len(text) > _LONGEST:
        return None
    for pattern in patterns_of("provenance", "site_at_top"):
        if match := pattern.fullmatch(text):
            return match["name"].strip(" .,")
    return None


def owner_of(text: str) -> str | None:
    """Return the outlet that a copyright notice names, None when it names a person or someone unknown."""
    for pattern in patterns_of("provenance", "owner"):
        match = pattern.match(text)
        name = without_legal_form(match["name"].strip(" .,")) if match else ""
        if (
            not match
            or not name
            or is_only_generic(name)
            or name.lower() in strings("provenance", "not_sites")
        ):
            continue
        if is_company(name) and not is_known_outlet(name):
            continue
        joined = _JOINED.search(name) and any_of("provenance", "reserved").match(text[match.end("name") :])
        if joined or (is_surely_outlet(name) and not is_person(name)):
            return name
    return None


def dateline_of(text: str) -> str | None:
    """Return the agency in a dateline such as "SPRINGFIELD, March 4 (Coast Press) -", or None."""
    for pattern in patterns_of("provenance", "dateline"):
        match = pattern.match(text[:200])
        dated = match and re.search(r"\d", match[0])
        if match and (is_outlet(match["name"]) or (dated and can_be_outlet(match["name"]))):
            return match["name"].strip(" .,")
    return None
