"""What happens when a button is pressed: it is answered at once, and then its work is done."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable

from telegram import CallbackQuery
from telegram import Message as Received
from telegram.error import BadRequest

from bot.desk import Illustrator
from bot.doors.telegram import admin, commands, pages, questions, views
from bot.doors.telegram.buttons import POINTS, Act, Press, short
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.incoming import Letter, question_in
from bot.doors.telegram.views import pressed, turn_of
from bot.render.message import Message, clipped, plain
from index.errors import DocumentError, QuothError
from index.languages import LANGUAGES

TOAST = 60  # characters that can be read before the notice fades; longer ones wait for a tap
ALERT_LIMIT = 200  # characters of the notice shown for a press

Quick = Callable[["Means", Letter, str], Awaitable[str]]  # done before the press is answered
Work = Callable[["Means", Letter, Delivery, str], Awaitable[None]]  # done after


async def press(means: Means, update: int, query: CallbackQuery) -> None:
    """Answer the press, and do what the button says."""
    message = query.message
    meant = _meant(means, query)
    if message is None or meant is None:
        await reply(means, query, "button_unknown")
        return
    if not means.allows(message.chat.id, query.from_user.id):
        await reply(means, query, "not_allowed")
        return
    letter = _letter(means, query, message.chat.id, message.message_id)
    if meant.act in _QUICK:
        await _answer(query, await _QUICK[meant.act](means, letter, meant.value))
    else:
        await _answer(query, None)
    delivery = means.delivery(update, letter)
    try:
        if meant.act in views.VIEWS:
            await views.show(means, letter, delivery, meant.act, meant.value)
        elif meant.act in _WORK:
            await _WORK[meant.act](means, letter, delivery, meant.value)
    except QuothError as error:
        back = means.buttons.under_page(meant.act, "", 0, 1, letter.chat, _language(means, letter))
        await views.put(means, letter, delivery, plain(means.told(error, _language(means, letter))), back)


def _meant(means: Means, query: CallbackQuery) -> Press | None:
    """Return what a button says; one made before its group moved holds the number it had then."""
    if query.message is None:
        return None
    chat, data = query.message.chat.id, query.data or ""
    meant = means.buttons.read(data, chat)
    old = means.ledger.moved_from(chat) if meant is None and chat < 0 else None
    return means.buttons.read(data, old) if old is not None else meant


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


def _language(means: Means, letter: Letter) -> str:
    return means.language(letter.chat, letter.user_language)


async def reply(means: Means, query: CallbackQuery, key: str) -> None:
    """Answer a press with a phrase."""
    chat = query.message.chat.id if query.message else 0
    await _answer(query, means.say(key, means.language(chat, query.from_user.language_code)))


async def _answer(query: CallbackQuery, notice: str | None) -> None:
    """Answer a press; one that has expired, or was answered before, needs no answer any more."""
    with contextlib.suppress(BadRequest):
        await query.answer(notice[:ALERT_LIMIT] if notice else None, show_alert=len(notice or "") > TOAST)


async def _back(means: Means, letter: Letter, delivery: Delivery, value: str) -> None:
    name, _, page = value.partition("!")
    if name == POINTS:
        message, keyboard = await commands.points_list(means, letter, int(page or 0))
        await views.put(means, letter, delivery, message, keyboard)
    else:
        await views.back(means, letter, delivery)


async def _page(means: Means, letter: Letter, delivery: Delivery, value: str) -> None:
    language = _language(means, letter)
    number, _, outlet = value.partition(".")
    articles = commands.of_outlet(await means.search(means.desk.sources), outlet)
    count = pages.page_count(articles)
    page = min(int(number), count - 1)
    keyboard = means.buttons.pages(letter.chat, page, count, outlet)
    await views.put(
        means, letter, delivery, pages.sources_page(articles, page, means.wording, language), keyboard
    )


async def _point(means: Means, letter: Letter, delivery: Delivery, value: str) -> None:
    name, _, page = value.partition("!")
    language = _language(means, letter)
    points = await means.search(means.desk.contested, language)
    place = views.place_of(points, name)
    if place is None:
        await views.put(means, letter, delivery, Message(means.say("not_there", language)))
        return
    message, keyboard = commands.point_page(means, letter, points[place], int(page or 0), place)
    await views.put(means, letter, delivery, message, keyboard)


async def _picture(means: Means, letter: Letter, delivery: Delivery, value: str) -> None:
    language = _language(means, letter)
    turn = turn_of(means, letter)
    point = None
    if turn is not None and turn.question:
        point = views.point_named((await questions.asked(means, letter, turn)).contested, value)
    if point is None:
        point = views.point_named(await means.search(means.desk.contested, language), value)
    picture = None
    if point is not None and isinstance(means.desk, Illustrator):
        picture = await means.search(means.desk.picture, point, language)
    if picture is None or point is None:
        await delivery.send(Message(means.say("not_there", language)))
        return
    await delivery.send_picture(picture, Message(clipped(point.heading)))


async def _ask(means: Means, letter: Letter, delivery: Delivery, value: str) -> None:
    """Answer an example question as if it had been written."""
    language = _language(means, letter)
    for spoken in (language, *(each for each in LANGUAGES if each != language)):  # it may have been changed
        found = await means.search(means.desk.examples, spoken)
        question = next((text for text in found if short(text) == value), None)
        if question is not None:
            break
    else:
        await delivery.send(Message(means.say("not_there", language)))
        return
    await questions.answer(means, letter, delivery, question)


async def _add(means: Means, letter: Letter, delivery: Delivery, value: str) -> None:
    language = _language(means, letter)
    if letter.user not in means.options.admins:
        return
    turn = means.turn(letter.chat, pressed(letter))
    if turn is None or not turn.file_id:
        await views.put(means, letter, delivery, Message(means.say("button_old", language)))
        return
    if value == "1":
        try:
            await admin.add(means, letter.user, turn)
        except DocumentError as error:
            await views.put(means, letter, delivery, admin.refused(means, turn.file_name, error, language))
            return
    means.ledger.forget(letter.chat, [pressed(letter)])
    key = "added" if value == "1" else "dropped"
    await views.put(means, letter, delivery, plain(means.say(key, language, name=turn.file_name)))


async def _language_chosen(means: Means, letter: Letter, delivery: Delivery, value: str) -> None:  # noqa: ARG001
    if await means.may_change(letter):
        await views.put(means, letter, delivery, Message(means.say("language_set", _language(means, letter))))


async def _choose_language(means: Means, letter: Letter, value: str) -> str:
    if not await means.may_change(letter):
        return means.say("group_admins_only", _language(means, letter))
    means.choices.set_language(letter.chat, value if value in LANGUAGES else None)
    return means.say("language_set", _language(means, letter))


async def _judge(means: Means, letter: Letter, value: str) -> str:
    means.choices.judge(letter.chat, pressed(letter), letter.user, useful=value.startswith("1"))
    return means.say("thanks", _language(means, letter))


async def _may_add(means: Means, letter: Letter, value: str) -> str:  # noqa: ARG001
    return "" if letter.user in means.options.admins else means.say("admins_only", _language(means, letter))


_QUICK: dict[Act, Quick] = {Act.USEFUL: _judge, Act.LANGUAGE: _choose_language, Act.ADD: _may_add}
_WORK: dict[Act, Work] = {
    Act.PAGE: _page,
    Act.PICTURE: _picture,
    Act.POINT: _point,
    Act.BACK: _back,
    Act.ASK: _ask,
    Act.LANGUAGE: _language_chosen,
    Act.ADD: _add,
}
