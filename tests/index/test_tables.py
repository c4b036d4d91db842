"""The program's tables are read as TOML says, also when they were read before."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

import pytest

from index.kept_beside import place_beside
from index.tables import read_table

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("index", "bot", "data") for path in (ROOT / folder).rglob("*.toml"))


@pytest.fixture(autouse=True)
def _kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tables in a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))


def _place_of(path: Path) -> Path:
    return Path(place_beside(str(path), "table"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_kept_table_says_what_its_file_says(path: Path) -> None:
    """A table is the same when it is read for the first and for the second time."""
    wanted = tomllib.loads(path.read_text("utf-8"))
    assert read_table(path) == wanted
    assert _place_of(path).is_file()
    assert read_table(path) == wanted


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    """What an editor or an upgrade changes counts at once, also in a file of the same size and date."""
    path = tmp_path / "words.toml"
    for words in ("a = 1", "a = 2", "a = 23"):
        path.write_text(words)
        os.utime(path, (0, 0))
        assert read_table(path) == tomllib.loads(words)


@pytest.mark.parametrize("data", [b"", b"text", b"[" * 99, b"[1]", b"\xff"])
def test_a_damaged_kept_table_is_read_anew(tmp_path: Path, data: bytes) -> None:
    """What is kept may be lost or damaged: then the file itself is read."""
    path = tmp_path / "words.toml"
    path.write_text("a = 1")
    read_table(path)
    _place_of(path).write_bytes(data)
    assert read_table(path) == {"a": 1}


def test_a_table_is_read_where_nothing_may_be_kept(tmp_path: Path) -> None:
    """The folder need not be writable, nor be one."""
    path = tmp_path / "words.toml"
    path.write_text("a = 1")
    (tmp_path / "kept").write_text("no folder")
    assert read_table(path) == {"a": 1}


def test_a_table_is_kept_where_python_keeps_no_bytecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table is data: an answer is quick, too, where Python is told to write no compiled modules."""
    path = tmp_path / "words.toml"
    path.write_text("a = 1")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read_table(path) == {"a": 1}
    assert _place_of(path).is_file()
