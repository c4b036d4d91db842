"""A soak: many chats, faults of every kind, and a process that is killed again and again.

Continuous integration runs a short form. ``QUOTH_SOAK=3000,50`` runs it with 3,000 questions and 50
kills, which takes some minutes.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from typing import Any

CHATS = 20
SIZE = os.environ.get("QUOTH_SOAK", "160,4")  # read before the tests' settings are cleared
# One call in ten: too fast, a broken gateway, cut before and after the method ran, late beyond patience.
FAULTS = {"429": 0.03, "502": 0.03, "reset": 0.015, "lost": 0.02, "late": 0.005}
LATE = 9.0  # seconds; the bot waits 8


def test_no_question_is_lost_and_hardly_one_answered_twice(server: Any, bot: Any) -> None:
    """Of all questions none is lost; there is at most one double for each kill."""
    questions, kills = map(int, SIZE.split(","))
    chance = random.Random(11)  # noqa: S311
    server.faults(rates=FAULTS, seconds=LATE)
    server.fault(kind="404", method="getUpdates")
    bot.start()
    asked: list[tuple[int, int]] = []
    pending = [1 + n % CHATS for n in range(questions)]
    chance.shuffle(pending)
    for round_ in range(kills + 1):
        share = -(-len(pending) // (kills + 1 - round_))
        for chat in pending[:share]:
            sent = server.message(chat=chat, text=f"Question {len(asked)} about the bridge")
            asked.append((chat, sent["message"]))
        del pending[:share]
        if round_ < kills:
            time.sleep(chance.uniform(0.8, 2.5))
            bot.kill()
            bot.start()
    answers = _answers(server)
    end = time.monotonic() + 60 + questions / 8
    while len(answers) < len(asked) and time.monotonic() < end:
        time.sleep(1.0)
        answers = _answers(server)
    time.sleep(2.0)
    answers = _answers(server)
    lost = [question for question in asked if question not in answers]
    doubles = sum(count - 1 for count in answers.values())
    print(f"{len(asked)} questions, {kills} kills: {len(lost)} lost, {doubles} double")  # noqa: T201
    assert lost == []
    assert doubles <= kills


def _answers(server: Any) -> Counter[tuple[int, int]]:
    """Return how many messages reply to each question."""
    return Counter(
        (m["chat"]["id"], m["reply_to"]) for m in server.state(calls_from=10**9)["sent"] if "reply_to" in m
    )
