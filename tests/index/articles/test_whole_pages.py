"""Pages saved whole, menus and notices above the head: which line is the title, and whose the page is."""

from __future__ import annotations

import pytest

from index.articles.cutting import CutArticle, cut_articles
from index.model import Document, Source

MENU = "Home\nWorld\nValley Life\nSports Desk\nVideo Centre\nOur People\nShop\nSign in"
NOTICE = "By using these pages you agree that the valley's helpers remember what you have read here before."
TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.\n\n"
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.\n\n"
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.\n\n"
    "The council meets again on Thursday, when the keeper of the dam is to explain what he has seen there.\n"
)
TITLE = "Crack in eastern wall closes the dam of Ardale"


def articles(text: str) -> list[CutArticle]:
    """Return the articles of a text file."""
    return cut_articles(Document("saved.txt", text, "utf-8", ""), None)


def source_of(text: str) -> Source:
    """Return the source of a file of one page."""
    (cut,) = articles(text)
    return cut.article.source


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
