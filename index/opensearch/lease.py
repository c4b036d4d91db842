"""One publisher of a library at a time, told without comparing clocks of different machines.

Who publishes writes a note and renews it every few seconds; every renewal has a new number. Who finds a
note watches it: if it is renewed, somebody is at work; if not, whoever wrote it has died, and its note is
taken over under the number that was seen, which only one can do.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from types import TracebackType
from typing import Any, Self

from index.errors import EngineBusy, EngineError
from index.opensearch.connection import Connection
from index.opensearch.layout import lease_of

_RENEWAL_S = 2.0
_WATCHED_S = 6.0  # three renewals: a publisher that is only slow is not taken for dead
_KEY = "lease"


class Lease:
    """The right to publish a library, held while the ``with`` block runs. Raises EngineBusy."""

    def __init__(self, connection: Connection, name: str, *, watched: float | None = None) -> None:
        self._connection, self._index = connection, lease_of(name)
        self._watched = _WATCHED_S if watched is None else watched
        self._owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._renewals = 0
        self._held: tuple[int, int] = (0, 0)  # sequence number and primary term of the note
        self._ended = threading.Event()
        self._lost: EngineError | None = None
        self._thread = threading.Thread(target=self._renew, daemon=True, name="lease")

    def __enter__(self) -> Self:
        self._create_index()
        if not self._write(op_type="create"):
            self._take_over()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()
        number, term = self._held
        try:
            self._connection.once(
                lambda client: client.delete(
                    index=self._index, id=_KEY, if_seq_no=number, if_primary_term=term, ignore=(404, 409)
                )
            )
        except EngineError:
            if kind is None:
                raise

    def check(self) -> None:
        """Raise EngineBusy when the lease was lost, as to somebody who took this publisher for dead."""
        if self._lost is not None:
            raise EngineBusy(f"the right to publish was lost: {self._lost}") from self._lost

    def _create_index(self) -> None:
        body = {
            "settings": {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}},
            "mappings": {
                "dynamic": "strict",
                "properties": {
                    "owner": {"type": "keyword"},
                    "renewals": {"type": "long"},
                    "retired": {"type": "long"},  # milliseconds since 1970 by the clock of who retired it
                },
            },
        }
        self._connection.do(lambda client: client.indices.create(index=self._index, body=body, ignore=400))

    def _write(self, **conditions: Any) -> bool:
        """Write the note; return False where somebody else's stands there.

        A repeated request may meet the note that its first try wrote: that is this publisher's own.
        """
        self._renewals += 1
        body = {"owner": self._owner, "renewals": self._renewals}
        answer = self._connection.do(
            lambda client: client.index(
                index=self._index, id=_KEY, body=body, params=dict(conditions), ignore=409
            )
        )
        if answer.get("status") == 409:
            note = self._note()
            if note is None or note["_source"]["owner"] != self._owner:
                return False
            answer = note
        self._held = answer["_seq_no"], answer["_primary_term"]
        return True

    def _take_over(self) -> None:
        """Take the note of a publisher that renews it no more. Raises EngineBusy."""
        seen = self._note()
        until = time.monotonic() + self._watched
        while seen is not None and time.monotonic() < until:
            time.sleep(min(0.5, self._watched))
            now = self._note()
            if now is not None and now["_seq_no"] != seen["_seq_no"]:
                raise EngineBusy(f"another process is publishing this library ({now['_source']['owner']})")
            seen = now
        taken = (
            self._write(op_type="create")
            if seen is None
            else self._write(if_seq_no=seen["_seq_no"], if_primary_term=seen["_primary_term"])
        )
        if not taken:
            raise EngineBusy("another process began to publish this library")

    def _note(self) -> Any:
        return self._connection.get(self._index, _KEY)

    def _renew(self) -> None:
        last = time.monotonic()
        while not self._ended.wait(_RENEWAL_S):
            number, term = self._held
            try:
                if not self._write(if_seq_no=number, if_primary_term=term):
                    self._lost = EngineBusy("somebody else took it")
                    return
                last = time.monotonic()
            except EngineError as error:
                if time.monotonic() - last > self._watched:  # others may take this publisher for dead
                    self._lost = error
                    return
