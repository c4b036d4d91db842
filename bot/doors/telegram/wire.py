"""The connection to the Bot API: what happened to a request, how fast to send, one raw door for polls."""

from __future__ import annotations

import asyncio
import datetime
import json
import time
from collections.abc import Callable, Coroutine, Sequence
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
from aiolimiter import AsyncLimiter
from telegram import File
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import BaseRateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.doors.telegram.options import MessengerOptions

# A request that was certainly not handed over may be repeated without a second thought.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
# Telegram: about one message a second in a chat, short bursts aside; 20 a minute in a group; about 30
# a second overall. https://core.telegram.org/bots/faq
PRIVATE_BURST, PRIVATE_SECONDS = 3, 3.0
GROUP_BURST, GROUP_SECONDS = 20, 60.0
OVERALL_BURST, OVERALL_SECONDS = 30, 1.0
PACES_KEPT = 500  # chats whose pace is remembered; the least recently used goes first
FLOOD_TRIES = 20
FLOOD_MARGIN = 0.1  # seconds added to retry_after: it is whole seconds, rounded down
READ_TIMEOUT = 8.0  # seconds; the API answers in well under one
_PACED = ("send", "edit", "copy", "forward")


class Fate(Enum):
    """What became of a request that raised an error."""

    NOT_SENT = "not sent"  # it never left, or the server said that it did nothing
    REFUSED = "refused"  # the server says no, and would say so again
    UNKNOWN = "unknown"  # it may have been carried out


def fate_of(error: TelegramError) -> Fate:
    """Tell what became of the request that raised ``error``."""
    if isinstance(error, RetryAfter | InvalidToken | Conflict):
        return Fate.NOT_SENT
    if isinstance(error, BadRequest | Forbidden) or not isinstance(error, NetworkError):
        return Fate.REFUSED
    # Whatever does not come from the Bot API itself (a gateway, a proxy, a captive portal, a cut connection)
    # says nothing about what the Bot API did, whatever its status.
    return Fate.NOT_SENT if isinstance(error.__cause__, _NOT_SENT) else Fate.UNKNOWN


def seconds_of(error: RetryAfter) -> float:
    """Return how long the server wants to be left alone."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, datetime.timedelta) else float(pause)


class NoAnswer(NetworkError):
    """Something answered that is not the Bot API."""


class Line(HTTPXRequest):
    """Requests of which only the Bot API's own answers are believed."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Make a request. Raises NoAnswer when what comes back is none of the Bot API's answers."""
        status, payload = await super().do_request(*args, **kwargs)
        method = kwargs.get("method") or (args[1] if len(args) > 1 else "")
        if method == "POST" and not is_answer(status, payload):
            raise NoAnswer(f"An answer with status {status} that is not the Bot API's")
        return status, payload


def is_answer(status: int, payload: bytes) -> bool:
    """Tell whether a payload is an answer as the Bot API gives them (core.telegram.org/bots/api)."""
    try:
        answer = json.loads(payload)
    except ValueError:
        return False
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        return False
    return "result" in answer if 200 <= status <= 299 else not answer["ok"]


class Pace:
    """How fast one chat may be written to, and until when not at all."""

    __slots__ = ("bucket", "silent_until")

    def __init__(self, chat: int) -> None:
        shape = (PRIVATE_BURST, PRIVATE_SECONDS) if chat > 0 else (GROUP_BURST, GROUP_SECONDS)
        self.bucket = AsyncLimiter(*shape)
        self.silent_until = 0.0


class Pacer(BaseRateLimiter[bool]):
    """Keeps to Telegram's rates chat by chat, so that a chat that must wait holds up no other."""

    def __init__(self) -> None:
        self._overall = AsyncLimiter(OVERALL_BURST, OVERALL_SECONDS)
        self._paces: dict[int, Pace] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    def _pace(self, chat: object) -> Pace:
        number = int(chat) if isinstance(chat, int | str) and str(chat).lstrip("-").isdigit() else 0
        pace = self._paces.pop(number, None) or Pace(number)
        self._paces[number] = pace
        if len(self._paces) > PACES_KEPT:
            del self._paces[next(iter(self._paces))]
        return pace

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: bool | None,
    ) -> Any:
        """Make the request when its chat may be written to; wait and repeat after a 429.

        ``rate_limit_args`` true: without waiting for its turn.
        """
        if "chat_id" not in data or endpoint == "sendChatAction":
            return await callback(*args, **kwargs)
        pace = self._pace(data["chat_id"])
        for attempt in range(FLOOD_TRIES):
            while (pause := pace.silent_until - time.monotonic()) > 0:
                await asyncio.sleep(pause)
            if endpoint.startswith(_PACED) and not rate_limit_args:
                async with pace.bucket, self._overall:
                    pass
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                pace.silent_until = time.monotonic() + seconds_of(error) + FLOOD_MARGIN
                if attempt == FLOOD_TRIES - 1:
                    raise
        raise AssertionError("unreachable")


class Wire(ExtBot[bool]):
    """The bot as Telegram knows it."""

    async def raw_updates(
        self, offset: int | None, timeout: int, allowed: Sequence[str], limit: int = 100
    ) -> list[dict[str, Any]]:
        """Return updates as they came.

        The library parses a batch as a whole: one update it cannot read would stop polling for ever.
        """
        data = {"timeout": timeout, "offset": offset, "limit": limit, "allowed_updates": list(allowed)}
        wait = (self._request[0].read_timeout or 5.0) + timeout
        result = await self._post("getUpdates", data, read_timeout=wait)
        updates = result if isinstance(result, list) else []
        return [update for update in updates if isinstance(update, dict) and "update_id" in update]

    async def content(self, file: File, timeout: float) -> bytes:
        """Return what a file holds. The library's own way copies it twice: 20 MB are let through."""
        place = file.file_path or ""
        if not place.startswith(("https://", "http://")):  # a server of one's own hands out its files' paths
            return await asyncio.to_thread(Path(place).read_bytes)
        return await self.request.retrieve(quote(place, safe=":/"), read_timeout=timeout)

    async def renew_polling(self) -> None:
        """Close the connections used for polling and open fresh ones: a cut connection can wedge them."""
        await self._request[0].shutdown()
        await self._request[0].initialize()


def connect(options: MessengerOptions) -> Wire:
    """Return a bot that sends without any default parse mode, at Telegram's pace."""
    address = options.api_url.rstrip("/")
    return Wire(
        token=options.token.reveal(),
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=Line(connection_pool_size=64, read_timeout=READ_TIMEOUT, pool_timeout=5.0),
        get_updates_request=Line(connection_pool_size=4, read_timeout=10.0, pool_timeout=5.0),
        rate_limiter=Pacer(),
    )
