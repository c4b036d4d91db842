"""What files a library holds now, and which index on disk is in force: all that opening needs to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from index.formats.folder import FoundFile, Looked, found_files, look_through, spelled
from index.text.terms import ANALYSIS
from index.values import frozen

Progress = Callable[[int, int, str], None]  # done, all, what is at hand

FORMAT = "quoth-index-105"  # change when the catalogue, the cutting or the attribution changes

# The files of a generation, besides one file of postings and one of grams for each part of it.
CATALOG, CHECKSUM, TEXTS, GRAVE = "catalog.sqlite", "catalog.crc", "texts", "grave"
POINTS = "points"  # beside the generations: lists of contested points
PUBLISHED = "published"  # beside the generations: what was published elsewhere last


def postings_name(number: int) -> str:
    """Return the name of the file of postings of a part, counted from 1."""
    return "postings" if number == 1 else f"postings-{number}"


def grams_name(number: int) -> str:
    """Return the name of the file of grams of a part, counted from 1."""
    return "grams" if number == 1 else f"grams-{number}"


@frozen
class Listing:
    """The files of a library at one moment; ``state`` tells one moment from another.

    The state is no digest: to compare 30 characters a file costs less than loading a library of digests.
    """

    looked: list[Looked]
    state: str

    def found(self) -> Iterator[FoundFile]:
        """Yield the files; made only for a library that has changed."""
        return found_files(self.looked)


def take_listing(library: Path, besides: Path | None = None) -> Listing:
    """Return what files the library holds now, those in the folder ``besides`` left out.

    Raises LibraryNotFound.
    """
    looked = look_through(library, besides)
    state = [f"{FORMAT} {ANALYSIS}"]
    for _, shown, files in looked:
        state += ["", shown, *[f"{name}\0{size}\0{modified}" for name, size, modified in files]]
    return Listing(looked, spelled("\0".join(state)))


def current_generation(store: Path) -> Path | None:
    """Return the folder of the index in force, or None."""
    try:
        name = (store / "CURRENT").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    folder = store / name
    return folder if name.startswith("g") and "/" not in name and folder.is_dir() else None
