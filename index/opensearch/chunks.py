"""Lists of a generation that are no paragraphs, read back from the documents they were packed into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from index.errors import EnginePartial, NotPublished
from index.opensearch.about import unpack
from index.opensearch.connection import Connection
from index.opensearch.layout import about_of


class Chunks:
    """What stands beside the paragraphs of a generation."""

    def __init__(self, connection: Connection, generation: str) -> None:
        self._connection, self._index = connection, about_of(generation)

    def first(self, key: str) -> Any:
        """Return the first value of a list."""
        part: list[Any] = self._chunk(f"{key}-0")
        return part[0]

    def all(self, key: str) -> list[Any]:
        """Return all values of a list. Raises NotPublished, EnginePartial."""
        values: list[Any] = []
        number = 0
        while (part := self._chunk(f"{key}-{number}")) is not None:
            values += part
            number += 1
        return values

    def each(self, keys: Sequence[str]) -> Iterator[list[Any]]:
        """Yield all values of several lists, in one request where these are short."""
        both = [f"{key}-{number}" for key in keys for number in (0, 1)]
        parts = [_unpacked(found) for found in self._connection.many(self._index, both, ["data"])]
        for key, first, second in zip(keys, parts[::2], parts[1::2], strict=True):
            yield first if second is None else self.all(key)

    def _chunk(self, key: str) -> Any:
        """Return a part of a list, None behind its last."""
        found = self._connection.get(self._index, key)
        if found is None:
            raise NotPublished("the published library is not whole; run `quoth index` again")
        return _unpacked(found)


def _unpacked(found: Mapping[str, Any]) -> Any:
    try:
        return unpack(found["_source"]["data"])
    except ValueError as error:
        raise EnginePartial(f"{error}; run `quoth index --rebuild`") from error
