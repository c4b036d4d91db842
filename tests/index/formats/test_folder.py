"""A folder to documents. Hostile folders are in ``tests/test_bad_input.py``."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.errors import LibraryNotFound, UnreadableDocument
from index.formats.folder import FoundFile, is_document, list_files
from index.formats.opening import LARGEST_TEXT, open_document

Write = Callable[[Mapping[str, str | bytes]], Path]


def test_files_are_listed_in_the_order_of_their_names(library: Write) -> None:
    """The same folder gives the same list: by folder, then by name, hidden files and folders left out."""
    names = ["b.txt", "a.md", "z/1.txt", "z/.x/2.txt", ".git/3.txt", "c/4.txt", ".env"]
    found = list(list_files(library(dict.fromkeys(names, "text"))))
    assert [file.file for file in found] == ["a.md", "b.txt", "c/4.txt", "z/1.txt"]
    assert all(file.size == 4 and file.modified > 0 for file in found)


def test_a_folder_that_is_no_part_of_the_library_is_left_out(library: Write) -> None:
    """A folder given as no part of the library is not listed, wherever it stands."""
    folder = library({"a.txt": "text", "sub/index/b.txt": "text", "sub/c.txt": "text"})
    assert [file.file for file in list_files(folder, folder / "sub" / "index")] == ["a.txt", "sub/c.txt"]


def test_no_folder_is_refused(tmp_path: Path) -> None:
    """What is no folder is refused with a hint how to give one."""
    with pytest.raises(LibraryNotFound, match="--library or QUOTH_LIBRARY"):
        list(list_files(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a.txt", True), ("A.TXT", True), ("a.md", True), ("a.markdown", True), ("a.text", True), ("txt", False),
     ("a.pdf", False), ("README.md", False), ("sources.toml", False), ("contested.toml", False),
     ("readme.md: a bridge.md", True)],
)  # fmt: skip
def test_documents_are_told_by_name(name: str, is_one: bool) -> None:
    """Texts and Markdown files are documents; files about the documents are none."""
    assert is_document(FoundFile(name, name, 1, 1)) is is_one


def test_document_holds_its_text_exactly(library: Write) -> None:
    """The text is the decoded bytes, character by character, with their fingerprint."""
    data = "  Día\r\n\r\n\u00a0fin \n".encode()
    document = open_document(next(list_files(library({"a.txt": data})))).document
    assert document.text == data.decode()
    assert (document.file, document.encoding) == ("a.txt", "utf-8")
    assert document.fingerprint == hashlib.sha256(data).hexdigest()


def test_file_that_grew_beyond_the_limit_is_refused(library: Write) -> None:
    """A file that grew after it was listed is not read without end."""
    folder = library({"a.txt": "text"})
    found = next(list_files(folder))
    with (folder / "a.txt").open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)
    with pytest.raises(UnreadableDocument, match="more than the 20 MB"):
        open_document(found)
