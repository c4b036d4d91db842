"""Requests to OpenSearch: repeated where that may help, one clear sentence where it does not.

An answer is whole or an error: timed-out searches, failed shards and bodies that do not parse are errors.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from index.errors import (
    EngineBusy,
    EngineError,
    EngineFull,
    EnginePartial,
    EngineRefused,
    EngineUnreachable,
    NotPublished,
    SettingsError,
)
from index.opensearch.engine_options import Options

Result = TypeVar("Result")

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.05, 1.0  # between repetitions; each is twice the one before
_ATTEMPTS_PER_TIMEOUT = 3  # a host that hangs leaves time for two others
_CONNECTIONS = 8  # a bot searches in four threads at once
NO_WRITES = "OpenSearch takes no writes: its disk is nearly full, or the index is locked; nothing was changed"
_MAY_PASS = frozenset({429, 500, 502, 503, 504})  # states of a cluster that mends itself


class Connection:
    """A client of a cluster; safe in threads."""

    def __init__(self, options: Options) -> None:
        try:
            from opensearchpy import OpenSearch  # 0.2 s, paid by who uses it
        except ImportError as error:
            raise SettingsError(
                "QUOTH_INDEX is opensearch, and its client is not installed: pip install 'quoth[opensearch]'"
            ) from error

        logging.getLogger("opensearch").setLevel(logging.CRITICAL)  # its warnings repeat what is raised here
        self.options = options
        tls: dict[str, Any] = {}
        if options.urls[0].startswith("https"):
            tls = {"verify_certs": True, "ca_certs": str(options.ca) if options.ca else None}
        self._client = OpenSearch(
            list(options.urls),
            http_auth=(options.user, options.password.reveal() if options.password else "")
            if options.user
            else None,
            max_retries=0,  # repeated here, within one bound of time
            pool_maxsize=_CONNECTIONS,  # of each host; its default keeps one, whatever the number of threads
            timeout=options.timeout / _ATTEMPTS_PER_TIMEOUT,
            **tls,
        )

    def get(self, index: str, key: str) -> Mapping[str, Any] | None:
        """Return a document with ``_index`` and ``_source``; None where there is none of that key.

        Raises NotPublished where there is no such index.
        """
        return self._whole(
            lambda client: client.get(index=index, id=key, ignore=404), lambda got: _found(got, index)
        )

    def many(self, index: str, keys: Sequence[str], fields: Sequence[str]) -> list[Mapping[str, Any]]:
        """Return the documents of some keys, every one of them, in their order."""
        got = self._whole(
            lambda client: client.mget(index=index, body={"ids": list(keys)}, _source=list(fields)),
            _no_errors,
        )
        documents = got["docs"]
        if not all(each.get("found") for each in documents):
            raise EnginePartial("OpenSearch lost paragraphs of the library; run `quoth index` again")
        return list(documents)

    def search(self, index: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the whole answer to a search. Raises EnginePartial where shards failed."""
        return self._whole(
            lambda client: client.search(
                index=index, body=body, params={"allow_partial_search_results": "false"}
            ),
            _no_failed_shards,
        )

    def every_hit(
        self, index: str, query: Mapping[str, Any], sort: str, page: int, wanted: Mapping[str, Any]
    ) -> Iterator[Mapping[str, Any]]:
        """Yield all hits in the order of a field whose values differ, ``page`` of them in one request.

        ``wanted`` says what comes with each. Raises EnginePartial where shards failed.
        """
        body = {"size": page, "query": query, "sort": [sort], "track_total_hits": False, **wanted}
        while True:
            hits = self.search(index, body)["hits"]["hits"]
            yield from hits
            if len(hits) < page:
                return
            body["search_after"] = hits[-1]["sort"]

    def do(self, work: Callable[[Any], Result]) -> Result:
        """Return what ``work`` makes of the client; repeated within the timeout where that may help."""
        done: Result = self._whole(work, lambda result: result)
        return done

    def once(self, work: Callable[[Any], Result]) -> Result:
        """Return what ``work`` makes of the client at the first try; for what must not be done twice."""
        try:
            result: Result = work(self._client)
        except Exception as error:
            raise explained(error, self.options) from error
        return result

    def _whole(self, work: Callable[[Any], Any], check: Callable[[Any], Result]) -> Result:
        until, pause = time.monotonic() + self.options.timeout, _FIRST_PAUSE_S
        while True:
            try:
                checked: Result = check(work(self._client))
            except Exception as error:
                raised = error if isinstance(error, EngineError) else explained(error, self.options)
                if not _may_pass(error) or time.monotonic() + pause > until:
                    raise raised from error
                time.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_S)
            else:
                return checked

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def _found(got: Mapping[str, Any], index: str) -> Mapping[str, Any] | None:
    if "error" in got:
        raise NotPublished(f"there is no published library {index.removesuffix('-about')!r} in OpenSearch")
    return got if got.get("found") else None


def _no_errors(got: Mapping[str, Any]) -> Mapping[str, Any]:
    for document in got["docs"]:
        if "error" in document:
            kind = str(document["error"].get("type"))
            if kind == "index_not_found_exception":
                raise NotPublished("the library was published anew; ask again")
            raise EnginePartial(f"OpenSearch could not read a paragraph ({kind})")
    return got


def _no_failed_shards(got: Mapping[str, Any]) -> Mapping[str, Any]:
    shards = got["_shards"]
    if (
        got["timed_out"]
        or shards["failed"]
        or shards["successful"] + shards.get("skipped", 0) < shards["total"]
    ):
        raise EnginePartial(
            "OpenSearch answered from a part of the library only; nothing is quoted from that"
        )
    return got


def _may_pass(error: Exception) -> bool:
    """Whether the same request may succeed a moment later."""
    from opensearchpy.exceptions import ConnectionError as Lost
    from opensearchpy.exceptions import SerializationError, SSLError, TransportError

    if isinstance(error, EnginePartial | SerializationError):
        return True
    if isinstance(error, SSLError):
        return False
    if isinstance(error, Lost):
        return True
    if isinstance(error, TransportError):
        return error.status_code in _MAY_PASS and not is_block(error)
    # a body that ends early reaches us as an answer without its keys
    return isinstance(error, KeyError | TypeError | ValueError | OSError)


def is_block(error: Exception) -> bool:
    """Whether an error tells of an index that takes no writes; in flood stage its status is that of haste."""
    return "cluster_block_exception" in str(error)


def explained(error: Exception, options: Options) -> EngineError:
    """Return what went wrong as one sentence that a user can act on; it holds no password."""
    from opensearchpy.exceptions import ConnectionError as Lost
    from opensearchpy.exceptions import ConnectionTimeout, SerializationError, SSLError, TransportError

    where = ", ".join(options.urls)
    if isinstance(error, SSLError):
        return EngineRefused(
            f"the certificate of {where} is not trusted; QUOTH_OPENSEARCH_CA names those that are"
        )
    if isinstance(error, ConnectionTimeout):
        return EngineUnreachable(f"OpenSearch at {where} did not answer within {options.timeout:g} seconds")
    if isinstance(error, Lost | OSError):
        return EngineUnreachable(f"OpenSearch cannot be reached at {where}")
    if isinstance(error, TransportError):
        return _by_status(error, where)
    if isinstance(error, SerializationError | KeyError | TypeError | ValueError):
        return EnginePartial(f"OpenSearch at {where} gave an answer that cannot be read")
    raise error


_BY_STATUS: Mapping[int, tuple[type[EngineError], str]] = {
    401: (EngineRefused, "OpenSearch at {where} does not know this user or password"),
    403: (EngineRefused, "the user may not do this in OpenSearch at {where}"),
    404: (NotPublished, "there is no such library in OpenSearch at {where}; `quoth index` publishes one"),
    409: (EngineBusy, "another process changed the published library at the same time"),
    429: (EngineUnreachable, "OpenSearch is too busy to answer; ask again in a moment"),
    503: (EngineUnreachable, "a part of the published library is out of reach (the cluster is red)"),
}


def _by_status(error: Any, where: str) -> EngineError:
    if is_block(error):
        return EngineFull(NO_WRITES)
    if error.status_code in _BY_STATUS:
        kind, text = _BY_STATUS[error.status_code]
        return kind(text.format(where=where))
    return EngineError(f"OpenSearch at {where} answered {error.status_code} ({str(error.error)[:200]})")
