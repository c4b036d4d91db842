"""What is kept from one question to the next, up to some bytes."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values by their keys; the oldest go when all take more than ``most`` bytes. Safe in threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[Hashable, tuple[Value, int]] = {}
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        """Return the value, None if it is not kept."""
        held = self._held.get(key)
        return None if held is None else held[0]

    def put(self, key: Hashable, value: Value, size: int) -> Value:
        """Keep a value of ``size`` bytes and return it."""
        with self._lock:
            self._bytes += size - self._held.pop(key, (value, 0))[1]
            self._held[key] = value, size
            while self._bytes > self._most:
                self._bytes -= self._held.pop(next(iter(self._held)))[1]
        return value
