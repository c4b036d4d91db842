"""Heads of pages as Spanish-speaking papers, radios and blogs set them: who wrote, where, when, for whom."""

from __future__ import annotations

import pytest
from made_up_pages import source_of, sources

from index.articles.byline_names import persons
from index.articles.bylines import byline_of, is_byline_label
from index.articles.date_lines import is_date_line, leading_day
from index.articles.name_lines import name_line_of

TITLE = "Las salinas de Ardal esperan una compuerta nueva"
DECK = "Los barqueros piden que la obra termine antes de que empiece la temporada de lluvias."
TEXT = (
    "Las barcas de sal de Ardal llevan nueve días a la espera de que se repare la compuerta vieja.\n\n"
    "Un guarda dijo que el paso volverá a abrirse el viernes, cuando llegue de la fundición la pieza.\n\n"
    "Mientras tanto la sal cruza la sierra en carros, y a sus dueños les cuesta el doble que hace un mes.\n"
)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Textos y fotografías: Elena Tarn", ("Elena Tarn",)),
        ("Texto: Elena Tarn. Fotos: Hugo Brel", ("Elena Tarn",)),
        ("Por Elena Tarn (texto) y Hugo Brel (fotos)", ("Elena Tarn",)),
        ("Por Elena Tarn(*)", ("Elena Tarn",)),
        ("Por:Elena Tarn", ("Elena Tarn",)),
        ("Redactado por Elena Tarn", ("Elena Tarn",)),
        ("Publicado por: Elena Tarn", ("Elena Tarn",)),
        ("OPINIÓN | Por Elena Tarn", ("Elena Tarn",)),
        ("Por Ma. Elena Tarn", ("Ma. Elena Tarn",)),
        ("Por M.ª Elena Tarn", ("M.ª Elena Tarn",)),
        ("Por Elena Tarn(1)", ("Elena Tarn",)),
    ],
)
def test_what_stands_around_the_names_of_a_byline_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    """Who made the pictures, and marks of notes, are no authors; the names before them are."""
    byline = byline_of(line)
    assert byline is not None
    assert byline.authors == authors


@pytest.mark.parametrize("line", ["Columna de Elena Tarn", "Reportaje: Elena Tarn", "Autora Elena Tarn"])
def test_behind_a_word_that_says_other_things_too_a_known_first_name_is_an_author(line: str) -> None:
    """A text is signed by "Columna de NAME" where the name is surely a person's."""
    byline = byline_of(line)
    assert byline is not None
    assert byline.authors == ("Elena Tarn",)


@pytest.mark.parametrize("line", ["Columna de Agua Mansa", "Informe: Puertos Secos", "Nota de prensa"])
def test_behind_such_a_word_other_names_are_no_authors(line: str) -> None:
    """Headlines and labels, too, begin with "Columna de ..." and "Informe: ..."."""
    assert byline_of(line) is None
    assert not is_byline_label(line)


@pytest.mark.parametrize("line", ["EFE / Talca", "Talca | EFE", "EFE Talca"])
def test_an_agency_beside_a_town_is_the_outlet(line: str) -> None:
    """A line of an agency and a town names no person, and the town is no outlet."""
    byline = byline_of(line)
    assert byline is not None
    assert (byline.authors, byline.outlet) == ((), "EFE")


@pytest.mark.parametrize("line", ["Agencias / Talca", "Por Elena Tarn | TALCA", "Por Elena Tarn Desde Talca"])
def test_a_town_is_no_outlet(line: str) -> None:
    """What stands behind a name or a newsroom is no outlet where it is a town."""
    byline = byline_of(line)
    assert byline is not None
    assert byline.outlet is None


@pytest.mark.parametrize(
    "line", ["Elena Tarn. Talca", "ELENA TARN Talca", "Elena Tarn / Talca", "Elena Tarn (Talca)"]
)
def test_a_town_behind_a_name_is_no_part_of_it(line: str) -> None:
    """A full stop, a stroke, brackets or its letters part a name from the town where it wrote."""
    named = name_line_of(line)
    assert named is not None
    assert named.authors == ("Elena Tarn",)


def test_a_bracket_behind_a_name_may_hold_the_agency() -> None:
    """Who wrote, and for whom, is named by "NAME (EFE)"."""
    named = name_line_of("Elena Tarn (EFE)")
    assert named is not None
    assert (named.authors, named.outlet) == (("Elena Tarn",), "EFE")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elena Tarn y Brel", ("Elena Tarn y Brel",)),
        ("Elena Tarn y Hugo Brel", ("Elena Tarn", "Hugo Brel")),
        ("María de los Ángeles de la Tarn", ("María de los Ángeles de la Tarn",)),
        ("Elena Tarn y Agencias", ()),
    ],
)
def test_a_small_word_may_stand_inside_a_name(text: str, names: tuple[str, ...]) -> None:
    """One surname behind "y" belongs to the name before it, a full name is another person's."""
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ardal, a 7 de marzo de 2018. Las barcas de sal", "2018-03-07"),
        ("Puerto de la Sal, 7 de marzo de 2018.- Las barcas", "2018-03-07"),
        ("07-03-18.- Las barcas de sal", "2018-03-07"),
    ],
)
def test_a_paragraph_may_begin_with_its_place_and_day(text: str, day: str) -> None:
    """A dateline holds small words, "a" before its day, and days in digits where their order is sure."""
    assert leading_day(text, day_first=True) == day


def test_a_dateline_over_its_paragraph_is_no_title() -> None:
    """A line "PLACE, day (AGENCY) -" says where and when."""
    assert is_date_line("ARDAL, 7 Mar. (PRENSA DEL SUR) -")


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\n{DECK}\n\n\nPor Elena Tarn / @elenatarn\n\n",
        f"{TITLE}\n{DECK}\n\nElena Tarn\nTalca\n07/03/2018 06:00 | Actualizado a 07/03/2018 10:15\n\n",
        f"Salinas\n{DECK}\n{TITLE}\nTexto y fotos: Elena Tarn *\nMarzo 7, 2018\n",
        f"{TITLE}\n\n07/03/2018  10:15  Elena Tarn  Talca  Actualizada 10:15\n\n",
        f"{TITLE}\n\nElena Tarn7 marzo, 2018 Actualidad Deja un comentario\n\n",
        f"{TITLE}\n\nAUTOR/A\nElena Tarn\n\nFECHA DE PUBLICACIÓN\n07/03/2018\n\n",
        f"{TITLE}\n\n7 de marzo de 2018 | 10:15 | Redactado por Elena Tarn, Prensa del Sur\n\n",
        f"{TITLE}\n\nElena TarnPor \nElena Tarn\n\n",
        f"Publicado por Elena Tarn en 7 de marzo de 2018\n{TITLE}\n\n",
        f"{TITLE}, por Elena Tarn\n\n",
        f"{TITLE}\n\nPor Elena Tarn.- ",
        f"{TITLE}\n\nBarcas en el canal.\n\nElena Tarn\n\nMadrid —\n\n0\n\n",
        f"{TITLE}\n\n{DECK} {DECK} {DECK}\n\nElena Tarn / @elenatarn\n\n",
        f"Inicio\n{TITLE}. por Elena Tarn\n\nensayo\n\n{TITLE}\n\nElena Tarn 1\n\n",
        f"{TITLE}\n\nTalca / 7 de marzo de 2018 / Autora: Elena Tarn / Fuente: Prensa del Sur\n\n",
        f"{TITLE}\nFecha: 7 marzo 2018 Autora: Elena Tarn\n\n",
        f"{TITLE}\nmarzo 7, 2018 Elena Tarn 0 comentarios\n\n",
        f"{TITLE}\nby Elena Tarn - 7 marzo, 2018 in Sociedad\n\n",
        f"{TITLE}\n\n{DECK}\n\nElena Tarn/CULTURA\netarn@salinero.example\n\n",
    ],
)
def test_a_head_names_its_author(head: str) -> None:
    """Above decks, in rows, glued to days and under labels: who wrote is named, and nobody else."""
    (source,) = sources(head + TEXT)
    assert source.authors == ("Elena Tarn",)


def test_a_name_that_no_list_knows_stands_over_its_day() -> None:
    """Below a long deck, a name over a day is who wrote."""
    (source,) = sources(
        f"{TITLE}\n{DECK} {DECK} {DECK}\nNelvira Tarn Ocaso\n7 de marzo de 2018 - 01:00 a. m.\n{TEXT}"
    )
    assert source.authors == ("Nelvira Tarn Ocaso",)
    assert source.published == "2018-03-07"


@pytest.mark.parametrize(
    "foot",
    [
        "\n* Elena Tarn. Abogada y docente.\n",
        "\nElena Tarn\nElena Tarn\n\nEstudia los canales del sur.\n",
        "\nAutora Elena Tarn\n",
        "\nElena Tarn, Talca.\n",
    ],
)
def test_a_foot_names_its_author(foot: str) -> None:
    """A note with a star, a name under its picture, a label without a colon: below a text they sign it."""
    assert source_of(f"{TITLE}\n\n{TEXT}{foot}").authors == ("Elena Tarn",)


def test_names_in_a_list_under_a_label_are_all_authors() -> None:
    """Below "Por:" each line names one more, up to the label of the pictures."""
    head = "Por:\n\nElena Tarn\n\nHugo Brel\n\nFotografía:\n\nIda Marsh\n\n"
    assert source_of(f"{TITLE}\n\n{head}{TEXT}").authors == ("Elena Tarn", "Hugo Brel")


def test_a_paragraph_of_who_wrote_names_the_author() -> None:
    """A note on the author that begins with "Por NAME" and what he is opens a page."""
    note = "Por Elena Tarn, docente y activista. Desde hace años recorre los canales y los cuida.\n\n"
    assert source_of(note + TEXT).authors == ("Elena Tarn",)


def test_names_one_below_the_other_are_all_authors() -> None:
    """Two lines of a name each, between title and text, name two authors."""
    page = f"{TITLE}\nElena Tarn*\nHugo Brel**\n{TEXT}"
    assert source_of(page).authors == ("Elena Tarn", "Hugo Brel")


def test_a_letter_is_signed_by_initials() -> None:
    """A reader who gives no surname signs with initials."""
    assert source_of(f"{TITLE}\n\n{TEXT}\nElena T. B., Talca\n").authors == ("Elena T. B",)


@pytest.mark.parametrize(
    "line", ["Talca / 7/3/2018 / Autora: Elena Tarn / Fuente: Prensa del Sur", "Fecha: 7/3/2018"]
)
def test_a_labelled_day_in_digits_is_read_as_its_language_does(line: str) -> None:
    """Behind a Spanish label 7/3/2018 is a day of March."""
    assert source_of(f"{TITLE}\n{line}\n\n{TEXT}").published == "2018-03-07"


def test_the_agency_stands_behind_a_place_with_its_country() -> None:
    """A dateline "Place (Country), day (AGENCY).-" names agency and day."""
    source = source_of(f"Talca (Chile), 7 mar. 2018 (EFE).- {TEXT}")
    assert (source.outlet, source.published) == ("EFE", "2018-03-07")


def test_a_deck_said_again_below_a_name_begins_no_other_text() -> None:
    """The first paragraph may say the deck once more; the name between them signs the one text."""
    lede = TEXT.partition("\n")[0]
    (source,) = sources(f"{TITLE}\n{lede}\nElena Tarn\n7 de marzo de 2018\n{TEXT}")
    assert source.authors == ("Elena Tarn",)


@pytest.mark.parametrize("line", ["Por el barquero más viejo, para la tertulia", "Fotos: Hugo Brel"])
def test_who_made_pictures_or_only_jests_is_no_author(line: str) -> None:
    """A photographer and a phrase without a name sign nothing."""
    assert source_of(f"{TITLE}\n\n{line}\n\n{TEXT}").authors == ()


@pytest.mark.parametrize(
    "head",
    [
        f"miércoles, 7 de marzo de 2018\n\n{TITLE.upper()}\n\nElena Tarn\n\nMarzo 2018\n\n",
        f"7 de marzo de 2018\n{TITLE}\n\n",
        f"{TITLE} - TeleSal\nEn vivo\nPortada\n07/03/2018 07:39\n\n{TITLE}\n\n",
    ],
)
def test_the_line_below_the_day_is_the_title(head: str) -> None:
    """Blogs set the day over the title; a day takes nothing from the headline below it."""
    title = source_of(head + TEXT).title
    assert title is not None
    assert title.lower() == TITLE.lower()


def test_the_kind_of_a_known_outlet_is_no_part_of_its_name() -> None:
    """A listed outlet is named by "Periódico NAME" over the day."""
    page = f"{TITLE}\n\nElena Tarn\nPeriódico La Jornada\nMiércoles 7 de marzo de 2018, p. 28\n\n{TEXT}"
    assert source_of(page).outlet == "La Jornada"


def test_a_newsroom_is_no_outlet() -> None:
    """Nobody is named by "REDACCIÓN DIGITAL" beside the day."""
    assert source_of(f"{TITLE}\n\nPublicado el 7/3/2018\nREDACCIÓN DIGITAL\n\n{TEXT}").outlet is None


def test_digits_of_a_spanish_byline_have_the_day_first() -> None:
    """Behind "Por" 7/3/2018 is a day of March."""
    byline = byline_of("Por Elena Tarn | 7/3/2018")
    assert byline is not None
    assert byline.date == "2018-03-07"


def test_a_byline_far_below_a_text_that_has_ended_is_the_next_texts() -> None:
    """Paragraphs of several sentences are no decks: the byline below the wide gap begins a page."""
    above = f"{TITLE}\n\n{DECK}. La obra sigue parada. Hay quejas.\n\nQuieren una respuesta.\n"
    found = sources(f"{above}\n\nPor ELENA TARN\n{TEXT}")
    assert [source.authors for source in found] == [(), ("Elena Tarn",)]
