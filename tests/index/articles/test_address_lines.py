"""Lines of an address as people write them over, under and behind what they save."""

from __future__ import annotations

import pytest
from made_up_pages import sources

from index.articles.addresses import address_of, is_labelled, read_address

URL = "https://ardale.example/news/crack-closes-dam/"
OTHER = "https://borvik.example/2021/05/tram-of-borvik"
TITLE, SECOND = "Crack in eastern wall closes the dam of Ardale", "Tram of Borvik stands empty on most days"
TEXT = (
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.\n\n"
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.\n\n"
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.\n"
)
NEXT = TEXT.replace("dam", "tram").replace("Ardale", "Borvik").replace("wall", "wheel")


@pytest.mark.parametrize(
    "line",
    [
        "{}", "<{}>", "*{}*", "> {}", "- {}", "# {}", "== {} ==", "[{}]({})", "({})", "{} | 3 June 2021",
        "{} - 3 June 2021", "3 June 2021 - {}", "{} (accessed 3 June 2021)",
        "Retrieved from: {} on 12 May 2018",
    ],
)  # fmt: skip
def test_marks_and_a_day_beside_an_address_are_no_words(line: str) -> None:
    """Marks of lists, headings and links around an address, and a day beside it, leave it an address."""
    found = address_of(line.replace("{}", URL))
    assert found is not None
    assert found.url.rstrip("/") == URL.rstrip("/")


@pytest.mark.parametrize(
    ("line", "labelled"),
    [
        ("URL Source: {}", True),
        ("Original article: {}", True),
        ("Nota original: {}", True),
        ("Saved from {}", True),
        ("Tomado de {}", True),
        ("Enlace permanente: {}", True),
        ("Source: Ardale Post ({})", True),
        ("Fuente: Ardale Post - {}", True),
        ("Read more: {}", False),
        ("Leer más en: {}", False),
        ("Share this page: {}", False),
        ("Watch the video on the page: {}", False),
        ("The keeper has put his notes on {}", False),
        ("[1] {}", False),
    ],
)
def test_a_label_says_whether_an_address_is_the_texts(line: str, labelled: bool) -> None:
    """Words for a source make an address the text's; those of buttons, notes and sentences do not."""
    assert is_labelled(line.format(URL)) is labelled
    assert (address_of(line.format(URL)) is not None) is labelled


@pytest.mark.parametrize("label", ["{}", "Source: {}", "Original article: {}", "Saved from {}"])
@pytest.mark.parametrize(
    "head",
    [
        "{link}\n\n{title}\n\n{by}",
        "{title}\n\n{by}\n\n{link}",
        "{title}\n{link}\n{by}",
        "{by}\n{title}\n{link}",
        "{title}\n\nA deck which says what happened there.\n\n{by}\n\n{link}",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n\n"])
def test_an_address_belongs_to_its_page_wherever_it_stands(label: str, head: str, between: str) -> None:
    """Over its title, below its byline or between them, an address is its page's, whose name and day stay."""
    pages = [
        head.format(link=label.format(url), title=title, by=f"By {name} Borg\n4 May 2021") + f"\n\n{text}"
        for url, title, name, text in ((URL, TITLE, "Ana", TEXT), (OTHER, SECOND, "Olga", NEXT))
    ]
    one, two = sources(between.join(pages))
    assert (one.title, one.authors, one.url, one.published) == (TITLE, ("Ana Borg",), URL, "2021-05-04")
    assert (two.title, two.authors, two.url, two.published) == (SECOND, ("Olga Borg",), OTHER, "2021-05-04")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("news/27/11/2017/163012/the-dam-is-closed.html", "2017-11-27"),
        ("news/05/11/2017/163012/the-dam-is-closed.html", None),
        ("news/the-dam-is-closed_2023041164351b2c3d4e5f60.html", "2023-04-11"),
        ("news/the-dam-is-closed_2023134164351b2c3d4e5f60.html", None),
    ],
)
def test_a_day_in_a_path_may_lead_or_stand_before_a_number(path: str, day: str | None) -> None:
    """Day, month and year between strokes are a day where no month can be meant; so is one glued to an id."""
    assert read_address(f"https://ardale.example/{path}").published == day


DECK = "A SECOND crack has been found in the dam of Ardale, and all who live below it have begun to pack\n\n"


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (
            f"{DECK}By Otto Sample\n\nPUBLISHED: 00:01, Tue, Nov 19, 2019 | UPDATED: 10:43, Nov 19, 2019",
            "Otto Sample",
        ),
        ("    • Dora White\n\n    • 19 Nov 2019, 19:09\n    • Updated: 19 Nov 2019, 19:11", "Dora White"),
    ],
)
def test_a_day_right_below_who_signs_is_the_texts(lines: str, author: str) -> None:
    """A deck between the title and who signs does not hide the day; name and day may be items of a list."""
    (source,) = sources(f"{TITLE}\n\n{lines}\n\n{TEXT}")
    assert (source.authors, source.published) == ((author,), "2019-11-19")


@pytest.mark.parametrize(
    ("path", "writers"),
    [
        ("author/hilde-tarn/", True),
        ("firmas/hilde_tarn", True),
        ("columnistas/hilde-van-tarn/", True),
        ("authors/hilde.tarn", True),
        ("author/hilde", False),
        ("author/hilde-tarn/page/2", False),
        ("author/hilde-tarn-on-why-the-dam-shut/", False),
        ("news/hilde-tarn/", False),
    ],
)
def test_the_address_of_a_writers_page_is_told(path: str, writers: bool) -> None:
    """What stands behind "author" in a path is a name where it is two to four words and the path's end."""
    found = read_address(f"https://ardale.example/{path}")
    assert found is not None and found.of_writer is writers


def test_a_writers_page_over_a_text_is_not_its_address_and_names_no_author() -> None:
    """The text's own address gives where and when; an address has no accents and is no by-line."""
    own = "https://ardale.example/2021/05/04/dam-closed/"
    (page,) = sources(f"https://ardale.example/author/hilde-tarn/\n{own}\n{TITLE}\n\n{TEXT}")
    assert (page.authors, page.url, page.published) == ((), own, "2021-05-04")
    (named,) = sources(
        f"{own}\nhttps://ardale.example/author/hilde-tarn/\n{TITLE}\n\nBy Bo Ejemplo\n\n{TEXT}"
    )
    assert named.authors == ("Bo Ejemplo",)


@pytest.mark.parametrize(
    "line", ["May 2021", "Mayo 2021", "mayo de 2021", "Mayo del 2021", "Octubre de 2013"]
)
def test_a_month_alone_below_a_title_is_the_texts(line: str) -> None:
    """An issue that states its month states no day: the month is kept as it is."""
    (source,) = sources(f"{TITLE}\n{line}\n\n{TEXT}")
    assert (source.published, source.month) == (None, "2013-10" if "2013" in line else "2021-05")
