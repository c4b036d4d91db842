"""Memory that was freed goes back to the system: a process that runs for months does not grow.

The C library of most Linux systems keeps an arena for each of several threads, and in each of them what was
freed among what is held. Elsewhere nothing of this is there, and nothing is done.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_ARENAS = 2  # one thread works at a time: more would only be more to keep
_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD
# Bytes from which memory goes back as soon as it is freed: a document that is sent, not what a search needs.
# Left to itself the C library keeps such memory once one has been freed.
_LARGE = 4 << 20


def keep_little() -> None:
    """Let all threads share few arenas and keep nothing large; to be called before they are started."""
    with suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, _ARENAS)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Give the system what was freed."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
