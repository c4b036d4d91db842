"""The Answer as messages for a chat: each quote under its voice, each position with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import Answer, Claim, ContestedPoint, Kind, Status
from bot.phrases import phrase
from bot.render.label import title_label, voice_label
from bot.render.message import (
    LINK_BYTES,
    Message,
    Quoted,
    Run,
    block,
    clipped,
    collapsed,
    fits,
    pack,
    quote_kind,
    quoted,
)
from bot.render.position import backing, origin, rest, same_voice
from index.model import Stance
from index.values import replace


def claim_part(claim: Claim, language: str, number: int | None = None) -> Quoted:
    """Return a claim as it stands in a message: voice line, quote, title with its link, copies."""
    head = [Run(f"{number}. ", ("bold",))] if number is not None else []
    head.append(Run(clipped(voice_label(claim, language)), ("bold",)))
    if claim.stance is not Stance.REPORTED:
        head.append(Run(f" ({phrase(claim.stance.value, language)})"))
    head.append(Run(":"))
    return Quoted(tuple(head), collapsed(claim.quote), source_runs(claim, language))


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
    """Return the messages of an answer: contested points first, then the numbered claims, no quote twice."""
    return pack(_blocks(answer))


def _blocks(answer: Answer) -> Iterator[Message]:
    for note in answer.notes:
        yield block([Run(note, ("italic",))])
    if answer.status is Status.NOTHING_FOUND:
        yield block([Run(phrase("nothing", answer.language), ("bold",)), Run("\n"), Run(answer.reason or "")])
        return
    if answer.reason:
        yield block([Run(answer.reason)])
    for point in answer.contested:
        yield from point_blocks(point, answer.language)
    sided = {claim.place for point in answer.contested for side in point.positions for claim in side.claims}
    for claim in answer.claims:
        if claim.place not in sided:
            yield from quoted(claim_part(claim, answer.language, claim.number))
    if answer.more.passages:
        yield block([Run(rest(answer), ("italic",))])


def point_blocks(point: ContestedPoint, language: str) -> Iterator[Message]:
    """Yield a contested point: its heading stays with the first quote, a label with its first quote.

    Of voices side by side the name above each quote is the position's label itself.
    """
    before = [Run(clipped(point.heading), ("bold", "underline")), Run("\n")]
    if point.edited:
        before.append(Run(f"({origin(point, language)})\n"))
    voices = point.kind is Kind.VOICES
    for position in point.positions:
        if not voices:
            backed = f" ({backing(position, language)})\n"
            before += [Run(clipped(position.label), ("italic",)), Run(backed)]
        for turn in _turns(position.claims, language):
            yield from _turn(turn, language, tuple(before))
            before = []
    if before:
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


def _turn(claims: Sequence[Claim], language: str, before: tuple[Run, ...]) -> Iterator[Message]:
    """Yield the quotes of one turn under one name, or each under the name where one message is too small."""
    parts = [claim_part(claim, language) for claim in claims]
    runs = [*before, *parts[0].head]
    for part in parts:
        runs += _quote(part)
    whole = block(runs)
    if fits(whole):
        yield whole
        return
    for part in parts:
        yield from quoted(replace(part, head=(*before, *part.head)))
        before = ()


def _quote(part: Quoted) -> tuple[Run, ...]:
    return Run("\n"), Run(part.quote, (quote_kind(part.quote),)), Run("\n"), *part.tail
