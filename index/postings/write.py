"""Puts the sections of an index file in their places, seals it with checksums and gives it its name."""

from __future__ import annotations

import os
import tempfile
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from index.postings.format import BLOCK, HEADER_SIZE, Header, Section
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


def nameless_file(folder: Path) -> IO[bytes]:
    """Open a new file in ``folder`` that has no name, so that nothing is left of it after a crash."""
    try:
        # not tempfile, whose O_EXCL forbids to give the file a name later
        descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o644)
    except (AttributeError, OSError):  # not on this system, or not on this file system
        return tempfile.TemporaryFile(dir=folder)
    return os.fdopen(descriptor, "w+b")


def publish(file: IO[bytes], path: Path) -> None:
    """Give a complete nameless file its name, in place of an older one, so that a crash leaves either.

    Where the system cannot name a nameless file, it is copied to ``path`` + ".partial" first, which a
    crash may leave behind and the next call replaces.
    """
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    os.fsync(file.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        try:
            # src_dir_fd has no meaning for an absolute path; it makes the call follow the link
            os.link(f"/proc/self/fd/{file.fileno()}", partial, src_dir_fd=folder, follow_symlinks=True)
        except OSError:
            _copy(file, partial)
        partial.replace(path)
        os.fsync(folder)
    finally:
        os.close(folder)


def _copy(file: IO[bytes], to: Path) -> None:
    file.seek(0)
    with to.open("wb") as copy:
        while data := file.read(1 << 20):
            copy.write(data)
        copy.flush()
        os.fsync(copy.fileno())
