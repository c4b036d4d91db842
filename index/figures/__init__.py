"""Figures in texts: numbers with their hedge as an interval, what they count and what they hold for."""

from __future__ import annotations

from index.figures.figure import Figure, Hedge, Unit
from index.text.dates import Day

__all__ = ["Day", "Figure", "Hedge", "Unit", "find_figures"]


def find_figures(text: str, language: str | None) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in reading order, offsets in characters; never raises.

    A figure is an amount in digits or words with what it counts. Years, dates, times of day, ages,
    ranks and numbers that are names ("Article 113") are none. The readers of numbers are imported
    only when figures are wanted: most questions want none.
    """
    from index.figures.find import find_figures as find

    return find(text, language)
