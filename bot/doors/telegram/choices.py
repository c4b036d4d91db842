"""What people chose and what was counted, without who: languages, feedback, daily numbers."""

from __future__ import annotations

import time

from bot.doors.telegram.ledger import Ledger
from bot.doors.telegram.seal import Seal


class Choices:
    """Reads and writes the small tables of the ledger."""

    def __init__(self, ledger: Ledger, seal: Seal) -> None:
        self._ledger, self._seal = ledger, seal

    def language(self, chat: int) -> str | None:
        """Return the language chosen in a chat, or None."""
        with self._ledger.reading() as base:
            row = base.execute(
                "SELECT language FROM languages WHERE chat = ?", (self._seal.pseudonym("chat", chat),)
            ).fetchone()
        return str(row[0]) if row else None

    def set_language(self, chat: int, language: str | None) -> None:
        """Keep a chat's language; None goes back to Telegram's."""
        owner = self._seal.pseudonym("chat", chat)
        with self._ledger.transaction() as base:
            if language is None:
                base.execute("DELETE FROM languages WHERE chat = ?", (owner,))
            else:
                base.execute(
                    "INSERT OR REPLACE INTO languages VALUES (?, ?, ?)", (owner, language, time.time())
                )

    def judge(self, chat: int, message: int, user: int, *, useful: bool | None) -> None:
        """Keep somebody's judgement of an answer; a second one replaces the first, None takes it back."""
        answer = self._seal.pseudonym("answer", f"{chat} {message} {user}")
        if useful is None:
            with self._ledger.transaction() as base:
                base.execute("DELETE FROM feedback WHERE answer = ?", (answer,))
            return
        with self._ledger.transaction() as base:
            base.execute(
                "INSERT OR REPLACE INTO feedback (answer, useful, at, chat) VALUES (?, ?, ?, ?)",
                (answer, useful, time.time(), self._seal.pseudonym("chat", chat)),
            )

    def count(self, name: str) -> None:
        """Add one to today's number of ``name``."""
        day = time.strftime("%Y-%m-%d", time.gmtime())
        with self._ledger.transaction() as base:
            base.execute(
                "INSERT INTO counts VALUES (?, ?, 1) ON CONFLICT (day, name) DO UPDATE SET n = n + 1",
                (day, name),
            )

    def totals(self, days: int) -> tuple[tuple[str, int], ...]:
        """Return the numbers of the last ``days`` days by name, feedback among them."""
        since = time.time() - days * 86400
        with self._ledger.reading() as base:
            rows = base.execute(
                "SELECT name, SUM(n) FROM counts WHERE day >= ? GROUP BY name ORDER BY name",
                (time.strftime("%Y-%m-%d", time.gmtime(since)),),
            ).fetchall()
            good, bad = base.execute(
                "SELECT COALESCE(SUM(useful), 0), COALESCE(SUM(1 - useful), 0) FROM feedback WHERE at >= ?",
                (since,),
            ).fetchone()
        return (*((str(name), int(n)) for name, n in rows), ("useful", good), ("not_useful", bad))
