"""Rich Text Format."""

from __future__ import annotations

import time

import pytest

from index.errors import UnreadableDocument
from index.formats.registry import format_of
from index.formats.rtf import looks, read
from index.model import Role


def test_text_is_read_without_its_commands() -> None:
    """Paragraphs, letters of code pages and of Unicode, and hidden groups."""
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title The bridge}}"
        rb"\pard The bridge\par It opens \b in June\b0 , d\'eda, \u8220?now\u8221?.\par}"
    )
    (part,) = read(data, "a.rtf").parts
    assert [block.text for block in part.blocks] == ["The bridge", "It opens in June, día, “now”."]
    assert part.source.title == "The bridge" and not part.sourced


def test_rows_are_blocks() -> None:
    """A row of a table is one block."""
    data = rb"{\rtf1\ansi\trowd\cellx100\cellx200 Deaths\cell 33\cell\row\pard Text.\par}"
    blocks = read(data, "a.rtf").parts[0].blocks
    assert ("Deaths\t33", Role.LISTING) in [(block.text, block.role) for block in blocks]


def test_pictures_cost_no_time() -> None:
    """What is neither words nor commands is passed over: of a file with photographs most is a picture."""
    picture = (b"ff0a" * 16 + b"\n") * 200_000
    data = rb"{\rtf1 The quay.\par {\pict\pngblip\picscaley100" + b"\n" + picture + rb"}\par It is old.\par}"
    begun = time.process_time()
    (part,) = read(data, "a.rtf").parts
    assert [block.text for block in part.blocks] == ["The quay.", "It is old."]
    assert time.process_time() - begun < 1.5


@pytest.mark.parametrize("data", [rb"{\rtf1\ansicpg99999 x}", rb"{\rtf1\u99999999999?}", rb"{\rtf1\'zz}"])
def test_broken_commands_cost_no_more_than_the_file(data: bytes) -> None:
    """Whatever stands in a file, it is read, or refused with the reason."""
    try:
        read(data, "a.rtf")
    except UnreadableDocument as error:
        assert "damaged" in str(error)


def test_rich_text_is_told_by_its_content() -> None:
    """An RTF file called .txt is one."""
    assert looks(b"\xef\xbb\xbf{\\rtf1", ".txt") and format_of(b"{\\rtf1\\ansi x}", ".txt") == "rtf"
