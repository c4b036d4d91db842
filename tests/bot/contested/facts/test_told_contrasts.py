"""One sentence that sets two voices against each other is a listed point of two positions."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, passage

from bot.contested import library_points

SIDES = (
    (
        "en",
        "The guild has accused the harbour police of beating rowers, but police say nobody was hit.",
        ("The guild has accused the harbour police of beating rowers", "police say nobody was hit"),
    ),
    (
        "en",
        "Rowers in Arvel blamed the flood on the dam, whereas Otto Wray has said it was the rain.",
        ("Rowers in Arvel blamed the flood on the dam", "Otto Wray has said it was the rain"),
    ),
    (
        "en",
        "The ministry said the barge had no licence to sail, a claim that Borvik has always disputed.",
        ("The ministry said the barge had no licence to sail", "a claim that Borvik has always disputed"),
    ),
    (
        "es",
        "El gremio acusó a la policía del puerto de golpear a remeros, pero la policía asegura que no.",
        ("El gremio acusó a la policía del puerto", "la policía asegura que no"),
    ),
    (
        "es",
        "Los remeros culpan a la presa de la riada, mientras que Otto Wray sostiene que solo fue la lluvia.",
        ("Los remeros culpan a la presa de la riada", "Otto Wray sostiene que solo fue la lluvia"),
    ),
    (
        "es",
        "El ministerio dijo que la barca no tenía licencia para zarpar, extremo que la naviera niega.",
        ("El ministerio dijo que la barca no tenía licencia", "extremo que la naviera niega"),
    ),
)
NONE = (
    ("en", "The guild praised the harbour police for their help, but the police said it was their duty."),
    ("en", "The guild has accused the harbour police of beating rowers, but it said nothing of the fire."),
    ("en", "Rowers blamed the flood on the dam while Otto Wray was asleep in his hut by the river."),
    (
        "es",
        "El gremio acusó a la policía de golpear a remeros, pero la lluvia siguió hasta la noche del lunes.",
    ),
)


@pytest.mark.parametrize(("language", "text", "sides"), SIDES)
def test_each_half_is_a_position(language: str, text: str, sides: tuple[str, str]) -> None:
    """Both halves stand as positions in their own words, each quoted alone and word for word."""
    points = library_points((passage(text, "a", language=language),), "en")
    found = [point for point in points if point.id.startswith("fact-told")]
    assert len(found) == 1
    assert all(any(side in label for label in labels(found[0])) for side in sides), labels(found[0])
    assert all(claim.quote in text and claim.quote != text for claim in found[0].claims)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_other_sentences_set_nobody_against_each_other(language: str, text: str) -> None:
    """Praise, one speaker with two sayings, and a half in which nobody speaks are no quarrel."""
    points = library_points((passage(text, "a", language=language),), "en")
    assert not [point for point in points if point.id.startswith("fact-told")]


def test_a_question_on_it_shows_the_contrast() -> None:
    """Who asks for the matter of such a sentence is shown both halves as a card."""
    text = SIDES[0][1]
    other = passage("Rain fell on Arvel, and the rowers of the harbour went home early that day.", "b")
    points = ask("Did the harbour police beat the rowers?", passage(text, "a"), other)
    assert any(point.id.startswith("fact-told") for point in points)


def test_a_half_begins_with_a_word() -> None:
    """The mark behind "mientras" is no part of who speaks next."""
    text = "Rowers blamed the flood on the dam, whereas, the clerk Otto Wray said, it was the rain of May."
    points = library_points((passage(text, "a"),), "en")
    assert all(label.strip("“”")[0].isalpha() for point in points for label in labels(point))
