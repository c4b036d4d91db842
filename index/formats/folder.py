"""A library folder to its files: which there are, and which of them are documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from index.errors import LibraryNotFound
from index.values import frozen

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
SOURCES_FILE = "sources.toml"  # an editor's corrections
ABOUT_FOLDER = "readme.md"  # in small letters
EDITORIAL_FILES = frozenset(
    {SOURCES_FILE, "contested.toml", ABOUT_FOLDER}
)  # about the documents, not of them
NOT_QUOTED = "it tells about the folder; give it another name to have it quoted"
_BESIDE_PAGES = ("_files", "_archivos", ".fld")  # how browsers call the folder of a page that they save
NO_FILE = -1  # size of what is no regular file: reading a pipe would wait for ever
ASTRAY = -2  # size of a link that leads to no file of the library
FORBIDDEN = -1  # time of a file that may not be read: it is another one when it may
_OPEN_TO_ALL = 0o444
_STATES = (1 << 62) - 1  # what SQLite and Python both hold as a whole number of one word


class FoundFile(NamedTuple):
    """A file of a library, before it is read; a named tuple, because a listing may have thousands."""

    file: str  # relative to the library, forward slashes
    place: str  # where it is on this machine
    size: int  # bytes, NO_FILE for pipes and devices, ASTRAY for links out of the library
    modified: int  # what tells its states apart; FORBIDDEN of what may not be read

    @property
    def path(self) -> Path:
        """Where it is, made only when it is asked for."""
        return Path(self.place)


@frozen
class Skipped:
    """A file that is not in the index, and why."""

    file: str
    reason: str


class Looked(NamedTuple):
    """A folder of a library as it was found; made of plain parts, for a question looks at all of them."""

    folder: str  # where it is on this machine
    shown: str  # what stands before the names of its files
    files: list[tuple[str, int, int]]  # name, size and modified, as of a FoundFile


def list_files(library: Path, besides: Path | None = None) -> Iterator[FoundFile]:
    """Yield the files of ``library`` in name order; see ``look_through``."""
    return found_files(look_through(library, besides))


def found_files(looked: Iterable[Looked]) -> Iterator[FoundFile]:
    """Yield the files of folders that were looked at."""
    for folder, shown, files in looked:
        for name, size, modified in files:
            yield FoundFile(shown + spelled(name), f"{folder}/{name}", size, modified)


def look_through(library: Path, besides: Path | None = None) -> list[Looked]:
    """Return the folders of ``library``; hidden files and links that lead outside are left out.

    ``besides`` is a folder that is no part of the library even when it stands inside it: the index's.
    A folder that cannot be listed has one file without a name, so that reading it says why. Raises
    LibraryNotFound when ``library`` is no folder that can be listed.
    """
    if not library.is_dir():
        raise LibraryNotFound(f"{library} is not a folder. Give one with --library or QUOTH_LIBRARY.")
    root = str(library.resolve())
    apart = str(besides.resolve()) if besides else None
    looked: list[Looked] = []
    unlisted: list[str] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            files, inner = _look_into(folder, root)
        except OSError:
            unlisted.append(folder)
            continue
        looked.append(Looked(folder, _shown(folder, root), files))
        folders += [each for each in reversed(inner) if each != apart]
    if root in unlisted:
        raise LibraryNotFound(f"{library} cannot be listed: permission denied.")
    return looked + [Looked(folder, _shown(folder, root), [("", 0, 0)]) for folder in sorted(unlisted)]


def _look_into(folder: str, root: str) -> tuple[list[tuple[str, int, int]], list[str]]:
    """Return the files of a folder, and where the folders in it are. Raises OSError.

    In a library of ten thousand files a new process does little else. A look at each name from the open
    folder takes half the time of os.scandir with DirEntry.stat.
    """
    files, inner = [], []
    opened = os.open(folder, os.O_RDONLY)
    try:
        for name in sorted(os.listdir(opened)):  # noqa: PTH208 (a Path lists no open folder)
            if name.startswith("."):
                continue
            try:
                status = os.stat(name, dir_fd=opened, follow_symlinks=False)
                kind = stat.S_IFMT(status.st_mode)
                if kind == stat.S_IFLNK:
                    if not _leads_to_file(f"{folder}/{name}", root):
                        files.append((name, ASTRAY, 0))
                        continue
                    status = os.stat(name, dir_fd=opened)
                    kind = stat.S_IFMT(status.st_mode)
            except FileNotFoundError:  # it went away between listing and looking
                continue
            if kind == stat.S_IFDIR:
                inner.append(f"{folder}/{name}")
                continue
            size = status.st_size if kind == stat.S_IFREG else NO_FILE
            modified = state_of(status)
            if status.st_mode & _OPEN_TO_ALL != _OPEN_TO_ALL and not _may_be_read(status, name, opened):
                modified = FORBIDDEN
            files.append((name, size, modified))
    finally:
        os.close(opened)
    return files, inner


def state_of(status: os.stat_result) -> int:
    """Return a number that tells two states of a file apart, besides its size.

    The time of writing can be set back, and is by programs that copy; the time of the last change of the
    file's entry cannot, and another file that took its name has another number.
    """
    return (status.st_mtime_ns * 31 + status.st_ctime_ns * 7 + status.st_ino) & _STATES


def _may_be_read(status: os.stat_result, name: str, opened: int) -> bool:
    """Whether this process may read a file of an open folder; its own ones need no second look."""
    own = status.st_uid == os.geteuid() and status.st_mode & stat.S_IRUSR
    return bool(own) or os.access(name, os.R_OK, dir_fd=opened)


def _leads_to_file(link: str, root: str) -> bool:
    """Whether a link leads to what is inside the library, and no folder."""
    try:
        place = Path(link).resolve(strict=True)
    except (OSError, RuntimeError):  # nowhere, or in a ring
        return False
    return Path(root) in place.parents and not place.is_dir()


def _shown(folder: str, root: str) -> str:
    """Return what stands before the names of a folder's files."""
    inside = spelled(folder.removeprefix(root).lstrip("/"))
    return inside and inside + "/"


def spelled(name: str) -> str:
    """Return a name in which bytes that are no UTF-8 are spelled out."""
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def file_name(file: str) -> str:
    """Return the name of a file within its folder, in small letters."""
    return file.rpartition("/")[2].lower()


def is_editorial(file: str) -> bool:
    """Whether a file, or an entry about one in the corrections, tells about the documents and is none."""
    return file_name(file.partition(":")[0]) in EDITORIAL_FILES


def is_document(found: FoundFile) -> bool:
    """Whether the file is one of the texts, by its name."""
    name = file_name(found.file)
    stem, dot, suffix = name.rpartition(".")  # not by a Path, which for ten thousand files takes .2 s
    return bool(stem) and dot + suffix in TEXT_SUFFIXES and name not in EDITORIAL_FILES


def without_page_files(found: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """Yield the files but those that a browser put beside a page it saved: its pictures and programs."""
    every = list(found)
    pages = {stem for file in every for stem in [_page_stem(file.file)] if stem}
    beside = tuple(f"{stem}{ending}/" for stem in pages for ending in _BESIDE_PAGES)
    for file in every:
        if not (beside and file.file.startswith(beside)):
            yield file


def _page_stem(file: str) -> str | None:
    stem, dot, suffix = file.rpartition(".")
    return stem if dot and suffix.lower() in {"html", "htm"} else None
