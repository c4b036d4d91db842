"""What each unit is by its own words: furniture of the page, byline, credit, heading, text.

Only what a unit says itself is looked at here; what its neighbours make of it is decided in
``roles``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

from index.articles.addresses import address_of
from index.articles.appeals import is_appeal
from index.articles.byline_names import (
    NAME,
    is_menu,
    is_row_of_links,
)
from index.articles.bylines import byline_of
from index.articles.date_lines import SIGNATURE, is_date_line
from index.articles.outlet_words import origin_of, site_at_top
from index.articles.patterns import any_of, patterns_of
from index.articles.reposts import repost_of
from index.articles.units import BULLET, Unit, ends_sentence, is_title_case
from index.text.dates import month_words
from index.text.letters import CAPITAL, CAPITALS, SMALL
from index.words import either, table


class UnitKind(StrEnum):
    """What a unit is by its own words."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    BYLINE = "byline"
    DATE = "date"
    ADDRESS = "address"  # a web address alone on a line
    FACT = "fact"  # a row of an info-box: "Deaths: 33 (4 May 2021)"
    ORIGIN = "origin"
    FIELD = "field"  # "Title: ...", "From: ...": a labelled line at the head
    SIGNATURE = "signature"  # of an embedded post
    CAPTION = "caption"
    SEPARATOR = "separator"
    FORM = "form"  # from here on: comments and forms
    MAIL_QUOTE = "mail quote"  # "On DATE, NAME wrote:", above the lines of an earlier mail
    JUNK = "junk"


_IGNORE = re.IGNORECASE
_SEPARATOR = re.compile(r"(?:[-_=*~#·•—]\s*){3,}")
_RULE = re.compile(r"(?:[-_=]\s*){10,}")
_CREDITED, _PICTURES = either("lines", "credited"), either("lines", "pictures")
_CAPTION_LEAD = re.compile(
    rf"\[?\(?(?:{either('lines', 'captions')})s?\s*(?:{_CREDITED})?\s*[:/–—-]\s*\S", _IGNORE
)
_CAPTION_TAIL = re.compile(
    rf"[.\s(\[](?:{either('lines', 'caption_tails')})s?"
    rf"\s*(?:{_CREDITED}|{either('lines', 'credited_behind')})?\s*"
    rf"(?:[:/]|\s/)\s*(?-i:[{CAPITALS}@©])[^.]{{2,80}}\.?[)\]]?$"
    rf"|(?:/|::)\s*(?:{either('lines', 'picture_agencies')})\b.{{0,20}}$"
    rf"|\[(?:{_PICTURES})[^\]]{{3,120}}\]$|\((?:{_PICTURES})\b[^)]{{3,120}}\)\.?$",
    _IGNORE,
)
_BRACKET_CREDIT = re.compile(rf".{{20,240}}\s\[{CAPITAL}[^\]]{{3,80}}\]")
_FIELDS: Any = table("lines")["fields"]
_KEYS = "|".join(word for words in _FIELDS.values() for word in words)
_FIELD_OF = {word: name for name, words in _FIELDS.items() if name != "other" for word in words}
FIELD = re.compile(rf"(?P<key>{_KEYS})\s*:\s*(?P<value>\S.*)", _IGNORE)
# A day that a program wrote before the first words of a text: "date 2021-05-04 The mayor ...".
FUSED_DATE = re.compile(
    rf"(?:{either('lines', 'day_labels')})\s*:?\s+"
    rf"(?P<date>\d{{4}}-\d{{2}}(?P<day>-\d{{2}})?)(?:T[\d:Z+.-]+)?\s+(?=\S)",
    _IGNORE,
)
_KEY = r"[^\W\d_]+(?: [^\W\d_]+){0,3}"
_FACT = re.compile(rf"{_KEY}\s*:\s+[+~<>≈]?\d[\d.,]*(?:\s*\(.{{1,60}}\))?|[^\W\d_]{{4,15}}~?\d[\d.,]*")
_FACT_ROW = re.compile(rf"{_KEY}\s*:\s+\S.{{0,100}}|{CAPITAL}{SMALL}{{3,14}}(?:~|{CAPITAL}|\d).{{0,80}}")
_PLACE = rf"{CAPITAL}[{CAPITALS}.]{{2,}}(?:,? {CAPITAL}[{CAPITALS}.]+){{0,3}}"
_DATELINE = re.compile(
    rf"{_PLACE}(?:, [\w. ]{{3,20}})?\s*(?:\([^()]{{2,40}}\))?"
    rf"\s*(?:\.-|[-–—]|--)\s*(?=\S)(?![{CAPITALS}]{{2}})"
)
_QUOTED_MAIL = re.compile(either("lines", "quoted_mail"), _IGNORE)
_LONGEST_LABEL = 300  # characters of a byline, credit or date line
_LONGEST_FURNITURE = 2_000  # characters; a longer line is text, whatever it begins with
_LONGEST_HEADING = 25  # words; the longest of 300 headlines looked at had 22
_SHORTEST_SAID = 4  # words
_LONGEST_PLAIN_HEADING = 16  # words, when it is not in title case; cut-off paragraphs are longer


@cache
def line_breaks() -> re.Pattern[str]:
    """Return what makes a line of a wrapped block a unit of its own: place-holders and bylines."""
    furniture = any_of("junk", "whole").pattern
    by, month = either("bylines", "posted_by"), "|".join(month_words())
    byline = (
        rf"(?-i:(?:{by.title()}|{by.upper()})\s+{NAME})(?:\s*[,|–—/-].{{0,80}}|.{{0,30}}\d{{4}}.{{0,30}})?"
    )
    day = rf"(?:\d{{1,2}} (?:{month})|(?:{month}) \d{{1,2}}),? \d{{4}}"
    # in small letters, a sentence may run on
    byline = rf"{byline}|(?-i:(?:{by.lower()})\s+{NAME})(?:\s*[-–—|,]\s*{day}.{{0,30}})?"
    dated = rf"(?:{month}) \d{{1,2}}, \d{{4}}(?-i:(?:[ |·–-]+{NAME})?)(?: \d+ \w+)?"
    return re.compile(rf"(?:{furniture}|{byline}|{dated})$", _IGNORE)


def opens_page(text: str) -> bool:
    """Whether ``text`` is a line with which the pages of a site begin: "From the free encyclopedia"."""
    return len(text) < 150 and bool(any_of("junk", "opening").fullmatch(text) or is_encyclopedias(text))


def closes_page(text: str) -> bool:
    """Whether ``text`` is one of the last lines of a site's pages: "Required fields are marked *"."""
    return len(text) < 200 and bool(any_of("junk", "closing").fullmatch(text))


def is_last_line(text: str) -> bool:
    """Whether ``text`` is one with which saved pages end: "(Editing by Ana Ejemplo)", "Tags: mills"."""
    return len(text) < _LONGEST_LABEL and bool(any_of("pages", "last_lines").fullmatch(text.strip("*_ ")))


def is_encyclopedias(text: str) -> bool:
    """Whether ``text`` is the line with which an encyclopedia's pages begin, beside their titles."""
    return len(text) < 150 and bool(any_of("junk", "encyclopedia").fullmatch(text))


def leads_to_others(text: str) -> bool:
    """Whether ``text`` is the label of a list of other texts: "Related articles", "Most read"."""
    return len(text) < 150 and bool(any_of("junk", "others").fullmatch(text))


def closes_text(text: str) -> bool:
    """Whether ``text`` is a mark that closes a text: "End of document", "###", a long rule."""
    return bool(_RULE.fullmatch(text) or any_of("junk", "close").fullmatch(text))


def inside_junk(text: str) -> int | None:
    """Return where, inside a line, page furniture begins; None when it does not."""
    match = any_of("junk", "inside").search(text)
    return match.start() if match else None


def biography_of(text: str) -> re.Match[str] | None:
    """Return the match of a paragraph that begins by saying what somebody is (group ``name``)."""
    return next(
        (found for each in patterns_of("provenance", "biography") if (found := each.match(text))), None
    )


def is_dateline(text: str) -> bool:
    """Whether a line begins as reports do: "SPRINGFIELD, March 4 (Coast Press) -", "MUESTRA.- El alcalde"."""
    return bool(_DATELINE.match(text)) and not is_caption(text)


def is_caption(text: str) -> bool:
    """Whether a line is the text under a picture, by its credit."""
    return bool(_CAPTION_LEAD.match(text) or _CAPTION_TAIL.search(text) or _BRACKET_CREDIT.fullmatch(text))


def kind_of(unit: Unit) -> UnitKind:
    """Return what the unit is by its own words."""
    text = unit.text
    kind = None
    if _SEPARATOR.fullmatch(text):
        return UnitKind.SEPARATOR
    if len(text) < _LONGEST_LABEL:
        kind = _label_kind(text)
    if kind:
        return kind
    if len(text) < _LONGEST_FURNITURE and (
        any_of("junk", "whole").fullmatch(text)
        or leads_to_others(text)
        or opens_page(text)
        or site_at_top(text)
        or is_menu(text)
        or (len(unit.lines) == 1 and is_row_of_links(unit.lines[0].text))
    ):
        return UnitKind.JUNK
    if is_appeal(text):
        return UnitKind.JUNK
    return _text_kind(unit)


def _is_said(line: str) -> bool:
    """Return whether what stands behind a label is a question or a sentence: "Reporter: Who paid for it?"."""
    words = line.partition(":")[2].rstrip(" *_").split()
    small = sum(word[0].islower() for word in words)
    return bool(words) and (words[-1][-1] == "?" or (words[-1][-1] in ".!…" and small * 2 > len(words)))


def _label_kind(text: str) -> UnitKind | None:
    """Return what a short unit says about the text around it, None when it says nothing: surest first."""
    tests: tuple[tuple[UnitKind, Callable[[str], object]], ...] = (
        (UnitKind.FORM, any_of("junk", "end").fullmatch),
        (UnitKind.SEPARATOR, any_of("junk", "close").fullmatch),
        (UnitKind.MAIL_QUOTE, _QUOTED_MAIL.fullmatch),
        (UnitKind.SIGNATURE, SIGNATURE.fullmatch),
        (UnitKind.ORIGIN, origin_of),
        (UnitKind.ORIGIN, repost_of),
        (UnitKind.BYLINE, lambda line: not _is_said(line) and byline_of(line)),
        (UnitKind.FIELD, FIELD.fullmatch),
        (UnitKind.DATE, is_date_line),
        (UnitKind.FACT, _FACT.fullmatch),
        (UnitKind.ADDRESS, address_of),
    )
    return next((kind for kind, says in tests if says(text)), None)


def _text_kind(unit: Unit) -> UnitKind:
    text = unit.text
    words = unit.words
    if words <= 80 and is_caption(text):
        return UnitKind.CAPTION
    if BULLET.match(text):
        return UnitKind.BULLET
    if is_heading(text):
        return UnitKind.HEADING
    return UnitKind.TEXT


def is_heading(text: str) -> bool:
    """Whether ``text`` can be a heading: short, begun with a capital, not ended like a sentence."""
    words = len(text.split())
    if words > _LONGEST_HEADING or not re.search(r"[^\W\d_]", text):
        return False
    first = text.lstrip("\"“‘'«¿¡#([*_ ")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if text.rstrip("*_ ").endswith((".", ":", ";", ",", "…")) and not re.search(rf"\b{CAPITAL}\.$", text):
        return False
    said = text[:1] in '"“«' and text[-1:] in '"”»'  # “We will look at it.”: somebody goes on speaking
    if text.rstrip("\"”’»')]*_ ").endswith((".", "!")) and words > (_SHORTEST_SAID if said else 8):
        return False
    return words <= _LONGEST_PLAIN_HEADING or is_title_case(text)


def field_of(key: str) -> str | None:
    """Return what a labelled line tells by its label, "title" for "Headline", or None."""
    return _FIELD_OF.get(key.lower())


def is_fact_row(text: str) -> bool:
    """Whether a line can be a row of an info-box: a key of a few words, and its value."""
    return bool(_FACT_ROW.fullmatch(text)) and not FIELD.fullmatch(text) and not byline_of(text)


def ends_text(text: str) -> bool:
    """Whether a unit ends as finished text does: with a sentence's end or a colon."""
    return ends_sentence(text) or text.rstrip().endswith(":")


def is_cut_off(text: str) -> bool:
    """Whether a unit ends in an ellipsis, with whatever marks around it."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return "..." in text[end:] or "…" in text[end:]
