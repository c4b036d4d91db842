"""What a question that leans on an earlier one is answered with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

TOWER = {
    "one.md": "# A tower for Arvel\n\nThe watch tower of Arvel opens on 1 September.\n\n"
    "The tower will cost 2.3 million crowns.\n",
    "two.md": "# Weir mended\n\nThe repair of the weir in Arvel will cost 940,000 crowns.\n",
}
TORRE = {
    "uno.md": "# Torre\n\nLa torre de Arvel abrirá en abril.\n\nLa torre costará 4 millones de coronas.\n",
    "dos.md": "# La fuente\n\nLa reparación de la fuente de Arvel costará 30.000 coronas.\n",
}


@pytest.mark.parametrize(
    ("files", "before", "question", "right", "wrong"),
    [
        (TOWER, "When does the watch tower of Arvel open?", "And how much will it cost?", "2.3", "940,000"),
        (TORRE, "¿Cuándo abre la torre de Arvel?", "¿Y cuánto costará?", "4 millones", "30.000"),
    ],
)
def test_what_is_told_of_another_matter_is_not_shown(
    library: Callable[..., Path], files: dict[str, str], before: str, question: str, right: str, wrong: str
) -> None:
    """A follow-up asks of the matter of the question before: the price of something else is no answer."""
    answer = respond(open_library(library(files)), Question(question, context=(before,)))
    shown = "\n".join(claim.quote for claim in answer.quotes)
    assert right in shown
    assert wrong not in shown


def test_where_only_another_matter_has_it_nothing_is_found(library: Callable[..., Path]) -> None:
    """Nobody tells what the tower costs: what the weir costs does not stand in for it."""
    files = {"one.md": "The watch tower of Arvel opens in May.\n", "two.md": TOWER["two.md"]}
    question = Question("And how much will it cost?", context=("When does the watch tower of Arvel open?",))
    assert respond(open_library(library(files)), question).status is Status.NOTHING_FOUND
