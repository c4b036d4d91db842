"""Lists of a generation that are no paragraphs, read back from the documents they were packed into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from index.errors import EnginePartial
from index.opensearch.about import unpack
from index.opensearch.connection import Connection
from index.opensearch.layout import about_of

_AT_ONCE = 2  # parts of a list that are asked for together: most have one, and the mark of its end
_LONGEST_END = 64  # characters of such a mark, packed

Packed = list[str]  # the parts of a list


class Chunks:
    """What stands beside the paragraphs of a generation."""

    def __init__(self, connection: Connection, generation: str) -> None:
        self._connection, self._index = connection, about_of(generation)

    def all(self, key: str) -> list[Any]:
        """Return all values of a list. Raises NotPublished, EnginePartial."""
        return values_of(next(self.each([key])))

    def each(self, keys: Sequence[str]) -> Iterator[Packed]:
        """Yield several lists as they are packed, in one request where these are short."""
        first = self._parts([f"{key}-{number}" for key in keys for number in range(_AT_ONCE)])
        for at, key in enumerate(keys):
            parts = first[_AT_ONCE * at : _AT_ONCE * (at + 1)]
            while not _is_end(parts[-1]):
                parts += self._parts([f"{key}-{len(parts)}"])
            yield parts[:-1]

    def _parts(self, keys: Sequence[str]) -> Packed:
        return [each["_source"]["data"] for each in self._connection.many(self._index, keys, ["data"])]


def values_of(packed: Packed) -> list[Any]:
    """Return the values of a list. Raises EnginePartial."""
    return [value for part in packed for value in unpacked(part)]


def unpacked(data: str) -> Any:
    """Return what was packed. Raises EnginePartial."""
    try:
        return unpack(data)
    except ValueError as error:
        raise EnginePartial(f"{error}; run `quoth index --rebuild`") from error


def _is_end(part: str) -> bool:
    return len(part) <= _LONGEST_END and unpacked(part) is None
