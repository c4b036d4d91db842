"""The Answer as text for a terminal: quotes behind a bar, each under its voice."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from bot.answer import Answer, Claim, ContestedPoint
from bot.phrases import phrase
from bot.render.label import voice_label
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
        yield from point_lines(point, answer.language, screen)


def point_lines(point: ContestedPoint, language: str, screen: Screen) -> Iterator[str]:
    """Yield a contested point: its heading, then each position with its claims."""
    yield screen.bold(f"── {printable(point.heading)} ──")
    yield ""
    for position in point.positions:
        yield from _wrap(f"• {position.label}", screen, "  ")
        for claim in position.claims:
            yield from claim_lines(claim, language, screen, number="")


def claim_lines(claim: Claim, language: str, screen: Screen, *, number: str) -> Iterator[str]:
    """Yield a claim: voice, quote, place, and an empty line."""
    label = voice_label(claim, language)
    yield from _wrap(f"{number} {label}:".strip(), screen, "   ", style=True)
    yield from (
        _BAR + line
        for line in textwrap.wrap(
            printable(claim.quote),
            max(20, screen.width - len(_BAR)),
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
    if claim.stance is not Stance.REPORTED:
        yield from _wrap(f"({phrase(claim.stance, language)})", screen, "    ")
    title = f"{phrase('titled', language, title=claim.source.title)} " if claim.source.title else ""
    place = f"{title}{claim.paragraph}"
    if claim.also_in:
        others = dict.fromkeys(other.article for other in claim.also_in)
        place += "; " + phrase("also_in", language, places=", ".join(others))
    if claim.link:
        place += f"; {claim.link}"
    yield from (screen.dim(line) for line in _wrap(place, screen, "    "))
    yield ""


def _wrap(text: str, screen: Screen, indent: str, *, style: bool = False) -> list[str]:
    first = "" if style else indent
    lines = textwrap.wrap(
        printable(text), max(20, screen.width), initial_indent=first, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return [screen.bold(line) for line in lines] if style else lines
