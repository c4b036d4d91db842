"""A generation of a library in OpenSearch: written aside, counted, and put in force by one request.

    lease -> leftovers removed -> clone of the generation in force, or a new index -> changed rows
          -> refreshed and counted -> both aliases moved at once -> the one before kept for ten minutes

Whatever interrupts it, the aliases name a whole generation; what was left unfinished the next run removes.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from index.door import Exported
from index.embedded.embedded import EmbeddedIndex
from index.embedded.listing import PUBLISHED, Progress
from index.errors import EnginePartial
from index.model import Article
from index.opensearch.about import (
    FILES,
    About,
    Beside,
    about_documents,
    about_from,
    document_key,
    document_texts,
    editors_files,
)
from index.opensearch.bulk import write
from index.opensearch.chunks import Chunks
from index.opensearch.connection import Connection
from index.opensearch.generations import LONG, Generations, in_force
from index.opensearch.last_published import Differences, LastPublished, Row
from index.opensearch.layout import MEAN_ABOVE, ROWS, about_of, key_of
from index.opensearch.lease import Lease
from index.opensearch.sealed_rows import document_of, place_of
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
class _Update:
    """What is to be written into a copy of the generation in force, and deleted from it."""

    written: tuple[Row, ...]
    gone: tuple[str, ...]  # keys
    known: Differences | None  # where they come from what this machine published last


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
        self._last = LastPublished(index.generation.parent / PUBLISHED)

    def run(self, *, anew: bool) -> Published:
        """Publish, or find that all of it is published already."""
        found = in_force(self._connection)
        current = found.generation if found else None
        self._generations.remove_leftovers(current)
        about = about_from(found.library) if found and not anew else None
        state = state_of(self._index, self._library)
        if found and about is not None and about.state == state:
            return Published(found.generation, 0, 0, about.rows, about.proven, unchanged=True)
        new = self._new_about(state, about)
        update = self._update(found.generation, about) if found and about else None
        if found and about and update is not None:
            return self._bring_up_to_date(found.generation, new, update)
        return self._publish_all(current, new)

    def _new_about(self, state: str, about: About | None) -> About:
        """Return what the new generation says of itself, as if it were a copy of that of ``about``."""
        rows, origins = self._index.origin_sum()
        documents, _, sources = self._index.counts()
        return About(
            ROWS,
            ANALYSIS,
            state,
            self._index.size(),
            rows,
            origins,
            self._index.mean_length(),
            about.bound_mean if about else 0.0,
            about.proven if about else True,
            documents,
            sources,
        )

    def _publish_all(self, current: str | None, new: About) -> Published:
        """Publish every paragraph, into a new index."""
        proven = self._generations.create(self._new, new.mean)
        new = replace(new, proven=proven, bound_mean=new.mean * MEAN_ABOVE)
        every = zip(self._index.export(), self._origins_here(), strict=True)
        write(self._connection, self._rows(every, new.rows))
        beside = self._beside(new)
        self._write_beside(chain(beside, document_texts(self._index, sorted(self._index.fingerprints()))))
        self._put_in_force(new, current)
        digests = {each.key: each.digest() for each in beside}
        self._last.record(self._new, None, self._origins_here(), digests)
        return Published(self._new, new.rows, 0, new.rows, proven)

    def _bring_up_to_date(self, current: str, new: About, update: _Update) -> Published:
        """Publish what has changed, into a copy of the generation in force, made meanwhile."""
        with ThreadPoolExecutor(1, thread_name_prefix="copying") as pool:
            copied = pool.submit(self._generations.copy, current, self._new)
            beside = self._beside(new)
            digests = {each.key: each.digest() for each in beside}
            before = self._last.beside() if update.known else {}
            files = dict(Chunks(self._connection, current).all(FILES))
            copied.result()
        items = self._index.numbered([row.number for row in update.written])
        rows = {row.key: row for row in update.written}
        written = self._rows(((item, rows[key_of(item.paragraph.id)]) for item in items), len(rows))
        gone = ({"_index": self._new, "_id": key} for key in update.gone)
        write(self._connection, chain(written, gone))
        marks = self._index.fingerprints()
        texts = document_texts(self._index, [file for file in marks if files.get(file) != marks[file]])
        changed = (each for each in beside if before.get(each.key) != digests[each.key])
        removed = [file for file in files if file not in marks]
        self._write_beside(chain(changed, texts), removed)
        self._put_in_force(new, current)
        if update.known:
            self._last.record(self._new, update.known.stale, update.known.fresh, digests)
        else:
            self._last.record(self._new, None, self._origins_here(), digests)
        return Published(self._new, len(update.written), len(update.gone), new.rows, new.proven)

    @cached_property
    def _articles(self) -> Sequence[Article]:
        return self._index.articles()

    def _beside(self, new: About) -> list[Beside]:
        return list(about_documents(self._index, self._library, new, self._articles))

    def _rows(self, items: Iterable[tuple[Exported, Row]], count: int) -> Iterator[Mapping[str, Any]]:
        """Yield the writing of paragraphs, and look at the lease now and then."""
        articles = {article.id: article.number for article in self._articles}
        for done, (item, row) in enumerate(items, start=1):
            if done % _CHECKED_EVERY == 0:
                self._lease.check()
                if self._progress:
                    self._progress(done, count, "publishing")
            place = place_of(item, articles[item.paragraph.article])
            yield {"_index": self._new, "_id": row.key, "_source": document_of(item, place, row.origin)}

    def _origins_here(self) -> Iterator[Row]:
        for number, paragraph, origin in self._index.origins():
            yield Row(number, key_of(paragraph), origin)

    def _update(self, current: str, about: About) -> _Update | None:
        """Return what differs from the generation in force; None where it is written anew."""
        if self._index.mean_length() > about.bound_mean:
            return None
        known = self._last.differences(current, self._index.generation)
        before = {row.key: row.origin for row in known.stale} if known else self._origins(current)
        written = []
        for row in known.fresh if known else self._origins_here():
            if before.pop(row.key, None) != row.origin:
                written.append(row)
        gone = before.keys() - {row.key for row in written}
        if max(len(written), len(gone)) > _MOST_CHANGED * about.rows:
            return None
        return _Update(tuple(written), tuple(gone), known)

    def _origins(self, generation: str) -> dict[str, int]:
        """Return what all published rows were made of, by their key."""
        wanted = {"_source": False, "docvalue_fields": ["origin"]}
        hits = self._connection.every_hit(generation, {"match_all": {}}, "place", _PAGE, wanted)
        return {hit["_id"]: int(hit["fields"]["origin"][0]) for hit in hits}

    def _write_beside(self, documents: Iterable[Beside], removed: Iterable[str] = ()) -> None:
        """Write what is no paragraph, and delete the texts of files that are ``removed``."""
        name = about_of(self._new)
        written = ({"_index": name, "_id": each.key, "_source": each.source()} for each in documents)
        gone = ({"_index": name, "_id": f"{document_key(file)}-0"} for file in removed)
        write(self._connection, chain(written, gone))

    def _put_in_force(self, new: About, current: str | None) -> None:
        """Count what was written, and let the aliases name it."""
        self._check(new)
        self._lease.check()
        self._generations.put_in_force(self._new, current)

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
            self._last.forget()  # it may be that what changed was told wrongly
            raise EnginePartial(
                f"OpenSearch holds {rows} of {about.rows} paragraphs; run `quoth index` again"
            )


def same_sum(added: float, wanted: int) -> bool:
    """Whether a sum is the one that is wanted; an engine adds up in numbers that are rounded above 2**53.

    Some four million digests of 32 bits reach that; one that differs changes far more than is rounded.
    """
    return math.isclose(added, wanted, rel_tol=1e-14)
