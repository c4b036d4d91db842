"""A denial tells what others say, and stands against who says it in whatever form."""

from __future__ import annotations

import pytest
from made_up_points import labels, passage

from bot.contested import library_points

SIDES = (
    (
        "en",
        "The ferry pilot Otto Wray has denied mocking the rowers.",
        "Loud noises that seemed to mock the rowers came from Otto Wray and his crew, a baker wrote.",
        ("denied mocking the rowers", "mock the rowers"),
    ),
    (
        "en",
        "The harbour office of Arvel dismissed claims that rotten planks had sunk the Borvik barge.",
        "It was planks, rotten ones, by which the Borvik barge sank off Arvel, its crew wrote.",
        ("dismissed claims that rotten planks had sunk", "planks, rotten"),
    ),
    (
        "en",
        "Auditors of Arvel found no evidence of forged ballots in the Borvik guild's vote.",
        "Ballots were forged by the sackful when the Borvik guild of Arvel voted, its clerk wrote.",
        ("no evidence of forged ballots", "Ballots were forged"),
    ),
    (
        "es",
        "El puerto de Arvel desmintió las versiones de que tablas podridas hundieron la barca Borvik.",
        "Fueron tablas, y podridas, las que hundieron la barca Borvik frente a Arvel, escribió su gente.",
        ("desmintió las versiones de que tablas podridas", "tablas, y podridas"),
    ),
    (
        "es",
        "La capitanía de Arvel rechazó las acusaciones de sabotaje de la barca Borvik.",
        "Aquello fue un sabotaje de la barca Borvik a plena luz en Arvel, escribió el farero.",
        ("rechazó las acusaciones de sabotaje", "sabotaje de la barca Borvik"),
    ),
)
NONE = (
    # something is refused to somebody
    (
        "en",
        "The guild of Arvel denied the Borvik crew water and bread.",
        "Water and bread of Arvel were praised by the Borvik crew.",
    ),
    (
        "es",
        "El gremio de Arvel se negó a firmar el acuerdo del muelle.",
        "El acuerdo del muelle se pudo firmar en Arvel, dijo un ministro.",
    ),
    # nobody denies it
    (
        "en",
        "Nobody denies that the Borvik barge of Arvel is sound.",
        "The Borvik barge of Arvel is sound, its builder wrote.",
    ),
    # the other one says no to it as well
    (
        "en",
        "The pilot Otto Wray has denied mocking the rowers of Arvel.",
        "The pilot Otto Wray was not mocking the rowers of Arvel, a baker wrote.",
    ),
    # a denial that breaks off before what is denied
    (
        "es",
        "Negó que el presidente de la naviera, Otto Wray, le hubiera escrito.",
        "Otto Wray es el presidente de la naviera desde mayo.",
    ),
    (
        "es",
        "Wray negó que el presidente de Borvik, Otto Keld, le diera a conocer el pacto con antelación.",
        "En Arvel el presidente de Borvik y el gremio del señor Wray cenaron juntos, escribió un posadero.",
    ),
    # of somebody else
    (
        "en",
        "The pilot Otto Wray has denied mocking the rowers of Arvel.",
        "In Tisk a clown was mocking the mayor, to the joy of all.",
    ),
)


@pytest.mark.parametrize(("language", "no", "yes", "sides"), SIDES)
def test_a_denial_stands_against_who_says_it(
    language: str, no: str, yes: str, sides: tuple[str, str]
) -> None:
    """What a denial denies, said by another source in its own form, is the other side of a listed point."""
    points = library_points((passage(no, "a", language=language), passage(yes, "b", language=language)), "en")
    assert any(all(any(side in label for label in labels(point)) for side in sides) for point in points), [
        labels(point) for point in points
    ]


@pytest.mark.parametrize(("language", "no", "other"), NONE)
def test_no_quarrel_is_made_of_other_words(language: str, no: str, other: str) -> None:
    """What is refused, denied twice, cut short or said of others is no side of a denial."""
    points = library_points(
        (passage(no, "a", language=language), passage(other, "b", language=language)), "en"
    )
    assert not points, [labels(point) for point in points]
