"""The file of an inverted index: its layout, its checksums, and a checked view of it.

One file, little-endian, mapped and never loaded:

    header     4,096 bytes: magic, version, parameters, counts, sections, checksums
    LENGTHS    u32 for each paragraph: its number of words
    STARTS     u32 for each term and one more: where its spelling starts in WORDS
    WORDS      the terms in UTF-8, sorted, end to end
    RECORDS    32 bytes for each term: see ``Record``
    CODES      u8 for each posting: how often the term stands in the paragraph, see ``codes``
    LOW, WIDE  u16, u32: the paragraphs of each term, see ``Shape``
    OVER       u64 pairs (position in CODES, count) for counts that CODES cannot hold
    MEANING    f64, u8 for each of the 256 codes: all bounds, all counts, see ``codes``
    checksums  u32 for each block of 4,096 bytes between the header and here: CRC-32

The header, which holds its own CRC-32 and that of the checksums, is verified on opening; a block
is verified when something in it is first read. A flipped bit is thus found before it can change an
answer, and opening costs the same for a hundred paragraphs as for a million.
"""

from __future__ import annotations

import math
import mmap
import struct
import sys
import zlib
from enum import Enum, IntEnum
from pathlib import Path
from typing import Literal, NamedTuple

from index.errors import StoreDamaged, StoreError
from index.values import frozen

MAGIC = b"QuothPst"
VERSION = 2
BLOCK = 4096  # bytes under one checksum: a page, the least that is read from a mapped file anyway
FREQUENT = 32  # one paragraph in so many: of 8 to 128 the quickest at a million and, with 16, at 100,000
ABSENT, OVERFLOW = 0, 255  # codes: not in the paragraph; more often than a code tells, see OVER
CHUNK_BITS = 16  # a paragraph's number is a chunk (high bits) and a place in it (low 16 bits)


class Section(IntEnum):
    """The parts of the file, in their order."""

    LENGTHS = 0
    STARTS = 1
    WORDS = 2
    RECORDS = 3
    CODES = 4
    LOW = 5
    WIDE = 6
    OVER = 7
    MEANING = 8


class Shape(Enum):
    """How the paragraphs of a term are written; which it is follows from ``shape_of``."""

    DENSE = "dense"  # CODES holds one byte for every paragraph of the library, 0 where it is absent
    CHUNKED = "chunked"  # LOW holds the low 16 bits of each, WIDE where each chunk of 65,536 ends in LOW
    PLAIN = "plain"  # WIDE holds the numbers themselves


@frozen
class Meaning:
    """The bound and the count that each of the 256 bytes stands for."""

    bounds: tuple[float, ...]
    counts: bytes  # OVERFLOW where OVER holds it

    def pack(self) -> bytes:
        """Return the bytes of the section MEANING."""
        return _BOUNDS.pack(*self.bounds) + self.counts

    @staticmethod
    def unpack(section: memoryview) -> Meaning:
        """Read what ``pack`` wrote."""
        return Meaning(_BOUNDS.unpack_from(section), bytes(section[_BOUNDS.size :]))


class Record(NamedTuple):
    """What is known of a term, and where its paragraphs are (element positions in the sections)."""

    frequency: int  # number of paragraphs that hold it
    codes: int
    low: int
    wide: int
    idf: float
    most: float  # the largest saturated, length-normalised count among its paragraphs


RECORD = struct.Struct("<4I2d")
HEADER = struct.Struct(f"<8sI4d4QI{2 * len(Section)}Q")
_BOUNDS = struct.Struct("<256d")
CHECKSUM = struct.Struct("<I")
HEADER_SIZE = BLOCK


@frozen
class Header:
    """The first block of the file."""

    k1: float
    b: float
    delta: float
    mean: float = 0.0  # words per paragraph
    size: int = 0  # paragraphs
    terms: int = 0
    words: int = 0  # of all paragraphs
    length: int = 0  # bytes of the whole file
    checksums: int = 0  # CRC-32 of the table of checksums
    sections: tuple[tuple[int, int], ...] = ()  # byte offset and byte length, in the order of ``Section``

    def pack(self) -> bytes:
        """Return the header's bytes, checksum included."""
        flat = [number for section in self.sections for number in section]
        body = HEADER.pack(
            MAGIC, VERSION, self.k1, self.b, self.delta, self.mean,
            self.size, self.terms, self.words, self.length, self.checksums, *flat,
        )  # fmt: skip
        body = body.ljust(HEADER_SIZE - CHECKSUM.size, b"\0")
        return body + CHECKSUM.pack(zlib.crc32(body))

    @staticmethod
    def unpack(block: bytes) -> Header:
        """Read a header's bytes; ``StoreDamaged`` when they are not what ``pack`` wrote."""
        if len(block) < HEADER_SIZE or not block.startswith(MAGIC):
            raise StoreDamaged("The index is not an index of this program; it has to be built again.")
        body = block[: HEADER_SIZE - CHECKSUM.size]
        if CHECKSUM.unpack(block[len(body) :])[0] != zlib.crc32(body):
            raise StoreDamaged("The index is damaged at its start; it has to be built again.")
        _, version, k1, b, delta, mean, size, terms, words, length, checksums, *flat = HEADER.unpack_from(
            body
        )
        if version != VERSION:
            raise StoreDamaged(f"The index has format {version}, not {VERSION}; it has to be built again.")
        sections = tuple(zip(flat[::2], flat[1::2], strict=True))
        return Header(k1, b, delta, mean, size, terms, words, length, checksums, sections)


def chunks_of(size: int) -> int:
    """Return how many chunks of 65,536 numbers ``size`` paragraphs take, at least 1."""
    return max(1, (size + (1 << CHUNK_BITS) - 1) >> CHUNK_BITS)


def limits(size: int) -> tuple[int, int]:
    """Return from how many paragraphs on a term is CHUNKED and DENSE in a library of ``size`` paragraphs.

    PLAIN below four a chunk, where the chunks' ends would cost more than they save; DENSE from an eighth
    on: a file for a million paragraphs is then a twentieth larger than from a quarter on, and more terms
    are looked up without being spread out first.
    """
    return 4 * chunks_of(size), max(1, (size + 7) // 8)


def shape_of(frequency: int, size: int) -> Shape:
    """Return how a term of so many paragraphs is written in a library of ``size`` paragraphs."""
    chunked, dense = limits(size)
    if frequency >= dense:
        return Shape.DENSE
    return Shape.CHUNKED if frequency >= chunked else Shape.PLAIN


def is_frequent(frequency: int, size: int) -> bool:
    """Return whether a term is better looked up for what other terms find than added up itself."""
    return frequency * FREQUENT >= size


class MappedIndex:
    """The file, mapped read-only. Whoever reads bytes asks ``check`` for them first."""

    def __init__(self, path: Path) -> None:
        if sys.byteorder != "little":
            raise StoreError("The index can be read on little-endian machines only.")
        try:
            with path.open("rb") as file:
                block = file.read(HEADER_SIZE)
                self.header = Header.unpack(block)
                if file.seek(0, 2) != self.header.length:
                    raise StoreDamaged(f"The index {path} has the wrong length; it has to be built again.")
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            raise StoreError(f"The index {path} cannot be read: {error.strerror}.") from error
        self.path = path
        self.view = memoryview(self._map)
        end = max((at + length for at, length in self.header.sections), default=HEADER_SIZE)
        blocks = math.ceil((end - HEADER_SIZE) / BLOCK)
        table = self.view[HEADER_SIZE + blocks * BLOCK :]
        if len(table) != blocks * CHECKSUM.size or zlib.crc32(table) != self.header.checksums:
            raise StoreDamaged(f"The checksums of the index {path} are damaged; it has to be built again.")
        self._checksums = table.cast("I")
        self._checked = bytearray(blocks)

    def section(self, section: Section, kind: Literal["B", "H", "I", "Q"]) -> memoryview:
        """Return a part of the file as numbers of a ``memoryview`` format; unchecked."""
        at, length = self.header.sections[section]
        return self.view[at : at + length].cast(kind)

    def meaning(self) -> Meaning:
        """Return what the bytes of CODES stand for. Raises ``StoreDamaged``."""
        at, length = self.header.sections[Section.MEANING]
        self.check(Section.MEANING, 0, length)
        return Meaning.unpack(self.view[at : at + length])

    def check(self, section: Section, start: int, stop: int) -> None:
        """Make sure that bytes ``start`` to ``stop`` of a section are what was written.

        Raises ``StoreDamaged`` when they are not.
        """
        if start >= stop:
            return
        self.check_length()
        base = self.header.sections[section][0] - HEADER_SIZE
        first, last = (base + start) // BLOCK, (base + stop - 1) // BLOCK + 1
        block = self._checked.find(0, first, last)
        while block >= 0:
            at = HEADER_SIZE + block * BLOCK
            if zlib.crc32(self.view[at : at + BLOCK]) != self._checksums[block]:
                raise StoreDamaged(f"The index {self.path} is damaged; it has to be built again.")
            self._checked[block] = 1
            block = self._checked.find(0, block + 1, last)

    def check_length(self) -> None:
        """Make sure that the file has not become shorter: to read a page that is gone ends the process.

        Raises ``StoreDamaged``.
        """
        if self._map.size() != self.header.length:
            raise StoreDamaged(f"The index {self.path} has become shorter; it has to be built again.")

    def check_again(self) -> None:
        """Make sure that the whole file still is what was written: one that is mapped may be written into."""
        self._checked = bytearray(len(self._checked))
        self.check_all()

    def check_all(self) -> None:
        """Make sure that the whole file is what was written."""
        for section in Section:
            self.check(section, 0, self.header.sections[section][1])
