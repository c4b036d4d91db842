"""Figures of two places of one name, of two years' news or of an update in one text are no quarrel."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, of_kind, passage

from bot.answer import Kind
from bot.contested.figures.given_figures import figures_in
from bot.contested.figures.two_events import of_two_events
from bot.contested.library import library_points
from bot.contested.spoken_sentences import statements


def positions(question: str, *texts: tuple[str, str], language: str = "en") -> list[list[str]]:
    """Return the labels of the figure cards on texts with their dates, at a question and in the library."""
    rows = [passage(text, f"t{n}", date, language=language) for n, (text, date) in enumerate(texts)]
    asked = of_kind(ask(question, *rows, language=language), Kind.FIGURE)
    listed = [point for point in library_points(rows, language) if point.kind is Kind.FIGURE]
    return [labels(point) for point in (*asked, *listed)]


@pytest.mark.parametrize(
    ("question", "one", "other", "language"),
    [
        (
            "How many people drowned in Kelm?",
            "Four people drowned in Kelm, Norland, on Monday.",
            "Eight people drowned in Kelm, Sudmark, on Monday.",
            "en",
        ),
        (
            "How many people drowned in Kelm?",
            "Four people drowned in Kelm on Monday.",
            "Eight people drowned in Upper Kelm on Monday.",
            "en",
        ),
        (
            "¿Cuántas personas murieron en Kelma?",
            "Cuatro personas murieron en Kelma (Norlandia).",
            "Ocho personas murieron en Kelma, Sudmarca.",
            "es",
        ),
        (
            "¿Cuántas personas murieron en Kelma?",
            "Cuatro personas murieron en Kelma el lunes.",
            "Ocho personas murieron en Nueva Kelma el lunes.",
            "es",
        ),
    ],
)
def test_two_places_of_one_name_are_two(question: str, one: str, other: str, language: str) -> None:
    """What lies in two lands, or has a word before its name, is another place."""
    assert positions(question, (one, "2021-05-03"), (other, "2021-05-03"), language=language) == []


@pytest.mark.parametrize(
    ("question", "one", "other", "language"),
    [
        (
            "How many people did the fire in Kelm kill?",
            "The fire in Kelm killed 4 people on Monday.",
            "The fire in Kelm killed 8 people on Friday.",
            "en",
        ),
        (
            "How many people did the fire in Kelm kill?",
            "The fire in Kelm killed 4 people last night.",
            "The fire in Kelm killed 8 people yesterday.",
            "en",
        ),
        (
            "¿A cuántas personas mató el incendio de Kelma?",
            "El incendio de Kelma mató a 4 personas el lunes.",
            "El incendio de Kelma mató a 8 personas ayer.",
            "es",
        ),
    ],
)
def test_the_news_of_two_years_is_of_two_events(question: str, one: str, other: str, language: str) -> None:
    """A text that tells of its own days tells of nothing that was in the papers years before."""
    assert positions(question, (one, "2001-05-03"), (other, "2017-02-08"), language=language) == []


def test_a_look_back_may_be_of_the_same_event() -> None:
    """A later text that tells of no day of its own looks back; one that tells of its Friday does not."""
    told = passage("The fire in Kelm killed 4 people on Monday.", "t0", "2001-05-03")
    for text, two in (("The fire killed 8 people.", False), ("The fire killed 8 people on Friday.", True)):
        later = passage(text, "t1", "2017-02-08")
        one, other = figures_in(statements([told, later]))
        assert of_two_events(one, other) is two


def test_a_place_in_a_list_lies_in_none() -> None:
    """Places that stand beside each other in a list are not one in the other."""
    found = positions(
        "How many people drowned in Kelm?",
        ("Four people drowned in Kelm, Orne and Vail.", "2021-05-03"),
        ("Eight people drowned in Kelm, Norland.", "2021-05-03"),
    )
    assert found


@pytest.mark.parametrize(
    ("question", "one", "other", "language"),
    [
        (
            "How many people died in the Kelm fire?",
            "Police said on Saturday that 14 people had died in the Kelm fire. On Sunday they lowered the"
            " figure to 13.",
            "The Kelm fire killed 13 people.",
            "en",
        ),
        (
            "How many people died in the Kelm fire?",
            "The Kelm fire killed 3 people, the reeve, Ola Brandt, said at noon. Later Brandt said that the"
            " Kelm fire had killed 13 people.",
            "The Kelm fire killed 13 people.",
            "en",
        ),
        (
            "¿Cuántas personas murieron en el incendio de Kelma?",
            "La policía dijo el sábado que murieron 14 personas en el incendio de Kelma. El domingo rebajó"
            " la cifra a 13 muertos.",
            "El incendio de Kelma mató a 13 personas.",
            "es",
        ),
    ],
)
def test_the_last_word_of_a_text_is_its_figure(question: str, one: str, other: str, language: str) -> None:
    """Who corrects himself does not stand against himself."""
    assert positions(question, (one, "2021-05-03"), (other, "2021-05-05"), language=language) == []


def test_what_is_to_come_is_not_counted_against_what_was() -> None:
    """A forecast is no toll."""
    assert not positions(
        "How many people did the fever kill in Kelm?",
        ("The fever killed 40 people in Kelm last winter.", "2021-05-03"),
        ("The fever will kill 90 people in Kelm next winter, healers fear.", "2021-05-05"),
    )
    assert not positions(
        "¿A cuántas personas mató la fiebre en Kelma?",
        ("La fiebre mató a 40 personas en Kelma.", "2021-05-03"),
        ("La fiebre matará a 90 personas en Kelma el próximo invierno.", "2021-05-05"),
        language="es",
    )


@pytest.mark.parametrize(
    ("question", "one", "other", "language"),
    [
        (
            "How many people did the storm kill in Kelm?",
            "The storm killed 24 people in Kelm on Monday.",
            "In 1999 a storm took the same way through Kelm. That storm killed 36 people.",
            "en",
        ),
        (
            "¿A cuántas personas mató la tormenta en Kelma?",
            "La tormenta mató a 24 personas en Kelma el lunes.",
            "En 1999 otra siguió el mismo camino por Kelma. Aquella tormenta mató a 36 personas.",
            "es",
        ),
    ],
)
def test_what_a_sentence_points_back_to_is_of_its_year(
    question: str, one: str, other: str, language: str
) -> None:
    """A figure of what happened in the year that the sentence before names is none of this year's."""
    assert positions(question, (one, "2013-05-21"), (other, "2013-05-21"), language=language) == []
