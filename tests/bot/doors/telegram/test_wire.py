"""What became of a request, and the pace of sending."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx
import pytest
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.doors.telegram.wire import Fate, Pacer, fate_of, is_answer, seconds_of

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def caused(error: TelegramError, cause: Exception | None) -> TelegramError:
    """Return an error as the library raises it from another."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("")), Fate.NOT_SENT),
        (caused(TimedOut(), httpx.ConnectTimeout("")), Fate.NOT_SENT),
        (caused(TimedOut(), httpx.PoolTimeout("")), Fate.NOT_SENT),
        (caused(TimedOut(), httpx.ReadTimeout("")), Fate.UNKNOWN),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("")), Fate.UNKNOWN),
        (caused(NetworkError("x"), httpx.ReadError("")), Fate.UNKNOWN),
        (NetworkError("Bad Gateway (502)"), Fate.UNKNOWN),
        (NetworkError("Gateway Timeout (504)"), Fate.UNKNOWN),
        (BadRequest("message is too long"), Fate.REFUSED),
        (Forbidden("bot was blocked"), Fate.REFUSED),
        (InvalidToken("Not Found"), Fate.NOT_SENT),
    ],
)
def test_fate_of_a_request_is_told(error: TelegramError, fate: Fate) -> None:
    """Only a request that certainly was not carried out may be repeated blindly."""
    assert fate_of(error) is fate


def test_too_many_requests_silence_one_chat_only() -> None:
    """After a 429 its chat waits as long as told and the request is repeated; other chats go on."""

    async def main() -> list[tuple[int, float]]:
        pacer, begun, done = Pacer(), time.monotonic(), list[tuple[int, float]]()
        refused = [RetryAfter(1)]

        async def call(endpoint: str, data: dict[str, Any]) -> bool:
            del endpoint
            if data["chat_id"] == 1 and refused:
                raise refused.pop()
            done.append((data["chat_id"], time.monotonic() - begun))
            return True

        async def send(chat: int) -> None:
            data = {"chat_id": chat}
            await pacer.process_request(call, ("sendMessage", data), {}, "sendMessage", data, None)

        await asyncio.gather(send(1), send(2))
        return done

    (first, early), (second, late) = asyncio.run(main())
    assert (first, second) == (2, 1)
    assert early < 0.5
    assert 1.0 <= late < 3.0
    assert seconds_of(RetryAfter(7)) == 7.0


def test_private_chat_gets_a_burst_and_then_one_a_second() -> None:
    """Three messages go at once, the fourth a second later; edits that only look go at once."""

    async def main() -> list[float]:
        pacer, begun, times = Pacer(), time.monotonic(), list[float]()

        async def call(*_: object) -> bool:
            times.append(time.monotonic() - begun)
            return True

        for look in (None, None, None, True, True, None):
            await pacer.process_request(call, (), {}, "sendMessage", {"chat_id": 1}, look)
        return times

    times = asyncio.run(main())
    assert times[4] < 0.5
    assert 0.5 < times[5] < 2.0


@pytest.mark.parametrize(
    ("status", "payload", "is_one"),
    [
        (200, b'{"ok": true, "result": true}', True),
        (200, b'{"ok": true}', False),
        (200, b"<html></html>", False),
        (200, b"", False),
        (200, b"[]", False),
        (403, b'{"ok": false, "error_code": 403, "description": "Forbidden: x"}', True),
        (403, b"<html></html>", False),
        (403, b'{"error": "blocked by policy"}', False),
        (302, b"", False),
    ],
)
def test_only_the_bot_apis_answers_are_believed(status: int, payload: bytes, is_one: bool) -> None:
    """What a proxy or a captive portal answers is not taken for the Bot API's word."""
    assert is_answer(status, payload) is is_one
