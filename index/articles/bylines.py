"""Bylines: the lines of a text that say who wrote it, for whom, and when."""

from __future__ import annotations

import re
from functools import lru_cache

from index.articles.byline_names import NAME, is_nobody, is_outlet, is_person, is_place, person, persons
from index.text.dates import FoundDate, find_date
from index.text.letters import CAPITAL
from index.values import frozen

_IGNORE = re.IGNORECASE
_MOST_WORDS = 22
_BYLINE = re.compile(
    r"(?:(?P<by>(?:report(?:ed|ing)? |written |story |text |words |photos and text )?by"
    r"|por|escrito por|texto(?: de)?:?|una nota de|redacci[oó]n:)\s+"
    r"|(?P<label>author|autora?|escribe|by-?line|firma|written by)s?\s*:\s*)(?P<rest>\S.*)",
    _IGNORE,
)
# "Posted on DATE by NAME" and "Published by NAME on DATE", the date already cut out: whoever posted it.
_POSTED_BY = re.compile(
    r"(?:(?:posted|published|submitted|publicado|escrito|subido)\b[\s,:]*)?(?:(?:on|el)\b[\s,]*)?"
    r"(?:by|por)\s+(?P<rest>\S.*?)(?:[\s,]+(?:on|el|at|a las))?",
    _IGNORE,
)
_NAME_DATE = re.compile(rf"(?P<name>{NAME})\s*(?://|\||·|•)\s*(?P<rest>.*\d.*)")
# The head of a forum's post: "name » date", "name wrote on date", "name said (date)".
_FORUM = re.compile(
    r"(?P<name>\w[\w.\-]*(?: \w[\w.\-]*){0,2})\s*(?:»|(?:wrote|said|posted|escribió)(?: on| el)?:?)\s*\W*"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?|h\b|hrs?\b)?\s*(?:[A-Z]{2,4}\b)?", _IGNORE
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)"
    r"(?:day)?\b[,.]?",
    _IGNORE,
)
_EDITING = re.compile(
    r"\s*;\s*(?:editing|additional reporting|edici[oó]n|edited|photos?|fotos?)\b.*", _IGNORE
)
_SEGMENT = re.compile(
    r"\s*(?://|\||·|•|–|—|\s-\s|\s-$)\s*|\s*,\s*|\s+(?:for|para|in|en|at|from|desde)\s+"
    rf"(?={CAPITAL})"
)
_SEVERAL = re.compile(r"\s(?:and|y|e|&)\s")
# "By A in Springfield and B in Shelbyville"
_PLACE = re.compile(
    rf"\s+(?:in|en|from|desde)\s+{CAPITAL}[\w.]*(?:\s{CAPITAL}[\w.]*)?(?=\s+(?:and|y|e|&)\s|,|$)"
)
_LONGER = re.compile(r"[^\W\d_]{3,}")


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


@lru_cache(maxsize=2048)  # each line is read by several rules
def byline_of(text: str) -> Byline | None:
    """Return what a byline says, or None when ``text`` is none.

    "By NAME[, OUTLET] [- DATE]", "Author: NAME", "NAME // DATE", "Posted on DATE by NAME" and their
    Spanish forms. A name that is no person's after "Author:" is the handle of whoever posted the text.
    """
    text = text.strip("*_ ")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    text = _EDITING.sub("", text)
    if len(text.split()) > _MOST_WORDS:
        return None
    date = find_date(text)
    bare = _bare(text, date)
    if date and _CLOCK.search(text) and (post := _FORUM.fullmatch(bare)):
        return Byline((post["name"],), None, date.iso, None, forum=True)
    match = _BYLINE.fullmatch(bare)
    if match:
        return _read(match["rest"], date.iso if date else None, labelled=bool(match["label"]))
    if match := _POSTED_BY.fullmatch(bare):
        return _read_poster(match["rest"], date.iso if date else None)
    if date and (match := _NAME_DATE.fullmatch(text)):
        name = person(match["name"])
        rest = text[match.end("name") : date.start] + text[date.end :]
        if name and len(_LONGER.findall(rest)) <= 1:
            return Byline((name,), None, date.iso, None)
    return None


def _bare(text: str, date: FoundDate | None) -> str:
    """Return the text without its date, weekday and time of day, and the marks around them."""
    if date:
        text = f"{text[: date.start]} {text[date.end :]}"
        text = _WEEKDAY.sub(" ", _CLOCK.sub(" ", text))
    return " ".join(text.split()).strip(" ,|–—-/·•")


def _read(rest: str, date: str | None, *, labelled: bool) -> Byline | None:
    rest = rest.strip()
    if not re.search(rf"\b(?:Jr|Sr|{CAPITAL})\.$", rest):
        rest = rest.strip(" .")
    whole = persons(rest) or (persons(_PLACE.sub("", rest)) if _SEVERAL.search(rest) else ())
    if whole:
        return Byline(whole, None, date, None)
    segments = [segment.strip(" .,()") for segment in _SEGMENT.split(rest) if segment.strip(" .,()")]
    if not segments:
        return None
    authors = persons(segments[0])
    if not authors:
        if is_nobody(segments[0]) or (labelled and len(segments) == 1):
            known = labelled and len(segments[0].split()) <= 3 and not is_nobody(segments[0])
            return Byline((), None, date, segments[0] if known else None)
        return None
    more = tuple(name for segment in segments[1:] if (name := _other_author(segment)))
    return Byline(
        authors + (more if len(more) == len(segments) - 1 else ()), _outlet_in(segments[1:]), date, None
    )


def _other_author(segment: str) -> str | None:
    return person(segment) if is_person(segment) else None


def _read_poster(rest: str, date: str | None) -> Byline | None:
    """Return who posted a text: a person's name, else the handle of a single word."""
    rest = re.split(r"\s+(?:in|en|under|with|\||·|•)\s+|\s*[|·•/,]\s*", rest.strip(" ."))[0]
    names = persons(rest)
    if names:
        return Byline(names, None, date, None, posted=True)
    if date and len(rest.split()) == 1 and not is_nobody(rest):
        return Byline((), None, date, rest, posted=True)
    return Byline((), None, date, None, posted=True) if is_nobody(rest) else None


def _outlet_in(segments: list[str]) -> str | None:
    """Return the outlet among what follows the author's name; a second person or a place is none."""
    for segment in segments:
        alone = len(segment.split()) == 1 and not is_place(segment)
        if re.fullmatch(NAME, segment) and (is_outlet(segment) or alone):
            return segment
    return None
