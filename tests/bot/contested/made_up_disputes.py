"""Made-up disputes of several texts in ``disputes.txt``, an editor's points, and what is listed of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.answer import ContestedPoint, Position
from bot.contested.found_points import points_of
from index.embedded import open_library

TABLE = Path(__file__).with_name("disputes.txt")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A point of the editor: its kind, and a piece of a quote for each side."""

    kind: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A few texts as (date, language, outlet, text), with the editor's points; none where nobody quarrels."""

    id: str
    half: str
    texts: tuple[tuple[str, str, str, str], ...]
    points: tuple[Wanted, ...]

    def listed(self, folder: Path) -> list[ContestedPoint]:
        """Return the points that the program lists of its texts, written into a library in ``folder``."""
        library = folder / "library"
        library.mkdir()
        for number, (date, language, outlet, text) in enumerate(self.texts, start=1):
            head = f"---\noutlet: {outlet}\npublished: {date}\nlanguage: {language}\n---\n\n"
            (library / f"{number}.md").write_text(head + text.replace(" // ", "\n\n") + "\n", "utf-8")
        return list(points_of(open_library(library, folder / "index"), library, "en"))


def disputes() -> list[Dispute]:
    """Return the disputes of the table in their order, those without a quarrel too."""
    return [_dispute(block.splitlines()) for block in TABLE.read_text("utf-8").split("\n@ ")[1:]]


def _dispute(lines: list[str]) -> Dispute:
    head = [part.strip() for part in lines[0].split("|")]
    texts, points = [], []
    for line in lines[1:]:
        if line.startswith("- "):
            about, _, text = line[2:].partition(": ")
            date, language, outlet = about.split(", ")
            texts.append((date, language, outlet, text))
        elif line.startswith("= "):
            kind, _, sides = line[2:].partition("|")
            points.append(Wanted(kind.strip(), tuple(side.strip() for side in sides.split(";"))))
    return Dispute(head[0], head[-1], tuple(texts), tuple(points))


def holds(point: ContestedPoint, wanted: Wanted) -> bool:
    """Whether a listed point has two sides of the editor's under two different positions."""
    places = [{at for at, each in enumerate(point.positions) if _stands(side, each)} for side in wanted.sides]
    return all(places) and len(set().union(*places)) > 1


def _stands(side: str, position: Position) -> bool:
    return any(side in claim.quote for claim in position.claims)
