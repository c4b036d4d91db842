"""Which messages are meant for the bot, and what they ask."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update, User

from bot.doors.telegram.incoming import Letter, letter_of

ME = User(9, "Quoth", is_bot=True, username="quoth_bot")


def letter(text: str, kind: str = "private", **more: Any) -> Letter | None:
    """Return the letter that a message is."""
    chat = {"id": 5 if kind == "private" else -5, "type": kind}
    sender = {"id": 5, "is_bot": False, "first_name": "Ana Ejemplo"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": text, **more}
    return letter_of(Update.de_json({"update_id": 1, "message": message}, None), ME)


def mention(offset: int, length: int) -> list[dict[str, Any]]:
    """Return a mention entity."""
    return [{"type": "mention", "offset": offset, "length": length}]


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("When was it?", None, "When was it?"),
        ("/who", "who", ""),
        ("/who the mayor", "who", "the mayor"),
        ("/WHO@Quoth_Bot the mayor", "who", "the mayor"),
        ("/verify\nline one\nline two", "verify", "line one\nline two"),
        ("/5 carts/day?", "5", "carts/day?"),
        ("/who's there", None, "/who's there"),
        ("  ", None, ""),
    ],
)
def test_command_and_rest_are_told_apart(text: str, command: str | None, rest: str) -> None:
    """A command is a word of its own at the beginning; the rest is what it is about."""
    found = letter(text)
    assert found is not None
    assert (found.command, found.text) == (command, rest)


@pytest.mark.parametrize(
    ("text", "entities", "asked"),
    [
        ("@quoth_bot when was it?", mention(0, 10), "when was it?"),
        ("🎉 @Quoth_Bot, when was it?", mention(3, 10), "🎉  , when was it?"),
        ("when was it, @quoth_bot", mention(13, 10), "when was it"),
        ("when was it @quoth_bot", [], "when was it"),
    ],
)
def test_mention_is_cut_out(text: str, entities: list[dict[str, Any]], asked: str) -> None:
    """A mention of the bot in a group makes a letter, without the mention."""
    found = letter(text, "supergroup", entities=entities)
    assert found is not None
    assert found.text == asked


@pytest.mark.parametrize(
    "more",
    [
        {"text": "when was it?"},
        {"text": "@other_bot when?", "entities": mention(0, 10)},
        {"text": "@quoth_bother when?"},
        {"text": "/start@other_bot"},
        {"text": "mail me@quoth_bot.example"},
    ],
)
def test_what_is_not_for_the_bot_is_left(more: dict[str, Any]) -> None:
    """In a group, anything without mention, reply or command is nobody's business."""
    assert letter(more.pop("text"), "supergroup", **more) is None


def test_chosen_inline_quote_is_not_a_question() -> None:
    """A quote sent by inline mode is no question, not even in the chat with the bot."""
    bot = {"id": 9, "is_bot": True, "first_name": "Quoth"}
    assert letter("quote", via_bot=bot) is None
    assert letter("quote", **{"from": {**bot, "id": 8}}) is None


def test_reply_to_the_bot_is_for_the_bot() -> None:
    """A reply to the bot's message needs no mention; one to somebody else's does."""
    original = {"message_id": 3, "date": 1, "chat": {"id": -5, "type": "supergroup"}, "text": "an answer"}
    mine = {**original, "from": {"id": 9, "is_bot": True, "first_name": "Quoth"}}
    found = letter("and then?", "supergroup", reply_to_message=mine)
    assert found is not None
    assert found.reply_to == 3
    other = {**original, "from": {"id": 4, "is_bot": False, "first_name": "Ana Ejemplo"}}
    assert letter("and then?", "supergroup", reply_to_message=other) is None
