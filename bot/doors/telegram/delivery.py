"""Delivers the messages that answer one update, each of them once, one at a time in a chat.

The Bot API takes no token that would make sending twice harmless, and an answer can get lost on its way
back. So before a message is sent its place and its words are noted on disk (see ``outbox``), and whoever
writes into the chat holds its lease. When it is not known whether a message arrived, the ids that it could
have received are tried: editing a message into exactly what it already is gets "message is not modified"
from the one that is meant, and other errors from users' messages and from ids that nobody has. As nothing
else is sent or edited in the chat until that is settled, and every other message of the bot is known by its
id, no other answer can be met on the way.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from telegram import InlineKeyboardMarkup, InputFile, LinkPreviewOptions, MessageEntity, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.desk import Picture
from bot.doors.telegram.leases import Leases
from bot.doors.telegram.outbox import Outbox, Outgoing, Part
from bot.doors.telegram.wire import Fate, Wire, fate_of
from bot.render.message import Message
from index.values import replace

TRIES = 6  # with the pauses below about 15 s; then the whole update is tried again later
PAUSE = 0.5  # seconds before the second try; doubles
NEXT_IN_CHAT = 3  # ids after the question that are tried first: some servers count per chat
# Telegram counts all private chats of a bot together. So many unknown ids are tried, and so many after the
# last one known.
UNKNOWN_MOST, NEXT_OVERALL = 40, 12
CHATS_KEPT = 5000
MESSAGES_KEPT = 4000  # ids of users' messages that are remembered, for they need not be tried
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_log = logging.getLogger(__name__)


def entities_of(message: Message) -> list[MessageEntity]:
    """Return the message's entities as the Bot API library has them."""
    return [MessageEntity(e.kind, e.offset, e.length, url=e.url) for e in message.entities]


def count_of(chat: int) -> int:
    """Return what names the count of message ids that ``chat`` belongs to; all private ones share 1."""
    return 1 if chat > 0 else chat


class Sightings:
    """The message ids seen: private chats share one count, every other chat has its own."""

    def __init__(self) -> None:
        self._high: OrderedDict[int, int] = OrderedDict()
        self._recent: deque[tuple[int, int]] = deque(maxlen=MESSAGES_KEPT)

    def note(self, chat: int, message: int) -> None:
        """Remember that ``message`` exists and is no answer that could be in doubt."""
        key = count_of(chat)
        self._high[key] = max(message, self._high.get(key, 0))
        self._high.move_to_end(key)
        self._recent.append((key, message))
        if len(self._high) > CHATS_KEPT:
            self._high.popitem(last=False)

    def high(self, chat: int) -> int:
        """Return the highest id seen where ``chat`` is counted, or 0."""
        return self._high.get(count_of(chat), 0)

    def seen(self, chat: int) -> frozenset[int]:
        """Return the ids seen of late where ``chat`` is counted."""
        key = count_of(chat)
        return frozenset(message for count, message in self._recent if count == key)


@dataclass(frozen=True, slots=True)
class Post:
    """What all deliveries of a process share."""

    wire: Wire
    outbox: Outbox
    leases: Leases
    sightings: Sightings
    pseudonym: Callable[[str, int], bytes]
    moved: Callable[[int, int], None]  # told of a group that goes on under another number


@dataclass(slots=True)
class Delivery:
    """Sends for one update, in a fixed order: what a repeated run sends first is what it sent first."""

    post: Post
    update: int
    chat: int
    thread: int | None = None
    question: int | None = None  # the message that is answered
    after: int = 0  # the newest message of the chat known when the update came
    sent: list[int] = field(default_factory=list)
    number: int = 0

    async def send(self, message: Message, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """Deliver one message and return its id; raise the error when it cannot be delivered now."""
        return await self._deliver(Outgoing(message, keyboard), self._send_once)

    async def send_picture(
        self, picture: Picture, caption: Message, keyboard: InlineKeyboardMarkup | None = None
    ) -> int:
        """Deliver a picture, as a photograph where Telegram can show it, and return its id."""

        async def once(outgoing: Outgoing) -> int:
            send = (
                self.post.wire.send_photo if picture.name.endswith(".png") else self.post.wire.send_document
            )
            result = await send(
                self.chat,
                InputFile(picture.data, filename=picture.name),
                caption=outgoing.message.text,
                caption_entities=entities_of(outgoing.message),
                reply_parameters=self._reply(),
                reply_markup=outgoing.keyboard,
                message_thread_id=self.thread,
            )
            return result.message_id

        return await self._deliver(Outgoing(caption, keyboard, is_caption=True), once)

    async def edit(self, number: int, message: Message, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """Make the message ``number`` say ``message``; errors are the library's."""
        async with self._turn():
            await self._edit(number, Outgoing(message, keyboard))

    async def delete(self, number: int) -> None:
        """Delete the bot's own message ``number``; errors are the library's."""
        async with self._turn():
            await self.post.wire.delete_message(self.chat, number)

    async def _deliver(self, outgoing: Outgoing, once: Callable[[Outgoing], Awaitable[int]]) -> int:
        number, self.number = self.number, self.number + 1
        outbox = self.post.outbox
        async with self._turn():
            part = outbox.part(self.update, number)
            if part is None or not part.message:
                low = self.post.sightings.high(self.chat)
                part = outbox.attempt(
                    self.update, number, self.chat, self._counter(), low, self.after, outgoing
                )
                sent = await self._sent(part, outgoing, once)
                outbox.arrived(part, sent)
                self.post.sightings.note(self.chat, sent)
            else:
                sent = part.message
        self.sent.append(sent)
        return sent

    def _counter(self) -> bytes:
        return self.post.pseudonym("counter", count_of(self.chat))

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Hold the chat's lease, with everything settled that was open in it."""
        self.post.outbox.reached(self.update)
        async with self.post.leases.held(self.post.pseudonym("turn", self.chat)):
            for part in self.post.outbox.open_parts(self.chat):
                await self._settle(part)
            yield

    async def _settle(self, part: Part) -> None:
        """Find out whether a message arrived that somebody tried to send before."""
        try:
            found = await self._arrived(part, part.outgoing) if part.outgoing else None
        except (ChatMigrated, Forbidden):  # there is no telling any more
            found = None
        if found:
            self.post.outbox.arrived(part, found)
        else:
            self.post.outbox.lost(part)

    async def _sent(self, part: Part, outgoing: Outgoing, once: Callable[[Outgoing], Awaitable[int]]) -> int:
        for attempt in range(TRIES):
            try:
                return await once(outgoing)
            except ChatMigrated as error:
                self.post.moved(self.chat, error.new_chat_id)
                self.chat = error.new_chat_id
            except BadRequest as error:
                outgoing = self._plainer(part, outgoing, error)
            except NetworkError as error:
                fate = fate_of(error)
                if fate is not Fate.UNKNOWN and (fate is Fate.REFUSED or attempt == TRIES - 1):
                    self.post.outbox.lost(part)
                    raise
                _log.info("A message was %s (%s)", fate.value, error)
                if attempt == TRIES - 1:
                    raise
                await asyncio.sleep(PAUSE * 2**attempt)
                if fate is Fate.UNKNOWN and (found := await self._arrived(part, outgoing)):
                    return found
            except TelegramError:
                self.post.outbox.lost(part)
                raise
        raise NetworkError("the message could not be delivered")

    def _plainer(self, part: Part, outgoing: Outgoing, error: BadRequest) -> Outgoing:
        """Return what to send in the place of what was refused; raise the refusal when there is nothing."""
        if self.thread is not None and "thread not found" in str(error).lower():
            self.thread = None
            return outgoing
        if not outgoing.message.entities and outgoing.keyboard is None:
            self.post.outbox.lost(part)
            raise error
        _log.warning("A message was refused (%s); sending it as plain text", error)
        plain = replace(outgoing, message=Message(outgoing.message.text), keyboard=None)
        self.post.outbox.reword(part, self.chat, plain)
        return plain

    def _reply(self) -> ReplyParameters | None:
        if self.question is None:
            return None
        return ReplyParameters(self.question, allow_sending_without_reply=True)

    async def _send_once(self, outgoing: Outgoing) -> int:
        result = await self.post.wire.send_message(
            self.chat,
            outgoing.message.text,
            entities=entities_of(outgoing.message),
            link_preview_options=NO_PREVIEW,
            reply_parameters=self._reply(),
            reply_markup=outgoing.keyboard,
            message_thread_id=self.thread,
        )
        return result.message_id

    async def _arrived(self, part: Part, outgoing: Outgoing) -> int | None:
        """Return the id under which a message of unknown fate arrived, or None.

        Raises TelegramError when that cannot be told now: nothing more is sent then.
        """
        for candidate in self._candidates(part):
            try:
                await self._tried(candidate, outgoing)
            except BadRequest as error:
                if "not modified" in str(error).lower():
                    return candidate
            else:  # the bot's own, forgotten by everybody: it is this answer now, and none is deleted
                _log.warning("A message that nobody remembers was made the answer that was in doubt")
                return candidate
        return None

    async def _tried(self, candidate: int, outgoing: Outgoing) -> None:
        """Edit a message, again where it is not known what came of it: a second time changes nothing."""
        for attempt in range(TRIES):
            try:
                await self._edit(candidate, outgoing, at_once=True)
            except NetworkError as error:
                if fate_of(error) is Fate.REFUSED or attempt == TRIES - 1:
                    raise
                await asyncio.sleep(PAUSE * 2**attempt / 2)
            except InvalidToken:  # a gateway's hiccup, or for good, which polling finds out
                if attempt == TRIES - 1:
                    raise
                await asyncio.sleep(PAUSE)
            else:
                return

    def _candidates(self, part: Part) -> Iterator[int]:
        """Yield ids that a message sent after ``part`` was noted could have, the likeliest first."""
        after, low = part.after, part.low
        known = self.post.outbox.known(self._counter(), min(low, after)) | self.post.sightings.seen(self.chat)
        near = range(after + 1, after + 1 + NEXT_IN_CHAT) if after else range(0)
        yield from (candidate for candidate in near if candidate not in known)
        start = max(low, after) + 1
        end = max(start, self.post.sightings.high(self.chat), max(known, default=0)) + NEXT_OVERALL
        unknown = (number for number in range(start, end) if number not in known and number not in near)
        yield from itertools.islice(unknown, UNKNOWN_MOST)

    async def _edit(self, number: int, outgoing: Outgoing, *, at_once: bool = False) -> None:
        if outgoing.is_caption:
            await self.post.wire.edit_message_caption(
                self.chat,
                number,
                caption=outgoing.message.text,
                caption_entities=entities_of(outgoing.message),
                reply_markup=outgoing.keyboard,
                rate_limit_args=at_once or None,
            )
            return
        await self.post.wire.edit_message_text(
            outgoing.message.text,
            chat_id=self.chat,
            message_id=number,
            entities=entities_of(outgoing.message),
            link_preview_options=NO_PREVIEW,
            reply_markup=outgoing.keyboard,
            rate_limit_args=at_once or None,
        )
