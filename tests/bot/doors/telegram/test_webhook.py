"""Webhook mode: nobody without the secret, 200 only after storing, several processes side by side."""

from __future__ import annotations

import http.client
import json
import time
from pathlib import Path
from typing import Any

import pytest
from made_up_hook import SECRET, hook

QUESTION = "When was the bridge opened?"


def post(port: int, update: Any, secret: str | None = SECRET, path: str = "/hook") -> int:
    """Post an update as Telegram does, and return the status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    body = update if isinstance(update, bytes) else json.dumps(update).encode()
    connection.request("POST", path, body, headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_an_address_that_telegram_refuses_is_said_at_once(bot: Any, port: int) -> None:
    """A wrong QUOTH_WEBHOOK_URL ends the program with status 3 and its reason, not after minutes of tries."""
    bot.start(**{**hook(port), "webhook_url": "http://example.org/hook"})
    assert bot.wait_end(10) == 3
    assert "QUOTH_WEBHOOK_URL" in bot.output() and "https" in bot.output()


def test_a_signal_is_heeded_while_telegram_is_not_told_yet(server: Any, bot: Any, port: int) -> None:
    """Who stops the program while the webhook cannot be announced does not wait for the tries to end."""
    server.fault(kind="500", method="setWebhook", times=9)
    bot.start(**hook(port))
    server.wait(lambda: len(server.calls("setWebhook")) >= 3)
    begun = time.monotonic()
    assert bot.stop() == 0
    assert time.monotonic() - begun < 5


def update_of(chat: int, number: int, text: str = QUESTION) -> dict[str, Any]:
    """Return an update from a chat that the server knows."""
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1,
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "Ana Ejemplo"},
            "text": text,
        },
    }


def test_questions_by_webhook_are_answered(server: Any, bot: Any, port: int) -> None:
    """Updates pushed by the server are answered; the webhook is set with its secret."""
    bot.start(**hook(port))
    webhook = server.wait(lambda: server.state()["webhook"])
    assert webhook["secret_token"] == SECRET
    for chat in range(1, 6):
        server.message(chat=chat, text=QUESTION)
    for chat in range(1, 6):
        assert len(server.wait_sent(chat, 1)) == 1
    assert bot.stop() == 0


def test_posts_without_the_secret_are_refused(server: Any, bot: Any, port: int) -> None:
    """Forged posts get 403 and nothing is processed; broken ones get 400; an update twice, one answer."""
    bot.start(**hook(port))
    server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    forged = [None, "", "wrong", SECRET[:-1], SECRET + "x", SECRET.upper()]
    assert [post(port, update_of(1, 9000 + n), s) for n, s in enumerate(forged)] == [403] * len(forged)
    assert [post(port, body) for body in (b"", b"{", b"[]", b'{"update_id": "x"}', b"3")] == [400] * 5
    assert post(port, update_of(1, 9100), path="/other") == 404
    assert [post(port, update_of(1, 9200)) for _ in range(3)] == [200] * 3
    server.wait_sent(1, 2)
    assert bot.stop() == 0
    assert len(server.sent(1)) == 2
    assert SECRET not in bot.output()


def test_kill_after_200_loses_nothing(server: Any, bot: Any, port: int) -> None:
    """What was acknowledged with 200 is answered by the next process, each once."""
    bot.start(**hook(port), slow=60.0)
    for chat in range(1, 8):
        server.message(chat=chat, text="a slow question about the bridge")
    server.wait(lambda: len(server.state()["confirmed"]) == 7)
    bot.kill()
    bot.start(**hook(port))
    for chat in range(1, 8):
        assert len(server.wait_sent(chat, 1)) == 1


def test_two_processes_share_the_work(server: Any, bot: Any, port: int, tmp_path: Path) -> None:
    """Two processes on one address share updates and context; when one dies the other finishes."""
    second = type(bot)(server, tmp_path / "state", tmp_path / "second.log")
    try:
        bot.start(**hook(port))
        second.start(**hook(port))
        for chat in range(1, 13):
            server.message(chat=chat, text="Tell about trams")
        first = {chat: server.wait_sent(chat, 1)[0] for chat in range(1, 13)}
        bot.kill()
        for chat, message in first.items():
            server.message(chat=chat, text="And Mondays?", reply_to=message["message_id"])
        for chat in first:
            assert "trams" in server.wait_sent(chat, 2)[1]["text"]
    finally:
        second.close()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"webhook_secret": ""}, "QUOTH_WEBHOOK_SECRET"),
        ({"webhook_secret": "no spaces allowed"}, "QUOTH_WEBHOOK_SECRET"),
        ({"webhook_url": None}, "QUOTH_WEBHOOK_URL"),
        ({"webhook_listen": "127.0.0.1"}, "QUOTH_WEBHOOK_LISTEN"),
    ],
)
def test_webhook_does_not_start_half_set_up(
    server: Any, bot: Any, port: int, changes: dict[str, Any], reason: str
) -> None:
    """Without a secret, an address or a place to listen, webhook mode refuses to start and says why."""
    bot.start(**{**hook(port), **changes})
    assert bot.wait_end(10) == 3
    assert reason in bot.output()
    assert server.state()["calls"] == []


@pytest.mark.parametrize("rounds", [6, pytest.param(200, marks=pytest.mark.long)])
def test_question_and_press_at_once_in_two_processes(
    server: Any, bot: Any, port: int, tmp_path: Path, rounds: int
) -> None:
    """A question and a press of one chat, taken by whichever process, while one response is slow and one is
    lost: no question is lost, and no answer is deleted or made another."""  # noqa: D209
    second = type(bot)(server, tmp_path / "state", tmp_path / "second.log")
    server.rates(private=[0, 1], group=[0, 1], overall=[0, 1])
    try:
        bot.start(**hook(port))
        second.start(**hook(port))
        asked: list[tuple[int, int]] = []
        for number in range(rounds):
            chat = 1 + number % 12
            first = server.message(chat=chat, text=f"Round {number}: tell about trams and the bridge")
            asked.append((chat, first["message"]))
            (answer,) = server.wait(lambda chat=chat, m=first["message"]: of(server, chat, m), wait=30)
            rows = answer["reply_markup"]["inline_keyboard"]
            data = next(b["callback_data"] for row in rows for b in row if b["text"].startswith("Around"))
            server.fault(kind="lost", method="sendMessage", chat=chat)
            server.fault(kind="slow", method="editMessageText", seconds=0.4, chat=chat)
            question = server.message(chat=chat, text=f"Round {number}: when was it opened?")
            server.press(chat=chat, message=answer["message_id"], data=data)
            asked.append((chat, question["message"]))
        for chat, message in asked:
            assert len(server.wait(lambda c=chat, m=message: of(server, c, m), wait=60)) == 1
        assert server.state(calls_from=10**9)["deleted"] == []
    finally:
        second.close()


def of(server: Any, chat: int, message: int) -> list[dict[str, Any]]:
    """Return the messages that answer a question."""
    return [m for m in server.state(calls_from=10**9)["sent"]
            if m["chat"]["id"] == chat and m.get("reply_to") == message]  # fmt: skip
