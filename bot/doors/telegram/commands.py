"""The commands that everybody may use."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.answer import Claim, ContestedPoint
from bot.doors.telegram import pages
from bot.doors.telegram.buttons import LABEL, short
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.incoming import Letter
from bot.doors.telegram.questions import typing
from bot.render.chat_text import claims_pages, point_pages
from bot.render.message import Message, Run, block, clipped, plain
from index.model import Article
from index.values import replace

WHO_LIMIT = 10
POINTS_PER_PAGE = 10
EXAMPLES = 4  # questions on buttons
OUTLETS_SHOWN = 20


async def start(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Say what the bot does, with questions on buttons that it can answer."""
    language = means.language(letter.chat, letter.user_language)
    async with typing(means, letter):
        examples = tuple(await means.search(means.desk.examples, language))[:EXAMPLES]
    runs = [Run(means.say("start", language))]
    if examples:
        runs.append(Run("\n\n" + means.say("examples", language)))
    await delivery.send(block(runs), means.buttons.examples(examples, letter.chat))


async def help_page(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Say how to use the bot."""
    language = means.language(letter.chat, letter.user_language)
    await delivery.send(Message(means.say("help", language, bot=means.me.username)))


async def forget(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Delete what is kept of the chat; in a group for its administrators."""
    code = means.language(letter.chat, letter.user_language)
    if not await means.may_change(letter):
        await delivery.send(Message(means.say("group_admins_only", code)))
        return
    means.ledger.forget_chat(letter.chat)
    await delivery.send(Message(means.say("forgotten", code)))


async def sources(means: Means, letter: Letter, delivery: Delivery) -> None:
    """List the sources, all or those of one outlet."""
    language = means.language(letter.chat, letter.user_language)
    articles = await means.search(means.desk.sources)
    outlet = letter.text
    if outlet:
        wanted = next((name for name in pages.outlets(articles) if outlet.lower() in name.lower()), None)
        if wanted is None:
            known = clipped(", ".join(pages.outlets(articles)[:OUTLETS_SHOWN]), 1000)
            await delivery.send(plain(means.say("no_outlet", language, outlets=known)))
            return
        outlet = short(wanted)
    listed = of_outlet(articles, outlet)
    keyboard = means.buttons.pages(letter.chat, 0, pages.page_count(listed), outlet)
    await delivery.send(pages.sources_page(listed, 0, means.wording, language), keyboard)


def of_outlet(articles: Sequence[Article], outlet: str) -> list[Article]:
    """Return the articles of the outlet with that short name; of all when it is empty."""
    return [a for a in articles if not outlet or any(short(name) == outlet for name in pages.published_by(a))]


async def source(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Show what is known of one source, named by its number in /sources, its id or its title."""
    language = means.language(letter.chat, letter.user_language)
    articles = await means.search(means.desk.sources)
    wanted = letter.text.casefold()
    found = None
    if wanted.isdecimal() and 0 < int(wanted) <= len(articles):
        found = articles[int(wanted) - 1]
    elif wanted:
        found = next((a for a in articles if a.id.casefold() == wanted), None) or next(
            (a for a in articles if wanted in (a.source.title or "").casefold()), None
        )
    if found is None:
        await delivery.send(Message(means.say("no_such_source" if wanted else "no_source", language)))
        return
    await delivery.send(pages.article_card(found, language)[0])


async def contested(means: Means, letter: Letter, delivery: Delivery) -> None:
    """List the contested points, one button each; or show the one whose number is given."""
    if letter.text.isdecimal():
        language = means.language(letter.chat, letter.user_language)
        points = await _points(means, letter, language)
        if 0 < int(letter.text) <= len(points):
            await delivery.send(
                *point_page(means, letter, points[int(letter.text) - 1], 0, int(letter.text) - 1)
            )
            return
    await delivery.send(*await points_list(means, letter))


async def _points(means: Means, letter: Letter, language: str) -> Sequence[ContestedPoint]:
    async with typing(means, letter):
        return await means.search(means.desk.contested, language)


async def points_list(
    means: Means, letter: Letter, page: int = 0
) -> tuple[Message, InlineKeyboardMarkup | None]:
    """Return a page of the list of the contested points and a button for each point on it."""
    language = means.language(letter.chat, letter.user_language)
    points = await _points(means, letter, language)
    if not points:
        return Message(means.say("no_points", language)), None
    pages = -(-len(points) // POINTS_PER_PAGE)
    page = min(page, pages - 1)
    first = page * POINTS_PER_PAGE
    shown = await means.search(lambda: [*points[first : first + POINTS_PER_PAGE]])
    labels = [clipped(f"{number}. {point.heading}", LABEL) for number, point in enumerate(shown, first + 1)]
    keyboard = means.buttons.points(letter.chat, [point.id for point in shown], labels, page, pages)
    text = means.say("points", language, n=len(points))
    if pages > 1:
        text += "\n" + means.say("points_page", language, page=page + 1, of=pages)
    return Message(text), keyboard


def point_page(
    means: Means, letter: Letter, point: ContestedPoint, page: int, place: int
) -> tuple[Message, InlineKeyboardMarkup | None]:
    """Return a page of a contested point, with the way back to its ``place`` in the list.

    A point of figures has a button for its picture.
    """
    language = means.language(letter.chat, letter.user_language)
    shown = point_pages(point, language)
    number = min(page, len(shown) - 1)
    keyboard = means.buttons.under_point(
        point, number, len(shown), place // POINTS_PER_PAGE, letter.chat, language, drawn=means.draws
    )
    return shown[number], keyboard


async def who(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Show what a speaker says."""
    language = means.language(letter.chat, letter.user_language)
    if not letter.text:
        await delivery.send(Message(means.say("who_usage", language)))
        return
    async with typing(means, letter):
        claims = await means.search(means.desk.spoken_by, letter.text, WHO_LIMIT)
    if not claims:
        await delivery.send(Message(means.say("who_nobody", language)))
        return
    await delivery.send(claims_pages(numbered(claims), language)[0])


async def verify(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Say whether a text stands word for word in the library, and where."""
    language = means.language(letter.chat, letter.user_language)
    text = letter.text or letter.replied_text or ""
    if not text.strip():
        await delivery.send(Message(means.say("verify_usage", language)))
        return
    async with typing(means, letter):
        found = await means.heavily(letter.user, means.desk.verify, text)
    articles = await means.search(means.desk.sources)
    await delivery.send(pages.verification(found, articles, means.wording, language))


async def language(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Let the person choose the language."""
    code = means.language(letter.chat, letter.user_language)
    await delivery.send(Message(means.say("language", code)), means.buttons.languages(letter.chat, code))


async def privacy(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Say what is stored and for how long."""
    await delivery.send(Message(means.say("privacy", means.language(letter.chat, letter.user_language))))


async def about(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Say what this is."""
    code = means.language(letter.chat, letter.user_language)
    count = len(await means.search(means.desk.sources))
    await delivery.send(Message(means.say("about", code, version=means.options.version, sources=count)))


def numbered(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims numbered from 1."""
    return [replace(claim, number=number) for number, claim in enumerate(claims, 1)]
