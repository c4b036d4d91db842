"""How far passages bear on a question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from index.embedded import open_library

FILES = {
    "one.md": "The quay of Ogdenville fell into the harbour on Monday, and the death toll of the collapse"
    " stands at 12 people, the mayor of Ogdenville said.\n",
    "two.md": "Engineers had warned of the collapse of the quay of Ogdenville, where the toll of the years"
    " and of the salt on the wall of the harbour was plain.\n",
    "three.md": "At least 18 people were killed and 70 were injured at Ogdenville when the quay gave way, a"
    " nurse said.\n",
    "es.md": "El derrumbe del muelle de Villaejemplo asustó a los vecinos del puerto, que temen otro"
    " derrumbe del muelle.\n\nAl menos quince personas murieron en Villaejemplo, dijo la enfermera.\n",
}


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("What is the death toll of the collapsed quay in Ogdenville?", ("12 people", "18 people")),
        ("¿Cuántos muertos dejó el derrumbe del muelle de Villaejemplo?", ("quince personas",)),
    ],
)
def test_what_gives_the_figure_bears_most(
    library: Callable[..., Path], question: str, held: tuple[str, ...]
) -> None:
    """Deaths are asked for: who speaks of the collapse alone is not shown in place of who counts the dead."""
    answer = respond(open_library(library(FILES)), Question(question))
    quotes = [claim.quote for claim in answer.quotes]
    assert all(any(words in quote for quote in quotes) for words in held)
    assert not any("salt" in quote or "asustó" in quote for quote in quotes[: len(held)])
