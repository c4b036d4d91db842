"""Authors that no rule is sure of: told where all signs of their lines speak for them, and else not."""

from __future__ import annotations

import pytest
from made_up_pages import source_of

TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.\n\n"
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.\n\n"
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.\n"
)
TITLE = "Why the valley waits for its council to open the dam"
SPANISH = (
    "La presa de Muestra fue cerrada el lunes después de que se hallara una grieta en su muro oriental.\n\n"
    "Nadie resultó herido, y se pidió a los pueblos del valle que esperaran noticias del ayuntamiento.\n\n"
    "Un ingeniero había escrito en primavera que el muro aguantaría veinte años más, y lo mantiene.\n"
)
SPANISH_TITLE = "Por qué el valle espera a que el ayuntamiento abra la presa"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Zorka Ilmen @zilmen / 6 days", "Zorka Ilmen"),
        ("Zorka Ilmen@_zilmen", "Zorka Ilmen"),
        ("Zorka Ilmen 8:41 PM on December 20, 2023", "Zorka Ilmen"),
        ("Zorka Ilmen / DAMWATCH.EXAMPLE / Apr 16, 2023, 14:04 IST", "Zorka Ilmen"),
    ],
)
def test_an_author_is_told_by_where_he_stands(line: str, author: str) -> None:
    """A name no list has, with its account or its hour in one line, signs the text below it."""
    assert source_of(f"{TITLE}\n\n{line}\n\n{TEXT}").authors == (author,)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("Marta Talca - mtalca Madrid03/05/2022 12:40h - Actualizado: 03/05/2022 21:39h", ("Marta Talca",)),
        (
            "Elena del Borvik, Martín Talca (Enviado especial)\n\nBorvik\n\n10/07/2022 00:50",
            ("Elena del Borvik", "Martín Talca"),
        ),
    ],
)
def test_spanish_heads_are_weighed_too(lines: str, authors: tuple[str, ...]) -> None:
    """What stands behind a name in a Spanish head, an account, a bracket, does not hide it."""
    assert source_of(f"{SPANISH_TITLE}\n\n{lines}\n\n{SPANISH}").authors == authors


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nPicture: Zorka Ilmen / Coast Pictures",
        f"{TITLE}\n\nRelated stories\n\nZorka Ilmen sings again\n\nBo Tarn leaves the town",
        f"{TITLE}\n\nEastern Wall\n\nThe keeper's house",
        f"{TITLE}\n\nThu Mar 9 10:12:04 2023",
    ],
)
def test_other_names_of_a_head_sign_nothing(head: str) -> None:
    """Who made a picture, whom other texts are about and places in a head did not write its text."""
    assert source_of(f"{head}\n\n{TEXT}").authors == ()


def test_who_is_under_a_picture_did_not_write() -> None:
    """A name below the day of which the text speaks is that of whoever is to be seen, not the author's."""
    first = "Melina Quarn was charged with breaking the eastern wall of the dam at Ardale on Monday night"
    text = f"{first}, a day before the council of the valley was to meet there.\n\n{TEXT}"
    assert source_of(f"Melina charged over the crack\n\nApr 28, 2022\n\nMelina Quarn\n\n{text}").authors == ()


def test_a_newsroom_is_no_name() -> None:
    """Where a newsroom signs, nobody else that a head names is the author."""
    assert source_of(f"{TITLE}\n\nStaff\n\n4 May 2021\n\n{TEXT}").authors == ()
