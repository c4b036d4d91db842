"""What a catalogue holds, row by row: the values that its reader and its writer share."""

from __future__ import annotations

import zlib

from index.model import Paragraph, Place, Source, Voice
from index.values import frozen


@frozen
class Entry:
    """A paragraph with all the catalogue knows about it."""

    paragraph: Paragraph
    source: Source
    group: str
    voices: tuple[Voice, ...]
    also_in: tuple[Place, ...]
    posting: int | None


@frozen
class Stamp:
    """What tells a file apart from its earlier state without reading it."""

    size: int
    modified: int


@frozen
class Marks:
    """What tells whether an article may be a translation of another."""

    article: str
    language: str | None
    authors: tuple[str, ...]
    long: int  # paragraphs long enough to be compared
    figures: frozenset[str]


@frozen
class Part:
    """One of the files of postings: the number of its first paragraph, how many, and the dead ones."""

    base: int
    size: int
    dead: tuple[tuple[int, int], ...] = ()  # ranges within it


def library_key(file: str) -> bytes:
    """Return what sorts files as a library lists them: those of a folder by name, then its subfolders."""
    *folders, name = file.encode("utf-8", "surrogatepass").split(b"/")
    return b"".join(b"\2" + folder + b"\0" for folder in folders) + b"\1" + name


def seal(values: tuple[object, ...]) -> int:
    """Return the CRC-32 of what a row says; texts, bytes, whole numbers and None only."""
    return zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))
