"""Questions and what follows from them: answers, follow-ups, edited questions, more passages."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from telegram import InlineKeyboardMarkup
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot.answer import Answer, Status
from bot.conversation import context_of
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.ledger import Turn
from bot.render.chat_text import render
from bot.render.message import Message

FOLLOW_UP = 600.0  # seconds within which the next message continues the conversation
PAGE = 5  # claims that one "more" adds
QUESTION_LIMIT = 1000  # characters; the rest of a longer message is not searched for
_log = logging.getLogger(__name__)

TYPING_WAIT = 2.0  # seconds given to the sign that somebody is typing
TYPING_EVERY = 4.5  # seconds: Telegram shows the sign for five


async def answer_question(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Answer the question in ``letter``."""
    language = means.language(letter.chat, letter.user_language)
    if not letter.text:
        key = "ask_text" if letter.private else "ask_in_group"
        await delivery.send(Message(means.say(key, language, bot=means.me.username)))
        return
    await answer(means, letter, delivery, letter.text)


async def answer(means: Means, letter: Letter, delivery: Delivery, question: str) -> None:
    """Answer a question in one message, or make the message say so that answered it before it was edited."""
    turn = Turn(question[:QUESTION_LIMIT], carried_on(turn_before(means, letter)))
    begun = time.monotonic()
    found = await asked(means, letter, turn)
    _note(means, found, time.monotonic() - begun)
    message, keyboard = shown(means, letter, found, delivery.update)
    old = means.ledger.answers(letter.chat, letter.message) if letter.edited else ()
    if old and await _changed(delivery, old[0], message, keyboard):
        delivery.sent.append(old[0])
    else:
        await delivery.send(message, keyboard)
    turn = replace(turn, answered=found.status is Status.ANSWERED)
    means.ledger.remember(letter.chat, letter.message, delivery.sent, turn, letter.thread)


def shown(
    means: Means, letter: Letter, found: Answer, update: int
) -> tuple[Message, InlineKeyboardMarkup | None]:
    """Return an answer as the one message that is sent unasked, and its buttons."""
    language = means.language(letter.chat, letter.user_language)
    keyboard = means.buttons.under_answer(found, letter.chat, language, update=update, drawn=means.draws)
    return render(found)[0], keyboard


def _note(means: Means, answer: Answer, seconds: float) -> None:
    """Count an answer, and log how long it took; no word of it. A greeting is no question."""
    if answer.reply:
        return
    outcome = "answered" if answer.status is Status.ANSWERED else "nothing_found"
    means.choices.count(outcome)
    means.metrics.question(outcome, seconds)
    sizes = f"claims: {len(answer.claims)}, contested points: {len(answer.contested)}"
    _log.info("A question was searched for in %.3f s: %s, %s", seconds, outcome, sizes)


def turn_before(means: Means, letter: Letter) -> Turn | None:
    """Return what a letter goes on from: the answer replied to, or the last one of the last few minutes."""
    if letter.reply_to is not None:
        return means.turn(letter.chat, letter.reply_to)
    if letter.private:
        return means.ledger.last_turn(letter.chat, FOLLOW_UP, letter.message, letter.thread)
    return None


def carried_on(turn: Turn | None) -> tuple[str, ...]:
    """Return the earlier questions; nothing leans on one that was not answered, nor on thanks."""
    if turn is None or not turn.question:
        return ()
    return context_of((*turn.context, turn.question)) if turn.answered else turn.context


async def asked(means: Means, letter: Letter, turn: Turn) -> Answer:
    """Search, and meanwhile show that somebody is at it."""
    language = means.answer_language(letter.chat, letter.user_language)
    async with typing(means, letter):
        return await means.search(means.desk.ask, turn.question, language=language, context=turn.context)


async def others(means: Means, letter: Letter, turn: Turn) -> Answer:
    """Return what the answer to a question did not show."""
    language = means.answer_language(letter.chat, letter.user_language)
    async with typing(means, letter):
        return await means.search(means.desk.more, turn.question, language=language, context=turn.context)


@asynccontextmanager
async def typing(means: Means, letter: Letter) -> AsyncIterator[None]:
    """Show that somebody is at work, again and again while it lasts."""
    shown = asyncio.Event()
    showing = asyncio.create_task(_keep_typing(means, letter, shown))
    try:
        yield
    finally:
        with contextlib.suppress(TimeoutError):  # it is not to come after the answer
            await asyncio.wait_for(shown.wait(), TYPING_WAIT)
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)


async def _keep_typing(means: Means, letter: Letter, shown: asyncio.Event) -> None:
    while True:
        with contextlib.suppress(TelegramError):
            await means.wire.send_chat_action(letter.chat, ChatAction.TYPING, message_thread_id=letter.thread)
        shown.set()
        await asyncio.sleep(TYPING_EVERY)


async def _changed(
    delivery: Delivery, number: int, message: Message, keyboard: InlineKeyboardMarkup | None
) -> bool:
    """Edit an earlier answer; False when it is not there any more."""
    try:
        await delivery.edit(number, message, keyboard)
    except BadRequest as error:
        return "not modified" in str(error).lower()
    return True
