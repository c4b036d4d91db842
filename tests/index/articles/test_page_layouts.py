"""Made-up saved pages in many layouts: how many are found, and how often a head is read right or wrong.

The figures rise with what is measured and never fall; a value that the page does not state counts as wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from made_up_pages import (
    FIELDS,
    Page,
    articles,
    files_of_one_layout,
    judged,
    mixed_files,
    single_pages,
    source_of,
    sources,
)

from index.articles.byline_names import is_menu, is_row_of_links
from index.articles.bylines import byline_of
from index.articles.name_lines import name_line_of

Files = Callable[[], Iterator[list[tuple[str, Page]]]]
# Of the pages that are their own article, then of each field: right of those stated, wrong of all pages.
FLOORS: dict[str, tuple[Files, float, dict[str, tuple[float, float]]]] = {
    "a page a file": (
        single_pages,
        1.0,
        {"title": (0.98, 0.01), "authors": (0.99, 0.004), "outlet": (0.85, 0.0), "date": (0.98, 0.0)},
    ),
    "pages of one layout": (
        files_of_one_layout,
        1.0,
        {"title": (0.99, 0.005), "authors": (0.98, 0.005), "outlet": (0.83, 0.0), "date": (0.98, 0.0)},
    ),
    "pages of different layouts": (
        mixed_files,
        0.98,
        {"title": (0.97, 0.018), "authors": (0.98, 0.005), "outlet": (0.81, 0.01), "date": (0.97, 0.005)},
    ),
}


@pytest.mark.parametrize("name", FLOORS)
def test_saved_pages_are_found_and_their_heads_read(name: str) -> None:
    """Of each hundred made-up pages so many are their own article, and so many heads right; few are wrong."""
    files, own, fields = FLOORS[name]
    verdicts = [verdict for file in files() for verdict in judged(file)]
    counts = Counter((field, each) for verdict in verdicts for field, each in verdict.fields.items())
    assert sum(verdict.own for verdict in verdicts) >= own * len(verdicts)
    for field in FIELDS:
        right, wrong = fields[field]
        stated = sum(bool(getattr(verdict.page, field)) for verdict in verdicts)
        assert counts[field, "right"] >= right * stated, field
        assert counts[field, "WRONG"] <= wrong * len(verdicts), field


TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.\n\n"
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.\n\n"
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.\n"
)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Redstone\n\nWhy the valley waits for its council", None),  # it may be a section or a place
        ("TeleRedstone\n\nWhy the valley waits for its council", "TeleRedstone"),
        ("Ardale Dam\n\nWhy the valley waits for its council", None),  # what the text is about
        ("The Engineers\n\nWhy the valley waits for its council", None),
        ("Politics\n\nWhy the valley waits for its council", None),
        ("Human Rights\n\nWhy the valley waits for its council", None),
        ("Why the valley waits for its council | Redstone", "Redstone"),
        ("Redstone | Why the valley waits for its council", "Redstone"),
        ("Why the valley waits for its council | Opinion", None),
        ("Why the valley waits for its council - Ardale Post", "Ardale Post"),
        ("Borvik: why the valley waits for its council", None),
        ("The Ardale Post says: Why the valley waits for its council", "The Ardale Post"),
        ("Nation & World\n\nWhy the valley waits for its council", None),
        ("Careers\nWalks\nTides of Times\nWhy the valley waits for its council", None),
        ("Reddit\n\nWhy the valley waits for its council", None),
        ("Redstone, 4 May 2021\nWhy the valley waits for its council", None),
        ("Great Britain\n\nWhy the valley waits for its council", None),
        ("Why the valley waits for its council\n\nThe Economist", "The Economist"),  # of sites.toml
    ],
)
def test_a_name_over_a_title_is_the_outlet_unless_it_is_a_topic(head: str, outlet: str | None) -> None:
    """Sections and what a text speaks of are no outlets; the title is read without the outlet's name."""
    source = source_of(head, TEXT)
    assert source.outlet == outlet
    assert (source.title or "").lower().endswith("why the valley waits for its council")


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Nadia Feroz and Bo Tarn, Al Qamar", ("Nadia Feroz", "Bo Tarn"), "Al Qamar"),
        ("By Ana Quill, Political Correspondent", ("Ana Quill",), None),
        ("Redacción El Ejemplo", (), "El Ejemplo"),
        ("Redacción Deportes", (), None),
        ("By The Ardale Post staff", (), "The Ardale Post"),
        ("By The Ardale Post Editorial Board", (), "The Ardale Post"),
        ("By Post Editorial Board", (), None),
        ("By Courier Staff Writers", (), None),
        ("By Ana Quill and Bo Tarn, Redstone Enquirer", ("Ana Quill", "Bo Tarn"), "Redstone Enquirer"),
        ("By Harbour Walks Team", (), None),
        ("By Ana Quill Fox News", ("Ana Quill",), "Fox News"),
        ("By Ana Quill Globe Correspondent", ("Ana Quill",), None),
        ("By Ana Quill | Published May 4, 2021", ("Ana Quill",), None),
        ("Por Bruno Castromil, Lucía", ("Bruno Castromil",), None),
        ("Por Bruno Castromil, Elena", ("Bruno Castromil",), None),
        ("By Ana Quill, Peter", ("Ana Quill",), None),
        ("El Ejemplo / Agencia Norte", (), "El Ejemplo"),
        ("Publicado por Nuria Castromil el 4 de mayo de 2021", ("Nuria Castromil",), None),
    ],
)
def test_a_byline_parts_people_from_outlets(line: str, authors: tuple[str, ...], outlet: str | None) -> None:
    """The last of several names has its "and"; a newsroom and an occupation are nobody."""
    found = byline_of(line)
    assert found is not None
    assert (found.authors, found.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "By The Council Listings Committee",
        "—By Ana Quill Redlake. Coast Press writer Bo Tarn in O’Ardale contributed to this report.",
        "Zork Tarn / ARDALEPOST.COM / Apr 16, 2026, 14:04 IST",
    ],
)
def test_helpers_and_strangers_are_no_bylines(line: str) -> None:
    """Committees, a note on who helped, and a name before a host name no outlet and no author."""
    assert byline_of(line) is None


@pytest.mark.parametrize("line", ["Political Correspondent", "Al Qamar", "Redacción Semanario Norte"])
def test_an_occupation_or_an_outlet_is_no_author(line: str) -> None:
    """Two words with capitals are a person's only where they are none of these."""
    assert name_line_of(line) is None


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("Bo Tarn", ("Bo Tarn",)),
        ("Bo Tarn\n\nBo Tarn is the chair of a society that looks after old walls.", ("Bo Tarn",)),
        ("The Engineer", ()),
        ("Zork Muddle", ()),
    ],
)
def test_a_name_alone_below_the_text_signs_it(end: str, authors: tuple[str, ...]) -> None:
    """A sure name right below the last paragraph is the author's, with or without a note on him."""
    assert source_of(f"Why the valley waits\n\n{TEXT}\n{end}").authors == authors


def test_sections_of_a_signed_page_are_no_pages() -> None:
    """Long headings below wide gaps part a page only where more than the first head has a name or a day."""
    sections = f"Why the valley waits for its council now\n\n{TEXT}\n\n\n"
    signed = f"Dam of Ardale closed for repairs again\n\nBy Ana Quill\n\n{TEXT}\n\n\n{sections * 2}"
    pages = f"Dam of Ardale closed for repairs again\n\n{TEXT}\n\n\n{sections * 2}"
    assert len(articles(signed)) == 1
    assert len(articles(pages)) == 3


def test_a_name_over_several_titles_of_a_file_is_the_outlet() -> None:
    """What may be a section over one title is the site's header where the pages of a file begin with it."""
    page = f"Redstone\n\nWhy the valley waits for its council\n\n{TEXT}\n\n\n"
    assert [each.outlet for each in sources(page * 2)] == ["Redstone", "Redstone"]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Viernes 30 de noviembre de 2018, p. 28\n\nWhy the valley waits", "2018-11-30"),
        ("Wednesday, October 16, 2024\nHomeOpinionsWhy the valley waits\n\nWhy the valley waits", None),
        ("12/11/2019 10:14 AM\n\nWhy the valley waits", None),
        (" date 2019-11 Why the valley waits", None),
    ],
)
def test_a_day_of_the_head_is_read_where_it_is_sure(head: str, published: str | None) -> None:
    """A page's number beside a day hides it not; the day of a visit, a month alone, a doubtful one not."""
    assert source_of(head, TEXT).published == published


def test_a_long_title_right_over_its_deck_is_the_title() -> None:
    """A line longer than headlines are, with nothing but its deck glued below, heads the page."""
    title = (
        "Council of the valley: the keeper counted 11 of the 31 cracks in the wall that were said to be there"
    )
    head = f"REGION\n{title}\nThe list of the keeper names ten villages and one town."
    assert source_of(head, TEXT).title == title


def test_a_link_to_another_text_is_no_title_of_a_page() -> None:
    """A lead word glued to a headline tells that the headline is another text's."""
    also = "También puede leerLos alcaldes del valle piden que se abra el puente viejo"
    text = f"Why the valley waits\n\n{TEXT}\n\n\n{also}\n\n{TEXT}"
    assert len(articles(text)) == 1


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("News Sports Business Opinion Obituaries Weather", True),
        ("Inicio Política Economía Deportes Cultura Contacto", True),
        ("World Health Organization Report Says Crisis", False),
        ("Government Report Says Police Closed Eleven Mills", False),
    ],
)
def test_a_menu_in_one_line_is_told_from_a_headline_by_its_sections(line: str, menu: bool) -> None:
    """Words of sections stand in headlines, too, but most words of a headline are none."""
    assert is_menu(line) == menu


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("TOP SHELF  POLITICS  MEDIA  U.S. NEWS", True),
        ("Home\tLocal News\tHarbour\tSports", True),
        ("Inicio   Economía   Nuestra gente   Deportes", True),
        ("Ardale  Borvik  Redstone  Politics", False),  # a row of a table
        ("Politics  Dam of Ardale closed again for repairs", False),
        ("Politics  Harbour", False),
        ("Opinion  media  politics", False),
    ],
)
def test_words_with_wide_blanks_are_a_menu_where_half_name_sections(line: str, menu: bool) -> None:
    """A row of links is told by its blanks and its sections; a row of a table names none."""
    assert is_row_of_links(line) == menu


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("harbour.tech\n\nWhy the valley waits for its council", "harbour.tech"),
        (
            "www.ardalewatch.org\nHome | About | Search\n\nWhy the valley waits for its council",
            "ardalewatch.org",
        ),
        ("notes.txt\n\nWhy the valley waits for its council", None),
        ("facebook.com\n\nWhy the valley waits for its council", None),
        ("Why the valley waits for its council\n\nharbour.tech", None),
    ],
)
def test_a_host_alone_over_a_title_is_the_outlet(head: str, outlet: str | None) -> None:
    """A site without another name begins its pages with its address; a file and a home of many name none."""
    assert source_of(head, TEXT).outlet == outlet


def test_a_site_called_like_its_author_goes_by_its_host() -> None:
    """An author is no outlet: a blog under the author's name is named by its address."""
    head = "Why the valley waits for its council\nBy Ana Quill\nhttps://blog.anaquill.example/why-the-valley-waits/"
    source = source_of(head, TEXT)
    assert (source.authors, source.outlet) == (("Ana Quill",), "blog.anaquill.example")


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("The Ardale Mirror\nCouncil Waits for the Keeper\nby Ana K. Quill", ("Ana K. Quill",)),
        ("Council Waits for the Keeper\nof the dam\nby Ana Quill", ("Ana Quill",)),
        ("Council Waits for the Keeper\nof the dam\nby the river", ()),
    ],
)
def test_a_small_by_in_a_head_of_short_lines_begins_a_byline(head: str, authors: tuple[str, ...]) -> None:
    """Three lines that seem a stanza are none where one is "by" and a name."""
    assert source_of(head, TEXT).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ana Quill – May 4, 2021", ("Ana Quill",)),
        ("Alto Meridiano – 4 de mayo de 2021", ()),
        ("Borvik Tern, 4 May 2021", ()),
    ],
)
def test_only_a_sure_name_beside_a_day_is_an_author(line: str, authors: tuple[str, ...]) -> None:
    """An outlet stands beside its day as an author does: without a known given name nobody is named."""
    found = byline_of(line)
    assert (found.authors if found else ()) == authors


def test_who_says_so_behind_a_dash_is_no_outlet() -> None:
    """A name behind a title's dash is whom the title cites where the text speaks of it."""
    title = "Dam of Ardale closed again - Ardale News Institute"
    said = "The crack was found on Monday, the head of the Ardale News Institute said in the morning."
    source = source_of(title, f"{TEXT}\n{said}\n")
    assert (source.title, source.outlet) == (title, None)
