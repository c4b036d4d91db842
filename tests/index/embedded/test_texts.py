"""The texts beside a catalogue: an update adds to them, and what an older catalogue knows stays readable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.embedded import EmbeddedIndex, open_library, store_folder
from index.embedded.listing import current_generation
from index.embedded.texts import Texts, TextWriter
from index.errors import StoreDamaged, StoreError

Write = Callable[[Mapping[str, str]], Path]
TEXT = "The harbour of {} was closed on Friday, the mayor said.\n"


def test_texts_are_read_where_they_were_written(tmp_path: Path) -> None:
    """What was added is found at its place, also what was added later, and nothing besides."""
    writer = TextWriter(tmp_path / "texts", 0)
    places = [writer.add(data) for data in (b"one", b"", b"three")]
    writer.close()
    texts = Texts(tmp_path / "texts")
    again = TextWriter(tmp_path / "texts", 8)
    assert again.add(b"four") == 8
    again.flush()
    assert [texts.read(at, size) for at, size in zip(places, (3, 0, 5), strict=True)] == [
        b"one",
        b"",
        b"three",
    ]
    assert texts.read(8, 4) == b"four"
    for at, size in ((8, 5), (-1, 2), (0, -1), (10**20, 1), (0, 10**20), (None, 2), ("0", 1)):
        with pytest.raises(StoreDamaged):
            texts.read(at, size)  # type: ignore[arg-type]
    again.abandon()
    assert (tmp_path / "texts").read_bytes() == b"onethree"


def test_what_an_interrupted_writer_left_is_written_over(tmp_path: Path) -> None:
    """A writer goes on where the catalogue says that the texts end; when they end before, it is damage."""
    (tmp_path / "texts").write_bytes(b"onethreerubbish")
    writer = TextWriter(tmp_path / "texts", 8)
    writer.add(b"four")
    writer.close()
    assert (tmp_path / "texts").read_bytes() == b"onethreefour"
    for name, end in (("texts", 13), ("none", 1)):
        with pytest.raises(StoreDamaged):
            TextWriter(tmp_path / name, end)
    assert (tmp_path / "texts").read_bytes() == b"onethreefour"


def test_who_reads_the_old_index_is_not_disturbed(library: Write, tmp_path: Path) -> None:
    """While updates add texts and take them back, an index that was opened before reads its own."""
    folder = library({f"{n}.txt": TEXT.format(n) for n in range(9)})
    before = open_library(folder, tmp_path / "i")
    said = [*before.export()]
    store = store_folder(folder, tmp_path / "i")
    for turn in range(4):
        (folder / "new.txt").write_text(TEXT.format(turn) * 9)
        (folder / f"{turn}.txt").unlink()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("index.embedded.update.write_checksum", fail)
            with pytest.raises(StoreError, match="stopped"):
                open_library(folder, tmp_path / "i")
        current = EmbeddedIndex(current_generation(store) or store)
        assert len([*current.export()]) == len(current.files()) == 9 - turn + bool(turn)
        open_library(folder, tmp_path / "i").close()
        assert [*before.export()] == said


def fail(_: Path) -> None:
    """Fail at the end of an update."""
    raise OSError("stopped")


def test_texts_are_closed_when_the_process_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What modules know is gone before the last values are: closing asks for nothing of it."""
    (tmp_path / "texts").write_bytes(b"one")
    texts = Texts(tmp_path / "texts")
    monkeypatch.setattr("index.embedded.texts.os", None)
    texts.close()
    monkeypatch.undo()
    with pytest.raises(StoreDamaged):
        texts.read(0, 3)
