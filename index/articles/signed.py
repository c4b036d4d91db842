"""Who signs a text: in a byline of its head or at its end, or in a note on the author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from index.articles.byline_edges import parted
from index.articles.byline_names import NAME, has_given_name, is_role, person
from index.articles.bylines import Byline, byline_of
from index.articles.date_lines import is_date_line
from index.articles.line_kinds import UnitKind, biography_of
from index.articles.name_lines import is_surely_named, name_line_of
from index.articles.patterns import any_of, patterns_of
from index.articles.pieces import Piece
from index.text.dates import find_date
from index.values import replace
from index.words import strings, word_list

_PARAGRAPH = 15  # words
_FEW = 4  # paragraphs of a text that is all head and end
_HEADLINE = 4  # words of a headline; buttons and labels are shorter
_DAY_BELOW = 2  # pieces below a byline of which one is the day: what the author is stands between
_CLOSING = 14  # words of a line that says when the text was published
_LEAST = 2  # paragraphs above a closing name
_BELOW = 8  # pieces below the last paragraph in which a note on the author stands
_SENTENCE, _LONGEST_BIOGRAPHY = 6, 45  # words
_LONGEST_END = 7  # lines from "Yours," on
_LONGEST_SALUTATION = 8  # words
_SALUTATIONS, _CLOSINGS = word_list("dialogue", "salutations"), word_list("dialogue", "closings")
_QUOTED = re.compile(r"""["“«'‘].*["”»'’]\W*""", re.DOTALL)
_RUN_IN = re.compile(rf"\w[.!?…]\s?[—–-]{{1,2}}\s?(?P<name>{NAME})\.?$")
_MARKED = re.compile(r"[—–-]{1,2}\s*(?P<dashed>\w.*)|[(\[](?P<set>[^()\[\]]+)[)\]]\.?")
_INITIAL = 2  # characters of one
_ROLE = 60  # characters in which a biography names the occupation


def byline_in(piece: Piece) -> Byline | None:
    """Return what a piece that is a byline says."""
    return byline_of(piece.text) if piece.kind is UnitKind.BYLINE else None


def best_byline(pieces: Sequence[Piece], *, reposted: bool, placed: Byline | None = None) -> Byline | None:
    """Return the first byline that names or dates, in the head or at the end of the text.

    One of who posted the text counts only where nobody else signs it. Who
    posted a text that was first published elsewhere, as the page says, did not write it. Where the head names
    somebody by his place, a line at the end is another text's.
    """
    inner = [n for n, piece in enumerate(pieces) if piece.is_text and piece.words >= _PARAGRAPH]
    low, high = (inner[2], inner[-1]) if len(inner) > _FEW else (len(pieces), 0)
    if placed and placed.authors:
        pieces = pieces[: inner[-1]] if inner else pieces
    found = [
        line
        for at, piece in enumerate(pieces)
        if (line := byline_in(piece))
        and (line.authors or line.date or line.outlet)
        and (not low < at < high or _is_dated_below(pieces, at, line))
    ]
    written = [line for line in found if not line.posted]
    if written:
        return next((line for line in written if line.authors), written[0])
    if not found or not reposted:
        return found[0] if found else None
    return replace(found[0], authors=())


def _is_dated_below(pieces: Sequence[Piece], at: int, line: Byline) -> bool:
    """Whether a byline stands over a day and under no headline: below a gallery, before the first paragraph.

    Under a headline it may be another text's, of those to which a page leads.
    """
    above = next((piece for piece in reversed(pieces[:at]) if piece.kind is not UnitKind.JUNK), None)
    headed = above is not None and above.kind is UnitKind.HEADING and above.words >= _HEADLINE
    earlier = any(byline_in(piece) for piece in pieces[:at])
    dated = any(_dates(piece) for piece in pieces[at + 1 : at + 1 + _DAY_BELOW])
    return bool(line.authors) and not (line.posted or headed or earlier) and dated


def _dates(piece: Piece) -> bool:
    """Whether a line states a day of publication: "4 May 2021", "Published: 4 May 2021"."""
    published = piece.text.lower().startswith(tuple(strings("provenance", "published")))
    return piece.kind is UnitKind.DATE or (published and find_date(parted(piece.text)) is not None)


def closing_day(pieces: Sequence[Piece]) -> str | None:
    """Return the day in a line that says when the text was published: "Story published on 4 May 2021."."""
    days = {
        date.iso
        for piece in pieces
        if piece.words <= _CLOSING
        and any_of("provenance", "closing_days").fullmatch(piece.text)
        and (date := find_date(piece.text))
    }
    return days.pop() if len(days) == 1 else None


def day_below(pieces: Sequence[Piece], byline: Byline) -> str | None:
    """Return the day in the line right below a byline that has none, as below a deck that ends the head."""
    at = next((at for at, piece in enumerate(pieces) if byline_in(piece) == byline), None)
    below = pieces[at + 1 : at + 2] if at is not None else ()
    found = [find_date(parted(piece.text)) for piece in below if is_date_line(piece.text) or _dates(piece)]
    return next((date.iso for date in found if date), None)


def biography(pieces: Sequence[Piece]) -> str | None:
    """Return whom the first or the last lines present as one who writes: "Ana Ejemplo is a reporter".

    An author is not spoken of in the text; whom the text speaks of did not write it.
    """
    texts = [at for at, piece in enumerate(pieces) if piece.is_text and piece.words >= _PARAGRAPH]
    if len(texts) < _LEAST:
        return None
    first = next(at for at, piece in enumerate(pieces) if piece.is_text and piece.words >= _SENTENCE)
    ends = range(max(first + 1, texts[-1] - 1), min(len(pieces), texts[-1] + _BELOW))
    told = [(at, name) for at in (first, *ends) if (name := _presented(pieces[at]))]
    notes = {at for at, _ in told}
    others = [piece for at, piece in enumerate(pieces) if at not in notes]
    return next((name for _, name in told if not any(_speaks_of(piece, name) for piece in others)), None)


def _speaks_of(piece: Piece, name: str) -> bool:
    """Whether a line holds somebody's surname, and more than his name alone."""
    return name.rsplit(maxsplit=1)[-1] in piece.text and piece.text.strip("*_ ") != name


def _presented(piece: Piece) -> str | None:
    """Return whom a line presents as one who writes, by his occupation or by how to reach him."""
    text = piece.text.lstrip("*_•·-– ()")
    match = biography_of(text) if piece.words <= _LONGEST_BIOGRAPHY else None
    match = match or _named_with_office(piece.text)
    if match and is_role(text[text.find(match["name"]) + len(match["name"]) :][:_ROLE]):
        return person(match["name"])
    reached = (pattern.match(text) for pattern in patterns_of("provenance", "reached"))
    match = next((found for found in reached if found), None)
    name = person(match["name"]) if match and piece.words <= _LONGEST_BIOGRAPHY else None
    return name if name and has_given_name(name) else None


def _named_with_office(text: str) -> re.Match[str] | None:
    """Return the match of a line of who wrote and what he is: "By NAME, teacher ...", "* NAME. Teacher"."""
    patterns = patterns_of("provenance", "signed_with_office")
    return next((found for each in patterns if (found := each.match(text))), None)


def closing_line(pieces: Sequence[Piece]) -> Byline | None:
    """Return what a line below the last paragraph says that names somebody of whom the text does not speak.

    His outlet and the day may stand with the name, the day below it, or a note on him. Who signs one letter
    of several did not write the others.
    """
    texts = [n for n, piece in enumerate(pieces) if piece.is_text and piece.words >= _SENTENCE]
    if len(texts) < _LEAST or sum(map(_salutes, _lines(pieces))) > 1:
        return None
    is_letter = any(_salutes(piece.text) for piece in pieces[: _first_paragraph(pieces)])
    for last in texts[-2:]:
        below = [piece for piece in pieces[last + 1 :] if piece.kind is not UnitKind.JUNK]
        below = list(dropwhile(_thanks, below)) if is_letter else below
        line = _named_below(below, pieces[last])
        if line is None:
            continue
        if last != texts[-1] and below[1].kind is UnitKind.HEADING and below[1].words >= _HEADLINE:
            continue  # another letter stands below
        name = line.authors[0]
        others = [piece for piece in pieces if not _unmarked(piece.text).startswith(name)]
        surname = next((word for word in reversed(name.split()) if len(word) > _INITIAL), name)
        if not any(surname in piece.text for piece in others if surname != name.split()[0]):
            return line
    return None


def _named_below(below: Sequence[Piece], text: Piece) -> Byline | None:
    """Return what the first line below a text says if it names one person and may sign."""
    if not below or not _may_sign(below[0], text):
        return None
    line = name_line_of(_unmarked(below[0].text))
    if line is None or len(line.authors) != 1:
        return None
    under_picture = len(below) > 1 and below[1].text == below[0].text
    if not (is_surely_named(line) or under_picture):
        return None
    dated = below[1:2] if not line.date and len(below) > 1 and below[1].kind is UnitKind.DATE else ()
    found = next((find_date(piece.text) for piece in dated), None)
    return replace(line, date=found.iso) if found else line


def _unmarked(text: str) -> str:
    """Return a line without the dash or the brackets in which a name below a text may stand."""
    match = _MARKED.fullmatch(text)
    return (match["dashed"] or match["set"] if match else text).rstrip(".")


def _first_paragraph(pieces: Sequence[Piece]) -> int:
    return next((n for n, piece in enumerate(pieces) if piece.is_text and piece.words >= _PARAGRAPH), 0)


def _thanks(piece: Piece) -> bool:
    """Whether a line is a last short sentence above a name: "Thank you all."."""
    return piece.kind is UnitKind.TEXT and piece.words < _SENTENCE and piece.text.endswith((".", "!"))


def run_in_name(pieces: Sequence[Piece]) -> str | None:
    """Return the name right behind the last sentence of a text, of somebody of whom it does not speak."""
    texts = [piece for piece in pieces if piece.is_text and piece.words >= _PARAGRAPH]
    match = _RUN_IN.search(texts[-1].text) if texts else None
    name = person(match["name"]) if match else None
    if match is None or name is None or not has_given_name(name):
        return None
    said = [texts[-1].text[: match.start()], *(piece.text for piece in pieces if piece is not texts[-1])]
    return None if any(name.rsplit(maxsplit=1)[-1] in text for text in said) else name


def _may_sign(piece: Piece, above: Piece) -> bool:
    """Whether a line below a text may be a name; of a page without headings, only one with its town.

    "Ana Ejemplo, Muestra." signs; "Ana Ejemplo" over "Nurse, Muestra", or either below a quote,
    is who said it. Behind a dash or in brackets a name signs, with its outlet and day.
    """
    short = piece.kind is UnitKind.TEXT and piece.words < _SENTENCE
    if _MARKED.fullmatch(piece.text) and piece.words <= _CLOSING:
        return not _QUOTED.fullmatch(above.text)
    with_town = short and ", " in piece.text and not _QUOTED.fullmatch(above.text)
    return piece.kind is UnitKind.HEADING or with_town


def opening_name(pieces: Sequence[Piece]) -> str | None:
    """Return whom the first paragraph names before its first sentence: "By Ana Ejemplo.- The council ..."."""
    first = next((piece for piece in pieces if piece.is_text and piece.words >= _PARAGRAPH), None)
    opened = first and any_of("provenance", "opening_names").match(first.text)
    name = person(opened["name"]) if opened else None
    return name if name and has_given_name(name) else None


def letter_writer(pieces: Sequence[Piece]) -> str | None:
    """Return who signs a text that is one letter: a salutation above it, "Yours," and a name below."""
    lines = _lines(pieces)
    opened = [at for at, line in enumerate(lines) if _salutes(line)]
    first = next((at for at, line in enumerate(lines) if len(line.split()) >= _SENTENCE), 0)
    if len(opened) != 1 or opened[0] > first:
        return None
    closed = next((at for at in range(first, len(lines) - 1) if _closes(lines[at])), None)
    if closed is None or len(lines) - closed > _LONGEST_END:
        return None
    return person(lines[closed + 1].lstrip("—–- ").partition(",")[0])


def holds_letters(pieces: Sequence[Piece]) -> bool:
    """Whether several letters stand in a text, so that nobody who signs one of them wrote it all."""
    lines = _lines(pieces)
    return min(sum(map(_salutes, lines)), sum(map(_closes, lines))) > 1


def _lines(pieces: Sequence[Piece]) -> list[str]:
    lines = (line.text.strip(" *_") for piece in pieces for line in piece.unit.lines)
    return [line for line in lines if line]


def _closes(line: str) -> bool:
    """Whether a line is how a letter ends: "Yours sincerely,"."""
    return line.lower().rstrip(" ,.:") in _CLOSINGS


def _salutes(line: str) -> bool:
    """Whether a line is the salutation of a letter: "To the editor,"."""
    words = line.lower().rstrip(" ,:.").split()
    if len(words) > _LONGEST_SALUTATION or not line.endswith((",", ":", ".")):
        return False
    return any(" ".join(words[:count]).rstrip(".") in _SALUTATIONS for count in (1, 2, 3))
