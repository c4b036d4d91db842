"""Delivers the messages that answer one update, each of them once.

The Bot API takes no token that would make sending twice harmless, and an answer can get lost on its
way back. So before a message is sent its place is noted on disk; when it is not known whether it
arrived, the message ids that it could have received are tried: editing a message into exactly what
it already is gets "message is not modified" from the one that is meant, and other errors from users'
messages and from ids that nobody has. The buttons under an answer hold the number of its update, so
no two answers are exactly the same; messages without buttons are simply sent again.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from telegram import InlineKeyboardMarkup, InputFile, LinkPreviewOptions, MessageEntity, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, NetworkError, TelegramError

from bot.desk import Picture
from bot.doors.telegram.ledger import Ledger
from bot.doors.telegram.wire import Fate, Wire, fate_of
from bot.render.message import Message

TRIES = 6  # with the pauses below about 15 s; then the whole update is tried again later
PAUSE = 0.5  # seconds before the second try; doubles
NEXT_IN_CHAT = 3  # ids after the question that are tried first: some servers count per chat
NEXT_OVERALL = (
    12  # unknown ids after the last one known then: Telegram counts all private chats of a bot together
)
CHATS_KEPT = 5000
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_log = logging.getLogger(__name__)


def entities_of(message: Message) -> list[MessageEntity]:
    """Return the message's entities as the Bot API library has them."""
    return [MessageEntity(e.kind, e.offset, e.length, url=e.url) for e in message.entities]


def _count(chat: int) -> int:
    """Return what names the count of message ids that ``chat`` belongs to; all private ones share 1."""
    return 1 if chat > 0 else chat


class Sightings:
    """The highest message id seen: private chats share one count, every other chat has its own."""

    def __init__(self) -> None:
        self._high: OrderedDict[int, int] = OrderedDict()

    def note(self, chat: int, message: int) -> None:
        """Remember that ``message`` exists."""
        key = _count(chat)
        self._high[key] = max(message, self._high.get(key, 0))
        self._high.move_to_end(key)
        if len(self._high) > CHATS_KEPT:
            self._high.popitem(last=False)

    def high(self, chat: int) -> int:
        """Return the highest id seen where ``chat`` is counted, or 0."""
        return self._high.get(_count(chat), 0)


@dataclass(slots=True)
class Delivery:
    """Sends for one update, in a fixed order: what a repeated run sends first is what it sent first."""

    wire: Wire
    ledger: Ledger
    sent_here: Sightings
    update: int
    chat: int
    thread: int | None = None
    question: int | None = None  # the message that is answered
    after: int = 0  # the newest message of the chat known when the update came
    sent: list[int] = field(default_factory=list)
    number: int = 0

    async def send(self, message: Message, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """Deliver one message and return its id; raise the error when it cannot be delivered now."""
        number, self.number = self.number, self.number + 1
        part = self.ledger.part(self.update, number)
        if part and part.message:
            self.sent.append(part.message)
            return part.message
        counter = str(_count(self.chat)).encode()
        low = self.ledger.attempt(self.update, number, counter, self.sent_here.high(self.chat))
        found = await self._arrived(message, keyboard, part.low, counter) if part else None
        sent = found or await self._sent(message, keyboard, low, counter)
        self.ledger.sent(self.update, number, sent)
        self.sent_here.note(self.chat, sent)
        self.sent.append(sent)
        return sent

    async def _sent(
        self, message: Message, keyboard: InlineKeyboardMarkup | None, low: int, counter: bytes
    ) -> int:
        for attempt in range(TRIES):
            try:
                return await self._send_once(message, keyboard)
            except ChatMigrated as error:
                self.chat = error.new_chat_id
            except BadRequest as error:
                if not message.entities and keyboard is None:
                    raise
                _log.warning("A message was refused (%s); sending it as plain text", error)
                message, keyboard = Message(message.text), None
            except NetworkError as error:
                fate = fate_of(error)
                if fate is Fate.REFUSED or attempt == TRIES - 1:
                    raise
                _log.info("A message was %s (%s)", fate.value, error)
                await asyncio.sleep(PAUSE * 2**attempt)
                if fate is Fate.UNKNOWN:
                    found = await self._arrived(message, keyboard, low, counter)
                    if found:
                        return found
        raise NetworkError("the message could not be delivered")

    async def _send_once(self, message: Message, keyboard: InlineKeyboardMarkup | None) -> int:
        reply = None
        if self.question is not None:
            reply = ReplyParameters(self.question, allow_sending_without_reply=True)
        result = await self.wire.send_message(
            self.chat,
            message.text,
            entities=entities_of(message),
            link_preview_options=NO_PREVIEW,
            reply_parameters=reply,
            reply_markup=keyboard,
            message_thread_id=self.thread,
        )
        return result.message_id

    async def _arrived(
        self, message: Message, keyboard: InlineKeyboardMarkup | None, low: int, counter: bytes
    ) -> int | None:
        """Return the id under which a message of unknown fate arrived, or None."""
        if keyboard is None:
            return None
        for candidate in self._candidates(low, counter):
            try:
                await self.edit(candidate, message, keyboard, at_once=True)
                # It could be edited, so it is the bot's, and nobody remembers sending it: a process
                # died over it. Its own question is answered again.
                await self.wire.delete_message(self.chat, candidate)
            except BadRequest as error:
                if "not modified" in str(error).lower():
                    return candidate
            except TelegramError as error:
                _log.info("Whether a message arrived cannot be told (%s)", error)
                return None
        return None

    def _candidates(self, low: int, counter: bytes) -> Iterator[int]:
        """Yield ids that a message sent after ``low`` could have, the likeliest first."""
        near = range(self.after + 1, self.after + 1 + NEXT_IN_CHAT) if self.after else range(0)
        known = self.ledger.known(counter, min(low, self.after))
        yield from (candidate for candidate in near if candidate not in known)
        start = max(low, self.after) + 1
        end = max(start, self.sent_here.high(self.chat), max(known, default=0)) + NEXT_OVERALL
        unknown = (number for number in range(start, end) if number not in known and number not in near)
        yield from itertools.islice(unknown, NEXT_OVERALL)

    async def send_picture(self, picture: Picture, caption: str) -> None:
        """Send a picture, as a photograph where Telegram can show it; once, even if it gets lost."""
        number, self.number = self.number, self.number + 1
        if self.ledger.part(self.update, number):
            return
        self.ledger.attempt(self.update, number, b"picture", 0)
        reply = None
        if self.question is not None:
            reply = ReplyParameters(self.question, allow_sending_without_reply=True)
        send = self.wire.send_photo if picture.name.endswith(".png") else self.wire.send_document
        file = InputFile(picture.data, filename=picture.name)
        await send(self.chat, file, caption=caption, reply_parameters=reply, message_thread_id=self.thread)

    async def edit(
        self,
        number: int,
        message: Message,
        keyboard: InlineKeyboardMarkup | None = None,
        *,
        at_once: bool = False,
    ) -> None:
        """Make the message ``number`` say ``message``; errors are the library's."""
        await self.wire.edit_message_text(
            message.text,
            chat_id=self.chat,
            message_id=number,
            entities=entities_of(message),
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard,
            rate_limit_args=at_once or None,
        )
