"""What a press shows in the place of an answer: its positions, contexts, sources and further passages.

A view edits the message with the button, so that a chat holds one message a question; "back" makes it the
answer again. All that a view needs is in its button and in what the message was about.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated

from bot.answer import ContestedPoint
from bot.desk import ids_of
from bot.doors.telegram import pages, questions
from bot.doors.telegram.buttons import Act, paragraph_named, short
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.ledger import Turn
from bot.render.chat_text import claims_pages, point_pages
from bot.render.message import Message

Pages = tuple[Message, ...]
View = Callable[[Means, Letter, str], Awaitable[Pages | str]]  # the pages, or the phrase that says why not

MOST_PAGES = 20  # of "more": some hundred quotes


def pressed(letter: Letter) -> int:
    """Return the id of the message with the button."""
    return letter.reply_to or letter.message


def turn_of(means: Means, letter: Letter) -> Turn | None:
    """Return what the message with the button was about: from the ledger, else from Telegram."""
    turn = means.turn(letter.chat, pressed(letter))
    if turn is None and letter.replied_text:
        turn = Turn(letter.replied_text[: questions.QUESTION_LIMIT])
    return turn


async def show(means: Means, letter: Letter, delivery: Delivery, act: Act, value: str) -> None:
    """Make the message with the button show a view, on the page that the value asks for."""
    value, _, page = value.partition("!")
    language = means.language(letter.chat, letter.user_language)
    found = await _VIEWS[act](means, letter, value)
    shown = (Message(means.say(found, language)),) if isinstance(found, str) else found[:MOST_PAGES]
    number = min(int(page or 0), len(shown) - 1)
    keyboard = means.buttons.under_page(act, value, number, len(shown), letter.chat, language)
    await put(means, letter, delivery, shown[number], keyboard)


async def put(
    means: Means,
    letter: Letter,
    delivery: Delivery,
    message: Message,
    keyboard: InlineKeyboardMarkup | None = None,
) -> None:
    """Make the message with the button say something else.

    In a group that has moved since, its old messages cannot be changed: there it is said anew.
    """
    try:
        await delivery.edit(pressed(letter), message, keyboard)
    except BadRequest as error:
        if "can't be edited" not in str(error).lower():  # unchanged, or gone
            return
    except ChatMigrated:  # sending finds the way
        pass
    else:
        return
    sent = await delivery.send(message, keyboard)
    turn = turn_of(means, letter)
    if turn is not None:
        means.ledger.remember(delivery.chat, letter.message, [sent], turn, letter.thread)


async def back(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Make the message with the button the answer again."""
    language = means.language(letter.chat, letter.user_language)
    turn = turn_of(means, letter)
    if turn is None:
        await put(means, letter, delivery, Message(means.say("button_old", language)))
        return
    answer = await questions.asked(means, letter, turn)
    await put(means, letter, delivery, *questions.shown(means, letter, answer, delivery.update))


async def _more(means: Means, letter: Letter, value: str) -> Pages | str:  # noqa: ARG001
    turn = turn_of(means, letter)
    if turn is None:
        return "button_old"
    rest = await questions.others(means, letter, turn)
    return claims_pages(rest.claims, rest.language) or "no_more"


async def _sources(means: Means, letter: Letter, value: str) -> Pages | str:  # noqa: ARG001
    turn = turn_of(means, letter)
    if turn is None:
        return "button_old"
    answer = await questions.asked(means, letter, turn)
    return pages.answer_sources(answer, answer.language) or "not_there"


async def _context(means: Means, letter: Letter, value: str) -> Pages | str:
    articles = await means.search(means.desk.sources)
    paragraph = paragraph_named(value, (article.id for article in articles))
    if paragraph is None:
        return "not_there"
    found = await means.search(means.desk.around, paragraph, 1, 1)
    return claims_pages(found, means.language(letter.chat, letter.user_language)) or "not_there"


async def _side(means: Means, letter: Letter, value: str) -> Pages | str:
    turn = turn_of(means, letter)
    if turn is None:
        return "button_old"
    name, _, number = value.partition(".")
    answer = await questions.asked(means, letter, turn)
    point = point_named(answer.contested, name)
    if point is None or int(number) >= len(point.positions):
        return "not_there"
    return point_pages(point, answer.language, int(number)) or "not_there"


def place_of(points: Sequence[ContestedPoint], name: str) -> int | None:
    """Return where in a list the point with that short name stands, or None."""
    return next((at for at, each in enumerate(ids_of(points)) if short(each) == name), None)


def point_named(points: Sequence[ContestedPoint], name: str) -> ContestedPoint | None:
    """Return the point with that short name, or None."""
    at = place_of(points, name)
    return None if at is None else points[at]


_VIEWS: dict[Act, View] = {
    Act.MORE: _more,
    Act.CONTEXT: _context,
    Act.SOURCES: _sources,
    Act.SIDE: _side,
}
VIEWS = frozenset(_VIEWS)
