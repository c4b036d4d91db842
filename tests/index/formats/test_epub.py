"""Electronic books."""

from __future__ import annotations

import pytest

from index.errors import UnreadableDocument
from index.formats.epub import looks, read
from index.model import Role
from tests.index.formats.made_archives import archive, epub

METADATA = (
    "<dc:title>Harbours</dc:title><dc:creator>Ana Ejemplo</dc:creator><dc:publisher>Mole Books</dc:publisher>"
    "<dc:date>2021-03-04T00:00:00Z</dc:date><dc:language>en-GB</dc:language>"
)
CHAPTERS = {
    "one.xhtml": "<h1>The mole</h1><p>It is <em>old</em>.</p>",
    "two.xhtml": '<p id="s2">It is closed.</p>',
}


def test_chapters_come_in_the_order_of_the_spine() -> None:
    """A book is read as its spine says, with the chapter and section of each paragraph."""
    (part,) = read(epub(CHAPTERS, METADATA, '<itemref idref="i1"/><itemref idref="i0"/>'), "a.epub").parts
    assert [(block.text, block.role, block.anchor) for block in part.blocks] == [
        ("It is closed.", Role.BODY, "OPS/two.xhtml#s2"),
        ("The mole", Role.HEADING, "OPS/one.xhtml"),
        ("It is old.", Role.BODY, "OPS/one.xhtml"),
    ]


def test_book_says_whose_it_is() -> None:
    """Title, author, publisher, day and language are the book's own."""
    source = read(epub(CHAPTERS, METADATA), "a.epub").parts[0].source
    assert (source.title, source.authors, source.outlet) == ("Harbours", ("Ana Ejemplo",), "Mole Books")
    assert (source.published, source.language) == ("2021-03-04", "en")


def test_chapter_named_many_times_is_read_once() -> None:
    """A spine that names one chapter fifty thousand times makes no book of it."""
    (part,) = read(epub(CHAPTERS, spine='<itemref idref="i0"/>' * 50_000), "a.epub").parts
    assert len(part.blocks) == 2


def test_chapters_outside_the_book_are_not_looked_for() -> None:
    """A chapter that leads out of the archive, or to the web, is none."""
    chapters = {"../../../etc/passwd": "", "https://coast.example/x.html": "", **CHAPTERS}
    data = epub(CHAPTERS).replace(b"one.xhtml", b"one.xhtml")
    assert data and read(epub(chapters), "a.epub").parts[0].blocks[0].text == "The mole"


def test_broken_chapter_is_read_as_browsers_would() -> None:
    """A chapter that is no XML is read as a page; a missing one is left out."""
    chapters = {"one.xhtml": "<p>It is <br> old.", "two.xhtml": "<p>It is closed.</p>"}
    texts = [block.text for block in read(epub(chapters), "a.epub").parts[0].blocks]
    assert texts == ["It is\nold.", "It is closed."]


def test_protected_and_broken_books_are_refused() -> None:
    """A book protected against copying, and one that names no chapters, say so."""
    with pytest.raises(UnreadableDocument, match="DRM"):
        read(archive({"mimetype": "application/epub+zip", "META-INF/rights.xml": "<x/>"}), "a.epub")
    with pytest.raises(UnreadableDocument, match="names no chapters"):
        read(archive({"mimetype": "application/epub+zip"}), "a.epub")


def test_books_are_told_by_their_content() -> None:
    """A book is one whatever its name is."""
    assert looks(epub(CHAPTERS)[:8192], ".zip")
