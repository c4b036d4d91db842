"""A process that runs on sees a new index, without a failed answer whatever happens to the old one."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.library_desk import LibraryDesk
from index.embedded import open_library, store_folder
from index.embedded.listing import current_generation
from index.embedded.live import live_index
from index.errors import StoreDamaged
from index.open import LibraryAt

Write = Callable[[Mapping[str, str]], Path]
ROOT = Path(__file__).parents[3]
TEXT = "The harbour of Springfield was closed on Friday for repairs of the quay wall, the mayor said.\n"
NEW = "The ferry number {} was sold to a company in Shelbyville on Tuesday, the council said.\n"


def index(folder: Path, index_dir: Path, *options: str) -> None:
    """Bring an index up to date in another process."""
    subprocess.run(
        [sys.executable, "-m", "bot", "index", "--library", folder, *options],
        cwd=ROOT,
        env={**os.environ, "QUOTH_INDEX_DIR": str(index_dir)},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def test_a_bot_sees_what_another_process_indexes(library: Write, tmp_path: Path) -> None:
    """Of questions asked all the time while an index changes none fails, and what is new is found."""
    folder = library({f"{number}.txt": TEXT for number in range(20)})
    desk = LibraryDesk(LibraryAt(folder, tmp_path / "i"))
    failures: list[Exception] = []
    asked = 0
    done = threading.Event()

    def ask() -> None:
        nonlocal asked
        while not done.is_set():
            try:
                assert desk.ask("Who closed the harbour of Springfield?", language="en").claims
                assert len(desk.sources()) >= 20
                asked += 1
            except Exception as error:  # whatever it is, the test is to tell
                failures.append(error)
                return

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for number in range(3):
            (folder / f"new{number}.txt").write_text(NEW.format(number))
            index(folder, tmp_path / "i", *(["--rebuild"] if number == 1 else []))
            found = desk.ask(f"Who sold the ferry number {number}?", language="en").claims
            assert f"new{number}.txt" in {claim.file for claim in found}
        for number in range(3):
            (folder / f"new{number}.txt").unlink()
        index(folder, tmp_path / "i")
        assert len(desk.sources()) == 20
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert failures == []
    assert asked > 10


def test_an_index_goes_and_comes_without_a_failure(library: Write, tmp_path: Path) -> None:
    """Within one process, readers and a writer that rebuilds over and over never meet."""
    folder = library({"a.txt": TEXT, "b.txt": NEW.format(1)})
    live = live_index(folder, tmp_path / "i")
    for turn in range(6):
        before = live.now()
        open_library(folder, tmp_path / "i", rebuild=True).close()
        assert [item.paragraph.file for item in before.export()] == ["a.txt", "b.txt"]
        assert live.now() is not before, turn
        assert [item.paragraph.file for item in live.use(lambda index: [*index.export()])] == [
            "a.txt",
            "b.txt",
        ]


def test_damage_met_by_a_running_bot_is_mended(library: Write, tmp_path: Path) -> None:
    """Damage that shows while a question is answered leads to a new index and the right answer."""
    folder = library({"a.txt": TEXT, "b.txt": NEW.format(1)})
    open_library(folder, tmp_path / "i").close()
    here = current_generation(store_folder(folder, tmp_path / "i"))
    assert here is not None
    damaged = here / "texts"
    damaged.write_bytes(damaged.read_bytes().replace(b"quay wall", b"quay hall"))
    desk = LibraryDesk(LibraryAt(folder, tmp_path / "i"))
    claims = desk.ask("Why was the harbour of Springfield closed?", language="en").claims
    assert claims and "quay wall" in claims[0].quote
    assert current_generation(store_folder(folder, tmp_path / "i")) != here


def test_a_new_index_that_is_damaged_does_not_stop_a_bot(library: Write, tmp_path: Path) -> None:
    """Where what is newly in force cannot be opened, the index that is open serves on."""
    folder = library({"a.txt": TEXT})
    live = live_index(folder, tmp_path / "i")
    store = store_folder(folder, tmp_path / "i")
    (store / "g000002").mkdir()
    (store / "CURRENT").write_text("g000002")
    assert [item.paragraph.file for item in live.now().export()] == ["a.txt"]


def test_an_index_that_came_with_a_library_gives_way(
    library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who answers from the index shipped in a read-only library sees the one built elsewhere later on."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = library({"a.txt": TEXT})
    open_library(folder).close()
    folder.chmod(0o555)
    try:
        live = live_index(folder, None)
        assert live.now().generation.parent == folder / ".quoth"
        folder.chmod(0o755)
        (folder / "b.txt").write_text(NEW.format(1))
        folder.chmod(0o555)
        open_library(folder).close()
        assert live.now().files() == ["a.txt", "b.txt"]
    finally:
        folder.chmod(0o755)


def test_damage_that_stays_is_an_error(library: Write, tmp_path: Path) -> None:
    """What a new index does not mend is reported, not tried for ever."""
    live = live_index(library({"a.txt": TEXT}), tmp_path / "i")
    times = []

    def work(_: object) -> None:
        times.append(1)
        raise StoreDamaged("damaged")

    with pytest.raises(StoreDamaged):
        live.use(work)
    assert len(times) == 2


def test_a_conversation_sees_a_new_index(
    library: Write, tmp_path: Path, monkeypatch: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who talks in the terminal gets an answer from what was added since the conversation began."""
    from bot.doors.cli import run

    folder = library({"a.txt": TEXT})
    monkeypatch.setenv("QUOTH_INDEX_DIR", str(tmp_path / "i"))

    def lines() -> Any:
        yield "Who closed the harbour of Springfield?"
        (folder / "b.txt").write_text(NEW.format(7))
        open_library(folder, tmp_path / "i").close()
        yield "Who sold the ferry number 7?"
        raise EOFError

    typed = lines()
    monkeypatch.setattr("builtins.input", lambda *_: next(typed))
    assert run(["chat", "--library", str(folder)]) == 0
    assert "The ferry number 7 was sold" in capsys.readouterr().out


_SHORTER = """
import os, sys, time
from pathlib import Path
from bot.library_desk import LibraryDesk
from bot.desk import NotYet
from index.embedded import store_folder
from index.embedded.listing import current_generation, postings_name
from index.open import LibraryAt

library, index_dir, how = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
desk = LibraryDesk(LibraryAt(library, index_dir), watched=True)


def answers():
    try:
        return bool(desk.ask("Who closed the harbour of Springfield?", language="en").quotes)
    except NotYet:
        return False


assert answers()
before = current_generation(store_folder(library, index_dir))
os.truncate(before / postings_name(1), 100)
if how == "asked":
    print(answers())
end = time.monotonic() + 90
while current_generation(store_folder(library, index_dir)) == before and time.monotonic() < end:
    time.sleep(0.1)
print(answers())
desk.close()
"""


@pytest.mark.parametrize(("how", "said"), [("asked", ["False", "True"]), ("watched", ["True"])])
def test_an_index_cut_short_under_the_reader_heals(
    library: Write, tmp_path: Path, how: str, said: list[str]
) -> None:
    """A file of the index that becomes shorter ends no program: it is built again, asked for or not."""
    ran = subprocess.run(
        [sys.executable, "-c", _SHORTER, library({"a.txt": TEXT}), tmp_path / "i", how],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert (ran.returncode, ran.stdout.split()) == (0, said), ran.stderr
