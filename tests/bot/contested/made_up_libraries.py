"""Tiny made-up libraries in ``libraries.txt``: texts of different sources and whether they quarrel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from made_up_points import ask, passage

from bot.answer import ContestedPoint, Kind
from bot.contested import library_points
from bot.contested.card_phrases import phrase
from index.model import Passage

FOLDER = Path(__file__).parent
_ASSERTED = (Kind.FIGURE, Kind.FRAMING, Kind.FACT)
_CALM = tuple(
    phrase(key, language, what="")
    for key in ("figures_agree", "figures_series", "figures_found", "figures_bounds")
    for language in ("en", "es")
)


@dataclass(frozen=True, slots=True)
class Library:
    """A few texts, and the pieces that stand under two positions; none where there is no quarrel."""

    id: str
    kind: str
    sides: tuple[str, ...]
    texts: tuple[Passage, ...]
    question: str


def libraries(table: str = "libraries.txt") -> list[Library]:
    """Return the libraries of a table in their order."""
    blocks = (FOLDER / table).read_text("utf-8").split("\n@ ")[1:]
    return [_library(block.splitlines()) for block in blocks]


def _library(lines: list[str]) -> Library:
    name, kind, sides = (part.strip() for part in lines[0].split("|"))
    texts = []
    for number, line in enumerate(line for line in lines if line.startswith("- ")):
        head, _, text = line[2:].partition(": ")
        date, language = head.split(", ")
        texts.append(passage(text, f"{name}-{number}", date, (), language))
    question = next((line[2:] for line in lines if line.startswith("? ")), "")
    wanted = tuple(side.strip() for side in sides.split(";") if side.strip())
    return Library(name, kind, wanted, tuple(texts), question)


def quarrels(library: Library) -> list[ContestedPoint]:
    """Return the points on which a library's sources differ, without a question and for its own."""
    listed = library_points(library.texts, "en")
    asked = ask(library.question, *library.texts) if library.question else ()
    return [point for point in (*listed, *asked) if point.kind in _ASSERTED and not _calm(point)]


def _calm(point: ContestedPoint) -> bool:
    """Whether a point of figures asserts no difference."""
    return any(point.heading.endswith(line) for line in _CALM)


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
