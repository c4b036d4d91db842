"""The ledger: what is done stays done, what is stored is taken over, what is old goes away."""

from __future__ import annotations

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.doors.telegram.choices import Choices
from bot.doors.telegram.ledger import KEEP_CHOICES, KEEP_TURNS, Ledger, Stored, Turn
from bot.doors.telegram.outbox import Outbox, Outgoing
from bot.doors.telegram.seal import Seal
from bot.doors.telegram.service import PHRASES
from bot.phrases import Phrases
from bot.render.message import Entity, Message
from index.errors import SettingsError


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock."""
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    """A ledger on a clock set by hand."""
    return Ledger(tmp_path, Seal("token"), clock)


BUTTON = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m")]])
HELLO = Outgoing(Message("Hello", (Entity("bold", 0, 5),)), BUTTON)


def box(ledger: Ledger) -> Outbox:
    """The outbox of a ledger."""
    return Outbox(ledger, Seal("token"))


def test_finished_updates_are_done(ledger: Ledger) -> None:
    """Only finished and stored updates are done; begun ones are not."""
    ledger.begin(1)
    ledger.begin(2)
    ledger.finish(2)
    ledger.store([Stored(3, "{}")], "me")
    assert ledger.done([1, 2, 3, 4]) == {2, 3}


def test_beginnings_are_counted(ledger: Ledger) -> None:
    """An update that is begun again and again can be recognised, unless it got to an answer."""
    assert [ledger.begin(1) for _ in range(3)] == [1, 2, 3]
    box(ledger).reached(1)
    assert ledger.begin(1) == 1


def test_update_is_stored_once(ledger: Ledger) -> None:
    """The same update stored again is not new, neither while it waits nor when it is done."""
    assert ledger.store([Stored(1, "a"), Stored(2, "b")], "me") == {1, 2}
    assert ledger.store([Stored(1, "a")], "other") == set()
    ledger.finish(1)
    assert ledger.store([Stored(1, "a")], "me") == set()
    assert ledger.payload(1) is None
    assert ledger.payload(2) == "b"


def test_stored_updates_of_the_dead_are_taken_over(ledger: Ledger) -> None:
    """Another process takes over what a worker left that is gone, and nobody else's."""
    ledger.store([Stored(1, "a"), Stored(2, "b")], "gone")
    ledger.store([Stored(3, "c")], "alive")
    assert ledger.take_over("me", lambda worker: worker == "gone") == (1, 2)
    assert ledger.take_over("me", lambda worker: worker == "gone") == ()
    assert ledger.take_over("other", lambda worker: worker == "me") == (1, 2)


def test_parts_are_remembered(ledger: Ledger) -> None:
    """What was sent is known by its id; what was only attempted, by what came before it."""
    outbox = box(ledger)
    assert outbox.part(1, 0) is None
    first = outbox.attempt(1, 0, 7, b"x", 40, 39, HELLO)
    assert first.low == 40
    assert outbox.open_parts(7) == [first]
    assert outbox.open_parts(8) == []
    outbox.arrived(first, 45)
    assert outbox.open_parts(7) == []
    assert outbox.attempt(2, 0, 7, b"x", 41, 0, HELLO).low == 45
    assert outbox.attempt(2, 1, 7, b"other", 7, 0, HELLO).low == 7
    assert outbox.known(b"x", 40) == {45}
    outbox.lost(outbox.open_parts(7)[0])
    assert outbox.part(2, 0) is None


def test_turns_are_found_by_message_and_by_time(ledger: Ledger, clock: Clock) -> None:
    """A turn is found by the bot's message, and as the chat's last one while it is young."""
    ledger.remember(7, 100, [101, 102], Turn("first"))
    clock.now += 10
    ledger.remember(7, 103, [104], Turn("second", ("first",)))
    assert ledger.turn(7, 102) == Turn("first")
    assert ledger.turn(8, 102) is None
    assert ledger.last_turn(7, 60, besides=0) == Turn("second", ("first",))
    assert ledger.last_turn(7, 60, besides=103) == Turn("first")
    clock.now += 55
    assert ledger.last_turn(7, 60, besides=103) is None
    clock.now -= 3600  # put right: what was kept before is in the future now
    ledger.remember(7, 105, [106], Turn("third"))
    assert ledger.last_turn(7, 60, besides=0) == Turn("third")
    assert ledger.answers(7, 100) == (101, 102)
    ledger.forget(7, [101])
    assert ledger.answers(7, 100) == (102,)


def test_everything_expires(tmp_path: Path, ledger: Ledger, clock: Clock) -> None:
    """After their time updates, parts, turns and choices are gone."""
    ledger.finish(1)
    box(ledger).attempt(1, 0, 7, b"x", 1, 1, HELLO)
    ledger.remember(7, 100, [101], Turn("q"))
    clock.now += KEEP_TURNS + 1
    ledger.expire()
    assert ledger.done([1]) == set()
    assert box(ledger).part(1, 0) is None
    assert ledger.turn(7, 101) is None
    clock.now += KEEP_CHOICES
    ledger.expire()
    with ledger.reading() as base:
        counts = [base.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in  # noqa: S608
                  ("updates", "parts", "turns", "languages", "feedback", "counts")]  # fmt: skip
    assert counts == [0] * 6
    assert (tmp_path / "telegram.sqlite-wal").stat().st_size == 0


def test_choices_are_kept(ledger: Ledger) -> None:
    """A chat's language is kept until it is taken back; a second judgement replaces the first."""
    choices = Choices(ledger, Seal("token"))
    assert choices.language(7) is None
    choices.set_language(7, "es")
    assert choices.language(7) == "es"
    choices.set_language(7, None)
    assert choices.language(7) is None
    choices.judge(7, 1, 7, useful=True)
    choices.judge(7, 1, 7, useful=False)
    choices.count("answered")
    choices.count("answered")
    assert choices.totals(1) == (("answered", 2), ("useful", 0), ("not_useful", 1))


def test_unusable_directory_is_a_settings_error(tmp_path: Path) -> None:
    """A state directory that cannot be made is reported as a wrong setting."""
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="state directory"):
        Ledger(tmp_path / "file" / "state", Seal("token"))


def test_file_of_an_earlier_version_lives_on(tmp_path: Path) -> None:
    """A ledger without the newer columns gets them, and keeps what waits in it."""
    base = sqlite3.connect(tmp_path / "telegram.sqlite")
    base.execute(
        "CREATE TABLE updates (id INTEGER PRIMARY KEY, done INTEGER NOT NULL, tries INTEGER NOT NULL,"
        " payload BLOB, worker TEXT, lease REAL, at REAL NOT NULL)"
    )
    base.execute(
        "INSERT INTO updates VALUES (1, 0, 0, ?, 'gone:1:x', 0, ?)",
        (Seal("token").close("{}", "update"), time.time()),
    )
    base.commit()
    base.close()
    ledger = Ledger(tmp_path, Seal("token"))
    assert ledger.payload(1) == "{}"
    assert ledger.take_over("me", lambda _: True) == (1,)
    assert not ledger.comes_after_others("lane", 5, "other")


def test_updates_of_a_lane_come_in_their_order(ledger: Ledger) -> None:
    """An update waits for earlier ones of its lane that another process does, and for no other lane's."""
    ledger.store([Stored(1, "a", "chat 7", 10), Stored(2, "b", "chat 8", 11)], "me")
    assert ledger.comes_after_others("chat 7", 12, "other")
    assert not ledger.comes_after_others("chat 7", 12, "me")
    assert not ledger.comes_after_others("chat 7", 10, "other")
    ledger.finish(1)
    assert not ledger.comes_after_others("chat 7", 12, "other")


def test_topics_are_conversations_of_their_own(ledger: Ledger) -> None:
    """The last turn of one topic is not that of another, nor of the chat outside them."""
    ledger.remember(7, 100, [101], Turn("in two"), thread=2)
    assert ledger.last_turn(7, 60, 0, thread=2) == Turn("in two")
    assert ledger.last_turn(7, 60, 0, thread=3) is None
    assert ledger.last_turn(7, 60, 0) is None


def test_forgotten_chat_leaves_nothing(ledger: Ledger) -> None:
    """What is kept of a chat can be deleted, and of that chat only."""
    choices = Choices(ledger, Seal("token"))
    for chat in (7, 8):
        ledger.remember(chat, 100, [101], Turn("q"))
        choices.set_language(chat, "es")
        choices.judge(chat, 101, chat, useful=True)
        ledger.moved(chat + 100, chat)
    ledger.forget_chat(7)
    assert (ledger.turn(7, 101), choices.language(7), ledger.moved_from(7)) == (None, None, None)
    assert (ledger.turn(8, 101), choices.language(8), ledger.moved_from(8)) == (Turn("q"), "es", 108)
    assert choices.totals(1) == (("useful", 1), ("not_useful", 0))


def test_forgotten_group_leaves_nothing_under_its_old_number(ledger: Ledger) -> None:
    """Of a group that has moved what was kept before it moved is deleted too."""
    choices = Choices(ledger, Seal("token"))
    ledger.remember(-7, 100, [101], Turn("q"))
    choices.judge(-7, 101, 5, useful=True)
    ledger.moved(-7, -1007)
    ledger.forget_chat(-1007)
    assert ledger.turn(-7, 101) is None
    assert choices.totals(1) == (("useful", 0), ("not_useful", 0))


def test_privacy_names_every_table(tmp_path: Path) -> None:
    """What /privacy says covers each table of the ledger, with how long its rows stay."""
    told = {
        "updates": ("updates already answered", "48 hours"),
        "parts": ("ids of the messages sent", "until it is known to have arrived"),
        "turns": ("question behind an answer", "48 hours"),
        "languages": ("language you chose", "90 days"),
        "feedback": ("was helpful", "90 days"),
        "moves": ("number that a group had", "90 days"),
        "leases": ("which process writes", "seconds"),
        "counts": ("how many questions", "90 days"),
    }
    text = Phrases(PHRASES).get("privacy", "en")
    with Ledger(tmp_path, Seal("token")).reading() as base:
        tables = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == set(told)
    assert all(words in text for each in told.values() for words in each)


def test_processes_that_start_together_share_the_file(tmp_path: Path) -> None:
    """Those that open a new state directory at one moment wait for each other: none is turned away."""
    for turn in range(20):
        folder = tmp_path / str(turn)
        with ThreadPoolExecutor(8) as threads:
            opened = [threads.submit(Ledger, folder, Seal("a token")) for _ in range(8)]
        for each in opened:
            each.result().close()
