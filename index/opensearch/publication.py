"""A generation of a library in OpenSearch: written aside, counted, and put in force by one request.

    lease -> leftovers removed -> clone of the generation in force, or a new index -> changed rows
          -> refreshed and counted -> both aliases moved at once -> the one before kept for ten minutes

Whatever interrupts it, the aliases name a whole generation; what was left unfinished the next run removes.
"""

from __future__ import annotations

import secrets
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from index.door import Exported
from index.embedded.embedded import EmbeddedIndex
from index.embedded.listing import FORMAT, Progress
from index.errors import EngineError, EnginePartial, NotPublished
from index.opensearch.about import FILES, LIBRARY, About, about_documents, editors_files, new_about, unpack
from index.opensearch.bulk import write
from index.opensearch.chunks import Chunks
from index.opensearch.connection import Connection
from index.opensearch.layout import (
    MEAN_ABOVE,
    about_body,
    about_of,
    alias_of,
    generation_prefix,
    key_of,
    lease_of,
    paragraphs_body,
)
from index.opensearch.lease import Lease
from index.opensearch.sealed_rows import document_of, place_of, read_as
from index.text.terms import ANALYSIS
from index.values import frozen, replace

KEPT_S = 600  # for which a retired generation stays: whoever reads it has looked again long before
_MOST_CHANGED = 0.2  # of all rows; with more, writing anew costs less than a clone with graves in it
_CHECKED_EVERY = 1_000  # rows between two looks at the lease
_PAGE = 5_000  # rows of a look at what is published; engines give 10,000 at most
_OPERATION_S = 120  # for a clone or the making of an index, in a cluster under load
_LONG: dict[str, Any] = {"request_timeout": _OPERATION_S}


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


def generation_in_force(connection: Connection) -> str | None:
    """Return the index of paragraphs in force, None where the library is not published.

    Asks for a document through the alias: all that a user with the right to read alone may do.
    """
    alias = about_of(alias_of(connection.options.name))
    try:
        found = connection.get(alias, f"{LIBRARY}-0")
    except NotPublished:
        return None
    return None if found is None else str(found["_index"]).removesuffix("-about")


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
        self._progress, self._shards, self._replicas = progress, shards, replicas
        self._alias = alias_of(connection.options.name)
        self._new = f"{generation_prefix(connection.options.name)}{int(time.time())}-{secrets.token_hex(4)}"
        self._proven = True

    def run(self, *, anew: bool) -> Published:
        """Publish, or find that all of it is published already."""
        current = generation_in_force(self._connection)
        self._remove_leftovers(current)
        about = None if anew or current is None else self._about(current)
        state, mean = state_of(self._index, self._library), self._index.mean_length()
        if current and about is not None and about.state == state:
            return Published(current, 0, 0, about.rows, about.proven, unchanged=True)
        changes = self._changes(current, about) if current and about and mean <= about.bound_mean else None
        published: dict[str, str] | None = None
        if current and about and changes is not None:
            self._clone(current, self._new)
            self._clone(about_of(current), about_of(self._new))
            self._proven, bound_mean = about.proven, about.bound_mean
            items = self._index.numbered(changes.numbers)
            published = self._files(current)
        else:
            changes, bound_mean = self._everything(), mean * MEAN_ABOVE
            self._create(mean)
            items = self._index.export()
        new = new_about(self._index, state, mean=mean, bound_mean=bound_mean, proven=self._proven)
        new = replace(new, rows=len(changes.origins), origins=sum(changes.origins.values()))
        write(self._connection, self._actions(items, changes.origins))
        write(self._connection, ({"_index": self._new, "_id": key} for key in changes.gone))
        self._write_about(new, published)
        self._check(new)
        self._put_in_force(current)
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
        return about if (about.format, about.analysis) == (FORMAT, ANALYSIS) else None

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

    def _create(self, mean: float) -> None:
        """Make the index of paragraphs; where the engine runs no scripts, with its own score."""
        made = self._made(paragraphs_body(mean, shards=self._shards, replicas=self._replicas, proven=True))
        if not made:
            self._proven = False
            if not self._made(
                paragraphs_body(mean, shards=self._shards, replicas=self._replicas, proven=False)
            ):
                raise EngineError("OpenSearch cannot make an index for the library")

    def _made(self, body: Mapping[str, Any]) -> bool:
        """Make the index of paragraphs; return False where its score is refused."""
        answer = self._connection.do(
            lambda client: client.indices.create(index=self._new, body=body, ignore=400, **_LONG)
        )
        reason = str(answer.get("error", ""))
        return not reason or "resource_already_exists" in reason

    def _clone(self, current: str, target: str) -> None:
        """Copy an index in force under a new name: hard links, no copy of data."""
        self._lock(current)
        settings = {"settings": {"index.blocks.write": None, "index.number_of_replicas": self._replicas}}
        answer = self._connection.do(
            lambda client: client.indices.clone(
                index=current, target=target, body=settings, ignore=400, **_LONG
            )
        )
        if "error" in answer and "resource_already_exists" not in str(answer["error"]):
            raise EngineError(f"OpenSearch cannot copy the published library: {str(answer['error'])[:200]}")
        self._wait_until_started(target)

    def _lock(self, indexes: str) -> None:
        """Let nobody write into finished indexes; a copy can be made of such only."""
        locked = {"index.blocks.write": True}
        self._connection.do(lambda client: client.indices.put_settings(index=indexes, body=locked))

    def _wait_until_started(self, index: str) -> None:
        answer = self._connection.do(
            lambda client: client.cluster.health(
                index=index,
                wait_for_status="yellow",
                timeout=f"{_OPERATION_S - 10}s",
                **_LONG,
            )
        )
        if answer["timed_out"]:
            raise EngineError("OpenSearch did not start the new copy of the library in time")

    def _files(self, generation: str) -> dict[str, str]:
        """Return the fingerprints of the documents that a generation holds, by file."""
        return dict(Chunks(self._connection, generation).all(FILES))

    def _write_about(self, about: About, published: Mapping[str, str] | None) -> None:
        """Write all that is no paragraph; of documents those that are not ``published`` as they are."""
        name = about_of(self._new)
        if published is None:
            body = about_body(replicas=self._replicas)
            self._connection.do(
                lambda client: client.indices.create(index=name, body=body, ignore=400, **_LONG)
            )
        packed = about_documents(self._index, self._library, about, published or {})
        write(
            self._connection,
            ({"_index": name, "_id": key, "_source": {"data": data}} for key, data in packed),
        )

    def _check(self, about: About) -> None:
        """Raise where the new generation does not hold what was written."""
        self._lease.check()
        both = f"{self._new},{about_of(self._new)}"
        self._connection.do(lambda client: client.indices.refresh(index=both, **_LONG))
        body = {
            "size": 0,
            "track_total_hits": True,
            "aggs": {"origins": {"sum": {"field": "origin"}}},
        }
        found = self._connection.search(self._new, body)
        rows, origins = found["hits"]["total"]["value"], int(found["aggregations"]["origins"]["value"])
        if (rows, origins) != (about.rows, about.origins):
            raise EnginePartial(
                f"OpenSearch holds {rows} of {about.rows} paragraphs; run `quoth index` again"
            )

    def _put_in_force(self, current: str | None) -> None:
        """Lock the new generation, then move both aliases in one request, which happens whole or not."""
        self._lock(f"{self._new},{about_of(self._new)}")
        actions: list[dict[str, Any]] = [
            {"add": {"index": self._new, "alias": self._alias}},
            {"add": {"index": about_of(self._new), "alias": about_of(self._alias)}},
        ]
        if current:
            actions += [
                {"remove": {"index": current, "alias": self._alias}},
                {"remove": {"index": about_of(current), "alias": about_of(self._alias)}},
            ]
            self._retire(current)
        self._lease.check()
        try:
            self._connection.once(lambda client: client.indices.update_aliases(body={"actions": actions}))
        except EngineError:
            if generation_in_force(self._connection) != self._new:  # the answer was lost, the deed was done
                raise

    def _retire(self, generation: str) -> None:
        """Note when a generation went out of force; one that is still in force is never removed."""
        body = {"retired": int(time.time() * 1000)}
        self._connection.do(
            lambda client: client.index(
                index=lease_of(self._connection.options.name), id=generation, body=body
            )
        )

    def _remove_leftovers(self, current: str | None) -> None:
        """Delete generations that were never finished, and retired ones that nobody reads any more."""
        name = self._connection.options.name
        pattern = f"{generation_prefix(name)}*"
        there: Mapping[str, Any] = self._connection.do(
            lambda client: client.indices.get_alias(index=pattern, ignore=404)
        )
        for index in sorted(there):
            generation = index.removesuffix("-about")
            if (
                not index.startswith(generation_prefix(name))
                or generation == current
                or there[index]["aliases"]
            ):
                continue
            note = self._connection.get(lease_of(name), generation)
            retired = note["_source"].get("retired", 0) if note else 0
            if time.time() * 1000 - retired > KEPT_S * 1000:
                self._delete(index)

    def _delete(self, index: str) -> None:
        self._connection.do(lambda client: client.indices.delete(index=index, ignore=404, **_LONG))
