"""A document whose format marks its blocks, to articles: what a block is need not be guessed."""

from __future__ import annotations

from collections.abc import Sequence

from index.articles.bounds import article_starts
from index.articles.cutting import (
    CutArticle,
    Override,
    article_name,
    mark_tail,
    paragraphs_of,
    with_language,
)
from index.articles.line_kinds import SIGNATURE, UnitKind, kind_of
from index.articles.provenance import page_facts, read_source
from index.articles.roles import Piece, mark_posts
from index.articles.units import Line, unit_of
from index.formats.extracted import Laid, LaidPart, ReadDocument
from index.model import Article, Role, Source
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
_ABOUT = frozenset({UnitKind.BYLINE, UnitKind.DATE, UnitKind.FIELD, UnitKind.ORIGIN})


def marked_articles(read: ReadDocument, override: Override | None = None) -> list[CutArticle]:
    """Return the articles of a document with parts, in order."""
    found: list[tuple[Source, list[Piece], dict[int, Laid]]] = []
    for part in read.parts or ():
        places = {laid.start: laid for laid in part.laid}
        pieces = [_piece(laid, index, sourced=part.sourced) for index, laid in enumerate(part.laid)]
        mark_posts(pieces)
        sections = [(part.source, pieces)] if part.sourced else _sections(part, pieces)
        found += [(source, section, places) for source, section in sections]
    cut = []
    for number, (stated, section, places) in enumerate(found, start=1):
        source = with_language(stated, section)
        if override is not None:
            source = override(number, source)
        name = article_name(read.document.file, number, len(found))
        paragraphs = tuple(
            replace(paragraph, anchor=places[paragraph.start].block.anchor)
            for paragraph in paragraphs_of(read.document, name, section, source)
        )
        start, end = section[0].unit.start, section[-1].unit.end
        cut.append(CutArticle(Article(name, read.document.file, number, start, end, source), paragraphs))
    return cut


def speakers_of(read: ReadDocument) -> dict[int, str]:
    """Return who speaks the blocks that are one speaker's, by where they begin."""
    return {
        laid.start: laid.block.speaker
        for part in read.parts or ()
        for laid in part.laid
        if laid.block.speaker
    }


def _piece(laid: Laid, index: int, *, sourced: bool) -> Piece:
    block = laid.block
    unit = unit_of([Line(laid.start, laid.end, block.text, index)])
    kind = _KINDS[block.role]
    if block.role is Role.BODY and SIGNATURE.fullmatch(unit.text):
        kind = UnitKind.SIGNATURE
    elif block.role is Role.BODY and not sourced and (told := kind_of(unit)) in _ABOUT:
        kind = told
    return Piece(unit, kind, post=block.role is Role.POST, note=block.role is Role.NOTE)


def _sections(part: LaidPart, pieces: Sequence[Piece]) -> list[tuple[Source, list[Piece]]]:
    """Return the articles of a part, with what the text says of its source where the format does not."""
    starts, page = article_starts(pieces), page_facts(pieces)
    if len(starts) > 1 and page.owner:
        page = replace(page, owner=None)
    found = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(pieces)], strict=True)):
        section = [*pieces[start:end]]
        source = read_source(section, page, own_title=True, first=number == 0)
        mark_tail(section, source)
        if len(starts) == 1:
            source = _filled(part.source, source)
        found.append((source, section))
    return found


def _filled(stated: Source, read: Source) -> Source:
    """Return what the format states, filled with what the text says."""
    known = {key: value for key, value in as_dict(stated).items() if value}
    return replace(read, **known)
