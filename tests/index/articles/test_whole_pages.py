"""Pages saved whole, menus and notices above the head: which line is the title, and whose the page is."""

from __future__ import annotations

import pytest
from made_up_pages import articles, source_of

from index.articles.bylines import byline_of
from index.articles.date_lines import is_date_line
from index.model import Role

MENU = "Home\nWorld\nValley Life\nSports Desk\nVideo Centre\nOur People\nShop\nSign in"
NOTICE = "By using these pages you agree that the valley's helpers remember what you have read here before."
TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.\n\n"
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.\n\n"
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.\n\n"
    "The council meets again on Thursday, when the keeper of the dam is to explain what he has seen there.\n"
)
TITLE = "Crack in eastern wall closes the dam of Ardale"

MENU_EN = (
    "News\nSports\nOpinion\nWeather\nObituaries\nJobs\nHomes\nCars\nPuzzles\nHoroscope\nRadio\nVideo\n"
    "Photos\nLetters\nArchive\nContact\nSubscribe\nLog in\nSearch\nMenu"
)
MENU_ES = (
    "Portada\nDeportes\nOpinión\nTiempo\nEsquelas\nEmpleo\nPisos\nMotor\nPasatiempos\nRadio\nVídeo\n"
    "Fotos\nCartas\nArchivo\nContacto\nCultura\nMundo\nEntrar\nBuscar\nMenú"
)
SALT_EN = (
    "The salt barges of Ardale have waited nine days for the lock to be mended, and nobody is glad of it.\n\n"
    "A keeper said that the lock would open again on Friday, when the new gate comes from the foundry.\n\n"
    "Until then the salt is carried over the hill on carts, which costs its owners twice as much as before.\n"
)
SALT_ES = (
    "Las barcas de sal de Borvena esperan desde hace nueve días a que abra la esclusa, y nadie se alegra.\n\n"
    "Un guarda dijo que la esclusa se abriría otra vez el viernes, en cuanto llegue una compuerta nueva.\n\n"
    "Hasta entonces la sal cruza el monte en carros, lo que cuesta a sus dueños el doble de antes.\n"
)


@pytest.mark.parametrize(
    "above",
    [
        MENU,
        f"{MENU}\nThe best lamps for long evenings\nTen walks that you should not miss",
        f"{MENU}\n{NOTICE}\nEverything you look for is here",
        f"{MENU}\nGet the valley's letter to your inbox daily\n{NOTICE}\nDiscover what our desk likes most",
    ],
)
@pytest.mark.parametrize(
    "below", ["", "By Ana Borg\n4 May 2021\n", "A deck that says what happened there\n\n"]
)
def test_below_menus_the_title_is_the_line_of_which_the_text_speaks(above: str, below: str) -> None:
    """Of the lines above a text the title is the one whose words come back in it, its name and day below."""
    source = source_of(f"{above}\n\n{TITLE}\n\n{below}\n{TEXT}")
    assert source.title == TITLE
    assert source.published == ("2021-05-04" if "May" in below else None)
    assert source.authors == (("Ana Borg",) if "May" in below else ())


@pytest.mark.parametrize(
    "head",
    [
        f"Turn on notices for breaking stories of interest?\n\n{TITLE}\n\nBy Ana Borg",
        f"Meet the Green Lamp Makers Behind Cheap Evenings\nOlga Tomm\n\n{TITLE}\n\nBy Ana Borg",
        f"Valley News / Dams / {TITLE}\n{TITLE}\nBy Ana Borg",
        f"Valley{TITLE}\n\n{TITLE}\n\nBy Ana Borg",
        f"{TITLE}\n\nFri, May 14 202110:12 AM EST\n\nKeeper on Ardale dam\n\nWatch",
        "Eastern wall cracks. Ardale waits for dam\n\nCan a small valley keep its council dry?\nBy Ana Borg",
    ],
)
def test_in_a_small_head_the_title_is_the_line_of_which_the_text_speaks(head: str) -> None:
    """Notices, headlines of other texts, rows that end in the title and decks are not the title of a text."""
    title = TITLE if TITLE in head else "Eastern wall cracks. Ardale waits for dam"
    assert source_of(f"{head}\n\n{TEXT}").title == title


def test_a_line_of_a_menu_is_no_title() -> None:
    """Where no line above a text has its words, the title is unknown."""
    assert source_of(f"{MENU}\nForgot your password? Get help\nA better way to shop\n\n{TEXT}").title is None


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("crack-in-wall-closes-dam-of-ardale", TITLE),
        ("2021/05/04/crack-eastern-wall-closes-ardale-dam-4711.html", TITLE),
        ("crack-eastern-wall-closes-ardale-dam-keeper-council-valley-engineer-note", TITLE),
    ],
)
def test_the_title_is_the_line_that_the_address_spells(path: str, title: str) -> None:
    """The words of the address's path tell the title among other headlines, and where the text begins."""
    other = "Tram of Borvik stands empty on most days"
    head = f"{other}\nBy Olga Tomm\n\n{NOTICE}\n\n{TITLE}\n\n4 May 2021"
    text = f"https://ardale.example/{path}\n\n{head}\n\n{TEXT}"
    source = source_of(text)
    assert (source.title, source.published) == (title, "2021-05-04")


def test_an_address_spells_no_sentence_of_the_text() -> None:
    """A page without a headline has none, though its first sentence says what its address says."""
    source = source_of(f"https://ardale.example/dam-closed-after-crack-in-wall-keeper-said\n\n{TEXT}")
    assert source.title_from == "address"


def test_a_head_holds_one_article() -> None:
    """What looks like another head between a title and its text begins no article."""
    head = f"{TITLE}\n\nThe keeper saw it first on Monday.\n\nBorvik Wire\n4 May 2021\n\nBy Borvik Wire"
    (cut,) = articles(f"{MENU}\n\n{head}\n\n{TEXT}")
    assert cut.article.source.title == TITLE


@pytest.mark.parametrize(
    ("line", "authors", "day"),
    [
        ("July 24, 2019 by Ana Borg 5 Comments", ("Ana Borg",), "2019-07-24"),
        ("By Ana Borg on Thu, Nov 9, 2023 at 4:00 am", ("Ana Borg",), "2023-11-09"),
        ("By Ana Borg Last updated Nov 8, 2023 Share with new partner:", ("Ana Borg",), "2023-11-08"),
        ("ByAna Borg", ("Ana Borg",), None),
        ("By Ana Borg*", ("Ana Borg",), None),
        ("Por: Ana Borg[1] y Olga Tomm2", ("Ana Borg", "Olga Tomm"), None),
        ("The Harbour Post 22/10/2020 Ana Borg", ("Ana Borg",), "2020-10-22"),
    ],
)
def test_a_byline_is_read_among_counts_and_buttons(
    line: str, authors: tuple[str, ...], day: str | None
) -> None:
    """Counts of comments, buttons and lost blanks around a name and a day change neither."""
    byline = byline_of(line)
    assert byline is not None
    assert (byline.authors, byline.date) == (authors, day)


@pytest.mark.parametrize(
    "line",
    [
        "07/05/2022 20H06 - ACTUALIZADO A 07/05/2022 20H17",
        "Updated21:22, 6 OCT 2020",
        "January 13, 2020 at 08:45 AM | categories: Dams, Valleys | View Comments",
        "Written: 2023-11-07 15:03:30 / Updated: 2023-11-07 15:30:46",
    ],
)
def test_a_line_of_two_days_or_with_sections_is_a_day_line(line: str) -> None:
    """A second day, a glued word and the names of sections leave a line of a day what it is."""
    assert is_date_line(line)


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        ("", "© 2021 Ardale Courier\nFollow Ardale Courier on Twitter", "Ardale Courier"),
        (
            "Ardale Courier",
            "Copyright © 2021 · The Ardale Courier Ltd. All rights reserved",
            "Ardale Courier",
        ),
        ("", "Subscribe to The Ardale Courier\nMore from The Ardale Courier", "Ardale Courier"),
        ("", "Contact: redaccion@ardalecourier.example", "ardalecourier.example"),
        ("", "Contact: ana.borg@ardalecourier.example", None),
        ("", "© 2021 Harbour Media Group. All rights reserved", None),
        ("", "Follow us on Twitter\nShare on Facebook", None),
        ("", "Zork Tarn is a keeper of walls\nFollow Zork Tarn on Twitter", None),
        ("", "Get Started Now\nGet Started Now", None),
        ("", "Join The Conversation\nJoin The Conversation", None),
        ("", "© 2021 HD Lake Streams. All rights reserved", None),
        ("Fox News\nBleacher Report\nFarm\nHills\nLamps\nTalks", "", None),
        ("The Economist\nFarm\nHills\nLamps\nTalks\nWalks", "", "Economist"),
        ("Harbour News\nFarm Times\nValley Post\nNight Watch\nTown Echo\nSea Mail\nLake Star", "", None),
    ],
)
def test_furniture_names_the_site_where_it_agrees(above: str, below: str, outlet: str | None) -> None:
    """Notices of rights, calls to subscribe and a desk's mail name the outlet; companies and menus do not."""
    named = source_of(f"{above}\n{TITLE}\n\n{TEXT}\n{below}\n").outlet
    assert (named or "").removeprefix("The ") == (outlet or "")


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("By Ana Borg, Borvik Wire", "ardale.example"),
        ("Harbour News\nBy Ana Borg", "ardale.example"),
        ("Originally published in The Borvik Post\nBy Ana Borg", "Borvik Post"),
    ],
)
def test_at_an_address_the_outlet_is_the_hosts(head: str, outlet: str) -> None:
    """An agency or a section over a text is not its outlet where the address says who shows it."""
    named = source_of(f"https://ardale.example/dam\n\n{TITLE}\n\n{head}\n\n{TEXT}").outlet
    assert (named or "").removeprefix("The ") == outlet


def test_the_title_of_the_browsers_tab_begins_a_page() -> None:
    """A title with its site behind, and the title again below, begins a page, menus between them."""
    page = "{0} | The Ardale Post\n\nFront\n\nTweet\nEmail\n\n{0}\n\nANA BORG /25 Jul 2013/\n\n{1}"
    other = TEXT.replace("dam", "tram").replace("Ardale", "Borvik").replace("wall", "wheel")
    one, two = articles(page.format(TITLE, TEXT) + "\n\n" + page.format("Tram of Borvik stands", other))
    assert (one.article.source.title, two.article.source.title) == (TITLE, "Tram of Borvik stands")
    assert one.article.source.outlet == two.article.source.outlet == "The Ardale Post"
    assert one.article.source.published == "2013-07-25"


def test_a_name_over_its_outlet_signs_a_page() -> None:
    """A title over a name and an outlet, each alone in its line, begins a page below two empty lines."""
    other = TEXT.replace("dam", "tram").replace("Ardale", "Borvik").replace("wall", "wheel")
    head = "The tram of Borvik stands empty\n\nOlga Tomm\nArdale Post"
    one, two = articles(f"{TITLE}\n\nAna Borg\nArdale Post\n\n{TEXT}\n\n\n{head}\n\n{other}")
    assert (one.article.source.authors, two.article.source.authors) == (("Ana Borg",), ("Olga Tomm",))


@pytest.mark.parametrize(
    "line",
    [
        "RELATED: Ten walks along the lake that you should take",
        "PHOTOS: The valley from above, spring and autumn",
        "LEE MÁS | El alcalde de Muestra visita la presa",
        "JUST WATCHED Keeper shows the crack in the wall Replay More Videos ... MUST WATCH Keeper 02:40",
        "MUST WATCH",
    ],
)
def test_links_and_players_inside_a_text_are_furniture(line: str) -> None:
    """What leads to other texts or to films, in capitals before a colon or around a player, is junk."""
    first, rest = TEXT.split("\n\n", 1)
    (cut,) = articles(f"{TITLE}\n\n{first}\n\n{line}\n\n{rest}")
    (role,) = [paragraph.role for paragraph in cut.paragraphs if paragraph.text == line]
    assert role is Role.JUNK


def test_lines_after_two_dashes_are_a_list() -> None:
    """Points set off by two dashes or a square above a text are a list's, and no sentences of it."""
    points = "-- A crack in the eastern wall closes the dam\n\n■ The council meets on Thursday again"
    (cut,) = articles(f"{TITLE}\n\n{points}\n\n{TEXT}")
    assert [paragraph.role for paragraph in cut.paragraphs[1:3]] == [Role.LISTING, Role.LISTING]


@pytest.mark.parametrize(
    ("end", "outlet"),
    [
        ("", None),
        ("About\nContact\nPrivacy", None),
        ("About The Economist\nContact\nPrivacy", "The Economist"),
    ],
)
def test_a_name_among_menus_needs_a_second_line(end: str, outlet: str | None) -> None:
    """Menus lead to other papers: the page's own name is said by another line of it."""
    head = f"Home\nWorld\nValley Life\nOur People\nShop\nSign in\nThe Economist\nHills\n\n{TITLE}"
    assert source_of(head, f"{TEXT}\n{end}\n").outlet == outlet


@pytest.mark.parametrize(
    "menu, head, text, author, day",
    [
        (MENU_EN, "Hilde Tarn\nMay 4, 2021", SALT_EN, "Hilde Tarn", "2021-05-04"),
        (
            MENU_EN,
            "By Hilde Tarn\nPublished Tuesday, May 4, 2021 2:20pm EDT",
            SALT_EN,
            "Hilde Tarn",
            "2021-05-04",
        ),
        (MENU_ES, "Ana Castromil\n4 MAY 2021 - 18:37 CET", SALT_ES, "Ana Castromil", "2021-05-04"),
        (MENU_ES, "Por Ana Castromil\nmartes 4 de mayo de 2021", SALT_ES, "Ana Castromil", "2021-05-04"),
    ],
)
def test_a_name_and_a_day_right_over_the_text_are_told_without_a_title(
    menu: str, head: str, text: str, author: str, day: str
) -> None:
    """Of a whole page whose title is not told, the head is what stands right above its text."""
    source = source_of(f"{menu}\n\n{head}\n\n{text}")
    assert (source.authors, source.published) == ((author,), day)


@pytest.mark.parametrize(
    "credit", ["Photo: Harbour Post", "Image: Reuters", "Foto: EFE", "Fotos: El Muelle/ AFP"]
)
def test_the_credit_of_a_picture_is_no_title(credit: str) -> None:
    """Whose a picture is, alone or behind what it shows, is no title."""
    assert source_of(f"{credit}\n\n{SALT_EN}").title is None
    assert source_of(f"Barges wait below the lock. {credit}\n\n{SALT_EN}").title is None
