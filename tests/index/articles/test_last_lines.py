"""The lines with which saved pages end: they close a page, and are no title of the next."""

from __future__ import annotations

import pytest
from made_up_pages import articles, sources

from index.articles.line_kinds import is_last_line

ONE = (
    "Ferry of Tarnholm stays in port over rusted hull\n\n"
    "The ferry of Tarnholm will stay in port until June because its hull has rusted, its owners said.\n\n"
    "Two hundred people of the island cross on the ferry each morning, and no other boat is large enough.\n\n"
    "The inspectors found rust in eleven places of the hull and gave the owners eight weeks to mend it.\n\n"
)
OTHER = (
    "The salt works of Ardale have been shut since Monday, when forty men laid down their tools.\n\n"
    "The owners offered two shillings more a day, and the men asked for five and for a roof.\n\n"
    "Nobody has spoken to the owners since Tuesday, and the pans stand full of rain and of leaves.\n"
)
LAST = [
    "(Reporting by Ana Quill; Editing by Bo Tarn)",
    "(Additional reporting by Ana Quill in Tarnholm)",
    "Writing by Bo Tarn",
    "Follow Ana Quill on Twitter: @anaquill",
    "Follow @anaquill",
    "Copyright 2016 The Tarnholm Post. All rights reserved.",
    "© 2016 Tarnholm Post",
    "Read the original article here.",
    "Tags: ferries, rust, islands",
    "Filed under: Islands",
    "Contact Ana Quill at aquill@tarnholm.example",
    "Bo Tarn contributed to this report.",
    "(Reporte de Ana Castromil; editado por Bruno Iriarte)",
    "Con información de Ana Castromil",
    "Con datos de agencias",
    "Redacción: Ana Castromil",
    "Escrito por Ana Castromil",
    "Síguenos en Facebook y en Telegram",
    "Sigue a Ana Castromil en @castromil",
    "Todos los derechos reservados",
    "Prohibida su reproducción sin permiso",
    "Lea la nota original",
    "Etiquetas: islas, barcos",
    "Bruno Iriarte colaboró en este reporte.",
]


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize(
    "head",
    [
        "Strike at the salt works of Ardale enters second week\n\nBy Zork Muddle\n\n",
        "Strike at the salt works of Ardale enters second week\n4 May 2021\n\n",
        "\nStrike at the salt works of Ardale enters second week\n\n",
        "ARDALE, May 4 (Coast Press) - ",
    ],
)
def test_a_head_below_a_last_line_begins_a_page(last: str, head: str) -> None:
    """A title over a name, a day or a wide gap, or a dateline, is the next page's below such a line."""
    found = sources(f"{ONE}{last}\n\n{head}{OTHER}")
    assert [(source.title or "")[:6] for source in found] == ["Ferry ", "" if "Coast" in head else "Strike"]


@pytest.mark.parametrize("last", LAST)
def test_text_below_a_last_line_goes_on(last: str) -> None:
    """A credit in the middle of a page ends nothing: text and a heading of a section are below it."""
    assert len(articles(f"{ONE}{last}\n\n{OTHER}")) == 1
    assert len(articles(f"{ONE}{last}\n\nWhat the men ask of the owners\n\n{OTHER}")) == 1


@pytest.mark.parametrize("last", LAST)
def test_a_last_line_is_no_title(last: str) -> None:
    """What closes a page above is never the title of the text below it."""
    assert [source.title for source in sources(f"{last}\n\n{OTHER}")] == [None]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting from the island is hard",
        "Copyright law helps nobody on the island",
        "Follow the money of the ferry",
        "Con información nueva, el alcalde cambia de idea",
        "Seguimos en el puerto",
        "Sigue en el puerto el barco viejo",
        "Contact with the island is lost",
    ],
)
def test_headlines_with_their_words_are_no_last_lines(line: str) -> None:
    """Words of credits stand in headlines, too."""
    assert not is_last_line(line)
