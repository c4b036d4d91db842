"""What every handler works with, in one frozen bundle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from telegram import User
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.desk import Desk, Illustrator
from bot.doors.telegram.buttons import Buttons
from bot.doors.telegram.choices import Choices
from bot.doors.telegram.delivery import Delivery, Post
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.ledger import Ledger, Turn
from bot.doors.telegram.metrics import Metrics, NoMetrics
from bot.doors.telegram.options import MessengerOptions
from bot.doors.telegram.seal import Seal
from bot.doors.telegram.wire import Wire
from bot.phrases import Phrases
from index.errors import QuothError
from index.languages import LANGUAGES

SEARCH_THREADS = 4

P = ParamSpec("P")
T = TypeVar("T")


class SearchTooSlow(QuothError):
    """A search took longer than allowed."""


@dataclass(frozen=True, slots=True)
class Means:
    """Settings, library, connection, memory and wording of one messenger."""

    options: MessengerOptions
    desk: Desk
    wire: Wire
    me: User
    ledger: Ledger
    choices: Choices
    buttons: Buttons
    wording: Phrases
    seal: Seal
    post: Post
    worker: str  # this process among those of the bot
    metrics: Metrics = field(default_factory=NoMetrics)
    threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(SEARCH_THREADS, thread_name_prefix="search")
    )

    async def search(self, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a task of the desk in a thread; raise SearchTooSlow after the time allowed."""
        loop = asyncio.get_running_loop()
        running = loop.run_in_executor(self.threads, lambda: task(*args, **kwargs))
        try:
            return await asyncio.wait_for(running, self.options.search_timeout)
        except TimeoutError:
            raise SearchTooSlow from None

    def language(self, chat: int, told: str | None) -> str:
        """Return the interface language: the chat's choice, else Telegram's, else the default."""
        chosen = self.choices.language(chat)
        if chosen:
            return chosen
        told = (told or "").split("-")[0].lower()
        return told if told in LANGUAGES else self.options.language

    def answer_language(self, chat: int, told: str | None) -> str | None:
        """Return the language for an answer's fixed phrases; None, the question's own, when untold."""
        known = self.choices.language(chat) or (told or "").split("-")[0].lower()
        return known if known in LANGUAGES else None

    @property
    def draws(self) -> bool:
        """Whether pictures of figures can be had."""
        return isinstance(self.desk, Illustrator)

    def say(self, key: str, language: str, **values: object) -> str:
        """Return a fixed phrase."""
        return self.wording.get(key, language, **values)

    def allows(self, chat: int, user: int) -> bool:
        """Tell whether this chat may use the bot: who may in private does not open any group by that."""
        allowed = self.options.allowed_chats
        if not allowed or chat in allowed:
            return True
        if chat < 0:
            return self.ledger.moved_from(chat) in allowed
        return user in allowed or user in self.options.admins

    async def may_change(self, letter: Letter) -> bool:
        """Tell whether somebody may change what holds for a chat: in a group its administrators."""
        if letter.private or letter.user in self.options.admins or letter.as_group:
            return True
        try:
            member = await self.wire.get_chat_member(letter.chat, letter.user)
        except TelegramError:
            return False
        return member.status in (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)

    def turn(self, chat: int, message: int) -> Turn | None:
        """Return what the bot's ``message`` was about, in a group that moved also under its old number."""
        found = self.ledger.turn(chat, message)
        if found is None and chat < 0 and (old := self.ledger.moved_from(chat)) is not None:
            return self.ledger.turn(old, message)
        return found

    def delivery(self, update: int, letter: Letter) -> Delivery:
        """Return what sends the answers to ``letter``."""
        return Delivery(
            self.post,
            update,
            letter.chat,
            letter.thread,
            letter.message,
            max(letter.message, letter.reply_to or 0),
        )
