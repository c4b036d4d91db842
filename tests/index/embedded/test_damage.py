"""A damaged index never gives a wrong answer: it is found out, and built again from the documents."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from index.embedded import open_library, store_folder
from index.embedded.embedded import EmbeddedIndex
from index.embedded.listing import current_generation
from index.errors import StoreDamaged
from index.model import Query, Word
from index.text.terms import terms

Write = Callable[[Mapping[str, str]], Path]
TEXTS = {
    "harbour.txt": "The harbour of Springfield was closed, the mayor said.\n\nThe quay wall is old.\n",
    "ferry.md": "---\ntitle: A ferry is sold\nauthors: [Ana Ejemplo]\noutlet: Coast Courier\n---\n\n"
    "North Haverbrook sold its last ferry for two million.\n\n“We had no choice,” said the mayor.\n",
    "wall.txt": "Engineers found four cracks.\n\nThe harbour of Springfield was closed, the mayor said.\n",
}
FLIPS = 300


def query(text: str) -> Query:
    """Return a query for the words of a text."""
    return Query(text, "en", tuple(Word(term, ((term, 1.0),)) for term in terms(text, "en")))


def everything(index: EmbeddedIndex) -> list[str]:
    """Return all that can be asked of an index."""
    return [
        *(repr(passage) for passage in index.search(query("harbour mayor wall ferry closed"), 10)),
        *(repr(item) for item in index.export()),
        *(repr(article) for article in index.articles()),
        *(repr(index.document(file)) for file in index.files()),
        repr(index.idf("harbour")),
        repr(list(index.vocabulary())),
    ]


@pytest.fixture
def built(library: Write, tmp_path: Path) -> tuple[Path, Path]:
    """Return a library and its index folder."""
    folder = library(TEXTS)
    open_library(folder, tmp_path / "i").close()
    return folder, tmp_path / "i"


def generation(store: Path) -> Path:
    """Return the generation in force."""
    found = current_generation(store)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["catalog.sqlite", "texts", "postings"])
def test_flipped_bits_never_change_an_answer(built: tuple[Path, Path], name: str) -> None:
    """With any one bit of the index flipped, every answer is the right one or the damage is reported."""
    folder, index_dir = built
    right = everything(open_library(folder, index_dir))
    here = generation(store_folder(folder, index_dir))
    file = here / name
    whole = file.read_bytes()
    chance = random.Random(11)  # noqa: S311 (which bits does not matter)
    found = 0
    for _ in range(FLIPS):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        file.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        try:
            assert everything(EmbeddedIndex(here)) == right, (at, bit)
        except StoreDamaged:
            found += 1
    assert found > 0


@pytest.mark.parametrize("name", ["catalog.sqlite", "texts", "postings"])
def test_cut_files_never_change_an_answer(built: tuple[Path, Path], name: str) -> None:
    """An index file cut at any length is reported as damaged, or still answers rightly."""
    folder, index_dir = built
    right = everything(open_library(folder, index_dir))
    here = generation(store_folder(folder, index_dir))
    file = here / name
    whole = file.read_bytes()
    whole_enough = 0
    for size in [0, 1, 15, 100, *range(0, len(whole), max(1, len(whole) // 60))]:
        file.write_bytes(whole[:size])
        with contextlib.suppress(StoreDamaged):
            assert everything(EmbeddedIndex(here)) == right, size
            whole_enough += 1
    assert whole_enough < 10


DAMAGES: dict[str, Callable[[Path], Any]] = {
    "no catalogue": lambda store: (generation(store) / "catalog.sqlite").unlink(),
    "no texts": lambda store: (generation(store) / "texts").unlink(),
    "empty texts": lambda store: (generation(store) / "texts").write_bytes(b""),
    "no postings": lambda store: (generation(store) / "postings").unlink(),
    "an empty catalogue": lambda store: (generation(store) / "catalog.sqlite").write_bytes(b""),
    "empty postings": lambda store: (generation(store) / "postings").write_bytes(b""),
    "a text for a catalogue": lambda store: (generation(store) / "catalog.sqlite").write_text("no database"),
    "postings of zeros": lambda store: (generation(store) / "postings").write_bytes(bytes(100_000)),
    "no generation": lambda store: shutil.rmtree(generation(store)),
    "an empty generation": lambda store: [path.unlink() for path in generation(store).iterdir()],
    "no pointer": lambda store: (store / "CURRENT").unlink(),
    "an empty pointer": lambda store: (store / "CURRENT").write_text(""),
    "a pointer outside": lambda store: (store / "CURRENT").write_text("../../etc"),
    "a pointer to nothing": lambda store: (store / "CURRENT").write_text("g999999"),
    "a pointer of bytes": lambda store: (store / "CURRENT").write_bytes(b"\xff\xfe\x00"),
}


@pytest.mark.parametrize("kind", sorted(DAMAGES))
def test_damaged_index_is_built_again_by_itself(built: tuple[Path, Path], kind: str) -> None:
    """Whatever is missing or wrong in an index folder, the next question is answered all the same."""
    folder, index_dir = built
    right = everything(open_library(folder, index_dir))
    DAMAGES[kind](store_folder(folder, index_dir))
    assert everything(open_library(folder, index_dir)) == right


def test_postings_of_an_earlier_version_are_built_again(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index whose postings have an earlier format is replaced, whether files changed or not."""
    folder = library(TEXTS)
    right = everything(open_library(folder, tmp_path / "right"))
    for name in ("same", "changed"):
        with monkeypatch.context() as patch:
            patch.setattr("index.embedded.postings.format.VERSION", 1)
            open_library(folder, tmp_path / name).close()
        if name == "changed":
            (folder / "more.txt").write_text("A crane was sold in North Haverbrook.\n", "utf-8")
            right = everything(open_library(folder, tmp_path / "right"))
        assert everything(open_library(folder, tmp_path / name)) == right


def test_damage_met_while_answering_is_mended(built: tuple[Path, Path], quoth: Any, monkeypatch: Any) -> None:
    """Damage that shows only when a paragraph is read does not keep a question from its answer."""
    folder, index_dir = built
    monkeypatch.setenv("QUOTH_INDEX_DIR", str(index_dir))
    right = quoth("ask", "harbour closed", "--library", folder)
    file = generation(store_folder(folder, index_dir)) / "texts"
    for command in (
        ["ask", "harbour closed"],
        ["search", "harbour"],
        ["verify", "quay wall"],
        ["show", "wall"],
    ):
        file = generation(store_folder(folder, index_dir)) / "texts"
        whole = file.read_bytes()
        file.write_bytes(
            whole.replace(b"harbour of Spring", b"harbour of Autumn").replace(b"quay wall", b"quay hall")
        )
        ran = quoth(*command, "--library", folder)
        assert ran.status == 0, ran.err
        assert "Autumn" not in ran.out and "hall" not in ran.out
    assert quoth("ask", "harbour closed", "--library", folder) == right
