"""Every error Quoth raises on purpose. Messages are written for the user and may be shown as they are.

QuothError                      exit 3
├── LibraryError                the folder of documents cannot be used
│   ├── LibraryNotFound
│   └── EmptyLibrary            nothing readable in it
├── DocumentError               one file cannot be read; the others still are
│   ├── UnreadableDocument
│   └── BadMetadata             front matter or sources.toml that does not parse
├── StoreError                  the index on disk cannot be written or read
│   ├── StoreDamaged            a checksum or a format does not match; rebuild
│   ├── StoreFull               there is no room on the disk for a new one
│   └── StoreBusy               another process is writing it
├── NotInLibrary                no such article, paragraph, voice, point  exit 1
├── UsageError                  the question or an option makes no sense  exit 2
└── SettingsError               a setting is missing or wrong
"""

from __future__ import annotations

from typing import ClassVar


class QuothError(Exception):
    """Base of all; ``exit_code`` is what the command line ends with."""

    exit_code: ClassVar[int] = 3


class LibraryError(QuothError):
    """The folder of documents cannot be used."""


class LibraryNotFound(LibraryError):
    """The path is no folder."""


class EmptyLibrary(LibraryError):
    """The folder holds no readable document."""


class DocumentError(QuothError):
    """One file cannot be read; shown beside its name, the rest goes on."""


class UnreadableDocument(DocumentError):
    """No text could be taken from the file."""


class BadMetadata(DocumentError):
    """Front matter or ``sources.toml`` does not parse."""


class StoreError(QuothError):
    """The index on disk cannot be written or read."""


class StoreDamaged(StoreError):
    """The index on disk is not what was written."""


class StoreFull(StoreError):
    """There is no room on the disk for a new index; the one of before is as it was."""


class StoreBusy(StoreError):
    """Another process is writing the index."""


class NotInLibrary(QuothError):
    """No such article, paragraph, voice or contested point."""

    exit_code = 1


class UsageError(QuothError):
    """The question or an option makes no sense."""

    exit_code = 2


class SettingsError(QuothError):
    """A setting is missing or wrong."""
