"""Title, authors, outlet and dates of an article, as far as its own document states them.

What is not sure stays unknown: a wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.articles.byline_names import person, persons
from index.articles.bylines import Byline, byline_of
from index.articles.line_kinds import FIELD, UnitKind, dateline_of, origin_of, owner_of, site_of
from index.articles.roles import Piece
from index.model import Source
from index.text.dates import find_date
from index.text.language_of import language_of, main_language
from index.values import frozen, replace

_TAG = re.compile(r"(?:\[(?P<tag>[^\]\[]{1,30})\]|(?:fwd?|re|rv)\s*:)\s*", re.IGNORECASE)
# As programs write it: weekday, date and time, alone on the line.
_MAIL_DATE = re.compile(r"(?:(?:Date|Sent|Fecha|Enviado)\s*:\s*)?[A-Z][a-zéá]{2},?\s.*\d{1,2}:\d{2}")
_BY_AFTER = re.compile(r"\s(?:by|por)\s+(?P<names>\S.*)", re.IGNORECASE)
_REPOST_VERB = re.compile(
    r"originally|first|republished|reposted|reprinted|cross-?posted|taken|courtesy|source|via|originalmente"
    r"|primera vez|primero|tomado|extra[ií]do|reproducido|fuente",
    re.IGNORECASE,
)
_HASHES = re.compile(r"#{1,6}\s+")
_URL = re.compile(r"https?://\S+")


@frozen
class PageFacts:
    """What a document says about itself as a whole: who posted it, and when."""

    reposted_by: str | None = None
    reposted: str | None = None
    owner: str | None = None  # the outlet whose page it is, where the page holds one text


def page_facts(pieces: Sequence[Piece]) -> PageFacts:
    """Return the poster and the posting date of a page or a mail.

    The poster is the handle of an "Author:" line, a name that appeals speak for, or a
    mailing list's tag; the date is a mail's, which is never the text's own.
    """
    handles = [line.handle for piece in pieces if (line := _byline(piece)) and line.handle]
    sites = Counter(name for piece in pieces if piece.kind is UnitKind.JUNK and (name := site_of(piece.text)))
    tag = next(
        (match["tag"] for piece in pieces[:3] if (match := _TAG.match(piece.text)) and match["tag"]), None
    )
    mail_date = next(
        (
            date.iso
            for piece in pieces[:8]
            if piece.kind in {UnitKind.DATE, UnitKind.FIELD}
            and _MAIL_DATE.match(piece.text)
            and (date := find_date(piece.text))
        ),
        None,
    )
    owners = {name for piece in pieces if piece.kind is UnitKind.JUNK and (name := owner_of(piece.text))}
    owner = owners.pop() if len(owners) == 1 else None
    poster = handles[0] if handles else None
    if poster is None and sites:
        poster = sites.most_common(1)[0][0]
    if poster is None and tag and mail_date:
        poster = f"e-mail list [{tag}]"
    return PageFacts(poster, mail_date, owner)


def read_source(pieces: Sequence[Piece], page: PageFacts, *, own_title: bool, first: bool) -> Source:
    """Return the source that an article's pieces state.

    ``own_title`` is false where the heading above belongs to the page and not to this text;
    ``first`` tells the first article of its document.
    """
    head = _head(pieces)
    has_text = any(piece.is_text for piece in pieces)
    title_piece = _title(head, first=first, has_text=has_text) if own_title else None
    fields = {key: value for piece in head if (pair := _field(piece)) for key, value in [pair]}
    origin = _origin(pieces)
    byline = _best_byline(pieces, reposted=bool(origin and origin.repost))
    title = _clean_title(fields.get("title") or (title_piece.text if title_piece else None))
    outlet = (
        (origin.outlet if origin else None)
        or (byline.outlet if byline else None)
        or fields.get("outlet")
        or _agency(pieces)
        or next(
            (name for piece in head if piece.kind is UnitKind.JUNK and (name := owner_of(piece.text))), None
        )
        or page.owner
    )
    authors = (byline.authors if byline else ()) or (origin.authors if origin else ())
    date = (byline.date if byline else None) or fields.get("date") or _date_line(head, page)
    reposted_there = bool(
        origin
        and origin.repost
        and not (byline and byline.outlet == origin.outlet)
        and "title" not in fields
        and "date" not in fields  # a block of labelled lines describes the text itself
    )
    published = origin.date if origin and origin.date else None if reposted_there else date
    source = Source(
        title=title,
        authors=authors,
        outlet=outlet,
        published=published,
        url=fields.get("url"),
        language=main_language(
            language_of(piece.text) for piece in pieces if piece.is_text and piece.words >= 8
        )
        or language_of(" ".join(piece.text for piece in pieces)),
        reposted_by=page.reposted_by,
        reposted=page.reposted or (date if reposted_there and date != published else None),
    )
    if page.reposted_by and not byline and published and not origin:
        return replace(source, published=None, reposted=source.reposted or published)
    return source


def _best_byline(pieces: Sequence[Piece], *, reposted: bool) -> Byline | None:
    """Return the first byline that names or dates.

    One of who posted the text counts only where nobody else signs it. Who
    posted a text that was first published elsewhere, as the page says, did not write it.
    """
    found = [line for piece in pieces if (line := _byline(piece)) and (line.authors or line.date)]
    written = [line for line in found if not line.posted]
    if written:
        return written[0]
    if not found or not reposted:
        return found[0] if found else None
    return replace(found[0], authors=())


def _agency(pieces: Sequence[Piece]) -> str | None:
    """Return the agency that the dateline of the first paragraph names."""
    first = next((piece for piece in pieces if piece.is_text and piece.words >= 8), None)
    return dateline_of(first.text) if first else None


def _head(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces above the first paragraph of running text, that one left out."""
    head: list[Piece] = []
    for piece in pieces:
        if piece.is_text and piece.words >= 20 and not piece.post:
            break
        head.append(piece)
    return head


def _title(head: Sequence[Piece], *, first: bool, has_text: bool) -> Piece | None:
    """Return the heading that is the title: one said twice, else the first of the longest.

    One of fewer than three words is a label of the page, unless the document begins with it or
    it stands alone over a byline. In a text of short lines only the first, set apart, is a title.
    """
    headings = [piece for piece in head if piece.kind is UnitKind.HEADING]
    if not headings:
        return None
    if not has_text:
        below = head[1] if len(head) > 1 else None
        apart = below is not None and (
            below.unit.block != head[0].unit.block or below.kind in {UnitKind.DATE, UnitKind.BYLINE}
        )
        return headings[0] if first and apart and headings[0] is head[0] else None
    said = Counter(_TAG.sub("", piece.text) for piece in headings)
    twice = [piece for piece in headings if said[_TAG.sub("", piece.text)] > 1]
    if twice:
        return twice[0]
    long_enough = [piece for piece in headings if piece.words >= 3]
    if long_enough:
        return max(long_enough, key=lambda piece: min(piece.words, 6))  # the first of them
    signed = len(headings) == 1 and any(piece.kind is UnitKind.BYLINE for piece in head)
    return headings[0] if signed or (first and headings[0] is head[0]) else None


def _clean_title(title: str | None) -> str | None:
    if not title:
        return None
    while match := _TAG.match(title):
        title = title[match.end() :]
    return _HASHES.sub("", title).strip(" *_")


def _byline(piece: Piece) -> Byline | None:
    return byline_of(piece.text) if piece.kind is UnitKind.BYLINE else None


_FIELD_NAMES = {
    "title": "title headline subject asunto titulo título titular",
    "outlet": "outlet medio publication publisher publicacion publicación source fuente",
    "date": "date fecha published publicado",
    "url": "url link enlace web",
}
_FIELD_OF = {word: name for name, words in _FIELD_NAMES.items() for word in words.split()}


def _field(piece: Piece) -> tuple[str, str] | None:
    """Return the key and value of a labelled line such as "Title: ...", or None."""
    match = FIELD.fullmatch(piece.text) if piece.kind is UnitKind.FIELD else None
    key = _FIELD_OF.get(match["key"].lower()) if match else None
    if not match or key is None:
        return None
    value = match["value"].strip()
    if key == "date":
        date = find_date(value)
        return (key, date.iso) if date and not _MAIL_DATE.match(value) else None
    if key == "url":
        url = _URL.search(value)
        return (key, url[0]) if url else None
    return key, value


def _date_line(head: Sequence[Piece], page: PageFacts) -> str | None:
    for piece in head:
        if piece.kind is UnitKind.DATE and (date := find_date(piece.text)) and date.iso != page.reposted:
            return date.iso
    return None


@frozen
class _Origin:
    outlet: str
    authors: tuple[str, ...]
    date: str | None
    repost: bool


def _origin(pieces: Sequence[Piece]) -> _Origin | None:
    """Return the credit that names the outlet which first published the text."""
    for piece in pieces:
        match = origin_of(piece.text) if piece.kind is UnitKind.ORIGIN else None
        if match is None:
            continue
        after = match.string[match.start("name") :]
        by = _BY_AFTER.search(after)
        authors: tuple[str, ...] = ()
        if by:
            name = person(by["names"].rstrip(" ."))
            authors = (name,) if name else persons(by["names"].rstrip(" ."))
        date = find_date(match.string)
        outlet = _BY_AFTER.split(match["name"])[0].strip(" .,")
        return _Origin(
            outlet,
            authors,
            date.iso if date else None,
            bool(_REPOST_VERB.search(match.string[: match.start("name")])),
        )
    return None
