"""Of which party somebody is, as each source gives it: behind words of membership only."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, passage

from bot.answer import Kind


@pytest.mark.parametrize(
    ("question", "one", "other", "values"),
    [
        (
            "What political party does Ejemplo belong to?",
            "Ejemplo was elected to the council of Ardale as a Democrat.",
            "A Republican, Ejemplo was a member of the Borvik council.",
            ["“Democrat”", "“Republican”"],
        ),
        (
            "What political party does Ejemplo belong to?",
            "Ejemplo beat the Republican Karl Muster. Ejemplo was a member of the Ardale Farmers Party.",
            "Ejemplo joined the Borvik Workers Party in May.",
            ["“Ardale Farmers Party”", "“Borvik Workers Party”"],
        ),
        (
            "¿A qué partido político pertenece Ana Ejemplo?",
            "Ana Ejemplo fue miembro del Partido Verde de Ardale.",
            "Ana Ejemplo se afilió al Partido Campesino.",
            ["«Partido Verde de Ardale»", "«Partido Campesino»"],
        ),
    ],
)
def test_a_party_stands_behind_words_of_membership(
    question: str, one: str, other: str, values: list[str]
) -> None:
    """“As a Democrat” and “member of the X Party” give a party; a rival's party is nobody's answer."""
    language = "es" if "¿" in question else "en"
    passages = [passage(one, "a", language=language), passage(other, "b", language=language)]
    points = [each for each in ask(question, *passages, language=language) if each.kind is Kind.FACT]
    assert [labels(each) for each in points] == [values]
