"""A number that counts two groups together is the number of neither."""

from __future__ import annotations

import pytest
from made_up_points import passage

from bot.answer import Kind
from bot.contested import library_points

ONE = {
    "es": "La revuelta de Keld, cerca de Ardale, dejó 140 policías heridos.",
    "en": "The Keld riot near Ardale left 140 officers injured.",
}


@pytest.mark.parametrize(
    ("text", "language", "differ"),
    [
        (
            "En Keld, cerca de Ardale, hubo 190 agentes heridos entre los guardias y la policía montada.",
            "es",
            False,
        ),
        ("En Keld, cerca de Ardale, hubo 190 agentes heridos.", "es", True),
        ("En Keld, cerca de Ardale, hubo 190 agentes heridos entre las 8 y las 10 de la noche.", "es", True),
        ("Near Ardale the Keld riot left 190 officers injured, a doctor said.", "en", True),
        (
            "Near Ardale the Keld riot left 190 officers injured after talks between a mayor and a union.",
            "en",
            True,
        ),
        ("Near Ardale the Keld riot left 190 officers injured counting guards and rangers.", "en", False),
    ],
)
def test_two_groups_together_are_no_quarrel(text: str, language: str, differ: bool) -> None:
    """The sum of two groups does not differ from the count of one of them."""
    made = (
        passage(ONE[language], "a", "2021-01-02", (), language),
        passage(text, "b", "2021-01-02", (), language),
    )
    figures = [point for point in library_points(made, language) if point.kind is Kind.FIGURE]
    assert bool(figures) is differ
