"""Talks by turns: their headline may be who is asked, and what is asked is no title."""

from __future__ import annotations

import pytest
from made_up_pages import sources

TURNS = {
    "en": "Q. How is the dam?\n\nA. It was closed on Monday after a crack was found in its eastern wall.\n\n"
    "Q. And the villages?\n\nA. They were told to wait for word from the council of the valley.\n",
    "es": "P. ¿Cómo está la presa?\n\nR. Se cerró el lunes tras aparecer una grieta en el muro oriental.\n\n"
    "P. ¿Y los pueblos?\n\nR. Les pidieron que esperasen noticias del concejo del valle.\n",
}


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Ruth Penley, novelist and diver", "en"),
        ("Bo Tarn, mayor of Ardale", "en"),
        ("Marta Robles Vidal, escritora y traductora", "es"),
        ("Juan Ejemplo Ruiz, alcalde de Ardale", "es"),
        ("Ana Borg, periodista", "es"),
    ],
)
def test_name_and_office_over_a_talk_is_its_headline(title: str, language: str) -> None:
    """Who is asked has not written it, and the headline is the title, not the first question."""
    (source,) = sources(f"{title}\nThe Ardale Post, 12/11/2023\n\n{TURNS[language]}")
    assert (source.title, source.authors, source.outlet) == (title, (), "The Ardale Post")


def test_name_and_office_over_a_text_is_its_authors() -> None:
    """Where nobody is asked, the same line names who wrote it."""
    text = "The dam was closed on Monday after a crack was found in its eastern wall, said the keeper."
    (source,) = sources(f"Dam of Ardale closed for repairs\nAna Borg, staff writer\n4 May 2021\n\n{text}\n")
    assert (source.title, source.authors) == ("Dam of Ardale closed for repairs", ("Ana Borg",))
