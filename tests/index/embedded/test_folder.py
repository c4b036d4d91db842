"""Where an index is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.embedded import store_folder


def test_index_lies_in_a_library_that_may_be_written(tmp_path: Path) -> None:
    """Without a setting the index lies in the library's own .quoth folder."""
    assert store_folder(tmp_path, None) == tmp_path / ".quoth"


def test_nothing_is_written_into_a_read_only_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library whose folder is read-only is indexed in the user's cache, for root as well."""
    library = tmp_path / "library"
    library.mkdir()
    library.chmod(0o555)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert library not in store_folder(library, None).parents


def test_one_folder_serves_several_libraries(tmp_path: Path) -> None:
    """Two libraries of the same name get indexes of their own in one index folder."""
    one, other = tmp_path / "a" / "library", tmp_path / "b" / "library"
    one.mkdir(parents=True)
    other.mkdir(parents=True)
    assert store_folder(one, tmp_path / "index") != store_folder(other, tmp_path / "index")
