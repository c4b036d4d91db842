"""Tiny made-up libraries in ``libraries.txt``: texts of different sources and whether they quarrel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from made_up_points import passage

from bot.answer import ContestedPoint, Kind
from bot.contested import library_points
from index.model import Passage

TABLE = Path(__file__).with_name("libraries.txt")
_ASSERTED = (Kind.FIGURE, Kind.FRAMING, Kind.FACT)


@dataclass(frozen=True, slots=True)
class Library:
    """A few texts, and the pieces that stand under two positions; none where there is no quarrel."""

    id: str
    kind: str
    sides: tuple[str, ...]
    texts: tuple[Passage, ...]


def libraries() -> list[Library]:
    """Return the libraries of the table in their order."""
    return [_library(block.splitlines()) for block in TABLE.read_text("utf-8").split("\n@ ")[1:]]


def _library(lines: list[str]) -> Library:
    name, kind, sides = (part.strip() for part in lines[0].split("|"))
    texts = []
    for number, line in enumerate(line for line in lines if line.startswith("- ")):
        head, _, text = line[2:].partition(": ")
        date, language = head.split(", ")
        texts.append(passage(text, f"{name}-{number}", date, (), language))
    return Library(name, kind, tuple(side.strip() for side in sides.split(";") if side.strip()), tuple(texts))


def quarrels(library: Library) -> list[ContestedPoint]:
    """Return the points that a library lists as differing."""
    return [point for point in library_points(library.texts, "en") if point.kind in _ASSERTED]


def parted(library: Library) -> bool:
    """Whether a point of the kind wanted has each side under a position of its own."""
    return any(
        point.kind.value == library.kind
        and all(
            any(side in " ".join(claim.quote for claim in position.claims) for position in point.positions)
            for side in library.sides
        )
        and len(point.positions) > 1
        for point in quarrels(library)
    )
