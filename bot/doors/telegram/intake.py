"""From an update to its answer, at least once: accepted, worked on in its lane, marked as done.

An update is confirmed to Telegram when it is done, or when it is on disk to be done. So a process
that dies at any moment leaves every question either with Telegram or in the ledger.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import time
import traceback
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from typing import Any

from aiolimiter import AsyncLimiter
from telegram import Update
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.doors.telegram import router
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.lanes import Lanes
from bot.doors.telegram.ledger import Stored
from index.errors import QuothError

USER_BURST, USER_SECONDS = 20, 20.0  # questions a user may put at once, and in how many seconds they refill
USERS_KEPT = 500
LANE_LIMIT = 300  # updates of one lane that may wait; more are turned away, with one notice a minute
NOTICE_EVERY = 60.0
# Seconds that an update waits for those before it in its chat, on which other processes work, and between
# two looks.
ORDER_WAIT, ORDER_PAUSE, ORDER_PAUSE_MOST = 25.0, 0.02, 0.5
PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between tries while Telegram cannot be reached
MOST_REFUSALS = 5  # 401 and 404 in a row: once may be a hiccup of a gateway
# An update that was begun this often by processes that died before they had an answer is what kills them.
MOST_BEGINNINGS = 10

_SENDERS = {
    "message": "from",
    "edited_message": "from",
    "callback_query": "from",
    "inline_query": "from",
    "message_reaction": "user",
    "my_chat_member": "from",
}

_log = logging.getLogger(__name__)


class MessengerStopped(QuothError):
    """The messenger cannot go on; a supervisor may start the program again."""


class Intake:
    """Accepts updates and sees them through."""

    def __init__(self, means: Means, lanes: Lanes, stop: asyncio.Event) -> None:
        self._means, self._lanes, self._stop = means, lanes, stop
        self._allowances: OrderedDict[int, AsyncLimiter] = OrderedDict()
        self._noticed: dict[Hashable, float] = {}
        self.worker = means.worker
        # By polling what Telegram still holds is seen first: it may come before what lies on disk.
        self.begun = means.options.mode == "webhook"
        self.failure: MessengerStopped | None = None  # why ``stop`` was set from here
        self.open: dict[int, float] = {}  # accepted, neither done nor on disk, and since when
        self._raw: dict[int, dict[str, Any]] = {}

    def key(self, raw: dict[str, Any]) -> int:
        """Return the number under which an update is remembered.

        Update ids alone would not do: after a week of silence Telegram goes on with any number.
        """
        body = next((part for part in raw.values() if isinstance(part, dict)), {})
        chat = body.get("chat")
        facts = [
            int(raw["update_id"]),
            *(body.get(name) for name in ("message_id", "date", "edit_date", "id")),
        ]
        facts.append(chat.get("id") if isinstance(chat, dict) else None)
        return self._means.seal.number("update", json.dumps(facts, default=str))

    def load(self, raw: dict[str, Any]) -> int:
        """Return how many updates wait in the lane that ``raw`` would join."""
        return self._lanes.load(_lane(raw))

    def takes(self, raw: dict[str, Any]) -> bool:
        """Tell whether there is work in a new update; who sends more than can wait is told so."""
        update = self._read(raw)
        if update is None:
            return False
        lane, key = _lane(raw), self.key(raw)
        if self._lanes.load(lane) < LANE_LIMIT:
            return True
        if not self._means.ledger.done([key]):
            self._means.ledger.finish(key)
            self._turn_away(update, key, lane)
        return False

    def accept(self, raw: dict[str, Any], *, stored: bool = False) -> None:
        """Take an update on; ``stored`` when it is on disk already."""
        number, key = int(raw["update_id"]), self.key(raw)
        update = self._read(raw)
        if update is None:
            self._means.ledger.finish(key)
            return
        lane = _lane(raw)
        if not stored:
            self.open[number], self._raw[number] = time.monotonic(), raw
        name = _lane_name(lane) if stored else None
        self._lanes.submit(lane, lambda: self._work(update, key, name), number)

    def _read(self, raw: dict[str, Any]) -> Update | None:
        """Return an update; None when it cannot be read, or is what people say to each other."""
        try:
            update = Update.de_json(raw, self._means.wire)
            message = update.effective_message
            if message is not None:
                self._means.post.sightings.note(message.chat.id, message.message_id)
            return update if router.asks_something(self._means, update) else None
        except Exception as error:
            _log.error("Update %d cannot be read (%s); left aside", raw["update_id"], type(error).__name__)
            return None

    def stored(self, raw: dict[str, Any]) -> Stored:
        """Return an update as the ledger stores it."""
        return Stored(self.key(raw), json.dumps(raw), _lane_name(_lane(raw)), int(raw["update_id"]))

    def _turn_away(self, update: Update, key: int, lane: Hashable) -> None:
        now = time.monotonic()
        if now - self._noticed.get(lane, -NOTICE_EVERY) >= NOTICE_EVERY:
            self._noticed = {k: at for k, at in self._noticed.items() if now - at < NOTICE_EVERY}
            self._noticed[lane] = now
            self._lanes.submit(("notice", lane), lambda: self._notice(update, key))

    async def _notice(self, update: Update, key: int) -> None:
        try:
            await router.say(self._means, update, key, "too_many")
        except TelegramError as error:
            _log.info("A notice could not be sent (%s)", error)

    def park(self, numbers: Iterable[int]) -> None:
        """Put open updates on disk, so that they may be confirmed before they are done."""
        parked = [self._raw[number] for number in numbers if number in self._raw]
        if parked:
            self._means.ledger.store([self.stored(raw) for raw in parked], self.worker)
        for raw in parked:
            self._close(int(raw["update_id"]))

    def _close(self, number: int) -> None:
        self.open.pop(number, None)
        self._raw.pop(number, None)

    def take_over(self) -> None:
        """Accept the stored updates of processes that are gone, once ``begun``."""
        if not self.begun:
            return
        found = []
        for key in self._means.ledger.take_over(self.worker, self._means.post.leases.gone):
            payload = self._means.ledger.payload(key)
            if payload is None:  # sealed under another token
                self._means.ledger.finish(key)
            else:
                found.append(json.loads(payload))
        for raw in found:
            self.accept(raw, stored=True)

    async def _work(self, update: Update, key: int, lane: str | None) -> None:
        try:
            if lane is not None:
                await self._turn_of(update, lane)
            await self._see_through(update, key)
        except sqlite3.Error as error:
            # Going on would answer without remembering. What is not done stays with Telegram.
            self.failure = MessengerStopped(f"The state directory cannot be written: {error}.")
            self._stop.set()

    async def _turn_of(self, update: Update, lane: str) -> None:
        """Wait until the earlier updates of the lane are done on which other processes work."""
        ledger, place = self._means.ledger, update.update_id
        end, pause = time.monotonic() + ORDER_WAIT, ORDER_PAUSE
        while ledger.comes_after_others(lane, place, self.worker) and time.monotonic() < end:
            await asyncio.sleep(pause)
            pause = min(2 * pause, ORDER_PAUSE_MOST)

    async def _see_through(self, update: Update, key: int) -> None:
        number = update.update_id
        try:
            await self._allowance(update)
            given_up = self._means.ledger.begin(key) > MOST_BEGINNINGS
            if given_up:
                _log.error("Update %d was begun too often without an end; given up", number)
            await self._until_done(update, key, failed=given_up)
        except TelegramError as error:
            _log.warning("Update %d cannot be answered: %s", number, error)
        self._means.ledger.finish(key)
        self._close(number)

    async def _allowance(self, update: Update) -> None:
        """Wait until the user may be served again."""
        user = update.effective_user
        if user is None or update.callback_query is not None:
            return
        bucket = self._allowances.pop(user.id, None) or AsyncLimiter(USER_BURST, USER_SECONDS)
        self._allowances[user.id] = bucket
        if len(self._allowances) > USERS_KEPT:
            self._allowances.popitem(last=False)
        await bucket.acquire()

    async def _until_done(self, update: Update, key: int, *, failed: bool) -> None:
        """Handle an update, again and again while Telegram cannot be reached.

        Of one that has ``failed`` only that is said.
        """
        pause, refusals = PAUSE, 0
        while True:
            try:
                if failed:
                    await router.say(self._means, update, key, "failed")
                else:
                    await router.handle(self._means, update, key)
            except TelegramError as error:
                self._means.metrics.error(type(error).__name__)
                refusals += isinstance(error, InvalidToken)
                if not _passing(error) or refusals > MOST_REFUSALS:
                    raise
                _log.warning("Update %d: %s; trying again in %.0f s", update.update_id, error, pause)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            except Exception as error:
                self._log_bug(update, error)
                self._means.metrics.question("failed", 0.0)
                if failed:
                    return
                failed = True
            else:
                return

    def _log_bug(self, update: Update, error: Exception) -> None:
        """Log where it went wrong, without the error's words: they may repeat what a user wrote."""
        frames = "".join(traceback.format_tb(error.__traceback__))
        _log.error("Update %d failed with %s\n%s", update.update_id, type(error).__name__, frames)


def _passing(error: TelegramError) -> bool:
    """Tell whether what went wrong may pass: the network, a gateway, too many messages."""
    if isinstance(error, BadRequest | Forbidden):
        return False
    return isinstance(error, NetworkError | RetryAfter | InvalidToken)


def _lane_name(lane: Hashable) -> str:
    return repr(lane)


def _lane(raw: dict[str, Any]) -> Hashable:
    """Return the lane of an update: what a sender does in a chat, in its order.

    In a group nobody waits behind the backlog of another; presses and inline questions wait behind none.
    """
    for kind, sender in _SENDERS.items():
        body = raw.get(kind)
        if isinstance(body, dict):
            return kind.removeprefix("edited_"), _id(body.get("chat")), _id(body.get(sender))
    return ("other",)


def _id(body: object) -> int | None:
    found = body.get("id") if isinstance(body, dict) else None
    return found if isinstance(found, int) else None
