"""What the messenger needs from the rest of the program, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from bot.answer import Answer, Claim, ContestedPoint, Verification
from index.errors import QuothError
from index.model import Article


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as a file; ``.png`` is shown in the chat, anything else is sent as a document."""

    name: str
    data: bytes


class NotYet(QuothError):
    """What is asked for is being made; its message is the key of the phrase that says so."""


class TooHeavy(QuothError):
    """What is asked for needed more time or memory than there is for one task."""


@runtime_checkable
class Illustrator(Protocol):
    """A desk that can also draw; pictures are offered only where it can."""

    def picture(self, point: ContestedPoint, language: str) -> Picture | None:
        """Return the figures of a contested point as a picture, or None when there is nothing to draw."""


def ids_of(points: Sequence[ContestedPoint]) -> Sequence[str]:
    """Return the ids of points, without reading those that are read one by one."""
    names: Sequence[str] | None = getattr(points, "names", None)
    return [point.id for point in points] if names is None else names


class Desk(Protocol):
    """The door to the library. Its methods may be called from several threads at once.

    Any of them may raise a QuothError, whose message is shown to the person in the chat.
    """

    def ask(
        self, question: str, *, language: str | None, context: Sequence[str] = (), top: int | None = None
    ) -> Answer:
        """Answer ``question`` in one look, ``top`` claims at most; ``context`` holds earlier questions."""

    def more(self, question: str, *, language: str | None, context: Sequence[str] = ()) -> Answer:
        """Return what ``ask`` found and did not show, its claims numbered behind those shown."""

    def sources(self) -> Sequence[Article]:
        """Return all articles with their sources."""

    def around(self, paragraph: str, before: int = 1, after: int = 1) -> Sequence[Claim]:
        """Return the paragraph named ARTICLE#N with its neighbours, in their order, under their voices."""

    def verify(self, text: str) -> Verification:
        """Look for ``text`` word for word."""

    def spoken_by(self, name: str, limit: int) -> Sequence[Claim]:
        """Return what a speaker of that name says."""

    def contested(self, language: str) -> Sequence[ContestedPoint]:
        """Return the contested points found in the library, headings in ``language``."""

    def examples(self, language: str) -> Sequence[str]:
        """Return questions that the library answers."""

    def reload(self) -> None:
        """Bring the index up to date with the files."""

    def preview(self, name: str, data: bytes) -> Sequence[Article]:
        """Return the articles that a file would add, without adding it."""

    def add(self, name: str, data: bytes) -> None:
        """Add a file to the library."""

    def index_made(self) -> float | None:
        """Return when the index in force was made, in seconds since 1970; None where that is not known."""

    def close(self) -> None:
        """End what the desk still does; nothing more is asked of it."""
