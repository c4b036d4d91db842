"""What admins may do: add documents, reload the library, read the numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TypeVar

from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import MESSAGE_LIMIT, Means
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.ledger import Turn
from bot.doors.telegram.pages import source_line
from bot.doors.telegram.questions import typing
from bot.reasons import reason_in
from bot.render.message import Message, Run, block, clipped, pack, plain
from index.errors import DocumentError, UsageError

T = TypeVar("T")

FILE_LIMIT = 20_000_000  # bytes; Telegram hands no larger file to bots
ARTICLES_SHOWN = 20
DAYS = 30
DOWNLOAD_TIMEOUT = 60.0
_UNSAFE = re.compile(r"[^\w .()-]+")


def safe_name(name: str) -> str:
    """Return a file name without path, control characters and leading dots, at most 100 characters."""
    last = PurePosixPath(name.replace("\\", "/")).name
    clean = _UNSAFE.sub("_", last).strip(" .") or "document"
    stem, dot, ending = clean.rpartition(".")
    return f"{(stem or ending)[:80]}{dot if stem else ''}{ending[:19] if stem else ''}"


async def document(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Report the articles that a document would add, and ask whether to add them."""
    language = means.language(letter.chat, letter.user_language)
    file = letter.attachment
    if letter.user not in means.options.admins or file is None:
        await delivery.send(Message(means.say("admins_only", language)))
        return
    if file.size > FILE_LIMIT:
        await delivery.send(Message(means.say("too_large", language, limit=FILE_LIMIT // 1_000_000)))
        return
    turn = Turn("", (), file.file_id, safe_name(file.name))
    try:
        async with typing(means, letter):
            articles = await _with_document(means, letter.user, means.desk.preview, turn)
    except DocumentError as error:
        await delivery.send(refused(means, turn.file_name, error, language))
        return
    runs = [Run(means.say("preview", language, name=turn.file_name, n=len(articles)))]
    for number, article in enumerate(articles[:ARTICLES_SHOWN], 1):
        runs += [Run(f"\n\n{number}. "), *source_line(article.file, article.source, language)]
    keyboard = means.buttons.confirm(letter.chat, language) if articles else None
    sent = await delivery.send(pack([block(runs)])[0], keyboard)
    means.ledger.remember(letter.chat, letter.message, [sent], turn, letter.thread)


def refused(means: Means, name: str, error: DocumentError, language: str) -> Message:
    """Return that a document cannot be added, and why."""
    why = reason_in(language, str(error))
    return plain(means.say("not_added", language, name=name, reason=clipped(why, MESSAGE_LIMIT)))


async def _download(means: Means, turn: Turn) -> bytes:
    file = await means.wire.get_file(turn.file_id)
    if (file.file_size or 0) > FILE_LIMIT:
        raise UsageError("The file is too large.")
    return await means.wire.content(file, DOWNLOAD_TIMEOUT)


async def _with_document(means: Means, user: int, task: Callable[[str, bytes], T], turn: Turn) -> T:
    """Run a task of the desk on a document that was sent, while no other one is held in memory."""
    async with means.documents:
        return await means.heavily(user, task, turn.file_name, await _download(means, turn))


async def add(means: Means, user: int, turn: Turn) -> None:
    """Add a document that an admin has confirmed."""
    await _with_document(means, user, means.desk.add, turn)


async def reload(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Bring the library up to date."""
    async with typing(means, letter):
        await means.heavily(letter.user, means.desk.reload)
        count = len(await means.search(means.desk.sources))
    language = means.language(letter.chat, letter.user_language)
    await delivery.send(Message(means.say("reloaded", language, n=count)))


async def stats(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Report the numbers of the last days."""
    language = means.language(letter.chat, letter.user_language)
    totals = means.choices.totals(DAYS)
    lines = [
        means.say("stats", language, days=DAYS),
        *(means.say(f"stats_{name}", language, n=n) for name, n in totals),
    ]
    await delivery.send(Message("\n".join(lines)))
