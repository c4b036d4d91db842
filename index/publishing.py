"""Files that appear whole or not at all: written without a name, which they get at the end."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import IO


def nameless_file(folder: Path) -> IO[bytes]:
    """Open a new file in ``folder`` that has no name, so that nothing is left of it after a crash."""
    try:
        # not tempfile, whose O_EXCL forbids to give the file a name later
        descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)
    except (AttributeError, OSError):  # not on this system, or not on this file system
        return tempfile.TemporaryFile(dir=folder)
    return os.fdopen(descriptor, "w+b")


def publish(file: IO[bytes], path: Path) -> None:
    """Give a complete nameless file its name, in place of an older one, so that a crash leaves either.

    Where there is an older one, or the system cannot name a nameless file, it is known as a hidden file
    ``partial`` first, which a crash may leave behind and the next call replaces. Raises OSError.
    """
    file.flush()
    os.fsync(file.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        if path.exists() or not _named(file, path, folder):
            beside = partial(path)
            beside.unlink(missing_ok=True)
            if not _named(file, beside, folder):
                _copy(file, beside)
            beside.replace(path)
        os.fsync(folder)
    finally:
        os.close(folder)


def partial(path: Path) -> Path:
    """Return the name under which a file may be known for a moment before it replaces ``path``."""
    return path.with_name(f".{path.name}.partial")


def _named(file: IO[bytes], path: Path, folder: int) -> bool:
    """Whether a nameless file could be given a name that no other file has."""
    try:
        # src_dir_fd has no meaning for an absolute path; it makes the call follow the link
        os.link(f"/proc/self/fd/{file.fileno()}", path, src_dir_fd=folder, follow_symlinks=True)
    except OSError:
        return False
    return True


def _copy(file: IO[bytes], to: Path) -> None:
    file.seek(0)
    with to.open("wb") as copy:
        while data := file.read(1 << 20):
            copy.write(data)
        copy.flush()
        os.fsync(copy.fileno())
