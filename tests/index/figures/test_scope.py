"""What figures promise about when, of how much and in what money they hold."""

from __future__ import annotations

import pytest

from index.figures import Figure, find_figures


def only(text: str, language: str = "en") -> Figure:
    """Return the one figure of a text."""
    (figure,) = find_figures(text, language)
    return figure


@pytest.mark.parametrize(
    ("text", "years", "since"),
    [
        ("In 1999 the storm killed 20 people.", (1999,), ()),
        ("In 2016, 9,000 refugees came.", (2016,), ()),
        ("Since 2010 it has had four presidents.", (), (2010,)),
        ("The storm, the worst since 1950, killed 20 people.", (), ()),
    ],
)
def test_a_figure_holds_for_its_years(text: str, years: tuple[int, ...], since: tuple[int, ...]) -> None:
    """The years of its own part of the sentence, or with which the sentence opens."""
    figure = only(text)
    assert (figure.years, figure.since) == (years, since)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The toll rose from 5 to 7 deaths.", 7),
        ("14 people were injured, correcting an earlier figure of 19 people.", 14),
        ("14 people died, not 19 people.", 14),
        ("The approval of the mayor fell from 31 percent to 25 percent.", 25),
    ],
)
def test_what_was_replaced_is_no_figure(text: str, value: float) -> None:
    """Of a change or a correction only what holds now is given."""
    assert only(text).low == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Unemployment rose by 2 percent.", "en"),
        ("El desempleo subió un 2 por ciento.", "es"),
        ("There are 20 deaths a day.", "en"),
        ("The first 40 people were injured.", "en"),
    ],
)
def test_changes_rates_and_firsts_are_parts(text: str, language: str) -> None:
    """A rise, a rate and so many of an order are no total."""
    assert only(text, language).part


def test_a_difference_of_percentages_is_none() -> None:
    """Percentage points are the distance of two percentages."""
    assert find_figures("Unemployment rose by 2 percentage points.", "en") == ()
    assert find_figures("El paro subió 2 puntos porcentuales.", "es") == ()


def test_money_has_its_currency() -> None:
    """The same currency is known by its sign and by its name in both languages."""
    texts = (
        ("It cost $5 million.", "en"),
        ("It cost 5 million dollars.", "en"),
        ("Costó 5 millones de dólares.", "es"),
    )
    assert {only(text, language).noun for text, language in texts} == {"dollar"}
    assert only("It cost 5 million euros.").noun == "euro"
    assert only("The price was two million crowns.").noun == "crown"


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("Two dozen people were injured.", "en", 24, 24),
        ("Several hundred people were injured.", "en", 200, 999),
        ("Over 250 000 people were injured.", "en", 250_000, float("inf")),
        ("Medio centenar de personas resultaron heridas.", "es", 45, 55),
        ("Una veintena de heridos.", "es", 18, 22),
    ],
)
def test_numbers_as_newspapers_write_them(text: str, language: str, low: float, high: float) -> None:
    """Dozens, vague hundreds, groups of digits with blanks and Spanish rounded numbers are read."""
    figure = only(text, language)
    assert (figure.low, figure.high) == (low, high)


def test_ages_and_bases_of_rates_are_no_figures() -> None:
    """An age and the number by which a rate counts are no amounts."""
    assert find_figures("Children under the age of five died.", "en") == ()
    assert [f.low for f in find_figures("There were 9 deaths per 1,000 persons.", "en")] == [9]


def test_outside_a_place_is_not_in_it() -> None:
    """Outside Springfield is another scope than Springfield."""
    assert only("Outside Springfield 20 people died.").places == ("outside Springfield",)


def test_what_might_have_been_was_not_counted() -> None:
    """A number in what could have happened is no figure."""
    assert find_figures("In the fire 400 people could have died.", "en") == ()
    assert find_figures("Podrían haber muerto 90 personas.", "es") == ()


def test_a_name_before_where_is_a_place() -> None:
    """Of “the flood of Ardale, where 40 died” the figure is of Ardale."""
    (figure,) = find_figures("He recalled Ardale, where 40 people died.", "en")
    assert figure.places == ("Ardale",)


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Some 13 people died, an officer said at a briefing held in Sanam.", "en", ()),
        ("The warden told reporters in Ardale that 12 people died in Borvik.", "en", ("Borvik",)),
        ("Murieron 12 personas, dijo en Ardale el alcalde.", "es", ()),
        ("In Ardale 12 people died.", "en", ("Ardale",)),
    ],
)
def test_where_it_is_told_is_not_where_it_was(text: str, language: str, places: tuple[str, ...]) -> None:
    """The place of a briefing, or of who speaks, is no scope of what is told there."""
    assert only(text, language).places == places
