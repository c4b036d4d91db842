"""Made-up passages and the points found in them, for the tests of contested points."""

from __future__ import annotations

from bot.answer import ContestedPoint, Kind
from bot.asking.query import make_query
from bot.contested import contested_points
from index.framings import Framings
from index.model import Paragraph, Passage, Role, Source, Voice
from index.values import replace


def passage(
    text: str, article: str, date: str | None = None, voices: tuple[Voice, ...] = (), language: str = "en"
) -> Passage:
    """Return a passage of an article by an outlet of the same name."""
    paragraph = Paragraph(article, f"{article}.txt", 1, 0, len(text), Role.BODY, language, text)
    source = Source(title=f"Report {article}", outlet=f"Outlet {article}", published=date, language=language)
    return Passage(paragraph, source, voices, 1.0, (), (), article)


def copy_of(article: str, other: Passage) -> Passage:
    """Return a passage that counts for the independent source of another article."""
    return replace(other, group=article)


def ask(
    question: str, *passages: Passage, framings: Framings | None = None, language: str = "en"
) -> tuple[ContestedPoint, ...]:
    """Return the points of a question on a library of passages."""
    return contested_points(make_query(question), passages[:5], passages, language, framings)


def of_kind(points: tuple[ContestedPoint, ...], kind: Kind) -> list[ContestedPoint]:
    """Return the points of one kind."""
    return [point for point in points if point.kind is kind]


def labels(point: ContestedPoint) -> list[str]:
    """Return the labels of a point's positions."""
    return [position.label for position in point.positions]
