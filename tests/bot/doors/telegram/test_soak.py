"""A soak: many chats, faults of every kind, and a process that is killed again and again."""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import Any

import pytest

CHATS = 20
# One call in ten, of whatever method: refused before it ran, cut or answered by somebody else, before or
# after it ran, late beyond patience.
BEFORE, AFTER = ("429", "502", "500", "404", "reset", "portal", "empty"), ("lost", "blank", "504", "slow")
FAULTS = dict.fromkeys((*BEFORE, *AFTER), 0.1 / 13) | {"hang": 0.002, "late": 0.002}
QUIET = 90  # looks, a second apart, that find no new answer, after which none is waited for
PATIENCE, LATE = 3.0, 4.0  # seconds that the bot waits, and after which a late answer comes
# Those after which it is certain whether a message was sent.
CERTAIN = dict.fromkeys(BEFORE, 0.1 / len(BEFORE))


@pytest.mark.parametrize(
    ("questions", "kills", "faults"),
    [
        pytest.param(60, 2, FAULTS, id="short"),
        pytest.param(40, 0, CERTAIN, id="without kills"),
        pytest.param(1600, 30, FAULTS, id="whole", marks=pytest.mark.long),
    ],
)
def test_no_question_is_lost_and_hardly_one_answered_twice(
    server: Any, bot: Any, questions: int, kills: int, faults: dict[str, float]
) -> None:
    """Of all questions none is lost, no answer is deleted; there is at most one double for each kill."""
    chance = random.Random(11)  # noqa: S311
    server.faults(rates=faults, seconds=LATE, methods=["*"])
    bot.start(patience=PATIENCE)
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
            bot.start(patience=PATIENCE)
    _wait_while_answers_come(server, len(asked))
    time.sleep(2.0)
    answers = _answers(server)
    lost = [question for question in asked if question not in answers]
    doubles = sum(count - 1 for count in answers.values())
    print(f"{len(asked)} questions, {kills} kills: {len(lost)} lost, {doubles} double")  # noqa: T201
    assert lost == []
    assert server.state(calls_from=10**9)["deleted"] == []
    assert doubles <= kills


def _wait_while_answers_come(server: Any, all_of_them: int) -> None:
    """Wait for all answers, or until look after look finds no new one."""
    known, quiet = 0, 0
    while known < all_of_them and quiet < QUIET:
        time.sleep(1.0)
        found = len(_answers(server))
        quiet = 0 if found > known else quiet + 1
        known = found


def _answers(server: Any) -> Counter[tuple[int, int]]:
    """Return how many messages reply to each question."""
    return Counter(
        (m["chat"]["id"], m["reply_to"]) for m in server.state(calls_from=10**9)["sent"] if "reply_to" in m
    )
