"""Which handler an update goes to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import ChatMemberUpdated, MessageReactionUpdated, ReactionTypeEmoji, Update

from bot.conversation import wish_in
from bot.doors.telegram import admin, commands, inline, presses, questions, wishes
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means, SearchTooSlow
from bot.doors.telegram.incoming import Letter, letter_of
from bot.render.message import Message, plain
from index.errors import QuothError

Handler = Callable[[Means, Letter, Delivery], Awaitable[None]]

NOTICE = 1000  # the place of a notice among the messages of an update, behind those of any answer

_LIKED = {"👍", "❤", "❤️", "🔥", "👏", "🎉", "👌", "💯", "🙏", "🏆", "😍", "🤩"}
_DISLIKED = {"👎", "💩", "🤮", "😡", "🤬", "🖕"}
_INSIDE = {"member", "administrator", "restricted"}

# In the order of the menu.
COMMANDS: dict[str, Handler] = {
    "start": commands.start,
    "help": commands.help_page,
    "ask": questions.answer_question,
    "sources": commands.sources,
    "source": commands.source,
    "contested": commands.contested,
    "who": commands.who,
    "verify": commands.verify,
    "language": commands.language,
    "forget": commands.forget,
    "privacy": commands.privacy,
    "about": commands.about,
}
ADMIN_COMMANDS: dict[str, Handler] = {"reload": admin.reload, "stats": admin.stats}


async def handle(means: Means, update: Update, key: int) -> None:
    """Do what an update asks for; ``key`` is what it is remembered by. Errors of Telegram pass through."""
    if update.inline_query is not None:
        await inline.answer(means, update.inline_query)
    elif update.callback_query is not None:
        await presses.press(means, key, update.callback_query)
    elif update.message_reaction is not None:
        react(means, update.message_reaction)
    elif update.my_chat_member is not None:
        await _greet(means, key, update.my_chat_member)
    elif update.message is not None and (moved := update.message.migrate_to_chat_id):
        means.ledger.moved(update.message.chat.id, moved)
    else:
        letter = letter_of(update, means.me)
        if letter is not None:
            await _answer(means, key, letter)


def asks_something(means: Means, update: Update) -> bool:
    """Tell whether there is anything to do: of messages those are left that are not meant for the bot."""
    message = update.message or update.edited_message
    return message is None or bool(message.migrate_to_chat_id) or letter_of(update, means.me) is not None


def react(means: Means, reaction: MessageReactionUpdated) -> None:
    """Take a reaction to an answer as a judgement of it."""
    chat, user = reaction.chat.id, reaction.user
    if user is None or not means.allows(chat, user.id) or means.turn(chat, reaction.message_id) is None:
        return
    given = {each.emoji for each in reaction.new_reaction if isinstance(each, ReactionTypeEmoji)}
    useful = None
    if given & _LIKED:
        useful = True
    elif given & _DISLIKED:
        useful = False
    means.choices.judge(chat, reaction.message_id, user.id, useful=useful)


async def _greet(means: Means, key: int, change: ChatMemberUpdated) -> None:
    """Say in a group that the bot was added to how to ask it."""
    joined = change.new_chat_member.status in _INSIDE and change.old_chat_member.status not in _INSIDE
    chat, user = change.chat, change.from_user
    if not joined or chat.type not in ("group", "supergroup") or not means.allows(chat.id, user.id):
        return
    letter = Letter(chat.id, 0, user.id, private=False, text="", user_language=user.language_code)
    delivery = replace(means.delivery(key, letter), question=None)
    language = means.language(chat.id, user.language_code)
    await delivery.send(Message(means.say("group_greeting", language, bot=means.me.username)))


async def _answer(means: Means, key: int, letter: Letter) -> None:
    delivery = means.delivery(key, letter)
    language = means.language(letter.chat, letter.user_language)
    if not means.allows(letter.chat, letter.user):
        if letter.private:
            await delivery.send(Message(means.say("not_allowed", language)))
        return
    handler = _handler(means, letter)
    if handler is None:
        return
    try:
        await handler(means, letter, delivery)
    except QuothError as error:
        if isinstance(error, SearchTooSlow):
            means.metrics.question("too_slow", means.options.search_timeout)
        await delivery.send(plain(means.told(error, language) or means.say("failed", language)))


def _handler(means: Means, letter: Letter) -> Handler | None:
    if letter.edited:  # also sent when a location moves or a preview is loaded
        is_question = letter.command in (None, "ask") and letter.attachment is None and letter.text
        return questions.answer_question if is_question else None
    if letter.command is not None:
        handler = COMMANDS.get(letter.command)
        if handler is None and letter.user in means.options.admins:
            handler = ADMIN_COMMANDS.get(letter.command)
        if handler is None and letter.private:
            handler = _unknown
        return handler
    if letter.attachment is not None:
        return admin.document if letter.private else None
    if letter.forwarded and letter.private:
        return commands.verify
    return wishes.fulfil if wish_in(letter.text) else questions.answer_question


async def _unknown(means: Means, letter: Letter, delivery: Delivery) -> None:
    language = means.language(letter.chat, letter.user_language)
    await delivery.send(Message(means.say("unknown_command", language)))


async def say(means: Means, update: Update, key: int, phrase: str) -> None:
    """Send a fixed phrase to whoever wrote; nothing where that makes no sense."""
    letter = letter_of(update, means.me)
    if letter is not None:
        language = means.language(letter.chat, letter.user_language)
        delivery = means.delivery(key, letter)
        delivery.number = NOTICE
        await delivery.send(Message(means.say(phrase, language)))
    elif update.callback_query is not None:
        await presses.reply(means, update.callback_query, phrase)
