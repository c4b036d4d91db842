"""The indexes of a library's generations: made, copied, locked, put in force, retired, deleted."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from index.errors import EngineError, NotPublished
from index.opensearch.about import LIBRARY
from index.opensearch.connection import Connection
from index.opensearch.layout import (
    about_body,
    about_of,
    alias_of,
    generation_prefix,
    lease_of,
    paragraphs_body,
)
from index.values import frozen

KEPT_S = 600  # for which a retired generation stays: whoever reads it has looked again long before
_OPERATION_S = 120  # for a clone or the making of an index, in a cluster under load
LONG: dict[str, Any] = {"request_timeout": _OPERATION_S}


@frozen
class InForce:
    """The generation that the aliases name."""

    generation: str  # its index of paragraphs
    library: str  # what it says of itself, packed


def in_force(connection: Connection) -> InForce | None:
    """Return the generation in force, None where the library is not published.

    Asks for a document through the alias: all that a user with the right to read alone may do.
    """
    alias = about_of(alias_of(connection.options.name))
    try:
        found = connection.get(alias, f"{LIBRARY}-0")
    except NotPublished:
        return None
    if found is None:
        return None
    return InForce(str(found["_index"]).removesuffix("-about"), found["_source"]["data"])


def generation_in_force(connection: Connection) -> str | None:
    """Return the index of paragraphs in force, None where the library is not published."""
    found = in_force(connection)
    return found.generation if found else None


class Generations:
    """The generations of one library; for who holds its lease."""

    def __init__(self, connection: Connection, shards: int, replicas: int) -> None:
        self._connection, self._shards, self._replicas = connection, shards, replicas
        self._name = connection.options.name

    def new_name(self) -> str:
        """Return a name that no generation has had."""
        return f"{generation_prefix(self._name)}{int(time.time())}-{secrets.token_hex(4)}"

    def create(self, generation: str, mean: float) -> bool:
        """Make the two indexes of a generation.

        Returns False where the engine runs no scripts, so that its own score orders the passages.
        """
        proven = self._made(generation, self._body(mean, proven=True))
        if not proven and not self._made(generation, self._body(mean, proven=False)):
            raise EngineError("OpenSearch cannot make an index for the library")
        about = about_body(replicas=self._replicas)
        self._made(about_of(generation), about)
        return proven

    def _body(self, mean: float, *, proven: bool) -> dict[str, Any]:
        return paragraphs_body(mean, shards=self._shards, replicas=self._replicas, proven=proven)

    def _made(self, index: str, body: Mapping[str, Any]) -> bool:
        """Make an index; return False where its score is refused."""
        answer = self._connection.do(
            lambda client: client.indices.create(index=index, body=body, ignore=400, **LONG)
        )
        reason = str(answer.get("error", ""))
        return not reason or "resource_already_exists" in reason

    def copy(self, current: str, generation: str) -> None:
        """Copy the generation in force under a new name: hard links, no copy of data."""
        self._lock(f"{current},{about_of(current)}")
        pairs = ((current, generation), (about_of(current), about_of(generation)))
        with ThreadPoolExecutor(len(pairs), thread_name_prefix="copying") as pool:
            for copied in [pool.submit(self._clone, *pair) for pair in pairs]:
                copied.result()
        self._wait_until_started(f"{generation},{about_of(generation)}")

    def _clone(self, current: str, target: str) -> None:
        """Copy an index, and wait until its first shards are there."""
        settings = {"settings": {"index.blocks.write": None, "index.number_of_replicas": self._replicas}}
        answer = self._connection.do(
            lambda client: client.indices.clone(
                index=current, target=target, body=settings, ignore=400, **LONG
            )
        )
        if "error" in answer and "resource_already_exists" not in str(answer["error"]):
            raise EngineError(f"OpenSearch cannot copy the published library: {str(answer['error'])[:200]}")

    def _lock(self, indexes: str) -> None:
        """Let nobody write into finished indexes; a copy can be made of such only."""
        locked = {"index.blocks.write": True}
        self._connection.do(lambda client: client.indices.put_settings(index=indexes, body=locked))

    def _wait_until_started(self, indexes: str) -> None:
        answer = self._connection.do(
            lambda client: client.cluster.health(
                index=indexes,
                wait_for_status="yellow",
                timeout=f"{_OPERATION_S - 10}s",
                **LONG,
            )
        )
        if answer["timed_out"]:
            raise EngineError("OpenSearch did not start the new copy of the library in time")

    def put_in_force(self, generation: str, current: str | None) -> None:
        """Lock the new generation, then move both aliases in one request, which happens whole or not."""
        self._lock(f"{generation},{about_of(generation)}")
        alias = alias_of(self._name)
        actions: list[dict[str, Any]] = [
            {"add": {"index": generation, "alias": alias}},
            {"add": {"index": about_of(generation), "alias": about_of(alias)}},
        ]
        if current:
            actions += [
                {"remove": {"index": current, "alias": alias}},
                {"remove": {"index": about_of(current), "alias": about_of(alias)}},
            ]
            self._retire(current)
        try:
            self._connection.once(lambda client: client.indices.update_aliases(body={"actions": actions}))
        except EngineError:
            if generation_in_force(self._connection) != generation:  # the answer was lost, the deed was done
                raise

    def _retire(self, generation: str) -> None:
        """Note when a generation went out of force; one that is still in force is never removed."""
        body = {"retired": int(time.time() * 1000)}
        self._connection.do(lambda client: client.index(index=lease_of(self._name), id=generation, body=body))

    def remove_leftovers(self, current: str | None) -> None:
        """Delete generations that were never finished, and retired ones that nobody reads any more."""
        pattern = f"{generation_prefix(self._name)}*"
        there: Mapping[str, Any] = self._connection.do(
            lambda client: client.indices.get_alias(index=pattern, ignore=404)
        )
        for index in sorted(there):
            generation = index.removesuffix("-about")
            if (
                not index.startswith(generation_prefix(self._name))
                or generation == current
                or there[index]["aliases"]
            ):
                continue
            note = self._connection.get(lease_of(self._name), generation)
            retired = note["_source"].get("retired", 0) if note else 0
            if time.time() * 1000 - retired > KEPT_S * 1000:
                self._delete(index)

    def _delete(self, index: str) -> None:
        self._connection.do(lambda client: client.indices.delete(index=index, ignore=404, **LONG))
