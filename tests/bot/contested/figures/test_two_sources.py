"""Two who count one thing in one sentence, what each source counts once, journeys and ages of groups."""

from __future__ import annotations

import pytest
from made_up_points import passage

from bot.contested import library_points


def figures(*texts: str, language: str = "en") -> list[list[str]]:
    """Return the labels of each figure on which texts of one day differ."""
    told = [
        passage(text, name, "2020-05-12", language=language)
        for text, name in zip(texts, "abcd", strict=False)
    ]
    points = library_points(told, "en")
    return [
        [each.label.strip("“”") for each in point.positions] for point in points if point.kind == "figure"
    ]


@pytest.mark.parametrize(
    ("text", "values", "language"),
    [
        (
            "El plan salva prados – 750 casas, según la junta y 1.900 casas, según Ardalia– junto a Keld.",
            {"750", "1.900"},
            "es",
        ),
        (
            "La junta quiere vender 800 parcelas -unas 1.400 según los vecinos-, que están junto a Keld.",
            {"800", "unas 1.400"},
            "es",
        ),
        (
            "The council sold 90 plots, according to the farm, and 140 plots, according to Tisk, in May.",
            {"90", "140"},
            "en",
        ),
        ("The council sold 90 plots (140, according to Olga Tisk) near Keld.", {"90", "140"}, "en"),
    ],
)
def test_two_sources_of_one_sentence_differ(text: str, values: set[str], language: str) -> None:
    """Where "according to" stands beside a second number of one thing, two sources count it."""
    assert [set(row) for row in figures(text, language=language)] == [values]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council sold 90 plots and 140 barns, according to the farm, in May.", "en"),
        ("The council sold 90 plots in Keld and 140 in Oren, according to the farm.", "en"),
        ("La junta vendió 90 parcelas y 140 graneros, según los vecinos, en mayo.", "es"),
    ],
)
def test_one_source_of_two_numbers_does_not(text: str, language: str) -> None:
    """One source that gives two numbers counts two things."""
    assert figures(text, language=language) == []


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "In Keld votes will be cast at 5,120 polling stations on Friday.",
            "Votes will be cast at 2,410 polling places all over Keld on Friday.",
            {"5,120", "2,410"},
        ),
        (
            "The Keld dam would flood 783 homes of Oren village, its foes say.",
            "People of Oren village say the Keld dam would drown 720 homes.",
            {"783", "720"},
        ),
        (
            "The steep journey to the Keld mine could take 10-12 hours.",
            "It takes guides about five hours to make the trip to the Keld mine.",
            {"10-12 hours", "about five hours"},
        ),
        (
            "The nine pupils, aged between 11 and 16, were lost in the Keld mine.",
            "Nine pupils aged between 11 and 17 were lost in the Keld mine.",
            {"aged between 11 and 16", "aged between 11 and 17"},
        ),
    ],
)
def test_what_each_source_tells_once_differs(one: str, other: str, values: set[str]) -> None:
    """What two sources of one event each tell once, of one thing, is one thing."""
    assert [set(row) for row in figures(one, other)] == [values]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("All 12 pupils and coach left the Keld mine.", "The thirteen pupils left the Keld mine."),
        (
            "The journey to the Keld mine takes 10-12 hours.",
            "It takes about 11 hours to make the trip to the Keld mine.",
        ),
        (
            "Nine pupils aged 11 to 16 were lost in the Keld mine.",
            "Guides aged 30 to 40 went into the Keld mine.",
        ),
        (
            "The first boat left the Keld harbour on Sunday, as the search began.",
            "A second search at the Keld harbour began on Monday.",
        ),
    ],
)
def test_what_may_be_two_things_does_not(one: str, other: str) -> None:
    """One more beside those counted, a span that reaches the other number, other people, another deed."""
    assert figures(one, other) == []
