"""What the neighbours of a unit make of it: posts above their signature, teasers, appeals, forms.

Rules are about the shape of pages in general. Each says what it looks for and why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.articles.bylines import byline_of
from index.articles.line_kinds import (
    FIELD,
    UnitKind,
    ends_text,
    inside_junk,
    kind_of,
    leads_to_others,
    line_breaks,
)
from index.articles.units import (
    Line,
    Unit,
    blocks_of,
    ends_sentence,
    is_wrapped,
    lines_of,
    split_block,
    unit_of,
    unquoted,
)
from index.text.letters import CAPITAL

_CUT = re.compile(r"(?:\.{3,}|…|\[\.\.\.\]|\[…\])\W*$")
_MORE = re.compile(r"(?:read|see|continue|leer|ver|seguir|sigue)\b.{0,25}", re.IGNORECASE)
_LINKED_HEADLINE = re.compile(rf".{{15,}}\s\|\s{CAPITAL}[^|.]{{2,40}}$")
_SHORT = 12  # words
_RUNNING = 15  # words of a text that is not ended as a sentence is
_ENDS_OTHERS = frozenset(
    {UnitKind.BYLINE, UnitKind.ORIGIN, UnitKind.SEPARATOR, UnitKind.FORM, UnitKind.FIELD}
)


@dataclass(slots=True)
class Piece:
    """A unit on its way to a paragraph: what it is by itself, corrected by its neighbours."""

    unit: Unit
    kind: UnitKind
    post: bool = False
    note: bool = False

    @property
    def text(self) -> str:
        """The unit's text, white space collapsed."""
        return self.unit.text

    @property
    def words(self) -> int:
        """The number of words."""
        return self.unit.words

    @property
    def is_text(self) -> bool:
        """Whether it is running text that can become a quote."""
        return self.kind in {UnitKind.TEXT, UnitKind.BULLET} and not self.note


def messy_pieces(text: str, head_end: int = 0) -> list[Piece]:
    """Return the pieces of a text as it came, furniture of its page marked.

    What stands before ``head_end`` is about the text: it may name its source, and is never quoted.
    """
    lines = lines_of(text)
    wrapped = is_wrapped(lines)
    pieces = []
    for block in blocks_of(lines):
        for unit in split_block(block, wrapped=wrapped, breaks=line_breaks()):
            pieces += _without_inside_junk(unit)
    for piece in pieces:
        if piece.unit.start >= head_end:
            break
        piece.note = True
    _mark_first_title(pieces)
    _mark_form(pieces)
    mark_posts(pieces)
    _mark_mail_quotes(pieces)
    _mark_teasers(pieces)
    _mark_others(pieces)
    _mark_menus(pieces)
    _mark_strays(pieces, wrapped=wrapped)
    _mark_between_junk(pieces)
    return pieces


def _without_inside_junk(unit: Unit) -> list[Piece]:
    """Return the unit's piece, or two where furniture begins inside its last line."""
    line = unit.lines[-1]
    at = inside_junk(line.text)
    if not at:
        return [Piece(unit, kind_of(unit))]
    kept = line.text[:at].rstrip()
    text = unit_of([*unit.lines[:-1], Line(line.start, line.start + len(kept), kept, line.block)])
    rest = unit_of([Line(line.start + at, line.end, line.text[at:], line.block)])
    return [Piece(text, kind_of(text)), Piece(rest, UnitKind.JUNK)]


def _mark_first_title(pieces: Sequence[Piece]) -> None:
    """Make the first text unit a heading when it ends like none: a page opens with its title."""
    for piece in pieces:
        if piece.kind is UnitKind.TEXT and piece.words <= 25 and not ends_text(piece.text):
            piece.kind = UnitKind.HEADING
        if piece.kind is not UnitKind.JUNK:
            return


def _mark_form(pieces: Sequence[Piece]) -> None:
    """Make everything after a comment form's opening junk, unless most of the text stands after it."""
    total = sum(piece.words for piece in pieces if piece.kind is UnitKind.TEXT)
    before = 0
    ended = False
    for piece in pieces:
        if piece.kind is UnitKind.FORM:
            ended = ended or before > 0.5 * total
            piece.kind = UnitKind.JUNK
        elif ended:
            piece.kind = UnitKind.JUNK
        elif piece.kind is UnitKind.TEXT:
            before += piece.words


def mark_posts(pieces: Sequence[Piece]) -> None:
    """Mark the pieces that a "— Name (@handle)" line signs.

    The piece just above it always is; those above that while they end without a full stop (a
    link ends many posts), three at most.
    """
    for at, piece in enumerate(pieces):
        if piece.kind is not UnitKind.SIGNATURE:
            continue
        for above in range(at - 1, max(at - 4, -1), -1):
            other = pieces[above]
            if other.kind not in {UnitKind.TEXT, UnitKind.HEADING, UnitKind.BULLET} or other.text.endswith(
                ":"
            ):
                break
            finished = ends_sentence(other.text) or other.kind is UnitKind.HEADING
            if above < at - 1 and finished:
                break
            other.kind, other.post = UnitKind.TEXT, True


def _mark_teasers(pieces: Sequence[Piece]) -> None:
    """Make cut-off teasers below an article junk: their heads, their cut text and "read more".

    Only where an article of at least three paragraphs stands above: a page that is nothing but
    teasers is a listing, and its teasers are its texts.
    """
    texts = 0
    for at, piece in enumerate(pieces):
        if piece.kind is not UnitKind.TEXT:
            continue
        after = [
            other
            for other in pieces[at + 1 : at + 3]
            if other.kind is UnitKind.JUNK and _MORE.fullmatch(other.text)
        ]
        if not (_CUT.search(piece.text) and after):
            texts += piece.words >= 20
            continue
        if texts < 3:
            continue
        piece.kind = UnitKind.JUNK
        for above in range(at - 1, -1, -1):
            if pieces[above].is_text or pieces[above].kind in {UnitKind.JUNK, UnitKind.ORIGIN}:
                break
            pieces[above].kind = UnitKind.JUNK


def _mark_others(pieces: Sequence[Piece]) -> None:
    """Make the titles under a label such as "Related articles" junk, up to the next running text.

    Only below running text: above it, the page's own title may stand under such a label. A title that
    a byline signs, or one with a date right above a text, opens a text of its own.
    """
    seen = False
    for at, piece in enumerate(pieces):
        seen = seen or _is_running(piece)
        if not (seen and piece.kind is UnitKind.JUNK and leads_to_others(piece.text)):
            continue
        end = at + 1
        while end < len(pieces) and not (_is_running(pieces[end]) or pieces[end].kind in _ENDS_OTHERS):
            end += 1
        if end < len(pieces) and pieces[end].kind is UnitKind.BYLINE:
            end -= pieces[end - 1].kind is UnitKind.HEADING
        elif end < len(pieces) and [p.kind for p in pieces[end - 2 : end]] == [
            UnitKind.HEADING,
            UnitKind.DATE,
        ]:
            end -= 2
        for other in pieces[at + 1 : end]:
            other.kind = UnitKind.JUNK


def _is_running(piece: Piece) -> bool:
    """Whether the piece is running text: long enough, and ended as a sentence is."""
    return piece.is_text and (piece.words >= _RUNNING or (piece.words >= 8 and ends_text(piece.text)))


def _mark_mail_quotes(pieces: Sequence[Piece]) -> None:
    """Make the lines of an earlier mail notes: they are another's words under "NAME wrote:".

    Of a mail sent on without that line its head is a note, "> From: NAME".
    """
    quoting = False
    for piece in pieces:
        if piece.kind is UnitKind.MAIL_QUOTE:
            quoting = True
        elif piece.text.startswith(">") and (quoting or FIELD.fullmatch(unquoted(piece.text))):
            piece.note = True
        elif quoting and not piece.note:
            quoting = False


def _mark_menus(pieces: Sequence[Piece]) -> None:
    """Make runs of four or more very short headings junk: menus, tag lists, share buttons.

    A heading over a byline or a date is a title and no part of them; and a page that has no running
    text at all has nothing but such lines.
    """
    if not any(_is_running(piece) for piece in pieces):
        return
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece and piece.kind in {UnitKind.HEADING, UnitKind.JUNK} and piece.words <= 3:
            run.append(piece)
            continue
        if (
            piece
            and piece.kind in {UnitKind.BYLINE, UnitKind.DATE}
            and run
            and run[-1].kind is UnitKind.HEADING
        ):
            run.pop()
        if len(run) >= 4 and sum(member.kind is UnitKind.HEADING for member in run) >= 2:
            for member in run:
                member.kind = UnitKind.JUNK
        run = []


def _mark_strays(pieces: Sequence[Piece], *, wrapped: bool) -> None:
    """Mark fragments: link texts glued under a paragraph are junk; scraps and linked headlines are notes."""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.kind is UnitKind.TEXT and piece.words <= 30 and _LINKED_HEADLINE.fullmatch(piece.text):
            piece.note = True
        scrap = (
            piece.kind is UnitKind.TEXT
            and piece.words <= _SHORT
            and not ends_text(piece.text)
            and not piece.post
        )
        if not scrap or not piece.text[0].islower():
            continue
        glued = before is not None and before.unit.block == piece.unit.block and before.is_text
        if glued and not wrapped and piece.words <= 6:
            piece.kind = UnitKind.JUNK
        else:
            piece.note = True


def _mark_between_junk(pieces: Sequence[Piece]) -> None:
    """Make short headings and exclamations that stand among appeals junk with them."""
    for at, piece in enumerate(pieces):
        if piece.kind not in {UnitKind.HEADING, UnitKind.TEXT} or piece.words > _SHORT or piece.post:
            continue
        before = pieces[at - 1].kind if at else None
        after = pieces[at + 1].kind if at + 1 < len(pieces) else UnitKind.JUNK
        if at and after is UnitKind.JUNK and before in {UnitKind.JUNK, UnitKind.ORIGIN, UnitKind.SEPARATOR}:
            piece.kind = UnitKind.JUNK


def is_handle_line(piece: Piece) -> bool:
    """Whether the piece names the account that posted the page ("Author: somehandle")."""
    if piece.kind is not UnitKind.BYLINE:
        return False
    byline = byline_of(piece.text)
    return byline is not None and byline.handle is not None
