"""Exports of newspaper databases."""

from __future__ import annotations

from index.formats.databases import read
from index.formats.registry import format_of
from index.model import Role

EXPORT = """Document 1 of 2

Title: The ferry sails
Author: Ejemplo, Ana; Bo Prueba
Publication title: Coast Courier; Port Ellery
Publication date: Mar 4, 2021
Document URL: https://database.example/1
Full text: The harbour master said: it sails.

Nobody knows more.
Subject: Ferries
____________________________________________________________

Document 2 of 2

Title: A note
Publication title: Mole News
Publication date: 5 March 2021
Full text: It does not sail.
"""


def test_documents_have_the_source_their_fields_state() -> None:
    """Each document is a text of its own, and its labels are no part of it."""
    first, second = read(EXPORT.encode(), "a.txt").parts
    assert first.source.title == "The ferry sails" and first.source.authors == ("Ana Ejemplo", "Bo Prueba")
    assert (first.source.outlet, first.source.published) == ("Coast Courier", "2021-03-04")
    assert first.source.url == "https://database.example/1"
    assert [(block.text, block.role) for block in first.blocks] == [
        ("The ferry sails", Role.HEADING),
        ("The harbour master said: it sails.", Role.BODY),
        ("Nobody knows more.", Role.BODY),
    ]
    assert (second.source.authors, second.source.outlet, second.source.published) == (
        (),
        "Mole News",
        "2021-03-05",
    )


def test_exports_are_told_by_their_content() -> None:
    """A text with these fields is an export; a text with a title and a date above it is none."""
    assert format_of(EXPORT.encode(), ".txt") == "databases"
    assert format_of(b"Title: The ferry\nDate: 4 March 2021\n\nIt sails.", ".txt") is None


def test_outlet_and_day_may_stand_above_the_fields() -> None:
    """Some databases name outlet and day in lines without labels, above the headline."""
    export = (
        "1 of 2 DOCUMENTS\n\nCoast Courier\n\nMarch 4, 2021 Thursday\n\nHEADLINE: The ferry sails\n\n"
        "BYLINE: Ana Ejemplo\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 20 words\n\nBODY:\n\nIt sails on Monday.\n\n"
        "LOAD-DATE: March 5, 2021\n\n2 of 2 DOCUMENTS\n\nMole News\n\nMarch 6, 2021\n\n"
        "HEADLINE: A note\n\nBODY:\nIt does not.\n"
    )
    first, second = read(export.encode(), "a.txt").parts
    assert (first.source.outlet, first.source.published) == ("Coast Courier", "2021-03-04")
    assert (first.source.title, first.source.authors) == ("The ferry sails", ("Ana Ejemplo",))
    assert [block.text for block in first.blocks] == ["The ferry sails", "It sails on Monday."]
    assert (second.source.outlet, second.source.published) == ("Mole News", "2021-03-06")


ABOVE = """Quay fees go up: [Final Edition]

ProQuest document link

Author: Ejemplo, Ana 1; Prueba, Bo, Staff Writer ana@courier.example

1 Reporter

Publication info: Coast Courier ; Ellery [Ellery]. 04 Mar 2021: A.1.

Full text: The fees go up in May.

Word count: 5
"""


def test_what_stands_without_a_label_is_read() -> None:
    """The line above the fields is the headline; numbers, offices and addresses are no part of a name."""
    (part,) = read(ABOVE.encode(), "a.txt").parts
    assert part.source.title == "Quay fees go up"
    assert part.source.authors == ("Ana Ejemplo", "Bo Prueba")
    assert (part.source.outlet, part.source.published) == ("Coast Courier", "2021-03-04")
    assert [block.text for block in part.blocks] == ["Quay fees go up", "The fees go up in May."]


def test_labels_on_lines_of_their_own_are_labels() -> None:
    """Without colons labels hold too, below the text as well; a heading within the text is none."""
    text = (
        "Full text\n\nThe fees go up.\n\nLocation\n\nNobody asked.\n\nDetails\n\nTitle\nQuay fees\n\n"
        "Author\nEjemplo, Ana\n\nPublication title\nCoast Courier\n\nPublication date\nMar 4, 2021\n"
    )
    assert format_of(text.encode(), ".txt") == "databases"
    (part,) = read(text.encode(), "a.txt").parts
    assert (part.source.title, part.source.authors) == ("Quay fees", ("Ana Ejemplo",))
    assert (part.source.outlet, part.source.published) == ("Coast Courier", "2021-03-04")
    assert [block.text for block in part.blocks][1:] == ["The fees go up.", "Location", "Nobody asked."]


def test_an_author_who_is_nobody_is_unknown() -> None:
    """What databases write where there is no author is no name."""
    text = EXPORT.replace("Ejemplo, Ana; Bo Prueba", "Anonymous")
    assert read(text.encode(), "a.txt").parts[0].source.authors == ()


def test_broken_lines_are_one_paragraph() -> None:
    """Lines broken to fit a page, with no empty line between paragraphs, go on to a short last line."""
    text = (
        "Title: A note\nPublication title: Mole News\nFull text: The harbour master said that the\n"
        "ferry would not sail before May and that\nnobody knew.\nThe council of the town met again and\n"
        "did not vote on it.\n"
    )
    (part,) = read(text.encode(), "a.txt").parts
    assert [" ".join(block.text.split()) for block in part.blocks][1:] == [
        "The harbour master said that the ferry would not sail before May and that nobody knew.",
        "The council of the town met again and did not vote on it.",
    ]


def test_documents_are_parted_by_a_row_of_signs() -> None:
    """Each document of an export is its own, whatever rule stands between them."""
    text = "=" * 40
    found = read(EXPORT.replace("_" * 60, text).replace("Document 2 of 2\n", "").encode(), "a.txt").parts
    assert [part.source.title for part in found] == ["The ferry sails", "A note"]
