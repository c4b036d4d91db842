"""Wires the messenger together, starts it and stops it."""

from __future__ import annotations

import asyncio
import gc
import itertools
import logging
import os
import re
import signal
import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from telegram import BotCommand, User
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.desk import Desk
from bot.doors.telegram.buttons import Buttons
from bot.doors.telegram.choices import Choices
from bot.doors.telegram.delivery import Post, Sightings
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.intake import Intake, MessengerStopped
from bot.doors.telegram.lanes import Lanes
from bot.doors.telegram.leases import Leases, new_worker
from bot.doors.telegram.ledger import Ledger
from bot.doors.telegram.memory import give_back, keep_little
from bot.doors.telegram.metrics import Metrics, NoMetrics, Prometheus
from bot.doors.telegram.options import MessengerOptions, address_of
from bot.doors.telegram.outbox import Outbox
from bot.doors.telegram.polling import UPDATES, Poller
from bot.doors.telegram.pulse import Pulse, Watchdog
from bot.doors.telegram.redact import install
from bot.doors.telegram.router import COMMANDS
from bot.doors.telegram.seal import Seal
from bot.doors.telegram.webhook import listen
from bot.doors.telegram.wire import Wire, connect
from bot.phrases import Phrases
from index.errors import QuothError, SettingsError
from index.languages import LANGUAGES

PHRASES = Path(__file__).with_name("phrases.toml")
FIRST_TRIES = 8  # to reach Telegram at the start, with the pauses below about two minutes
FIRST_REFUSALS = 3  # answers 401 or 404 that mean the token; one may be a gateway's hiccup
PAUSE, LONGEST_PAUSE = 1.0, 30.0
SWEEPS = (20_000, 10, 10)
HOUSEKEEPING = 5.0  # seconds between renewals of leases
LAST_CALL = 1.5  # seconds given to the last words with Telegram
# Seconds after a signal is heeded the process is gone, whatever runs: within eight of its sending even where
# the machine is so busy that it is heeded two seconds late. Docker kills after ten.
ENDED_BY = 6.0
CLEARED = 0.5  # seconds to clear up what is in memory: of a large library it takes longer than it is worth
EXPIRE_EVERY = 120  # rounds of housekeeping: ten minutes
GIVE_BACK_EVERY = 12  # rounds: a minute

_log = logging.getLogger(__name__)


def serve(options: MessengerOptions, desk: Desk) -> None:
    """Run the messenger until a signal stops it; see ``bot.doors.telegram.run``."""
    options.check()
    secrets = [options.token.reveal()]
    if options.webhook_secret:
        secrets.append(options.webhook_secret.reveal())
    redact = install(secrets)
    # The command line hardly ever looks for what refers to itself; a process that runs on has to.
    gc.set_threshold(*SWEEPS)
    keep_little()
    # The library is on its way from numbers to time spans and warns of it at each use.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    failure: SettingsError | MessengerStopped | None = None
    try:
        asyncio.run(_serve(options, desk))
    except (SettingsError, MessengerStopped) as error:
        failure = type(error)(redact(str(error)))
    except sqlite3.Error as error:
        failure = MessengerStopped(f"The state directory cannot be written: {error}.")
    if failure is not None:
        end_within(ENDED_BY, failure.exit_code)  # a search that never ends would keep the process
        raise failure
    end_within(CLEARED, 0)


async def _serve(options: MessengerOptions, desk: Desk) -> None:
    ledger = Ledger(options.state_dir, Seal(options.token.reveal()))
    wire = connect(options)
    pulse = Pulse(options.state_dir)
    watchdog = Watchdog(pulse, options.stall_timeout)
    stop = _stop_on_signals()
    try:
        me = await _reach(wire, stop)
        if me is None:
            return
        lanes = Lanes()
        means = _means(options, desk, wire, me, ledger, _metrics(options, desk, ledger, lanes))
        pulse.beat()
        watchdog.start()
        await _work(means, lanes, pulse, stop)
    finally:
        watchdog.stop()
        pulse.stop()
        with suppress(TelegramError, TimeoutError):
            await asyncio.wait_for(wire.shutdown(), LAST_CALL)
        ledger.close()


def end_within(seconds: float, status: int) -> None:
    """End the process after so many seconds, whatever still runs in it."""

    def end() -> None:
        logging.shutdown()
        os._exit(status)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


def _stop_on_signals() -> asyncio.Event:
    """Return an event that the first SIGINT or SIGTERM sets; a second one ends the process at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def ask() -> None:
        if stop.is_set():
            os._exit(130)
        _log.info("Stopping: answers under way are finished first")
        stop.set()
        end_within(ENDED_BY, 0)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ask)
    return stop


def _means(
    options: MessengerOptions, desk: Desk, wire: Wire, me: User, ledger: Ledger, metrics: Metrics
) -> Means:
    seal, wording, worker = Seal(options.token.reveal()), Phrases(PHRASES), new_worker()
    leases = Leases(ledger, worker)
    return Means(
        options,
        desk,
        wire,
        me,
        ledger,
        Choices(ledger, seal),
        Buttons(seal, wording),
        wording,
        seal,
        Post(wire, Outbox(ledger, seal), leases, Sightings(), seal.pseudonym, ledger.moved),
        worker,
        metrics,
    )


def _metrics(options: MessengerOptions, desk: Desk, ledger: Ledger, lanes: Lanes) -> Metrics:
    if not options.metrics_listen:
        return NoMetrics()
    host, port = address_of("QUOTH_METRICS_LISTEN", options.metrics_listen)

    def index_age() -> float:
        made = desk.index_made()
        return time.time() - made if made is not None else float("nan")

    return Prometheus(host, port, queue=lambda: lanes.total() + ledger.waiting(), index_age=index_age)


async def _reach(wire: Wire, stop: asyncio.Event) -> User | None:
    """Return who the bot is; raise SettingsError when Telegram refuses the token or stays away."""
    pause, refusals = PAUSE, 0
    for attempt in range(1, FIRST_TRIES + 1):
        try:
            await wire.initialize()
        except TelegramError as error:
            refusals += isinstance(error, InvalidToken)
            if refusals >= FIRST_REFUSALS:
                raise SettingsError("Telegram refuses the token in QUOTH_TELEGRAM_TOKEN.") from None
            if attempt == FIRST_TRIES:
                raise SettingsError(f"Telegram cannot be reached: {error}.") from None
            _log.warning("Telegram cannot be reached yet: %s", error)
            if await _stopped_within(pause, stop):
                return None
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return wire.bot
    return None


async def _work(means: Means, lanes: Lanes, pulse: Pulse, stop: asyncio.Event) -> None:
    intake = Intake(means, lanes, stop)
    menu = asyncio.create_task(_prepare(means))
    polling = means.options.mode == "polling"
    chores = asyncio.create_task(_housekeep(means, intake, None if polling else pulse))
    _log.info("Quoth %s serves @%s by %s", means.options.version, means.me.username, means.options.mode)
    try:
        if polling:
            await _poll(means, intake, lanes, pulse, stop)
        else:
            await _await_webhooks(means, intake, lanes, stop)
    finally:
        for task in (menu, chores):
            task.cancel()
        await asyncio.gather(menu, chores, return_exceptions=True)
        means.desk.close()
        for threads in (means.threads, means.heavy_threads):
            threads.shutdown(wait=False, cancel_futures=True)
    if intake.failure is not None:
        raise intake.failure


async def _poll(means: Means, intake: Intake, lanes: Lanes, pulse: Pulse, stop: asyncio.Event) -> None:
    with suppress(TelegramError):  # polling says so itself when a webhook is still set
        await means.wire.delete_webhook(drop_pending_updates=False)
    poller = Poller(means, intake, lanes, pulse)
    try:
        await poller.run(stop)
    finally:
        await lanes.drain(means.options.stop_timeout)
        with suppress(TelegramError, TimeoutError):
            await asyncio.wait_for(poller.confirm(), LAST_CALL)


async def _await_webhooks(means: Means, intake: Intake, lanes: Lanes, stop: asyncio.Event) -> None:
    options = means.options
    address, secret = options.webhook_url or "", options.webhook_secret
    server = listen(options, intake, means.ledger, re.escape(urlsplit(address).path or "/"))
    try:
        await _announce(means.wire, address, secret.reveal() if secret else "", stop)
        await stop.wait()
    finally:
        server.stop()
        await server.close_all_connections()
        await lanes.drain(options.stop_timeout)


async def _announce(wire: Wire, address: str, secret: str, stop: asyncio.Event) -> None:
    """Tell Telegram where to send updates. Raises SettingsError when it will not."""
    pause = PAUSE
    for attempt in range(1, FIRST_TRIES + 1):
        try:
            await wire.set_webhook(address, allowed_updates=UPDATES, secret_token=secret)
        except TelegramError as error:
            if attempt == FIRST_TRIES or isinstance(error, BadRequest):
                raise SettingsError(f"Telegram does not accept QUOTH_WEBHOOK_URL: {error}.") from None
            _log.warning("Telegram does not accept the webhook yet: %s", error)
            if await _stopped_within(pause, stop):
                return
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return


async def _stopped_within(seconds: float, stop: asyncio.Event) -> bool:
    """Wait, and tell whether a signal came meanwhile."""
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
    return stop.is_set()


async def _housekeep(means: Means, intake: Intake, pulse: Pulse | None) -> None:
    """Keep leases, take over what other processes left behind, delete what has expired."""
    for turn in itertools.count():
        try:
            if turn % EXPIRE_EVERY == 0:
                means.ledger.expire()
            means.ledger.renew(intake.worker)
            means.post.leases.renew()
            intake.take_over()
            if turn % GIVE_BACK_EVERY == 0:
                give_back()
            if pulse is not None:  # by webhook there is no poll whose success could be noted
                pulse.beat()
        except sqlite3.Error as error:  # the watchdog ends a process for which this does not pass
            _log.warning("Housekeeping: %s", error)
        await asyncio.sleep(HOUSEKEEPING)


async def _prepare(means: Means) -> None:
    """Do what can be done before anybody asks: the menu, and the questions that /start offers."""
    await _set_menu(means)
    for language in LANGUAGES:
        with suppress(QuothError):
            await means.search(means.desk.examples, language)


async def _set_menu(means: Means) -> None:
    """Register the commands in every language; a bot works without."""
    for language in (None, *LANGUAGES):
        told = language or means.options.language
        menu = [BotCommand(name, means.say(f"command_{name}", told)) for name in COMMANDS if name != "source"]
        try:
            await means.wire.set_my_commands(menu, language_code=language)
        except TelegramError as error:
            _log.info("The menu of commands could not be set: %s", error)
