"""Two bodies that count in one sentence are two positions, each under its own part of it."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, of_kind, passage

from bot.answer import ContestedPoint, Kind


def found(question: str, *texts: str, language: str = "en") -> list[ContestedPoint]:
    """Return the points of figures on a question about texts of as many sources."""
    passages = (passage(text, f"t{number}", language=language) for number, text in enumerate(texts))
    return of_kind(ask(question, *passages, language=language), Kind.FIGURE)


@pytest.mark.parametrize(
    ("question", "text", "quotes", "language"),
    [
        (
            "How many people joined the levy march?",
            "Organisers said a million people joined the levy march, while police estimated 240,000 then.",
            {
                "Organisers said a million people joined the levy march",
                "police estimated 240,000 then.",
            },
            "en",
        ),
        (
            "¿Cuánta gente marchó en Ardale?",
            "En Ardale marcharon 80.000 personas, según los convocantes, y 2.000 según la policía.",
            {
                "En Ardale marcharon 80.000 personas, según los convocantes",
                "2.000 según la policía.",
            },
            "es",
        ),
    ],
)
def test_each_of_two_who_count_stands_by_itself(
    question: str, text: str, quotes: set[str], language: str
) -> None:
    """One sentence that names who counts what holds two positions, each with the words of its own."""
    (table,) = found(question, text, language=language)
    assert {position.claims[0].quote for position in table.positions} == quotes


def test_one_voice_holds_no_two_positions() -> None:
    """One body that gives two numbers in a sentence counts two things."""
    assert not found(
        "How many people joined the levy march?",
        "Police said 300 people joined the levy march at noon and 900 by dusk.",
    )


def test_a_crowd_of_another_day_is_not_told() -> None:
    """Who asks of a march in June is told of none in July, named by its month or by the day of the week."""
    (table,) = found(
        "How many people marched in Ardale on 9 June?",
        "On 9 June organisers said a million people marched in Ardale, although police said 240,000.",
        "On 1 July 550,000 people marched in Ardale.",
    )
    assert set(labels(table)) == {"“a million people”", "“240,000”"}
    later = passage("On Sunday 550,000 people marched in Ardale.", "late", date="2019-07-09")
    first = passage("On 9 June a million people marched in Ardale.", "first", date="2019-06-10")
    assert not of_kind(ask("How many people marched in Ardale on 9 June?", first, later), Kind.FIGURE)


def test_a_month_need_not_stand_by_each_figure() -> None:
    """A text that tells of Sunday's march in June need not name the month beside its numbers."""
    one = passage("On Sunday organisers said a million people marched in Ardale.", "one", date="2019-06-10")
    other = passage("Police said 240,000 people marched in Ardale on Sunday.", "other", date="2019-06-11")
    (table,) = of_kind(ask("How many people marched in Ardale in June?", one, other), Kind.FIGURE)
    assert set(labels(table)) == {"“a million people”", "“240,000 people”"}


def test_a_people_may_be_all_who_are_asked_about() -> None:
    """In a table that asserts nothing those of one people stand beside people in general."""
    (table,) = found(
        "How many people were arrested in Ardale after the raid?",
        "Officials arrested 18 Norlanians in Ardale after the raid.",
        "After the raid 21 people were arrested in Ardale.",
    )
    assert len(table.positions) == 2
