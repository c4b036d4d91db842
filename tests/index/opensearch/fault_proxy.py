"""A proxy before a real server that spoils some of its answers, as networks and loaded clusters do."""

from __future__ import annotations

import http.client
import json
import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

FAULTS = ("429", "503", "hang", "cut", "garbled", "shards", "refused")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request as the target does, or not quite."""

    protocol_version = "HTTP/1.1"
    proxy: FaultProxy
    target: tuple[str, int]

    def handle_any(self) -> None:
        """Pass the request on and spoil its answer now and then."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = self.proxy.draw()
        if fault in {"429", "503"}:
            self._answer(int(fault), json.dumps({"error": {"type": "spoilt"}, "status": int(fault)}).encode())
        elif fault == "refused":
            self.close_connection = True
        else:
            status, data = self._forwarded(body)
            if fault == "hang":
                time.sleep(self.proxy.hang_s)
            if fault == "garbled":
                data = data[: len(data) // 2]
            if fault == "shards":
                data = with_a_failed_shard(data)
            self._answer(status, data, cut=fault == "cut")

    def _forwarded(self, body: bytes) -> tuple[int, bytes]:
        forward = http.client.HTTPConnection(*self.target, timeout=120)
        headers = {k: v for k, v in self.headers.items() if k.lower() not in {"host", "connection"}}
        forward.request(self.command, self.path, body, headers)
        got = forward.getresponse()
        data = got.read()
        forward.close()
        return got.status, data

    def _answer(self, status: int, data: bytes, *, cut: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data[: len(data) // 2] if cut else data)
        self.close_connection = self.close_connection or cut

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_any  # noqa: N815 (names of the base)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (name of the base)
        """Log nothing."""


class FaultProxy:
    """Passes requests on; of each hundred some are spoilt in one of several ways. Use it in a ``with``."""

    def __init__(self, target: str, share: float, seed: int = 1, hang_s: float = 1.5) -> None:
        self.share, self.hang_s = share, hang_s
        self.spoilt: dict[str, int] = dict.fromkeys(FAULTS, 0)
        self._chance = random.Random(seed)  # noqa: S311 (no secret)
        self._lock = threading.Lock()
        parts = urlsplit(target)
        handler = type("Handler", (_Handler,), {"proxy": self, "target": (parts.hostname, parts.port)})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """The address of the proxy."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def draw(self) -> str | None:
        """Return how the next request is spoilt, None for most."""
        with self._lock:
            if self._chance.random() >= self.share:
                return None
            fault = self._chance.choice(FAULTS)
            self.spoilt[fault] += 1
            return fault

    def __enter__(self) -> FaultProxy:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def with_a_failed_shard(data: bytes) -> bytes:
    """Return a search's answer as if one shard had failed: whole JSON, half of the hits."""
    try:
        answer = json.loads(data)
    except ValueError:
        return data
    if not isinstance(answer, dict) or "_shards" not in answer or "hits" not in answer:
        return data
    shards = answer["_shards"]
    shards["failed"], shards["successful"] = 1, max(0, shards["successful"] - 1)
    answer["hits"]["hits"] = answer["hits"]["hits"][::2]
    return json.dumps(answer).encode()
