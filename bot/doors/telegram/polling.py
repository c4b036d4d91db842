"""Long polling that confirms an update only when it is answered, or on disk to be answered."""

from __future__ import annotations

import asyncio
import logging
import math
import random
import time
from collections.abc import Sequence
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.intake import Intake, MessengerStopped
from bot.doors.telegram.lanes import Lanes
from bot.doors.telegram.leases import POLLING
from bot.doors.telegram.pulse import Pulse
from bot.doors.telegram.wire import seconds_of

UPDATES = (
    *("message", "edited_message", "callback_query", "inline_query"),
    *("message_reaction", "my_chat_member"),
)
# One user's updates that may stay unconfirmed. More are put on disk, so that the 100 updates that
# Telegram shows at a time never belong to one user alone.
OPEN_PER_LANE = 3
# Unconfirmed updates that may lie between the oldest and the newest, and for how many seconds.
OPEN_SPAN, OPEN_SECONDS = 60, 60.0
GLANCE = 0.25  # seconds to wait for an answer under way before polling again
PAUSE, LONGEST_PAUSE = 0.5, 15.0
REFUSALS = 6  # answers 401 or 404 in a row that mean the token, and not a gateway's hiccup
# Of two processes that cannot see each other's lease the one that came later ends: who has polled for less
# than so many seconds ends at so many conflicts. The server tells the one whose poll it has just ended, so
# two that began together are not both told twice, and who was there before is told less often than it bears.
BORNE = ((10.0, 2), (60.0, 4))
# Seconds after which a conflict is no longer the same one, and between a conflict and the next poll; the
# server keeps back a repeated conflict for three.
CONFLICT_GAP, CONFLICT_PAUSE = 30.0, 2.0
STANDBY = 1.0  # seconds between two looks at the lease of the process that polls

_log = logging.getLogger(__name__)


def ending_conflicts(polled: float) -> float:
    """Return at how many conflicts in a row a process ends that has polled for so many seconds."""
    return next((most for seconds, most in BORNE if polled < seconds), math.inf)


class Poller:
    """Fetches updates, hands them to the intake and confirms those that are done."""

    def __init__(self, means: Means, intake: Intake, lanes: Lanes, pulse: Pulse) -> None:
        self._wire, self._ledger, self._options = means.wire, means.ledger, means.options
        self._leases, self._metrics = means.post.leases, means.metrics
        self._standing_by = False
        self._intake, self._lanes, self._pulse = intake, lanes, pulse
        self._last = 0  # the highest update seen
        self._refusals = 0
        self._conflicts: list[float] = []
        self._begun: float | None = None  # when the first poll succeeded
        self._patience = self._options.conflict_timeout * random.uniform(1.0, 2.0)  # noqa: S311
        self._pause = PAUSE

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set; raise MessengerStopped when polling cannot go on."""
        while not stop.is_set():
            if not self._leases.claim(POLLING):
                await self._stand_by(stop)
                continue
            if self._standing_by:
                self._standing_by = False
                _log.info("The process that polled is gone; this one polls now")
            glance = self._intake.open or not self._intake.begun
            fetch = asyncio.create_task(self._fetch(0 if glance else self._options.poll_timeout))
            stopped = asyncio.create_task(stop.wait())
            await asyncio.wait({fetch, stopped}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            if not fetch.done():
                fetch.cancel()
                await asyncio.gather(fetch, return_exceptions=True)
                return
            new = await self._take(fetch.result())
            if self._begun is not None and not self._intake.begun:
                self._intake.begun = True
                self._intake.take_over()
            self._park()
            if self._intake.open:
                await self._lanes.wait_one(GLANCE if new else 2 * GLANCE)

    async def _stand_by(self, stop: asyncio.Event) -> None:
        """Wait a while for the process that polls, which another look at its lease follows."""
        if not self._standing_by:
            self._standing_by = True
            _log.info("Another process of this bot polls; this one stands by and goes on when that ends")
        self._pulse.beat()
        try:
            await asyncio.wait_for(stop.wait(), STANDBY)
        except TimeoutError:
            return

    def _offset(self) -> int | None:
        """Return the first update that is not confirmed yet."""
        first = min(self._intake.open, default=self._last + 1)
        return first if self._last else None

    async def _fetch(self, timeout: int) -> Sequence[dict[str, Any]]:
        try:
            updates = await self._wire.raw_updates(self._offset(), timeout, UPDATES)
        except TelegramError as error:
            await self._after(error)
            return ()
        self._pulse.beat()
        self._refusals, self._pause = 0, PAUSE
        self._begun = self._begun or time.monotonic()
        return updates

    async def _after(self, error: TelegramError) -> None:
        """Note the trouble, wait, and make ready for another try."""
        self._pulse.trouble = f"{type(error).__name__}: {error}"
        self._metrics.error(type(error).__name__)
        if isinstance(error, RetryAfter):
            await asyncio.sleep(seconds_of(error))
            return
        if isinstance(error, Conflict):
            self._note_conflict(error)
            self._pause = CONFLICT_PAUSE
        elif isinstance(error, InvalidToken):
            self._refusals += 1
            if self._refusals >= REFUSALS:
                raise MessengerStopped(f"Telegram refuses the token ({error}).") from None
        elif isinstance(error, TimedOut):
            await self._wire.renew_polling()
        _log.warning("Polling: %s; trying again in %.1f s", error, self._pause)
        await asyncio.sleep(self._pause)
        self._pause = min(2 * self._pause, LONGEST_PAUSE)

    def _note_conflict(self, error: Conflict) -> None:
        """Raise MessengerStopped when it is this process that has to go."""
        now = time.monotonic()
        if self._conflicts and now - self._conflicts[-1] > CONFLICT_GAP:
            self._conflicts.clear()
        self._conflicts.append(now)
        if "webhook" in str(error).lower():
            if now - self._conflicts[0] > self._options.conflict_timeout:
                raise MessengerStopped("A webhook is set for this token, so it cannot be polled.")
            return
        polled = now - self._begun if self._begun is not None else 0.0
        if len(self._conflicts) >= ending_conflicts(polled) or now - self._conflicts[0] > self._patience:
            raise MessengerStopped(
                "Another process polls with the same token; only one may. Ending this one."
            )

    async def _take(self, updates: Sequence[dict[str, Any]]) -> bool:
        """Hand new updates to the intake; tell whether there were any."""
        numbers = [int(update["update_id"]) for update in updates]
        if not numbers:
            return False
        keys = [self._intake.key(update) for update in updates]
        done = self._ledger.done(keys)
        crowding = []
        new = False
        for update, number, key in zip(updates, numbers, keys, strict=True):
            self._last = max(self._last, number)
            if key in done or number in self._intake.open or not self._intake.takes(update):
                continue
            new = True
            if self._intake.load(update) >= OPEN_PER_LANE:
                crowding.append(number)
            self._intake.accept(update)
        self._intake.park(crowding)
        return new

    def _park(self) -> None:
        """Put on disk what has been open for too long or holds back too many others."""
        now = time.monotonic()
        self._intake.park(
            number
            for number, since in list(self._intake.open.items())
            if self._last - number > OPEN_SPAN or now - since > OPEN_SECONDS
        )

    async def confirm(self) -> None:
        """Confirm what is done, so that another process does not get it again, and make way for that."""
        offset = self._offset()
        try:
            if offset is not None and not self._standing_by:
                await self._wire.raw_updates(offset, 0, UPDATES, limit=1)
        finally:
            self._leases.release(POLLING)
