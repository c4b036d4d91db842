"""The Answer as messages for a chat: the first screen answers, everything else is a page away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from bot.answer import Answer, Claim, ContestedPoint, Kind, Status
from bot.phrases import phrase
from bot.render.label import title_label, voice_label
from bot.render.message import (
    LINK_BYTES,
    PHONE_LINES,
    Message,
    Quoted,
    Run,
    block,
    clipped,
    pack,
    phone_lines,
    quoted,
)
from bot.render.position import backed, origin, rest, same_voice
from index.model import Mode, Stance
from index.text.inline_links import link_marked, place_marked
from index.text.normal import collapse
from index.values import replace

ONE_LOOK = PHONE_LINES * 3 // 2  # lines of a telephone that a first answer may take

Group = tuple[Message, ...]  # blocks that belong together: of a contested point, of a claim


def claim_part(claim: Claim, language: str, number: int | None = None, *, titled: bool = True) -> Quoted:
    """Return a claim as it stands in a message: voice line, quote, title with its link, copies.

    ``titled`` false: without the lines under the quote; the voice line then holds the link.
    """
    head = [Run(f"{number}. ", ("bold",))] if number is not None else []
    link = None if titled else address(claim.link, claim.source.url)
    head.append(Run(clipped(voice_label(claim, language)), ("bold",), link))
    if claim.stance is not Stance.REPORTED:
        head.append(Run(f" ({phrase(claim.stance.value, language)})"))
    head.append(Run(":"))
    tail = source_runs(claim, language) if titled else ()
    spoken = () if claim.mode is Mode.DIRECT else tuple((said.start, said.end) for said in claim.voices)
    return Quoted(tuple(head), link_marked(collapse(claim.quote)), tail, styled(claim, "italic", spoken))


def styled(claim: Claim, kind: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[str, int, int], ...]:
    """Return a style for parts of a quote as it is shown: of its words that are not its author's, say."""
    if collapse(claim.quote) != claim.quote:
        return ()
    moved = partial(place_marked, claim.quote)
    return tuple((kind, moved(start), moved(end)) for start, end in spans)


def source_runs(claim: Claim, language: str) -> tuple[Run, ...]:
    """Return the line under a quote: its title, linked where the source has an address, or its file."""
    title = clipped(title_label(claim.source, language) or claim.file)
    runs = [Run(title, ("italic",), address(claim.link, claim.source.url))]
    others = sorted({place.file for place in claim.also_in} - {claim.file})
    if others:
        runs.append(Run("\n" + clipped(phrase("also_in", language, places=", ".join(others)))))
    return tuple(runs)


def address(*candidates: str | None) -> str | None:
    """Return the first web address that is short enough to be sent as a link."""
    for url in candidates:
        if url and url.startswith(("http://", "https://")) and len(url.encode()) <= LINK_BYTES:
            return url
    return None


def render(answer: Answer) -> tuple[Message, ...]:
    """Return the answer in one look: the contested points, the claims, and how much more there is.

    It is one message unless an answer is longer than Telegram takes; then these are its pages. Positions
    stand with their quotes where that fits one look, else each in a line; their quotes are a page away.
    """
    whole = tuple(_groups(answer, quotes=True))
    if answer.contested and _lines(whole) > ONE_LOOK:
        whole = tuple(_groups(answer, quotes=False))
    return pack(part for group in _opened(whole) for part in group)


def _groups(answer: Answer, *, quotes: bool) -> Iterator[Group]:
    notes: tuple[Group, ...] = ()
    if answer.notes:
        notes = ((block([Run("\n".join(answer.notes), ("italic",))]),),)
    if answer.status is Status.NOTHING_FOUND:
        yield from notes
        nothing = (Run(phrase("nothing", answer.language), ("bold",)), Run("\n"))
        yield (block([*(() if answer.reply else nothing), Run(answer.reason or "")]),)
        return
    if answer.reason:
        yield (block([Run(answer.reason)]),)
    for point in answer.contested:
        yield tuple(point_blocks(point, answer.language)) if quotes else (_listed(point, answer.language),)
    for claim in answer.beside:
        yield tuple(quoted(claim_part(claim, answer.language, claim.number, titled=False)))
    yield from notes  # the first screen is the answer's
    if answer.more.passages:
        yield (block([Run(rest(answer))]),)


def _lines(groups: Sequence[Group]) -> int:
    """Return the lines of a telephone that blocks take, with the blank one after each."""
    return sum(phone_lines(part) + 1 for group in groups for part in group)


def _opened(groups: Sequence[Group]) -> Iterator[Group]:
    """Yield the blocks with quotes unfolded from the first on, as far as the whole stays one look.

    The first ones are the answer, and what answers often stands past a quote's third line. The quotes of one
    point are unfolded all or none: no position is easier to read than another.
    """
    lines = _lines(groups)
    for group in groups:
        unfolded = tuple(map(_unfolded, group))
        more = _lines([unfolded]) - _lines([group])
        if lines + more <= ONE_LOOK + 1:
            lines += more
            yield unfolded
        else:
            yield group


def _unfolded(message: Message) -> Message:
    kinds = (e.kind.removeprefix("expandable_") for e in message.entities)
    entities = (replace(e, kind=kind) for e, kind in zip(message.entities, kinds, strict=True))
    return replace(message, entities=tuple(entities))


def _listed(point: ContestedPoint, language: str) -> Message:
    """Return a contested point in one look: its heading, and a line for each position with its voice."""
    runs = _heading(point, language)
    for position in point.positions:
        runs.append(Run("• "))
        voices = dict.fromkeys(voice_label(claim, language) for claim in position.claims)
        if point.kind is not Kind.VOICES:
            runs.append(Run(clipped(position.label), ("italic",)))
            runs.append(Run(f"{backed(position, language)}: "))
        runs.append(Run(clipped(next(iter(voices), ""))))
        if len(voices) > 1:
            runs.append(Run(f" (+{len(voices) - 1})"))
        runs.append(Run("\n"))
    return block(runs[:-1])


def _heading(point: ContestedPoint, language: str) -> list[Run]:
    runs = [Run(clipped(point.heading), ("bold", "underline")), Run("\n")]
    if point.edited:
        runs.append(Run(f"({origin(point, language)})\n"))
    return runs


def point_blocks(point: ContestedPoint, language: str, only: int | None = None) -> Iterator[Message]:
    """Yield a contested point, or ``only`` one of its positions: the heading stays with the first quote.

    Of voices side by side the name above each quote is the position's label itself.
    """
    before = _heading(point, language)
    shown = point.positions if only is None else point.positions[only : only + 1]
    for position in shown:
        if point.kind is not Kind.VOICES:
            before += [Run(clipped(position.label), ("italic",)), Run(f"{backed(position, language)}: ")]
        for turn in _turns(position.claims, language):
            for place, claim in enumerate(turn):
                part = claim_part(claim, language, titled=only is not None)
                head = part.head if place == 0 else ()
                yield from quoted(replace(part, head=(*before, *head)))
                before = []
    if len(before) > 1:
        yield block(before)


def _turns(claims: Sequence[Claim], language: str) -> list[list[Claim]]:
    """Return claims by who speaks: what goes on in one voice is said in one turn."""
    turns: list[list[Claim]] = []
    for claim in claims:
        if turns and same_voice(claim, turns[-1][-1], language):
            turns[-1].append(claim)
        else:
            turns.append([claim])
    return turns


def claims_pages(claims: Sequence[Claim], language: str, *, numbered: bool = True) -> tuple[Message, ...]:
    """Return claims one after the other, each with its title, on pages of one message."""
    parts = (claim_part(claim, language, claim.number if numbered else None) for claim in claims)
    return pack(piece for part in parts for piece in quoted(part))


def point_pages(point: ContestedPoint, language: str, only: int | None = None) -> tuple[Message, ...]:
    """Return a contested point with all its quotes, or one position of it, on pages of one message."""
    return pack(point_blocks(point, language, only))
