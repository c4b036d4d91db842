"""Pages of many shapes, each with the cut that a careful editor would make."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from index.articles.cutting import CutArticle, cut_articles
from index.formats.encodings import decode
from index.model import Document, Role

PAGES = Path(__file__).parents[2] / "pages"
LETTERS = {
    Role.BODY: "b",
    Role.HEADING: "H",
    Role.CAPTION: "C",
    Role.POST: "P",
    Role.LISTING: "L",
    Role.NOTE: "N",
    Role.JUNK: "J",
}


@dataclass(frozen=True)
class Cut:
    """One article: its language, a letter for each paragraph's role, and what the page says of its source."""

    language: str | None
    roles: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    reposted_by: str | None = None
    reposted: str | None = None


ANA, JUAN = ("Ana Ejemplo",), ("Juan Prueba",)
EXPECTED: dict[str, tuple[Cut, ...]] = {
    # an agency's report: the agency in the dateline, the reporter in the last line, a date without a year
    "agency.txt": (
        Cut("en", "HbbbN", "Springfield council shuts harbour for three weeks", ANA, "Coast Press"),
    ),
    # one text in two languages, told apart by nothing but the language
    "bilingual.txt": (Cut("en", "Hbb", "A harbour closes"), Cut("es", "Hbb", "Se cierra un puerto")),
    # a blog's page of three texts in two languages, its lede copied from the second, a comment form
    "blog.txt": (
        Cut("en", "HHNbbbN", outlet="Harbour Desk", reposted_by="harbourdiary"),
        Cut(
            "en",
            "HbCbb",
            "Boats wait at the mole as the closure of the harbour enters its third week",
            reposted_by="harbourdiary",
        ),
        Cut(
            "es",
            "HHbbbNNJJJJJ",
            "#Springfield, un puerto cerrado y dos versiones",
            reposted_by="harbourdiary",
        ),
    ),
    # a cookie banner above the title, "Posted on DATE by NAME"
    "cookies.txt": (
        Cut("en", "JJJHNbbJ", "The tide table that nobody printed", ANA, published="2023-03-04"),
    ),
    # two documents of a press database
    "database.txt": (
        Cut(
            "en",
            "JHHNJJNNNJbbNJ",
            "Harbour closed for three weeks",
            ANA,
            "Springfield Herald",
            "2023-03-04",
        ),
        Cut(
            "en",
            "JHHNJJNNNJbbNJ",
            "Wall of Shelbyville holds, port says",
            JUAN,
            "Shelbyville Courier",
            "2023-03-06",
        ),
    ),
    "espanol.txt": (
        Cut(
            "es",
            "HNNbbCbNJJ",
            "El puerto de Springfield seguirá cerrado",
            ("Juana Prueba Modelo",),
            "Diario de la Costa",
            reposted="2023-03-05",
        ),
    ),
    # "By NAME | OUTLET | DATE", section headings, a biography
    "essay.txt": (
        Cut("en", "HNbbHbbHbbN", "What a harbour is for", JUAN, "The Shelbyville Review", "2022-05-09"),
    ),
    # labelled lines
    "fields.txt": (
        Cut(
            "en",
            "NNNNNbb",
            "Port authority publishes half of the survey",
            ANA,
            "Coast Courier",
            "2023-04-02",
            "https://example.org/survey",
        ),
    ),
    # each post of a forum is a text of its own
    "forum.txt": (
        Cut("en", "HNb", "Harbour closed again??", ("pilot77",), published="2023-03-04"),
        Cut("en", "Nb", authors=("quaywatcher",), published="2023-03-04"),
        Cut("en", "Nb", authors=("pilot77",), published="2023-03-04"),
    ),
    # titles and teasers by turns; the site is named in its appeal only
    "listing.txt": tuple(
        Cut("en", roles, title, reposted_by="Harbour Voices")
        for roles, title in (
            ("JHHb", "Springfield Closes Its Harbour While Two Ministries Disagree"),
            ("Hb", "Why The Old Quay Wall Of Shelbyville Cracked Twice In One Winter"),
            ("Hb", "Fishers Of Ogdenville Ask For A Seat On The Harbour Board"),
            ("Hb", "North Haverbrook Sells Its Last Ferry To A Company From Abroad"),
            ("HbJJJ", "A Lighthouse Without A Keeper Finds One After Eleven Years"),
        )
    ),
    # a magazine: date in pieces, "NAME COUNTRY//DATE", appeal in the middle, cut-off teasers below
    "magazine.txt": (
        Cut(
            "en",
            "JJJNHHNbbLbJJJbNJJJJJJJJJJJJJ",
            "The harbour board opens the door to a private operator",
            ("Ana B. Ejemplo Jr.",),
            "Coast Courier",
            reposted="2023-03-14",
        ),
    ),
    # a mailing list's post: hard-wrapped, glued headings, an embedded post, bare links
    "mail.txt": (
        Cut(
            "en",
            "HNHNJbbbHbbPNJbN",
            "Springfield Closes Its Harbour While Two Ministries Disagree",
            ANA,
            "Harbourista",
            "2023-03-04",
            reposted_by="e-mail list [Harbour]",
            reposted="2023-03-06",
        ),
    ),
    "markdown.md": (
        Cut("en", "HNbHbHLLb", "The wall, the basin and the bill", ANA, "Coast Courier", "2023-03-04"),
    ),
    # a newsletter of a greeting and three signed items
    "newsletter.txt": (
        Cut("en", "Hb", "Coast Letter No. 14"),
        Cut("en", "HNbb", "Springfield closes its harbour", ANA),
        Cut("en", "HNbb", "Shelbyville waits", JUAN),
        Cut("en", "HNbJ", "A keeper for the lighthouse", ANA),
    ),
    # a newspaper's page: menu, two authors, "Related articles" in the middle, "Most read" below
    "newspaper.txt": (
        Cut(
            "en",
            "JJJJJHNNJbbJJJJbbJJJJ",
            "Harbour wall cracks for the second time in one winter",
            (*ANA, *JUAN),
            "Springfield Herald",
            "2023-03-04",
        ),
    ),
    "oneline.txt": (Cut("en", "b"),),
    "poem.txt": (Cut("en", "Hbb", "The Quay"),),
    # a Spanish portal; a bare name under the title is the author's, for a line with the day follows
    "portal.txt": (
        Cut(
            "es",
            "JJJJJJJHHNNJbbJJJbJ",
            "El puerto de Springfield cierra tres semanas por las grietas del muelle",
            ANA,
            published="2023-03-04",
        ),
    ),
    # a press release: contact lines, and at the end what the sender says of itself
    "release.txt": (
        Cut(
            "en",
            "JNNHbbbHNN",
            "Port Authority of Springfield Orders Independent Survey of Quay Wall",
            published="2023-03-04",
        ),
    ),
    # nothing but short lines is still a text; which of them is a title cannot be told
    "shortlines.txt": (Cut("en", "Hbbbbb"),),
    # a mail that quotes an earlier one: its lines are another's words
    "outletdate.txt": (
        Cut(
            "en",
            "HNNbb",
            "Ferry strike goes on",
            ("Ana Ejemplo",),
            "The Coast Courier",
            published="2021-05-04",
        ),
    ),
    "menu.txt": (
        Cut(
            "en",
            "JJHNHNbbJ",
            "Council Lets The Old Quay Go",
            ("Ana Ejemplo",),
            "The Springfield Gazette",
            published="2022-03-12",
        ),
    ),
    "forwarded.txt": (
        Cut(
            "en",
            "NNNNNbJbb",
            "The day the wall came down",
            reposted="2023-03-10",
        ),
    ),
    "thread.txt": (
        Cut(
            "en",
            "HNNNbNNb",
            "What the survey says",
            reposted_by="e-mail list [Coast]",
            reposted="2023-03-09",
        ),
    ),
    "transcript.txt": (
        Cut(
            "en",
            "HNbbbb",
            "Transcript: The mayor of Springfield on the closed harbour",
            outlet="Radio Springfield",
            published="2023-03-05",
        ),
    ),
    "two.txt": (
        Cut("en", "HNNbb", "Springfield council votes to close the harbour", ANA, published="2023-03-04"),
        Cut("en", "HNNbb", "Shelbyville fears the same", JUAN, published="2023-03-09"),
    ),
    # a blog engine's page: menu, share buttons, related posts with dates, "Published by"
    "wordpress.txt": (
        Cut("en", "HHJJJJJHNbbJJJJJJJJJJJHNJJJJ", "The price of a berth", ANA, published="2023-03-04"),
    ),
}


def read(name: str) -> list[CutArticle]:
    """Return the articles of a page."""
    text, encoding = decode((PAGES / name).read_bytes())
    return cut_articles(Document(name, text, encoding, ""), None)


def as_cut(article: CutArticle) -> Cut:
    """Return what the table says of an article."""
    source = article.article.source
    roles = "".join(LETTERS[paragraph.role] for paragraph in article.paragraphs)
    return Cut(
        source.language,
        roles,
        source.title,
        source.authors,
        source.outlet,
        source.published,
        source.url,
        source.reposted_by,
        source.reposted,
    )


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_pages_are_cut_as_an_editor_would(name: str) -> None:
    """A page of this shape is cut into its articles, each with the source it states and no other."""
    assert [as_cut(article) for article in read(name)] == list(EXPECTED[name])


def test_every_page_is_in_the_table() -> None:
    """No page is left without an expected cut."""
    assert {path.name for path in PAGES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_nothing_of_a_page_is_lost(name: str) -> None:
    """Every word of a page stands in exactly one paragraph, which is an exact slice of the document."""
    text, encoding = decode((PAGES / name).read_bytes())
    paragraphs = [p for cut in cut_articles(Document(name, text, encoding, ""), None) for p in cut.paragraphs]
    assert all(p.text == text[p.start : p.end] for p in paragraphs)
    assert all(one.end <= other.start for one, other in pairwise(paragraphs))
    assert "".join("".join(p.text.split()) for p in paragraphs) == "".join(text.split())


VARIANTS = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r").encode(),
    "a byte-order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "indented by tabs": lambda text: "".join(f"\t{line}" for line in text.splitlines(keepends=True)).encode(),
    "trailing no-break spaces": lambda text: text.replace("\n", "\u00a0\n").encode(),
    "three empty lines for one": lambda text: text.replace("\n\n", "\n\n\n\n").encode(),
    "empty lines around": lambda text: ("\n\n\n" + text + "\n\n\n").encode(),
}


@pytest.mark.parametrize("variant", sorted(VARIANTS))
@pytest.mark.parametrize("name", ["agency.txt", "blog.txt", "espanol.txt", "mail.txt", "newspaper.txt"])
def test_line_ends_and_encodings_change_no_cut(name: str, variant: str) -> None:
    """The same page with other line ends, margins or encoding is cut the same."""
    text, encoding = decode(VARIANTS[variant]((PAGES / name).read_text("utf-8")))
    cuts = cut_articles(Document(name, text, encoding, ""), None)
    assert [as_cut(article) for article in cuts] == list(EXPECTED[name])
