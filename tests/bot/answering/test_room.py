"""What one look has room for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.answer import Answer, Claim, ContestedPoint, Kind, Position, Status
from bot.answering.one_look import FEW_WORDS, LINES, as_it_is, claim_lines, in_one_look
from bot.answering.respond import Question, respond
from bot.finding.span import ROOMY_WORDS, USUAL_WORDS
from index.embedded import open_library
from index.model import Source, Stance
from index.values import replace


def claim(number: int, words: int, bearing: float) -> Claim:
    """Return a claim of another source with a quote of so many words."""
    quote = " ".join(["lantern"] * words) + "."
    file = f"{number}.md"
    return Claim(number, quote, f"{number}#1", file, 0, len(quote), Source(), 1.0, bearing=bearing)


def test_a_better_claim_that_has_no_room_is_not_replaced_by_a_lesser_one() -> None:
    """What bears less and is short does not come past what bears more."""
    claims = (claim(1, 90, 1.0), claim(2, 90, 0.9), claim(3, 90, 0.8), claim(4, 5, 0.7))
    answer = Answer("Where is the lantern?", "en", Status.ANSWERED, claims=claims)
    shown = in_one_look(answer, as_it_is).claims
    assert [each.file for each in shown] == ["1.md"]


def cut(whole: Claim, words: int) -> Claim:
    """Return a claim with the first words of its quote."""
    quote = " ".join(whole.quote.split()[:words])
    return replace(whole, quote=quote, end=whole.start + len(quote))


def test_lines_that_are_left_show_what_stands_around_a_quote() -> None:
    """One claim alone is quoted at more length than four, of which none is left out for it."""
    answer = Answer("Where is the lantern?", "en", Status.ANSWERED, claims=(claim(1, 90, 1.0),))
    assert [len(each.quote.split()) for each in in_one_look(answer, cut).claims] == [ROOMY_WORDS]
    many = replace(answer, claims=tuple(claim(number, 90, 1.0) for number in range(1, 5)))
    short = in_one_look(many, lambda whole, _: cut(whole, USUAL_WORDS)).claims
    assert [each.file for each in short] == [
        each.file for each in in_one_look(many, cut).claims[: len(short)]
    ]


def test_a_claim_without_room_is_cut_to_fit() -> None:
    """A claim for which too few lines are left is quoted in few words before it is left out."""
    claims = tuple(claim(number, 90, 1.0 - number / 100) for number in range(1, 5))
    answer = Answer("Where is the lantern?", "en", Status.ANSWERED, claims=claims)
    words = [len(each.quote.split()) for each in in_one_look(answer, cut).claims]
    assert min(words) == FEW_WORDS
    assert sum(map(claim_lines, in_one_look(answer, cut).claims)) < LINES


def test_another_voice_that_has_room_is_heard_where_several_may_answer() -> None:
    """Where sources may well differ, a voice too long for the screen does not silence the one behind it."""
    claims = (claim(1, 90, 1.0), claim(2, 90, 0.9), claim(3, 90, 0.8), claim(4, 5, 0.7))
    answer = Answer("Is the lantern lit?", "en", Status.ANSWERED, claims=claims)
    shown = in_one_look(answer, as_it_is, stand=lambda _: frozenset()).claims
    assert [each.file for each in shown] == ["1.md", "4.md"]


def test_a_card_of_amounts_that_has_no_room_leaves_out_what_fewest_sources_give() -> None:
    """Of many amounts those of most sources stay, and the card fits the screen."""
    amounts = [claim(number, 30, 1.0) for number in range(1, 9)]
    positions = [Position(f"“{each.number}”", (each,)) for each in amounts[:-1]]
    positions.append(Position("“8”", (replace(amounts[-1], group="x"),), (("y", Stance.REPORTED),)))
    card = ContestedPoint("figure-lanterns", Kind.FIGURE, "Number of lanterns", tuple(positions))
    answer = Answer("How many lanterns?", "en", Status.ANSWERED, contested=(card,))
    (shown,) = in_one_look(answer, as_it_is).contested
    assert "“8”" in [position.label for position in shown.positions]
    assert 2 <= len(shown.positions) < len(positions)


MILL = {
    "one.md": "---\ntitle: The mill\noutlet: Post\n---\n\nThe council of Ardale voted to close the old "
    "mill by the river. “The roof leaks and the wheel is rotten,” said Ana Ejemplo, the mayor.\n",
    "two.md": "The ferry stops at Lasa, and the hall by the pier is let to painters.\n",
}


def test_lines_that_are_left_show_who_answers_beside_what_repeats_the_question(
    library: Callable[..., Path],
) -> None:
    """The sentence that has all of a question tells it again; the reason stands in the next, as speech."""
    asked = Question("Why did the council of Ardale vote to close the old mill?")
    only = respond(open_library(library(MILL)), asked).claims[0]
    assert "voted to close" in only.quote
    assert "the wheel is rotten" in only.quote
    assert [each.speaker for each in only.voices] == ["Ana Ejemplo"]
