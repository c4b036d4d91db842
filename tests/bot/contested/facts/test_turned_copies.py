"""Two texts that are alike but for a "not" contradict each other. All texts are made up."""

from __future__ import annotations

import pytest
from made_up_points import labels, passage

from bot.contested import library_points

TURNED = (
    (
        "en",
        "The guild of Arvel will sell the old weighing house in May, its warden Otto Wray told members.",
        "The guild of Arvel will not sell the old weighing house in May, its warden Otto Wray told members.",
    ),
    (
        "en",
        "The Borvik ferry company closed the wooden landing stage at Arvel in spring.",
        "The Borvik ferry company did not close the wooden landing stage at Arvel in spring.",
    ),
    (
        "es",
        "El gremio de Arvel venderá en mayo la vieja casa de pesas, dijo su decano Otto Prado a todos.",
        "El gremio de Arvel no venderá en mayo la vieja casa de pesas, dijo su decano Otto Prado a todos.",
    ),
)
ALIKE = (
    # "not only" denies nothing
    (
        "The guild of Arvel sold the old weighing house and its scales in May.",
        "The guild of Arvel sold not only the old weighing house and its scales in May.",
    ),
    # a condition says neither
    (
        "The guild of Arvel will sell the old weighing house in May.",
        "The guild of Arvel will not sell the old weighing house in May if it rains.",
    ),
)


@pytest.mark.parametrize(("language", "one", "other"), TURNED)
def test_copies_that_differ_by_a_negation_are_a_point(language: str, one: str, other: str) -> None:
    """Two sources' sentences that are the same but for a "not" contradict each other, whoever speaks."""
    pool = [passage(one, "a", language=language), passage(other, "b", language=language)]
    (point,) = library_points(pool, language)
    assert len(labels(point)) == 2
    quotes = {claim.quote for claim in point.claims}
    assert quotes == {one, other}


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_is_not_denied_is_no_point(one: str, other: str) -> None:
    """Sentences that are alike contradict each other only where the "not" denies what the other one says."""
    assert not library_points([passage(one, "a"), passage(other, "b")], "en")


def test_one_source_does_not_contradict_its_copy() -> None:
    """Texts that count as one source are no two sides, whatever their words."""
    one, other = (passage(text, "a") for text in TURNED[0][1:])
    assert not library_points([one, other], "en")
