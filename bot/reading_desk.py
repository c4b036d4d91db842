"""The desk of a library that stays as it is: what every door asks of it, answered at once.

A command of the terminal needs no more. ``LibraryDesk`` goes on where a library changes while it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from bot.answer import Answer, Claim, ContestedPoint, Verification
from index.door import Exported, Index, Live, Result, SpeakerCount
from index.errors import NotInLibrary
from index.framings import Framings, usable_framings
from index.model import Article, Passage, Scope
from index.open import LibraryAt, editors_folder

if TYPE_CHECKING:
    from bot.answering.respond import Question, Trace
    from bot.contested.kept_points import KeptPoints
    from index.embedded.listing import Progress


def _logged(text: str) -> None:
    import logging  # costs start-up

    logging.getLogger(__name__).warning(text)


class ReadingDesk:
    """A library's index behind the questions that doors put to it."""

    def __init__(
        self,
        place: LibraryAt,
        live: Live,
        progress: Progress | None = None,
        note: Callable[[str], None] | None = None,
    ) -> None:
        """``progress`` is told of what takes long, ``note`` of what an editor should mend."""
        self._place, self._live, self._progress = place, live, progress
        self._kept_points: KeptPoints | None = None
        self._problem: str | None = None  # with what the editors state, told once
        self._note = note or _logged

    def use(self, work: Callable[[Index], Result]) -> Result:
        """Return what is made of the index in force; one that is damaged is built again."""
        return self._live.use(work)

    def _once(self, what: str, language: str, make: Callable[[Index], Result]) -> Result:  # noqa: ARG002
        """Return what is made of an index; a desk that goes on keeps it."""
        return self.use(make)

    def _those_there(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """Return the claims whose words are in the library still."""
        return claims

    def _framings(self, index: Index) -> Framings | None:
        framings = usable_framings(editors_folder(self._place, index))
        problem = framings.problem if framings is not None else None
        if problem is not None and problem != self._problem:
            self._note(f"{problem}. Answers go on without this file.")
        self._problem = problem
        return framings

    def answered(self, question: Question) -> tuple[Answer, Trace | None]:
        """Return the answer to a question, and how it came about."""
        from bot.answering.respond import answer_and_trace  # costs start-up, as the imports in methods below

        return self.use(lambda index: answer_and_trace(index, question, self._framings(index)))

    def ask(
        self, question: str, *, language: str | None, context: Sequence[str] = (), top: int | None = None
    ) -> Answer:
        """Answer a question."""
        from bot.answering.respond import Question

        return self.answered(Question(question, language, top=top, context=tuple(context)))[0]

    def more(self, question: str, *, language: str | None, context: Sequence[str] = ()) -> Answer:
        """Return what the answer in one look leaves out."""
        from bot.answering.respond import Question, the_others

        asked = Question(question, language, context=tuple(context))
        return self.use(lambda index: the_others(index, asked, self._framings(index)))

    def sources(self) -> Sequence[Article]:
        """Return all articles."""
        return self._once("sources", "", lambda index: index.articles())

    def unread(self) -> Sequence[tuple[str, str]]:
        """Return the files that could not be read, each with the reason."""
        return self.use(lambda index: index.skipped())

    def speakers(self) -> Sequence[SpeakerCount]:
        """Return who speaks in the library and how often, most often first."""
        return self.use(lambda index: index.speakers())

    def found(self, words: str, scope: Scope, limit: int) -> Sequence[Passage]:
        """Return the paragraphs that match, best first, without answering."""
        from bot.finding.best_passages import find

        return self.use(lambda index: find(index, words, scope=scope, limit=limit))

    def export(self) -> Iterable[Exported]:
        """Return every paragraph with its voices, read as it is gone through."""
        return self.use(lambda index: index.export())

    def around(self, paragraph: str, before: int = 1, after: int = 1) -> Sequence[Claim]:
        """Return a paragraph with its neighbours, under their voices. Raises NotInLibrary."""
        from bot.finding.quote import labelled

        article, _, number = paragraph.rpartition("#")
        found = self.use(lambda index: index.paragraphs(article))
        if not number.isdecimal() or not 1 <= int(number) <= len(found):
            raise NotInLibrary(f"there is no paragraph {paragraph!r} in this library")
        at = int(number) - 1
        shown = found[max(0, at - before) : at + after + 1]
        return self._those_there([labelled(item, item.paragraph.number) for item in shown])

    def verify(self, text: str) -> Verification:
        """Look for a text word for word."""
        from bot.answering.verification import verify

        return self.use(lambda index: verify(index, text))

    def spoken_by(self, name: str, limit: int) -> Sequence[Claim]:
        """Return what a speaker says, in the order of the library."""
        from bot.finding.his_words import said_by

        return self._those_there(self.use(lambda index: said_by(index, name, limit)))

    def contested(self, language: str, *, silenced: bool = False) -> Sequence[ContestedPoint]:
        """Return the contested points of the library, headings in ``language``.

        ``silenced``: those that an editor silenced too, marked as such.
        """
        return self.use(lambda index: self._points(index, language, silenced=silenced))

    def _points(self, index: Index, language: str, *, silenced: bool = False) -> Sequence[ContestedPoint]:
        from bot.contested.found_points import FEW_PARAGRAPHS, points_of
        from bot.contested.kept_points import KeptPoints

        folder = editors_folder(self._place, index)
        if index.size() <= FEW_PARAGRAPHS:
            return points_of(index, folder, language, silenced=silenced)
        if self._kept_points is None:
            self._kept_points = KeptPoints(self._place)
        return self._kept_points.found_now(index, folder, language, self._progress, silenced=silenced)
