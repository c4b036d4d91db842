"""Who signs a letter wrote it; who signs one of several did not write the others."""

from __future__ import annotations

import pytest
from made_up_pages import sources

BODY = "The harbour light was not out that night, for I kept it myself until the morning came."
OTHER = "Nobody in the village saw a light that night, whatever the keeper may have written to you."
CUERPO = "El faro del puerto no estaba apagado aquella noche, pues yo mismo lo cuidé hasta la mañana."


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"To the Editor,\n\n{BODY}\n\nYours faithfully,\nAna Ejemplo\nKeeper, Stack Rock", ("Ana Ejemplo",)),
        (f"Dear councillors,\n\n{BODY}\n\nYours sincerely,\n\nAna Ejemplo", ("Ana Ejemplo",)),
        (f"Sr. Director:\n\n{CUERPO}\n\nAtentamente,\nRosa Muestra\nAldea, 7 de junio", ("Rosa Muestra",)),
        (f"{BODY}\n\nYours faithfully,\nThe Harbour Office", ()),
        (f"Sir,\n\n{BODY}\n\nYours,\nAna Ejemplo\n\nSir,\n\n{OTHER}\n\nYours,\nTom Muestra", ()),
    ],
)
def test_a_letter_is_its_signers(text: str, authors: tuple[str, ...]) -> None:
    """The one who signs a letter below its salutation is its author; several letters have no one author."""
    assert [source.authors for source in sources(text)] == [authors]
