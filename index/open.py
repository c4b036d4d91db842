"""Which engine answers: the embedded index of a folder, or a library published in OpenSearch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from index.door import Index, Live
from index.values import frozen

if TYPE_CHECKING:
    from index.embedded.listing import Progress
    from index.opensearch.engine_options import Options
    from index.opensearch.publication import Published


@frozen
class LibraryAt:
    """Where a library is: a folder with the index made of it, or, with ``published``, an engine elsewhere."""

    library: Path
    index_dir: Path | None = None
    published: Options | None = None


def open_index(
    place: LibraryAt,
    *,
    progress: Progress | None = None,
    rebuild: bool = False,
    note: Callable[[str], None] | None = None,
) -> Index:
    """Return the index of a library.

    The embedded one is built when missing and brought up to date; a published one is read as it is, and
    nothing is ever written to it. Raises LibraryError, StoreError, EngineError.
    """
    if place.published is None:
        from index.embedded import open_library

        return open_library(place.library, place.index_dir, progress=progress, rebuild=rebuild, note=note)
    from index.opensearch.connection import Connection
    from index.opensearch.reader import open_published

    return open_published(Connection(place.published))


def open_live(
    place: LibraryAt,
    progress: Progress | None = None,
    note: Callable[[str], None] | None = None,
    *,
    patient: bool = False,
) -> Live:
    """Return the index of a library for a process that runs on. Raises as ``open_index``.

    Who is ``patient`` gets a published one that cannot be reached, too; then each use raises.
    """
    if place.published is None:
        from index.embedded.live import live_index

        return live_index(place.library, place.index_dir, progress, note)
    from index.opensearch.connection import Connection
    from index.opensearch.reader import LivePublished

    return LivePublished(Connection(place.published), patient=patient)


def editors_folder(place: LibraryAt, index: Index) -> Path:
    """Return the folder that holds the editors' files of a library (contested.toml)."""
    if place.published is None:
        return place.library
    from index.opensearch.reader import PublishedIndex
    from index.opensearch.reader import editors_folder as published_folder

    assert isinstance(index, PublishedIndex)  # noqa: S101 (what open_index returns for such a place)
    return published_folder(index)


def publish(
    place: LibraryAt,
    *,
    progress: Progress | None = None,
    rebuild: bool = False,
    shards: int = 1,
    replicas: int = 0,
) -> Published:
    """Bring the embedded index up to date and publish it. Raises as ``open_index``."""
    from index.embedded import open_library
    from index.opensearch.connection import Connection
    from index.opensearch.publication import publish as put_in_force

    assert place.published is not None  # noqa: S101 (asked by who publishes)
    connection = Connection(place.published)
    index = open_library(place.library, place.index_dir, progress=progress, rebuild=rebuild)
    return put_in_force(
        index, place.library, connection, progress=progress, anew=rebuild, shards=shards, replicas=replicas
    )
