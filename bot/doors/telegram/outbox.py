"""What has been sent and what may have been: each message has its place on disk before it goes out.

A place holds, sealed for its chat, what the message says, until it is known under which id it arrived or
that it did not. So whichever process writes into the chat next can find out first; and since nobody writes
into a chat in which something is open, at most one message of a chat is ever in doubt.
"""

from __future__ import annotations

import json
from typing import Any

from telegram import InlineKeyboardMarkup

from bot.doors.telegram.ledger import Ledger
from bot.doors.telegram.seal import Seal
from bot.render.message import Entity, Message
from index.values import frozen


@frozen
class Outgoing:
    """What one message says, its buttons among it."""

    message: Message
    keyboard: InlineKeyboardMarkup | None = None
    is_caption: bool = False  # the words under a picture

    def packed(self) -> str:
        """Return it as JSON."""
        entities = [[e.kind, e.offset, e.length, e.url] for e in self.message.entities]
        buttons = self.keyboard.to_dict() if self.keyboard else None
        return json.dumps([self.message.text, entities, buttons, self.is_caption])


def unpacked(text: str) -> Outgoing:
    """Return what ``Outgoing.packed`` made JSON of."""
    words, entities, buttons, is_caption = json.loads(text)
    message = Message(words, tuple(Entity(*each) for each in entities))
    return Outgoing(message, InlineKeyboardMarkup.de_json(buttons) if buttons else None, is_caption)


@frozen
class Part:
    """One outgoing message of an update; ``message`` is its id once it is known to be sent."""

    update: int
    number: int
    low: int  # every message id up to this one was given before the part was first sent
    after: int  # the newest message of the chat known when the update came
    message: int | None
    outgoing: Outgoing | None = None  # None once it is settled


class Outbox:
    """Remembers outgoing messages in the ledger."""

    def __init__(self, ledger: Ledger, seal: Seal) -> None:
        self._ledger, self._seal = ledger, seal

    def reached(self, update: int) -> None:
        """Note that an update got as far as an answer: it is not what makes processes die.

        From here on it only waits, for its chat and for Telegram, and may be begun again any number of times.
        """
        with self._ledger.transaction() as base:
            base.execute("UPDATE updates SET tries = 0 WHERE id = ? AND tries", (update,))

    def part(self, update: int, number: int) -> Part | None:
        """Return what is known of the ``number``-th message sent for ``update``."""
        with self._ledger.reading() as base:
            row = base.execute(
                "SELECT low, after, message FROM parts WHERE id = ? AND number = ?", (update, number)
            ).fetchone()
        return Part(update, number, row[0], row[1] or 0, row[2]) if row else None

    def open_parts(self, chat: int) -> list[Part]:
        """Return the messages to a chat of which it is not known whether they arrived."""
        with self._ledger.reading() as base:
            rows = base.execute(
                "SELECT id, number, low, after, sealed FROM parts WHERE chat = ? AND sealed IS NOT NULL"
                " ORDER BY at",
                (self._seal.pseudonym("chat", chat),),
            ).fetchall()
        return [self._opened(chat, row) for row in rows]

    def _opened(self, chat: int, row: tuple[Any, ...]) -> Part:
        text = self._seal.open(row[4], chat)
        outgoing = unpacked(text) if text is not None else None
        return Part(row[0], row[1], row[2], row[3] or 0, None, outgoing)

    def attempt(
        self, update: int, number: int, chat: int, counter: bytes, low: int, after: int, outgoing: Outgoing
    ) -> Part:
        """Note that a message is about to be sent; ids up to ``low`` and all known ones are older."""
        sealed = self._seal.close(outgoing.packed(), chat)
        with self._ledger.transaction() as base:
            row = base.execute("SELECT MAX(message) FROM parts WHERE counter = ?", (counter,)).fetchone()
            low = max(low, row[0] or 0)
            base.execute(
                "INSERT OR REPLACE INTO parts (id, number, counter, low, message, at, chat, after, sealed)"
                " VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?)",
                (
                    update,
                    number,
                    counter,
                    low,
                    self._ledger.now(),
                    self._seal.pseudonym("chat", chat),
                    after,
                    sealed,
                ),
            )
        return Part(update, number, low, after, None, outgoing)

    def reword(self, part: Part, chat: int, outgoing: Outgoing) -> None:
        """Note that a message goes out in other words than it was noted with."""
        sealed = self._seal.close(outgoing.packed(), chat)
        with self._ledger.transaction() as base:
            base.execute(
                "UPDATE parts SET sealed = ? WHERE id = ? AND number = ?", (sealed, part.update, part.number)
            )

    def arrived(self, part: Part, message: int) -> None:
        """Note the id under which a message was delivered, and forget its words."""
        with self._ledger.transaction() as base:
            base.execute(
                "UPDATE parts SET message = ?, sealed = NULL WHERE id = ? AND number = ?",
                (message, part.update, part.number),
            )

    def lost(self, part: Part) -> None:
        """Note that a message did not arrive: it is as if it had never been sent."""
        with self._ledger.transaction() as base:
            base.execute("DELETE FROM parts WHERE id = ? AND number = ?", (part.update, part.number))

    def known(self, counter: bytes, low: int) -> frozenset[int]:
        """Return the ids above ``low`` of messages that this bot is known to have sent."""
        with self._ledger.reading() as base:
            rows = base.execute("SELECT message FROM parts WHERE counter = ? AND message > ?", (counter, low))
            return frozenset(row[0] for row in rows)
