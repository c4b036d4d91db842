"""A file to its document, whatever its format: the one place where bytes become text."""

from __future__ import annotations

import os
import stat
from pathlib import PurePosixPath

from index.errors import UnreadableDocument
from index.formats.encodings import decode
from index.formats.extracted import Extracted, ReadDocument, cleaned, lay_out
from index.formats.folder import ASTRAY, NO_FILE, TEXT_SUFFIXES, FoundFile, state_of
from index.model import Document
from index.values import replace

# The longest book known to public libraries is under 10 MB of text; a larger text is a data dump.
LARGEST_TEXT = 20_000_000  # bytes
_TRIES = 3  # at a file that changes while it is read
_AT_ONCE = 1 << 20  # bytes
# Files people have beside documents, with what to do about them.
_INSTEAD = {
    **dict.fromkeys((".doc", ".dot", ".wps"), "it is an old Word file; save it as DOCX or PDF"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers"), "it is a table; save it as CSV"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), "it is a presentation; save it as PDF"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".heic"), "it is a picture"),
    **dict.fromkeys((".mp3", ".wav", ".m4a", ".mp4", ".mov", ".avi", ".mkv"), "it is a recording"),
    **dict.fromkeys((".zip", ".rar", ".7z", ".tar", ".tgz"), "it is an archive; unpack it first"),
}


def open_document(found: FoundFile) -> ReadDocument:
    """Return the document in a file of a library. Raises UnreadableDocument with the reason."""
    if found.file.endswith("/"):
        raise UnreadableDocument("the folder cannot be listed: permission denied")
    if found.size == ASTRAY:
        raise UnreadableDocument("it is a link that leads to no file of the library")
    if found.size == NO_FILE:
        raise UnreadableDocument("it is a device or a pipe and no file")
    key, data = _bytes_of(found)
    return _document_of(found.file, key, data)


def document_of(name: str, data: bytes) -> ReadDocument:
    """Return the document in a file that somebody sent, called by the last part of its name only.

    Raises UnreadableDocument with the reason.
    """
    file = PurePosixPath(name.replace("\\", "/")).name.lstrip(".")
    if not file:
        raise UnreadableDocument("it has no name")
    key = _format_of(data, file)
    _check_size(len(data), key)
    return _document_of(file, key, data)


def _bytes_of(found: FoundFile) -> tuple[str | None, bytes]:
    """Return the module of a file's format, None for a text, and its bytes as they were at one moment."""
    for _ in range(_TRIES):
        try:
            opened = os.open(found.place, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            raise UnreadableDocument(f"cannot be opened: {error.strerror or error}") from error
        try:
            before = os.fstat(opened)
            if not stat.S_ISREG(before.st_mode):
                raise UnreadableDocument("it is a device or a pipe and no file")
            from index.formats.registry import HEAD

            data = os.read(opened, HEAD)
            key = _format_of(data, found.file)
            _check_size(before.st_size, key)
            data = _rest(opened, data, before.st_size)
            after = os.fstat(opened)
        except OSError as error:
            raise UnreadableDocument(f"cannot be read: {error.strerror or error}") from error
        finally:
            os.close(opened)
        if after.st_size == before.st_size == len(data) and state_of(after) == state_of(before):
            return key, data
    raise UnreadableDocument("it changes while it is read; try again")


def _rest(opened: int, data: bytes, size: int) -> bytes:
    """Return the first ``size`` bytes of an open file, and one more where there are more."""
    pieces = [data]
    left = size + 1 - len(data)
    while left > 0 and (piece := os.read(opened, min(left, _AT_ONCE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _format_of(data: bytes, file: str) -> str | None:
    """Return the module of a file's format, None for a text. Raises UnreadableDocument for any other."""
    from index.formats.registry import HEAD, format_of

    suffix = PurePosixPath(file).suffix.lower()
    key = format_of(data[:HEAD], suffix)
    if key is None and suffix not in TEXT_SUFFIXES:
        raise UnreadableDocument(_INSTEAD.get(suffix, "its format is not read"))
    return key


def _check_size(size: int, key: str | None) -> None:
    from index.formats.registry import formats

    largest = formats()[key].largest if key else LARGEST_TEXT
    if size > largest:
        raise UnreadableDocument(
            f"{size / 1e6:.0f} MB is more than the {largest / 1e6:.0f} MB a document may have;"
            " split it into smaller files"
        )


def _document_of(file: str, key: str | None, data: bytes) -> ReadDocument:
    import hashlib  # takes 3 ms, and a question reads no files

    fingerprint = hashlib.sha256(data).hexdigest()
    if key is None:
        text, encoding = decode(data)
        if not text.strip():
            raise UnreadableDocument("it is empty")
        return ReadDocument(Document(file, text, encoding, fingerprint))
    if not data:
        raise UnreadableDocument("it is empty")
    extracted = _extracted(key, data, PurePosixPath(file).name)
    text, parts = lay_out(extracted)
    return ReadDocument(Document(file, text, key, fingerprint), parts, extracted.remarks, extracted.kept)


def _extracted(key: str, data: bytes, name: str) -> Extracted:
    """Return what a format's reader makes of a file: in a process of its own, but for what costs little."""
    from index.formats.child import read_apart, read_here
    from index.formats.registry import formats

    if len(data) > formats()[key].harmless:
        return read_apart(key, data, name)
    extracted = read_here(key, data, name)
    extracted = replace(extracted, parts=cleaned(extracted.parts))
    if not extracted.parts:
        raise UnreadableDocument("it holds no text")
    return extracted
