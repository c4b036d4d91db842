"""A generation of a library in OpenSearch: written aside, counted, and put in force by one request.

    lease -> leftovers removed -> clone of the generation in force, or a new index -> changed rows
          -> refreshed and counted -> both aliases moved at once -> the one before kept for ten minutes

Whatever interrupts it, the aliases name a whole generation; what was left unfinished the next run removes.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from index.door import Exported
from index.embedded.embedded import EmbeddedIndex
from index.embedded.listing import Progress
from index.errors import EnginePartial
from index.opensearch.about import FILES, LIBRARY, About, about_documents, editors_files, new_about, unpack
from index.opensearch.bulk import write
from index.opensearch.chunks import Chunks
from index.opensearch.connection import Connection
from index.opensearch.generations import LONG, Generations, generation_in_force
from index.opensearch.layout import (
    MEAN_ABOVE,
    ROWS,
    about_of,
    key_of,
)
from index.opensearch.lease import Lease
from index.opensearch.sealed_rows import document_of, place_of, read_as
from index.text.terms import ANALYSIS
from index.values import frozen, replace

_MOST_CHANGED = 0.2  # of all rows; with more, writing anew costs less than a clone with graves in it
_CHECKED_EVERY = 1_000  # rows between two looks at the lease
_PAGE = 5_000  # rows of a look at what is published; engines give 10,000 at most


@frozen
class Published:
    """What a publication did."""

    generation: str
    written: int  # rows
    removed: int  # rows
    rows: int  # all
    proven: bool
    unchanged: bool = False  # the library was published already


def publish(
    index: EmbeddedIndex,
    library: Path,
    connection: Connection,
    *,
    shards: int = 1,
    replicas: int = 0,
    progress: Progress | None = None,
    anew: bool = False,
) -> Published:
    """Publish the index of ``library`` under the name of the connection's options.

    Raises EngineBusy where another process does so, EngineFull, EngineRefused, EngineUnreachable; what was
    in force before stays so.
    """
    with Lease(connection, connection.options.name) as lease:
        return _Publication(index, library, connection, lease, progress, shards, replicas).run(anew=anew)


def state_of(index: EmbeddedIndex, library: Path) -> str:
    """Return a digest of what the index was made of, the editors' files included."""
    editors = repr(sorted(editors_files(library).items())).encode("utf-8", "surrogatepass")
    return f"{key_of(index.listing or '')}-{zlib.crc32(editors):08x}"


@frozen
class _Changes:
    """What the new generation holds, what of it is written, and what is deleted."""

    origins: dict[str, int]  # of all rows, by key
    numbers: list[int]  # of the rows to be written
    gone: list[str]  # keys


class _Publication:
    """One run; the lease is held all the while."""

    def __init__(
        self,
        index: EmbeddedIndex,
        library: Path,
        connection: Connection,
        lease: Lease,
        progress: Progress | None,
        shards: int,
        replicas: int,
    ) -> None:
        self._index, self._library, self._connection, self._lease = index, library, connection, lease
        self._progress = progress
        self._generations = Generations(connection, shards, replicas)
        self._new = self._generations.new_name()
        self._proven = True

    def run(self, *, anew: bool) -> Published:
        """Publish, or find that all of it is published already."""
        current = generation_in_force(self._connection)
        self._generations.remove_leftovers(current)
        about = None if anew or current is None else self._about(current)
        state, mean = state_of(self._index, self._library), self._index.mean_length()
        if current and about is not None and about.state == state:
            return Published(current, 0, 0, about.rows, about.proven, unchanged=True)
        changes = self._changes(current, about) if current and about and mean <= about.bound_mean else None
        published: dict[str, str] | None = None
        if current and about and changes is not None:
            self._generations.copy(current, self._new)
            self._proven, bound_mean = about.proven, about.bound_mean
            items = self._index.numbered(changes.numbers)
            published = self._files(current)
        else:
            changes, bound_mean = self._everything(), mean * MEAN_ABOVE
            self._proven = self._generations.create(self._new, mean)
            items = self._index.export()
        new = new_about(self._index, state, mean=mean, bound_mean=bound_mean, proven=self._proven)
        new = replace(new, rows=len(changes.origins), origins=sum(changes.origins.values()))
        write(self._connection, self._actions(items, changes.origins))
        write(self._connection, ({"_index": self._new, "_id": key} for key in changes.gone))
        self._write_about(new, published)
        self._check(new)
        self._lease.check()
        self._generations.put_in_force(self._new, current)
        return Published(self._new, len(changes.numbers), len(changes.gone), new.rows, self._proven)

    def _everything(self) -> _Changes:
        numbers, origins = [], {}
        for number, paragraph, origin in self._index.origins():
            numbers.append(number)
            origins[key_of(paragraph)] = origin
        return _Changes(origins, numbers, [])

    def _about(self, generation: str) -> About | None:
        found = self._connection.get(about_of(generation), f"{LIBRARY}-0")
        if found is None:
            return None
        try:
            about: About = read_as(About, unpack(found["_source"]["data"])[0])
        except (ValueError, TypeError, IndexError):
            return None  # of another version, with other fields: written anew
        return about if (about.format, about.analysis) == (ROWS, ANALYSIS) else None

    def _actions(self, items: Iterable[Exported], origins: Mapping[str, int]) -> Iterator[Mapping[str, Any]]:
        """Yield the writing of paragraphs, and look at the lease now and then."""
        articles = {article.id: article.number for article in self._index.articles()}
        for done, item in enumerate(items, start=1):
            if done % _CHECKED_EVERY == 0:
                self._lease.check()
                if self._progress:
                    self._progress(done, len(origins), "publishing")
            key = key_of(item.paragraph.id)
            place = place_of(item, articles[item.paragraph.article])
            yield {"_index": self._new, "_id": key, "_source": document_of(item, place, origins[key])}

    def _changes(self, current: str, about: About) -> _Changes | None:
        """Return what differs from the generation in force; None where nearly all does."""
        published = self._origins(current)
        changes = _Changes({}, [], [])
        for number, paragraph, origin in self._index.origins():
            key = key_of(paragraph)
            changes.origins[key] = origin
            if published.pop(key, None) != origin:
                changes.numbers.append(number)
        changes.gone.extend(published)
        most = _MOST_CHANGED * about.rows
        return changes if max(len(changes.numbers), len(changes.gone)) <= most else None

    def _origins(self, generation: str) -> dict[str, int]:
        """Return what all published rows were made of, by their key."""
        origins: dict[str, int] = {}
        after: list[Any] | None = None
        while True:
            body: dict[str, Any] = {
                "size": _PAGE,
                "query": {"match_all": {}},
                "sort": ["place"],
                "_source": False,
                "docvalue_fields": ["origin"],
                "track_total_hits": False,
            }
            if after:
                body["search_after"] = after
            hits = self._connection.search(generation, body)["hits"]["hits"]
            origins.update((hit["_id"], int(hit["fields"]["origin"][0])) for hit in hits)
            if len(hits) < _PAGE:
                return origins
            after = hits[-1]["sort"]

    def _files(self, generation: str) -> dict[str, str]:
        """Return the fingerprints of the documents that a generation holds, by file."""
        return dict(Chunks(self._connection, generation).all(FILES))

    def _write_about(self, about: About, published: Mapping[str, str] | None) -> None:
        """Write all that is no paragraph; of documents those that are not ``published`` as they are."""
        name = about_of(self._new)
        packed = about_documents(self._index, self._library, about, published or {})
        write(
            self._connection,
            ({"_index": name, "_id": key, "_source": {"data": data}} for key, data in packed),
        )

    def _check(self, about: About) -> None:
        """Raise where the new generation does not hold what was written."""
        self._lease.check()
        both = f"{self._new},{about_of(self._new)}"
        self._connection.do(lambda client: client.indices.refresh(index=both, **LONG))
        body = {
            "size": 0,
            "track_total_hits": True,
            "aggs": {"origins": {"sum": {"field": "origin"}}},
        }
        found = self._connection.search(self._new, body)
        rows, origins = found["hits"]["total"]["value"], found["aggregations"]["origins"]["value"]
        if rows != about.rows or not same_sum(origins, about.origins):
            raise EnginePartial(
                f"OpenSearch holds {rows} of {about.rows} paragraphs; run `quoth index` again"
            )


def same_sum(added: float, wanted: int) -> bool:
    """Whether a sum is the one that is wanted; an engine adds up in numbers that are rounded above 2**53.

    Some four million digests of 32 bits reach that; one that differs changes far more than is rounded.
    """
    return math.isclose(added, wanted, rel_tol=1e-14)
