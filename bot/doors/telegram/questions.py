"""Questions and what follows from them: answers, follow-ups, edited questions, more passages."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time

from telegram import InlineKeyboardMarkup
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot.answer import Answer, Status
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.ledger import Turn
from bot.render.chat_text import render
from bot.render.message import Message
from index.values import replace

FOLLOW_UP = 600.0  # seconds within which the next message continues the conversation
CONTEXT = 3  # earlier questions that are passed on
PAGE = 5  # claims that one "more" adds
QUESTION_LIMIT = 1000  # characters; the rest of a longer message is not searched for
_log = logging.getLogger(__name__)

TYPING_WAIT = 2.0  # seconds given to the sign that somebody is typing


async def answer_question(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Answer the question in ``letter``."""
    language = means.language(letter.chat, letter.user_language)
    if not letter.text:
        key = "ask_text" if letter.private else "ask_in_group"
        await delivery.send(Message(means.say(key, language, bot=means.me.username)))
        return
    turn = Turn(letter.text[:QUESTION_LIMIT], _context(means, letter))
    begun = time.monotonic()
    answer = await asked(means, letter, turn)
    _note(means, answer, time.monotonic() - begun)
    messages = render(answer)
    more = answer.more.passages > 0
    keyboard = means.buttons.under_answer(
        answer, letter.chat, language, update=delivery.update, more=more, drawn=means.draws
    )
    await _send_all(means, letter, delivery, messages, keyboard)
    means.ledger.remember(letter.chat, letter.message, delivery.sent, turn, letter.thread)


def _note(means: Means, answer: Answer, seconds: float) -> None:
    """Count an answer, and log how long it took; no word of it."""
    outcome = "answered" if answer.status is Status.ANSWERED else "nothing_found"
    means.choices.count(outcome)
    means.metrics.question(outcome, seconds)
    sizes = f"claims: {len(answer.claims)}, contested points: {len(answer.contested)}"
    _log.info("A question was searched for in %.3f s: %s, %s", seconds, outcome, sizes)


def _context(means: Means, letter: Letter) -> tuple[str, ...]:
    """Return the earlier questions: of the answer replied to, or of the last few minutes."""
    turn = None
    if letter.reply_to is not None:
        turn = means.ledger.turn(letter.chat, letter.reply_to)
    elif letter.private:
        turn = means.ledger.last_turn(letter.chat, FOLLOW_UP, letter.message, letter.thread)
    return (*turn.context, turn.question)[-CONTEXT:] if turn and turn.question else ()


async def asked(means: Means, letter: Letter, turn: Turn, *, more: bool = False) -> Answer:
    """Search, and meanwhile show that somebody is at it; ``more``: for what the answer did not show."""
    typing = asyncio.create_task(_show_typing(means, letter))
    try:
        language = means.answer_language(letter.chat, letter.user_language)
        find = means.desk.more if more else means.desk.ask
        return await means.search(find, turn.question, language=language, context=turn.context)
    finally:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(typing, TYPING_WAIT)


async def _show_typing(means: Means, letter: Letter) -> None:
    with contextlib.suppress(TelegramError):
        await means.wire.send_chat_action(letter.chat, ChatAction.TYPING, message_thread_id=letter.thread)


async def _send_all(
    means: Means,
    letter: Letter,
    delivery: Delivery,
    messages: tuple[Message, ...],
    keyboard: InlineKeyboardMarkup | None,
) -> None:
    """Send the messages of an answer, or make those of an edited question say them."""
    old = means.ledger.answers(letter.chat, letter.message) if letter.edited else ()
    for place, message in enumerate(messages):
        under = keyboard if place == len(messages) - 1 else None
        if place < len(old) and await _changed(delivery, old[place], message, under):
            delivery.sent.append(old[place])
        else:
            await delivery.send(message, under)
    surplus = old[len(messages) :]
    for number in surplus:
        with contextlib.suppress(BadRequest):
            await delivery.delete(number)
    means.ledger.forget(letter.chat, surplus)


async def _changed(
    delivery: Delivery, number: int, message: Message, keyboard: InlineKeyboardMarkup | None
) -> bool:
    """Edit an earlier answer; False when it is not there any more."""
    try:
        await delivery.edit(number, message, keyboard)
    except BadRequest as error:
        return "not modified" in str(error).lower()
    return True


async def send_more(means: Means, letter: Letter, delivery: Delivery, turn: Turn, after: int) -> bool:
    """Send the claims that follow number ``after``; False when there are none."""
    answer = await asked(means, letter, turn, more=True)
    left = tuple(claim for claim in answer.claims if claim.number > after)
    following = left[:PAGE]
    if not following:
        return False
    page = replace(answer, claims=following, contested=(), notes=(), reason=None)
    language = means.language(letter.chat, letter.user_language)
    messages = render(page)
    more = len(left) > PAGE
    keyboard = means.buttons.under_answer(
        page, letter.chat, language, update=delivery.update, more=more, drawn=means.draws
    )
    for place, message in enumerate(messages):
        await delivery.send(message, keyboard if place == len(messages) - 1 else None)
    means.ledger.remember(letter.chat, letter.message, delivery.sent, turn, letter.thread)
    return True
