"""What happens when a button is pressed."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, InlineKeyboardMarkup
from telegram import Message as Received
from telegram.error import BadRequest

from bot.desk import Illustrator
from bot.doors.telegram import admin, commands, pages, questions
from bot.doors.telegram.buttons import Act, paragraph_named, short
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means, SearchTooSlow
from bot.doors.telegram.incoming import Letter, question_in
from bot.doors.telegram.ledger import Turn
from bot.render.message import Message, clipped, sent_form
from index.errors import QuothError
from index.languages import LANGUAGES

TOAST = 60  # characters that can be read before the notice fades; longer ones wait for a tap
ALERT_LIMIT = 200  # characters of the notice shown for a press

Doing = Callable[["Means", Letter, Delivery, str], Awaitable[str | None]]


async def press(means: Means, update: int, query: CallbackQuery) -> None:
    """Do what the button says, and always answer the press."""
    message = query.message
    language = means.language(message.chat.id if message else 0, query.from_user.language_code)
    meant = means.buttons.read(query.data or "", message.chat.id) if message else None
    if message is None or meant is None:
        await reply(means, query, "button_unknown")
        return
    if not means.allows(message.chat.id, query.from_user.id):
        await reply(means, query, "not_allowed")
        return
    letter = _letter(means, query, message.chat.id, message.message_id)
    delivery = means.delivery(update, letter)
    try:
        notice = await _DOING[meant.act](means, letter, delivery, meant.value)
    except SearchTooSlow:
        notice = means.say("too_slow", language)
    except QuothError as error:
        notice = str(error)
    await _answer(query, notice)


def _letter(means: Means, query: CallbackQuery, chat: int, message: int) -> Letter:
    """Return the press as a letter: a reply to the message with the button, answered where that was."""
    received = query.message if isinstance(query.message, Received) else None
    asked = received.reply_to_message if received else None
    if asked is not None and (asked.from_user is None or asked.from_user.is_bot):
        asked = None
    return Letter(
        chat=chat,
        message=asked.message_id if asked else message,
        user=query.from_user.id,
        private=chat > 0,
        text="",
        thread=received.message_thread_id if received and received.is_topic_message else None,
        user_language=query.from_user.language_code,
        reply_to=message,
        replied_text=question_in(asked, means.me) if asked else None,
    )


async def reply(means: Means, query: CallbackQuery, key: str) -> None:
    """Answer a press with a phrase."""
    chat = query.message.chat.id if query.message else 0
    await _answer(query, means.say(key, means.language(chat, query.from_user.language_code)))


async def _answer(query: CallbackQuery, notice: str | None) -> None:
    """Answer a press; one that has expired needs no answer any more."""
    with contextlib.suppress(BadRequest):
        await query.answer(notice[:ALERT_LIMIT] if notice else None, show_alert=len(notice or "") > TOAST)


def pressed(letter: Letter) -> int:
    """Return the id of the message with the button."""
    return letter.reply_to or letter.message


def _turn(means: Means, letter: Letter) -> Turn | None:
    """Return what the message with the button was about: from the ledger, else from Telegram."""
    turn = means.ledger.turn(letter.chat, pressed(letter))
    if turn is None and letter.replied_text:
        turn = Turn(letter.replied_text[: questions.QUESTION_LIMIT])
    return turn


async def _more(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:
    language = means.language(letter.chat, letter.user_language)
    turn = _turn(means, letter)
    if turn is None:
        return means.say("button_old", language)
    sent = await questions.send_more(means, letter, delivery, turn, int(value))
    return None if sent else means.say("no_more", language)


async def _context(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:
    language = means.language(letter.chat, letter.user_language)
    articles = await means.search(means.desk.sources)
    paragraph = paragraph_named(value, (article.id for article in articles))
    if paragraph is None:
        return means.say("not_there", language)
    found = await means.search(means.desk.around, paragraph, 1, 1)
    name = paragraph.rpartition("#")[0]
    source = next(article.source for article in articles if article.id == name)
    messages = pages.context(found, source, language)
    if not messages:
        return means.say("not_there", language)
    for message in messages:
        await delivery.send(message)
    return None


async def _sources(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:  # noqa: ARG001
    language = means.language(letter.chat, letter.user_language)
    turn = _turn(means, letter)
    if turn is None:
        return means.say("button_old", language)
    answer = await questions.asked(means, letter, turn)
    messages = pages.answer_sources(answer, language)
    if not messages:
        return means.say("not_there", language)
    for message in messages:
        await delivery.send(message)
    return None


async def _page(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:
    language = means.language(letter.chat, letter.user_language)
    number, _, outlet = value.partition(".")
    articles = commands.of_outlet(await means.search(means.desk.sources), outlet)
    count = pages.page_count(articles)
    page = min(int(number), count - 1)
    keyboard = means.buttons.pages(letter.chat, page, count, outlet)
    message = pages.sources_page(articles, page, means.wording, language)
    await _edit(delivery, pressed(letter), message, keyboard)
    return None


async def _edit(
    delivery: Delivery, number: int, message: Message, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    with contextlib.suppress(BadRequest):  # unchanged, or gone
        await delivery.edit(number, message, keyboard)


async def _picture(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:
    language = means.language(letter.chat, letter.user_language)
    turn = _turn(means, letter)
    points = list(await means.search(means.desk.contested, language))
    if turn is not None and turn.question:
        points += (await questions.asked(means, letter, turn)).contested
    point = next((point for point in points if short(point.id) == value), None)
    if point is None or not isinstance(means.desk, Illustrator):
        return means.say("not_there", language)
    picture = await means.search(means.desk.picture, point, language)
    if picture is None:
        return means.say("not_there", language)
    await delivery.send_picture(picture, Message(clipped(sent_form(point.heading))))
    return None


async def _point(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:
    language = means.language(letter.chat, letter.user_language)
    points = await means.search(means.desk.contested, language)
    point = next((point for point in points if short(point.id) == value), None)
    if point is None:
        return means.say("not_there", language)
    await commands.send_point(means, letter, delivery, point)
    return None


async def _useful(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:  # noqa: ARG001
    means.choices.judge(letter.chat, pressed(letter), useful=value.startswith("1"))
    return means.say("thanks", means.language(letter.chat, letter.user_language))


async def _language(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:
    means.choices.set_language(letter.chat, value if value in LANGUAGES else None)
    language = means.language(letter.chat, letter.user_language)
    await _edit(delivery, pressed(letter), Message(means.say("language_set", language)))
    return None


async def _add(means: Means, letter: Letter, delivery: Delivery, value: str) -> str | None:
    language = means.language(letter.chat, letter.user_language)
    if letter.user not in means.options.admins:
        return means.say("admins_only", language)
    turn = means.ledger.turn(letter.chat, pressed(letter))
    if turn is None or not turn.file_id:
        return means.say("button_old", language)
    key = "dropped"
    if value == "1":
        await admin.add(means, turn)
        key = "added"
    means.ledger.forget(letter.chat, [pressed(letter)])
    await _edit(delivery, pressed(letter), Message(means.say(key, language, name=turn.file_name)))
    return None


_DOING: dict[Act, Doing] = {
    Act.MORE: _more,
    Act.CONTEXT: _context,
    Act.SOURCES: _sources,
    Act.PAGE: _page,
    Act.PICTURE: _picture,
    Act.POINT: _point,
    Act.USEFUL: _useful,
    Act.LANGUAGE: _language,
    Act.ADD: _add,
}
