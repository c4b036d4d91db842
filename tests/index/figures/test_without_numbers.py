"""What figures promise that have no number of their own, or whose number counts what was named before."""

from __future__ import annotations

import pytest

from index.figures import find_figures
from index.figures.figure import THAT


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("No one was killed in the storm.", "en", "deaths"),
        ("Nobody has been reported injured.", "en", "wounded"),
        ("Nobody died.", "en", "deaths"),
        ("There were no deaths in Springfield.", "en", "deaths"),
        ("The march ended without arrests.", "en", "arrests"),
        ("No hubo muertos en la tormenta.", "es", "deaths"),
        ("Nadie resultó herido.", "es", "wounded"),
        ("La marcha acabó sin detenidos.", "es", "arrests"),
    ],
)
def test_none_is_a_figure(text: str, language: str, family: str) -> None:
    """That nobody was killed, hurt or taken is a figure of none."""
    (figure,) = find_figures(text, language)
    assert (figure.low, figure.high, figure.family) == (0, 0, family)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody killed the mayor.",  # it was done, and nobody did it
        "There were no more deaths after that.",  # of further ones
        "There is no death penalty in Springfield.",
        "If no one was killed, the road opens again.",
        "No one was surprised.",
    ],
)
def test_not_every_nobody_is_a_figure(text: str) -> None:
    """Doers, further ones, conditions and other fates count nobody."""
    assert find_figures(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "language", "families"),
    [
        ("Some 300 people were arrested. Police put the figure at 120.", "en", ["arrests", "arrests"]),
        ("The march ended with arrests. The police put the number at 120.", "en", ["arrests"]),
        ("A union put the death toll at 62.", "en", ["deaths"]),
        ("El sindicato elevó a 80 la cifra de muertos.", "es", ["deaths"]),
        ("El sindicato sitúa la cifra en 75.", "es", [THAT]),
        ("The number of lorries stands at 12.", "en", ["noun:lorri"]),
    ],
)
def test_a_number_may_count_what_was_named_before(text: str, language: str, families: list[str]) -> None:
    """“The figure” is of the family named before it; without one it may be what another text names."""
    assert [figure.family for figure in find_figures(text, language)] == families
