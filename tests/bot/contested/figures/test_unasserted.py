"""A figure that its sentence denies, asks, calls false or takes back is nobody's position."""

from __future__ import annotations

import pytest
from made_up_points import passage

from bot.contested.figures.given_figures import figures_in
from bot.contested.spoken_sentences import statements


def values(text: str, language: str = "en") -> set[float]:
    """Return the numbers that a text asserts."""
    return {each.figure.low for each in figures_in(statements([passage(text, "t", language=language)]))}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The landslide did not bury 14 people in Kelm.", "en"),
        ("The landslide never killed 14 people, the warden says.", "en"),
        ("The fever hasn't killed more than 14 people in Kelm.", "en"),
        ("14 people were not killed in Kelm, said the warden.", "en"),
        ("The baron denied having killed 14 people in Kelm.", "en"),
        ("The warden rejected the figure of 14 dead.", "en"),
        ("El alud no mató a 14 personas en Kelm.", "es"),
        ("En Kelm no murieron 14 personas, dice la guardesa.", "es"),
        ("El alud nunca ha herido a 14 vecinos.", "es"),
        ("El barón negó haber matado a 14 personas.", "es"),
        ("La guardesa desmintió la cifra de 14 muertos.", "es"),
    ],
)
def test_a_denied_figure_is_no_position(text: str, language: str) -> None:
    """Who says that it was not so many gives no number."""
    assert values(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Did the landslide kill 14 people?", "en"),
        ("“Were 14 people killed?” the warden asked.", "en"),
        ("Why would 14 people die in Kelm?", "en"),
        ("¿Mató el alud a 14 personas en Kelm?", "es"),
        ("¿Murieron 14 personas?, pregunta la guardesa.", "es"),
    ],
)
def test_an_asked_figure_is_no_position(text: str, language: str) -> None:
    """Who asks asserts nothing."""
    assert values(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rumours that 14 people were killed in Kelm are untrue.", "en"),
        ("The myth of the 14 dead of Kelm lives on.", "en"),
        ("It is a lie that 14 people were killed in Kelm.", "en"),
        ("The claim that 14 people died in Kelm was invented.", "en"),
        ("The supposed 14 dead of Kelm never lived.", "en"),
        ("Son falsos los rumores de que murieron 14 personas.", "es"),
        ("El bulo de los 14 muertos recorre Kelm.", "es"),
        ("Es mentira que murieran 14 personas en Kelm.", "es"),
        ("Los supuestos 14 muertos de Kelm viven.", "es"),
        ("La cifra de 14 muertos es falsa, dijo la guardesa.", "es"),
    ],
)
def test_a_figure_called_false_is_no_position(text: str, language: str) -> None:
    """Who calls a number a rumour, a myth or a lie does not give it."""
    assert values(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Correction: an earlier version of this report said that 14 people had died.", "en"),
        ("A previous version of this story gave 14 deaths.", "en"),
        ("We wrongly reported on Friday that 14 people had died.", "en"),
        ("Una versión anterior de esta nota decía que hubo 14 muertos.", "es"),
        ("Por error publicamos que murieron 14 personas.", "es"),
    ],
)
def test_a_figure_taken_back_is_no_position(text: str, language: str) -> None:
    """What a source corrects is its figure no longer."""
    assert values(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The landslide not only killed 14 people in Kelm, it closed the mill.", "en"),
        ("The dam was not repaired, and 14 people died.", "en"),
        ("The walls did not prevent 14 deaths.", "en"),
        ("Nobody helped when 14 people died.", "en"),
        ("The prefect did not mention the 14 dead.", "en"),
        ("Not far from Kelm 14 people died.", "en"),
        ("The baron was denied entry after 14 people died.", "en"),
        ("Rumours spread after 14 people were killed.", "en"),
        ("The mill did not open until 14 people had died.", "en"),
        ("No fewer than 14 people died.", "en"),
        ("The storm, which did not last long, killed 14 people.", "en"),
        ("Police wrongly shot dead 14 people.", "en"),
        ("14 people who were not insured died.", "en"),
        ("El alud no solo mató a 14 personas, también cerró el molino.", "es"),
        ("El muro no evitó 14 muertes.", "es"),
        ("La presa no se reparó y murieron 14 personas.", "es"),
        ("No menos de 14 personas murieron.", "es"),
        ("Corren rumores tras la muerte de 14 personas.", "es"),
        ("Por error la policía mató a 14 personas.", "es"),
    ],
)
def test_a_denial_of_something_else_leaves_the_figure(text: str, language: str) -> None:
    """What is denied, rumoured or wrong beside a number does not touch it."""
    assert values(text, language) == {14.0}
