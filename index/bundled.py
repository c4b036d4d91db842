"""Where the data that comes with the program lies: the bundled library and the framings."""

from __future__ import annotations

from pathlib import Path

from index.errors import LibraryNotFound

_HERE = Path(__file__).parent


def data_folder() -> Path:
    """Return the folder ``data``: inside the installed package, or beside it in a checkout.

    Raises LibraryNotFound when it is in neither place.
    """
    for folder in (_HERE / "data", _HERE.parent / "data"):
        if (folder / "articles").is_dir():
            return folder
    raise LibraryNotFound("the bundled data are missing from this installation")


def bundled_library() -> Path:
    """Return the folder of the library that comes with the program."""
    return data_folder() / "articles"
