"""Documents whose formats mark their blocks, as articles."""

from __future__ import annotations

from collections.abc import Sequence

from index.articles.marked import marked_articles, speakers_of
from index.formats.extracted import Block, Extracted, Part, ReadDocument, lay_out
from index.model import Document, Role, Source

LONG = "The mayor of Springfield said on Monday that the bridge over the river would cost two million crowns."
MORE = "Engineers have worked on the piers since the spring, and the council voted nine to four for the loan."


def read(*parts: Part) -> ReadDocument:
    """Return a document of such parts."""
    text, laid = lay_out(Extracted(parts))
    return ReadDocument(Document("a.html", text, "html", ""), laid)


def roles(document: ReadDocument) -> Sequence[tuple[str, Role]]:
    """Return the paragraphs of a document with their roles."""
    return [(p.text, p.role) for cut in marked_articles(document) for p in cut.paragraphs]


def test_each_part_is_an_article_of_its_source() -> None:
    """Messages and entries are articles, in order, each under its own source."""
    first = Part((Block(LONG, anchor="message=1"),), Source("A", ("Ana Ejemplo",)))
    second = Part((Block(MORE),), Source("B", ("Bo Prueba",)))
    document = read(first, second)
    cuts = marked_articles(document)
    assert [(cut.article.id, cut.article.source.authors) for cut in cuts] == [
        ("a.1", ("Ana Ejemplo",)),
        ("a.2", ("Bo Prueba",)),
    ]
    paragraph = cuts[0].paragraphs[0]
    assert document.document.text[paragraph.start : paragraph.end] == paragraph.text == LONG
    assert (paragraph.anchor, paragraph.page) == ("message=1", None)


def test_source_is_read_from_the_text_where_the_format_has_none() -> None:
    """A by-line below the title signs a text whose format does not say whose it is."""
    blocks = (
        Block("A bridge for Springfield", Role.HEADING),
        Block("By Ana Ejemplo\n4 March 2021"),
        Block(LONG, anchor="page=2"),
        Block(MORE),
    )
    (cut,) = marked_articles(read(Part(blocks, Source(), sourced=False)))
    source = cut.article.source
    assert (source.title, source.authors) == ("A bridge for Springfield", ("Ana Ejemplo",))
    assert source.published == "2021-03-04"
    assert [p.page for p in cut.paragraphs if p.text == LONG] == [2]


def test_a_long_heading_that_asks_is_a_title() -> None:
    """What the format marks as a heading is one, however long it is and however it ends."""
    title = (
        "Who is the keeper of the dam of Ardale and how many of its gates have been shut since the crack was"
        " found in the wall?"
    )
    blocks = (Block(title, Role.HEADING), Block("By Ana Ejemplo"), Block(LONG), Block(MORE))
    (cut,) = marked_articles(read(Part(blocks, Source(), sourced=False)))
    assert cut.article.source.title == title


def test_what_the_format_states_goes_before_what_the_text_says() -> None:
    """A title that the file states is not put aside for the first line of its text."""
    blocks = (Block("Report", Role.HEADING), Block(LONG), Block(MORE))
    (cut,) = marked_articles(read(Part(blocks, Source("A bridge for Springfield"), sourced=False)))
    assert cut.article.source.title == "A bridge for Springfield"


def test_byline_of_a_known_source_is_no_text() -> None:
    """A line that names the author or the day above a text is about it, and never quoted."""
    blocks = (Block("By Ana Ejemplo"), Block("4 March 2021"), Block(LONG))
    document = read(Part(blocks, Source("A", ("Ana Ejemplo",))))
    assert [role for _, role in roles(document)] == [Role.NOTE, Role.NOTE, Role.BODY]


def test_items_are_joined_to_what_leads_to_them() -> None:
    """Items of a list stand under their lead-in, as in texts without marks."""
    blocks = (
        Block("They ask for:"),
        Block("a survey", Role.LISTING),
        Block("a seat", Role.LISTING),
        Block(LONG),
    )
    assert roles(read(Part(blocks, Source("A")))) == [
        ("They ask for:\n\na survey\n\na seat", Role.LISTING),
        (LONG, Role.BODY),
    ]


def test_outlet_is_the_one_at_the_address() -> None:
    """A page that names no outlet is of the one at its address."""
    document = read(Part((Block(LONG),), Source("A", url="https://www.coastcourier.example/a")))
    (cut,) = marked_articles(document)
    assert cut.article.source.outlet == "coastcourier.example"


def test_speakers_are_known_by_their_place() -> None:
    """Who speaks a block is told anywhere in it; nobody is told of the others."""
    document = read(Part((Block(LONG), Block(MORE, speaker="Ruth Alvarado")), Source("A")))
    speaker_at = speakers_of(document)
    assert [speaker_at(0), speaker_at(len(LONG) + 2), speaker_at(len(LONG) + 50)] == [
        None,
        "Ruth Alvarado",
        "Ruth Alvarado",
    ]
