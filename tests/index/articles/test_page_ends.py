"""What stands below the last paragraph of a page: its address, its furniture, the rest of its list."""

from __future__ import annotations

import pytest
from made_up_pages import articles, sources

DAM = "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said."
DAM_TOO = (
    "Nobody was hurt, and the villages below the dam were told to wait for word from the valley council."
)
TRAM = "The tram of Borvik stands empty on most days, and the drivers say so to anyone who asks them why."
TRAM_TOO = "The mayor expects more passengers in summer, when the road along the lake is shut for the fair."
FERIA = "La feria de Iriarte abrió el sábado sin ganado, y los criadores culpan a la sequía y a los precios."
FERIA_TOO = (
    "El ministerio promete pienso barato antes de mayo, aunque los criadores recuerdan otras promesas."
)
TEXT = "\n\n".join((DAM, DAM_TOO, TRAM_TOO, DAM, DAM_TOO))
PAGES = (
    ("Crack closes the dam of Ardale", DAM, DAM_TOO, "https://ardale.example/news/crack-closes-dam"),
    ("Why the tram of Borvik is empty", TRAM, TRAM_TOO, "https://borvik.example/2021/tram-empty-days"),
    ("La feria de Iriarte, sin ganado", FERIA, FERIA_TOO, "https://iriarte.example/feria-sin-ganado.html"),
)


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\n\n\n"])
@pytest.mark.parametrize("titled", [True, False])
def test_addresses_below_all_pages_are_their_own(gap: str, titled: bool) -> None:
    """Where a file begins with text and ends with an address, each is that of the page above it."""
    pages = ["\n\n".join(page if titled else page[1:]) for page in PAGES]
    found = sources(gap.join(pages) + "\n")
    assert [source.url for source in found] == [page[-1] for page in PAGES]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_addresses_above_all_pages_are_their_own_below_a_last_link(gap: str) -> None:
    """A link that ends the last page leaves the addresses above the pages where they belong."""
    pages = ["\n\n".join((page[-1], *page[:-1])) for page in PAGES]
    found = sources(gap.join(pages) + "\n\nhttps://plans.example/valley\n")
    assert [source.url for source in found] == [page[-1] for page in PAGES]


@pytest.mark.parametrize(
    "end",
    [
        "Newsroom\n\nLeave a comment\n\nThis site filters spam. Read here how your data are handled.",
        "Latest News\n\n×\n\nYour free article limit has been reached this month.\n\nSubscribe now.",
        "Redacción\n\nDeja un comentario\n\nEste sitio filtra mensajes. Lea cómo se tratan sus datos.",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\n \n"])
def test_furniture_below_a_text_is_no_page(gap: str, end: str) -> None:
    """A few words below the last paragraph are no text of their own, whatever they look like."""
    assert len(articles(f"{TEXT}{gap}{end}\n")) == 1


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\n\n\n"])
def test_a_head_set_as_a_list_is_of_its_page(gap: str) -> None:
    """Name, day and outlet as the points of a list, under a title and its deck, begin nothing."""
    head = "  • By\n  • | 3:05 p.m. May 4, 2021\n  • Ardale Observer\n  • Opinion\n  • Share"
    asked = "What are your neighbors talking about this week?"
    found = sources(f"Letter: Who closed the dam?\n\n{asked}{gap}{head}\n\n{TEXT}\n")
    assert [source.title for source in found] == ["Letter: Who closed the dam?"]


@pytest.mark.parametrize("mark", ["•", "-", "2."])
def test_a_text_goes_on_below_a_list(mark: str) -> None:
    """A point of a list ends as it likes: the paragraph below is no page of its own."""
    point = (
        f"  {mark} Then the water rose, and the keeper called the council, who came and looked at it for"
        " an hour and left, as they had done each time before when the river had come high. Keeper of Ardale"
    )
    text = f"Crack closes the dam of Ardale\n\n{TEXT}\n\n{point}\n{point}\n\n{TEXT}\n\n{point}\n\n{DAM_TOO}\n"
    assert len(articles(text)) == 1
