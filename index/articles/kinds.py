"""What each unit is by its own words: furniture of the page, byline, credit, heading, text.

Only what a unit says itself is looked at here; what its neighbours make of it is decided in
``roles``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from index.articles.names import NAME, is_nobody, is_outlet, is_place, person, persons
from index.articles.units import BULLET, Unit, ends_sentence, is_title_case
from index.dates import find_date
from index.words import table


class UnitKind(StrEnum):
    """What a unit is by its own words."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    BYLINE = "byline"
    DATE = "date"
    ORIGIN = "origin"
    FIELD = "field"  # "Title: ...", "From: ...": a labelled line at the head
    SIGNATURE = "signature"  # of an embedded post
    CAPTION = "caption"
    SEPARATOR = "separator"
    FORM = "form"  # from here on: comments and forms
    JUNK = "junk"


_IGNORE = re.IGNORECASE
_SEPARATOR = re.compile(r"(?:[-_=*~#·•—]\s*){3,}")
SIGNATURE = re.compile(rf"[—–-]{{1,2}}\s*(?P<name>[^()@]{{2,60}}?)\s*\((?P<handle>@\w{{1,30}})\)(?P<rest>.*)")
_CAPTION_LEAD = re.compile(r"\[?\(?(?:photo|foto|image|imagen|picture|caption|pie de foto|credit|cr[eé]dito|video)s?\s*(?:by|de|por)?\s*[:/–—-]\s*\S", _IGNORE)
_CAPTION_TAIL = re.compile(
    r"[.\s(\[](?:photo|foto|image|imagen|picture|photograph|fotograf[ií]a)s?\s*(?:by|de|por|credit)?\s*(?:[:/]|\s/)\s*(?-i:[A-ZÁÉÍÓÚÑ@©])[^.]{2,80}\.?[)\]]?$"
    r"|\[(?:photo|foto|image|imagen)[^\]]{3,120}\]$|\((?:photo|foto|image|imagen)\b[^)]{3,120}\)\.?$",
    _IGNORE,
)
_BRACKET_CREDIT = re.compile(r".{20,240}\s\[[A-ZÁÉÍÓÚÑ][^\]]{3,80}\]")
_BYLINE = re.compile(
    r"(?:(?P<by>by|por|written by|story by|text by|words by|escrito por|texto(?: de)?:?|una nota de|report(?:ing)? by)\s+"
    r"|(?P<label>author|autora?|escribe)s?\s*:\s*)(?P<rest>\S.*)",
    _IGNORE,
)
FIELD = re.compile(
    r"(?P<key>title|headline|subject|asunto|t[ií]tulo|titular|from|de|outlet|medio|publication|publisher|publicaci[oó]n"
    r"|source|fuente|date|fecha|published|posted|publicado|url|link|enlace|web)\s*:\s*(?P<value>\S.*)",
    _IGNORE,
)
_NAME_DATE = re.compile(rf"(?P<name>{NAME})\s*(?://|\||·|•)\s*(?P<rest>.*\d.*)")
_POSTED = re.compile(r"(?:posted|published|publicado|updated|actualizado|last (?:updated|modified))\b.{0,80}", _IGNORE)
_LONGEST_HEADING = 25  # words; the longest of 300 headlines looked at had 22
_LONGEST_PLAIN_HEADING = 16  # words, when it is not in title case; cut-off paragraphs are longer


@cache
def _patterns(file: str, name: str) -> tuple[re.Pattern[str], ...]:
    values = table(file)[name]
    assert isinstance(values, list)
    return tuple(re.compile(str(value).replace("NAME", f"(?P<name>(?-i:{NAME}))"), _IGNORE) for value in values)


@cache
def line_breaks() -> re.Pattern[str]:
    """Return what makes a line of a wrapped block a unit of its own: place-holders and bylines."""
    junk = table("junk")["whole"]
    assert isinstance(junk, list)
    furniture = "|".join(f"(?:{value})" for value in junk)
    byline = rf"(?-i:(?:By|BY|Por|POR)\s+{NAME})(?:\s*[,|–—/-].{{0,80}})?"
    return re.compile(rf"(?:{furniture}|{byline})$", _IGNORE)


def inside_junk(text: str) -> int | None:
    """Return where, inside a line, page furniture begins; None when it does not."""
    found = [match.start() for pattern in _patterns("junk", "inside") if (match := pattern.search(text))]
    return min(found, default=None)


def appeal_marks(text: str) -> int:
    """Return how many different kinds of appeal to the reader ``text`` makes."""
    return sum(1 for pattern in _patterns("junk", "appeal") if pattern.search(text))


def origin_of(text: str) -> re.Match[str] | None:
    """Return the match of a line that names where the text was first published (group ``name``)."""
    if len(text) > 300:
        return None
    for pattern in _patterns("provenance", "origin"):
        match = pattern.match(text.lstrip("*_([ "))
        if match:
            return match
    return None


def site_of(text: str) -> str | None:
    """Return the name of the site that an appeal or notice says it is from, or None."""
    for pattern in _patterns("provenance", "site"):
        for match in pattern.finditer(text):
            name = match["name"].strip(" .,")
            if len(name.split()) >= 2:
                return name
    return None


def kind_of(unit: Unit) -> UnitKind:  # noqa: PLR0911 (a list of tests, most certain first)
    """Return what the unit is by its own words."""
    text = unit.text
    if _SEPARATOR.fullmatch(text):
        return UnitKind.SEPARATOR
    if len(text) < 300:
        if any(pattern.fullmatch(text) for pattern in _patterns("junk", "end")):
            return UnitKind.FORM
        if SIGNATURE.fullmatch(text):
            return UnitKind.SIGNATURE
        if origin_of(text):
            return UnitKind.ORIGIN
        if byline_of(text):
            return UnitKind.BYLINE
        if FIELD.fullmatch(text):
            return UnitKind.FIELD
        if _is_date_line(text):
            return UnitKind.DATE
    if any(pattern.fullmatch(text) for pattern in _patterns("junk", "whole")):
        return UnitKind.JUNK
    marks = appeal_marks(text)
    if marks >= 2 or (marks and len(text.split()) <= 15 and not is_title_case(text)):
        return UnitKind.JUNK
    return _text_kind(unit)


def _text_kind(unit: Unit) -> UnitKind:
    text = unit.text
    words = len(text.split())
    if words <= 80 and (_CAPTION_LEAD.match(text) or _CAPTION_TAIL.search(text) or _BRACKET_CREDIT.fullmatch(text)):
        return UnitKind.CAPTION
    if BULLET.match(text):
        return UnitKind.BULLET
    if is_heading(text):
        return UnitKind.HEADING
    return UnitKind.TEXT


def is_heading(text: str) -> bool:
    """Whether ``text`` can be a title or a heading: short, begun with a capital, not ended like a sentence."""
    words = len(text.split())
    if words > _LONGEST_HEADING or not re.search(r"[^\W\d_]", text):
        return False
    first = text.lstrip("\"“‘'«¿¡#([*_ ")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if text.rstrip("*_ ").endswith((".", ":", ";", ",", "…")) and not re.search(r"\b[A-Z]\.$", text):
        return False
    if text.rstrip("\"”’»')]*_ ").endswith((".", "!")) and words > 8:
        return False
    return words <= _LONGEST_PLAIN_HEADING or is_title_case(text)


def _is_date_line(text: str) -> bool:
    """Whether the line says little more than a date."""
    date = find_date(text)
    if date is None:
        return False
    rest = text[: date.start] + text[date.end :]
    return len(re.findall(r"[^\W\d_]{3,}", rest)) <= 2 or bool(_POSTED.fullmatch(text) and len(text.split()) <= 12)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says; ``handle`` is the name under which a site's member posted the text."""

    authors: tuple[str, ...]
    outlet: str | None
    date: str | None  # YYYY-MM-DD
    handle: str | None


def byline_of(text: str) -> Byline | None:
    """Return what a byline says, or None when ``text`` is none.

    "By NAME[, OUTLET] [- DATE]", "Author: NAME", "NAME // DATE" and their Spanish forms. A name that is
    no person's after "Author:" is the handle of whoever posted the text.
    """
    text = text.strip("*_ ")
    if len(text.split()) > 22:
        return None
    date = find_date(text)
    bare = (text[: date.start] + " " + text[date.end :]).strip() if date else text
    match = _BYLINE.fullmatch(bare.strip(" ,|–—-/"))
    if match:
        return _read_byline(match["rest"], date.iso if date else None, labelled=bool(match["label"]))
    if date and (match := _NAME_DATE.fullmatch(text)):
        name = person(match["name"])
        rest = text[match.end("name") : date.start] + text[date.end :]
        if name and len(re.findall(r"[^\W\d_]{3,}", rest)) <= 1:
            return Byline((name,), None, date.iso, None)
    return None


_SEGMENT = re.compile(r"\s*(?://|\||·|•|–|—|\s-\s|\s-$)\s*|\s*,\s*|\s+(?:for|para|in|en|at|from)\s+(?=[A-Z])")


def _read_byline(rest: str, date: str | None, *, labelled: bool) -> Byline | None:
    rest = rest.strip(" .") if not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", rest.strip()) else rest.strip()
    whole = persons(rest)
    if whole:
        return Byline(whole, None, date, None)
    segments = [segment.strip(" .,()") for segment in _SEGMENT.split(rest) if segment.strip(" .,()")]
    if not segments:
        return None
    authors = persons(segments[0])
    if not authors:
        if is_nobody(segments[0]) or (labelled and len(segments) == 1):
            handle = segments[0] if labelled and len(segments[0].split()) <= 3 and not is_nobody(segments[0]) else None
            return Byline((), None, date, handle)
        return None
    return Byline(authors, _outlet_in(segments[1:]), date, None)


def _outlet_in(segments: list[str]) -> str | None:
    """Return the outlet among what follows the author's name; a second person or a place is none."""
    for segment in segments:
        alone = len(segment.split()) == 1 and not is_place(segment)
        if re.fullmatch(NAME, segment) and (is_outlet(segment) or alone):
            return segment
    return None


def ends_text(text: str) -> bool:
    """Whether a unit ends as finished text does: with a sentence's end or a colon."""
    return ends_sentence(text) or text.rstrip().endswith(":")
