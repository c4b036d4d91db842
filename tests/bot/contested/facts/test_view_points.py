"""Who is for a thing and who is against it: two voices that take opposite sides towards one thing."""

from __future__ import annotations

import pytest
from made_up_points import passage

from bot.contested import library_points


def views(*texts: str, language: str = "en") -> list[list[str]]:
    """Return the labels of each point on which the voices of texts are for and against a thing."""
    told = [
        passage(text, name, "2020-05-12", language=language)
        for text, name in zip(texts, "abcd", strict=False)
    ]
    points = library_points(told, language)
    return [[each.label for each in point.positions] for point in points if "views" in point.id]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The farmers of Keld back the new levy.", "Mayor Tisk called the levy of Keld a disgrace."),
        ("The farmers of Keld support the levy.", "In Keld the levy was rejected by the fishers."),
        ("The Keld levy would ruin the market, said Olga Tisk.", "The fishers of Keld welcomed the levy."),
        ("The levy in Keld is unfair, said Olga Tisk.", "The fishers of Keld defended the levy."),
        ("The levy in Keld should be scrapped, said Olga Tisk.", "The fishers of Keld praised the levy."),
        ("The levy in Keld drew criticism from the fishers.", "Olga Tisk of Keld is in favour of the levy."),
        ("Olga Tisk of Keld does not support the levy.", "The fishers of Keld are in favour of the levy."),
        ("Olga Tisk called for the Keld levy to be scrapped.", "Keld fishers, who back the levy, sang."),
        ("The Keld plan would protect the lake, said Olga Tisk.", "Keld fishers opposed the proposal."),
    ],
)
def test_two_voices_for_and_against_one_thing(one: str, other: str) -> None:
    """Backing, judging, what comes of a thing and what is asked for are views of it."""
    found = views(one, other)
    assert len(found) == 1
    assert len(found[0]) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Los vecinos de Keld respaldan la ley.",
            "La alcaldesa Tisk de Keld considera que la ley es injusta.",
        ),
        ("En Keld es necesaria una ley, según Olga Tisk.", "Los pescadores de Keld rechazan la propuesta."),
        (
            "La ley que impulsan los vecinos de Keld llegó.",
            "La propuesta no sólo es injusta en Keld, dijo Tisk.",
        ),
        ("Los vecinos de Keld piden retirar la ley.", "Los pescadores de Keld aplauden la nueva ley."),
    ],
)
def test_so_it_is_in_spanish(one: str, other: str) -> None:
    """The thing may stand before its verb, behind it, or before the clause that tells more of it."""
    assert len(views(one, other, language="es")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The farmers of Keld back the levy.", "The farmers of Keld opposed the fence."),
        ("The farmers of Keld back the levy.", "If Keld rejected the levy, Olga Tisk would go."),
        ("Olga Tisk of Keld backs the levy.", "Olga Tisk of Keld once rejected the levy."),
        ("The farmers of Keld back the levy in Oren.", "The fishers of Keld rejected the levy in Borvik."),
        ("The farmers of Keld back policies.", "The fishers of Keld rejected policies."),
        ("The farmers of Keld back the road levy.", "The fishers of Keld rejected the bread levy."),
        ("The farmers of Keld did not oppose the levy.", "The fishers of Keld rejected the levy."),
        ("The farmers of Keld back the guards.", "The fishers of Keld said the people were unfair."),
        ("Will the farmers of Keld back the levy?", "The fishers of Keld rejected the levy."),
        ("The farmers of Keld back the levy.", "The fishers of Keld welcomed the levy."),
    ],
)
def test_what_is_no_quarrel_of_views_is_none(one: str, other: str) -> None:
    """Another thing or place, one voice, one side, what is only asked or possible: no two sides."""
    assert views(one, other) == []


def test_one_article_sets_two_against_each_other() -> None:
    """Two of one article differ where the text tells who each of them is."""
    assert len(views("The farmers of Keld back the levy. The fishers condemned the levy.")) == 1
