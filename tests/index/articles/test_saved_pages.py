"""Files of several saved pages, each page its own article under its own source."""

from __future__ import annotations

import pytest
from made_up_pages import articles, sources

from index.articles.addresses import outlet_at, read_address
from index.articles.bylines import byline_of
from index.articles.date_lines import is_date_line
from index.model import Role

DAM = "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, said the keeper."
DAM_TOO = "Nobody was hurt, and the villages below were told to wait for word from the valley's council."
TRAM = "The tram of Borvik stands empty on most days, and the drivers say so to anyone who asks them why."
TRAM_TOO = "The mayor expects more people in summer, when the road along the lake is closed for the fair."
PUENTE = (
    "El puente viejo de Muestra quedó cerrado el lunes, después de que se hallara una grieta en un pilar."
)


def test_an_address_line_starts_a_page() -> None:
    """Each page under its address is an article with that url, and host and path say outlet and day."""
    one, other = sources(
        f"https://www.ardale-post.example/2019/11/12/dam-closed.html\n\n{DAM}\n\n{DAM_TOO}\n\n\n"
        f"https://borvik.example/news/tram-20210504\n\n{TRAM}\n\n{TRAM_TOO}\n"
    )
    assert (one.url, one.outlet, one.published, one.published_from) == (
        "https://www.ardale-post.example/2019/11/12/dam-closed.html",
        "ardale-post.example",
        "2019-11-12",
        "address",
    )
    assert (other.outlet, other.published, other.outlet_is_host) == ("borvik.example", "2021-05-04", True)


def test_a_link_inside_a_text_starts_nothing() -> None:
    """An address between paragraphs that leads on, or to a film, is a part of its text."""
    text = f"Dam closed in Ardale\n\n{DAM}\n\nThe plans are here:\n\nhttps://plans.example/dam\n\n{DAM_TOO}\n"
    film = f"https://ardale.example/dam\n\n{DAM}\n\nhttps://youtu.be/abc123\n\n{DAM_TOO}\n"
    assert len(articles(text)) == len(articles(film)) == 1


def test_an_address_may_close_its_page() -> None:
    """Where each address stands under its text, the text above is that page's."""
    one, other = sources(
        f"Dam closed in Ardale\n\n{DAM}\n\nhttps://ardale.example/dam\n\n\n\n"
        f"Tram of Borvik still empty\n\n{TRAM}\n\nhttps://borvik.example/tram\n"
    )
    assert (one.title, one.outlet) == ("Dam closed in Ardale", "ardale.example")
    assert (other.title, other.outlet) == ("Tram of Borvik still empty", "borvik.example")


@pytest.mark.parametrize("head", ["Bo Tarn\nMonday 08 May 2017 10:00 BST", "By Bo Tarn", "8 de mayo de 2017"])
def test_a_title_over_a_name_or_a_day_starts_a_page(head: str) -> None:
    """The second page's head is its own, and nothing of it stands over the first."""
    one, other = sources(
        "Dam of Ardale closed for repairs\n\nAna Quill\nSunday 07 May 2017 09:15 BST\n\n"
        f"{DAM}\n\n{DAM_TOO}\n\n\n"
        f"Borvik: A tram for nobody\n\n{head}\n\n{TRAM}\n\n{TRAM_TOO}\n"
    )
    assert (one.title, one.authors, one.published) == (
        "Dam of Ardale closed for repairs",
        ("Ana Quill",),
        "2017-05-07",
    )
    assert other.title == "Borvik: A tram for nobody"
    assert other.authors == (("Bo Tarn",) if "Bo" in head else ())
    assert other.published == (None if head == "By Bo Tarn" else "2017-05-08")


def test_a_text_that_breaks_off_ends_its_page() -> None:
    """A page without any head begins where the one above stops inside a sentence, at wider empty lines."""
    cut = articles(
        f"{DAM}\n{DAM_TOO}\nThe council of Ardale will meet again on Monday "
        + "and then " * 15
        + "the k\n\n\n\n"
        + TRAM
    )
    assert [each.paragraphs[0].text[:8] for each in cut] == ["The dam ", "The tram"]


def test_a_site_header_that_comes_again_starts_a_page() -> None:
    """The name with which a site's pages begin starts the second page, too."""
    cut = articles(
        f"The Ardale Post\nDam of Ardale closed for repairs\n4 May 2021\n\n{DAM}\n\n{DAM_TOO}\n\n"
        f"The Ardale Post\nTram of Borvik still empty\n6 May 2021\n\n{TRAM}\n"
    )
    assert [each.article.source.title for each in cut] == [
        "Dam of Ardale closed for repairs",
        "Tram of Borvik still empty",
    ]


def test_sections_of_one_text_stay_together() -> None:
    """Headings, wide gaps and pictures inside an article cut nothing."""
    sections = f"{DAM}\n\n\n\nThe wall\n\n{DAM_TOO}\n\n\n\nThe keeper\n\n{TRAM}\n"
    text = f"Dam of Ardale closed\n\nBy Ana Quill\n\n{sections}"
    assert len(articles(text)) == 1


def test_an_info_box_is_quotable_and_dates_nothing() -> None:
    """Rows of an info-box are facts of their page; a day in them is not the page's."""
    (cut,) = articles(
        "Fire of Coldmere\nFrom the free encyclopedia\nDate22 March 2018 (2018-03-22)\n"
        f"Deaths: 33 (26 March 2018)\nInjured: 715\n\n{DAM}\n"
    )
    assert cut.article.source.published is None
    assert cut.article.source.title == "Fire of Coldmere"
    roles = {paragraph.text: paragraph.role for paragraph in cut.paragraphs}
    assert roles["Deaths: 33 (26 March 2018)"] is Role.LISTING


def test_prose_after_a_list_of_other_texts_is_read_again() -> None:
    """A label in the middle of a list takes none of its items away."""
    (cut,) = articles(
        f"{PUENTE}\n1. 3 de marzo: Odón Agrel (barrio Alto)\nLo más leído\n"
        "2. 3 de marzo: Nilo Montel (barrio Alto)\n3. 4 de marzo: Fermín Pintol (barrio Bajo)\n\n"
        "La alcaldesa calló.\n"
    )
    junk = [paragraph.text for paragraph in cut.paragraphs if paragraph.role is Role.JUNK]
    assert junk == ["Lo más leído"]


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("Police searched the newsletter's office and seized a list of donations, Clara Weiss said.", False),
        (
            "La campaña recibió donaciones de un banco y su boletín dio las gracias al banco por su nombre.",
            False,
        ),
        ("If you like our work, please donate. Sign up for our newsletter and help us to go on.", True),
        ("Suscríbete a nuestro boletín y apóyanos con una donación: necesitamos tu ayuda.", True),
    ],
)
def test_an_appeal_speaks_to_the_reader(text: str, junk: bool) -> None:
    """Words of appeals in a report are text; an appeal is not."""
    (cut,) = articles(f"{DAM}\n\n{text}\n\n{DAM_TOO}\n")
    assert (cut.paragraphs[1].role is Role.JUNK) == junk


def test_an_appeal_at_the_end_of_a_long_line_leaves_the_line_a_text() -> None:
    """Of an article in one line only the appeal behind it is furniture."""
    (cut,) = articles(f"{DAM} {DAM_TOO} If you like our work, please donate. Sign up for our newsletter.")
    assert [paragraph.role for paragraph in cut.paragraphs] == [Role.BODY, Role.JUNK]


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By ANA QUILL FOR ARDALEDAILY.EXAMPLE", ("Ana Quill",), "ardaledaily.example"),
        ("Author: Núria Prova-Moix (@nprovamoix)", ("Núria Prova-Moix",), None),
        ("By Dr. Łukasz Przykład, Senior Correspondent in Warsaw", ("Łukasz Przykład",), None),
        ("Por: María José de la Prueba | El Ejemplo", ("María José de la Prueba",), "El Ejemplo"),
        ("By ANA QUILL, BO TARN and CARL LUND, Gazette Staff", ("Ana Quill", "Bo Tarn", "Carl Lund"), None),
        ("POR AGENCIA NORTE Hace 1 hora", (), "Agencia Norte"),
        ("June 14, 2019by Bo Tarn", ("Bo Tarn",), None),
    ],
)
def test_bylines_name_people_of_any_latin_name(
    line: str, authors: tuple[str, ...], outlet: str | None
) -> None:
    """Titles before, roles and accounts behind, and capitals are no part of a name."""
    found = byline_of(line)
    assert found is not None
    assert (found.authors, found.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "line", ["By the time the police arrived", "Por fin se van", "By Any Means Necessary"]
)
def test_a_title_that_begins_like_a_byline_names_nobody(line: str) -> None:
    """Words of the language are no names."""
    found = byline_of(line)
    assert found is None or not found.authors


def test_a_lone_name_signs_only_above_a_day() -> None:
    """A name under a title signs the text over a date line; whom the text is about does not."""
    (signed,) = sources(f"Dam closed in Ardale today\n\nZoran Petrovich\n4 May 2021\n\n{DAM}\n")
    (about,) = sources(
        f"Dam closed in Ardale today\n\nMaria Keeper\n\n{DAM.replace('keeper', 'warden Keeper')}\n"
    )
    assert (signed.authors, about.authors) == (("Zoran Petrovich",), ())


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("12 Nov 2019 – 04:17 PM EST", True),
        ("Published: 05/15/18", True),
        ("Sunday 07 May 2017 09:15 BST", True),
        ("Nov 13, 2019 · 8 min read", True),
        ("19 may 2021 . Actualizado a las 07:15 h.", True),
        ("Muertos: 33 (26 de noviembre de 2019)", False),
        ("The dam was closed on 4 May 2021 by its keeper", False),
    ],
)
def test_date_lines_of_newspapers(line: str, is_date: bool) -> None:
    """A line is a date line when it says little else, and counts nothing."""
    assert is_date_line(line) == is_date


@pytest.mark.parametrize(
    ("url", "host", "day"),
    [
        ("https://www.ardale.example/2017/oct/01/dam", "ardale.example", "2017-10-01"),
        ("https://m.ardale.example/20171001/dam", "ardale.example", "2017-10-01"),
        ("https://ardale.example/dam_2017100259d2", "ardale.example", None),
        ("https://ardale.example/13-Mar-2019/dam", "ardale.example", "2019-03-13"),
        ("https://ardale.example/dam-14112019", "ardale.example", "2019-11-14"),
        ("https://ardale.example/2017/1001/dam", "ardale.example", "2017-10-01"),
        ("https://ardale.example/2017/1345/dam", "ardale.example", None),
        ("https://ardale.example/2017/10/dam", "ardale.example", None),
        ("https://ardale.example/2017/13/45/dam", "ardale.example", None),
    ],
)
def test_days_in_addresses(url: str, host: str, day: str | None) -> None:
    """Only a whole and possible day is one."""
    address = read_address(url)
    assert address is not None
    assert (address.host, address.published) == (host, day)


def test_the_outlet_at_a_host() -> None:
    """The table names an outlet, else the page's own spelling, else the host; a blog is not its provider."""
    assert outlet_at("www.bbc.co.uk".removeprefix("www.")) == "BBC News"
    assert outlet_at("harbourwatch.example", "Read Harbour Watch every day") == "Harbour Watch"
    assert outlet_at("harbourwatch.example", "we keep harbour watch here") == "harbourwatch.example"
    assert outlet_at("anaquill.blogspot.com", "Blogspot") == "anaquill.blogspot.com"


def test_a_day_in_the_address_yields_to_the_texts_own() -> None:
    """The text's day counts where both name about the same; a later one is of a change or a visit."""
    link = "https://ardale.example/2019/11/12/dam"
    (near,) = sources(f"{link}\n\nDam closed in Ardale today\n13 November 2019\n\n{DAM}\n")
    (late,) = sources(f"{link}\n\nDam closed in Ardale today\n13 March 2023\n\n{DAM}\n")
    assert (near.published, near.published_from) == ("2019-11-13", None)
    assert (late.published, late.published_from) == ("2019-11-12", "address")


def test_a_title_may_stand_in_the_address_only() -> None:
    """The words of the path are the title where the page has none, and it is said where they are from."""
    (bare,) = sources(f"https://ardale.example/news/mayor-leaves-the-town-123.html\n\n{DAM}\n")
    (titled,) = sources(
        f"https://ardale.example/news/mayor-leaves-the-town\n\nDam closed in Ardale\n\n{DAM}\n"
    )
    assert (bare.title, bare.title_from) == ("Mayor leaves the town", "address")
    assert (titled.title, titled.title_from) == ("Dam closed in Ardale", None)


def test_a_note_on_the_author_names_him() -> None:
    """Whom the last lines present as a writer, and the text does not speak of, wrote it."""
    (writer,) = sources(f"Dam closed in Ardale\n\n{DAM}\n\n{DAM_TOO}\n\nBo Tarn is a reporter in Borvik.\n")
    (keeper,) = sources(
        f"Dam closed in Ardale\n\nBo Tarn is a writer who keeps the dam.\n\n{DAM} Tarn left.\n"
    )
    assert (writer.authors, keeper.authors) == (("Bo Tarn",), ())


def test_the_day_of_a_visit_is_not_the_texts() -> None:
    """The weekday and day above a page's title are of the day on which it was looked at."""
    (page,) = sources(f"21.6 C\nSunday, July 14, 2024\n\nDam of Ardale closed for repairs\n\n{DAM}\n")
    assert page.published is None


def test_related_titles_with_days_start_no_page() -> None:
    """A list of other texts below a page, each with its day, is of that page; the next address is not."""
    one, other = articles(
        f"https://ardale.example/2019/02/dam-of-ardale\n\n{DAM}\n\n{DAM_TOO}\n\n\n\nRelated Stories\n\n"
        "Mayor of Borvik leaves the town again\n\nFebruary 27, 2019 3:09 pm\n\n"
        "Watch: the fire in the old mill\n\nFebruary 27, 2019 2:35 pm\n\n"
        f"https://borvik.example/13-Mar-2019/tram-stands-empty-again\n\n{TRAM}\n"
    )
    assert (one.article.source.published, other.article.source.published) == (None, "2019-03-13")
    assert other.paragraphs[0].text.startswith("https://borvik")


def test_an_outlet_stands_over_a_title_or_beside_the_day() -> None:
    """A known outlet alone in the first line is the page's; in a line of parts each part is what it is."""
    (over,) = sources(f"Fox News\n\nDam of Ardale closed for repairs\n\n{DAM}\n")
    line = "The Guardian | 4 May 2021 | Ana Quill, Bo Tarn"
    (beside,) = sources(f"Dam of Ardale closed for repairs\n\n{line}\n\n{DAM}\n")
    assert (over.title, over.outlet) == ("Dam of Ardale closed for repairs", "Fox News")
    assert (beside.authors, beside.outlet, beside.published) == (
        ("Ana Quill", "Bo Tarn"),
        "The Guardian",
        "2021-05-04",
    )


@pytest.mark.parametrize(
    "line", ["Top News | Ana Quill and Bo Tarn 13 Jun 2019", "June 13, 2019by Ana Quill and Bo Tarn"]
)
def test_a_section_is_no_outlet(line: str) -> None:
    """A section of a site beside names is no outlet, and a lost break hides neither day nor names."""
    (cut,) = articles(f"The dam is closed\n\n{line}\n\n{DAM}\n\n{DAM_TOO}\n")
    source = cut.article.source
    assert (source.authors, source.outlet, source.published) == (("Ana Quill", "Bo Tarn"), None, "2019-06-13")
