"""Lines that say no more than from where a page was taken. All names and sentences are invented."""

from __future__ import annotations

import pytest
from made_up_pages import source_of

from index.articles.name_lines import name_line_of

TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.",
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.",
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.",
)
TEXTO = (
    "La presa de Muestra se cerró el lunes tras hallarse una grieta en su muro oriental, dijo el guarda.",
    "Nadie resultó herido, y a los pueblos de abajo se les pidió esperar la palabra del consejo del valle.",
    "Un ingeniero había escrito en primavera que el muro aguantaría veinte años, y lo mantiene todavía.",
)
TITLE, TITULO = "Keeper closes the dam after a crack", "El guarda cierra la presa tras una grieta"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Fuente Redlago", "Redlago"),
        ("Fuente Redlago.", "Redlago"),
        ("Fuente: Redlago", "Redlago"),
        ("Vía Norteplaza", "Norteplaza"),
        ("Via Norteplaza.", "Norteplaza"),
        ("fuente original Valle Libre", "Valle Libre"),
        ("Fuente El Diario de Muestra", "El Diario de Muestra"),
        ("*Fuente BBC*", "BBC"),
        ("Source: The Ardale Post", "The Ardale Post"),
        ("Source The Ardale Post.", "The Ardale Post"),
        ("Source Coast Courier", "Coast Courier"),
        ("Original source: Redlake", "Redlake"),
    ],
)
@pytest.mark.parametrize("place", ["under the day", "under the title", "at the foot"])
def test_a_source_line_names_the_outlet_and_nobody(line: str, outlet: str, place: str) -> None:
    """A line "Fuente X" under the title or at the foot: X is the outlet, without the word, and no author."""
    texts, title = (TEXT, TITLE) if "ource" in line else (TEXTO, TITULO)
    source = {
        "under the day": lambda: source_of(title, "2012-04-05", line, *texts),
        "under the title": lambda: source_of(title, line, *texts),
        "at the foot": lambda: source_of(title, "2012-04-05", *texts, line),
    }[place]()
    assert source.outlet == outlet
    assert source.authors == ()
    assert source.title == title


@pytest.mark.parametrize("line", ["Fuente Redlago", "Vía Norteplaza.", "Source The Ardale Post"])
def test_the_day_beside_a_bare_source_line_is_the_pages(line: str) -> None:
    """Such a line has no day of its own: the page's day stays the day of the text."""
    assert source_of(TITULO, "5 de abril de 2012", line, *TEXTO).published == "2012-04-05"


@pytest.mark.parametrize(
    "line",
    [
        "Fuente de la noticia que llegó ayer al valle",
        "Fuentes policiales",
        "Fuente Ana Ejemplo",
        "Fuente Alta",  # of which the text speaks
        "Source Code",
        "Source Material",
        "Via Ana Quill",
        "Sources Close To The Council",
    ],
)
@pytest.mark.parametrize("place", ["head", "foot"])
def test_prose_names_and_things_are_no_source_lines(line: str, place: str) -> None:
    """Sentences, persons, things and what the text speaks of give neither an outlet nor an author."""
    texts, title = (TEXT, TITLE) if line[0] == "S" else (TEXTO, TITULO)
    texts = (*texts[:2], texts[2] + " La grieta se ve desde Fuente Alta, un barrio del pueblo.")
    source = source_of(title, line, *texts) if place == "head" else source_of(title, *texts, line)
    assert source.outlet is None
    assert not any(word in author for author in source.authors for word in ("Fuente", "Source", "Via"))


@pytest.mark.parametrize("line", ["Vía Dolorosa", "Fuente Encalada", "Via Norteplaza"])
def test_a_heading_inside_a_text_is_no_source_line(line: str) -> None:
    """Between two paragraphs such words are a heading, and a page's first line is its title."""
    assert source_of(TITULO, "2012-04-05", *TEXTO[:2], line, TEXTO[2]).outlet is None
    assert source_of(line, "2012-04-05", *TEXTO).outlet is None


@pytest.mark.parametrize(
    "line",
    [
        "Source: Ardale Bureau of Dams",
        "Fuente: Instituto del Valle",
        "Source: Keeper ‘tired’ of his council",
        "Source: Borvik JK, Redlake T et al. How walls crack",
    ],
)
def test_a_source_under_a_figure_is_not_the_outlet(line: str) -> None:
    """Between two paragraphs a labelled source is a figure's; with more than a name it is none at all."""
    assert source_of(TITLE, "2012-04-05", *TEXT[:2], line, TEXT[2]).outlet is None
    if "‘" in line or " et al" in line:
        assert source_of(TITLE, "2012-04-05", *TEXT, line).outlet is None


def test_a_section_of_the_print_edition_is_not_the_outlet() -> None:
    """What is said to be a section names no outlet."""
    line = "This article appeared in the Valleys section of the print edition"
    assert source_of(TITLE, *TEXT, line).outlet is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("from RedLake Website", "RedLake"),
        ("from\nRedLake Website", "RedLake"),
        ("from The Ardale Post Website", "The Ardale Post"),
        ("from CoastBlog website", "CoastBlog"),
        ("from the website of Coast Courier", "Coast Courier"),
        ("del Sitio Web RedLago", "RedLago"),
        ("desde\nRedLago Sitio Web", "RedLago"),
        ("del sitio web de Valle Libre", "Valle Libre"),
        ("de RedLago Web", None),
    ],
)
def test_from_a_website_names_the_outlet_of_a_page_in_an_archive(line: str, outlet: str | None) -> None:
    """Below "by NAME" and the day such a line names the outlet; the archive's host is but the address."""
    head = f"# {TITLE}\n\n> Source: https://www.biblioteca-muestra.example/nsa18.htm\n\n"
    head += f"by Ana Quill\n7 June 2013\n{line}"
    source = source_of(head, *TEXT)
    assert source.outlet == (outlet or "biblioteca-muestra.example")
    assert source.authors == ("Ana Quill",)
    assert source.published == "2013-06-07"
    assert source.url is not None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("uri  21 enero 2012  ollas, technology", ("uri",)),
        ("marta\t21 enero 2012\tpuertos, barcos", ("marta",)),
        ("Ana Ejemplo   21 enero 2012   Puertos, Barcos", ("Ana Ejemplo",)),
        ("tomtarn  4 May 2012  harbours", ("tomtarn",)),
        ("Bo Tarn  May 4, 2012  Harbours, Boats", ("Bo Tarn",)),
    ],
)
def test_wide_blanks_part_a_name_from_its_day_and_topics(line: str, authors: tuple[str, ...]) -> None:
    """Two blanks or a tab part columns: a name, its day, topics; what stands behind is of no name."""
    source = source_of("valle.example", f"{TITULO}\n{line}", *TEXTO)
    assert source.authors == authors
    assert source.published in {"2012-01-21", "2012-05-04"}


@pytest.mark.parametrize(
    "line",
    [
        "portada  4 May 2012  harbours",
        "posted  4 May 2012  harbours",
        "publicado  4 May 2012  puertos",
        "lunes  4 May 2012  puertos",
        "redacción  4 May 2012  puertos",
        "Politics  4 May 2012  Boats",
        "4 May 2012  Ana",
    ],
)
def test_a_section_in_the_first_column_is_nobody(line: str) -> None:
    """A section before the day names no author."""
    found = name_line_of(line)
    assert found is None or found.authors == ()
