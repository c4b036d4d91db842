"""What is shown behind the best passage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from index.embedded import open_library

BANK = {
    "one.md": "The Muster bank closed its branch in Arvel because too few customers came.\n",
    "two.md": "The path along the river bank at Arvel is shut after rain left it under water.\n",
}
CARRERA = {
    "uno.md": "El club canceló la carrera entre Lasa y Arvel porque había hielo en la carretera.\n",
    "dos.md": "El premio de la carrera entre Lasa y Arvel será un jamón.\n",
}
HAIL = {
    "one.md": "The hail damaged the cherries of Arvel, the growers said.\n",
    "two.md": "In Arvel the hail destroyed the vines of three cellars.\n",
}


@pytest.mark.parametrize(
    ("files", "question", "right", "wrong"),
    [
        (BANK, "Why did the bank in Arvel close its branch?", "customers", "under water"),
        (CARRERA, "¿Por qué se canceló la carrera entre Lasa y Arvel?", "hielo", "jamón"),
    ],
)
def test_who_shares_a_name_and_one_word_is_not_shown(
    library: Callable[..., Path], files: dict[str, str], question: str, right: str, wrong: str
) -> None:
    """Behind a passage that has all that is asked none stands that lacks the deed, however rare its words."""
    answer = respond(open_library(library(files)), Question(question))
    shown = "\n".join(claim.quote for claim in answer.quotes)
    assert right in shown
    assert wrong not in shown


def test_who_tells_the_deed_in_another_word_is_shown(library: Callable[..., Path]) -> None:
    """A text that says "destroyed" tells what hail damaged."""
    answer = respond(open_library(library(HAIL)), Question("Which plants did the hail damage in Arvel?"))
    shown = "\n".join(claim.quote for claim in answer.quotes)
    assert "cherries" in shown
    assert "vines" in shown
