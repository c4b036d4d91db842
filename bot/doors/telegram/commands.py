"""The commands that everybody may use."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import ContestedPoint
from bot.doors.telegram import pages
from bot.doors.telegram.buttons import short
from bot.doors.telegram.delivery import Delivery
from bot.doors.telegram.handler_tools import Means
from bot.doors.telegram.incoming import Letter
from bot.render.message import Message, Run, block, clipped, pack
from index.model import Article

WHO_LIMIT = 10
POINTS_SHOWN = 20
LABEL = 60  # characters of a heading on a button; Telegram shows about 40
OUTLETS_SHOWN = 20


async def start(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Say what the bot does, with two questions that it can answer."""
    language = means.language(letter.chat, letter.user_language)
    examples = (await means.search(means.desk.examples, language))[:2]
    runs = [Run(means.say("start", language))]
    if examples:
        runs.append(Run("\n\n" + means.say("examples", language)))
        for example in examples:
            runs += [Run("\n• "), Run(clipped(example), ("italic",))]
    runs.append(Run("\n\n" + means.say("help", language, bot=means.me.username)))
    for message in pack([block(runs)]):
        await delivery.send(message)


async def sources(means: Means, letter: Letter, delivery: Delivery) -> None:
    """List the sources, all or those of one outlet."""
    language = means.language(letter.chat, letter.user_language)
    articles = await means.search(means.desk.sources)
    outlet = letter.text
    if outlet:
        wanted = next((name for name in pages.outlets(articles) if outlet.lower() in name.lower()), None)
        if wanted is None:
            known = clipped(", ".join(pages.outlets(articles)[:OUTLETS_SHOWN]), 1000)
            await delivery.send(Message(means.say("no_outlet", language, outlets=known)))
            return
        outlet = short(wanted)
    listed = of_outlet(articles, outlet)
    keyboard = means.buttons.pages(letter.chat, 0, pages.page_count(listed), outlet)
    await delivery.send(pages.sources_page(listed, 0, means.wording, language), keyboard)


def of_outlet(articles: Sequence[Article], outlet: str) -> list[Article]:
    """Return the articles of the outlet with that short name; of all when it is empty."""
    return [a for a in articles if not outlet or (a.source.outlet and short(a.source.outlet) == outlet)]


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
        await delivery.send(Message(means.say("no_source", language)))
        return
    for message in pages.article_card(found, language):
        await delivery.send(message)


async def contested(means: Means, letter: Letter, delivery: Delivery) -> None:
    """List the contested points, one button each; or show the one whose number is given."""
    language = means.language(letter.chat, letter.user_language)
    points = (await means.search(means.desk.contested, language))[:POINTS_SHOWN]
    if not points:
        await delivery.send(Message(means.say("no_points", language)))
        return
    if letter.text.isdecimal() and 0 < int(letter.text) <= len(points):
        await send_point(means, letter, delivery, points[int(letter.text) - 1])
        return
    labels = [clipped(f"{number}. {point.heading}", LABEL) for number, point in enumerate(points, 1)]
    keyboard = means.buttons.points(letter.chat, (point.id for point in points), labels)
    await delivery.send(Message(means.say("points", language, n=len(points))), keyboard)


async def send_point(means: Means, letter: Letter, delivery: Delivery, point: ContestedPoint) -> None:
    """Send a contested point, with a button for its picture where there can be one."""
    language = means.language(letter.chat, letter.user_language)
    messages = pages.point(point, language)
    keyboard = means.buttons.under_point(point, letter.chat, language) if means.draws else None
    for place, message in enumerate(messages, 1):
        await delivery.send(message, keyboard if place == len(messages) else None)


async def who(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Show what a speaker says."""
    language = means.language(letter.chat, letter.user_language)
    if not letter.text:
        await delivery.send(Message(means.say("who_usage", language)))
        return
    claims = await means.search(means.desk.spoken_by, letter.text, WHO_LIMIT)
    if not claims:
        await delivery.send(Message(means.say("who_nobody", language)))
        return
    for message in pages.claims_list(claims, language):
        await delivery.send(message)


async def verify(means: Means, letter: Letter, delivery: Delivery) -> None:
    """Say whether a text stands word for word in the library, and where."""
    language = means.language(letter.chat, letter.user_language)
    text = letter.text or letter.replied_text or ""
    if not text.strip():
        await delivery.send(Message(means.say("verify_usage", language)))
        return
    found = await means.search(means.desk.verify, text)
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
