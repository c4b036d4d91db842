"""What the neighbours of a unit make of it: posts above their signature, teasers, appeals, forms.

Rules are about the shape of pages in general. Each says what it looks for and why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.articles.byline_names import is_outlet
from index.articles.bylines import Byline, byline_of
from index.articles.date_lines import heads_post, signs_post
from index.articles.line_kinds import (
    FIELD,
    UnitKind,
    ends_text,
    is_cut_off,
    is_fact_row,
    leads_to_others,
    line_breaks,
)
from index.articles.name_lines import is_surely_named, name_line_of
from index.articles.pieces import Piece, pieces_of
from index.articles.source_lines import mark_source_lines
from index.articles.units import Line, blocks_of, ends_sentence, is_wrapped, split_block, unquoted
from index.text.letters import CAPITAL
from index.words import either

_MORE = re.compile(rf"(?:{either('lines', 'more')})\b.{{0,25}}", re.IGNORECASE)
_LINKED_HEADLINE = re.compile(rf".{{15,}}\s\|\s{CAPITAL}[^|.]{{2,40}}$")
_SHORT = 12  # words
_LONG_TITLE, _LONGEST_TITLE = 25, 40  # words
_LABEL = 3  # words of a section's name above a title
_SENTENCE = 5  # words of the shortest sentence that is no title of another text
_BOX = 3  # rows of the smallest info-box
_SHOWN = frozenset({UnitKind.TEXT, UnitKind.HEADING, UnitKind.BULLET})
_MAY_SIGN = frozenset({UnitKind.DATE, UnitKind.HEADING, UnitKind.TEXT})
_RUNNING = 15  # words of a text that is not ended as a sentence is
# Of what stands between them and more junk, a short heading is junk too.
_BEFORE_APPEALS = frozenset({UnitKind.JUNK, UnitKind.ORIGIN, UnitKind.SEPARATOR})
# What may stand above a page's title.
_ABOVE_TITLE = frozenset({UnitKind.JUNK, UnitKind.ADDRESS, UnitKind.FIELD, UnitKind.DATE, UnitKind.SEPARATOR})
_ENDS_OTHERS = frozenset(
    {UnitKind.BYLINE, UnitKind.ORIGIN, UnitKind.SEPARATOR, UnitKind.FORM, UnitKind.FIELD}
)


def messy_pieces(lines: Sequence[Line], head_end: int = 0) -> list[Piece]:
    """Return the pieces of a page as it came, furniture of its site marked.

    What stands before ``head_end`` is about the text: it may name its source, and is never quoted.
    """
    wrapped = is_wrapped(lines)
    pieces = []
    for block in blocks_of(lines):
        for unit in split_block(block, wrapped=wrapped, breaks=line_breaks()):
            pieces += pieces_of(unit)
    for piece in pieces:
        if piece.unit.start >= head_end:
            break
        piece.note = True
    mark_source_lines(pieces)
    _mark_first_title(pieces)
    _mark_facts(pieces)
    _mark_form(pieces)
    mark_posts(pieces)
    _mark_mail_quotes(pieces)
    _mark_teasers(pieces)
    _mark_others(pieces)
    _mark_menus(pieces)
    _mark_strays(pieces, wrapped=wrapped)
    _mark_between_junk(pieces)
    return pieces


def _mark_first_title(pieces: Sequence[Piece]) -> None:
    """Make the first text unit a heading when it ends like none: a page opens with its title.

    One longer than headlines are, or ended as a sentence, is a title only over a name or a day.
    """
    kicker: Piece | None = None
    for at, piece in enumerate(pieces):
        if piece.kind is UnitKind.TEXT:
            if _may_be_title(piece, pieces[at + 1 : at + 4]):
                piece.kind = UnitKind.HEADING
                if kicker is not None:
                    kicker.kind = UnitKind.HEADING
            elif not (ends_text(piece.text) or kicker) and piece.words <= _LONGEST_TITLE:
                kicker = piece  # as long as a sentence, over the title
                continue
        elif piece.kind is UnitKind.BULLET and piece.words <= _LABEL + 1 and not ends_text(piece.text):
            piece.kind = UnitKind.HEADING  # "1. Gazette": where in its site a page stands
        label = piece.kind is UnitKind.HEADING and (piece.words <= _LABEL or is_outlet(piece.text))
        if not label and piece.kind not in _ABOVE_TITLE:
            return


def _may_be_title(piece: Piece, below: Sequence[Piece]) -> bool:
    named = any(other.kind in {UnitKind.BYLINE, UnitKind.DATE} for other in below)
    if is_cut_off(piece.text):
        return piece.words <= _SHORT and not piece.text.endswith("]")
    if "..." in piece.text or piece.text[0].islower():
        return False
    if ends_text(piece.text):
        return piece.words <= _SHORT and bool(below) and below[0].kind in {UnitKind.BYLINE, UnitKind.DATE}
    glued = (
        bool(below)
        and below[0].kind is UnitKind.TEXT
        and below[0].unit.block == piece.unit.block
        and not (below[0].text[0].isupper() and ends_text(below[0].text))
    )
    return piece.words <= (_LONGEST_TITLE if named else _LABEL if glued else _LONG_TITLE)


def _mark_facts(pieces: Sequence[Piece]) -> None:
    """Make the rows of an info-box facts: three short lines or more, most of them a key with its value."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        row = piece is not None and piece.words <= _SHORT and not ends_sentence(piece.text)
        if piece is not None and row and (not run or piece.unit.block == run[-1].unit.block):
            run.append(piece)
            continue
        rows = [each for each in run if each.kind is UnitKind.FACT or is_fact_row(each.text)]
        for each in rows if len(run) >= _BOX and len(rows) >= _BOX - 1 else []:
            each.kind = UnitKind.FACT
        run = [piece] if piece is not None and row else []


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
    """Mark the pieces that a "— Name (@handle)" line signs, and those below a name and an account in a text.

    The piece just above it always is; those above that while they end without a full stop (a
    link ends many posts), three at most.
    """
    texts = 0
    for at, piece in enumerate(pieces):
        texts += _is_running(piece)
        if texts and piece.kind in _MAY_SIGN and heads_post(piece.text):
            below = [each for each in pieces[at + 1 : at + 4] if each.unit.block == piece.unit.block]
            if signs_post(piece.text) and not below:
                piece.kind = UnitKind.SIGNATURE
            elif below:
                _mark_shown(piece, below)
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


def _mark_shown(head: Piece, below: Sequence[Piece]) -> None:
    """Mark a post as a page shows it: its writer, its words, then when and how often it was liked."""
    head.kind, head.note = UnitKind.TEXT, True
    for piece in below:
        piece.post = piece.kind in _SHOWN
        piece.note = not piece.post
        piece.kind = UnitKind.TEXT


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
        if not (is_cut_off(piece.text) and after):
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
    a byline signs, or one with a date right above a text, opens a text of its own. A list that the label
    was set into goes on below it.
    """
    seen = listed = False
    for at, piece in enumerate(pieces):
        seen = seen or _is_running(piece)
        if not (piece.kind is UnitKind.JUNK and leads_to_others(piece.text)):
            listed = piece.kind is UnitKind.BULLET or (listed and piece.kind is UnitKind.JUNK)
            continue
        end = at + 1
        while end < len(pieces) and not _ends_others(pieces[end], listed=listed):
            end += 1
        if not seen:
            continue
        if end < len(pieces) and pieces[end].kind is UnitKind.BYLINE:
            end -= pieces[end - 1].kind is UnitKind.HEADING
        elif end < len(pieces) and [p.kind for p in pieces[end - 2 : end]] == [
            UnitKind.HEADING,
            UnitKind.DATE,
        ]:
            end -= 2
        for other in pieces[at + 1 : end]:
            other.kind = UnitKind.JUNK


def _ends_others(piece: Piece, *, listed: bool) -> bool:
    """Whether the titles of other texts end with a piece: prose, or the next item of the text's own list."""
    prose = (
        piece.kind is UnitKind.TEXT and piece.words >= _SENTENCE and piece.text.rstrip('"”’»)]').endswith(".")
    )
    return (
        prose
        or _is_running(piece)
        or piece.kind in _ENDS_OTHERS
        or (listed and piece.kind in {UnitKind.BULLET, UnitKind.FACT})
    )


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
        if run and _names(run[0]):
            run = run[1:]  # a name over the buttons to share what it wrote
        if len(run) >= 4 and sum(member.kind is UnitKind.HEADING for member in run) >= 2:
            for member in run:
                member.kind = UnitKind.JUNK
        run = []


def _names(piece: Piece) -> Byline | None:
    """Return whom a line surely names that may have written the text."""
    line = name_line_of(piece.text)
    return line if line and line.authors and is_surely_named(line) else None


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
    """Make short headings and exclamations among appeals junk with them, but never the only title."""
    text = next((at for at, piece in enumerate(pieces) if _is_running(piece)), 0)
    titles = [piece for piece in pieces[:text] if piece.kind is UnitKind.HEADING and piece.words > _LABEL]
    for at, piece in enumerate(pieces):
        if len(titles) == 1 and piece is titles[0]:
            continue
        if piece.kind not in {UnitKind.HEADING, UnitKind.TEXT} or piece.words > _SHORT or piece.post:
            continue
        before = pieces[at - 1].kind if at else None
        after = pieces[at + 1].kind if at + 1 < len(pieces) else UnitKind.JUNK
        if after is not UnitKind.JUNK or before not in _BEFORE_APPEALS:
            continue
        if not ((line := _names(piece)) and line.date):
            piece.kind = UnitKind.JUNK


def is_handle_line(piece: Piece) -> bool:
    """Whether the piece names the account that posted the page ("Author: somehandle")."""
    if piece.kind is not UnitKind.BYLINE:
        return False
    byline = byline_of(piece.text)
    return byline is not None and byline.handle is not None
