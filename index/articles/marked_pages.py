"""Pages in documents of marked blocks: several in one Markdown file, and what a web page's head says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from index.articles.addresses import Address, address_of, is_home_of_many, is_labelled, read_address
from index.articles.byline_names import has_given_name
from index.articles.line_kinds import UnitKind, kind_of
from index.articles.page_heads import TITLE
from index.articles.page_lines import RULE
from index.articles.pieces import Piece
from index.articles.provenance import PageFacts, read_source
from index.articles.saved_pages import pages_of
from index.articles.units import Line, Unit, unit_of
from index.formats.extracted import Laid, LaidPart
from index.model import Role, Source
from index.text.terms import fold
from index.values import frozen, replace

_HEAD, _SHORT = 12, 14  # blocks of a head below its headline; words of a line of one
_ENDS = 6  # blocks at the head and at the end of a page among which its address stands
_ABOUT = frozenset({UnitKind.BYLINE, UnitKind.DATE})

Lines = Callable[[Laid, int], list[Line]]


@frozen
class MarkedPage:
    """The pieces of one page, and the address that stands or is linked in its head or at its end."""

    pieces: list[Piece]
    address: Address | None


def pages_in(part: LaidPart, pieces: Sequence[Piece], lines: Lines) -> list[MarkedPage]:
    """Return the pages of a part, told by the lines of its blocks as those of a text are.

    Parts whose blocks stand on pages of paper are one text.
    """
    on_paper = any((laid.block.anchor or "").startswith("page=") for laid in part.laid)
    below = [False, *(laid.block.role is Role.HEADING for laid in part.laid)]  # no empty line under headings
    seen = [
        line
        for at, laid in enumerate(part.laid)
        for line in _with_gaps(laid, lines(laid, at), below_heading=below[at])
        if not on_paper
    ]
    pages = pages_of(seen)
    starts = [page.lines[0].start for page in pages[1:]]
    found = []
    places, blocks = [one.unit.start for one in pieces], [each.end for each in part.laid]
    of_pieces = [bisect_left(places, start) for start in starts]
    of_blocks = [bisect_left(blocks, start) for start in starts]
    ends = zip([*of_pieces, len(pieces)], [*of_blocks, len(part.laid)], strict=True)
    first, begun = 0, 0
    for number, (last, end) in enumerate(ends):
        stated = pages[number].address if pages else None
        found.append(MarkedPage([*pieces[first:last]], stated or _linked(part.laid[begun:end])))
        first, begun = last, end
    return [page for page in found if page.pieces]


def _with_gaps(laid: Laid, lines: Sequence[Line], *, below_heading: bool) -> Iterator[Line]:
    """Yield the lines of a block with the empty lines above them, below the rule that is above it."""
    for row, line in enumerate(lines):
        if not row and laid.block.ruled:
            yield Line(line.start, line.start, RULE, line.block, 1)
        yield replace(line, gap=0 if row or below_heading else laid.block.gap)


def _linked(laid: Sequence[Laid]) -> Address | None:
    """Return the address to which a headline leads, or a line that says that it is the text's: "[Source]".

    Other headings lead to other texts, and to what is advertised.
    """
    headings = (each for each in laid[:_ENDS] if each.block.role is Role.HEADING)
    headline = next((each for each in headings if len(each.block.text.split()) >= TITLE), None)
    for each in [*laid[:_ENDS], *laid[-_ENDS:]]:
        address = read_address(each.block.link) if each.block.link else None
        if address is None or is_home_of_many(address) or not address.of_text:
            continue
        if each is headline or is_labelled(f"{each.block.text.split(':')[0]}: {address.url}"):
            return address
    return None


def below_headline(part: LaidPart, lines: Lines) -> Source:
    """Return what stands between the headline of a web page and its text: who wrote it, and when."""
    title = fold(part.source.title or "")
    places = enumerate(part.laid)  # the choice of the main text may have left the headline out
    top = next((at for at, laid in places if title and fold(laid.block.text) == title), None)
    if top is None:
        return Source()
    pieces = []
    for at, laid in enumerate(part.laid[top:]):
        role = laid.block.role
        for line in lines(laid, at):
            unit = unit_of([line])
            if at == 0 or (at <= _HEAD and unit.words <= _SHORT) or role not in {Role.JUNK, Role.NOTE}:
                pieces.append(Piece(unit, _kind(unit, laid, part.laid[top], head=at <= _HEAD)))
    signed = [fold(piece.text) for piece in pieces if piece.kind is UnitKind.BYLINE]
    told = read_source(pieces, PageFacts(), own_title=True, first=True)
    address = next((found for piece in pieces[: _HEAD // 2] if (found := address_of(piece.text))), None)
    labelled = [piece.text for piece in pieces[-_ENDS:] if is_labelled(piece.text)]
    address = address or (address_of(labelled[0]) if labelled else None)
    url = address.url if address is not None and not is_home_of_many(address) else None
    authors = told.authors if _are_signed(told.authors, signed, pieces[: _HEAD + 1]) else ()
    return Source(authors=authors, published=told.published, url=url)


def _are_signed(authors: Sequence[str], signed: Sequence[str], head: Sequence[Piece]) -> bool:
    """Whether persons sign the text of a web page: in a by-line, or alone below its headline.

    Below a headline stand sections and names of sites, too, capitalised like names: so a lone name begins
    with a given name. Further down on a page stand names of whom it speaks.
    """
    return all(
        any(fold(author) in line for line in signed)
        or (has_given_name(author) and any(fold(piece.text).startswith(fold(author)) for piece in head))
        for author in authors
    )


def _kind(unit: Unit, laid: Laid, top: Laid, *, head: bool) -> UnitKind:
    if laid.block.role is Role.HEADING or laid is top:
        return UnitKind.HEADING
    kind = kind_of(unit) if unit.words <= _SHORT else UnitKind.TEXT
    return kind if head or kind not in _ABOUT else UnitKind.TEXT
