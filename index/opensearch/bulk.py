"""Writes in portions: by bytes and by count; what is refused for haste goes again, anything else is told."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from index.errors import EngineError, EngineFull
from index.opensearch.connection import NO_WRITES, Connection
from index.opensearch.layout import encoded

_MOST_BYTES, _MOST_ACTIONS = (
    4_000_000,
    1_000,
)  # of a portion; engines refuse bodies of 10 MB and more by default
_LONGEST_HASTE_S = 60.0  # for which a portion is repeated when the engine is too busy
_PAUSE_S = 0.25
_ANSWERED = "items.*.status,items.*.error"  # all else that is said of each action would be as long as it
_AT_ONCE = 2  # portions under way: so the engine is never without work, and memory holds 12 MB of them

Line = tuple[str, ...]  # of one action: what to do, and the document where there is one


def write(connection: Connection, actions: Iterable[Mapping[str, Any]]) -> int:
    """Carry out actions (``_index``, ``_id``, and ``_source`` unless it is a deletion); return how many.

    While portions are on their way the next ones are made. Of one key there may be one action only.
    """
    done = 0
    sent: deque[Future[None]] = deque()
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="publishing") as pool:
        for portion in _portions(actions):
            if len(sent) == _AT_ONCE:
                sent.popleft().result()
            sent.append(pool.submit(_carry_out, connection, portion))
            done += len(portion)
        for each in sent:
            each.result()
    return done


def _portions(actions: Iterable[Mapping[str, Any]]) -> Iterator[list[Line]]:
    portion: list[Line] = []
    size = 0
    for action in actions:
        where = {"_index": action["_index"], "_id": action["_id"]}
        source = action.get("_source")
        line = (
            (encoded({"delete": where}),) if source is None else (encoded({"index": where}), encoded(source))
        )
        length = sum(map(len, line))
        if portion and (size + length > _MOST_BYTES or len(portion) == _MOST_ACTIONS):
            yield portion
            portion, size = [], 0
        portion.append(line)
        size += length
    if portion:
        yield portion


def _carry_out(connection: Connection, portion: list[Line]) -> None:
    """Write a portion, what was refused for haste again and again, until all of it is done."""
    until = time.monotonic() + _LONGEST_HASTE_S
    while True:
        body = "\n".join(part for line in portion for part in line) + "\n"
        answer = connection.do(_sending(body))
        refused = []
        for line, item in zip(portion, answer["items"], strict=True):
            ((deed, result),) = item.items()
            status = result["status"]
            if status < 300 or (deed == "delete" and status == 404):  # a repeated deletion finds nothing
                continue
            if status != 429 or "cluster_block" in json.dumps(result):
                raise _refusal(result)
            refused.append(line)
        if not refused:
            return
        if time.monotonic() > until:
            raise EngineError("OpenSearch is too busy to take the library; run `quoth index` again later")
        portion = refused
        time.sleep(_PAUSE_S)


def _sending(body: str) -> Callable[[Any], Any]:
    return lambda client: client.bulk(body=body, params={"filter_path": _ANSWERED})


def _refusal(result: Mapping[str, Any]) -> EngineError:
    error = result.get("error") or {}
    if "cluster_block" in json.dumps(error):
        return EngineFull(NO_WRITES)
    return EngineError(f"OpenSearch refused a paragraph: {str(error.get('reason', error))[:200]}")
