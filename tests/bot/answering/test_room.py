"""What one look has room for."""

from __future__ import annotations

from bot.answer import Answer, Claim, Status
from bot.answering.one_look import as_it_is, in_one_look
from index.model import Source


def claim(number: int, words: int, bearing: float) -> Claim:
    """Return a claim of another source with a quote of so many words."""
    quote = " ".join(["lantern"] * words)
    file = f"{number}.md"
    return Claim(number, quote, f"{number}#1", file, 0, len(quote), Source(), 1.0, bearing=bearing)


def test_a_better_claim_that_has_no_room_is_not_replaced_by_a_lesser_one() -> None:
    """What bears less and is short does not come past what bears more."""
    claims = (claim(1, 90, 1.0), claim(2, 90, 0.9), claim(3, 90, 0.8), claim(4, 5, 0.7))
    answer = Answer("Where is the lantern?", "en", Status.ANSWERED, claims=claims)
    shown = in_one_look(answer, as_it_is).claims
    assert [each.file for each in shown] == ["1.md"]
