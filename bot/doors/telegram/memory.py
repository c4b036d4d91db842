"""Memory that was freed goes back to the system: a process that runs for months does not grow.

The C library of most Linux systems keeps an arena for each of several threads, and in each of them what was
freed among what is held. Elsewhere nothing of this is there, and nothing is done.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_ARENAS = 2  # one thread works at a time: more would only be more to keep


def keep_little() -> None:
    """Let all threads share few arenas; to be called before they are started."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, _ARENAS)


def give_back() -> None:
    """Give the system what was freed."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
