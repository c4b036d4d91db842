"""What the messenger remembers on disk: which updates are done, and what buttons and follow-ups need.

Nothing in it can be read without the bot's token: chats are pseudonyms, texts are sealed. Every row
expires. One SQLite file in WAL mode, shared by all processes of one bot.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.doors.telegram.ledger_tables import set_up
from bot.doors.telegram.seal import Seal
from index.errors import SettingsError

FILE = "telegram.sqlite"
KEEP_TURNS = 48 * 3600.0  # Telegram repeats an update for 24 hours; twice that is safe
KEEP_CHOICES = 90 * 86400.0  # language, feedback, counts
LEASE = 15.0  # seconds that a lease holds without renewal


@dataclass(frozen=True, slots=True)
class Turn:
    """What an answer was about, kept for its buttons and for follow-up questions."""

    question: str
    context: tuple[str, ...] = ()
    file_id: str = ""  # a document that waits for an admin's word
    file_name: str = ""
    answered: bool = True  # whether a follow-up may lean on it
    page: int = 0  # how many pages of "more" have been sent


@dataclass(frozen=True, slots=True)
class Stored:
    """An update on its way to the disk: its key, its JSON, its lane, and where it comes in that."""

    key: int
    payload: str
    lane: str = ""
    place: int = 0


class Ledger:
    """The messenger's memory. Methods are short, and safe to call from several threads.

    An update is known by its key, see ``Intake.key``.
    """

    def __init__(self, state_dir: Path, seal: Seal, clock: Callable[[], float] = time.time) -> None:
        self._seal, self._clock = seal, clock
        self._lock = threading.RLock()
        try:
            state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(state_dir / FILE, os.O_CREAT | os.O_RDWR, 0o600))  # its owner's, log and all
            self._base = sqlite3.connect(
                state_dir / FILE, timeout=10.0, isolation_level=None, check_same_thread=False
            )
            set_up(self._base)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise SettingsError(f"The state directory {state_dir} cannot be used: {reason}.") from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Group writes into one commit."""
        with self._lock:
            if self._base.in_transaction:
                yield self._base
                return
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read without waiting for writers of other processes."""
        with self._lock:
            yield self._base

    def now(self) -> float:
        """Return the time by the ledger's clock."""
        return self._clock()

    def close(self) -> None:
        """Fold the log into the file and close it."""
        with self._lock:
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._base.close()

    # Updates

    def done(self, ids: Iterable[int]) -> frozenset[int]:
        """Return those of ``ids`` that need no more work here: answered, or stored to be answered."""
        marks = json.dumps(list(ids))
        with self._lock:
            rows = self._base.execute(
                "SELECT id FROM updates WHERE id IN (SELECT value FROM json_each(?))"
                " AND (done OR payload IS NOT NULL)",
                (marks,),
            )
            return frozenset(row[0] for row in rows)

    def store(self, payloads: Iterable[Stored], worker: str) -> frozenset[int]:
        """Put updates on disk, through to the platter, before they are confirmed; return the new ones."""
        new = set()
        with self._lock:
            self._base.execute("PRAGMA synchronous=FULL")
            try:
                with self.transaction() as base:
                    for each in payloads:
                        sealed, lane = self._seal.close(each.payload, "update"), self._lane(each.lane)
                        row = (each.key, sealed, worker, *self._times(), lane, each.place)
                        found = base.execute(
                            "INSERT INTO updates (id, done, tries, payload, worker, lease, at, lane, place)"
                            " VALUES (?1, 0, 0, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
                            " payload = ?2, worker = ?3, lease = ?4, lane = ?6, place = ?7"
                            " WHERE NOT done AND payload IS NULL",
                            row,
                        )
                        if found.rowcount:
                            new.add(each.key)
            finally:
                self._base.execute("PRAGMA synchronous=NORMAL")
        return frozenset(new)

    def _lane(self, lane: str) -> bytes:
        return self._seal.pseudonym("lane", lane)

    def comes_after_others(self, lane: str, place: int, worker: str) -> bool:
        """Tell whether other processes than ``worker`` have work before ``place`` in a lane."""
        with self._lock:
            row = self._base.execute(
                "SELECT 1 FROM updates WHERE lane = ? AND place < ? AND payload IS NOT NULL AND worker <> ?"
                " LIMIT 1",
                (self._lane(lane), place, worker),
            ).fetchone()
        return row is not None

    def _times(self) -> tuple[float, float]:
        now = self._clock()
        return now + LEASE, now

    def payload(self, update: int) -> str | None:
        """Return a stored update that still waits, or None."""
        with self._lock:
            row = self._base.execute("SELECT payload FROM updates WHERE id = ?", (update,)).fetchone()
        return self._seal.open(row[0], "update") if row and row[0] else None

    def take_over(self, worker: str, gone: Callable[[str], bool]) -> tuple[int, ...]:
        """Claim stored updates whose worker is gone."""
        lease = self._times()[0]
        with self.transaction() as base:
            waiting = base.execute(
                "SELECT id, worker FROM updates WHERE payload IS NOT NULL AND worker <> ?", (worker,)
            ).fetchall()
            left = {other for other in {row[1] for row in waiting} if gone(other)}
            mine = tuple(row[0] for row in waiting if row[1] in left)
            base.executemany(
                "UPDATE updates SET worker = ?, lease = ? WHERE id = ?", [(worker, lease, i) for i in mine]
            )
        return mine

    def renew(self, worker: str) -> None:
        """Keep the stored updates of ``worker`` from being taken over."""
        with self.transaction() as base:
            base.execute(
                "UPDATE updates SET lease = ? WHERE worker = ? AND payload IS NOT NULL",
                (self._times()[0], worker),
            )

    def begin(self, update: int) -> int:
        """Note that work on an update begins; return how often it has without getting to an answer."""
        with self.transaction() as base:
            row = base.execute(
                "INSERT INTO updates (id, done, tries, at) VALUES (?, 0, 1, ?)"
                " ON CONFLICT (id) DO UPDATE SET tries = tries + 1 RETURNING tries",
                (update, self._clock()),
            ).fetchone()
        return int(row[0])

    def finish(self, update: int) -> None:
        """Note that an update is answered, and forget its text."""
        with self.transaction() as base:
            base.execute(
                "INSERT INTO updates (id, done, tries, at) VALUES (?, 1, 0, ?)"
                " ON CONFLICT (id) DO UPDATE SET done = 1, payload = NULL, worker = NULL",
                (update, self._clock()),
            )

    # Conversations

    def remember(
        self, chat: int, question: int, messages: Iterable[int], turn: Turn, thread: int | None = None
    ) -> None:
        """Keep what the ``messages`` that answer the message ``question`` are about."""
        sealed = self._seal.close(json.dumps(asdict(turn)), chat)
        with self.transaction() as base:
            base.executemany(
                "INSERT OR REPLACE INTO turns (chat, message, question, sealed, at, thread)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(self._chat(chat), m, question, sealed, self._clock(), thread or 0) for m in messages],
            )

    def _chat(self, chat: int) -> bytes:
        return self._seal.pseudonym("chat", chat)

    def turn(self, chat: int, message: int) -> Turn | None:
        """Return what the bot's ``message`` was about."""
        with self._lock:
            row = self._base.execute(
                "SELECT sealed FROM turns WHERE chat = ? AND message = ?", (self._chat(chat), message)
            ).fetchone()
        return self._opened(chat, row)

    def last_turn(self, chat: int, within: float, besides: int, thread: int | None = None) -> Turn | None:
        """Return the newest turn of a chat, or of a topic in it, that does not answer ``besides``.

        Only those of the last ``within`` seconds count; a clock put back leaves some in the future.
        """
        now = self._clock()
        with self._lock:
            row = self._base.execute(
                "SELECT sealed FROM turns WHERE chat = ? AND at BETWEEN ? AND ? AND question <> ?"
                " AND COALESCE(thread, 0) = ? ORDER BY at DESC, message DESC LIMIT 1",
                (self._chat(chat), now - within, now + within, besides, thread or 0),
            ).fetchone()
        return self._opened(chat, row)

    def _opened(self, chat: int, row: tuple[bytes] | None) -> Turn | None:
        text = self._seal.open(row[0], chat) if row else None
        if text is None:
            return None
        fields = json.loads(text)  # an older release knew fewer
        return Turn(**{**fields, "context": tuple(fields["context"])})

    def answers(self, chat: int, question: int) -> tuple[int, ...]:
        """Return the ids of the messages that answer ``question``, in their order."""
        with self._lock:
            rows = self._base.execute(
                "SELECT message FROM turns WHERE chat = ? AND question = ? ORDER BY message",
                (self._chat(chat), question),
            )
            return tuple(row[0] for row in rows)

    def forget(self, chat: int, messages: Iterable[int]) -> None:
        """Drop what is known of ``messages``."""
        with self.transaction() as base:
            base.executemany(
                "DELETE FROM turns WHERE chat = ? AND message = ?",
                [(self._chat(chat), message) for message in messages],
            )

    def moved(self, old: int, new: int) -> None:
        """Note that a group goes on under another number, which its buttons and turns do not know."""
        with self.transaction() as base:
            sealed = self._seal.close(str(old), new)
            base.execute(
                "INSERT OR REPLACE INTO moves VALUES (?, ?, ?)", (self._chat(new), sealed, self._clock())
            )

    def moved_from(self, chat: int) -> int | None:
        """Return the number that a group had before, or None."""
        with self._lock:
            row = self._base.execute(
                "SELECT sealed FROM moves WHERE chat = ?", (self._chat(chat),)
            ).fetchone()
        text = self._seal.open(row[0], chat) if row else None
        return int(text) if text else None

    def forget_chat(self, chat: int) -> None:
        """Delete all that is kept of a chat, but for what keeps its last updates from being done again.

        Of a group that has moved also what is kept under the number that it had before.
        """
        with self.transaction() as base:
            numbers = [self._chat(each) for each in (chat, self.moved_from(chat)) if each is not None]
            for known in numbers:
                for table in ("turns", "languages", "moves", "feedback"):
                    base.execute(f"DELETE FROM {table} WHERE chat = ?", (known,))  # noqa: S608
                base.execute("UPDATE parts SET sealed = NULL WHERE chat = ?", (known,))

    def waiting(self) -> int:
        """Return how many updates wait on disk for their answer."""
        with self._lock:
            row = self._base.execute("SELECT COUNT(*) FROM updates WHERE payload IS NOT NULL").fetchone()
        return int(row[0])

    def expire(self) -> None:
        """Delete what is too old, and fold the log so that nothing deleted lingers in it."""
        now = self._clock()
        with self.transaction() as base:
            base.execute("DELETE FROM updates WHERE at < ?", (now - KEEP_TURNS,))
            base.execute("DELETE FROM parts WHERE at < ?", (now - KEEP_TURNS,))
            base.execute("DELETE FROM turns WHERE at < ?", (now - KEEP_TURNS,))
            base.execute("DELETE FROM languages WHERE at < ?", (now - KEEP_CHOICES,))
            base.execute("DELETE FROM feedback WHERE at < ?", (now - KEEP_CHOICES,))
            base.execute("DELETE FROM moves WHERE at < ?", (now - KEEP_CHOICES,))
            oldest = time.strftime("%Y-%m-%d", time.gmtime(now - KEEP_CHOICES))
            base.execute("DELETE FROM counts WHERE day < ?", (oldest,))
        with self._lock:
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
