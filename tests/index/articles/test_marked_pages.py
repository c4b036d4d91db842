"""Pages in documents of marked blocks: several in a Markdown file, and what a web page's head says."""

from __future__ import annotations

import pytest

from index.articles.cutting import cut_articles
from index.articles.marked import marked_articles
from index.formats.extracted import Extracted, ReadDocument, cleaned, from_plain, lay_out, to_plain
from index.formats.html import read as read_file
from index.formats.html import read_page
from index.formats.markdown import read
from index.model import Document, Source

TEXT = [
    "The dam of Ardale was closed on Monday after a crack was found in its eastern wall, the keeper said.",
    "Nobody was hurt, and the villages below were told to wait for word from the council of the valley.",
    "An engineer had written in spring that the wall would hold for twenty years, and he stands by that.",
]
TITLE = "Crack in eastern wall closes the dam of Ardale"
URL = "https://ardale.example/2021/05/04/dam-closed.html"


def sources(extracted: Extracted) -> list[Source]:
    """Return the sources of what a reader gave, having been through the pipe of its process."""
    parts = cleaned(from_plain(to_plain(extracted)).parts)
    text, laid = lay_out(Extracted(parts))
    read_document = ReadDocument(Document("saved.md", text, "utf-8", ""), laid)
    return [cut.article.source for cut in marked_articles(read_document)]


def markdown(head: str, end: str = "") -> list[Source]:
    """Return the sources of a Markdown file with a head and an end."""
    body = "\n\n".join(TEXT)
    return sources(read(f"{head}\n\n{body}\n\n{end}\n".encode(), "saved.md"))


@pytest.mark.parametrize(
    ("head", "end"),
    [
        (f"# {TITLE}\n\n<{URL}>", ""),
        (f"# [{TITLE}]({URL})", ""),
        (f"{URL}\n\n# {TITLE}", ""),
        (f"# {TITLE}\n\n[Original]({URL})", ""),
        (f"# {TITLE}", f"Fuente: {URL}"),
    ],
)
def test_the_address_of_a_markdown_page_is_found(head: str, end: str) -> None:
    """An address in a line, behind the title or under "Source" is the page's, and says whose and when."""
    (source,) = markdown(head, end)
    assert (source.title, source.url) == (TITLE, URL)
    assert (source.outlet, source.published) == ("ardale.example", "2021-05-04")


def test_a_linked_source_is_the_outlet() -> None:
    """A linked name behind "Source" is the outlet, and its address the page's."""
    (source,) = markdown(f"# {TITLE}", f"Source: [The Ardale Post]({URL})")
    assert (source.title, source.url, source.outlet) == (TITLE, URL, "The Ardale Post")


def test_links_to_other_pages_are_not_the_address() -> None:
    """A link in a sentence, to a profile or to buttons leaves the address unknown."""
    (source,) = markdown(
        f"# {TITLE}\n\nBy [Ana Borg](https://ardale.example/staff/ana-borg-writes-here)\n\n"
        "[Share](https://facebook.com/share/this-very-page-here)",
        "## [Ten lamps for long evenings, cheap today](https://shop.example/2021/05/04/lamps.html)",
    )
    assert (source.url, source.authors) == (None, ("Ana Borg",))


@pytest.mark.parametrize("between", ["\n\n", "\n\n---\n\n"])
def test_pages_of_one_markdown_file_stand_alone(between: str) -> None:
    """Headings over addresses part the pages of a file, a rule between them or not."""
    pages = [
        f"# {TITLE} {n}\n\nhttps://site{n}.example/2021/05/0{n}/dam\n\nBy Ana Borg\n\n" + "\n\n".join(TEXT)
        for n in (1, 2, 3)
    ]
    found = sources(read(between.join(pages).encode(), "saved.md"))
    assert [(one.title, one.outlet, one.published) for one in found] == [
        (f"{TITLE} {n}", f"site{n}.example", f"2021-05-0{n}") for n in (1, 2, 3)
    ]


def html(head: str, before: str = "", end: str = "") -> Source:
    """Return the source of a web page with a head below its headline, and an end below its text."""
    body = "".join(f"<p>{text} {n}</p>" for n in range(2) for text in TEXT)
    page = f"<!DOCTYPE html>{before}<html><body><h1>{TITLE}</h1>{head}{body}{end}</body></html>"
    (source,) = sources(read_page(page.encode()))
    return source


@pytest.mark.parametrize(
    ("head", "authors", "day"),
    [
        ("<div class=b>By Ana Borg and Olga Tomm</div>", ("Ana Borg", "Olga Tomm"), None),
        ("<p>Por Ana Borg</p><p>4 de mayo de 2021</p>", ("Ana Borg",), "2021-05-04"),
        ("<ul><li>REDACCION / 28 May 2013/</li></ul>", (), "2013-05-28"),
        ("<span>Ana Borg</span> <time>4 May 2021</time>", ("Ana Borg",), "2021-05-04"),
        ("", (), None),
    ],
)
def test_the_head_of_a_web_page_tells_what_its_data_leave_out(
    head: str, authors: tuple[str, ...], day: str | None
) -> None:
    """A byline and a day between headline and text count where the page's own data name none."""
    source = html(head)
    assert (source.authors, source.published) == (authors, day)


@pytest.mark.parametrize(
    ("head", "end", "authors"),
    [
        ("<p>Maria Borg</p><time>4 May 2021</time>", "", ("Maria Borg",)),
        ("<p>Inner Waters</p><time>4 May 2021</time>", "", ()),  # a section
        ("", f"{'<p>Letters are welcome.</p>' * 8}<p>Maria Borg<br>Ardale</p>", ()),  # of a letter
    ],
)
def test_a_lone_name_below_a_web_pages_headline_is_a_persons(
    head: str, end: str, authors: tuple[str, ...]
) -> None:
    """Without "by" a name counts right below the headline only, and if it has a given name."""
    assert html(head, end=end).authors == authors


def article(title: str, author: str) -> str:
    """Return an article as pages of several hold them."""
    return f"<article><h2>{title}</h2><p>By {author}</p><time>4 May 2021</time>" + "".join(
        f"<p>{text} {title} {n}</p>" for n in range(2) for text in TEXT
    )


def test_articles_that_one_web_page_shows_whole_stand_alone() -> None:
    """Two articles with headlines and texts are two, each under its own author, the outlet the page's."""
    shown = article(TITLE, "Ana Borg") + "</article>" + article("Tram of Borvik stands", "Olga Tomm")
    page = f"<html><head><title>News | The Economist</title></head><body><nav>Home</nav>{shown}</article>"
    found = sources(read_page(page.encode()))
    assert [(one.title, one.authors) for one in found] == [
        (TITLE, ("Ana Borg",)),
        ("Tram of Borvik stands", ("Olga Tomm",)),
    ]
    assert {(one.outlet, one.published) for one in found} == {("The Economist", "2021-05-04")}


def test_a_card_of_another_text_is_no_article_of_its_own() -> None:
    """An article beside cards with a few words of others is one."""
    cards = "<article><h2>Tram of Borvik stands</h2><p>It has stood since Monday.</p></article>" * 3
    body = article(TITLE, "Ana Borg").replace("h2", "h1")
    (found,) = sources(read_page(f"<html><body>{body}</article>{cards}".encode()))
    assert found.title == TITLE


def test_web_pages_saved_one_below_another_in_a_file_stand_alone() -> None:
    """Where one page of HTML ends and the next begins, a text with a title and an outlet of its own does."""
    page = "<!DOCTYPE html><html><head><title>{0} | {1}</title></head><body>{2}</article></body></html>\n"
    one = page.format(TITLE, "The Economist", article(TITLE, "Ana Borg"))
    two = page.format("Tram stands", "Quay Watch", article("Tram stands", "Olga Tomm"))
    found = sources(read_file((one + two).encode(), "saved.html"))
    assert [(each.title, each.outlet) for each in found] == [
        (TITLE, "The Economist"),
        ("Tram stands", "Quay Watch"),
    ]


def test_the_day_in_a_head_is_surer_than_another_of_the_page() -> None:
    """A day that only the mark-up of some part of a page holds gives way to the one below the headline."""
    other = '<aside><time datetime="2019-02-03">Last spring</time></aside>'
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    page = f"<html><body>{other}<h1>{TITLE}</h1><p>By Ana Borg</p><p>4 May 2021</p>{text}"
    (found,) = sources(read_page(page.encode()))
    assert found.published == "2021-05-04"


def test_an_address_a_browser_noted_is_kept() -> None:
    """The comment with which a browser saves a page names its address, and so does a line in its head."""
    assert html("", f"<!-- saved from url=(0050){URL} -->").url == URL
    assert html(f'<p><a href="{URL}">{URL}</a></p>').url == URL


@pytest.mark.parametrize("mark", ["---", "***", "* * *"])
@pytest.mark.parametrize(
    "head",
    [
        f"## {TITLE}\nThe Ardale Post - febrero 2021\n{URL}",
        f"## {TITLE}\n\nThe Ardale Post, Valley\nMAY 4, 2021\nAna Borg",
        f"The Ardale Post\n{TITLE}\n4 mayo 2021\n{URL}",
        f"Ana Borg\n{TITLE}\nThe Ardale Post. 04/05/2021",
        f"{TITLE} after a night of rain that nobody in the valley remembers the like of in years\n\n"
        f"The Ardale Post\nBy Ana Borg\n{URL}",
    ],
)
@pytest.mark.parametrize("name", ["saved.md", "saved.txt"])
def test_a_rule_over_a_head_parts_pages(mark: str, head: str, name: str) -> None:
    """Texts about one matter in one file: a rule, and below it a title with its address, day or name."""
    text = "\n\n".join(TEXT)
    file = f"## Dam of Ardale is closed\nGazette, 3 May 2021\n\n{text}\n\n{mark}\n\n{head}\n\n{text}\n"
    if name.endswith(".md"):
        found = sources(read(file.encode(), name))
    else:
        found = [
            cut.article.source for cut in cut_articles(Document(name, file.replace("## ", ""), "", ""), None)
        ]
    assert len(found) == 2 and found[0].published == "2021-05-03"


@pytest.mark.parametrize(
    "head", ["## The wall", "The wall holds", "## What the keeper said of it\n\nRead on."]
)
def test_a_rule_over_a_section_parts_no_pages(head: str) -> None:
    """The sections of one text may stand below rules; none says where it is from."""
    text = "\n\n".join(TEXT)
    file = f"# {TITLE}\n\nBy Ana Borg\n4 May 2021\n\n{text}\n\n---\n\n{head}\n\n{text}\n\n---\n\n{text}\n"
    assert len(sources(read(file.encode(), "saved.md"))) == 1


@pytest.mark.parametrize("outlet", ["The Ardale Times", "The Ardale Times, The Margin"])
@pytest.mark.parametrize("day", ["May 4, 2021", "4 de mayo de 2021"])
def test_an_outlet_over_a_day_is_told_where_headings_are_marked(outlet: str, day: str) -> None:
    """In Markdown a short line over the day is no heading, and names the outlet all the same."""
    (source,) = markdown(f"## {TITLE}\n\n{outlet}\n{day}\nAna Borg")
    assert (source.title, source.outlet, source.published) == (TITLE, "The Ardale Times", "2021-05-04")
