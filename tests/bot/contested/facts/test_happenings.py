"""Whether something happened, who ran it, who won, whether it was the first time: each voice's word on it."""

from __future__ import annotations

import pytest
from made_up_points import ask, passage

from bot.answer import Kind
from index.model import Passage


def facts(question: str, *texts: str) -> list[list[str]]:
    """Return the labels of each point of kind fact."""
    language = "es" if "¿" in question else "en"
    passages: list[Passage] = [passage(text, f"source{n}", language=language) for n, text in enumerate(texts)]
    points = ask(question, *passages, language=language)
    return [[each.label for each in point.positions] for point in points if point.kind is Kind.FACT]


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Was there a vote in Borvik on Sunday?",
            "There was no vote in Borvik on Sunday.",
            "A vote was held in Borvik on Sunday, and many took part in it.",
        ),
        (
            "Did the league organize the march?",
            "The league organized the march at the fence.",
            "The march at the fence was not organized by the league.",
        ),
        (
            "¿Hubo fraude en la votación de Costa Muestra?",
            "No hubo fraude en la votación de Costa Muestra.",
            "El alcalde cometió un fraude en la votación de Costa Muestra.",
        ),
        (
            "¿Se celebró la consulta en Villa Muestra?",
            "La consulta de Villa Muestra no se celebró.",
            "La consulta se celebró en Villa Muestra y votaron dos mil vecinos.",
        ),
        (
            "¿Quién ganó la votación en Costa Muestra?",
            "Marta Solvar ganó la votación en Costa Muestra.",
            "El Consejo de Costa Muestra proclamó ganador a Pablo Nierto en la votación.",
        ),
        (
            "Did Mayor Ejemplo invite the garrison?",
            "Mayor Ejemplo invited the garrison to the square of Ardale.",
            "Mayor Ejemplo denied inviting the garrison to Ardale.",
        ),
        (
            "¿Llevaban armas los guardias?",
            "Los guardias llevaban armas en Villa Muestra.",
            "Los guardias no llevaban armas en Villa Muestra.",
        ),
    ],
)
def test_who_says_yes_stands_against_who_says_no(question: str, one: str, other: str) -> None:
    """A point with a position for each, whatever the verb."""
    assert any(len(labels) == 2 for labels in facts(question, one, other))


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Was there a vote in Borvik on Sunday?",
            "There was no vote in Borvik on Sunday.",
            "The league called for a vote in Borvik on Sunday.",
        ),
        (
            "Was the vote in Borvik legal?",
            "The Constitutional Court suspended the vote in Borvik.",
            "The ministry said that the vote in Borvik was illegal.",
        ),
        (
            "Why did Mayor Ejemplo leave?",
            "The people rose against Mayor Ejemplo.",
            "Mayor Ejemplo fell to her friends.",
        ),
    ],
)
def test_what_is_only_spoken_of_is_no_side(question: str, one: str, other: str) -> None:
    """A vote called for was not held; a court's name and an idiom state nothing."""
    assert not facts(question, one, other)
