"""At least once, and hardly ever twice: crashes, cut connections, refusals, floods."""

from __future__ import annotations

import math
import sqlite3
import time
from typing import Any

import pytest
from strict_client import TOKEN

from bot.doors.telegram.polling import ending_conflicts

QUESTION = "When was the bridge opened?"
LOOK = 6.0  # seconds for which a newcomer looks whether another process polls


def replies(server: Any, chat: int, message: int) -> int:
    """Return how many messages reply to a question."""
    return sum(m.get("reply_to") == message for m in server.sent(chat))


def test_kill_while_answering_loses_nothing(server: Any, bot: Any) -> None:
    """Questions under way when the process is killed are answered by the next one, each once."""
    bot.start(slow=60.0)
    asked = [server.message(chat=chat, text="a slow question about the bridge") for chat in range(1, 6)]
    server.wait(lambda: len(server.calls("sendChatAction")) >= 4)
    polls = len(server.calls("getUpdates"))
    server.wait(lambda: len(server.calls("getUpdates")) > polls + 1)
    bot.kill()
    assert server.state()["confirmed"] == []
    bot.start(slow=0.0)
    for chat, question in enumerate(asked, 1):
        server.wait_sent(chat, 1)
        assert replies(server, chat, question["message"]) == 1
    server.wait(lambda: server.state()["queue"] == [])


def test_order_of_questions_outlives_a_kill(server: Any, bot: Any) -> None:
    """What one sender asked is answered in its order by the next process, wherever it lay meanwhile."""
    bot.start(slow=0.5)
    asked = [
        server.message(chat=1, text=f"a slow question about the bridge {n}")["message"] for n in range(9)
    ]
    server.wait_sent(1, 1)
    bot.kill()  # some lie on disk now, and some at the server only
    bot.start()
    server.wait_sent(1, len(asked))
    assert [message["reply_to"] for message in server.sent(1)] == asked


def test_update_that_comes_again_is_not_answered_again(server: Any, bot: Any) -> None:
    """An update that was answered but not confirmed before a crash is not answered twice."""
    bot.start(slow=0.5)
    server.message(chat=1, text="a slow question about the bridge")
    server.wait(lambda: server.calls("sendChatAction"))
    server.fault(kind="hang", method="getUpdates", times=50, seconds=9)
    server.wait_sent(1, 1)
    time.sleep(0.2)
    bot.kill()
    server.mend()
    assert server.state()["queue"]
    bot.start()
    server.wait(lambda: server.state()["queue"] == [])
    assert len(server.sent(1)) == 1


def test_new_sequence_of_update_ids_is_new(server: Any, bot: Any, tmp_path: Any) -> None:
    """When update ids begin anew, an id that was answered before does not swallow a new question."""
    bot.start()
    first = server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    assert bot.stop() == 0
    fresh = type(server)()
    again = type(bot)(fresh, tmp_path / "state", tmp_path / "again.log")
    try:
        again.start()
        time.sleep(1.0)
        second = fresh.message(chat=1, text="Where is the ferry?")
        assert second["update"] == first["update"]
        fresh.wait_sent(1, 1)
    finally:
        again.close()
        fresh.close()


@pytest.mark.parametrize(("chat", "kind"), list(enumerate(["429", "502", "404", "reset", "lost"], 11)))
def test_fault_of_one_send_neither_loses_nor_doubles(town: Any, chat: int, kind: str) -> None:
    """Whatever goes wrong with a send, the question has exactly one answer in the end."""
    town.message(chat=chat, text=QUESTION)
    town.wait_sent(chat, 1)
    town.fault(kind=kind, method="sendMessage", seconds=1)
    asked = town.message(chat=chat, text=QUESTION)
    town.wait(lambda: replies(town, chat, asked["message"]) == 1)
    town.wait(lambda: town.state()["queue"] == [])
    time.sleep(0.2)
    assert replies(town, chat, asked["message"]) == 1


def test_answer_that_arrived_late_is_recognised(server: Any, bot: Any) -> None:
    """A send that was carried out but timed out is not repeated."""
    bot.start(patience=3.0)
    server.fault(kind="late", method="sendMessage", seconds=30)
    asked = server.message(chat=1, text=QUESTION)
    server.wait(lambda: server.calls("editMessageText"), wait=20)
    server.wait(lambda: server.state()["queue"] == [])
    assert replies(server, 1, asked["message"]) == 1


def test_kill_between_send_and_note_is_recognised(server: Any, bot: Any) -> None:
    """A process killed after its message arrived, before it knew, leaves no double behind."""
    bot.start()
    server.message(chat=2, text=QUESTION)
    server.wait_sent(2, 1)
    server.fault(kind="late", method="sendMessage", seconds=30)
    asked = server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    bot.kill()
    bot.start()
    server.wait(lambda: server.state()["queue"] == [])
    assert replies(server, 1, asked["message"]) == 1


def test_question_that_only_waits_is_never_given_up(server: Any, bot: Any) -> None:
    """However often a process ends while a question waits for its chat, the question is answered."""
    bot.start(beginnings=2)
    server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    server.fault(kind="hang", method="sendMessage", seconds=60, chat=1)
    server.fault(kind="502", method="editMessageText", times=1000, chat=1)
    asked = server.message(chat=1, text=QUESTION)
    server.wait(lambda: len(server.calls("sendMessage")) == 2)
    for _ in range(5):  # each time its fate is looked for, in vain
        seen = len(server.calls("editMessageText"))
        bot.kill()
        bot.start(beginnings=2)
        server.wait(lambda seen=seen: len(server.calls("editMessageText")) > seen)
    server.mend()
    server.wait(lambda: replies(server, 1, asked["message"]) == 1, wait=40)
    assert "given up" not in bot.output()


def test_what_is_said_of_a_question_given_up_is_not_lost(server: Any, bot: Any) -> None:
    """A question that kills each process that looks for it gets its reply, whatever goes wrong with that."""
    bot.start(slow=30.0, beginnings=1)
    asked = server.message(chat=1, text="a slow question about the bridge")
    server.wait(lambda: server.calls("sendChatAction"))
    bot.kill()
    server.fault(kind="404", method="sendMessage")
    bot.start(slow=30.0, beginnings=1)
    server.wait(lambda: replies(server, 1, asked["message"]) == 1)


def test_silent_chat_holds_up_no_other(server: Any, bot: Any) -> None:
    """A chat that is told to wait, and one with a slow search, delay no other chat."""
    bot.start(slow=3.0)
    server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    server.fault(kind="429", method="sendMessage", seconds=3)
    server.message(chat=1, text=QUESTION)
    server.message(chat=2, text="a slow question about the bridge")
    time.sleep(0.5)
    begun = time.monotonic()
    server.message(chat=3, text=QUESTION)
    server.wait_sent(3, 1)
    assert time.monotonic() - begun < 1.5
    assert len(server.sent(1)) == 1
    server.wait_sent(1, 2)
    server.wait_sent(2, 1)


def test_flood_of_one_user_is_felt_by_nobody_else(server: Any, bot: Any) -> None:
    """A hundred questions at once from one user delay another's by less than a second or two."""
    bot.start()
    for _ in range(120):
        server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 3)
    for chat in range(2, 7):
        begun = time.monotonic()
        server.message(chat=chat, text=QUESTION)
        server.wait_sent(chat, 1)
        assert time.monotonic() - begun < 2.0
    assert len(server.sent(1)) < 30
    server.wait(lambda: server.state()["queue"] == [], wait=10)
    bot.kill()
    answered = len(server.sent(1))
    bot.start()
    server.wait_sent(1, answered + 3)


def test_blocked_and_moved_chats_hold_up_nothing(server: Any, bot: Any) -> None:
    """A user who blocked the bot is passed over; a group that moved gets its answer where it is now."""
    bot.start()
    server.message(chat=1, text="/start")
    server.wait_sent(1, 1)
    server.block(chat=1)
    server.message(chat=1, text=QUESTION)
    server.message(chat=-5, text="/about")
    server.wait_sent(-5, 1)
    server.migrate(chat=-5, to=-1005)
    server.message(chat=-5, text="/about")
    server.wait_sent(-1005, 1)
    server.wait(lambda: server.state()["queue"] == [])


def test_update_that_cannot_be_read_is_left_aside(server: Any, bot: Any) -> None:
    """An update of a shape nobody foresaw does not stop the ones after it."""
    bot.start()
    server.raw(kind="message", body={"message_id": "no number", "chat": 5})
    ana = {"id": 5, "is_bot": False, "first_name": "Ana Ejemplo"}
    named = {
        "message_id": 1,
        "date": 1,
        "chat": {"id": "x", "type": "private"},
        "from": ana,
        "text": "?",
    }
    server.raw(kind="message", body=named)
    server.raw(kind="callback_query", body={"id": "1", "from": {**ana, "id": [5]}, "chat_instance": "1"})
    server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    server.wait(lambda: server.state()["queue"] == [])


def test_stop_finishes_what_is_under_way(server: Any, bot: Any) -> None:
    """SIGTERM lets the answer under way be sent and confirmed; the process ends with status 0."""
    bot.start(slow=1.5)
    server.message(chat=1, text="a slow question about the bridge")
    server.wait(lambda: server.calls("sendChatAction"))
    assert bot.stop() == 0
    assert len(server.sent(1)) == 1
    assert server.state()["queue"] == []


def test_one_404_is_survived(server: Any, bot: Any) -> None:
    """A single 404 or 401 of a gateway neither stops polling nor the start."""
    server.fault(kind="404", method="getMe")
    server.fault(kind="404", method="getUpdates", times=2)
    bot.start()
    server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)


def test_wrong_token_ends_with_a_clear_message(bot: Any) -> None:
    """A token that Telegram refuses ends the program with status 3 and says so, without the token."""
    wrong = "123456:another-token-that-is-not-the-one-42"
    bot.start(token=wrong)
    assert bot.wait_end(15) == 3
    assert "refuses the token" in bot.output()
    assert wrong.partition(":")[2] not in bot.output()


def test_two_instances_are_noticed(server: Any, bot: Any, tmp_path: Any) -> None:
    """Two processes polling with one token: it is said, and the status is not 0."""
    second = type(bot)(server, tmp_path / "other", tmp_path / "other.log")
    try:
        bot.start(conflict_timeout=1.0)
        server.wait(lambda: server.calls("getUpdates"))
        second.start(conflict_timeout=1.0)
        server.wait(lambda: not (bot.running() and second.running()), wait=20)
        ended = second if bot.running() else bot
        assert ended.wait_end(1) == 3
        assert "Another process polls with the same token" in ended.output()
    finally:
        second.close()


def test_watchdog_ends_a_bot_that_polls_in_vain(server: Any, bot: Any, tmp_path: Any) -> None:
    """When no poll succeeds for the time allowed, the process ends with status 3 and a clear message."""
    bot.start(stall_timeout=3.0, poll_timeout=1)
    server.wait(lambda: len(server.calls("getUpdates")) > 1)
    stamp = tmp_path / "state" / "telegram.alive"
    assert abs(time.time() - float(stamp.read_text())) < 10
    server.fault(kind="502", method="getUpdates", times=1000)
    assert bot.wait_end(15) == 3
    assert "No contact with Telegram for" in bot.output()


@pytest.mark.parametrize("level", ["DEBUG", pytest.param("INFO", marks=pytest.mark.long)])
def test_token_and_texts_reach_no_log(server: Any, bot: Any, level: str) -> None:
    """At any log level neither the token nor what users wrote is in the output, faults included."""
    for kind, method in (("404", "getMe"), ("reset", "getUpdates"), ("502", "sendMessage")):
        server.fault(kind=kind, method=method)
    bot.start(log_level=level)
    server.message(chat=1, text="Secret-of-mine about the bridge")
    server.wait_sent(1, 1)
    server.message(chat=1, text="broken Secret-of-mine")
    server.wait_sent(1, 2)
    assert bot.stop() == 0
    output = bot.output()
    assert "failed with RuntimeError" in output
    assert TOKEN not in output
    assert TOKEN.partition(":")[2] not in output
    assert "Secret-of-mine" not in output


def test_nothing_on_disk_can_be_read(server: Any, bot: Any, tmp_path: Any) -> None:
    """After a conversation no file holds a question, a name or a chat's number in readable form."""
    chat = 771234567
    bot.start(slow=30.0)
    server.message(chat=chat, text="Secret-of-mine about the bridge")
    server.wait_sent(chat, 1)
    for _ in range(8):
        server.message(chat=chat, text="slow Secret-of-mine")
    base = sqlite3.connect(tmp_path / "state" / "telegram.sqlite")
    server.wait(lambda: base.execute("SELECT COUNT(payload) FROM updates").fetchone()[0] >= 4)
    base.close()
    bot.kill()
    for file in (tmp_path / "state").iterdir():
        data = file.read_bytes()
        for secret in (b"Secret-of-mine", b"Ejemplo", str(chat).encode(), TOKEN.encode()):
            assert secret not in data, file.name
        assert chat.to_bytes(4, "big") not in data, file.name


@pytest.mark.parametrize(("chat", "kind"), list(enumerate(["portal", "blank", "504", "empty", "500"], 21)))
def test_answer_that_is_not_the_bot_apis_tells_nothing(town: Any, chat: int, kind: str) -> None:
    """A page of a proxy in the place of an answer, with whatever status, neither loses nor doubles."""
    town.message(chat=chat, text="/about")
    town.wait_sent(chat, 1)
    for method in ("sendMessage", "getUpdates"):
        town.fault(kind=kind, method=method, times=2)
    asked = town.message(chat=chat, text=QUESTION)
    plain = town.message(chat=chat, text="/about")  # an answer without buttons
    for each in (asked, plain):
        town.wait(lambda each=each: replies(town, chat, each["message"]) >= 1)
    town.wait(lambda: town.state()["queue"] == [])
    assert replies(town, chat, asked["message"]) == 1
    assert replies(town, chat, plain["message"]) == 1


def test_answer_in_doubt_leaves_others_alone(server: Any, bot: Any) -> None:
    """While it is looked for, the other answers of its chat are neither changed nor deleted."""
    bot.start()
    server.message(chat=1, text=QUESTION)
    (first,) = server.wait_sent(1, 1)
    server.fault(kind="lost", method="sendMessage")
    server.fault(kind="slow", method="sendMessage", seconds=1.5)
    rows = first["reply_markup"]["inline_keyboard"]
    data = next(each["callback_data"] for row in rows for each in row if each["text"] == "Helpful")
    asked = server.message(chat=1, text="Tell about trams")
    server.press(chat=1, message=first["message_id"], data=data)
    server.message(chat=1, text="/about")
    server.wait(lambda: server.state()["queue"] == [])
    state = server.state()
    assert state["deleted"] == []
    assert next(m for m in state["sent"] if m["message_id"] == first["message_id"])["text"] == first["text"]
    assert replies(server, 1, asked["message"]) == 1


def test_second_poller_stands_by_and_takes_over(server: Any, bot: Any, tmp_path: Any) -> None:
    """Of two processes with one state directory one polls; the other goes on when the first is gone."""
    second = type(bot)(server, tmp_path / "state", tmp_path / "second.log")
    try:
        bot.start()
        server.message(chat=1, text=QUESTION)
        server.wait_sent(1, 1)
        second.start()
        server.wait(lambda: second.log.exists() and "stands by" in second.output())
        server.message(chat=1, text=QUESTION)
        server.wait_sent(1, 2)
        bot.kill()
        server.message(chat=1, text=QUESTION)
        server.wait_sent(1, 3)
        assert not [call for call in server.calls("getUpdates") if "Conflict" in (call.get("error") or "")]
        assert second.stop() == 0
    finally:
        second.close()


def test_who_polls_longer_bears_more_conflicts() -> None:
    """A process that came a few seconds ago ends before the one that it comes into conflict with."""
    assert ending_conflicts(0.0) < ending_conflicts(20.0) < ending_conflicts(3600.0) == math.inf


def test_newcomer_answers_nothing_and_makes_way(server: Any, bot: Any, tmp_path: Any) -> None:
    """Who comes anew, with a state directory of its own, ends with a clear line; nothing comes twice."""
    second = type(bot)(server, tmp_path / "other", tmp_path / "other.log")
    asked = []
    try:
        bot.start(slow=0.2)
        server.message(chat=1, text=QUESTION)
        server.wait_sent(1, 1)
        second.start(look_first=LOOK)
        while second.running() and len(asked) < 60:
            asked.append(server.message(chat=2 + len(asked) % 5, text=QUESTION)["message"])
            time.sleep(0.35 if len(asked) % 9 else 2.0)  # now and then the poll of the first one waits
        assert second.wait_end(1) == 3
        assert "Another process polls with the same token" in second.output()
        server.wait(lambda: server.state()["queue"] == [])
        assert bot.running()
        assert [replies(server, 2 + at % 5, message) for at, message in enumerate(asked)] == [1] * len(asked)
    finally:
        second.close()


def test_of_two_that_begin_together_one_goes_on(server: Any, bot: Any, tmp_path: Any) -> None:
    """Two that start at one moment, with state directories of their own: one ends, no answer comes twice."""
    second = type(bot)(server, tmp_path / "other", tmp_path / "other.log")
    try:
        bot.start(look_first=LOOK)
        second.start(look_first=LOOK)
        server.wait(lambda: not (bot.running() and second.running()), wait=20)
        ended, goes_on = (second, bot) if bot.running() else (bot, second)
        assert ended.wait_end(8) == 3
        assert "Another process polls with the same token" in ended.output()
        asked = server.message(chat=1, text=QUESTION)["message"]
        server.wait_sent(1, 1)
        assert replies(server, 1, asked) == 1
        assert goes_on.running()
    finally:
        second.close()


def test_who_finds_an_open_update_confirmed_makes_way(server: Any, bot: Any, tmp_path: Any) -> None:
    """Of two that have taken on the same question the slower one ends when the other has confirmed it."""
    second = type(bot)(server, tmp_path / "other", tmp_path / "other.log")
    try:
        bot.start(slow=2.0)
        second.start(slow=30.0)
        for each in (bot, second):
            server.wait(lambda each=each: each.log.exists() and "serves @" in each.output())
        for _ in range(3):
            server.message(chat=1, text="a slow question about the bridge")
        assert second.wait_end(20) == 3
        assert "Another process polls with the same token" in second.output()
        server.wait_sent(1, 3)
    finally:
        second.close()


def test_who_was_there_a_moment_ago_goes_on_at_once(server: Any, bot: Any) -> None:
    """After a kill or an orderly end the next process with the same state directory does not look first."""
    bot.start()
    server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    for end in (bot.stop, bot.kill):
        end()
        bot.start(look_first=3600.0)
        sent = len(server.sent(1))
        server.message(chat=1, text=QUESTION)
        server.wait_sent(1, sent + 1)


def test_stop_waits_for_no_search(server: Any, bot: Any) -> None:
    """SIGTERM ends the process within eight seconds though a search goes on; its question is not lost."""
    bot.start(slow=40.0)
    server.message(chat=1, text="a slow question about the bridge")
    server.wait(lambda: server.calls("sendChatAction"))
    begun = time.monotonic()
    assert bot.stop() == 0
    assert time.monotonic() - begun < 8.0
    bot.start()
    server.wait_sent(1, 1)


def test_stop_does_not_wait_for_clearing_up(server: Any, bot: Any) -> None:
    """Once all is answered and closed the process is gone, however long it would take to clear its memory."""
    bot.start(lingers=30.0)
    server.message(chat=1, text=QUESTION)
    server.wait_sent(1, 1)
    begun = time.monotonic()
    assert bot.stop() == 0
    assert time.monotonic() - begun < 4.0
