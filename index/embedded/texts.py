"""The long texts of an index, in a file beside its catalogue: an update adds to it and copies nothing.

The file only grows, and the catalogue says where each text stands, so that an older catalogue finds all of
its own in the same file whatever has been added since. What an interrupted update has added stands behind
the end that the catalogue in force knows, and the next update writes over it. Whether a text is what was
written is told by the seal of the row that names it.
"""

from __future__ import annotations

import os
from pathlib import Path

from index.embedded.rows import damaged


class Texts:
    """A file of texts opened for reading; safe in threads."""

    _close = staticmethod(os.close)  # at the end of the process this module may be gone before its values

    def __init__(self, path: Path) -> None:
        """Open a file. Raises StoreDamaged."""
        self._handle, self._end = -1, 0
        try:
            self._handle = os.open(path, os.O_RDONLY)
        except OSError as error:
            raise damaged(f"{path.name} cannot be read") from error

    def size(self) -> int:
        """Return how many bytes there are, those included that a catalogue does not know."""
        return os.fstat(self._handle).st_size

    def read(self, at: int, size: int) -> bytes:
        """Return the bytes at a place. Raises StoreDamaged."""
        try:
            if at + size > self._end:  # it grows
                self._end = self.size()
            if 0 <= at <= at + size <= self._end:
                data = os.pread(self._handle, size, at)
                if len(data) == size:
                    return data
        except (OSError, TypeError) as error:  # a place that is no number is damage, too
            raise damaged(error) from error
        raise damaged("a text is missing")

    def close(self) -> None:
        """Close the file."""
        if self._handle >= 0:
            self._close(self._handle)
            self._handle = -1

    __del__ = close  # an index that nobody has any more


class TextWriter:
    """Adds texts to a file. Raises OSError when it cannot be written."""

    def __init__(self, path: Path, end: int) -> None:
        """Go on at byte ``end``, at 0 with a new file. Raises StoreDamaged when the file ends before that."""
        try:
            self._file = path.open("r+b" if end else "wb")
        except FileNotFoundError as error:
            raise damaged(f"{path.name} is missing") from error
        if self._file.seek(0, os.SEEK_END) < end:
            self._file.close()
            raise damaged(f"{path.name} is too short")
        self._file.truncate(end)
        self._file.seek(end)
        self._start = self.end = end

    def add(self, data: bytes) -> int:
        """Add a text and return its place."""
        at = self.end
        self._file.write(data)
        self.end += len(data)
        return at

    def flush(self) -> None:
        """Make what was added readable."""
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def abandon(self) -> None:
        """Take back what was added, and close the file."""
        if not self._file.closed:
            try:
                self._file.close()
            finally:
                os.truncate(self._file.name, self._start)
