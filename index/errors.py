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
├── EngineError                 the index on another machine cannot be read or written
│   ├── EngineUnreachable       no answer, or none in time
│   ├── EngineRefused           certificate, user, password or rights
│   ├── EnginePartial           an answer that is not whole, or cannot be read
│   ├── EngineFull              it takes no writes
│   ├── EngineBusy              another process is publishing
│   └── NotPublished            no such library there, or of another version
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


class EngineError(QuothError):
    """The index on another machine cannot be read or written."""


class EngineUnreachable(EngineError):
    """No answer came, or none in time."""


class EngineRefused(EngineError):
    """The certificate is not trusted, or the user may not do this."""


class EnginePartial(EngineError):
    """An answer is not whole or cannot be read; nothing is quoted from it."""


class EngineFull(EngineError):
    """The engine takes no writes; what is published stays as it was."""


class EngineBusy(EngineError):
    """Another process is publishing the same library."""


class NotPublished(EngineError):
    """There is no such library in the engine, or one of another version."""


class NotInLibrary(QuothError):
    """No such article, paragraph, voice or contested point."""

    exit_code = 1


class UsageError(QuothError):
    """The question or an option makes no sense."""

    exit_code = 2


class SettingsError(QuothError):
    """A setting is missing or wrong."""
