"""A group is shared: what one member does, or what members say to each other, holds up nobody's question."""

from __future__ import annotations

from typing import Any

import pytest
from made_up_hook import hook

GROUP, LOUD, QUIET = -1001, 66, 7
NAME = "@quoth_test_bot"


def answered(server: Any, question: dict[str, Any], wait: float) -> bool:
    """Wait until a message replies to a question in the group."""
    return bool(
        server.wait(lambda: [m for m in server.sent(GROUP) if m.get("reply_to") == question["message"]], wait)
    )


def ready(server: Any) -> None:
    """Wait until the bot is at work, and let it send at its own pace."""
    server.rates(private=[0, 1], group=[0, 1], overall=[0, 1])
    server.message(chat=1, text="Tell about trams")
    server.wait_sent(1, 1)


def test_a_flood_of_one_member_holds_up_no_other(server: Any, bot: Any) -> None:
    """Who asks after somebody else's sixty questions waits for one or two answers, not for sixty."""
    bot.start()
    ready(server)
    for number in range(60):
        server.message(chat=GROUP, user=LOUD, text=f"{NAME} tell about trams {number}")
    question = server.message(chat=GROUP, user=QUIET, text=f"{NAME} when was the bridge opened?")
    assert answered(server, question, 15)
    assert len(server.sent(GROUP)) < 40


def test_what_members_say_to_each_other_takes_no_place(server: Any, bot: Any) -> None:
    """Messages that are not for the bot use up nobody's questions, and no question waits behind them."""
    bot.start()
    ready(server)
    for number in range(60):
        server.message(chat=GROUP, user=QUIET, text=f"lunch at {number}?")
    question = server.message(chat=GROUP, user=QUIET, text=f"{NAME} when was the bridge opened?")
    assert answered(server, question, 15)


@pytest.mark.parametrize("webhook", [False, True])
def test_more_of_one_sender_than_can_wait_is_turned_away(
    server: Any, bot: Any, port: int, webhook: bool
) -> None:
    """By webhook as by polling: what a sender has waiting is bounded, and the sender is told so once."""
    bot.start(waiting=5, slow=1.0, **(hook(port) if webhook else {}))
    ready(server)
    for number in range(30):
        server.message(chat=2, text=f"slow question {number} about the bridge")
    server.wait(lambda: told(server))
    server.wait(lambda: not server.state()["queue"])
    server.message(chat=3, text="Tell about trams")
    server.wait_sent(3, 1)
    assert told(server) == 1
    assert len(server.sent(2)) < 30


def told(server: Any) -> int:
    """Return how often the one who asks too much was told so."""
    return sum("more than can be answered" in message["text"] for message in server.sent(2))
