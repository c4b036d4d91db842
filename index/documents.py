"""A library folder to documents: what can be read is, what cannot is named with the reason."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.encodings import decode
from index.errors import LibraryNotFound, UnreadableDocument
from index.model import Document

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
EDITORIAL_FILES = frozenset({"sources.toml", "contested.toml", "readme.md"})  # about the documents, not of them
# The longest book known to public libraries is under 10 MB of text; a larger file is a data dump.
LARGEST_DOCUMENT = 20_000_000  # bytes


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a library, before it is read."""

    file: str  # relative to the library, forward slashes
    path: Path
    size: int  # bytes
    modified: int  # nanoseconds since 1970


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the index, and why."""

    file: str
    reason: str


def list_files(library: Path) -> Iterator[FoundFile]:
    """Yield the files of ``library`` in name order; hidden ones and links that lead outside are left out.

    Raises LibraryNotFound when it is no folder that can be listed.
    """
    if not library.is_dir():
        raise LibraryNotFound(f"{library} is not a folder. Give one with --library or QUOTH_LIBRARY.")
    root = library.resolve()
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(".") or (path.is_symlink() and root not in path.resolve().parents):
                continue
            try:
                status = path.stat()
            except OSError:
                continue  # it went away between listing and looking
            yield FoundFile(path.relative_to(root).as_posix(), path, status.st_size, status.st_mtime_ns)


def is_document(found: FoundFile) -> bool:
    """Whether the file is one of the texts, by its name."""
    return found.path.suffix.lower() in TEXT_SUFFIXES and found.path.name.lower() not in EDITORIAL_FILES


def read_document(found: FoundFile) -> Document:
    """Return the document in a file. Raises UnreadableDocument with the reason."""
    if found.path.suffix.lower() not in TEXT_SUFFIXES:
        raise UnreadableDocument("only text and Markdown files are read (.txt, .text, .md, .markdown)")
    if found.size > LARGEST_DOCUMENT:
        raise UnreadableDocument(
            f"{found.size / 1e6:.0f} MB is more than the {LARGEST_DOCUMENT / 1e6:.0f} MB a document may have;"
            " split it into smaller files"
        )
    try:
        data = found.path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"cannot be opened: {error.strerror}") from error
    text, encoding = decode(data)
    if not text.strip():
        raise UnreadableDocument("it is empty")
    return Document(found.file, text, encoding, hashlib.sha256(data).hexdigest())
