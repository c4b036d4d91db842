"""Inline mode: quotes for any chat, each with its voice."""

from __future__ import annotations

import contextlib
import hashlib

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from bot.answer import Answer, Claim
from bot.doors.telegram.delivery import NO_PREVIEW, entities_of
from bot.doors.telegram.handler_tools import Means
from bot.render.chat_text import claim_part
from bot.render.label import voice_label
from bot.render.message import clipped, pack, quoted, sent_form
from index.errors import QuothError
from index.text.inline_links import link_marked

MOST = 10
CACHE_SECONDS = 60
TITLE, DESCRIPTION = 100, 200  # characters; Telegram shows one line and about three


async def answer(means: Means, query: InlineQuery) -> None:
    """Offer quotes that answer what is typed; an expired query needs no answer any more."""
    language = means.language(query.from_user.id, query.from_user.language_code)
    results: list[InlineQueryResultArticle] = []
    key = "inline_help"
    if query.query.strip() and means.allows(query.from_user.id, query.from_user.id):
        try:
            own = means.answer_language(query.from_user.id, query.from_user.language_code)
            found = await means.search(means.desk.ask, query.query.strip(), language=own, top=MOST)
            results = [_result(claim, found.language) for claim in quotes(found)]
        except QuothError:
            results = []
        key = "inline_help" if results else "inline_nothing"
    with contextlib.suppress(BadRequest):
        await means.wire.answer_inline_query(
            query.id,
            results,
            cache_time=CACHE_SECONDS,
            is_personal=True,
            button=InlineQueryResultsButton(means.say(key, language), start_parameter="help"),
        )


def quotes(found: Answer) -> tuple[Claim, ...]:
    """Return the claims of an answer, those of its contested points among them, each quote once.

    Where voices differ, every position has its first quote before any has its second.
    """
    sides = [side.claims for point in found.contested for side in point.positions]
    rounds = [side[turn] for turn in range(MOST) for side in sides if turn < len(side)]
    seen: dict[tuple[str, int, int], Claim] = {}
    for claim in (*rounds, *found.claims):
        seen.setdefault((claim.file, claim.start, claim.end), claim)
    return tuple(seen.values())[:MOST]


def _result(claim: Claim, language: str) -> InlineQueryResultArticle:
    message = pack(quoted(claim_part(claim, language)))[0]
    name = hashlib.sha256(f"{claim.file} {claim.start} {claim.end}".encode()).hexdigest()[:32]
    return InlineQueryResultArticle(
        name,
        clipped(sent_form(voice_label(claim, language)), TITLE),
        InputTextMessageContent(message.text, entities=entities_of(message), link_preview_options=NO_PREVIEW),
        description=clipped(sent_form(link_marked(claim.quote)), DESCRIPTION),
    )
