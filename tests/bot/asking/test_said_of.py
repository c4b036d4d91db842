"""What somebody says "of" somebody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from index.embedded import open_library

NOTES = {
    "uno.md": "# El puente\n\nEjemplo dijo que Prueba Molina no sabe nada del puente ni del río.\n\n"
    "Prueba Molina dijo que se revisarán las cuentas del puente.\n",
    "dos.md": "# La feria\n\nRosa de Ardale dijo que la feria abre en mayo y cierra en junio.\n",
}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("¿Qué dice Ejemplo de Prueba Molina?", "no sabe nada"),
        ("¿Qué dice Rosa de Ardale?", "la feria abre"),
    ],
)
def test_a_name_behind_another_is_his_matter_where_they_are_not_one(
    library: Callable[..., Path], question: str, first: str
) -> None:
    """Two names are the speaker and his matter, but for one name that the texts have."""
    assert first in respond(open_library(library(NOTES)), Question(question)).claims[0].quote
