"""The name with which a page begins, and the agency that wrote its text."""

from __future__ import annotations

import pytest
from made_up_pages import source_of

TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.\n\n"
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.\n\n"
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.\n"
)
TITLE = "Why the valley waits for its council"


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("EL MUNDO\nValleys\nFloods", "El Mundo"),
        ("EL PAÍS\nPolítica\nSuscríbete", "El País"),
        ("EL MUNDO Madrid\nIniciar sesión", "El Mundo"),
        ("The Observer\nArdale", "The Observer"),
        ("El Mundo\nDams", None),  # a section, where it is not in capitals
        ("OPINIÓN", None),
        ("EL MUNDO\nEL PAÍS", None),  # of several any may be whose page it is
    ],
)
def test_a_page_begins_with_its_outlets_name(top: str, outlet: str | None) -> None:
    """A page's first line in capitals names its outlet, even one that is called like a section of others."""
    assert source_of(f"{top}\n{TITLE}\nMonday, 3 May 2021", TEXT).outlet == outlet


def test_a_masthead_goes_before_its_own_newsroom() -> None:
    """A newsroom in the byline is a part of the outlet whose name heads the page."""
    source = source_of(f"EL MUNDO\nCorreo\n\n{TITLE}\n\nREDACCIÓN VALLE\n3 de mayo de 2021", TEXT)
    assert (source.outlet, source.authors) == ("El Mundo", ())


@pytest.mark.parametrize("byline", ["EFE Madrid", "By Associated Press"])
def test_an_agency_signs_on_anothers_page(byline: str) -> None:
    """An agency where the author stands wrote the text; the page on which it stands is another's."""
    source = source_of(f"EL MUNDO\nValles\n\n{TITLE}\n\n{byline}\n3 de mayo de 2021", TEXT)
    assert source.outlet == "El Mundo"
    assert source.authors == (byline.removeprefix("By ").removesuffix(" Madrid"),)


def test_an_agency_alone_is_the_outlet() -> None:
    """Where a page names no outlet but the agency, the text is the agency's."""
    source = source_of(f"{TITLE}\n\nBy Associated Press\n3 May 2021", TEXT)
    assert (source.outlet, source.authors) == ("Associated Press", ())


def test_an_agency_beside_the_day_signs() -> None:
    """An agency in one line with the day wrote the text, as one in a line of its own."""
    page = f"https://www.20minutos.es/noticia/1/0/valles\n{TITLE}\nEFE 23.05.2021 - 13:52H"
    source = source_of(page, TEXT)
    assert (source.authors, source.outlet, source.published) == (("EFE",), "20minutos", "2021-05-23")
