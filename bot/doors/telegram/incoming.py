"""Incoming messages, reduced to what the handlers need; what is not meant for the bot stays outside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, Update, User

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)")
_EDGES = " \t\r\n,:;"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message."""

    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A message meant for the bot."""

    chat: int
    message: int
    user: int
    private: bool
    text: str  # without the command and without the bot's name
    command: str | None = None
    thread: int | None = None
    user_language: str | None = None
    reply_to: int | None = None  # the bot's message it replies to
    replied_text: str | None = None  # the text it replies to, whoever wrote it
    forwarded: bool = False
    edited: bool = False
    attachment: Attachment | None = None
    as_group: bool = False  # an administrator who writes in the group's name


def letter_of(update: Update, me: User) -> Letter | None:
    """Return the letter in ``update``, or None when it holds none for the bot.

    In a private chat everything is meant for the bot; in a group only commands (unless they name
    another bot), replies to the bot, and messages that mention it.
    """
    message = update.message or update.edited_message
    if message is None or message.from_user is None:
        return None
    if message.from_user.is_bot and message.sender_chat is None:  # admins may write in a group's name
        return None
    if message.via_bot is not None:  # a quote somebody chose in inline mode
        return None
    text, named = _without_mention(message, me)
    if not (message.text or message.caption or _attached(message)):
        return None  # a pin, a timer, a member who came: nothing that anybody says
    command, text = _command(text, me)
    reply = message.reply_to_message
    marked = _marked(message)
    if named and not text and command is None and marked:
        text = marked  # the bot's name alone, below what it is to answer
    replies = reply is not None and reply.from_user is not None and reply.from_user.id == me.id
    private = message.chat.type == "private"
    if command == "" or not (private or named or replies or command):
        return None
    return Letter(
        chat=message.chat.id,
        message=message.message_id,
        user=message.from_user.id,
        private=private,
        text=text,
        command=command,
        thread=message.message_thread_id if message.is_topic_message else None,
        user_language=message.from_user.language_code,
        reply_to=reply.message_id if reply is not None and replies else None,
        replied_text=marked,
        forwarded=message.forward_origin is not None,
        edited=update.edited_message is not None,
        attachment=_attachment(message),
        as_group=message.sender_chat is not None and message.sender_chat.id == message.chat.id,
    )


def _attached(message: Message) -> bool:
    """Tell whether something came along: the library also counts what the service itself reports."""
    reported = message.successful_payment or message.refunded_payment or message.passport_data
    return bool(message.effective_attachment) and not reported


def _marked(message: Message) -> str | None:
    """Return the text a message replies to, the part of it that was marked where one was."""
    if message.quote is not None and message.quote.text.strip():
        return message.quote.text
    replied = message.reply_to_message
    return (replied.text or replied.caption) if replied is not None else None


def question_in(message: Message, me: User) -> str:
    """Return the question that ``message`` puts, without command and mention."""
    text, _ = _without_mention(message, me)
    return _command(text, me)[1]


def _without_mention(message: Message, me: User) -> tuple[str, bool]:
    """Return the message's text without mentions of the bot, and whether there was one."""
    text = message.text or message.caption or ""
    units = text.encode("utf-16-le")
    spans = []
    for entity in (*message.entities, *message.caption_entities):
        span = units[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le", "replace")
        mention = entity.type == MessageEntity.MENTION and span.lower() == f"@{me.username}".lower()
        by_id = (
            entity.type == MessageEntity.TEXT_MENTION and entity.user is not None and entity.user.id == me.id
        )
        if mention or by_id:
            spans.append((entity.offset * 2, (entity.offset + entity.length) * 2))
    if not spans and me.username:  # some clients send a mention without its entity
        for found in re.finditer(rf"(?<!\w)@{re.escape(me.username)}(?!\w)", text, re.IGNORECASE):
            before = len(text[: found.start()].encode("utf-16-le"))
            spans.append((before, before + 2 * len(found[0])))
    for start, end in sorted(spans, reverse=True):
        units = units[:start] + " ".encode("utf-16-le") + units[end:]
    rest = units.decode("utf-16-le", "replace")
    return (rest.strip(_EDGES) if spans else rest.strip()), bool(spans)


def _command(text: str, me: User) -> tuple[str | None, str]:
    """Return command and rest; None without one, "" for a command that names another bot."""
    found = _COMMAND.match(text)
    if found is None:
        return None, text
    if found[2] and found[2].lower() != (me.username or "").lower():
        return "", text
    return found[1].lower(), text[found.end() :].strip()


def _attachment(message: Message) -> Attachment | None:
    document = message.document
    if document is None:
        return None
    return Attachment(document.file_id, document.file_name or "", document.file_size or 0)
