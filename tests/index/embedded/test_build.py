"""Building an index: all or nothing, whatever interrupts it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.embedded import open_library, store_folder
from index.embedded.build import build
from index.embedded.embedded import EmbeddedIndex
from index.embedded.listing import current_generation, take_listing
from index.embedded.writing import tidy_if_idle, writer_lock
from index.errors import EmptyLibrary, LibraryNotFound, StoreBusy, StoreError

Write = Callable[[Mapping[str, str]], Path]
TEXT = "The harbour of Springfield was closed on Friday, the mayor said.\n"
ROOT = Path(__file__).parents[3]


def quoth(*arguments: object) -> list[str]:
    """Return the command line that starts the program as another process."""
    return [sys.executable, "-m", "bot", *map(str, arguments)]


def asks(library: Path, index_dir: Path) -> list[str]:
    """Return the files of all paragraphs, read from the index as it is on disk."""
    return [item.paragraph.file for item in open_library(library, index_dir).export()]


def entries(store: Path) -> list[str]:
    """Return what a store holds."""
    return sorted(path.name for path in store.iterdir())


def test_index_is_built_once_and_kept(library: Write, tmp_path: Path) -> None:
    """An unchanged library is not read again: the same generation stays in force."""
    folder = library({"a.txt": TEXT})
    store = store_folder(folder, tmp_path / "i")
    open_library(folder, tmp_path / "i").close()
    assert entries(store) == ["CURRENT", "g000001", "lock"]
    open_library(folder, tmp_path / "i").close()
    assert entries(store) == ["CURRENT", "g000001", "lock"]
    open_library(folder, tmp_path / "i", rebuild=True).close()
    assert entries(store) == ["CURRENT", "g000002", "lock"]


@pytest.mark.parametrize("change", ["add", "remove", "edit", "rename", "correct"])
def test_any_change_of_the_library_is_seen(library: Write, tmp_path: Path, change: str) -> None:
    """A file added, removed, edited or renamed, and an editor's correction, are in the next answer."""
    folder = library({"a.txt": TEXT, "b.txt": TEXT})
    assert set(asks(folder, tmp_path / "i")) == {"a.txt", "b.txt"}
    if change == "add":
        (folder / "c.txt").write_text(TEXT)
    elif change == "remove":
        (folder / "b.txt").unlink()
    elif change == "rename":
        (folder / "b.txt").rename(folder / "c.txt")
    elif change == "edit":
        (folder / "b.txt").write_text("Other words stand here now, and the ferry was sold.\n")
    else:
        (folder / "sources.toml").write_text('["b.txt"]\noutlet = "Coast Courier"\n')
    index = open_library(folder, tmp_path / "i")
    seen = {(item.paragraph.file, item.paragraph.text[:5], item.source.outlet) for item in index.export()}
    assert (
        seen
        == {
            "add": {("a.txt", "The h", None), ("b.txt", "The h", None), ("c.txt", "The h", None)},
            "remove": {("a.txt", "The h", None)},
            "rename": {("a.txt", "The h", None), ("c.txt", "The h", None)},
            "edit": {("a.txt", "The h", None), ("b.txt", "Other", None)},
            "correct": {("a.txt", "The h", None), ("b.txt", "The h", "Coast Courier")},
        }[change]
    )


def test_index_folder_inside_the_library_is_no_part_of_it(library: Write) -> None:
    """An index kept in a folder of the library does not make the library look changed each time."""
    folder = library({"a.txt": TEXT})
    for _ in range(3):
        open_library(folder, folder / "my index").close()
    store = store_folder(folder, folder / "my index")
    assert entries(store) == ["CURRENT", "g000001", "lock"]
    assert open_library(folder, folder / "my index").skipped() == []


def test_several_libraries_share_one_index_folder(library: Write, tmp_path: Path) -> None:
    """Libraries of the same name in different places have indexes of their own in one folder."""
    one, other = library({"x/a.txt": TEXT}) / "x", library({"x/b.txt": TEXT}) / "x"
    assert asks(one, tmp_path / "i") == ["a.txt"]
    assert asks(other, tmp_path / "i") == ["b.txt"]
    assert asks(one, tmp_path / "i") == ["a.txt"]


def test_errors_name_the_folder(library: Write, tmp_path: Path) -> None:
    """No library, and a library without text, are told apart."""
    with pytest.raises(LibraryNotFound, match="nowhere"):
        open_library(tmp_path / "nowhere", tmp_path / "i")
    with pytest.raises(EmptyLibrary, match="holds no readable document"):
        open_library(library({}), tmp_path / "i")


def test_failed_build_leaves_the_old_index_and_nothing_else(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing fails at any step, the index before is still in force and no rubbish stays."""
    folder = library({"a.txt": TEXT})
    store = store_folder(folder, tmp_path / "i")
    open_library(folder, tmp_path / "i").close()
    (folder / "b.txt").write_text(TEXT)
    for step in (
        "build.update",
        "build.sync",
        "build._publish",
        "update.CatalogWriter",
        "update.link_changes",
        "update.build_postings",
        "update.write_checksum",
        "grams.GramWriter.finish",
    ):
        with monkeypatch.context() as patch:
            patch.setattr(f"index.embedded.{step}", fail)
            with pytest.raises(StoreError, match="No space left"):
                open_library(folder, tmp_path / "i")
        assert [path.name for path in store.glob("g*")] in (["g000001"], ["g000002"])
        assert (store / "CURRENT").read_text() == "g000001"
        assert not list(store.glob("building-*"))
    assert sorted(asks(folder, tmp_path / "i")) == ["a.txt", "b.txt"]
    assert entries(store)[0] == "CURRENT" and len(entries(store)) == 3


def fail(*_: object, **__: object) -> None:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


def test_index_folder_that_cannot_be_made_is_said(library: Write, tmp_path: Path) -> None:
    """An index folder below a file ends with an error that names it."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"cannot be written to .*file"):
        open_library(library({"a.txt": TEXT}), tmp_path / "file" / "i")


def test_read_only_library_answers(library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that cannot be written has its index in the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = library({"a.txt": TEXT})
    folder.chmod(0o555)
    try:
        index = open_library(folder)
        assert index.files() == ["a.txt"]
        assert not (folder / ".quoth").exists()
        assert list((tmp_path / "cache").rglob("CURRENT"))
    finally:
        folder.chmod(0o755)


def test_index_shipped_with_a_read_only_library_is_used(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that came with a library which cannot be written is used as long as it fits."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = library({"a.txt": TEXT})
    open_library(folder).close()
    assert (folder / ".quoth" / "CURRENT").exists()
    folder.chmod(0o555)
    try:
        assert open_library(folder).files() == ["a.txt"]
        assert not (tmp_path / "cache").exists()
    finally:
        folder.chmod(0o755)


def test_killed_builds_leave_the_old_index_in_force(library: Write, tmp_path: Path) -> None:
    """However a build is killed, the index before it or the one after it is whole, and rubbish goes."""
    folder = library({f"{n:03}.txt": f"{TEXT} {n}\n\n" * 5 for n in range(30)})
    index_dir = tmp_path / "i"
    store = store_folder(folder, index_dir)
    open_library(folder, index_dir).close()
    environment = {**os.environ, "QUOTH_INDEX_DIR": str(index_dir)}
    chance = random.Random(7)  # noqa: S311 (which moment does not matter)
    killed = 0
    for turn in range(KILLS):
        before = len(list(folder.iterdir()))
        (folder / f"new{turn}.txt").write_text(TEXT)
        with subprocess.Popen(
            quoth("index", "--library", folder), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
        ) as process:
            if turn % 2:  # at a random moment
                time.sleep(chance.uniform(0.1, 0.6))
            else:  # while the new generation is written
                while process.poll() is None and not list(store.glob("building-*")):
                    time.sleep(0.002)
                time.sleep(chance.uniform(0, 0.15))
            process.send_signal(signal.SIGKILL)
        killed += process.returncode == -signal.SIGKILL
        generation = current_generation(store)
        assert generation is not None
        index = EmbeddedIndex(generation)
        assert len(index.files()) in {before, before + 1, *range(30, before)}
        assert sum(1 for _ in index.export()) >= 30 * 5
        index.close()
    assert killed >= KILLS // 2
    assert len(open_library(folder, index_dir).files()) == 30 + KILLS
    assert len(entries(store)) == 3


KILLS = 6  # of whole processes; hundreds, in forks of one, are in test_crashes.py


def test_two_builds_at_once_make_one_index(library: Write, tmp_path: Path) -> None:
    """Of several processes that build at once, one builds, the others wait and use what it built."""
    folder = library({f"{n:03}.txt": TEXT * 5 for n in range(30)})
    environment = {**os.environ, "QUOTH_INDEX_DIR": str(tmp_path / "i")}
    running = [
        subprocess.Popen(
            quoth("index", "--library", folder), cwd=ROOT, env=environment, stdout=subprocess.PIPE
        )
        for _ in range(3)
    ]
    printed = {process.communicate(timeout=60)[0] for process in running}
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(printed) == 1
    assert entries(store_folder(folder, tmp_path / "i")) == ["CURRENT", "g000001", "lock"]


def test_readers_and_rebuilds_do_not_meet(library: Write, tmp_path: Path) -> None:
    """While one thread rebuilds over and over, every other reader gets a whole index."""
    folder = library({"a.txt": TEXT, "b.txt": TEXT})
    open_library(folder, tmp_path / "i").close()
    done = threading.Event()

    def rebuild() -> None:
        for _ in range(8):
            open_library(folder, tmp_path / "i", rebuild=True).close()
        done.set()

    writer = threading.Thread(target=rebuild)
    writer.start()
    while not done.is_set():
        assert asks(folder, tmp_path / "i") == ["a.txt", "b.txt"]
    writer.join()


def test_second_writer_gives_up_with_a_reason(tmp_path: Path) -> None:
    """A store held by another writer is reported as busy, not waited for without end."""
    store = tmp_path / "store"
    store.mkdir()
    with (
        writer_lock(store),
        pytest.raises(StoreBusy, match="another process is building"),
        writer_lock(store, patience=0.2),
    ):
        pass


def test_leftovers_of_killed_builds_go(library: Write, tmp_path: Path) -> None:
    """What a killed build left beside the index goes when the library is next opened."""
    folder = library({"a.txt": TEXT})
    store = store_folder(folder, tmp_path / "i")
    open_library(folder, tmp_path / "i").close()
    (store / "building-99").mkdir()
    (store / "g000007").mkdir()
    (store / "CURRENT.99").write_text("g000007")
    with writer_lock(store):
        tidy_if_idle(store)  # somebody is writing: nothing is touched
    assert len(entries(store)) == 6
    open_library(folder, tmp_path / "i").close()
    assert entries(store) == ["CURRENT", "g000001", "lock"]


def test_same_library_gives_the_same_index(library: Write, tmp_path: Path) -> None:
    """Two builds of one library hold the same articles, paragraphs and places of copies."""
    folder = library(
        {f"{n}.txt": TEXT + f"\n\nAnd the number of it is {n}, as everybody knows.\n" for n in range(5)}
    )
    one = [repr(item) for item in open_library(folder, tmp_path / "i").export()]
    other = [repr(item) for item in open_library(folder, tmp_path / "j").export()]
    assert one == other


def test_files_that_differ_in_their_ending_only_have_own_articles(library: Write, tmp_path: Path) -> None:
    """Article ids are unique: of a.txt and a.md one is known by its whole name."""
    index = open_library(library({"a.txt": TEXT, "a.md": TEXT, "b.text": TEXT}), tmp_path / "i")
    assert [article.id for article in index.articles()] == ["a", "a.txt", "b"]
    assert [item.paragraph.id for item in index.paragraphs("a.txt")] == ["a.txt#1"]


def test_progress_counts_every_file(library: Write, tmp_path: Path) -> None:
    """Progress is told file by file, and ends with all of them done."""
    told: list[tuple[int, int, str]] = []
    folder = library({"a.txt": TEXT, "b.txt": TEXT, "c.pdf": "x"})
    listing = take_listing(folder)
    build(folder, tmp_path / "store", listing, lambda *step: told.append(step))
    assert told == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.pdf"), (3, 3, "")]


def test_batch_of_processes_sees_a_whole_answer(library: Write, tmp_path: Path) -> None:
    """A question asked by a process while another indexes is answered from a whole index."""
    folder = library({f"{n:03}.txt": TEXT * 3 for n in range(20)})
    environment = {**os.environ, "QUOTH_INDEX_DIR": str(tmp_path / "i")}
    running = [
        subprocess.Popen(
            quoth(*command, "--library", folder), cwd=ROOT, env=environment, stdout=subprocess.PIPE
        )
        for command in (["index"], ["ask", "harbour closed", "--json"], ["index", "--rebuild"])
    ]
    outputs = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert json.loads(outputs[1])["status"] == "answered"
