"""Which formats are read, and which of them a file is: by its content, and only then by its name."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from index.formats.description import Format

HEAD = 8_192  # bytes of a file that tell its format


@cache
def formats() -> dict[str, Format]:
    """Return the formats by the names of their modules: every module here with a ``FORMAT``.

    The readers' libraries are imported when they are used, and only where they are.
    """
    found = {}
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        format_ = getattr(import_module(f"index.formats.{module.name}"), "FORMAT", None)
        if isinstance(format_, Format):
            found[module.name] = format_
    return found


@cache
def _by_suffix() -> dict[str, str]:
    return {suffix: key for key, format_ in formats().items() for suffix in format_.suffixes}


def format_of(head: bytes, suffix: str) -> str | None:
    """Return the name of the module that reads a file that begins like this, or None.

    The format its name promises is asked first, so that a file which may be of several is of that one.
    """
    promised = _by_suffix().get(suffix)
    if promised is not None and formats()[promised].looks(head, suffix):
        return promised
    for key, format_ in formats().items():
        if key != promised and format_.looks(head, suffix):
            return key
    return promised
