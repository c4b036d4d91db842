"""Which line of a page is its title: that for which all signs together speak, where they are clear."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from index.articles.addresses import Address
from index.articles.byline_names import has_given_name, is_person, is_surely_outlet, person
from index.articles.line_kinds import UnitKind, is_encyclopedias, is_last_line
from index.articles.outlet_lines import title_of_tab
from index.articles.pieces import Piece
from index.articles.talks import turn_of
from index.articles.title_signs import signs_of
from index.articles.title_weights import NONE, WEIGHTS
from index.articles.title_words import OVER_TITLE, SHORTEST, body_of
from index.articles.units import ends_sentence
from index.text.dates import find_date
from index.text.letters import CAPITALS
from index.text.sentences import sentences
from index.words import either

_SURE = 0.45  # how likely a title is that is told: a wrong one is worse than none
_HALF = 6  # words of each half of a title that is set in two; labels are shorter
_DECK = 16  # words of a sentence that is no title
_SENTENCE = 8  # words of one that is seldom a headline
_AS_LIKELY = 0.5  # as the deck below it, at least, of a headline that is the title
_DATED = 8  # words of a line with a day that says nothing else
_BY = re.compile(rf"(?i:{either('bylines', 'posted_by')})\s+[{CAPITALS}]")
_SIGNED = re.compile(
    rf"(?P<title>.{{8,}}?)\s*[,.|/–—-]\s*(?i:{either('bylines', 'posted_by')})\s*:?\s+"
    rf"(?P<name>[{CAPITALS}].{{4,50}})"
)
_HANDLE = re.compile(r"(?:^|[\s(])@\w")
_NAME = 4  # words of a person's name
_NEAR = 4  # pieces between a row that ends in a title and the title


def title_of(pieces: Sequence[Piece], address: Address | None, *, first: bool = True) -> int | None:
    """Return the place of the title among the pieces of a text, None where no line is surely it.

    Of a text that is not the ``first`` of its page only a heading is: the page's own lines stand above.
    """
    body = body_of(pieces)
    if (beside := _beside_opening(pieces[:body])) is not None:
        return beside
    if body == len(pieces) and _heads_lines(pieces):
        return 0
    lines = {
        line.at: math.exp(math.fsum(WEIGHTS.get(name, 0.0) for name in line.names))
        for line in signs_of(pieces, address)
        if not (_only_says_when(pieces[line.at]) or turn_of(pieces[line.at].text))
    }
    best = max(lines, key=lines.__getitem__, default=None)
    if best and _is_deck(pieces, best) and lines.get(best - 1, 0.0) >= _AS_LIKELY * lines[best]:
        best -= 1
    if best is None or _of_one(pieces, lines, best) < _SURE * (sum(lines.values()) + math.exp(NONE)):
        return None
    if _is_no_title(pieces[best]) or _is_writer(pieces, best) or _goes_on(pieces, best):
        return None
    at = _last_said(pieces, _alone(pieces, _without_site(pieces, lines, best)), body)
    return at if first or pieces[at].kind is UnitKind.HEADING else None


def _only_says_when(piece: Piece) -> bool:
    """Whether a line is a day, or who wrote it: it takes nothing from the title below it."""
    return piece.kind in OVER_TITLE and piece.words <= _DATED and bool(find_date(piece.text))


def _of_one(pieces: Sequence[Piece], lines: Mapping[int, float], best: int) -> float:
    """Return how much speaks for a line and for the same said again, its deck or the rest of a head."""
    again = [at for at in lines if at != best and _says_again(pieces[at].text, pieces[best].text)]
    if again:
        return lines[best] + sum(lines[at] for at in again)
    if best + 1 in lines and _is_deck(pieces, best + 1):
        return lines[best] + lines[best + 1]
    halves = [at for at in lines if pieces[at].kind is UnitKind.HEADING and pieces[at].words >= _HALF]
    is_parted = best in halves and len(halves) == 2 and halves[1] == halves[0] + 1
    return sum(lines[at] for at in halves) if is_parted else lines[best]


def _is_deck(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line is a sentence right below a headline shorter than it."""
    over = pieces[at - 1] if at else None
    headed = over is not None and over.kind is UnitKind.HEADING and SHORTEST <= over.words < pieces[at].words
    return headed and pieces[at].kind is UnitKind.TEXT


def _is_credited(piece: Piece) -> bool:
    """Whether a line is the text of a film or a picture: a sentence, and behind it the outlet whose it is."""
    said = sentences(piece.text) if piece.words >= _DECK else []
    behind = piece.text[said[-1][0] :].strip(" .").replace("-", " ") if len(said) > 1 else ""
    return bool(behind) and is_surely_outlet(behind)


def _says_again(one: str, other: str) -> bool:
    """Whether two lines are one title, of which a browser's line may hold the site's name as well."""
    return one == other or title_of_tab(one) == other or title_of_tab(other) == one


def _without_site(pieces: Sequence[Piece], lines: Mapping[int, float], best: int) -> int:
    """Return where the title of a browser's line stands without its site's name, else where it stands."""
    title = title_of_tab(pieces[best].text)
    return next((at for at in lines if title and pieces[at].text == title), best)


def _is_no_title(piece: Piece) -> bool:
    """Whether a line is no title though it stands where one would: then the page has none.

    It says who wrote or when; it is a deck or a text's first sentence; or it begins what goes on below, as a
    letter's salutation does.
    """
    text = piece.text
    return (
        piece.kind in OVER_TITLE
        or (piece.words >= _DECK and ends_sentence(text) and piece.kind is not UnitKind.HEADING)
        or text.endswith((",", ";", ":"))
        or _is_credited(piece)
        or is_last_line(text)
        or bool(_BY.match(text) or _HANDLE.search(text))
        or (piece.words <= _DATED and bool(find_date(text)))
    )


def _is_writer(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line is the name of a person of whom the text does not speak: who wrote it, perhaps."""
    name = pieces[at].text.strip()
    below = " ".join(piece.text for piece in pieces[at + 1 : at + 1 + _NEAR])
    named = len(name.split()) <= _NAME and is_person(name) and has_given_name(name)
    return named and name.split()[-1] not in below


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line is of the text: a sentence by no name or day, or below "Here is the whole letter:"."""
    beside = pieces[max(0, at - 1) : at + _NEAR]
    if pieces[at].text.endswith(".") and pieces[at].words >= _SENTENCE:
        return not any(piece.kind in OVER_TITLE for piece in beside)
    above = pieces[at - 1] if at else None
    return above is not None and above.words >= SHORTEST and above.text.endswith(":")


def _alone(pieces: Sequence[Piece], at: int) -> int:
    """Return where a title stands alone below a row that ends in it: "Gazette / Harbour / Harbour closed"."""
    below = range(at + 1, min(len(pieces), at + 1 + _NEAR))
    row = pieces[at].text
    ends = (n for n in below if pieces[n].words >= SHORTEST and row.endswith(pieces[n].text))
    return next(ends, at)


def author_in_title(title: str | None) -> tuple[str, str] | None:
    """Return a title and the name that it ends with: "Harbour closed, by Ana Ejemplo"."""
    match = _SIGNED.fullmatch(title or "")
    name = person(match["name"]) if match else None
    return (match["title"], name) if match and name and has_given_name(name) else None


def _last_said(pieces: Sequence[Piece], at: int, body: int) -> int:
    """Return where a title stands for the last time above the text: the first may be a bar's over menus."""
    same = (n for n in range(body - 1, at, -1) if pieces[n].text == pieces[at].text)
    return next((n for n in same if pieces[n].kind is UnitKind.HEADING), at)


def _heads_lines(pieces: Sequence[Piece]) -> bool:
    """Whether a heading stands apart over short lines, as over a poem."""
    apart = len(pieces) > 1 and pieces[0].unit.block != pieces[1].unit.block
    headed = pieces[0].kind is UnitKind.HEADING and not (_is_no_title(pieces[0]) or _is_writer(pieces, 0))
    return apart and headed and all(piece.is_text for piece in pieces[1:])


def _beside_opening(pieces: Sequence[Piece]) -> int | None:
    """Return the heading beside the line with which an encyclopedia's pages begin: above, else below it."""
    opened = [at for at, piece in enumerate(pieces) if is_encyclopedias(piece.text)]
    beside = (opened[-1] - 1, opened[-1] + 1) if opened else ()
    return next((at for at in beside if 0 <= at < len(pieces) and pieces[at].kind is UnitKind.HEADING), None)
