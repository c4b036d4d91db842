"""Puts the sections of an index file in their places and seals it with checksums."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from typing import IO

from index.embedded.postings.format import BLOCK, HEADER_SIZE, Header, Section
from index.values import replace

ALIGNMENT = 64  # a cache line; any number type fits


class SectionWriter:
    """Writes into a nameless file whose sections all have a known length."""

    def __init__(self, file: IO[bytes], lengths: Sequence[int]) -> None:
        self._file = file
        self._sections: list[tuple[int, int]] = []
        end = HEADER_SIZE
        for length in lengths:
            self._sections.append((end, length))
            end += (length + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT
        self._blocks = (end - HEADER_SIZE + BLOCK - 1) // BLOCK
        file.truncate(HEADER_SIZE + self._blocks * BLOCK)

    def put(self, section: Section, at: int, data: bytes | memoryview | array[int]) -> None:
        """Write ``data`` at byte ``at`` of a section."""
        self._file.seek(self._sections[section][0] + at)
        self._file.write(data)

    def seal(self, header: Header) -> None:
        """Write the checksums of all blocks, then the header."""
        self._file.seek(HEADER_SIZE)
        checksums = array("I", (zlib.crc32(self._file.read(BLOCK)) for _ in range(self._blocks)))
        length = self._file.tell() + checksums.itemsize * len(checksums)
        self._file.write(checksums)
        self._file.seek(0)
        table = zlib.crc32(checksums)
        sections = tuple(self._sections)
        self._file.write(replace(header, length=length, checksums=table, sections=sections).pack())
        self._file.flush()
