"""What outlives the process: buttons and follow-ups, with and without the state directory."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from made_up_library import TEXTS


def press(server: Any, message: dict[str, Any], label: str) -> str:
    """Press the button whose label begins with ``label``."""
    rows = message["reply_markup"]["inline_keyboard"]
    data = next(b["callback_data"] for row in rows for b in row if b["text"].startswith(label))
    return str(server.press(chat=message["chat"]["id"], message=message["message_id"], data=data))


@pytest.mark.parametrize("forgotten", [False, True])
def test_buttons_work_after_a_restart(
    server: Any,
    bot: Any,
    tmp_path: Path,
    forgotten: bool,
) -> None:
    """Old buttons work in a new process, even one that has lost its memory."""
    bot.start()
    server.message(chat=1, text="the bridge")
    (message,) = server.wait_sent(1, 1)
    server.wait(lambda: server.state()["queue"] == [])
    bot.kill()
    if forgotten:
        shutil.rmtree(tmp_path / "state")
    bot.start()
    for number, (label, words) in enumerate(
        (("Around 2", TEXTS[1]), ("More", TEXTS[6]), ("Sources", "Gazette"))
    ):
        press(server, message, label)
        server.wait(lambda words=words: words in server.sent(1)[0]["text"])
        server.wait(lambda number=number: len(server.state()["answers"]) == number + 1)
    assert [answer["text"] for answer in server.state()["answers"]] == [None] * 3
    assert len(server.sent(1)) == 1


def test_follow_up_after_a_restart_takes_the_context(server: Any, bot: Any) -> None:
    """The conversation goes on in a new process."""
    bot.start()
    server.message(chat=1, text="Tell about trams")
    server.wait_sent(1, 1)
    bot.kill()
    bot.start()
    server.message(chat=1, text="And Mondays?")
    assert TEXTS[0] in server.wait_sent(1, 2)[1]["text"]


def test_closed_circle_keeps_others_out(server: Any, bot: Any) -> None:
    """With allowed chats set, others get a polite refusal in private and silence in groups."""
    bot.start(allowed_chats=[1, -5])
    for chat in (-6, -5, 2, 1):
        server.message(chat=chat, user=99 if chat < 0 else chat, text="/about")
    assert "closed circle" in server.wait_sent(2, 1)[0]["text"]
    assert server.wait_sent(1, 1)[0]["text"].startswith("Quoth")
    assert server.wait_sent(-5, 1)[0]["text"].startswith("Quoth")
    query = server.inline(user=2, query="the bridge")
    server.wait(lambda: server.state()["answers"])
    assert server.state()["answers"][0] == {**server.state()["answers"][0], "query": query, "results": []}
    assert server.sent(-6) == []


def test_allowed_person_opens_no_other_group(server: Any, bot: Any) -> None:
    """Whoever may use the bot in private, an administrator too, does not open a group by that."""
    bot.start(allowed_chats=[1, -5], admins=[2])
    for chat, user in ((-6, 1), (-6, 2), (-5, 9), (2, 2)):
        server.message(chat=chat, user=user, text="/about")
    server.wait_sent(-5, 1)
    server.wait_sent(2, 1)
    server.join(chat=-6, user=2)
    server.wait(lambda: server.state()["queue"] == [])
    assert server.sent(-6) == []


def test_refused_formatting_still_answers(server: Any, bot: Any) -> None:
    """When the server refuses entities or buttons, the answer is sent as plain text."""
    bot.start()
    server.fault(kind="400", method="sendMessage")
    server.message(chat=1, text="Tell about trams")
    (message,) = server.wait_sent(1, 1)
    assert TEXTS[0] in message["text"]
    assert "entities" not in message
