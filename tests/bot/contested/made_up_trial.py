"""The trial of contested points in ``trial.txt``: its cases, their libraries, how an answer is judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Answer, ContestedPoint, Kind
from bot.answering.respond import Question, respond
from bot.contested.card_phrases import phrase
from index.door import Index

TABLE = Path(__file__).with_name("trial.txt")
QUIET = "quiet"
_ASSERTED = (Kind.FRAMING, Kind.FACT)


@dataclass(frozen=True, slots=True)
class Article:
    """One made-up article."""

    outlet: str
    date: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One question on a small library and what its answer must show."""

    id: str
    shown: str  # a kind of point, or QUIET
    sides: tuple[str, ...]
    still_open: bool  # no rule reaches it yet
    question: str
    articles: tuple[Article, ...]


def cases() -> list[Case]:
    """Return the cases of the table in their order."""
    blocks = TABLE.read_text("utf-8").split("\n@ ")[1:]
    return [_case([line for line in block.splitlines() if line and line[0] != "#"]) for block in blocks]


def _case(lines: list[str]) -> Case:
    name, shown, sides = (part.strip() for part in lines[0].split("|"))
    question = next(line[2:] for line in lines if line.startswith("? "))
    articles = []
    for line in lines:
        if line.startswith("- "):
            head, _, text = line[2:].partition(": ")
            outlet, date, language = head.split(", ")
            articles.append(Article(outlet, date, language, text.replace(" // ", "\n\n")))
    wanted = tuple(side.strip() for side in sides.split(";") if side.strip())
    kind, _, mark = shown.partition(" ")
    return Case(name, kind, wanted, mark == "open", question, tuple(articles))


def write_library(folder: Path, chosen: Iterable[Case]) -> Path:
    """Write the articles of the cases as library files into ``folder`` and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in chosen:
        for number, each in enumerate(case.articles, start=1):
            head = f"outlet: {each.outlet}\npublished: {each.date}\nlanguage: {each.language}\n"
            text = f"---\n{head}wording: verbatim\n---\n\n{each.text}\n"
            (folder / f"{case.id}-{number}.md").write_text(text, "utf-8")
    return folder


def answer(index: Index, case: Case) -> Answer:
    """Return the answer to a case's question."""
    return respond(index, Question(case.question, everything=True))


def asserted(points: Iterable[ContestedPoint]) -> list[ContestedPoint]:
    """Return the points that say that sources differ: not voices, nor figures that can all hold."""
    calm = [
        phrase(key, lang, what="")
        for key in ("figures_agree", "figures_series", "figures_bounds")
        for lang in ("en", "es")
    ]
    return [
        point
        for point in points
        if point.kind in _ASSERTED
        or (point.kind is Kind.FIGURE and not any(point.heading.endswith(line) for line in calm))
    ]


def reached(case: Case, given: Answer) -> bool:
    """Whether an answer is what the case asks for: each side in a position of its own, or quiet.

    Voices that assert no difference are quotes of the answer, one for each side.
    """
    points = given.contested
    if case.shown == QUIET:
        return not asserted(points)
    if case.shown == Kind.VOICES:
        return not asserted(points) and sides_shown(case, given) == len(case.sides)
    return any(_apart(case.sides, point) for point in points if point.kind.value == case.shown)


def sides_shown(case: Case, given: Answer) -> int:
    """Return how many of a case's sides stand in any quote of an answer."""
    quotes = [claim.quote for claim in given.quotes]
    return sum(any(side in quote for quote in quotes) for side in case.sides)


def _apart(sides: tuple[str, ...], point: ContestedPoint) -> bool:
    """Whether each side stands in a position that holds no other side."""
    quotes = [" ".join(claim.quote for claim in position.claims) for position in point.positions]
    return all(
        any(
            side in quote
            and not any(other in quote for other in sides if other != side and other not in side)
            for quote in quotes
        )
        for side in sides
    )
