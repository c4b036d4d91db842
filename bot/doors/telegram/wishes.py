"""What is asked for in a word and not by a button: more, the sources, help, what stands around a quote."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation import Wanted, Wish, wish_in
from bot.doors.telegram import commands, questions, views
from bot.doors.telegram.buttons import Act
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.ledger import Turn
from bot.render.chat_text import claims_pages
from bot.render.message import Message


async def fulfil(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Do what the words of a letter wish for."""
    wish = wish_in(letter.text)
    if wish is not None:
        await _WAYS[wish.wanted](means, replace(letter, text=""), delivery, wish)


async def _more(means: Means, letter: Letter, delivery: Delivery, wish: Wish) -> None:  # noqa: ARG001
    """Send the next page of what the last answer left out."""
    turn = _answered(questions.turn_before(means, letter))
    rest = await questions.others(means, letter, turn) if turn else None
    shown = claims_pages(rest.claims, rest.language)[: views.MOST_PAGES] if rest else ()
    page = turn.page if turn else 0
    if turn is None or page >= len(shown):
        await _say(means, letter, delivery, "no_more")
        return
    language = means.language(letter.chat, letter.user_language)
    keyboard = means.buttons.under_page(Act.MORE, "", page, len(shown), letter.chat, language)
    await delivery.send(shown[page], keyboard)
    _remember(means, letter, delivery, replace(turn, page=page + 1))


async def _around(means: Means, letter: Letter, delivery: Delivery, wish: Wish) -> None:
    """Send what stands around a quote of the last answer."""
    turn = _answered(questions.turn_before(means, letter))
    claims = []
    if turn is not None:
        answer, rest = [await ask(means, letter, turn) for ask in (questions.asked, questions.others)]
        claims = [claim for claim in (*answer.claims, *rest.claims) if claim.number == wish.number]
    found = await means.search(means.desk.around, claims[0].paragraph, 1, 1) if claims else ()
    shown = claims_pages(found, means.language(letter.chat, letter.user_language))
    if turn is None or not shown:
        await _say(means, letter, delivery, "no_such_quote")
        return
    await delivery.send(shown[0])
    _remember(means, letter, delivery, turn)


async def _sources(means: Means, letter: Letter, delivery: Delivery, wish: Wish) -> None:  # noqa: ARG001
    await commands.sources(means, letter, delivery)


async def _help(means: Means, letter: Letter, delivery: Delivery, wish: Wish) -> None:  # noqa: ARG001
    await commands.help_page(means, letter, delivery)


def _answered(turn: Turn | None) -> Turn | None:
    return turn if turn and turn.question and turn.answered else None


def _remember(means: Means, letter: Letter, delivery: Delivery, turn: Turn) -> None:
    means.ledger.remember(letter.chat, letter.message, delivery.sent, turn, letter.thread)


async def _say(means: Means, letter: Letter, delivery: Delivery, key: str) -> None:
    await delivery.send(Message(means.say(key, means.language(letter.chat, letter.user_language))))


_WAYS: dict[Wanted, Callable[[Means, Letter, Delivery, Wish], Awaitable[None]]] = {
    Wanted.MORE: _more,
    Wanted.AROUND: _around,
    Wanted.SOURCES: _sources,
    Wanted.HELP: _help,
}
