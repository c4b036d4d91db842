"""A strict Bot API server for tests: run it, and point a bot at it.

    python strict_server.py TOKEN [PORT]

Prints its port and serves on 127.0.0.1 until its standard input closes. ``/bot<token>/METHOD`` is the
API, ``/ctl/COMMAND`` lets a test write as a user, press buttons, plan faults and look at everything.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import threading
import time
from typing import Any

import tornado.httpserver
import tornado.netutil
import tornado.web
from strict_control import Control
from strict_faults import Faults
from strict_methods import Methods
from strict_push import Pusher
from strict_rules import TOKEN, Json, Refusal
from strict_store import Store

REFUSED = {
    "400": "Bad Request: ENTITIES_TOO_LONG",
    "401": "Unauthorized",
    "404": "Not Found",
    "500": "Internal Server Error",
}
PAGES = {
    "502": (502, "<html><body><h1>502 Bad Gateway</h1></body></html>"),
    "portal": (200, "<html><body>Welcome to the network</body></html>"),
    "empty": (200, "{}"),
}


class Api(tornado.web.RequestHandler):
    """One call of a method."""

    def initialize(self, methods: Methods, faults: Faults, token: str) -> None:
        """Receive what the server was made with."""
        self.methods, self.faults, self.token = methods, faults, token

    async def post(self, token: str, method: str) -> None:
        """Run a method, with whatever fault is due before or after it."""
        arguments = self._arguments()
        call: Json = {"at": time.monotonic(), "method": method, "arguments": arguments}
        self.methods.store.calls.append(call)
        fault = self.faults.due(method, arguments.get("chat_id"))
        call["fault"] = fault.kind if fault else None
        try:
            if fault and await self._before(fault.kind, fault.seconds):
                return
            result = await self._run(token, method, arguments)
            call["ok"] = True
            if fault and await self._after(fault.kind, fault.seconds):
                return
            self.write({"ok": True, "result": result})
        except Refusal as refusal:
            call["ok"], call["error"] = False, refusal.description
            self.set_status(refusal.code)
            body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
            if refusal.parameters:
                body["parameters"] = refusal.parameters
            self.write(body)

    get = post

    def _arguments(self) -> Json:
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            body: Json = json.loads(self.request.body or b"{}")
            return body
        found: Json = {}
        for key, files in self.request.files.items():
            body_of = files[0]["body"]
            found[key] = ("PNG:" if body_of.startswith(b"\x89PNG") else "FILE:") + files[0]["filename"]
        for key, values in self.request.arguments.items():
            text = values[-1].decode()
            found[key] = text
            with contextlib.suppress(ValueError):
                if text[:1] in "[{" or text in ("true", "false"):
                    found[key] = json.loads(text) if key not in ("text", "caption") else text
        return found

    async def _run(self, token: str, method: str, arguments: Json) -> Any:
        if not TOKEN.fullmatch(token):
            raise Refusal(404, "Not Found")
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        run = getattr(self.methods, f"do_{method.lower()}", None)
        if run is None:
            raise Refusal(404, "Not Found: method not found")
        result = run(arguments)
        return await result if asyncio.iscoroutine(result) else result

    async def _before(self, kind: str, seconds: float) -> bool:
        if kind == "429":
            raise Refusal(429, f"Too Many Requests: retry after {int(seconds)}", retry_after=int(seconds))
        if kind in REFUSED:
            raise Refusal(int(kind), REFUSED[kind])
        if kind in PAGES:
            status, page = PAGES[kind]
            self.set_status(status)
            await self.finish(page)
            return True
        if kind == "reset":
            self._cut()
            return True
        if kind == "hang":
            await asyncio.sleep(seconds)
            self._cut()
            return True
        return False

    async def _after(self, kind: str, seconds: float) -> bool:
        if kind in ("lost", "late"):  # done, but the answer never arrives
            await asyncio.sleep(seconds if kind == "late" else 0)
            self._cut()
            return True
        if kind in ("blank", "504"):  # done, but what comes back is a proxy's page
            self.set_status(504 if kind == "504" else 200)
            await self.finish("<html><body>It took too long</body></html>")
            return True
        if kind == "slow":
            await asyncio.sleep(seconds)
        return False

    def _cut(self) -> None:
        connection = self.request.connection
        if connection is not None:
            connection.stream.close()  # type: ignore[attr-defined]
        self._finished = True


class File(tornado.web.RequestHandler):
    """One file for download."""

    def initialize(self, methods: Methods, token: str) -> None:
        """Receive what the server was made with."""
        self.methods, self.token = methods, token

    def get(self, token: str, path: str) -> None:
        """Send the file."""
        if token != self.token or path not in self.methods.store.files:
            raise tornado.web.HTTPError(404)
        self.write(self.methods.store.files[path])


async def main(token: str, port: int) -> None:
    """Serve until standard input closes."""
    store, faults = Store(), Faults()
    methods = Methods(store)
    pusher = Pusher(store)
    application = tornado.web.Application(
        [
            (r"/bot([^/]+)/(\w+)", Api, {"methods": methods, "faults": faults, "token": token}),
            (r"/file/bot([^/]+)/(.+)", File, {"methods": methods, "token": token}),
            (r"/ctl/(\w+)", Control, {"store": store, "faults": faults}),
        ],
        log_function=lambda _: None,
    )
    sockets = tornado.netutil.bind_sockets(port, "127.0.0.1")
    server = tornado.httpserver.HTTPServer(application)
    server.add_sockets(sockets)
    print(sockets[0].getsockname()[1], flush=True)  # noqa: T201 - this is how a test learns the port
    pushing = asyncio.create_task(pusher.run())
    over = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wait_for_end() -> None:
        sys.stdin.read()
        loop.call_soon_threadsafe(over.set)

    threading.Thread(target=wait_for_end, daemon=True).start()
    await over.wait()
    pushing.cancel()
    await asyncio.gather(pushing, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0))
