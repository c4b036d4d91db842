"""Saved web pages: the main text in the page's own words, and whose it is."""

from __future__ import annotations

import re

import pytest

from index.errors import UnreadableDocument
from index.formats.extracted import Block
from index.formats.html import looks, page_text, read_page
from index.model import Role

PARAGRAPHS = [
    "The harbour master <a href='/r'>Ruth Alvarado</a> said on Monday that the ferry to <b>Port Ellery</b>"
    " will"
    " sail again in June, once the quay wall has been made good.",
    "Engineers have worked on the piers since the spring, and the council of the town voted nine to four"
    " for the"
    " loan in January, after a debate of six hours in which nobody was asked to leave.",
    "Opponents want a referendum before the first stone is laid. They have collected four hundred"
    " signatures in"
    " the market and at the doors of the two schools, and they mean to go on until autumn.",
    "Nobody at the ministry could be reached when this was written; its office in the old customs house is"
    " closed"
    " on Mondays, says a note on the door, and its telephone rings in an empty room.",
]
HEAD = """<link rel="canonical" href="https://coast.example/ferry">
<meta property="og:site_name" content="Coast Courier"><meta name="author" content="Ana Ejemplo">
<meta property="article:published_time" content="2021-03-04T23:30:00-05:00">
<title>Ferry to sail again - Coast Courier</title>"""


def page(body: str, head: str = HEAD) -> bytes:
    """Return a page as a browser saves it."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<article>{body}</article><footer><p>All rights reserved. Subscribe to our newsletter.</p></footer>"
        "</body></html>"
    ).encode()


BODY = "<h1>Ferry to sail again</h1><p>By Ana Ejemplo</p>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def quotable(data: bytes) -> list[Block]:
    """Return the blocks of a page that are of its main text."""
    return [block for part in read_page(data).parts for block in part.blocks if block.role is not Role.JUNK]


def test_words_of_links_stay_in_their_sentences() -> None:
    """A quote from a page is an unbroken run of what is seen: linked and bold words stand where they
    stood.
    """
    texts = [block.text for block in quotable(page(BODY))]
    assert (
        "The harbour master Ruth Alvarado said on Monday that the ferry to Port Ellery will sail again in"
        " June,"
        " once the quay wall has been made good." in texts
    )


def test_menus_and_footers_are_junk() -> None:
    """What stands around the main text is kept as junk: it is of the page, and never quoted."""
    (part,) = read_page(page(BODY)).parts
    roles = {block.text: block.role for block in part.blocks}
    assert roles["Sport"] is Role.JUNK
    assert roles["All rights reserved. Subscribe to our newsletter."] is Role.JUNK
    assert roles["Ferry to sail again"] is Role.HEADING


def test_a_text_in_several_boxes_is_whole() -> None:
    """Boxes set alike, with an advertisement between them, hold one text; what is set otherwise does not."""
    texts = [
        f"{PARAGRAPHS[0]} {number} boats of the harbour wait for it at quay {number}." for number in range(9)
    ]
    box = '<div class="row"><div class="article-body">{}</div></div>'
    one, two = (box.format("".join(f"<p>{text}</p>" for text in half)) for half in (texts[:6], texts[6:]))
    other = f"<div class='row'><div class='card'><p>{PARAGRAPHS[1]}</p></div></div>"
    body = f"<h1>Ferry to sail again</h1><main>{one}<aside>Buy a boat</aside>{two}</main>{other}"
    quoted = [block.text for block in quotable(page(body)) if block.role is Role.BODY]
    assert quoted == [" ".join(text.split()) for text in map(plain, texts)]


def plain(markup: str) -> str:
    """Return what is seen of a paragraph."""
    return re.sub(r"<[^>]+>", "", markup)


def test_page_says_whose_it_is() -> None:
    """Title, author, outlet, address and day are the page's own; the day is that of the place, not
    Greenwich's.
    """
    source = read_page(page(BODY)).parts[0].source
    assert (source.title, source.authors, source.outlet) == (
        "Ferry to sail again",
        ("Ana Ejemplo",),
        "Coast Courier",
    )
    assert (source.published, source.url, source.language) == (
        "2021-03-04",
        "https://coast.example/ferry",
        "en",
    )


@pytest.mark.parametrize(
    "author",
    [
        "Coast Courier",
        "Newsroom Staff",
        "admin",
        "Bo Unseen",
        "ana@coast.example",
        "https://coast.example/ana",
    ],
)
def test_author_that_is_no_person_or_not_seen_is_unknown(author: str) -> None:
    """A site, a desk, an address, or a name that stands nowhere on the page is nobody's by-line."""
    head = HEAD.replace("Ana Ejemplo", author)
    body = BODY.replace("By Ana Ejemplo", "")
    assert read_page(page(body, head)).parts[0].source.authors == ()


def test_marks_that_disagree_are_decided_by_the_byline() -> None:
    """Where the page's marks name two persons, the one in a by-line wrote it; without one nobody is named."""
    stated = '{"@type": "NewsArticle", "author": {"name": "Bo Prueba"}}'
    other = f'<script type="application/ld+json">{stated}</script>'
    seen = BODY + "<p>Photographs: Bo Prueba</p>"
    assert read_page(page(seen, HEAD + other)).parts[0].source.authors == ("Ana Ejemplo",)
    unsigned = seen.replace("By Ana Ejemplo", "Ana Ejemplo is our reporter.")
    assert read_page(page(unsigned, HEAD + other)).parts[0].source.authors == ()


UNSTATED = (
    '<title>Ferry to sail again | Coast Courier</title><meta property="og:site_name" content="Coast Courier">'
)


def authors(body: str, head: str = UNSTATED) -> tuple[str, ...]:
    """Return the authors of a page with the text of the ferry."""
    return read_page(page(body, head)).parts[0].source.authors


@pytest.mark.parametrize(
    "marks",
    [
        '<p><a rel="author">Ana Ejemplo</a>, <a rel="author">Bo Prueba</a></p>',
        '<p><span class="byline-prefix">By</span> <span>Ana Ejemplo</span> and <span>Bo Prueba</span></p>',
        '<ul><li class="author-name">Ana Ejemplo</li><li class="author-name">Bo Prueba</li>'
        '<li class="author-name">Coast Newsroom</li></ul>',
        '<p itemprop="author"><span itemprop="name">Ana Ejemplo</span></p>'
        '<p itemprop="author"><span itemprop="name">Bo Prueba, The Associated Press</span></p>',
    ],
)
def test_all_of_a_list_of_authors_are_named(marks: str) -> None:
    """Who is marked as an author beside the first one wrote the page, too; a newsroom did not."""
    body = BODY.replace("<p>By Ana Ejemplo</p>", f"<div>{marks}</div>")
    assert authors(body) == ("Ana Ejemplo", "Bo Prueba")


def test_all_authors_of_meta_elements_are_named() -> None:
    """A page may name each of its authors in a meta element of its own."""
    named = "".join(f'<meta name="author" content="{name}">' for name in ("Ana Ejemplo", "Bo Prueba"))
    assert authors(BODY + "<p>Bo Prueba is our reporter.</p>", UNSTATED + named) == (
        "Ana Ejemplo",
        "Bo Prueba",
    )


MARK = '<span class="author-name">Bo Prueba</span>'


@pytest.mark.parametrize(
    "other",
    [
        f"<aside><div>{MARK}</div></aside>",
        f'<div class="related-texts">{MARK}</div>',
        f'<ol><li class="comment">{MARK}</li></ol>',
        f'<a href="/quay">The quay wall is made good by divers from the north {MARK}</a>',
        f"<article><h2>The quay wall is made good</h2>{MARK}</article>",
        f"<div><h1>Divers at the quay</h1></div><div><h1>The quay wall</h1><p>{MARK}</p></div>",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_authors_of_other_texts_are_not_the_pages(other: str, *, above: bool) -> None:
    """Who is marked on a card, in a margin or among comments wrote another text than the page's."""
    body = BODY.replace("<p>By Ana Ejemplo</p>", "")
    assert authors(other + body if above and "<h1>" not in other else body + other) == ()


@pytest.mark.parametrize(
    ("site", "named"), [("Coast Courier", ()), ("El Faro Costero", ()), ("Maria Ejemplo", ("Maria Ejemplo",))]
)
def test_a_site_is_an_author_where_it_is_called_like_a_person(site: str, named: tuple[str, ...]) -> None:
    """Many pages state their own site as the author: it is none, unless it has a given name."""
    head = f'<meta property="og:site_name" content="{site}"><meta name="author" content="{site}">'
    assert authors(BODY.replace("By Ana Ejemplo", site), head) == named


@pytest.mark.parametrize(
    ("publisher", "site", "outlet"),
    [
        ("Prensa Costera S.L.", "Coast Courier", "Coast Courier"),
        ("Coast Press, Ltd.", "Coast Courier", "Coast Courier"),
        ("Coast Press, Ltd.", "", "Coast Press, Ltd."),
        ("The Coast Courier", "coast.example", "The Coast Courier"),
    ],
)
def test_the_outlet_is_what_readers_call_it(publisher: str, site: str, outlet: str) -> None:
    """A page may state as its publisher the company that owns the site; the site's own name goes before."""
    stated = f'{{"@type": "NewsArticle", "publisher": {{"name": "{publisher}"}}}}'
    head = f'<script type="application/ld+json">{stated}</script>'
    head += f'<meta property="og:site_name" content="{site}">' if site else ""
    assert read_page(page(BODY, head)).parts[0].source.outlet == outlet


@pytest.mark.parametrize(
    ("headline", "stated", "said"),
    [
        ("Coast Courier", "Ferry to sail again in June", "Ferry to sail again in June"),
        ("Press releases", "Ferry to sail again in June", "Ferry to sail again in June"),
        ("Harbour Gazette, the oldest paper of all our coast", "Ferry to sail again in June", None),
        ("Ferry sails", "Ferry to sail again in June", "Ferry sails"),
        ("Time to say goodbye", "Home", "Time to say goodbye"),
        ("A boat for all who live behind the dunes", "Ferry to sail again in June", None),
    ],
)
def test_a_section_over_a_text_is_not_its_title(headline: str, stated: str, said: str | None) -> None:
    """A short headline without a word of the title that a page states is its site's or a section's."""
    head = f'<meta property="og:title" content="{stated}"><meta property="og:site_name" content="The Quay">'
    body = BODY.replace("Ferry to sail again", headline)
    assert read_page(page(body, head)).parts[0].source.title == (said or headline)


def test_hidden_text_is_no_text() -> None:
    """What the page hides is not read: hidden elements, scripts, styles, templates, comments."""
    hidden = (
        "<p hidden>Secret one.</p><p style='display: none'>Secret two.</p><script>Secret three</script>"
        "<template><p>Secret four.</p></template><!-- Secret five --><div style='visibility:hidden'>Secret"
        " six.</div>"
    )
    (part,) = read_page(page(BODY + hidden)).parts
    assert not [block.text for block in part.blocks if "Secret" in block.text]


def test_rows_items_and_breaks() -> None:
    """A row of a table is one block, an item one, and two line breaks part paragraphs."""
    extra = (
        "<table><tr><td>Deaths</td><td>33</td></tr></table><ul><li>One thing of the list is this long one"
        " here.</li></ul>"
        "<div>First part of the page.<br><br>Second part of the page.</div>"
    )
    (part,) = read_page(page(BODY + extra)).parts
    blocks = {block.text for block in part.blocks}
    assert {"Deaths\t33", "First part of the page.", "Second part of the page."} <= blocks


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>día</p>".encode(), "día"),
        ("<meta charset=iso-8859-1><p>“día”</p>".encode("cp1252"), "“día”"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>są</p>'.encode(
                "iso-8859-2"
            ),
            "są",
        ),
        ("<p>día</p>".encode("utf-16"), "día"),
        (b"<meta charset=no-such><p>d\xeda</p>", "día"),
        ("<meta charset=iso-8859-1><p>día</p>".encode(), "día"),  # it says so and is not
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    """Bytes that are UTF-8 are read as such; else what the page declares, as browsers understand it."""
    assert text in page_text(data)


@pytest.mark.parametrize(
    ("head", "suffix", "is_page"),
    [
        (b"<!DOCTYPE html><p>x", ".txt", True),
        (b"\xef\xbb\xbf<!-- saved --> <HTML>", ".md", True),
        (b"<div><p>a</p><p>b</p><span>c</span></div>", ".txt", True),
        (b"<div align=center>title</div>\n# Read me", ".md", False),
        (b"a < b and <html> is a tag", ".txt", False),
    ],
)
def test_pages_are_told_by_their_content(head: bytes, suffix: str, is_page: bool) -> None:
    """A page is one whatever its name is; Markdown that begins with an element is none."""
    assert looks(head, suffix) is is_page


def test_page_without_text_is_refused() -> None:
    """A page that a program fills in holds nothing to quote, and says why."""
    with pytest.raises(UnreadableDocument, match="no text"):
        read_page(b"<!DOCTYPE html><html><body><div id=app></div><script>go()</script></body></html>")


def test_page_with_a_picture_in_an_attribute_is_read() -> None:
    """A long attribute, as extensions make of pictures, is no harm; a hundred thousand attributes are."""
    picture = f'<img src="data:image/png;base64,{"A b=" * 200_000}">'
    assert read_page(page(BODY + picture)).parts
    many = "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x</p>"
    with pytest.raises(UnreadableDocument, match="attributes"):
        read_page(page(BODY + many))


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Ferry to sail again | quaynotes", "quaynotes"),
        ("Ferry to sail again - Quay Notes", "Quay Notes"),
        ("quaynotes :: Ferry to sail again", "quaynotes"),
        ("Ferry to sail again | Opinion", None),
        ("Ferry to sail again", None),
        ("Ferry to sail again in spring | quaynotes", None),  # not the headline
        ("Ferry to sail again in spring | The Economist", "The Economist"),  # of sites.toml
        ("Ferry to sail again in spring - Quay Watch", "Quay Watch"),  # said to own the page
        ("Ferry to sail again in spring - Port Ellery", None),  # what the text is about
    ],
)
def test_what_stands_beside_the_headline_in_the_title_names_the_site(title: str, outlet: str | None) -> None:
    """Where no mark names the outlet, the page's title does: it is the only headline, and the site's name."""
    head = f"<title>{title}</title>"
    rights = "<p>© 2021 Quay Watch</p>"
    assert read_page(page(BODY + rights, head)).parts[0].source.outlet == outlet


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Ferry to sail again | The Economist", "Ferry to sail again"),
        ("Ferry to sail again | by Ana Ejemplo | The Economist", "Ferry to sail again"),
        ("Ferry - a history | The Economist", "Ferry - a history"),
    ],
)
def test_the_title_of_a_page_without_a_headline_is_cut_of_its_site_and_author(title: str, said: str) -> None:
    """Where no headline stands on the page, its title does, without who wrote it and where."""
    body = BODY.replace("<h1>Ferry to sail again</h1>", "")
    assert read_page(page(body, f"<title>{title}</title>")).parts[0].source.title == said


def test_what_is_in_bold_or_italics_at_the_beginning_is_told() -> None:
    """Interviews set their questions apart, and what follows them in one paragraph is not."""
    body = "".join(
        f"<p>{each}</p>"
        for each in (
            "<b>Who <i>paid</i>?</b>",
            "<strong>And now?</strong><br> The town pays.",
            "<em>One.</em><br><br>Two.",
            "Not <b>here</b>.",
        )
    )
    blocks = [each for part in read_page(page(body)).parts for each in part.blocks if each.stressed]
    assert [each.text[: each.stressed] for each in blocks] == ["Who paid?", "And now?", "One."]
    assert [each.text[each.stressed :].strip() for each in blocks] == ["", "The town pays.", ""]


def test_headings_that_ask_stay_with_what_answers_them() -> None:
    """A question over a paragraph of the main text is of it, whatever an extractor thinks of it."""
    talk = "".join(f"<h4>Who paid for number {at}?</h4><p>{each}</p>" for at, each in enumerate(PARAGRAPHS))
    blocks = [each for part in read_page(page(f"<p>{PARAGRAPHS[0]}</p>{talk}")).parts for each in part.blocks]
    assert [each.role for each in blocks if each.text.endswith("?")] == [Role.HEADING] * len(PARAGRAPHS)


@pytest.mark.parametrize(
    ("named", "headline", "known"),
    [
        ('"url": "https://coast.example/2021/ferry"', "Ferry to sail again", True),
        ('"mainEntityOfPage": {"@id": "https://coast.example/2021/ferry"}', "Ferry to sail again", True),
        ('"mainEntityOfPage": "https://coast.example/2021/ferry"', "Ferry to sail again", True),
        ('"url": "/2021/ferry"', "Ferry to sail again", False),
        ('"url": "https://coast.example/2021/ferry"', "Another text that is only linked", False),
    ],
)
def test_the_address_in_a_pages_data_is_its_own(named: str, headline: str, known: bool) -> None:
    """Where nothing else says it, and the data describe the text that the page shows."""
    data = f'{{"@type": "NewsArticle", "headline": "{headline}", {named}}}'
    head = f'<title>Ferry to sail again</title><script type="application/ld+json">{data}</script>'
    source = read_page(page(BODY, head)).parts[0].source
    assert source.url == ("https://coast.example/2021/ferry" if known else None)
