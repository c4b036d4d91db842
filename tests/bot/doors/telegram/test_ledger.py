"""The ledger: what is done stays done, what is stored is taken over, what is old goes away."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.doors.telegram.choices import Choices
from bot.doors.telegram.ledger import KEEP_CHOICES, KEEP_TURNS, LEASE, Ledger, Turn
from bot.doors.telegram.seal import Seal
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


def test_finished_updates_are_done(ledger: Ledger) -> None:
    """Only finished and stored updates are done; begun ones are not."""
    ledger.begin(1)
    ledger.begin(2)
    ledger.finish(2)
    ledger.store([(3, "{}")], "me")
    assert ledger.done([1, 2, 3, 4]) == {2, 3}


def test_beginnings_are_counted(ledger: Ledger) -> None:
    """An update that is begun again and again can be recognised, unless it got to an answer."""
    assert [ledger.begin(1) for _ in range(3)] == [1, 2, 3]
    ledger.attempt(1, 0, b"x", 1)
    assert ledger.begin(1) == 1


def test_update_is_stored_once(ledger: Ledger) -> None:
    """The same update stored again is not new, neither while it waits nor when it is done."""
    assert ledger.store([(1, "a"), (2, "b")], "me") == {1, 2}
    assert ledger.store([(1, "a")], "other") == set()
    ledger.finish(1)
    assert ledger.store([(1, "a")], "me") == set()
    assert ledger.payload(1) is None
    assert ledger.payload(2) == "b"


def test_stored_updates_of_the_dead_are_taken_over(ledger: Ledger, clock: Clock) -> None:
    """Another process takes over when a worker is dead or its lease has run out, not before."""
    ledger.store([(1, "a"), (2, "b")], "gone")
    ledger.store([(3, "c")], "alive")
    assert ledger.take_over("me", lambda worker: worker == "gone") == (1, 2)
    clock.now += LEASE - 1
    ledger.renew("alive")
    clock.now += 2
    assert ledger.take_over("other", lambda _: False) == (1, 2)
    clock.now += LEASE + 1
    assert ledger.take_over("me", lambda _: False) == (1, 2, 3)


def test_parts_are_remembered(ledger: Ledger) -> None:
    """What was sent is known by its id; what was only attempted, by what came before it."""
    assert ledger.part(1, 0) is None
    assert ledger.attempt(1, 0, b"x", 40) == 40
    assert ledger.part(1, 0) is not None
    ledger.sent(1, 0, 45)
    assert ledger.attempt(2, 0, b"x", 41) == 45
    assert ledger.attempt(2, 1, b"other", 7) == 7
    assert ledger.known(b"x", 40) == {45}


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
    assert ledger.answers(7, 100) == (101, 102)
    ledger.forget(7, [101])
    assert ledger.answers(7, 100) == (102,)


def test_everything_expires(tmp_path: Path, ledger: Ledger, clock: Clock) -> None:
    """After their time updates, parts, turns and choices are gone."""
    ledger.finish(1)
    ledger.attempt(1, 0, b"x", 1)
    ledger.remember(7, 100, [101], Turn("q"))
    clock.now += KEEP_TURNS + 1
    ledger.expire()
    assert ledger.done([1]) == set()
    assert ledger.part(1, 0) is None
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
    choices.judge(7, 1, useful=True)
    choices.judge(7, 1, useful=False)
    choices.count("answered")
    choices.count("answered")
    assert choices.totals(1) == (("answered", 2), ("useful", 0), ("not_useful", 1))


def test_unusable_directory_is_a_settings_error(tmp_path: Path) -> None:
    """A state directory that cannot be made is reported as a wrong setting."""
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="state directory"):
        Ledger(tmp_path / "file" / "state", Seal("token"))
