"""What the messenger remembers on disk: which updates are done, and what buttons and follow-ups need.

Nothing in it can be read without the bot's token: chats are pseudonyms, texts are sealed. Every row
expires. One SQLite file in WAL mode, shared by all processes of one bot.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.doors.telegram.seal import Seal
from index.errors import SettingsError

FILE = "telegram.sqlite"
KEEP_TURNS = 48 * 3600.0  # Telegram repeats an update for 24 hours; twice that is safe
KEEP_CHOICES = 90 * 86400.0  # language, feedback, counts
LEASE = 15.0  # seconds without renewal after which another process takes over a stored update

_SCHEMA = """
CREATE TABLE IF NOT EXISTS updates (
  id INTEGER PRIMARY KEY, done INTEGER NOT NULL, tries INTEGER NOT NULL,
  payload BLOB, worker TEXT, lease REAL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS updates_waiting ON updates (id) WHERE payload IS NOT NULL;
CREATE TABLE IF NOT EXISTS parts (
  id INTEGER, number INTEGER, counter BLOB NOT NULL, low INTEGER NOT NULL, message INTEGER, at REAL NOT NULL,
  PRIMARY KEY (id, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS parts_sent ON parts (counter, message);
CREATE TABLE IF NOT EXISTS turns (
  chat BLOB, message INTEGER, question INTEGER NOT NULL, sealed BLOB NOT NULL, at REAL NOT NULL,
  PRIMARY KEY (chat, message)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS languages (chat BLOB PRIMARY KEY, language TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS feedback (answer BLOB PRIMARY KEY, useful INTEGER NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS counts (day TEXT, name TEXT, n INTEGER NOT NULL, PRIMARY KEY (day, name));
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One outgoing message of an update; ``message`` is its id once it is known to be sent."""

    low: int  # every message id up to this one was given before the part was first sent
    message: int | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What an answer was about, kept for its buttons and for follow-up questions."""

    question: str
    context: tuple[str, ...] = ()
    file_id: str = ""  # a document that waits for an admin's word
    file_name: str = ""


class Ledger:
    """The messenger's memory. Methods are short, and safe to call from several threads.

    An update is known by its key, see ``Intake.key``.
    """

    def __init__(self, state_dir: Path, seal: Seal, clock: Callable[[], float] = time.time) -> None:
        self._seal, self._clock = seal, clock
        self._lock = threading.RLock()
        try:
            state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._base = sqlite3.connect(
                state_dir / FILE, timeout=10.0, isolation_level=None, check_same_thread=False
            )
            for pragma in ("journal_mode=WAL", "secure_delete=ON", "synchronous=NORMAL"):
                self._base.execute(f"PRAGMA {pragma}")
            self._base.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise SettingsError(f"The state directory {state_dir} cannot be used: {error}.") from error

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

    def store(self, payloads: Iterable[tuple[int, str]], worker: str) -> frozenset[int]:
        """Put updates on disk, through to the platter, before they are confirmed; return the new ones."""
        new = set()
        with self._lock:
            self._base.execute("PRAGMA synchronous=FULL")
            try:
                with self.transaction() as base:
                    for number, payload in payloads:
                        row = (number, self._seal.close(payload, "update"), worker, *self._times())
                        found = base.execute(
                            "INSERT INTO updates VALUES (?1, 0, 0, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE"
                            " SET payload = ?2, worker = ?3, lease = ?4 WHERE NOT done AND payload IS NULL",
                            row,
                        )
                        if found.rowcount:
                            new.add(number)
            finally:
                self._base.execute("PRAGMA synchronous=NORMAL")
        return frozenset(new)

    def _times(self) -> tuple[float, float]:
        now = self._clock()
        return now + LEASE, now

    def payload(self, update: int) -> str | None:
        """Return a stored update that still waits, or None."""
        with self._lock:
            row = self._base.execute("SELECT payload FROM updates WHERE id = ?", (update,)).fetchone()
        return self._seal.open(row[0], "update") if row and row[0] else None

    def take_over(self, worker: str, dead: Callable[[str], bool]) -> tuple[int, ...]:
        """Claim stored updates whose worker is gone, oldest first."""
        lease, now = self._times()
        with self.transaction() as base:
            waiting = base.execute(
                "SELECT id, worker, lease FROM updates WHERE payload IS NOT NULL AND worker <> ? ORDER BY id",
                (worker,),
            ).fetchall()
            mine = tuple(row[0] for row in waiting if row[2] < now or dead(row[1]))
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
                "INSERT INTO updates VALUES (?, 0, 1, NULL, NULL, NULL, ?)"
                " ON CONFLICT (id) DO UPDATE SET tries = tries + 1 RETURNING tries",
                (update, self._clock()),
            ).fetchone()
        return int(row[0])

    def finish(self, update: int) -> None:
        """Note that an update is answered, and forget its text."""
        with self.transaction() as base:
            base.execute(
                "INSERT INTO updates VALUES (?, 1, 0, NULL, NULL, NULL, ?)"
                " ON CONFLICT (id) DO UPDATE SET done = 1, payload = NULL, worker = NULL",
                (update, self._clock()),
            )

    # Outgoing messages

    def part(self, update: int, number: int) -> Part | None:
        """Return what is known of the ``number``-th message sent for ``update``."""
        with self._lock:
            row = self._base.execute(
                "SELECT low, message FROM parts WHERE id = ? AND number = ?", (update, number)
            ).fetchone()
        return Part(row[0], row[1]) if row else None

    def attempt(self, update: int, number: int, counter: bytes, low: int) -> int:
        """Note that a message is about to be sent; return the highest id known to come before it."""
        with self.transaction() as base:
            row = base.execute("SELECT MAX(message) FROM parts WHERE counter = ?", (counter,)).fetchone()
            low = max(low, row[0] or 0)
            base.execute(
                "INSERT OR IGNORE INTO parts VALUES (?, ?, ?, ?, NULL, ?)",
                (update, number, counter, low, self._clock()),
            )
            # It got as far as an answer, so it is not what makes processes die.
            base.execute("UPDATE updates SET tries = 0 WHERE id = ?", (update,))
        return low

    def sent(self, update: int, number: int, message: int) -> None:
        """Note the id under which a message was delivered."""
        with self.transaction() as base:
            base.execute(
                "UPDATE parts SET message = ? WHERE id = ? AND number = ?", (message, update, number)
            )

    def known(self, counter: bytes, low: int) -> frozenset[int]:
        """Return the ids above ``low`` of messages that this bot is known to have sent."""
        with self._lock:
            rows = self._base.execute(
                "SELECT message FROM parts WHERE counter = ? AND message > ?", (counter, low)
            )
            return frozenset(row[0] for row in rows)

    # Conversations

    def remember(self, chat: int, question: int, messages: Iterable[int], turn: Turn) -> None:
        """Keep what the ``messages`` that answer the message ``question`` are about."""
        sealed = self._seal.close(json.dumps(asdict(turn)), chat)
        with self.transaction() as base:
            base.executemany(
                "INSERT OR REPLACE INTO turns VALUES (?, ?, ?, ?, ?)",
                [(self._chat(chat), message, question, sealed, self._clock()) for message in messages],
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

    def last_turn(self, chat: int, within: float, besides: int) -> Turn | None:
        """Return a chat's newest turn of the last ``within`` seconds that does not answer ``besides``."""
        with self._lock:
            row = self._base.execute(
                "SELECT sealed FROM turns WHERE chat = ? AND at >= ? AND question <> ?"
                " ORDER BY at DESC, message DESC LIMIT 1",
                (self._chat(chat), self._clock() - within, besides),
            ).fetchone()
        return self._opened(chat, row)

    def _opened(self, chat: int, row: tuple[bytes] | None) -> Turn | None:
        text = self._seal.open(row[0], chat) if row else None
        if text is None:
            return None
        fields = json.loads(text)
        return Turn(fields["question"], tuple(fields["context"]), fields["file_id"], fields["file_name"])

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

    def expire(self) -> None:
        """Delete what is too old, and fold the log so that nothing deleted lingers in it."""
        now = self._clock()
        with self.transaction() as base:
            base.execute("DELETE FROM updates WHERE at < ?", (now - KEEP_TURNS,))
            base.execute("DELETE FROM parts WHERE at < ?", (now - KEEP_TURNS,))
            base.execute("DELETE FROM turns WHERE at < ?", (now - KEEP_TURNS,))
            base.execute("DELETE FROM languages WHERE at < ?", (now - KEEP_CHOICES,))
            base.execute("DELETE FROM feedback WHERE at < ?", (now - KEEP_CHOICES,))
            oldest = time.strftime("%Y-%m-%d", time.gmtime(now - KEEP_CHOICES))
            base.execute("DELETE FROM counts WHERE day < ?", (oldest,))
        with self._lock:
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
