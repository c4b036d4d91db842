"""What every handler works with, in one frozen bundle."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from telegram import User
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.desk import Desk, Illustrator, NotYet, TooHeavy
from bot.doors.telegram.buttons import Buttons
from bot.doors.telegram.choices import Choices
from bot.doors.telegram.delivery import Delivery, Post
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.ledger import Ledger, Turn
from bot.doors.telegram.memory import give_back
from bot.doors.telegram.metrics import Metrics, NoMetrics
from bot.doors.telegram.options import MessengerOptions
from bot.doors.telegram.seal import Seal
from bot.doors.telegram.wire import Wire
from bot.phrases import Phrases
from bot.render.message import clipped
from index.errors import EngineError, QuothError
from index.languages import LANGUAGES

SEARCH_THREADS, HEAVY_THREADS = 4, 2
HEAVY_EXTRA = 5.0  # seconds beyond a search's time: the desk itself ends a heavy task before
USERS_KEPT = 500
MESSAGE_LIMIT = 1000  # characters of an error's message

_log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


def _giving_back(work: Callable[[], T]) -> Callable[[], T]:
    """Return work after which the memory that it took goes back to the system."""

    def whole() -> T:
        try:
            return work()
        finally:
            give_back()

    return whole


class SearchTooSlow(QuothError):
    """A search took longer than allowed."""


class Busy(QuothError):
    """Somebody has had too many heavy tasks of late."""


class Budget:
    """How many heavy tasks each user may have: so many in so many seconds."""

    def __init__(self, most: int = 10, seconds: float = 60.0) -> None:
        self._most, self._seconds = most, seconds
        self._times: dict[int, deque[float]] = {}

    def allows(self, user: int) -> bool:
        """Count a task and tell whether the user may have it."""
        now = time.monotonic()
        times = self._times.setdefault(user, deque())
        while times and now - times[0] > self._seconds:
            times.popleft()
        if len(self._times) > USERS_KEPT:
            self._times = {user: each for user, each in self._times.items() if each}
        if len(times) >= self._most:
            return False
        times.append(now)
        return True


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
    budget: Budget = field(default_factory=Budget)
    # A document that somebody sends is in memory from its download until it is read: never two at once.
    documents: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    heavy_threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(HEAVY_THREADS, thread_name_prefix="heavy")
    )
    threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(SEARCH_THREADS, thread_name_prefix="search")
    )

    async def heavily(self, user: int, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a heavy task of the desk, if the user has not had too many of late; raise Busy otherwise."""
        name = getattr(task, "__name__", "task")
        if not self.budget.allows(user):
            self.metrics.heavy(name, "refused")
            raise Busy
        loop = asyncio.get_running_loop()
        work = _giving_back(lambda: task(*args, **kwargs))
        running = loop.run_in_executor(self.heavy_threads, work)
        try:
            found = await asyncio.wait_for(running, self.options.search_timeout + HEAVY_EXTRA)
        except (TimeoutError, TooHeavy):
            self.metrics.heavy(name, "stopped")
            raise TooHeavy from None
        self.metrics.heavy(name, "done")
        return found

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

    def told(self, error: QuothError, language: str) -> str:
        """Return what to say of an error: a phrase where there is one for its kind, else its own words."""
        if isinstance(error, NotYet):
            return self.say(f"not_yet_{error}", language)
        if isinstance(error, EngineError):  # its own words name addresses, which are no business of a chat
            _log.warning("%s", error)
            return self.say("engine_away", language)
        phrases = {SearchTooSlow: "too_slow", TooHeavy: "too_heavy", Busy: "busy"}
        key = phrases.get(type(error))
        return self.say(key, language) if key else clipped(str(error), MESSAGE_LIMIT)

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
