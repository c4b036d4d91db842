"""Where a disk is full, it is said, and what was there before still answers."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from index.embedded import EmbeddedIndex, open_library, store_folder
from index.embedded.listing import CATALOG, current_generation
from index.errors import StoreFull

Write = Callable[[Mapping[str, str]], Path]
TEXT = "The harbour of Springfield was closed on Friday, the mayor said.\n"
ROOT = Path(__file__).parents[3]


def quoth(index_dir: Path, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program as another process."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        capture_output=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "QUOTH_INDEX_DIR": str(index_dir)},
    )


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a disk of a given size, where that is allowed."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small disk")
    try:
        yield folder
    finally:
        # Lazily: an index that is still mapped keeps the disk busy, and pytest stumbles over what is left.
        subprocess.run(["umount", "-l", folder], check=True)


def fill_up(disk: Path, free: int = 0) -> Path:
    """Leave so many bytes free on a disk; return the file that takes up the rest."""
    filler = disk / "filler"
    filler.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - free)))
    return filler


@pytest.fixture
def full(library: Write, tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """Return a library to which a file was added after it was indexed, and its index on a full disk."""
    with small_disk(tmp_path / "disk", "2m") as disk:
        folder = library({f"{n}.txt": TEXT * 40 for n in range(20)})
        open_library(folder, disk / "i").close()
        (folder / "new.txt").write_text(TEXT.replace("Springfield", "Shelbyville"))
        fill_up(disk)
        yield folder, disk


@pytest.mark.parametrize("size", ["16k", "64k", "128k", "256k"])
def test_full_disk_is_said_and_leaves_no_rubbish(library: Write, tmp_path: Path, size: str) -> None:
    """On a disk too small for the index the build fails in one line and leaves nothing behind."""
    with small_disk(tmp_path / "disk", size) as disk:
        folder = library({f"{n}.txt": TEXT * 40 + os.urandom(20_000).hex() for n in range(20)})
        for command in (("index",), ("ask", "Who closed the harbour?")):
            ran = quoth(disk, *command, "--library", folder)
            assert ran.returncode == 3
            assert ran.stderr.startswith(b"quoth: the index cannot be written to ")
            assert ran.stderr.count(b"\n") == 1
            assert [path.name for path in disk.rglob("*") if path.is_file()] in ([], ["lock"])


@pytest.mark.parametrize("free", [0, 20_000, 100_000])
def test_disk_that_fills_up_keeps_the_old_index(library: Write, tmp_path: Path, free: int) -> None:
    """Where an update finds no room it says so, and the old index is whole; with room it goes through."""
    with small_disk(tmp_path / "disk", "2m") as disk:
        folder = library({f"{n}.txt": TEXT * 40 for n in range(20)})
        open_library(folder, disk / "i").close()
        store = store_folder(folder, disk / "i")
        before = sorted(path.name for path in store.iterdir())
        (folder / "new.txt").write_text(TEXT)
        filler = fill_up(disk, free)
        with pytest.raises(StoreFull, match=r"cannot be written .*: .*(No space left|full)"):
            open_library(folder, disk / "i")
        assert sorted(path.name for path in store.iterdir()) == before
        generation = current_generation(store)
        assert generation is not None
        assert len(EmbeddedIndex(generation).files()) == 20
        filler.unlink()
        assert "new.txt" in open_library(folder, disk / "i").files()


def test_an_update_without_room_ends_with_3(full: tuple[Path, Path]) -> None:
    """``quoth index`` says in one line that there is no room, and ends with status 3."""
    folder, disk = full
    ran = quoth(disk / "i", "index", "--library", folder)
    assert ran.returncode == 3 and ran.stdout == b""
    assert ran.stderr.startswith(b"quoth: the index cannot be written to ") and ran.stderr.count(b"\n") == 1


def test_who_asks_is_answered_from_the_index_of_before(full: tuple[Path, Path]) -> None:
    """A question is answered from the old index, with one line on standard error that says so."""
    folder, disk = full
    ran = quoth(disk / "i", "ask", "--json", "--library", folder, "Who closed the harbour of Springfield?")
    assert ran.returncode == 0 and b"closed on Friday" in ran.stdout
    assert b"cannot be written" in ran.stderr and b"the latest changes are missing" in ran.stderr
    assert ran.stderr.count(b"\n") == 1
    (disk / "filler").unlink()
    ran = quoth(disk / "i", "ask", "--library", folder, "Who closed the harbour of Shelbyville?")
    assert b"Shelbyville" in ran.stdout and ran.stderr == b""


@pytest.mark.parametrize("damage", ["postings", "format"])
def test_no_answer_from_an_index_that_is_not_whole(full: tuple[Path, Path], damage: str) -> None:
    """An index that is damaged, or of another version, answers nothing: that there is no room is an error."""
    folder, disk = full
    generation = current_generation(store_folder(folder, disk / "i"))
    assert generation is not None
    (disk / "filler").unlink()
    path = generation / ("postings" if damage == "postings" else CATALOG)
    whole = path.read_bytes()
    other = whole[:-1] if damage == "postings" else whole.replace(b"quoth-index-", b"quoth-index+")
    assert other != whole
    path.write_bytes(other)
    fill_up(disk)
    ran = quoth(disk / "i", "ask", "--library", folder, "Who closed the harbour of Springfield?")
    assert ran.returncode == 3 and ran.stdout == b""
    assert b"quoth: the index cannot be written to " in ran.stderr
