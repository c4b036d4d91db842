"""Kills index builds and imports, many of them in one process: python crashes.py FOLDER WHAT

WHAT is a number of kills and a seed, or "steps" and a stride, or "imports". Each build or import runs in
a fork of this process, so that it costs no start-up, and dies by SIGKILL: at one of its calls that name,
sync or open a file, or at a random moment. After each, whatever is in force must be a whole index of the
library as it was or as it is, and every imported file the old one or the new one. Prints how many were
killed; any wrong thing is an error.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3]))

from index.articles.cleaning import import_file
from index.embedded import EmbeddedIndex, open_library, store_folder
from index.embedded.listing import current_generation

TEXT = "The harbour of Springfield was closed on Friday, the mayor said, and {} engineers counted cracks.\n"


def hooked(when: int) -> Callable[[], int]:
    """Kill this process at the ``when``-th call that changes what is on the disk; return what counts them."""
    calls = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == when:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return wrapped

    for name in ("fsync", "link", "rename", "replace", "unlink", "rmdir", "mkdir"):
        setattr(os, name, counted(getattr(os, name)))
    for name in ("open", "rename", "replace", "unlink", "mkdir", "write_text"):
        setattr(Path, name, counted(getattr(Path, name)))
    shutil.rmtree = counted(shutil.rmtree)  # type: ignore[assignment]
    sqlite3.connect = counted(sqlite3.connect)
    return lambda: calls


def killed_at(work: Callable[[], object], at: int = 0, after: float = 0.0) -> bool:
    """Work in a fork, killed at a call or after a time (s); return whether it came to its end."""
    child = os.fork()
    if child == 0:
        hooked(at)
        if after:
            signal.setitimer(signal.ITIMER_REAL, after)  # SIGALRM ends a process as SIGKILL does
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code <= 0, "the work failed"
    return code == 0


def build(library: Path, index_dir: Path, *, rebuild: bool, at: int = 0, after: float = 0.0) -> bool:
    """Build in a fork, killed at a call or after a time (s); return whether it came to its end."""
    return killed_at(lambda: open_library(library, index_dir, rebuild=rebuild), at, after)


def files_of(library: Path) -> list[str]:
    """Return the files of a library."""
    return sorted(path.name for path in library.iterdir() if not path.name.startswith("."))


def check(store: Path, allowed: list[list[str]]) -> None:
    """Make sure that the index in force is whole, and that of one of the states allowed."""
    generation = current_generation(store)
    if generation is None:
        assert [] in allowed, "no index is in force"
        return
    index = EmbeddedIndex(generation)
    exported = [*index.export()]
    assert sorted(index.files()) in allowed, (index.files(), allowed)
    assert sorted({item.paragraph.file for item in exported}) == sorted(index.files())
    assert [*index.vocabulary()]
    index.close()


def crash(folder: Path, times: int, seed: int) -> int:
    """Kill builds ``times`` times, each of a changed library; return how many died."""
    chance = random.Random(seed)  # noqa: S311
    library, index_dir = folder / "library", folder / "index"
    library.mkdir(parents=True)
    for number in range(8):
        (library / f"{number}.txt").write_text(TEXT.format(number) * (1 + number % 3))
    store = store_folder(library, index_dir)
    started = time.monotonic()
    open_library(library, index_dir).close()
    whole = time.monotonic() - started
    killed, states = 0, [files_of(library)]
    for turn in range(times):
        if turn % 3 == 0 and len(files_of(library)) > 6:
            (library / chance.choice(files_of(library))).unlink()
        else:
            (library / f"new{turn}.txt").write_text(TEXT.format(turn))
        states.append(files_of(library))
        at, after = (chance.randint(1, 60), 0.0) if turn % 2 else (0, chance.uniform(0.001, whole))
        died = not build(library, index_dir, rebuild=chance.random() < 0.3, at=at, after=after)
        killed += died
        check(store, states if died else states[-1:])
        if chance.random() < 0.1:
            open_library(library, index_dir).close()
            states = states[-1:]
            assert sorted(path.name for path in store.iterdir())[0] == "CURRENT"
            assert len([*store.iterdir()]) == 3, [*store.iterdir()]
    return killed


def each_step(folder: Path, stride: int) -> int:
    """Kill a first build, an update and a rebuild at each ``stride``-th of their calls; return how many died.

    The three begin at different calls, so that a stride of 3 leaves out no call that all of them make.
    """
    killed = 0
    for first, kind in enumerate(("first", "update", "rebuild"), start=1):
        at, finished = min(first, stride), False
        while not finished:
            place = folder / f"{kind}{at}"
            library, index_dir = place / "library", place / "index"
            library.mkdir(parents=True)
            for number in range(3):
                (library / f"{number}.txt").write_text(TEXT.format(number))
            if kind != "first":
                open_library(library, index_dir).close()
            before = files_of(library) if kind != "first" else []
            if kind == "update":
                (library / "new.txt").write_text(TEXT.format(9))
            store = store_folder(library, index_dir)
            finished = build(library, index_dir, rebuild=kind == "rebuild", at=at)
            check(store, [files_of(library)] if finished else [before, files_of(library)])
            open_library(library, index_dir).close()
            check(store, [files_of(library)])
            left = sorted(path.name for path in store.iterdir())
            assert len(left) == 3, left
            killed += not finished
            at += stride
            shutil.rmtree(place)
    return killed


def imports(folder: Path) -> int:
    """Kill imports, new and over old files, at every call and at random moments; return how many died."""
    folder.mkdir(parents=True)
    original, whole = folder / "dump.txt", folder / "whole"
    original.write_text("\n\n".join(map(page, ("Springfield", "Shelbyville", "Ogdenville"))))
    started = time.monotonic()
    work(original, whole)
    took = time.monotonic() - started
    new = {path.name: path.read_bytes() for path in whole.iterdir()}
    assert len(new) == 3
    chance = random.Random(7)  # noqa: S311
    killed = 0
    for old in ({}, dict.fromkeys(new, b"what an editor made of it")):
        for _ in range(40):
            killed += import_killed(original, old, new, after=chance.uniform(0.0005, took))
        at = 1
        while import_killed(original, old, new, at=at):
            at += 1
        killed += at - 1
    return killed


def page(town: str) -> str:
    """Return an article as it stands in a file with others."""
    return f"The quay of {town}\n\nBy Ana Ejemplo\n\nMay 3, 2023\n\n{TEXT.format(town) * 9}"


def work(original: Path, into: Path) -> None:
    """Import a file, over what is there."""
    for _ in import_file(original, into, force=True):
        pass


def import_killed(
    original: Path, old: dict[str, bytes], new: dict[str, bytes], at: int = 0, after: float = 0.0
) -> bool:
    """Kill an import into a folder of ``old`` files; return whether it died before all were ``new``."""
    into = original.with_name("into")
    into.mkdir()
    for name, content in old.items():
        (into / name).write_bytes(content)
    finished = killed_at(lambda: work(original, into), at, after)
    there = {path.name: path.read_bytes() for path in into.iterdir()}
    shown = {name: content for name, content in there.items() if not name.startswith(".")}
    assert all(content in {old.get(name), new[name]} for name, content in shown.items()), shown
    assert old.keys() <= shown.keys(), shown.keys()
    assert shown == there or old, there.keys()  # nothing but for the moment in which a file is replaced
    work(original, into)
    assert {path.name: path.read_bytes() for path in into.iterdir()} == new
    shutil.rmtree(into)
    return not finished


if __name__ == "__main__":
    where, what = Path(sys.argv[1]), sys.argv[2]
    if what == "imports":
        killed = imports(where)
    else:
        number = int(sys.argv[3])
        killed = each_step(where, number) if what == "steps" else crash(where, int(what), number)
    sys.stdout.write(f"{killed}\n")
