"""What tells for and against a line as the title of a page: where it stands, how it looks, what it says.

No sign is sure: menus hold lines that look like headlines, decks and captions say what the text says, and
titles are said again in the lists of other pages. So each line above a text is described by its signs, which
``titles`` weighs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from index.articles.addresses import Address
from index.articles.byline_names import (
    has_given_name,
    is_known_outlet,
    is_label,
    is_person,
    is_place,
    is_section,
    is_surely_outlet,
)
from index.articles.bylines import is_byline_label
from index.articles.line_kinds import UnitKind, is_caption, leads_to_others
from index.articles.name_lines import name_line_of
from index.articles.outlet_lines import title_of_tab
from index.articles.page_lines import LONGEST_LINE
from index.articles.pieces import Piece
from index.articles.title_runs import run_signs
from index.articles.title_words import LONGEST, OVER_TITLE, SHORTEST, PageWords, body_of, stems, words_of
from index.articles.units import ends_sentence
from index.values import frozen
from index.words import alternatives, either

_FARTHEST = 150  # pieces above the text; menus stand farther from it
_LOCAL = 4  # paragraphs right below a line
_RUNNING, _LONG, _DECK = 8, 16, 60  # words
_NEAR, _FAR = 3, 6  # pieces below and above a line in which its name or its day stands
_MENU = 3  # lines in a row, and words of each
_HEADLINE = 6  # words
_NAME = 5  # words of a line with one
_LABEL = 2  # words of a section over a name or a day
_OFTEN = 8  # times that a word is counted
_TABS = 80  # pieces at the top of a page among which its line in the browser stands
_SILENT = frozenset({UnitKind.JUNK, UnitKind.SEPARATOR, UnitKind.CAPTION})
_NO_TITLE = frozenset({UnitKind.ADDRESS, UnitKind.SEPARATOR})
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CREDIT = re.compile(
    rf"[(\[][^()\[\]]*\b(?:{either('lines', 'pictures')})\b[^()\[\]]*[)\]]\W*$", re.IGNORECASE
)
_OF_PICTURE = re.compile(
    rf"(?P<said>.{{15,}}[.)\"”»]\s*)?(?i:{either('lines', 'pictures')})s?\s*[:/]\s*"
    r"(?P<whose>[^.:]{2,40})\.?"
)
_ENDS = (
    ("sentence", re.compile(r"\.[\"”’»)\]]*$")),
    ("?", re.compile(r"\?[\"”’»)\]]*$")),
    ("!", re.compile(r"![\"”’»)\]]*$")),
    (":", re.compile(r":$")),
    ("cut", re.compile(r"(?:…|\.{3})$")),
    ("bracket", re.compile(r"\([^)]*\)$")),
)
_LOOKS = (
    ("strokes", re.compile(r"[»›>|]|\s/\s|^/")),
    ("link", re.compile(r"@|https?:|www\.|\.(?:com|org|net)\b")),
    ("mark", re.compile(r"[-*•·–—+#\[(<]")),
)


# "Monday, 4 May 2021", "lunes, 4 de mayo de 2021": as the pages of blogs begin.
_DAY_OF_BLOG = re.compile(rf"(?:{alternatives('days', 'weekdays')}),? \d{{1,2}} ", re.IGNORECASE)


@frozen
class Signs:
    """A line that may be the title, by its place among the pieces, and the names of its signs."""

    at: int
    names: frozenset[str]


def signs_of(pieces: Sequence[Piece], address: Address | None) -> list[Signs]:
    """Return the lines of a page's head that may be its title, with what tells for and against each."""
    body = body_of(pieces)
    places = [at for at in range(max(0, body - _FARTHEST), body) if _may_be(pieces[at])]
    page = words_of(pieces, body, address)
    heads = [at for at in places if _is_headline(pieces[at])]
    running = [at for at, piece in enumerate(islice(pieces, body)) if _is_running(piece)]
    again = _Again(
        Counter(piece.text for piece in pieces),
        frozenset(
            title
            for piece in pieces[:_TABS]
            if piece.words <= LONGEST and (title := title_of_tab(piece.text))
        ),
    )
    size = "alone over the text" if len(places) == 1 else _binned("lines", len(places), (3, 6, 12, 40))
    return [
        Signs(
            at,
            frozenset(
                (
                    size,
                    *_shape(pieces[at]),
                    *_kinds(pieces[at]),
                    *_place(pieces, at, body, heads),
                    _binned("paragraphs over it", bisect_left(running, at), (1, 2, 3, 6)),
                    *_above(pieces, at),
                    *_below(pieces, at),
                    *_repeated(pieces, at, again),
                    *_speech(pieces, at, page),
                    *_most(at, heads, page),
                    *_among_decks(pieces, at),
                    *run_signs(pieces, at),
                )
            ),
        )
        for at in places
    ]


@frozen
class _Again:
    """How often each line of a page is said, and the titles in lines as browsers show over pages."""

    lines: Counter[str]
    tabs: frozenset[str]


def _repeated(pieces: Sequence[Piece], at: int, again: _Again) -> Iterator[str]:
    """Yield where else the page says a line."""
    text = pieces[at].text
    if text in again.tabs:
        yield "said in the browser's line"
    if (title := title_of_tab(text)) and title in again.lines:
        yield "the browser's line"
    if text in {pieces[n].text for n in (at - 1, at + 1) if 0 <= n < len(pieces)}:
        yield "twice in a row"
    elif again.lines[text] > 1:
        yield "twice"


def _most(at: int, heads: Sequence[int], page: PageWords) -> Iterator[str]:
    """Yield whether the text speaks of a line first, or most."""
    first = next((n for n in heads if _is_spoken_of(page, n)), None)
    if at == first:
        yield "first spoken of"
    elif first is not None and at > first:
        yield "below one spoken of"
    if at == max(heads, key=page.weight, default=None):
        yield "most spoken of"


def _may_be(piece: Piece) -> bool:
    if not 1 < piece.words <= LONGEST or len(piece.text) > LONGEST_LINE or piece.kind in _NO_TITLE:
        return False
    if not _LETTERS.search(piece.text):
        return False
    if _is_credited(piece.text):
        return False
    return not (piece.words <= SHORTEST and is_surely_outlet(piece.text)) and not is_known_outlet(piece.text)


def _is_credited(text: str) -> bool:
    """Whether a line ends in whose the picture over it is, or says nothing else: "Photos: Coast Press"."""
    match = _OF_PICTURE.fullmatch(text)
    if match is None:
        return False
    if match["said"]:
        return is_surely_outlet(match["whose"]) or is_person(match["whose"])
    return any(map(is_surely_outlet, re.split(r"\s*/\s*", match["whose"])))


def _is_headline(piece: Piece) -> bool:
    return piece.kind is UnitKind.HEADING and piece.words >= SHORTEST and not is_picture(piece)


def is_picture(piece: Piece) -> bool:
    """Whether a line is the text of a picture, by its credit."""
    return is_caption(piece.text) or bool(_CREDIT.search(piece.text))


def _is_spoken_of(page: PageWords, at: int) -> bool:
    return len(page.said[at] & page.text) > 1 and page.share(at, page.text) >= 0.5


def _binned(name: str, value: float, edges: Sequence[float]) -> str:
    """Return the sign of a number: the first edge below which it lies, or that it lies above all."""
    return next((f"{name} < {edge}" for edge in edges if value < edge), f"{name} >= {edges[-1]}")


def _shape(piece: Piece) -> Iterator[str]:
    """Yield how a line looks."""
    text, words = piece.text, piece.text.split()
    yield piece.kind.value
    yield _binned("words", piece.words, (2, 3, 4, 6, 10, 17, 26))
    yield from (f"ends: {name}" for name, pattern in _ENDS if pattern.search(text))
    yield from (f"holds {name}" for name, pattern in _LOOKS[:2] if pattern.search(text))
    if _LOOKS[2][1].match(text):
        yield f"holds {_LOOKS[2][0]}"
    if text[0].islower():
        yield "small letter"
    if text.isupper():
        yield "capitals"
    if ends_sentence(text):
        yield _binned("sentence words", piece.words, (6, 10, 17, 26))
    if piece.words >= SHORTEST:
        yield _binned("capital words", sum(w[0].isupper() for w in words) / len(words), (0.34, 0.67, 0.9))
    if sum(word[0].isdigit() for word in words) >= 0.3 * len(words):
        yield "figures"


def _kinds(piece: Piece) -> Iterator[str]:
    """Yield what else a line may be: a name, a section, an outlet, a label, the text of a picture."""
    text = piece.text
    if is_picture(piece):
        yield "picture"
    if piece.words <= _RUNNING and (line := name_line_of(text)) and line.authors:
        yield "names"
    if piece.words <= SHORTEST and (is_section(text) or is_place(text)):
        yield "section"
    if is_label(text):
        yield "label"
    if piece.note:
        yield "note"


def _is_running(piece: Piece) -> bool:
    """Whether a piece is a paragraph of a text, of whole sentences."""
    return piece.is_text and piece.words >= _LONG and ends_sentence(piece.text)


def _count(pieces: Iterable[Piece], most: int) -> int:
    """Return how many there are; one more than ``most`` where there are more."""
    return sum(1 for _ in islice(pieces, most + 1))


def _place(pieces: Sequence[Piece], at: int, body: int, heads: Sequence[int]) -> Iterator[str]:
    """Yield where a line stands: how far from the text and the top, and among which headlines."""
    between = (p for p in islice(pieces, at + 1, body) if p.kind not in _SILENT)
    yield _binned("to text", _count(between, 40), (1, 2, 3, 5, 9, 17, 40))
    top = next((n for n, piece in enumerate(pieces) if piece.kind is not UnitKind.ADDRESS), 0)
    if at == top:
        yield "at the top"
        yield _binned("at the top, words", pieces[at].words, (4, 10, 17, 26))
        if any(piece.kind in OVER_TITLE for piece in pieces[at + 1 : at + 1 + _NEAR]):
            yield "at the top, over a name or day"
    elif at < top + _NEAR + 1:
        yield "near the top"
    if heads[:1] == [at]:
        above = [p for p in pieces[:at] if p.kind not in _SILENT | _NO_TITLE and p.words > _LABEL]
        if above and all(p.kind in OVER_TITLE for p in above):
            yield "the first headline, below its name or day"
    if at == top + 1 and pieces[top].kind is UnitKind.DATE and _DAY_OF_BLOG.match(pieces[top].text):
        yield "right below the day of a blog"
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    leads = at == top and at in heads and pieces[at].words >= _HEADLINE
    if leads and below is not None and (below.kind in OVER_TITLE or _is_name(below)):
        yield "a headline at the top, right over its name or day"
    if at in heads:
        rank = heads.index(at)
        yield _binned("headlines over it", rank, (1, 2, 4, 9))
        yield _binned("headlines under it", len(heads) - 1 - rank, (1, 2, 4, 9))


def _above(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """Yield what stands above a line."""
    kinds = [piece.kind for piece in pieces[max(0, at - _FAR) : at]]
    yield from (f"over it: {kind.value}" for kind in OVER_TITLE if kind in kinds)
    if not at:
        return
    above = pieces[at - 1]
    if above.kind in OVER_TITLE:
        yield "right below a name or day"
    if above.kind is UnitKind.JUNK:
        yield "below furniture"
    if above.words >= _RUNNING and ends_sentence(above.text):
        yield "below a sentence"
    elif above.words >= SHORTEST:
        yield "below a headline"
        if 1.5 * above.words < pieces[at].words:
            yield "below a shorter headline"
    if at >= _MENU and all(piece.words <= _MENU for piece in pieces[at - _MENU : at]):
        yield "below a menu"
    if above.unit.block == pieces[at].unit.block:
        yield "set on above"
    if any(leads_to_others(piece.text) for piece in pieces[max(0, at - _NEAR) : at]):
        yield "below a label of other texts"


def _below(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """Yield what stands below a line."""
    kinds = [piece.kind in OVER_TITLE or _is_name(piece) for piece in pieces[at + 1 : at + 1 + _FAR]]
    if any(kinds):
        place = kinds.index(True)
        yield "right over a name or day" if place == 0 else "over one" if place < _NEAR else "far over one"
    if any(is_byline_label(piece.text) for piece in pieces[at + 1 : at + 3]):
        yield "over a byline's label"
    if at + 1 == len(pieces):
        return
    below = pieces[at + 1]
    if below.kind is UnitKind.JUNK:
        yield "over furniture"
    if _RUNNING <= below.words <= _DECK and ends_sentence(below.text):
        yield "over a deck"
    if below.words >= SHORTEST and not ends_sentence(below.text) and below.kind not in OVER_TITLE:
        yield "over a headline"
    menu = pieces[at + 1 : at + 1 + _MENU]
    if len(menu) == _MENU and all(piece.words <= _MENU for piece in menu):
        yield "over a menu"
    if below.unit.block == pieces[at].unit.block:
        yield "set on below"


def _is_name(piece: Piece) -> bool:
    """Whether a line is nothing but the name of somebody whose first name is known."""
    if piece.kind is not UnitKind.HEADING or not 1 < piece.words <= _NAME:
        return False
    line = name_line_of(piece.text)
    return line is not None and bool(line.authors) and all(map(has_given_name, line.authors))


def _among_decks(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """Yield whether a line is a deck over its title, long and right over a shorter one, or is below both."""
    deck, over = pieces[at - 1], pieces[max(0, at - 2)]
    if at > 1 and _is_headline(over) and deck.words >= _RUNNING and ends_sentence(deck.text):
        yield "below a headline and its deck"
    title, text = pieces[at + 1 : at + 2], pieces[at + 2 : at + 3]
    if not (title and text and text[0].is_text and _is_headline(title[0])):
        return
    if text[0].words >= _RUNNING and pieces[at].words > max(_LONG, 1.5 * title[0].words):
        yield "a deck over a title"


def _speech(pieces: Sequence[Piece], at: int, page: PageWords) -> Iterator[str]:
    """Yield how much of what a line says the text says, and the address."""
    running = (n for n in range(at + 1, len(pieces)) if pieces[n].is_text and pieces[n].words >= _RUNNING)
    below = frozenset().union(*(page.said[n] for n in islice(running, _LOCAL)))
    share = page.share(at, page.text)
    yield _binned("said in the text", share, (0.01, 0.34, 0.5, 0.7, 0.9))
    yield _binned("words said in the text", len(page.said[at] & page.text), (1, 2, 3, 5))
    yield _binned("said at its beginning", page.share(at, page.lead), (0.01, 0.34, 0.6))
    yield _binned("said right below", page.share(at, below), (0.01, 0.34, 0.6))
    often = sum(min(page.often[stem], _OFTEN) for stem in page.said[at]) / (len(page.said[at]) or 1)
    yield _binned("said so often", often, (0.3, 1, 2, 3.5))
    if pieces[at].words >= SHORTEST and share < 0.34:
        yield "a line of which the text hardly speaks"
        if not share and pieces[at].text.isupper():
            yield "capitals of which the text does not speak"
    if page.path:
        spelt = stems(pieces[at].text)
        same = len(page.path & spelt)
        yield _binned("of the address", same / len(page.path), (0.01, 0.34, 0.6, 0.8))
        yield _binned("in the address", same / len(spelt) if spelt else 0, (0.01, 0.34, 0.6, 0.8))
