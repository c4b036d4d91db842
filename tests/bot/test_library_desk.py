"""The desk that chat channels ask, over a library on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.library_desk import LibraryDesk
from index.embedded import EmbeddedIndex, open_library
from index.errors import UnreadableDocument
from index.open import LibraryAt

Write = Callable[[Mapping[str, str]], Path]
TEXTS = {
    "a.txt": (
        "Ana Ejemplo said the quay was old. It rained.\n\nNobody spoke of it.\n\n"
        "Ana Ejemplo said it would fall.\n"
    ),
    "b.txt": "Juan Prueba said the quay was safe.\n\nAna Ejemplo said he had not looked.\n",
}


@pytest.fixture
def desk(library: Write, tmp_path: Path) -> LibraryDesk:
    """Return a desk of two articles in which two people speak."""
    return LibraryDesk(LibraryAt(library(TEXTS), tmp_path / "i"))


@pytest.mark.parametrize(
    ("name", "limit", "paragraphs"),
    [
        ("ana ejemplo", 9, ["a#1", "a#3", "b#2"]),
        ("Ejemplo", 2, ["a#1", "a#3"]),
        ("Prueba", 9, ["b#1"]),
        ("nobody", 9, []),
        ("", 9, []),
    ],
)
def test_what_somebody_says(desk: LibraryDesk, name: str, limit: int, paragraphs: list[str]) -> None:
    """A speaker's claims come in the order of the library, so many at most, under a name or a part of it."""
    claims = desk.spoken_by(name, limit)
    assert [claim.paragraph for claim in claims] == paragraphs
    assert [claim.number for claim in claims] == [*range(1, len(claims) + 1)]


def test_of_what_somebody_says_whole_sentences_are_shown_once(library: Write, tmp_path: Path) -> None:
    """A part of a sentence comes with the rest of it, two parts of one together; whole words as they are."""
    texts = {
        "a.txt": "It rained. Ana Ejemplo said that the quay “would fall” and that nobody had looked.\n\n"
        "“The quay is old. It will fall.” So said Juan Prueba.\n"
    }
    made = LibraryDesk(LibraryAt(library(texts), tmp_path / "i"))
    (claim,) = made.spoken_by("Ana Ejemplo", 9)
    assert claim.quote == "Ana Ejemplo said that the quay “would fall” and that nobody had looked."
    assert all(claim.quote[0].isupper() or claim.quote[0] == "“" for claim in made.spoken_by("Prueba", 9))


def test_who_speaks_is_one_at_the_head_of_a_sentence_and_within(library: Write, tmp_path: Path) -> None:
    """A capital that only begins a sentence makes no second speaker."""
    text = (
        "The harbour guild said it was late. It is closed, the harbour guild said. Police said it was open.\n"
    )
    index = open_library(
        library({"c.txt": text, "d.txt": "It is late, the harbour guild said.\n"}), tmp_path / "j"
    )
    assert [(each.name, each.times, each.articles) for each in index.speakers()] == [
        ("the harbour guild", 3, ("c", "d")),
        ("Police", 1, ("c",)),
    ]


def test_what_somebody_says_is_looked_up(desk: LibraryDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs the reading of the paragraphs in which they speak, not of the library."""

    def export(_: EmbeddedIndex) -> None:
        raise AssertionError("the whole library is read")

    monkeypatch.setattr(EmbeddedIndex, "export", export)
    assert len(desk.spoken_by("Juan Prueba", 5)) == 1


def test_words_that_left_their_file_are_not_quoted(library: Write, tmp_path: Path) -> None:
    """A desk that runs on looks at the files it quotes: changed or gone ones are read again first."""
    folder = library({"a.txt": "The bridge will cost two million crowns.\n", "b.txt": TEXTS["b.txt"]})
    desk = LibraryDesk(LibraryAt(folder, tmp_path / "i"))
    assert "two million" in desk.ask("What will the bridge cost?", language="en").claims[0].quote
    (folder / "a.txt").write_text("The bridge will cost six million crowns.\n")
    assert "six million" in desk.ask("What will the bridge cost?", language="en").claims[0].quote
    (folder / "a.txt").write_text("The bridge will cost ten million crowns.\n")
    assert not desk.verify("The bridge will cost six million crowns.").verbatim
    (folder / "a.txt").unlink()
    assert not desk.ask("What will the bridge cost?", language="en").claims


def test_nothing_is_added_to_a_folder_that_may_not_be_written(library: Write, tmp_path: Path) -> None:
    """A library whose folder is closed to writing gets no document, whoever runs the program."""
    folder = library(TEXTS)
    desk = LibraryDesk(LibraryAt(folder, tmp_path / "i"))
    folder.chmod(0o555)
    try:
        with pytest.raises(UnreadableDocument, match="may not be written"):
            desk.add("new.txt", b"A new text.")
    finally:
        folder.chmod(0o755)
    assert not (folder / "new.txt").exists()


def test_a_file_that_would_never_be_read_is_refused(library: Write, tmp_path: Path) -> None:
    """What a library takes for a note about itself is refused with the reason, before it is added."""
    folder = library({"a.txt": "The ferry sails at noon."})
    desk = LibraryDesk(LibraryAt(folder, tmp_path / "index"))
    for step in (desk.preview, desk.add):
        with pytest.raises(UnreadableDocument, match="give it another name"):
            step("README.md", b"The ferry to Ogdenville sails at two.")
    assert not (folder / "README.md").exists()


def test_who_only_writes_is_heard_by_what_he_wrote(library: Write, tmp_path: Path) -> None:
    """Of an author whom nobody quotes the first paragraphs are shown: of a message, of a row."""
    text = 'author,text\nBo Prueba,"The list leaves out the rowing boats."\n'
    desk = LibraryDesk(LibraryAt(library({"rows.csv": text}), tmp_path / "i"))
    (claim,) = desk.spoken_by("Bo Prueba", 5)
    assert claim.quote == "The list leaves out the rowing boats."
