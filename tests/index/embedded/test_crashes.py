"""However a build is killed, a whole index is in force, and what the killed one left goes or is used."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from index.articles.editing import Corrections
from index.articles.record import Record, record_of
from index.embedded import fill, open_library, store_folder, workers
from index.formats.folder import FoundFile

Write = Callable[[Mapping[str, str]], Path]
SCRIPT = Path(__file__).with_name("crashes.py")


def run(*arguments: object) -> int:
    """Return how many builds the script killed."""
    done = subprocess.run(
        [sys.executable, SCRIPT, *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True
    )
    return int(done.stdout)


@pytest.mark.parametrize(("kills", "seed"), [(100, 7), pytest.param(1_000, 11, marks=pytest.mark.long)])
def test_random_kills(quick_disk: Path, kills: int, seed: int) -> None:
    """Builds killed at random moments: what is in force is always a whole index."""
    assert run(quick_disk / "kills", kills, seed) > kills // 2


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory where there is one: SIGKILL loses nothing that waits to be synced."""
    memory = Path("/dev/shm")  # noqa: S108
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.mark.parametrize("stride", [6, pytest.param(1, marks=pytest.mark.long)])
def test_a_kill_at_every_step(quick_disk: Path, stride: int) -> None:
    """Killed at the calls that name, open or sync a file: a whole index, and no rubbish afterwards."""
    assert run(quick_disk / "steps", "steps", stride) > 400 // stride


def test_killed_imports(tmp_path: Path) -> None:
    """Killed at each call or at any moment, an import leaves whole files, and the next one no rubbish."""
    assert run(tmp_path / "imports", "imports") > 30  # those at a call; how many others die, time decides


def test_a_killed_build_is_taken_up(library: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed build has read is not read again by the next one, and the index is as if made at once."""
    monkeypatch.setattr(fill, "_SAVE", 0.0)
    text = "The harbour of Springfield was closed on Friday, the mayor said, and {} engineers came.\n"
    folder = library({f"{number:02}.txt": text.format(number) for number in range(20)})
    read: list[str] = []

    def killed(found: FoundFile, corrections: Corrections) -> Record:
        read.append(found.file)
        if len(read) == 12:
            os._exit(9)
        return record_of(found, corrections)

    def noted(found: FoundFile, corrections: Corrections) -> Record:
        read.append(found.file)
        return record_of(found, corrections)

    child = os.fork()
    if child == 0:
        monkeypatch.setattr(workers, "record_of", killed)
        open_library(folder, tmp_path / "i")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    store = store_folder(folder, tmp_path / "i")
    assert not (store / "CURRENT").exists()
    monkeypatch.setattr(workers, "record_of", noted)
    taken_up = open_library(folder, tmp_path / "i")
    assert read == [f"{number:02}.txt" for number in range(11, 20)]
    assert sorted(path.name for path in store.iterdir()) == ["CURRENT", "g000001", "lock"]
    made_new = open_library(folder, tmp_path / "j")
    assert [*taken_up.export()] == [*made_new.export()]
    assert [*taken_up.vocabulary()] == [*made_new.vocabulary()]
