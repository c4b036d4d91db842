"""A card sets words of two voices apart, never one sentence against itself."""

from __future__ import annotations

from bot.answer import Claim, ContestedPoint, Kind, Position
from bot.contested.positions import of_two_quotes
from index.model import Source


def card(*starts: int) -> ContestedPoint:
    """Return a card with a quote for each side, by where it starts in one file."""
    claims = [Claim(1, "words", "a#1", "a.md", start, start + 5, Source(), 1.0) for start in starts]
    positions = tuple(Position(f"“{start}”", (claim,)) for start, claim in zip(starts, claims, strict=True))
    return ContestedPoint("how", Kind.FRAMING, "How it is judged", positions)


def test_one_quote_under_every_side_is_no_card() -> None:
    """Where every side shows the same words, nothing is set apart; two sentences of one text may be."""
    assert not of_two_quotes(card(0, 0))
    assert of_two_quotes(card(0, 9))
