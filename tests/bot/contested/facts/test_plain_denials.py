"""A deed that one voice denies and another affirms, without a name in it. All texts are made up."""

from __future__ import annotations

import pytest
from made_up_points import ask, passage

from bot.answer import Kind
from bot.contested import library_points
from index.model import Mode, Passage, Voice
from index.values import replace


def _told(text: str, number: int, speaker: str | None = None, said: str = "") -> Passage:
    """Return a paragraph of one article, in which a speaker says a part."""
    start = text.find(said) if said else 0
    voices = (Voice(start, start + len(said), speaker, Mode.INDIRECT),) if speaker else ()
    made = passage(text, "quay", "2021-01-01", voices)
    return replace(made, paragraph=replace(made.paragraph, number=number))


CLAIM = "the lease represented a privatisation of the Keld quay"
DENIAL = "The lease does not represent a privatisation."


@pytest.mark.parametrize("behind", [".", ", but that is false."])
def test_an_author_stands_against_whom_he_reports(behind: str) -> None:
    """In one article the reported voice and the author who denies it are two."""
    one = _told(f"Ada Penn said {CLAIM}{behind}", 1, "Ada Penn", f"{CLAIM}{behind}")
    (point,) = library_points([one, _told(DENIAL, 2)], "en")
    assert sorted([claim.paragraph[-1] for claim in each.claims] for each in point.positions) == [
        ["1"],
        ["2"],
    ]


def test_two_speakers_of_one_article_are_two_voices() -> None:
    """Whoever is reported to affirm stands against whoever is reported to deny."""
    one = _told(f"Ada Penn said {CLAIM}.", 1, "Ada Penn", CLAIM)
    other = _told(
        "Olav Muster said the lease does not represent a privatisation.", 2, "Olav Muster", DENIAL[4:]
    )
    assert len(library_points([one, other], "en")) == 1


def test_one_speaker_does_not_stand_against_herself() -> None:
    """What one and the same person says in two sentences is no quarrel."""
    one = _told(f"Ada Penn said {CLAIM}.", 1, "Ada Penn", CLAIM)
    other = _told(f"Ada Penn said: {DENIAL}", 2, "Ada Penn", DENIAL)
    assert not library_points([one, other], "en")


def test_the_answer_shows_what_is_listed() -> None:
    """Who asks for the matter gets the card."""
    one = passage("Prolonged use of visors causes dermatosis.", "a", "2021-03-01")
    other = passage("Cloth visors do not cause dermatosis, the skin clinic wrote.", "b", "2021-03-09")
    cards = [point for point in ask("Do visors cause dermatosis?", one, other) if point.kind is Kind.FACT]
    assert len(cards) == 1 and len(cards[0].positions) == 2


def test_another_no_in_a_sentence_takes_nothing_from_what_it_says_before() -> None:
    """What is said before the clause that says no is said."""
    one = _told(f"Ada Penn said {CLAIM}, but she has not signed it.", 1, "Ada Penn", CLAIM)
    assert len(library_points([one, _told(DENIAL, 2)], "en")) == 1


def test_what_is_asked_not_to_be_done_is_not_denied() -> None:
    """Who asks for something not to be hidden says nothing of whether it was."""
    one = passage(
        "The Keld lawyers' league asked the council of Ardale not to hide the sale of the quay.", "a"
    )
    other = passage(
        "The Ardale council warned the Keld lawyers' league against hiding the sale of the quay.", "b"
    )
    assert not library_points([one, other], "en")


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        ("Borvik Water said it was not aware of any danger at the Keld dam.", True),
        ("The farmers of Oren were not aware of any danger at the Keld dam.", False),
    ],
)
def test_whether_a_body_knew_is_a_matter(other: str, differ: bool) -> None:
    """Of one and the same body one voice says that it knew, another that it did not."""
    one = passage("Borvik Water knew of the danger at the Keld dam, Ada Penn said.", "a", "2021-03-01")
    assert bool(library_points([one, passage(other, "b", "2021-03-02")], "en")) is differ


def test_what_is_never_written_in_a_thing_does_not_deny_that_it_was_written() -> None:
    """Who never wrote in the notes that he was hindered may have written notes."""
    said = "Penn wrote seven notes, four of them in Keld"
    one = _told(f"Dora Orst said {said}.", 1, "Dora Orst", said)
    no = "Penn never wrote in the notes that he felt hindered in his work"
    assert not library_points([one, _told(f"{no}, the members said.", 2, "the members", no)], "en")
