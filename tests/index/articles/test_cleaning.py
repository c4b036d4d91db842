"""Messy originals to clean library files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from index.articles.cleaning import clean_text, import_file
from index.articles.editing import Corrections
from index.articles.record import articles_of, record_of
from index.formats.folder import list_files
from index.formats.opening import open_document
from index.model import QUOTABLE, Role

KEYS = {"title", "authors", "outlet", "published", "url", "language", "reposted_by", "reposted", "wording"}
PAGES = Path(__file__).parents[2] / "pages"


def quotable(path: Path) -> list[str]:
    """Return the texts that can be quoted from a file, without bullets, white space collapsed."""
    found = next(file for file in list_files(path.parent) if file.path == path.resolve())
    cuts, _ = articles_of(open_document(found))
    texts = [p.text for cut in cuts for p in cut.paragraphs if p.role in QUOTABLE]
    return [" ".join(re.sub(r"^\s*[*•-] ", "", text, flags=re.MULTILINE).split()) for text in texts]


@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.iterdir()))
def test_import_keeps_every_quotable_word(tmp_path: Path, page: str) -> None:
    """What can be quoted from the clean files is what could be quoted from the page, word for word."""
    written = [target for target, _ in import_file(PAGES / page, tmp_path / "into")]
    assert [text for target in written for text in quotable(target)] == quotable(PAGES / page)
    for target in written:
        head = target.read_text("utf-8").split("---", 2)[1]
        assert {line.partition(":")[0] for line in head.splitlines()} >= KEYS


def test_import_of_an_import_changes_nothing(tmp_path: Path) -> None:
    """A clean file imported again is the same file."""
    (first,) = [target for target, _ in import_file(PAGES / "essay.txt", tmp_path / "one")]
    (again,) = [target for target, _ in import_file(first, tmp_path / "two")]
    assert again.read_text("utf-8") == first.read_text("utf-8") and again.name == first.name


def test_files_are_not_written_over(tmp_path: Path, quoth: Any) -> None:
    """A file that is there stays as an editor left it, unless --force is given; status 3 says so."""
    into = tmp_path / "into"
    assert quoth("import", PAGES / "poem.txt", "--into", into).status == 0
    (target,) = into.iterdir()
    target.write_text("edited")
    ran = quoth("import", PAGES / "poem.txt", "--into", into)
    assert ran.status == 3 and "is there already" in ran.out and target.read_text() == "edited"
    assert quoth("import", PAGES / "poem.txt", "--into", into, "--force").status == 0
    assert target.read_text() != "edited"
    assert [path.name for path in into.iterdir()] == [target.name]


def test_texts_of_one_title_in_two_files_are_both_written(tmp_path: Path, quoth: Any) -> None:
    """Neither keeps the other out, nor does --force write one over the other; the names stay the same."""
    into = tmp_path / "into"
    for name, text in (("a", "It sails on Monday."), ("b", "It sails on Friday.")):
        (tmp_path / f"{name}.txt").write_text(f"The ferry sails again at last\n\n{text}\n")
    for more in ((), ("--force",)):
        ran = quoth("import", tmp_path / "a.txt", tmp_path / "b.txt", "--into", into, *more)
        assert ran.status == 0
        written = {path.name: path.read_text().splitlines()[-1] for path in into.iterdir()}
        assert sorted(written.values()) == ["It sails on Friday.", "It sails on Monday."]
        assert sorted(written) == ["the-ferry-sails-again-at-last-2.md", "the-ferry-sails-again-at-last.md"]


def test_unreadable_file_stops_no_other(tmp_path: Path, quoth: Any) -> None:
    """A file that cannot be read is named, the others are imported, and the status is 3."""
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 9)
    ran = quoth("import", tmp_path / "bad.txt", PAGES / "poem.txt", "--into", tmp_path / "into")
    assert ran.status == 3
    assert "bad.txt: it is not a text file" in ran.err and (tmp_path / "into" / "the-quay.md").exists()


def test_folder_that_cannot_be_written_is_said(tmp_path: Path, quoth: Any) -> None:
    """A target that cannot be written ends with status 3 and one line."""
    (tmp_path / "file").write_text("")
    ran = quoth("import", PAGES / "poem.txt", "--into", tmp_path / "file" / "into")
    assert ran.status == 3 and ran.err.startswith("quoth: cannot write to ")


def test_articles_of_one_name_get_files_of_their_own(tmp_path: Path) -> None:
    """Every article of a page gets a file, whatever its title is or is not."""
    written = [target for target, _ in import_file(PAGES / "forum.txt", tmp_path)]
    assert len(set(written)) == 3


def test_headings_are_kept_and_the_title_is_not_said_twice() -> None:
    """Section headings stay as Markdown headings; the title goes to the front matter."""
    path = PAGES / "essay.txt"
    (cut,), _ = articles_of(open_document(next(file for file in list_files(PAGES) if file.file == path.name)))
    text = clean_text(cut)
    assert "\n## The wall\n" in text and text.count("What a harbour is for") == 1
    assert sum(p.role is Role.HEADING for p in cut.paragraphs) == 3


def test_keys_that_are_not_read_are_kept(tmp_path: Path) -> None:
    """What a note says of itself besides its source is in the clean file, too, and said to nobody twice."""
    note = tmp_path / "note.md"
    note.write_text("---\ntitle: A bridge\ntags: [one, two]\ncreated: 2021-03-04\n---\n\nIt opens in June.\n")
    ((target, _),) = import_file(note, tmp_path / "into")
    assert "tags:\n- one\n- two\ncreated: '2021-03-04'\n" in target.read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "2 * 3 _is_ [six] <b> `x` | y",
        "# 5 of them",
        "1. one",
        "- no item",
        "> 4",
        "AT&amp;T",
        "a\\b",
        "=== ",
    ],
)
def test_signs_of_a_text_are_no_marks(tmp_path: Path, line: str) -> None:
    """Whatever signs a text holds, the clean file reads as the text does."""
    words = f"The clerk wrote it down in the book on Monday and said so.\n{line} is what he wrote there."
    (tmp_path / "a.txt").write_text(f"The book\n\n{words}\n", "utf-8")
    ((target, _),) = import_file(tmp_path / "a.txt", tmp_path / "into")
    assert " ".join(quotable(target)).split() == " ".join(quotable(tmp_path / "a.txt")).split()


def test_a_clean_transcript_has_the_same_speakers(tmp_path: Path) -> None:
    """What subtitles say of who speaks stays said: the clean file has each paragraph's speaker."""
    talk = tmp_path / "talk.vtt"
    said = (("Ana Ejemplo", "The ferry sails on Monday."), ("Bo Prueba", "It does not sail before June."))
    cues = (
        f"00:00:0{n}.000 --> 00:00:0{n}.900\n<v {name}>{words}\n\n" for n, (name, words) in enumerate(said)
    )
    talk.write_text("WEBVTT\n\n" + "".join(cues))
    ((target, _),) = import_file(talk, tmp_path / "into")
    found = next(file for file in list_files(target.parent))
    record = record_of(found, Corrections())
    voices = [voice.speaker for spoken in record.voices[0] for voice in spoken]
    assert voices == ["Ana Ejemplo", "Bo Prueba"]
