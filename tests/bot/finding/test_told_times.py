"""Which sentences tell when something was, without a day."""

from __future__ import annotations

import pytest

from bot.finding.asked_form import tells_time


@pytest.mark.parametrize(
    "sentence",
    [
        "The council vowed to decide by the end of this year.",
        "Ana Ejemplo will open the mill later this month.",
        "The vote is next week.",
        "The ferry will sail within three months.",
        "The mill burned down two years ago.",
        "The fair opens earlier next year.",
        "El pleno votará antes de fin de año.",
        "El transbordador zarpará dentro de tres meses.",
        "La fecha se sabrá esta semana.",
        "El molino ardió hace dos años.",
        "La feria abrirá la semana que viene.",
        "Ana Ejemplo llegó tres días después.",
    ],
)
def test_a_time_told_from_another_answers_when(sentence: str) -> None:
    """A time that is told from the day of the text, or from another event, tells when something was."""
    assert tells_time(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will decide for itself.",
        "It took three weeks of work.",
        "The mill is a day out for the whole family.",
        "El pleno decidirá por sí mismo.",
        "Fueron tres semanas de trabajo.",
    ],
)
def test_how_long_is_not_when(sentence: str) -> None:
    """What names no time, or only how long something took, tells nothing of when it was."""
    assert not tells_time(sentence)
