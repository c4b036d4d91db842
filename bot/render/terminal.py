"""The Answer as text for a terminal: quotes behind a bar, each under its voice."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from bot.answer import Answer, Claim, ContestedPoint, Kind, Position
from bot.phrases import phrase
from bot.render.label import voice_label
from bot.render.position import backing, is_title, origin, placed, same_voice
from index.model import Stance
from index.values import frozen

# What would steer the terminal, or turn the reading direction of what follows, if it were printed.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BAR = "  │ "


@frozen
class Screen:
    """How wide the screen is, in characters, and whether it has styles."""

    width: int = 88
    styled: bool = False

    def bold(self, text: str) -> str:
        """Return the text in bold where the screen has styles."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled else text

    def dim(self, text: str) -> str:
        """Return the text dimmed where the screen has styles."""
        return f"\x1b[2m{text}\x1b[0m" if self.styled else text


def printable(text: str) -> str:
    """Return ``text`` with control characters shown as the replacement character."""
    return _UNSAFE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a name or a title as a line may hold it: white space collapsed, control characters shown."""
    return printable(" ".join(text.split()))


def answer_text(answer: Answer, screen: Screen) -> str:
    """Return the answer as lines for the screen."""
    return "\n".join(_lines(answer, screen))


def _lines(answer: Answer, screen: Screen) -> Iterator[str]:
    for note in answer.notes:
        yield from _wrap(note, screen, "")
    if answer.reason or not answer.claims:
        yield screen.bold(phrase("nothing", answer.language))
        yield from _wrap(answer.reason or "", screen, "")
    for claim in answer.claims:
        yield from claim_lines(claim, answer.language, screen, number=f"{claim.number}.")
    if answer.nearest:
        yield screen.bold(f"── {phrase('nearest', answer.language)} ──")
    for claim in answer.nearest:
        yield from claim_lines(claim, answer.language, screen, number="")
    for point in answer.contested:
        yield from point_lines(point, answer.language, screen, answer.claims)


def point_lines(
    point: ContestedPoint, language: str, screen: Screen, above: Sequence[Claim] = ()
) -> Iterator[str]:
    """Yield a contested point: its heading, then each position with its sources and claims.

    Quotes that stand ``above`` already are pointed at. Of voices side by side the name above each
    quote is the position's label itself.
    """
    yield screen.bold(f"── {printable(point.heading)} ──")
    if point.edited:
        yield from _wrap(f"({origin(point, language)})", screen, "")
    if point.kind is Kind.VOICES:
        yield from _wrap(phrase("sources_each", language, n=point.sources), screen, "")
    before: Claim | None = None
    for position in point.positions:
        if point.kind is Kind.VOICES:
            yield from _voice_lines(position, language, screen, above, before)
        else:
            yield ""
            yield from _wrap(f"• {position.label} ({backing(position, language)})", screen, "", "  ")
            yield from _side_lines(position.claims, language, screen, above)
        before = position.claims[-1]
    yield ""


def _voice_lines(
    position: Position, language: str, screen: Screen, above: Sequence[Claim], before: Claim | None
) -> Iterator[str]:
    """Yield a voice: its name behind a bullet, unless it goes on from the position before it."""
    goes_on = same_voice(position.claims[0], before, language)
    if not goes_on:
        yield ""
    bullet = "  " if goes_on else "• "
    yield from _side_lines(position.claims, language, screen, above, before, bullet=bullet, inside=True)


def _side_lines(
    claims: Sequence[Claim],
    language: str,
    screen: Screen,
    above: Sequence[Claim],
    before: Claim | None = None,
    *,
    bullet: str = "  ",
    inside: bool = False,
) -> Iterator[str]:
    """Yield claims of one side, each under its voice, one that goes on without; see ``stands_above``."""
    for claim, number in placed(claims, above, language, inside=inside):
        goes_on = same_voice(claim, before, language)
        if number is not None:
            yield from _voice(claim, language, screen, bullet, phrase("above", language, number=number))
        else:
            if not goes_on:
                yield from _voice(claim, language, screen, bullet)
            yield from _quote(
                claim, language, screen, "  ", titled=before is None or claim.source != before.source
            )
        before, bullet = claim, "  "


def claim_lines(claim: Claim, language: str, screen: Screen, *, number: str) -> Iterator[str]:
    """Yield a claim: voice, quote, place, and an empty line."""
    yield from _voice(claim, language, screen, f"{number} " if number else "")
    yield from _quote(claim, language, screen, "")
    yield ""


def _voice(claim: Claim, language: str, screen: Screen, mark: str, end: str = "") -> Iterator[str]:
    line = f"{voice_label(claim, language)}: {end}".rstrip()
    yield from map(screen.bold, _wrap(line, screen, mark, "    " if mark.startswith((" ", "•")) else "   "))
    if end and claim.stance is not Stance.REPORTED:
        yield from _wrap(f"({phrase(claim.stance, language)})", screen, "      ")


def _quote(claim: Claim, language: str, screen: Screen, indent: str, *, titled: bool = True) -> Iterator[str]:
    """Yield the lines of a quote behind its bar, what its author makes of it, and where it stands."""
    yield from _wrap(claim.quote, screen, indent + _BAR)
    below = indent + "    "
    if claim.stance is not Stance.REPORTED:
        yield from _wrap(f"({phrase(claim.stance, language)})", screen, below)
    title = claim.source.title if titled and not is_title(claim) else None
    place = f"{phrase('titled', language, title=title)} {claim.paragraph}" if title else claim.paragraph
    if claim.also_in:
        others = dict.fromkeys(other.article for other in claim.also_in)
        place += "; " + phrase("also_in", language, places=", ".join(others))
    if claim.link:
        place += f"; {claim.link}"
    yield from (screen.dim(line) for line in _wrap(place, screen, below))


def _wrap(text: str, screen: Screen, first: str, others: str | None = None) -> list[str]:
    """Return the lines of a text with what each begins with; at least 20 characters of text fit."""
    indent = first if others is None else others
    return textwrap.wrap(
        printable(text), max(20 + len(indent), screen.width), initial_indent=first,
        subsequent_indent=indent, break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
