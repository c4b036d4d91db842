"""How long something lasted is told by lengths of time, in whatever unit, and never by ages or moments."""

from __future__ import annotations

import pytest
from made_up_points import ask, of_kind, passage

from bot.answer import ContestedPoint, Kind
from bot.contested.figures.measured import seconds_in
from index.figures.families import OPEN_NOUN


def found(question: str, *texts: str, language: str = "en") -> list[ContestedPoint]:
    """Return the points of figures on a question about texts of as many sources."""
    passages = (passage(text, f"t{number}", language=language) for number, text in enumerate(texts))
    return of_kind(ask(question, *passages, language=language), Kind.FIGURE)


@pytest.mark.parametrize(
    "other",
    [
        "On the crossing to Borvik sailed Ana Ejemplo, who is 26 years old.",
        "The crossing to Borvik began two months ago.",
        "A woman of 40 years made the crossing to Borvik.",
    ],
)
def test_ages_and_moments_are_no_lengths(other: str) -> None:
    """An age, or how long ago it was, is set beside no length of time."""
    first = "The crossing to Borvik lasted three weeks."
    assert not found("How long did the crossing to Borvik last?", first, other)


@pytest.mark.parametrize(
    "other",
    [
        "En la travesía a Borvik iba Ana Ejemplo, de 26 años, con su padre.",
        "El bebé de la travesía a Borvik tiene 11 meses.",
        "La travesía a Borvik empezó hace dos meses.",
        "La patrona de la travesía a Borvik cumplió 30 años.",
    ],
)
def test_ages_and_moments_are_no_lengths_in_spanish(other: str) -> None:
    """An age, or how long ago it was, is set beside no length of time."""
    first = "La travesía a Borvik duró tres semanas."
    assert not found("¿Cuánto duró la travesía a Borvik?", first, other, language="es")


def test_one_length_in_two_units_is_no_difference() -> None:
    """Three weeks are 21 days: who is told both is told of no difference."""
    question = "How long did the crossing to Borvik last?"
    first = "The crossing to Borvik lasted three weeks."
    assert not found(question, first, "The crossing to Borvik lasted 21 days.")
    assert found(question, first, "The crossing to Borvik lasted 12 days.")


def test_what_lasted_stands_right_behind_its_length() -> None:
    """A sentence that names what lasted behind the length tells of it, in whatever other words."""
    (table,) = found(
        "¿Cuánto duró la travesía en velero?",
        "La activista llegó a Borvik tras 21 días de viaje desde el sur.",
        "La joven atracó en Borvik tras más de diez días de viaje por el mar abierto.",
        language="es",
    )
    assert len(table.positions) == 2


def test_what_is_no_time_has_no_length() -> None:
    """Miles are compared only where they are asked for, and are no length of time."""
    assert seconds_in(f"{OPEN_NOUN}day") == 86_400
    assert seconds_in(f"{OPEN_NOUN}mile") is None


@pytest.mark.parametrize(
    ("question", "one", "other", "same", "language"),
    [
        (
            "How far from the coast was the wreck of the ferry found?",
            "The wreck of the ferry was found 10 miles from the coast.",
            "Divers found the wreck of the ferry 40 kilometres from the coast.",
            "Divers found the wreck of the ferry 16.1 kilometres from the coast.",
            "en",
        ),
        (
            "¿A qué distancia de la costa apareció el pecio del barco?",
            "El pecio del barco apareció a 10 kilómetros de la costa.",
            "Los buzos hallaron el pecio del barco a 3.000 metros de la costa.",
            "Los buzos hallaron el pecio del barco a 10.000 metros de la costa.",
            "es",
        ),
    ],
)
def test_lengths_are_set_side_by_side(question: str, one: str, other: str, same: str, language: str) -> None:
    """Who asks how far gets the lengths that voices give, with their units; one length is no difference."""
    (table,) = found(question, one, other, language=language)
    assert len(table.positions) == 2
    assert "10 mil" in table.positions[0].label or "kil" in table.positions[0].label
    assert not found(question, one, same, language=language)
