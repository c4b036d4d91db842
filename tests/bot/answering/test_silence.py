"""The reason for a silence is true. All texts are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

TEXTS = {
    "a.md": "Admiral Sven Dahlgren did not say whether Korb was a smuggler.\n\nThe market of Odrin opens on "
    "Friday. Ana Penn sells bread there.\n\nEl almirante Dahlgren no dijo si Korb era contrabandista."
}


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What did Admiral Dahlgren say?", "No words of Admiral Dahlgren were found."),
        ("What did Dahlgren say?", "No words of Dahlgren were found."),
        ("What does Sven Dahlgren think of Korb?", "No words of Sven Dahlgren were found."),
        ("What does Ana Penn say about bread?", "No words of Ana Penn were found."),
        ("¿Qué dijo Dahlgren?", "No se hallaron palabras de Dahlgren."),
        ("¿Qué dijo Ana Penn sobre el pan?", "No se hallaron palabras de Ana Penn."),
    ],
)
def test_who_says_nothing_is_said_to_say_nothing(
    library: Callable[..., Path], question: str, reason: str
) -> None:
    """Where a passage holds all words of a question, none is said to be missing, or apart from others."""
    answer = respond(open_library(library(TEXTS)), Question(question))
    assert answer.status is Status.NOTHING_FOUND
    assert answer.reason == reason


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How far does the mast of Odrin lean?", "The mast of Odrin leans five degrees."),
        ("How far did the horse of Odrin trot?", "The horse of Odrin trotted nine laps of the meadow."),
        ("How far is the mill from Odrin?", "The mill is two leagues from Odrin."),
        ("¿A qué distancia está el molino de Odrin?", "El molino de Odrin está a cien pasos."),
    ],
)
def test_how_far_is_told_in_many_units(library: Callable[..., Path], question: str, text: str) -> None:
    """What leans is measured by degrees, and a course by laps: who tells that, answers."""
    assert respond(open_library(library({"a.md": text})), Question(question)).claims


def test_light_words_are_not_said_to_be_missing(library: Callable[..., Path]) -> None:
    """A silence names no word that says nothing of the matter: "podrá" in "¿podrá ...?"."""
    answer = respond(open_library(library(TEXTS)), Question("¿Podrá zarpar la goleta de Muestra?"))
    assert answer.reason == "No está en estos documentos: zarpar, goleta."
