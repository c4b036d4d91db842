"""Two bodies that count one thing in one sentence are told from addends and from two things."""

from __future__ import annotations

import pytest

from index.figures import find_figures

_TWO = [
    ("Organisers said more than a million people marched, while police estimated 240,000.", "en", "crowd"),
    ("Organisers put the crowd at 80,000 and police at 22,000.", "en", "crowd"),
    (
        "The rally drew 550,000 people, according to organisers, and 190,000 according to police.",
        "en",
        "crowd",
    ),
    ("The government says 19 people died, while rights groups say 47.", "en", "deaths"),
    ("The union says 5,000 workers are on strike; the company says 1,200.", "en", "strikers"),
    ("Asistieron 80.000 personas, según los organizadores, y 22.000 según la policía.", "es", "crowd"),
    ("La policía calculó 40.000 manifestantes, pero los convocantes hablaron de 300.000.", "es", "crowd"),
    ("El Gobierno reconoce 19 muertos, mientras que los opositores hablan de 47.", "es", "deaths"),
]


@pytest.mark.parametrize(("sentence", "language", "family"), _TWO)
def test_the_second_of_two_who_count_counts_the_same(sentence: str, language: str, family: str) -> None:
    """A number that another body gives counts what the first one does, and neither is a part."""
    figures = find_figures(sentence, language)
    assert [each.family for each in figures] == [family, family]
    assert not any(each.part for each in figures)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said 40 people were hurt on Monday, and 30 on Tuesday.",
        "The mayor said 300 people marched in Ardale and police said 200 in Borvik.",
        "On Monday police said 300 people marched, and on Friday the union said 200.",
        "The union said 40 people were hurt and it lost 30.",
    ],
)
def test_a_number_of_one_body_or_of_another_place_is_none(sentence: str) -> None:
    """One body that gives two numbers, or two that count at two places or days, count two things."""
    first, second = find_figures(sentence, "en")
    assert first.family
    assert not second.family


@pytest.mark.parametrize(
    ("sentence", "language", "value", "family"),
    [
        ("The number of ferries fell from 12 to 7.", "en", 7, "noun:ferri"),
        ("The number of ferries stood at 7.", "en", 7, "noun:ferri"),
        ("The number of people arrested stood at 30.", "en", 30, "arrests"),
        ("El número de barcos creció, pasando de 12 a 20 millones.", "es", 20_000_000, "noun:barc"),
        ("El número de barcos es de 300.", "es", 300, "noun:barc"),
    ],
)
def test_a_number_behind_its_verb_counts_its_subject(
    sentence: str, language: str, value: float, family: str
) -> None:
    """The subject "number of ferries" says what is counted, wherever the number itself stands."""
    (figure,) = find_figures(sentence, language)
    assert (figure.low, figure.family) == (value, family)


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of ferries was not known when 7 stood idle.",
        "The number of ferries is high, but 7 stood idle.",
        "A number of ferries sailed. In all 7 stood idle.",
    ],
)
def test_a_number_of_another_clause_counts_something_else(sentence: str) -> None:
    """Behind a word that begins another clause a number is none of the subject before it."""
    assert all(each.family != "noun:ferri" for each in find_figures(sentence, "en"))
