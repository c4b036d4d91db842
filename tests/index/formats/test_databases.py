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
