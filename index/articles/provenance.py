"""Title, authors, outlet and dates of an article, as far as its own document states them.

What is not sure stays unknown: a wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from index.articles.address_facts import by_address
from index.articles.addresses import Address, gathers, outlet_at
from index.articles.byline_names import is_agency, is_listed_outlet, is_of_words, is_town
from index.articles.bylines import Byline
from index.articles.credits import Origin, origin_in
from index.articles.date_lines import labelled_day, leading_day, names_beside_day
from index.articles.heads import TAG, above_text, read_head, reading_of, region_of
from index.articles.line_kinds import (
    FIELD,
    UnitKind,
    field_of,
)
from index.articles.mastheads import masthead_of
from index.articles.outlet_lines import (
    Site,
    named_with_host,
    outlet_alone,
    outlet_in_note,
    outlet_line,
    title_and_outlet,
)
from index.articles.outlet_words import dateline_of, owner_of, site_at_top, site_of
from index.articles.pieces import Piece
from index.articles.reposts import repost_in
from index.articles.signed import (
    best_byline,
    biography,
    byline_in,
    closing_day,
    closing_line,
    day_below,
    holds_letters,
    letter_writer,
    opening_name,
    run_in_name,
)
from index.articles.site_signs import signed_site
from index.articles.talks import headline_of_talk
from index.articles.title_words import head_from, head_near_text, is_crowded
from index.articles.titles import author_in_title, title_of
from index.articles.weighed import weighed_authors, weighed_day
from index.model import Source
from index.text.dates import find_date, month_number
from index.text.language_of import main_language, told_language
from index.text.terms import fold
from index.values import frozen, replace
from index.words import either, strings, table

_LONG_NAME = 3  # blanks in it: no author has more words that all begin a title
# As programs write it: weekday, date and time, alone on the line.
_MAIL_DATE = re.compile(
    rf"(?:(?i:{either('mails', 'date')})\s*:\s*)?(?P<word>[A-Z][a-zéá]{{2}}),?\s.*\d{{1,2}}:\d{{2}}"
)
_HASHES = re.compile(r"#{1,6}\s+")
_URL = re.compile(r"https?://\S+")
_SENTENCE = 8  # words
_SHORT = 20  # words of a line of a page's furniture


@frozen
class PageFacts:
    """What a document says about itself as a whole: who posted it, and when."""

    reposted_by: str | None = None
    reposted: str | None = None
    owner: str | None = None  # the outlet whose page it is, where the page holds one text
    address: Address | None = None
    dated: bool = True  # whether the day in the address is that of its text
    header: str | None = None  # the line with which pages of the site begin
    site: str | None = None  # what its furniture speaks for


def page_facts(
    pieces: Sequence[Piece],
    address: Address | None = None,
    *,
    alone: bool = True,
    header: str | None = None,
) -> PageFacts:
    """Return the poster and the posting date of a page or a mail, its address, and whose it is.

    The poster is the handle of an "Author:" line, a name that appeals speak for, or a
    mailing list's tag; the date is a mail's, which is never the text's own. ``alone`` tells that the page
    holds one text: only then are its owner and the day in its address that text's.
    """
    handles = [line.handle for piece in pieces if (line := byline_in(piece)) and line.handle]
    sites = Counter(
        name
        for piece in pieces
        if piece.kind is UnitKind.JUNK
        and (name := site_of(piece.text))
        and not (is_of_words(name) or (address and _is_at(address, name)))
    )
    tag = next(
        (match["tag"] for piece in pieces[:3] if (match := TAG.match(piece.text)) and match["tag"]), None
    )
    mail_date = next(
        (
            date.iso
            for piece in pieces[:8]
            if piece.kind in {UnitKind.DATE, UnitKind.FIELD}
            and _is_mails_date(piece.text)
            and (date := find_date(piece.text))
        ),
        None,
    )
    owners = {name for piece in pieces if piece.kind is UnitKind.JUNK and (name := owner_of(piece.text))}
    poster = handles[0] if handles else None
    if poster is None and sites:
        poster = sites.most_common(1)[0][0]
    if poster is None and tag and mail_date:
        poster = f"{either('lines', 'mailing_list')} [{tag}]"
    owner = owners.pop() if alone and len(owners) == 1 else None
    return PageFacts(poster, mail_date, owner, address, dated=alone, header=header, site=signed_site(pieces))


def read_source(pieces: Sequence[Piece], page: PageFacts, *, own_title: bool, first: bool) -> Source:
    """Return the source that an article's pieces state.

    ``own_title`` is false where the heading above belongs to the page and not to this text;
    ``first`` tells the first article of its page.
    """
    repost = repost_in(piece.text for piece in pieces)
    page = replace(page, reposted_by=repost.by, reposted=repost.day or page.reposted) if repost else page
    address = page.address
    language = main_language(
        told_language(piece.text) for piece in pieces if piece.is_text and piece.words >= 8
    ) or told_language(" ".join(piece.text for piece in pieces))
    site = Site(address, page.header)
    at = _title_at(pieces, address, first=first) if own_title else None
    below = pieces if at is None else pieces[head_from(pieces, at) :]
    head = read_head(
        below[head_near_text(pieces) :] if at is None else below,
        title=None if at is None else pieces[at],
        not_the_day=page.reposted,
        address=address,
        language=language,
    )
    for piece in head.names:
        piece.kind = UnitKind.BYLINE
    above = [*pieces[: len(pieces) - len(below)], *above_text(below)]
    fields = {key: value for piece in above if (pair := _field(piece)) for key, value in [pair]}
    origin = _own(origin_in(pieces), address)
    byline = (
        best_byline(below, reposted=bool(origin and (origin.repost or origin.bare)), placed=head.byline)
        or head.byline
    )
    if byline and not byline.authors and head.byline:
        byline = replace(head.byline, date=byline.date or head.byline.date)
    if byline and byline.authors and holds_letters(pieces):
        byline = replace(byline, authors=())
    closing = None if byline and byline.authors else _signer(pieces)
    if closing and byline:
        outlet, day = byline.outlet or closing.outlet, byline.date or closing.date
        byline = replace(byline, authors=closing.authors, outlet=outlet, date=day)
    byline = byline or closing
    title = _clean_title(fields.get("title") or (head.title.text if head.title else None))
    if not (byline and byline.authors) and (signed := _signed_title(title, above)):
        title, signer = signed
        byline = replace(byline, authors=(signer,)) if byline else Byline((signer,), None, None, None)
    title, named = title_and_outlet(title, site, [piece for piece in pieces if piece.is_text])
    agency = _signing_agency(pieces, byline, below)
    hosted = named_with_host(above, address)
    outlet = hosted or _outlet(pieces, above, origin, byline, fields, page, head.title) or named
    outlet = outlet or outlet_in_note(pieces, byline.authors if byline else ())
    stated = (byline.date if byline else None) or fields.get("date") or head.date
    date = (
        stated
        or (day_below(below, byline) if byline else None)
        or _dateline_day(pieces, language)
        or closing_day(pieces)
    )
    if own_title and not (date or head.month):
        date = weighed_day(pieces, at, reading_of(address, language).date_in, not_the_day=page.reposted)
    reposted_there = bool(
        origin
        and origin.repost
        and not (byline and byline.outlet == origin.outlet)
        and "title" not in fields
        and "date" not in fields  # a block of labelled lines describes the text itself
    )
    published = origin.date if origin and origin.date else None if reposted_there else date
    published = None if repost and published == repost.day else published
    authors = (byline.authors if byline else ()) or (origin.authors if origin else ())
    authors = authors or _weighed(pieces, at, byline, agency)
    authors = tuple(name for name in authors if not _heads(title, name, pieces))
    told = bool(hosted or origin or fields.get("outlet") or named)
    outlet = _outlet_or_host(outlet or agency, site, pieces, authors, stated=told)
    if agency and outlet and not authors and fold(agency) not in fold(outlet):
        authors = (agency,)  # its text, on another's page
    source = Source(
        title=title,
        authors=authors,
        outlet=outlet,
        published=published,
        month=None if published else head.month,
        url=fields.get("url") or (address.url if address else None),
        language=language,
        reposted_by=page.reposted_by,
        reposted=page.reposted or (date if reposted_there and date != published else None),
    )
    if page.reposted_by and not byline and published and not origin:
        source = replace(source, published=None, reposted=source.reposted or published)
    if page.address is None or not page.dated:
        return source
    return by_address(source, page.address, reposted_there, titled=own_title)


def _own(origin: Origin | None, address: Address | None) -> Origin | None:
    """Return a credit without a repost where it names the site on which it stands: "Source: X" at X."""
    if origin is None or address is None or not _is_at(address, origin.outlet):
        return origin
    return replace(origin, repost=False)


def _is_at(address: Address, name: str) -> bool:
    """Whether a name is that of the site at an address, or begins with it: "Coast Courier Today"."""
    here, there = (re.sub(r"\W", "", fold(each)) for each in (outlet_at(address.host), name))
    return here.startswith(there) or there.startswith(here)


def _signed_title(title: str | None, above: Sequence[Piece]) -> tuple[str, str] | None:
    """Return the title and the name behind it in its line or another of the head: "TITLE, by NAME"."""
    own = author_in_title(title)
    others = (author_in_title(piece.text) for piece in above if piece.kind is UnitKind.HEADING)
    return own or next((each for each in others if each and each[0] == title), None)


def _signer(pieces: Sequence[Piece]) -> Byline | None:
    """Return who signs a text below it, or is told to have written it."""
    if holds_letters(pieces):
        return None
    presented = letter_writer(pieces) or opening_name(pieces) or biography(pieces)
    closing = None if presented else closing_line(pieces)
    name = presented or (None if closing else run_in_name(pieces))
    return Byline((name,), None, None, None) if name else closing


def _outlet(
    pieces: Sequence[Piece],
    above: Sequence[Piece],
    origin: Origin | None,
    byline: Byline | None,
    fields: Mapping[str, str],
    page: PageFacts,
    title: Piece | None,
) -> str | None:
    """Return the outlet that the text itself names, the surest place first."""
    texts = [piece for piece in pieces if piece.is_text and piece.words >= _SENTENCE]
    masthead = masthead_of(pieces, title)
    signed = byline.outlet if byline and (byline.authors or not masthead) else None
    return (
        (origin.outlet if origin else None)
        or (signed if signed and not is_agency(signed) else None)
        or fields.get("outlet")
        or masthead
        or _dateline_outlet(pieces)
        or next((name for piece in above if (name := site_at_top(piece.text))), None)
        or _said_again(outlet_line(above, title, texts, Site(page.address, page.header)), pieces, above)
        or next(
            (name for piece in above if piece.kind is UnitKind.JUNK and (name := owner_of(piece.text))), None
        )
        or page.owner
        or outlet_alone(region_of(pieces), pieces)
        or page.site
    )


def _said_again(name: str | None, pieces: Sequence[Piece], above: Sequence[Piece]) -> str | None:
    """Return a name from a head with menus only if another short line of the page says it, too.

    Menus lead to other papers and to the sections of one; the page's own name stands at its end once more. A
    listed name may head the page alone.
    """
    if name is None or not is_crowded(above) or (is_listed_outlet(name) and name in above[0].text):
        return name
    short = [piece.text for piece in pieces if piece.words <= _SHORT]
    return name if sum(fold(name) in fold(text) for text in short) > 1 else None


def _outlet_or_host(
    outlet: str | None, site: Site, pieces: Sequence[Piece], authors: Sequence[str], *, stated: bool
) -> str | None:
    """Return the outlet of a page: at an address the host's, unless the page states where the text stood."""
    address = site.address
    if address is None:
        return outlet
    if outlet and (stated or site.is_named(outlet) or gathers(address)):
        return outlet
    return _outlet_at(address, pieces, authors)


def _outlet_at(address: Address, pieces: Sequence[Piece], authors: Sequence[str]) -> str:
    """Return the outlet at an address; a site that is called like its author goes by its host."""
    text = "\n".join(piece.text for piece in pieces if piece.kind is not UnitKind.ADDRESS)
    name = outlet_at(address.host, text)
    return address.host if name in authors else name


def _title_at(pieces: Sequence[Piece], address: Address | None, *, first: bool) -> int | None:
    """Return where the title of a text stands: over a talk the line that says who is asked."""
    asked = headline_of_talk(pieces)
    return asked if asked is not None else title_of(pieces, address if first else None, first=first)


def _heads(title: str | None, name: str, pieces: Sequence[Piece]) -> bool:
    """Whether a name is how the title begins: "Ana Brown Closed Harbour Unlawfully, Court Finds".

    A shorter one may be the author's, unless the title says who is asked in a talk.
    """
    begins = bool(title) and fold(title or "").startswith(fold(name))
    return begins and (name.count(" ") >= _LONG_NAME or headline_of_talk(pieces) is not None)


def _weighed(
    pieces: Sequence[Piece], title: int | None, byline: Byline | None, agency: str | None
) -> tuple[str, ...]:
    """Return whom a head names where no rule is sure: no newsroom or agency signs it, it holds no letters."""
    staff = byline is not None and (byline.handle is not None or byline.posted or byline.outlet is not None)
    return () if staff or agency or holds_letters(pieces) else weighed_authors(pieces, title)


def _signing_agency(pieces: Sequence[Piece], byline: Byline | None, below: Sequence[Piece]) -> str | None:
    """Return the agency that stands where who wrote does, or in the dateline: its texts are on many pages."""
    names = (byline.outlet if byline else None, *map(_beside_day, region_of(below)), _dateline_name(pieces))
    return next((name for name in names if name and is_agency(name)), None)


def _beside_day(piece: Piece) -> str | None:
    """Return the agency that stands in one line with the day, and but towns nothing else: "EFE, 4 May"."""
    parts = names_beside_day(piece.text) if piece.kind is UnitKind.DATE else []
    agencies = [part for part in parts if is_agency(part)]
    return agencies[0] if agencies and all(is_agency(part) or is_town(part) for part in parts) else None


def _dateline_outlet(pieces: Sequence[Piece]) -> str | None:
    name = _dateline_name(pieces)
    return None if name and is_agency(name) else name


def _dateline_name(pieces: Sequence[Piece]) -> str | None:
    """Return the agency or outlet that the dateline of the first paragraph names, or one alone above it."""
    first = next((n for n, piece in enumerate(pieces) if piece.is_text and piece.words >= _SENTENCE), 0)
    return next((name for piece in pieces[: first + 2] if (name := dateline_of(piece.text))), None)


def _dateline_day(pieces: Sequence[Piece], language: str | None) -> str | None:
    """Return the day with which the first paragraph begins, or the head that has run into it."""
    day_first = language in strings("provenance", "day_first")
    first = next((piece for piece in pieces if piece.is_text and piece.words >= _SENTENCE), None)
    if first is None:
        return None
    return leading_day(first.text, day_first=day_first) or labelled_day(first.text, day_first=day_first)


def _is_mails_date(text: str) -> bool:
    """Whether a line is the date of a mail: it begins with a weekday's three letters, not with a month's."""
    match = _MAIL_DATE.match(text)
    return match is not None and month_number(match["word"]) is None


def _clean_title(title: str | None) -> str | None:
    if not title:
        return None
    while match := TAG.match(title):
        title = title[match.end() :]
    return _HASHES.sub("", title).strip(" *_")


@cache
def _day_first_labels() -> frozenset[str]:
    codes = strings("provenance", "day_first")
    return frozenset(label for code in codes for label in table("lines", code)["fields"]["date"])


def _field(piece: Piece) -> tuple[str, str] | None:
    """Return the key and value of a labelled line such as "Title: ...", or None."""
    match = FIELD.fullmatch(piece.text) if piece.kind is UnitKind.FIELD else None
    key = field_of(match["key"]) if match else None
    if match is None or key is None:
        return None
    value = match["value"].strip()
    if key == "date":
        date = find_date(value, day_first=match["key"].lower() in _day_first_labels())
        return (key, date.iso) if date and not _is_mails_date(value) else None
    if key == "outlet" and _URL.match(value):
        key = "url"
    if key == "url":
        url = _URL.search(value)
        return (key, url[0]) if url else None
    return key, value
