"""An editor's sources.toml over what was detected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from index.articles.editing import read_corrections
from index.embedded import open_library
from index.model import Source

Write = Callable[[Mapping[str, str | bytes]], Path]
TEXT = "The harbour of Springfield was closed on Friday by the city council, the mayor said.\n"


def test_corrections_go_over_detection(library: Write) -> None:
    """What is stated for a file holds for all its articles, what is stated for one article over that."""
    folder = library(
        {
            "sources.toml": '["a.txt"]\nreposted_by = "Harbour Diary"\noutlet = "O"\n'
            '["a.txt".articles.2]\ntitle = "Two"\nauthors = ["Ana Ejemplo"]\n'
            'published = 2023-03-04\noutlet = ""\n'
        }
    )
    corrections = read_corrections(folder)
    found = Source(title="Detected", outlet="Wrong")
    assert corrections.apply("a.txt", 1, found) == Source(
        title="Detected", outlet="O", reposted_by="Harbour Diary"
    )
    assert corrections.apply("a.txt", 2, found) == Source(
        title="Two", authors=("Ana Ejemplo",), published="2023-03-04", reposted_by="Harbour Diary"
    )
    assert corrections.apply("b.txt", 1, found) == found


def test_without_a_file_nothing_is_corrected(library: Write) -> None:
    """A library need not have one."""
    corrections = read_corrections(library({"a.txt": TEXT}))
    assert corrections.problem is None and corrections.apply("a.txt", 1, Source()) == Source()


@pytest.mark.parametrize(
    "content",
    ["[a", b"\xff\xfe", "a = " + "[" * 100_000, 'title = "x"\n'],
    ids=["no TOML", "no text", "lists within lists", "no file"],
)
def test_broken_file_is_reported_and_corrects_nothing(
    library: Write, content: str | bytes, tmp_path: Path
) -> None:
    """A sources.toml that cannot be used is named with the reason; the documents are read all the same."""
    folder = library({"sources.toml": content, "a.txt": TEXT})
    index = open_library(folder, tmp_path / "i")
    assert index.files() == ["a.txt"]
    assert [file for file, _ in index.skipped()] == ["sources.toml"]
    assert read_corrections(folder).problem


def test_what_cannot_be_used_is_named(library: Write, quoth: Any) -> None:
    """Wrong keys, wrong values, files and articles that do not exist are each named by `quoth index`."""
    stated = (
        '["a.txt"]\ncolour = 1\n["a.txt".articles.1]\npublished = "soon"\n["a.txt".articles.9]\ntitle = "x"\n'
        '["gone.txt"]\ntitle = "x"\n["b.txt"]\narticles = 5\n'
    )
    ran = quoth("index", "--library", library({"sources.toml": stated, "a.txt": TEXT, "b.txt": TEXT}))
    for line in (
        "a.txt: sources.toml: unknown key 'colour'",
        "a.txt: sources.toml: published: 'soon' is no full date like 2023-01-31",
        "a.txt: sources.toml: there is no article 9",
        "b.txt: sources.toml: articles must be tables",
        "skipped sources.toml: gone.txt: there is no such file in the library",
    ):
        assert line in ran.out


def test_what_tells_about_the_folder_is_named(library: Write, quoth: Any) -> None:
    """A README.md does not vanish: `quoth index` says that it is not quoted, and why."""
    folder = library({"a.txt": TEXT, "README.md": "# Two texts on a harbour\n"})
    assert "skipped README.md: it tells about the folder" in quoth("index", "--library", folder).out
