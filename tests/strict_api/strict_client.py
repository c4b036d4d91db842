"""Starts a strict server in a process of its own and speaks with it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOKEN = "123456:TEST-strict-server-token-0123456789"  # noqa: S105 - it opens nothing
WAIT = 15.0
LOOK = 0.05  # seconds between two looks
STUCK = 120.0  # after which the server itself is taken to be dead


class StrictServer:
    """A running server; ``url`` is what a bot takes for Telegram's address."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("strict_server.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script), TOKEN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.url = f"http://127.0.0.1:{int(self._process.stdout.readline())}"

    def close(self) -> None:
        """End the server."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def __getattr__(self, command: str) -> Callable[..., Any]:
        """Return a command of the server as a method."""

        def run(**arguments: object) -> Any:
            request = urllib.request.Request(  # noqa: S310
                f"{self.url}/ctl/{command}", json.dumps(arguments).encode(), method="POST"
            )
            with urllib.request.urlopen(request, timeout=STUCK) as answer:  # noqa: S310
                return json.load(answer)["result"]

        return run

    def sent(self, chat: int) -> list[dict[str, Any]]:
        """Return what the bot has sent to a chat, in order."""
        messages = [message for message in self.state()["sent"] if message["chat"]["id"] == chat]
        return sorted(messages, key=lambda message: message["message_id"])

    def wait_sent(self, chat: int, count: int, wait: float = WAIT) -> list[dict[str, Any]]:
        """Wait until the bot has sent ``count`` messages to a chat, and return them."""
        return self.wait(lambda: (found := self.sent(chat)) and len(found) >= count and found, wait)

    def wait(self, holds: Callable[[], Any], wait: float = WAIT) -> Any:
        """Wait until ``holds`` returns something true, and return it.

        Looks are counted, not seconds: on a machine that has other work each takes as much longer as the
        bot's own work does.
        """
        for _ in range(round(wait / LOOK)):
            found = holds()
            if found:
                return found
            time.sleep(LOOK)
        raise AssertionError(
            f"not within {wait} s of looks; the bot has sent {len(self.state()['sent'])} messages"
        )

    def calls(self, method: str) -> list[dict[str, Any]]:
        """Return the calls of one method."""
        return [call for call in self.state()["calls"] if call["method"] == method]
