"""A document whose format marks its blocks, to articles: what a block is need not be guessed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from index.articles.address_facts import dated
from index.articles.addresses import Address, is_home_of_many, outlet_at, read_address
from index.articles.bounds import article_starts
from index.articles.cutting import (
    CutArticle,
    Override,
    article_name,
    mark_tail,
    paragraphs_of,
    with_language,
)
from index.articles.date_lines import SIGNATURE
from index.articles.line_kinds import UnitKind, kind_of, line_breaks
from index.articles.marked_pages import below_headline, pages_in
from index.articles.pieces import Piece
from index.articles.provenance import page_facts, read_source
from index.articles.roles import mark_posts
from index.articles.source_lines import mark_source_lines
from index.articles.units import Line, Unit, is_wrapped, split_block, unit_of
from index.formats.extracted import GUESSED, Laid, LaidPart, ReadDocument
from index.model import Article, Paragraph, Role, Source
from index.values import as_dict, replace

_KINDS = {
    Role.BODY: UnitKind.TEXT,
    Role.HEADING: UnitKind.HEADING,
    Role.CAPTION: UnitKind.CAPTION,
    Role.LISTING: UnitKind.BULLET,
    Role.POST: UnitKind.TEXT,
    Role.NOTE: UnitKind.TEXT,
    Role.JUNK: UnitKind.JUNK,
}
# What a block of running text may be besides, where the format does not say whose text it is.
_ABOUT = frozenset({UnitKind.BYLINE, UnitKind.DATE, UnitKind.FIELD, UnitKind.ORIGIN, UnitKind.ADDRESS})

_TOP, _SHORT = 12, 12  # blocks among which a by-line stands, and words that one has at most


def marked_articles(read: ReadDocument, override: Override | None = None) -> list[CutArticle]:
    """Return the articles of a document with parts, in order."""
    found: list[tuple[Source, list[Piece], _Places]] = []
    for part in read.parts or ():
        places = _Places(part.laid)
        pieces = _pieces(part)
        mark_posts(pieces)
        if not part.sourced:
            mark_source_lines(pieces)
        if part.sourced:
            stated = _with_head(part) if part.headed else part.source
            sections = [(stated, pieces)]
        else:
            pages = pages_in(part, pieces, _lines)
            sections = [
                each
                for page in pages
                for each in _sections(part, page.pieces, page.address, alone=len(pages) == 1)
            ]
        found += [(source, section, places) for source, section in sections]
    cut = []
    for number, (stated, section, places) in enumerate(found, start=1):
        source = dated(_with_outlet(with_language(stated, section)))
        if override is not None:
            source = override(number, source)
        name = article_name(read.document.file, number, len(found))
        paragraphs = tuple(
            places.told_of(paragraph) for paragraph in paragraphs_of(read.document, name, section, source)
        )
        start, end = section[0].unit.start, section[-1].unit.end
        cut.append(CutArticle(Article(name, read.document.file, number, start, end, source), paragraphs))
    return cut


def _with_head(part: LaidPart) -> Source:
    """Return the source of a web page, filled with what its head says, whose day is surer than a guess."""
    stated, head = part.source, below_headline(part, _lines)
    if stated.published_from == GUESSED:
        stated = replace(stated, published=head.published or stated.published, published_from=None)
    return _filled(stated, head)


def _with_outlet(source: Source) -> Source:
    """Return a source with the outlet at its address, where the text names none."""
    address = read_address(source.url) if source.url and not source.outlet else None
    if address is None or is_home_of_many(address):
        return source
    return replace(source, outlet=outlet_at(address.host))


def speakers_of(read: ReadDocument) -> Callable[[int], str | None]:
    """Return what tells who speaks at a place, where all of a block is one speaker's."""
    spans = [
        (laid.start, laid.start + len(laid.block.text), laid.block.speaker)
        for part in read.parts or ()
        for laid in part.laid
        if laid.block.speaker is not None
    ]
    starts = [start for start, _, _ in spans]

    def speaker_at(place: int) -> str | None:
        at = bisect_right(starts, place) - 1
        return spans[at][2] if at >= 0 and place < spans[at][1] else None

    return speaker_at


class _Places:
    """Which block stands at a place."""

    def __init__(self, laid: Sequence[Laid]) -> None:
        self._starts = [each.start for each in laid]
        self._blocks = [each.block for each in laid]

    def told_of(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph with what its block tells: where it stands, what of it is stressed."""
        at = bisect_right(self._starts, paragraph.start) - 1
        block, left = self._blocks[at], paragraph.start - self._starts[at]
        stressed = min(max(0, block.stressed - left), len(paragraph.text))
        return replace(paragraph, anchor=block.anchor, stressed=stressed)


def _pieces(part: LaidPart) -> list[Piece]:
    """Return the pieces of a part: a block each, but for a by-line in the lines of a text."""
    lines = {laid.start: _lines(laid, index) for index, laid in enumerate(part.laid)}
    bodies = [line for laid in part.laid if laid.block.role is Role.BODY for line in lines[laid.start]]
    wrapped = part.sourced or is_wrapped(bodies)
    pieces = []
    for at, laid in enumerate(part.laid):
        block = laid.block
        if part.sourced or block.role is not Role.BODY:
            units = [unit_of(lines[laid.start])]
        else:
            units = [*split_block(lines[laid.start], wrapped=wrapped, breaks=line_breaks())]
        for unit in units:
            kind = _kind(unit, block.role, sourced=part.sourced)
            head = part.sourced and at < _TOP and block.role is Role.BODY and block.speaker is None
            note = block.role is Role.NOTE or (head and _signs(unit))
            pieces.append(Piece(unit, kind, post=block.role is Role.POST, note=note))
    return pieces


def _signs(unit: Unit) -> bool:
    """Whether a line says who wrote the text, or when: its source is known already."""
    return unit.words <= _SHORT and kind_of(unit) in {UnitKind.BYLINE, UnitKind.DATE}


def _lines(laid: Laid, index: int) -> list[Line]:
    found = []
    at = laid.start
    for text in laid.block.text.split("\n"):
        stripped = text.strip()
        start = at + len(text) - len(text.lstrip())
        if stripped:
            found.append(Line(start, start + len(stripped), stripped, index))
        at += len(text) + 1
    return found


def _kind(unit: Unit, role: Role, *, sourced: bool) -> UnitKind:
    if role is not Role.BODY:
        return _KINDS[role]
    if SIGNATURE.fullmatch(unit.text):
        return UnitKind.SIGNATURE
    if not sourced and (told := kind_of(unit)) in _ABOUT:
        return told
    return UnitKind.TEXT


def _sections(
    part: LaidPart, pieces: Sequence[Piece], address: Address | None, *, alone: bool
) -> list[tuple[Source, list[Piece]]]:
    """Return the articles of a page, with what the text says of its source where the format does not."""
    starts, page = article_starts(pieces), page_facts(pieces, address)
    if len(starts) > 1 and page.owner:
        page = replace(page, owner=None)
    found = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(pieces)], strict=True)):
        section = [*pieces[start:end]]
        source = read_source(section, page, own_title=True, first=number == 0)
        mark_tail(section, source)
        if len(starts) == 1 and alone:
            source = _filled(part.source, source)
        found.append((source, section))
    return found


def _filled(stated: Source, read: Source) -> Source:
    """Return what the format states, filled with what the text says."""
    known = {key: value for key, value in as_dict(stated).items() if value}
    return replace(read, **known)
