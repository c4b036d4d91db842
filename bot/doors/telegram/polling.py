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
OPEN_SHOWN = 25.0  # seconds for which Telegram keeps any update: inline questions go after 30
GLANCE = 0.25  # seconds to wait for an answer under way before polling again
PAUSE, LONGEST_PAUSE = 0.5, 15.0
REFUSALS = 6  # answers 401 or 404 in a row that mean the token, and not a gateway's hiccup
# Of two processes that cannot see each other's lease the one that came later ends: who has polled for less
# than so many seconds ends at so many conflicts. The server tells the one whose poll it has just ended, so
# two that began together are not both told that often, and who was there before is told once or twice by
# each that looks first (see ``_found_alone``).
BORNE = ((10.0, 3), (60.0, 5))
# Seconds after which a conflict is no longer the same one, and between a conflict and the next poll; the
# server keeps back a repeated conflict for three. After the first one the next poll comes at once: it is this
# poll by which a newcomer learns that somebody was here before.
CONFLICT_GAP, CONFLICT_PAUSE, FIRST_CONFLICT_PAUSE = 30.0, 2.0, 0.1
MAKES_WAY = "Another process polls with the same token; only one may. Ending this one."
LOOK_LONGER = 1.5  # times at most: of two that begin together one is the first to go on
RECENT = 60.0  # seconds since a process of the same state directory was there whose place is taken
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
        # Whether nobody else polls with this token, as far as can be told; whose state directory was at it a
        # moment ago goes on.
        self._alone = pulse.held_place = not self._options.look_first or pulse.was_alive(RECENT)
        self._look = self._options.look_first * random.uniform(1.0, LOOK_LONGER)  # noqa: S311
        self._looked_since: float | None = None
        self._head: int | None = None  # the oldest update, seen while looking

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set; raise MessengerStopped when polling cannot go on."""
        while not stop.is_set():
            if not self._leases.claim(POLLING):
                await self._stand_by(stop)
                continue
            if self._standing_by:
                self._standing_by = False
                _log.info("The process that polled is gone; this one polls now")
            fetch = asyncio.create_task(self._fetch(self._timeout()))
            stopped = asyncio.create_task(stop.wait())
            await asyncio.wait({fetch, stopped}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            if not fetch.done():
                fetch.cancel()
                await asyncio.gather(fetch, return_exceptions=True)
                return
            updates = fetch.result()
            if not self._alone and not self._found_alone(updates):
                await asyncio.sleep(GLANCE if updates else 0)
                continue
            if updates is not None:
                self._note_confirmed(updates)
            new = await self._take(updates or ())
            if self._begun is not None and not self._intake.begun:
                self._intake.begun = True
                self._intake.take_over()
            self._park()
            if self._intake.open:
                await self._lanes.wait_one(GLANCE if new else 2 * GLANCE)

    def _timeout(self) -> int:
        """Return how many seconds the next poll may wait for updates."""
        if not self._alone:
            looked = time.monotonic() - (self._looked_since or time.monotonic())
            return max(1, math.ceil(self._look - looked))
        return 0 if self._intake.open or not self._intake.begun else self._options.poll_timeout

    def _found_alone(self, updates: Sequence[dict[str, Any]] | None) -> bool:
        """Tell whether a newcomer has looked long enough; None for a poll that failed.

        A poll that waits here ends the poll of who was there before, who polls again, and that ends this one
        (see ``_note_conflict``). While updates are there no poll waits; then somebody else confirms them.
        Raises MessengerStopped when that is seen.
        """
        now = time.monotonic()
        if updates is None:
            self._looked_since = None
            return False
        head = min((int(update["update_id"]) for update in updates), default=None)
        if self._head is not None and (head is None or head > self._head):
            raise MessengerStopped(MAKES_WAY)
        self._head = head
        if now - (self._looked_since or now) < self._look:
            return False
        self._alone = self._pulse.held_place = True
        self._begun = now
        return True

    async def _stand_by(self, stop: asyncio.Event) -> None:
        """Wait a while for the process that polls, which another look at its lease follows."""
        if not self._standing_by:
            self._standing_by = self._alone = self._pulse.held_place = True  # it follows who polls
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

    async def _fetch(self, timeout: int) -> Sequence[dict[str, Any]] | None:
        self._looked_since = self._looked_since or time.monotonic()
        try:
            updates = await self._wire.raw_updates(self._offset(), timeout, UPDATES)
        except TelegramError as error:
            await self._after(error)
            return None
        self._pulse.beat()
        self._refusals, self._pause = 0, PAUSE
        if self._alone:
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
            self._pause = FIRST_CONFLICT_PAUSE if len(self._conflicts) == 1 else CONFLICT_PAUSE
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
        if (
            not self._alone
            or len(self._conflicts) >= ending_conflicts(polled)
            or now - self._conflicts[0] > self._patience
        ):
            raise MessengerStopped(MAKES_WAY)

    def _note_confirmed(self, updates: Sequence[dict[str, Any]]) -> None:
        """Raise MessengerStopped when another process confirmed what is open here, and this one came of late.

        Of two that take on the same the one whose answer is later sees this, and it alone.
        """
        now = time.monotonic()
        if self._begun is None or now - self._begun >= BORNE[-1][0]:
            return
        there = {int(update["update_id"]) for update in updates}
        last = max(there, default=math.inf)  # of many not all are shown
        for number, since in self._intake.open.items():
            if number <= last and number not in there and now - since < OPEN_SHOWN:
                raise MessengerStopped(MAKES_WAY)

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
