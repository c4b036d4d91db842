"""Times of several units are one time."""

from __future__ import annotations

import pytest

from bot.contested.figures.times import as_one
from index.figures import find_figures


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The film lasted one hour and ten minutes.", "en", [("one hour and ten", 70)]),
        ("The film lasted an hour and ten minutes.", "en", [("an hour and ten", 70)]),
        ("The ferry strike lasted two weeks and five days.", "en", [("two weeks and five", 19)]),
        ("The climb took 2 hours 14 minutes.", "en", [("2 hours 14", 134)]),
        ("El rescate duró una hora y diez minutos.", "es", [("una hora y diez", 70)]),
        ("El rescate duró seis horas y veinte minutos.", "es", [("seis horas y veinte", 380)]),
        ("It took six hours and cost 20 minutes of fame.", "en", [("six", 6), ("20", 20)]),
        ("It took six minutes and two hours passed.", "en", [("six", 6), ("two", 2)]),
    ],
)
def test_a_time_of_several_units_is_one(text: str, language: str, told: list[tuple[str, float]]) -> None:
    """An hour and ten minutes are seventy minutes, and never ten."""
    found = as_one(find_figures(text, language), text)
    assert [(text[each.start : each.end], each.low) for each in found] == told
