"""The title in a head of several lines: a kicker stands over it and decks below it."""

from __future__ import annotations

import pytest
from made_up_pages import source_of

TITLE = "Ferry of Tarnholm stays in port over rusted hull"
TEXT = (
    "The ferry of Tarnholm will stay in port until June because its hull has rusted through, the owners said "
    "after an inspection on Monday.\n\n"
    "Two hundred people of the island cross on the ferry each morning, and no other boat is large enough for "
    "their cars and their milk.\n\n"
    "The inspectors found rust in eleven places of the hull and gave the owners eight weeks to mend it or to "
    "sell the ferry for scrap.\n"
)
TITULO = "La lonja de Muestra cierra dos semanas por el tejado"
TEXTO = (
    "La lonja de Muestra cerrará dos semanas en marzo porque se ha hundido parte de su tejado, según explicó "
    "el gerente tras una inspección el lunes.\n\n"
    "Los pescadores venden en la lonja cada mañana y ningún otro puerto de la comarca tiene sitio para sus "
    "cajas y su hielo.\n\n"
    "Los técnicos hallaron vigas podridas en once puntos del tejado y dieron al gerente ocho semanas para "
    "arreglarlo o cerrar la lonja.\n"
)
DECK = "Two hundred people of the island wait for another boat that can carry their cars and milk"
SUBTITULO = "Los pescadores venderán sus cajas en otro puerto de la comarca hasta que acaben las obras"


@pytest.mark.parametrize(
    ("head", "title", "text"),
    [
        (f"Owners given eight weeks to mend it\n\n{TITLE}\n\n{DECK}\n\n4 May 2021", TITLE, TEXT),
        (
            f"Inspectors find rust in eleven places\n\n{TITLE}\n\n{DECK}\n\n"
            "The owners may sell the ferry for scrap if nobody pays for a new hull",
            TITLE,
            TEXT,
        ),
        (f"INSPECTORS FIND RUST IN ELEVEN PLACES\n\n{TITLE}\n\n{DECK}\n\nBy Ana Quill", TITLE, TEXT),
        (f"INSPECCIÓN EN LA LONJA DE MUESTRA\n\n{TITULO}\n\n{SUBTITULO}", TITULO, TEXTO),
        (f"LOS TÉCNICOS HALLAN VIGAS PODRIDAS\n\n{TITULO}\n\n{SUBTITULO}", TITULO, TEXTO),
        (
            f"INSPECCIÓN EN LA LONJA DE MUESTRA\n\n{TITULO}\n\n{SUBTITULO}\n\nNuria Castromil\n\n"
            "4 de mayo de 2021",
            TITULO,
            TEXTO,
        ),
        (f"{TITULO}\n\n{SUBTITULO}\n\nNuria Castromil\n\n4 de mayo de 2021", TITULO, TEXTO),
    ],
)
def test_the_title_stands_under_its_kicker_and_over_its_decks(head: str, title: str, text: str) -> None:
    """Of a head of several lines neither the kicker nor a deck is told as the title."""
    assert source_of(f"{head}\n\n{text}").title == title


def test_a_deck_is_not_told_for_the_title() -> None:
    """Where a kicker without capitals leaves it open which line is the title, none is better than a deck."""
    head = f"El gerente teme un derrumbe en la lonja\n\n{TITULO}\n\n{SUBTITULO}\n\n4 de mayo de 2021"
    assert source_of(f"{head}\n\n{TEXTO}").title in (None, TITULO)
