"""Figures of a whole library: a point only where one thing is sure to be counted."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, passage

from bot.contested import library_points
from index.model import Passage


def sides(*passages: Passage) -> list[list[str]]:
    """Return the labels of each figure that a library's sources differ on."""
    points = library_points(passages, "en")
    return [[each.label for each in point.positions] for point in points if point.kind == "figure"]


def test_the_same_people_to_whom_the_same_happened_are_compared() -> None:
    """Officers hurt are set against officers hurt, never against all who were hurt, nor the gravely hurt."""
    found = sides(
        passage("The envoy spoke of 87 officers hurt in Ardale.", "a", "2020-01-01"),
        passage("The ministry put the number of officers hurt in Ardale at 212.", "b", "2020-01-02"),
        passage("The clinic counted 905 people hurt in Ardale.", "c", "2020-01-03"),
        passage("Six people were seriously hurt in Ardale.", "d", "2020-01-04"),
    )
    assert found == [["“87”", "“212”"]]


def test_a_sum_and_its_parts_never_meet() -> None:
    """One ministry's 812, and its 506 and 306, are one count."""
    assert not sides(
        passage("The ministry counted 812 people hurt in Ardale.", "a"),
        passage("The ministry spoke of 506 officers hurt and 306 civilians hurt in Ardale.", "b"),
    )


def test_counts_of_one_thing_are_one_point() -> None:
    """Bounds and exact counts of one event stand in one point, though no two of them exclude all others."""
    found = sides(
        passage("The fire left over 30 people injured in Ardale.", "a", "2020-01-01"),
        passage("More than 50 people were injured in the Ardale fire.", "b", "2020-01-01"),
        passage("At least 60 people were injured in the Ardale fire.", "c", "2020-01-01"),
        passage("The Ardale fire left 102 people injured.", "d", "2020-01-01"),
    )
    assert [sorted(each) for each in found] == [["“102”", "“At least 60”", "“More than 50”", "“over 30”"]]


@pytest.mark.parametrize(
    ("one", "other", "language", "differ"),
    [
        (
            "Keld fears the $3.7 billion tunnel.",
            "The $4.1 billion tunnel of Keld opens.",
            "en",
            True,
        ),
        (
            "Los vecinos de Keld rechazan el túnel de 3.700 millones de dólares.",
            "Las obras del túnel de 4.100 millones de dólares en Keld están paradas.",
            "es",
            True,
        ),
        (
            "Keld fears the $3.7 billion tunnel.",
            "The $4.1 billion port of Keld opens.",
            "en",
            False,
        ),
        ("In Ardale the $2 million bridge opened.", "In Borvik the $9 million bridge opened.", "en", False),
        (
            "Keld fears the $3.8 billion tunnel.",
            "The $3.78 billion tunnel of Keld opens.",
            "en",
            False,
        ),
        ("Keld got a $3 million loan for wells.", "Keld got a $5 million loan for ships.", "en", False),
    ],
)
def test_a_price_is_of_the_thing_it_stands_before(one: str, other: str, language: str, differ: bool) -> None:
    """Two sums told as the price of one thing differ; of two things or places, or rounded, they do not."""
    assert bool(sides(passage(one, "a", language=language), passage(other, "b", language=language))) is differ


def test_two_sources_that_share_a_value_agree() -> None:
    """What either of them counts besides is something else."""
    assert not sides(
        passage("In Ardale 50 people were killed. In Borvik 12 people were killed.", "a"),
        passage("In Ardale 50 people were killed.", "b"),
    )


def test_other_things_are_compared_only_in_the_same_words() -> None:
    """The same sentence with another number differs; another sentence with the same noun does not."""
    found = sides(
        passage("The firm will close 12 plants in Ardale next year, the chief said.", "a"),
        passage("The firm will close 15 plants in Ardale next year, the union said.", "b"),
        passage("Workers in Ardale planted trees before 40 plants of the valley.", "c"),
    )
    assert found == [["“12”", "“15”"]]


def test_exact_counts_that_lie_close_tally_one_thing() -> None:
    """Nobody counts two things to within a hundredth: unless others were chosen, or another one."""
    no = "In Ardale the “no” to the bridge won 6,400,516 votes and the “yes” 6,338,473."
    assert sides(
        passage(no, "a"), passage("The “no” to the Ardale bridge led with 6,430,170 votes.", "b")
    ) == [["“6,400,516”", "“6,430,170”"]]
    assert not sides(
        passage("The “no” to the Ardale bridge won 6,400,516 votes.", "a"),
        passage("The “yes” to the Ardale bridge won 6,430,170 votes.", "b"),
    )
    assert not sides(
        passage("Dora Penn of Ardale had 81,240 votes for the bridge.", "a"),
        passage("For the bridge, Olav Tisk of Ardale had 81,911 votes.", "b"),
    )


def test_a_question_in_other_words_finds_the_figures_that_are_listed() -> None:
    """Neither the blast nor the country need stand in the sentences that count."""
    points = ask(
        "What was the death toll of the blast in Borvia?",
        passage(
            "Borvia mourns. An explosion at the Ardale mill killed 14 people, a nun said.", "a", "2021-05-01"
        ),
        passage("The explosion at the mill in Ardale killed 19 people, a clinic said.", "b", "2021-05-01"),
        passage("Rain fell on the fields of Oren.", "c", "2021-05-01"),
    )
    assert [labels(point) for point in points if point.kind == "figure"] == [["“14”", "“19”"]]


def test_what_is_done_is_told_by_a_figure_s_own_part_of_the_sentence() -> None:
    """Homes without water are none without power, though the sentence speaks of power, too."""
    assert not sides(
        passage(
            "The quake of Ardale stopped the water of 4,300 households, cut power in Keld and shut mills.",
            "a",
            "2016-02-07",
        ),
        passage("The quake of Ardale first cut power to 2,100 households in Keld.", "b", "2016-02-07"),
    )


def test_a_bound_and_what_it_is_rounded_from_agree() -> None:
    """“More than 40” and 41 are one count, and so are “more than 600” and “more than 640”."""
    for one, other in (("more than 40", "41"), ("more than 600", "more than 640")):
        assert not sides(
            passage(f"The flood of Ardale in Norda killed {one} people, the clinic of Ardale said.", "a"),
            passage(f"The flood of Ardale in Norda killed {other} people, the mayor of Ardale said.", "b"),
        )
    assert sides(
        passage("The flood of Ardale in Norda killed more than 40 people, the clinic of Ardale said.", "a"),
        passage("The flood of Ardale in Norda killed 48 people, the mayor of Ardale said.", "b"),
    )


def test_counts_that_share_a_number_are_one_point() -> None:
    """Two pairs of sources on one toll make one point where a number stands in both."""
    found = sides(
        passage("The pier fell in Ardale on Sunday and left 9 dead.", "a", "2020-06-02"),
        passage("Families of the 12 dead of the pier spoke of Ardale.", "b", "2020-07-30"),
        passage("The ombudsman wrote in a report on Ardale that seven people died.", "c", "2020-11-20"),
        passage("The ombudsman wrote a report on Ardale, where at least 9 people died.", "d", "2020-11-21"),
    )
    assert [sorted(each) for each in found] == [["“12”", "“9”", "“seven”"]]


def test_what_each_source_counts_once_is_one_thing() -> None:
    """Numbers differ where each of two texts on one event counts such a thing once, in other words."""
    found = sides(
        passage(
            "In Ardale 55 experts looked for a whole week at old bones that Ivo Tisk of Borvik found.",
            "a",
            "2020-06-02",
        ),
        passage(
            "The 38 specialists who wrote to the court on Tisk signed; Borvik and Ardale wait for it.",
            "b",
            "2020-06-02",
        ),
    )
    assert found == [["“55”", "“38”"]]


def test_numbers_far_apart_may_be_of_two_things() -> None:
    """In other words 55 and 380 count two things, though each source counts such a thing once."""
    assert not sides(
        passage("In Ardale 55 experts looked for a week at bones that Ivo Tisk of Borvik found.", "a"),
        passage("The 380 specialists who wrote to the court on Tisk signed; Borvik and Ardale wait.", "b"),
    )


def test_none_on_one_day_are_no_less_than_all() -> None:
    """That nobody was arrested on a day says nothing against how many were."""
    assert not sides(
        passage("More than 10 people were arrested in Ardale, the county police said.", "a", "2020-06-02"),
        passage("The county police said that no arrests were made in Ardale on Thursday.", "b", "2020-06-02"),
    )
