"""A silence names what could not be read: in it the answer may stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Write = Callable[[Mapping[str, str | bytes]], Path]
GOOD = "The harbour of Springfield was closed on Friday by the city council for three weeks.\n"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Of 3 files 2 could not be read: line\ufffdbreak.doc (it is an old Word file; save it as DOCX or"
            " PDF), table.xlsx (it is a table; save it as CSV).",
        ),
        (
            "es",
            "De 3 archivos, 2 no se pudieron leer: line\ufffdbreak.doc (es un archivo antiguo de Word; "
            "guárdelo como DOCX o PDF), table.xlsx (es una tabla; guárdela como CSV).",
        ),
    ],
)
def test_silence_names_the_files_that_were_not_read(
    library: Write, quoth: Any, language: str, said: str
) -> None:
    """Where nothing is found, it is said what could not be read and why; no name steers a terminal."""
    folder = library({"good.txt": GOOD, "table.xlsx": b"PK", "line\nbreak.doc": b"\xd0\xcf"})
    ran = quoth("ask", "Who sold the submarine?", "--lang", language, "--library", folder)
    assert ran.status == 1 and said in " ".join(ran.out.split())
    answer = json.loads(quoth("ask", "Who sold the submarine?", "--json", "--library", folder).out)
    assert answer["unread"] == [
        {"file": "line\nbreak.doc", "reason": "it is an old Word file; save it as DOCX or PDF"},
        {"file": "table.xlsx", "reason": "it is a table; save it as CSV"},
    ]


def test_answer_and_whole_library_say_nothing_of_it(library: Write, quoth: Any) -> None:
    """Where an answer is found, or every file was read, nothing is said."""
    folder = library({"good.txt": GOOD, "table.xlsx": b"PK"})
    answer = json.loads(quoth("ask", "When was the harbour closed?", "--json", "--library", folder).out)
    assert answer["status"] == "answered" and answer["unread"] == []
    assert "could not be read" not in quoth("ask", "submarine", "--library", library({"good.txt": GOOD})).out


def test_what_tells_about_the_folder_is_named(library: Write, quoth: Any) -> None:
    """A README is not quoted, so what it holds may be missing: a silence names it, but no corrections."""
    folder = library({"good.txt": GOOD, "README.md": "The submarine was sold.", "sources.toml": "x = "})
    out = quoth("ask", "Who sold the submarine?", "--library", folder).out
    assert "Of 2 files 1 could not be read: README.md (it tells about the folder" in " ".join(out.split())


def test_files_beside_a_saved_page_are_of_the_page(library: Write, quoth: Any) -> None:
    """What a browser puts beside a page that it saves is no document that could not be read."""
    page = f"<!DOCTYPE html><html><body><p>{GOOD}</p></body></html>"
    folder = library({"a.html": page, "a_files/x.js": "x()", "a_files/y.css": "y", "b_files/z.js": "z()"})
    ran = quoth("index", "--library", folder)
    assert "skipped b_files/z.js" in ran.out and "x.js" not in ran.out and "y.css" not in ran.out
