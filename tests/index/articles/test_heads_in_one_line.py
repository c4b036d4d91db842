"""Heads that people write into one line, and links in heads: each part is read for what it says."""

from __future__ import annotations

import pytest
from made_up_pages import articles, sources

from index.articles.bylines import byline_of
from index.articles.head_rows import spans_of_head
from index.articles.record import articles_of
from index.formats.opening import document_of
from index.model import Source

FERRY = (
    "The ferry of Ardale stopped on Monday after a crack was found in its hull, its keeper said in a note to "
    "the islanders.\n\n"
    "Nobody was hurt, and the islanders were told to wait for word from the harbour before they book another "
    "crossing.\n\n"
    "Engineers will look at the hull this week, and a second boat is paid for until the repair of the first "
    "is done.\n"
)
TRAM = (
    "The tram of Borvik stands empty on most days, and the drivers say so to anyone who asks them why it was "
    "built.\n\n"
    "The mayor expects more people in summer, when the road along the lake is closed for the fair and nobody "
    "can drive.\n\n"
    "Those who oppose the tram counted nine passengers on a Tuesday, and they want the old buses back by the "
    "autumn.\n"
)
TITLE, OTHER = "Ferry of Ardale stopped after crack is found", "Borvik's tram still runs nearly empty"


@pytest.mark.parametrize(
    "row",
    [
        '{name}, "{title}," {outlet}, {day}',
        "{number}. {title} — {outlet} ({day}), by {name}",
        "{title} | {name} | {outlet} | {day}",
        "{outlet}, {day}, by {name} - {title}",
        "## {title} ({name}, {outlet}, {day})",
    ],
)
def test_a_head_in_one_line(row: str) -> None:
    """Title, name, outlet and day of each page are told, though one line says them all."""
    heads = (
        {"title": TITLE, "name": "Ana Quill", "outlet": "Ardale Post", "day": "April 3, 2019", "number": 1},
        {"title": OTHER, "name": "Bo Tarn", "outlet": "Borvik Gazette", "day": "April 4, 2019", "number": 2},
    )
    one, other = sources(f"{row.format(**heads[0])}\n\n{FERRY}\n\n\n{row.format(**heads[1])}\n\n{TRAM}")
    told = [(each.title, each.authors, each.outlet, each.published) for each in (one, other)]
    assert told == [
        (TITLE, ("Ana Quill",), "Ardale Post", "2019-04-03"),
        (OTHER, ("Bo Tarn",), "Borvik Gazette", "2019-04-04"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "A post shared by Bo Tarn (@botarn) on Oct 29, 2020",
        "From the Ardale Post (April 3, 2019):",
        "**Ilse Tarn** | Redlake | April 3, 2019",
        "Read more: Ferry of Ardale stopped - Ardale Post, April 3, 2019",
        "The mayor said on April 3, 2019 - a Wednesday - that the ferry will be mended by the harbour.",
        "Ferry of Ardale stopped after crack is found",
    ],
)
def test_other_lines_are_no_heads(line: str) -> None:
    """Posts, sentences, labels of other texts and titles without a day are left whole."""
    assert spans_of_head(line) == ()


@pytest.mark.parametrize(
    ("head", "gap"),
    [
        ("[{title}]({url})", 3),
        ("## [{title}]({url})", 2),
        ("**[{title}]({url})**\n{name}, April 3, 2019", 2),
        ("{title} {url}", 3),
    ],
)
def test_a_title_linked_to_its_address(head: str, gap: int) -> None:
    """A title that is a link, or stands before its address, is its page's, and so is the address."""
    first = head.format(title=TITLE, url="https://ardale.example/news/ferry-stopped", name="Ana Quill")
    second = head.format(title=OTHER, url="https://borvik.example/news/tram-empty", name="Bo Tarn")
    one, other = sources(f"{first}\n\n{FERRY}{chr(10) * gap}{second}\n\n{TRAM}")
    assert (one.title, one.url) == (TITLE, "https://ardale.example/news/ferry-stopped")
    assert (other.title, other.url) == (OTHER, "https://borvik.example/news/tram-empty")


def test_a_title_right_over_its_address_in_files_without_other_gaps() -> None:
    """Pages of lines set tight, each a title and its address over its text, are pages of their own."""
    long = "The mayor of Borvik will ask the county for what the tram has cost it in its first and only year"
    ferry, tram = (text.replace("\n\n", "\n") for text in (FERRY, TRAM))
    found = sources(f"{TITLE}\nhttps://ardale.example/a\n{ferry}\n{long}\nhttps://borvik.example/b\n{tram}")
    assert [source.title for source in found] == [TITLE, long]


@pytest.mark.parametrize("line", ["By [Ana Quill](https://ardale.example/authors/ana)", "By Ana Quill"])
def test_a_name_in_the_words_of_a_link(line: str) -> None:
    """The words of a link say what they say without its address."""
    read = byline_of(line)
    assert read is not None and read.authors == ("Ana Quill",)


def test_outlet_day_and_name_around_strokes() -> None:
    """Dots part what a line says as strokes do; a name alone beside a day may be the outlet's."""
    read = byline_of("The Guardian · Ana Quill · 3 April 2019")
    assert read is not None and (read.authors, read.outlet) == (("Ana Quill",), "The Guardian")
    assert byline_of("Voz Ardale | 3 April 2019") is None


def of_file(text: str, name: str = "a.md") -> Source:
    """Return the source of a file of one page."""
    (cut,), _ = articles_of(document_of(name, text.encode()))
    return cut.article.source


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("line", ["El País · 2019-04-03", "Ardale Post · 2019-04-03", "Borvik Gazette"])
def test_an_outlet_right_below_the_title(line: str, name: str) -> None:
    """A sure name alone under a title, or beside its day, is the outlet, though sections be called so."""
    assert of_file(f"# {TITLE}\n\n{line}\n\n{FERRY}", name).outlet == line.partition(" ·")[0]


@pytest.mark.parametrize("line", ["Sources Close To The Council", "Harbour Views", "Nobody Was Hurt"])
def test_other_lines_below_a_title_are_no_outlets(line: str) -> None:
    """Sections and sentences stand under titles, too."""
    assert of_file(f"# {TITLE}\n\n{line}\n\n{FERRY}").outlet is None


def test_an_address_that_closes_the_only_page() -> None:
    """It is the page's where it says what the title says, and another's where it does not."""
    own, others = "https://ardale.example/ferry-of-ardale-stopped-after-crack", "https://hull.example/repairs"
    assert of_file(f"{TITLE}\n\n{FERRY}\n{own}\n", "a.txt").url == own
    assert of_file(f"{TITLE}\n\n{FERRY}\n{others}\n", "a.txt").url is None


def test_a_body_whose_name_holds_the_host() -> None:
    """A line under the title that says more than the host does is what the site is called."""
    (cut,) = articles(
        f"{TITLE}\nCity of Ardale\nhttps://www.ardale.gov.example/2019/04/ferry-stopped-after-crack\n\n{FERRY}"
    )
    assert cut.article.source.outlet == "City of Ardale"


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("— Ana Quill", ("Ana Quill", None, None)),
        ("— Ana Quill, Ardale Post, April 3, 2019", ("Ana Quill", "Ardale Post", "2019-04-03")),
        ("(Ana Quill, Ardale Post, April 3, 2019)", ("Ana Quill", "Ardale Post", "2019-04-03")),
        ("Ana Quill\n\nApril 3, 2019", ("Ana Quill", None, "2019-04-03")),
    ],
)
def test_a_last_line_signs_with_outlet_and_day(end: str, told: tuple[str, str | None, str | None]) -> None:
    """Behind a dash or in brackets below its text stands who wrote it, for whom and when."""
    source = of_file(f"{TITLE}\n\n{FERRY}\n{end}\n", "a.txt")
    assert (source.authors, source.outlet, source.published) == ((told[0],), *told[1:])


def test_below_a_quotation_a_dash_names_its_speaker() -> None:
    """Whose a quotation is did not write the text that ends with it."""
    quote = '"We shall not sail again before the hull has been seen by an engineer of the county."'
    assert of_file(f"{TITLE}\n\n{FERRY}\n{quote}\n\n— Ana Quill\n", "a.txt").authors == ()


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("{title}\nBy Ana Quill\nArdale Review, April 2019", "Ardale Review"),
        ("Ardale Review, April 2019\n\n{title}\n\nAna Quill", "Ardale Review"),
        ("{title}\n\nAna Quill | April 2019", None),
    ],
)
def test_a_month_beside_an_outlet_or_a_name(head: str, outlet: str | None) -> None:
    """A head that states the month of an issue states no day, and the outlet may stand with it."""
    source = of_file(f"{head.format(title=TITLE)}\n\n{FERRY}", "a.txt")
    assert (source.outlet, source.published, source.month) == (outlet, None, "2019-04")


def test_archives_over_a_title_date_nothing() -> None:
    """A month alone over a title leads to what the site published then."""
    assert of_file(f"April 2019\n\nMay 2019\n\n{TITLE}\n\n{FERRY}", "a.txt").month is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.html",
            "<title>{title}</title><link rel=canonical href='{url}'><h1>{title}</h1><p>{one}</p><p>{two}</p>",
        ),
        ("a.md", "---\nurl: {url}\n---\n# {title}\n\n{one}\n\n{two}\n"),
    ],
)
def test_a_page_that_states_its_address_alone_is_dated_by_it(name: str, text: str) -> None:
    """Where mark-up or front matter state an address and no day, the address tells the day, as in texts."""
    one, two, _ = FERRY.split("\n\n")
    url = "https://ardale.example/2019/apr/3/ferry-stopped"
    source = of_file(text.format(title=TITLE, url=url, one=one, two=two), name)
    assert (source.published, source.published_from) == ("2019-04-03", "address")


def test_a_head_in_one_line_begins_a_page_whatever_its_title() -> None:
    """A title that is long, or begins like a label, is still told by what stands with it."""
    long = "What the mayor of Borvik will ask the county for after the only year in which its tram has run"
    first, second = (
        f'Ana Quill, "FERRY: {TITLE}," Ardale Post, April 3, 2019',
        f'Bo Tarn, "{long}," Borvik Gazette, April 4, 2019',
    )
    one, other = sources(f"{first}\n\n{FERRY}\n* * *\n\n{second}\n\n{TRAM}")
    assert (one.title, other.title) == (f"FERRY: {TITLE}", long)


@pytest.mark.parametrize("line", ["Recorded May 2019", "Aired\u00a0 May 12, 2005 - 13:30   ET"])
def test_a_month_is_no_surname_behind_a_word(line: str) -> None:
    """What happened in a month is no person."""
    assert of_file(f"{TITLE}\n\n{line}\n\n{FERRY}", "a.txt").authors == ()


@pytest.mark.parametrize("key", ["publish_date", "published_at", "fecha_publicacion"])
def test_other_names_of_the_day_in_front_matter(key: str) -> None:
    """Programs that fetch pages name the day in several ways."""
    assert of_file(f"---\ntitle: {TITLE}\n{key}: 2019-04-03\n---\n{FERRY}").published == "2019-04-03"
