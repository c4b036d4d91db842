"""The word 4-grams of all paragraphs in one file, by which repeats are found. Imported only to build.

    header    magic, number of paragraphs and of grams, CRC-32 of all that follows
    grams     u32 each, those of a paragraph ascending and each once
    sizes     u32 for each paragraph: how many grams it has; none for a text of fewer than 8 words

A gram is 32 bits of a hash that is the same in every process: in a million paragraphs one gram in a
hundred meets another by chance, where at least half of a text's have to be shared.
"""

from __future__ import annotations

import errno
import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreDamaged
from index.text.repeats import GRAM, SHORTEST
from index.text.terms import fold
from index.values import frozen

_WORD = re.compile(r"[^\W_]+")
_MAGIC = b"QuothGr1"
_HEADER = struct.Struct("<8sQQI4x")
_MIXER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio, as in Knuth's multiplicative hashing
_CHECKED = 1 << 18  # bytes
AT_ONCE = 1 << 20  # grams gathered before they are written, read at once, and sorted at once: some 40 MB

Grams32 = NDArray[np.uint32]


@frozen
class Grams:
    """The grams in a file, those of the paragraphs from number ``base`` on; they are read when asked for."""

    path: Path
    base: int
    starts: NDArray[np.int64]  # where each paragraph's begin among all, and the end

    def of(self, first: int, last: int) -> Grams32:
        """Return the grams of the paragraphs from one number to another, both included. Raises OSError."""
        start, end = int(self.starts[first - self.base]), int(self.starts[last + 1 - self.base])
        return np.fromfile(self.path, np.uint32, end - start, offset=_HEADER.size + 4 * start)

    def blocks(self, size: int) -> Iterator[tuple[int, Grams32]]:
        """Yield all grams, ``size`` at once, with the number of the first among all. Raises OSError.

        They are good until the next are taken.
        """
        end = int(self.starts[-1])
        block = np.empty(min(size, end), np.uint32)
        with self.path.open("rb", buffering=0) as file:
            file.seek(_HEADER.size)
            for first in range(0, end, size):
                values = block[: end - first]
                if file.readinto(values.data) != values.nbytes:
                    raise OSError(errno.EIO, f"{self.path.name} has become shorter")
                yield first, values


class GramWriter:
    """Writes a file of grams, paragraph by paragraph. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._file.write(bytes(_HEADER.size))
        self._held: list[Grams32] = []
        self._waiting = self._grams = self._checksum = 0
        self._sizes: list[Grams32] = []
        self._new: list[int] = []

    def add(self, text: str) -> None:
        """Add the next paragraph."""
        grams = hashed_grams(text)
        self._held.append(grams)
        self._new.append(len(grams))
        self._waiting += len(grams)
        if self._waiting >= AT_ONCE:
            self._write()

    def _write(self) -> None:
        self._put(np.concatenate([np.empty(0, np.uint32), *self._held]))
        self._sizes.append(np.array(self._new, np.uint32))
        self._grams += self._waiting
        self._held, self._new, self._waiting = [], [], 0

    def _put(self, numbers: Grams32) -> None:
        self._checksum = zlib.crc32(numbers.data, self._checksum)
        self._file.write(numbers.data)

    def finish(self) -> None:
        """Complete the file."""
        self._write()
        sizes = np.concatenate(self._sizes)
        self._put(sizes)
        self._file.seek(0)
        self._file.write(_HEADER.pack(_MAGIC, len(sizes), self._grams, self._checksum))
        self._file.close()

    def abandon(self) -> None:
        """Close an unfinished file."""
        self._file.close()


def read_grams(path: Path, base: int) -> Grams:
    """Return the grams in a file. Raises StoreDamaged when they are not what was written."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER.size)
            found = 0
            while data := file.read(_CHECKED):
                found = zlib.crc32(data, found)
            if len(header) == _HEADER.size:
                magic, paragraphs, grams, checksum = _HEADER.unpack(header)
                whole = file.tell() == _HEADER.size + 4 * (paragraphs + grams)
                if magic == _MAGIC and whole and found == checksum:
                    starts = np.zeros(paragraphs + 1, np.int64)
                    sizes = np.fromfile(path, np.uint32, paragraphs, offset=_HEADER.size + 4 * grams)
                    np.cumsum(sizes, out=starts[1:])
                    return Grams(path, base, starts)
    except OSError as error:
        raise StoreDamaged(f"the index is damaged ({path.name} cannot be read)") from error
    raise StoreDamaged(f"the index is damaged (a checksum of {path.name} does not match)")


def hashed_grams(text: str) -> Grams32:
    """Return the hashed word 4-grams of ``text``, ascending, each once; none for fewer than 8 words."""
    words = [_hash(word) for word in _WORD.findall(text)]
    if len(words) < SHORTEST:
        return np.empty(0, np.uint32)
    hashes = np.array(words, np.uint64)
    mixed = hashes[: len(hashes) - GRAM + 1]
    for place in range(1, GRAM):
        mixed = mixed * _MIXER + hashes[place : len(hashes) - GRAM + 1 + place]
    return np.unique((mixed * _MIXER >> np.uint64(32)).astype(np.uint32))


@lru_cache(maxsize=1 << 15)  # see index/text/terms.py
def _hash(word: str) -> int:
    return zlib.crc32(fold(word).encode("utf-8", "surrogatepass"))


def joined(parts: Iterable[Grams]) -> NDArray[np.int64]:
    """Return how many grams each paragraph of consecutive files has."""
    return np.concatenate([np.empty(0, np.int64), *(np.diff(part.starts) for part in parts)])
