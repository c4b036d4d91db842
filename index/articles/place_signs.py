"""Where a line of a head stands, as signs: from the title, from the text, and what its neighbours are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.articles.bylines import is_byline_label
from index.articles.line_kinds import UnitKind, leads_to_others
from index.articles.pieces import Piece
from index.articles.title_words import body_of
from index.articles.units import ends_sentence
from index.values import frozen

_ABOVE, _IN_TEXT = 12, 8  # pieces over the title, and into the text, in which a head's lines stand
_MOST = 90  # pieces of a head
_STEPS = (1, 2, 3, 5, 9, 17, 33)
_NEAR = 3  # pieces
LONGEST = 24  # words of a line with a name or a day; longer ones are sentences
_DECK, _HEADLINE, _LABEL = 8, 5, 3  # words of a deck's sentence, of a headline and of a label


@frozen
class Zone:
    """The pieces of a text among which its head's lines stand, and where its title and its text are."""

    first: int
    last: int
    title: int | None
    body: int

    @property
    def places(self) -> range:
        """The places of the pieces."""
        return range(self.first, self.last)


def zone_of(pieces: Sequence[Piece], title: int | None) -> Zone:
    """Return where the lines of a head stand: from a little over its title to a little way into its text."""
    body = body_of(pieces)
    if title is not None and title > body:
        body = next((at for at in range(title + 1, len(pieces)) if _is_deck(pieces[at])), len(pieces))
    last = _end_of(pieces, body)
    first = max(0, (body if title is None else title) - _ABOVE)
    return Zone(max(first, last - _MOST), last, title, body)


def _end_of(pieces: Sequence[Piece], body: int) -> int:
    """Return where a head's lines end: a little way into the text, over its end and the titles of others."""
    inside = range(body, min(len(pieces), body + _IN_TEXT))
    others = next((at for at in inside if leads_to_others(pieces[at].text)), None)
    text = [at for at in inside if _is_deck(pieces[at])]
    after = any(map(_is_deck, pieces[inside.stop : inside.stop + _IN_TEXT]))
    end = inside.stop if after else max(text, default=body)
    return min(end, others) if others is not None else end


def place_signs(pieces: Sequence[Piece], zone: Zone, at: int) -> Iterator[str]:
    """Yield where a line stands."""
    yield pieces[at].kind.value
    if zone.title is None:
        yield "no title"
    else:
        side = "above" if at < zone.title else "below"
        yield _binned(f"{side} the title", abs(at - zone.title))
    if at < zone.body:
        yield _binned("over the text", zone.body - at)
    else:
        yield _binned("in the text", at - zone.body + 1)
    yield from (f"under: {sign}" for sign in _looks(pieces, at - 1))
    yield from (f"over: {sign}" for sign in _looks(pieces, at + 1))
    if at and pieces[at - 1].unit.block == pieces[at].unit.block:
        yield "set on above"
    if at + 1 < len(pieces) and pieces[at + 1].unit.block == pieces[at].unit.block:
        yield "set on below"


def title_side(zone: Zone, at: int) -> str:
    """Return on which side of the title a line stands near it, as a word of signs that are told together."""
    if zone.title is None:
        return "no title"
    if 0 < at - zone.title <= 2 * _NEAR:
        return "below the title"
    return "over it" if 0 < zone.title - at <= _NEAR else "elsewhere"


def near_signs(
    name: str, pieces: Sequence[Piece], at: int, fits: Callable[[Piece], object], *, past_long: bool = False
) -> Iterator[str]:
    """Yield on which sides of a line something stands that ``fits``, and whether right beside it: "above: 1".

    A sentence ends the look, unless ``past_long``.
    """
    for step in (-1, 1):
        side = "above" if step < 0 else "below"
        for n in range(1, _NEAR + 1):
            place = at + step * n
            if not 0 <= place < len(pieces):
                break
            if pieces[place].words > LONGEST:
                if past_long:
                    continue
                break
            if fits(pieces[place]):
                yield f"{name} {side}: {1 if n == 1 else 2}"
                break


def _binned(name: str, value: int) -> str:
    return next((f"{name} <= {step}" for step in _STEPS if value <= step), f"{name} > {_STEPS[-1]}")


def _is_deck(piece: Piece) -> bool:
    return piece.is_text and piece.words >= _DECK and ends_sentence(piece.text)


def _looks(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """Yield what a neighbour is."""
    if not 0 <= at < len(pieces):
        yield "nothing"
        return
    piece = pieces[at]
    if is_byline_label(piece.text):
        yield "a label of names"
    elif piece.kind in {UnitKind.DATE, UnitKind.BYLINE, UnitKind.CAPTION, UnitKind.JUNK, UnitKind.BULLET}:
        yield piece.kind.value
    elif _is_deck(piece):
        yield "a sentence"
    elif piece.words >= _HEADLINE:
        yield "a headline"
    elif piece.words <= _LABEL:
        yield "a label"
    else:
        yield "a few words"
