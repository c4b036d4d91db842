"""Which formats there are, and which of them a file is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from index.errors import UnreadableDocument
from index.formats.opening import document_of
from index.formats.registry import HEAD, format_of, formats

EXAMPLES = Path(__file__).parents[3] / "examples" / "clippings"


def test_every_format_is_found_by_its_module_alone() -> None:
    """A module with a FORMAT is read from; nothing else needs to know of it."""
    here = Path(__file__).parents[3] / "index" / "formats"
    modules = {path.stem for path in here.glob("*.py") if "\nFORMAT = Format(" in path.read_text("utf-8")}
    assert modules == formats().keys() and len(modules) > 14


def test_an_ending_is_one_formats_own() -> None:
    """No two formats claim the same ending of a name, and each ending is one."""
    endings = Counter(suffix for format_ in formats().values() for suffix in format_.suffixes)
    assert set(endings.values()) == {1}
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in endings)


@pytest.mark.parametrize(
    ("file", "key"), [("report.pdf", "pdf"), ("courier.html", "html"), ("mail.eml", "mail")]
)
def test_content_goes_before_the_name(file: str, key: str) -> None:
    """A file is what it holds under any name, that of another format included."""
    data = (EXAMPLES / file).read_bytes()
    for suffix in (".txt", ".md", ".csv", ".docx", ".bin", ""):
        assert format_of(data[:HEAD], suffix) == key
    assert document_of("any.txt", data).document.encoding == key


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is closed.\n", "From: the mayor\nTo: all\n\nIt is closed.\n",
        "<p>One paragraph.</p> of it",
        "1. one\n2. two\n", "{not JSON}", "WEB VTT", "PK is a name", "13/02/2021, 14:02 - it was closed\n",
    ],
)  # fmt: skip
def test_texts_are_texts(text: str) -> None:
    """A plain text that has something of a format is none of it."""
    assert format_of(text.encode(), ".txt") is None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.doc", "save it as DOCX or PDF"), ("a.xlsx", "save it as CSV"), ("a.zip", "unpack it"),
        ("a.jpg", "a picture"), ("a.mp3", "a recording"), ("a.exe", "not read"), (".", "no name"),
        ("../../.html", "not read"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_what_to_do(name: str, reason: str) -> None:
    """Files of other formats are refused in a user's words."""
    with pytest.raises(UnreadableDocument, match=reason):
        document_of(name, b"data")


def test_uploads_are_called_by_the_last_part_of_their_name() -> None:
    """A name that somebody sent leads nowhere."""
    assert document_of("../../etc/C:\\\\x\\note.txt", b"It is closed.").document.file == "note.txt"
