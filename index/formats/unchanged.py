"""Whether what was read of a file still stands in it: words that have left their file are not quoted."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from index.model import Document

_AT_ONCE = 1 << 20  # bytes


def is_unchanged(library: Path, document: Document) -> bool:
    """Return whether a document's file in a library holds the bytes from which the document was read."""
    digest = hashlib.sha256()
    try:
        opened = os.open(library / document.file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):  # gone, or a name that had to be spelled out
        return False
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return False
        while piece := os.read(opened, _AT_ONCE):
            digest.update(piece)
    except OSError:
        return False
    finally:
        os.close(opened)
    return digest.hexdigest() == document.fingerprint
