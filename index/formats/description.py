"""What a module of a format says of itself."""

from __future__ import annotations

from collections.abc import Callable

from index.formats.extracted import Extracted
from index.values import frozen

Looks = Callable[[bytes, str], bool]
Read = Callable[[bytes, str], Extracted]


@frozen
class Format:
    """A format that is read.

    ``looks`` tells from a file's first bytes and the ending of its name whether it is of the format, whatever
    it is called; ``read`` takes all bytes and the file's name, and raises UnreadableDocument with the reason.
    """

    name: str  # as a user calls it, with its article
    suffixes: frozenset[str]
    looks: Looks
    read: Read
    needs: tuple[str, ...] = ()  # modules that it imports, paid once for many files
    largest: int = 50_000_000  # bytes
    harmless: int = 0  # bytes up to which a file is read by this process: nothing can come of it in time
    second: Read | None = None  # asked where the first reader broke off
