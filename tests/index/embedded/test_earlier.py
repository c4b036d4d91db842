"""Bringing an index up to date: only what changed is read again, and nobody can tell the difference."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from index.articles.editing import Corrections
from index.articles.record import Record, record_of
from index.embedded import earlier as earlier_module
from index.embedded import open_library, store_folder, workers
from index.embedded.listing import current_generation
from index.formats.folder import FoundFile

Write = Callable[[Mapping[str, str]], Path]
QUESTIONS = ("Who closed the harbour?", "How much does the ferry cost?", "What did the mayor say?")


def text(number: int) -> str:
    """Return a document of two paragraphs, with a speaker, a figure and a copy of another's words."""
    return (
        f"Report {number}\n\nThe harbour of Springfield was closed on Friday, the mayor said. “We counted "
        f"{number + 3} cracks in the quay wall,” she added, and nobody asked her about the others.\n\n"
        f"The ferry number {number} costs {number + 2} million, and its buyer runs it in four countries.\n"
    )


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the name of each file that is read, cut and attributed."""
    names: list[str] = []

    def noted(found: FoundFile, corrections: Corrections) -> Record:
        names.append(found.file)
        return record_of(found, corrections)

    monkeypatch.setattr(workers, "record_of", noted)
    return names


@pytest.fixture
def folder(library: Write) -> Path:
    """Return a library of twelve documents, two of which differ in their ending only."""
    files = {f"{number:02}.txt": text(number) for number in range(11)}
    return library({**files, "03.md": "---\ntitle: Three\noutlet: Coast Courier\n---\n\n" + text(3)})


def said(folder: Path, index_dir: Path) -> list[str]:
    """Return all that an index says: export, remarks, what was left out, and a few answers."""
    index = open_library(folder, index_dir)
    try:
        answers = [repr(respond(index, Question(question))) for question in QUESTIONS]
        listed = [repr(index.articles()), repr(index.remarks()), repr(index.skipped())]
        return [*map(repr, index.export()), *listed, *answers]
    finally:
        index.close()


def change(folder: Path, kind: str) -> None:
    """Change one file of a library."""
    if kind == "edit":
        (folder / "05.txt").write_text(text(50))
    elif kind == "touch":
        os.utime(folder / "05.txt", ns=(1, 1))
    elif kind == "add":
        (folder / "00b.txt").write_text(text(70))
    else:
        (folder / ("03.md" if kind == "remove the namesake" else "07.txt")).unlink()


@pytest.mark.parametrize(
    ("kind", "again"),
    [
        ("edit", ["05.txt"]),
        ("touch", ["05.txt"]),
        ("add", ["00b.txt"]),
        ("remove", []),
        ("remove the namesake", []),
    ],
)
def test_only_changed_files_are_read_again(
    folder: Path, read: list[str], tmp_path: Path, kind: str, again: list[str]
) -> None:
    """One file of many changed, added or deleted: no other is read, and all is as in an index made new."""
    said(folder, tmp_path / "i")
    assert len(read) == 12
    read.clear()
    change(folder, kind)
    updated = said(folder, tmp_path / "i")
    assert sorted(read) == sorted([*again, "03.txt"])  # 03.txt has its name from its clash with 03.md
    assert updated == said(folder, tmp_path / "j")


def test_updates_of_updates_stay_true(folder: Path, tmp_path: Path) -> None:
    """What was taken over once can be taken over again."""
    said(folder, tmp_path / "i")
    for kind in ("edit", "add", "remove"):
        change(folder, kind)
        updated = said(folder, tmp_path / "i")
    assert updated == said(folder, tmp_path / "j")


def test_corrections_are_applied_to_files_that_did_not_change(
    folder: Path, read: list[str], tmp_path: Path
) -> None:
    """An editor's correction reaches every file it names, though the files are as before."""
    said(folder, tmp_path / "i")
    read.clear()
    (folder / "sources.toml").write_text('["05.txt"]\noutlet = "Coast Courier"\n')
    assert said(folder, tmp_path / "i") == said(folder, tmp_path / "j")
    assert len(read) == 24


def test_other_word_lists_make_every_file_be_read(
    folder: Path, read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who extends a list of words gets all files attributed by it at the next change."""
    said(folder, tmp_path / "i")
    read.clear()
    lists = tmp_path / "words"
    lists.mkdir()
    (lists / "cues_en.toml").write_text("# other cues\n")
    monkeypatch.setattr(earlier_module.index.words, "word_files", lambda: [lists / "cues_en.toml"])
    change(folder, "touch")
    said(folder, tmp_path / "i")
    assert len(read) == 12


def test_damaged_rows_are_not_taken_over(folder: Path, read: list[str], tmp_path: Path) -> None:
    """An update from an index whose pages were changed reads every file again."""
    expected = said(folder, tmp_path / "i")
    generation = current_generation(store_folder(folder, tmp_path / "i"))
    assert generation is not None
    path = generation / "catalog.sqlite"
    damaged = path.read_bytes().replace(b"indirect", b"direct  ")
    assert damaged != path.read_bytes()
    path.write_bytes(damaged)
    read.clear()
    change(folder, "touch")
    assert said(folder, tmp_path / "i") == expected
    assert len(read) == 12
