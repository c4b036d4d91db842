"""The desk that chat channels ask: one library, opened once, swapped whole when its files change."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ParamSpec, cast

from bot.answer import Answer, Claim, ContestedPoint, Kind, Verification
from bot.answering.respond import Question, Trace, answer_and_trace, the_others
from bot.answering.verification import verify
from bot.apart import LITTLE_MEMORY, Apart, TookTooLong, TookTooMuch
from bot.apart.tasks import articles_in, bring_up_to_date, verify_in
from bot.contested.found_points import FEW_PARAGRAPHS
from bot.contested.kept_points import generation_of
from bot.desk import NotYet, Picture, TooHeavy
from bot.fresh import without
from bot.listed_points import ListedPoints
from bot.phrases import phrase
from bot.reading_desk import ReadingDesk
from bot.watched import Watched
from index.door import Index, Live, Result
from index.embedded import EmbeddedIndex, may_write
from index.embedded.live import worked
from index.errors import EngineError, SettingsError, StoreDamaged, UnreadableDocument
from index.formats.unchanged import is_unchanged
from index.model import Article
from index.open import LibraryAt, open_live
from index.values import replace

P = ParamSpec("P")

VERIFY, PREVIEW, UPDATE = 18.0, 18.0, 3600.0  # seconds that these may take
POINTS_TRIED = 40  # for example questions
FEW_BYTES = 100_000  # of a file that somebody sends, up to which it is read at once


class LibraryDesk(ReadingDesk):
    """A library on disk behind the messenger's ``Desk``; its methods may be called from any thread."""

    def __init__(self, place: LibraryAt, live: Live | None = None, *, watched: bool = False) -> None:
        """Open the library, or take what is ``live`` of it already; ``watched``: and take in what changes.

        Raises as ``index.open.open_live``.
        """
        super().__init__(place, live or open_live(place, patient=watched))
        self._kept: dict[tuple[str, str], tuple[Index, object]] = {}
        self._making: defaultdict[tuple[str, str], threading.Lock] = defaultdict(threading.Lock)
        large = threading.Semaphore(1)  # what takes much memory goes one by one, whatever it is for
        self._looking = Apart(LITTLE_MEMORY)
        self._reading = Apart(LITTLE_MEMORY, turns=large)
        self._listed = ListedPoints(place, Apart(turns=large))
        self._update = Apart(memory=None)
        self._watched: Watched | None = None
        if watched and place.published is None:
            held = getattr(self._live.now(), "listing", None)
            self._watched = Watched(place, held, self._renew_points, self._check)
            self._watched.start()
            self._renew_points()

    def close(self) -> None:
        """End what runs apart, and the watch."""
        for each in (self._looking, self._reading, self._listed, self._update):
            each.close()
        if self._watched is not None:
            self._watched.stop()

    def _check(self) -> None:
        index = self._live.now()
        if isinstance(index, EmbeddedIndex):
            index.check_lengths()

    def _renew_points(self) -> None:
        index = self._live.now()
        if index.size() > FEW_PARAGRAPHS:
            self._listed.renew(index)

    def pending(self) -> bool:
        """Whether something in the library has changed that answers do not hold yet."""
        return self._watched is not None and self._watched.pending

    def index_made(self) -> float | None:
        """Return when the index in force was made, in seconds since 1970; None where that is not known."""
        try:
            generation = self._generation(self._live.now())
            return generation.stat().st_mtime if generation else None
        except (OSError, EngineError):
            return None

    def _generation(self, index: Index) -> Path | None:
        """Return the folder of an index on this machine, None of a published one."""
        return generation_of(index, self._place)

    def use(self, work: Callable[[Index], Result]) -> Result:
        """Return what is made of the index in force; one that is damaged is built again meanwhile."""
        if self._watched is None:
            return self._live.use(work)
        index = self._live.now()
        try:
            return worked(work, index)
        except StoreDamaged:
            self._watched.heal()
            raise NotYet("healing") from None

    def _once(self, what: str, language: str, make: Callable[[Index], Result]) -> Result:
        """Return what is made of an index, once as long as that is in force."""
        with self._making[what, language]:
            index, made = self._kept.get((what, language), (None, None))
            if index is not None and index is self._live.now():
                return cast("Result", made)
            return self.use(partial(self._make, what, language, make))

    def _make(self, what: str, language: str, make: Callable[[Index], Result], index: Index) -> Result:
        made = make(index)
        self._kept[what, language] = index, made
        return made

    def answered(self, question: Question) -> tuple[Answer, Trace | None]:
        """Return the answer to a question, and how it came about."""
        answer, trace = self._fresh(
            lambda index: answer_and_trace(index, question, self._framings(index)),
            lambda made: _quoted(made[0]),
        )
        return self._current(answer), trace

    def more(self, question: str, *, language: str | None, context: Sequence[str] = ()) -> Answer:
        """Return what the answer in one look leaves out."""
        asked = Question(question, language, context=tuple(context))
        return self._current(
            self._fresh(lambda index: the_others(index, asked, self._framings(index)), _quoted)
        )

    def _fresh(self, work: Callable[[Index], Result], files: Callable[[Result], Iterable[str]]) -> Result:
        """Return what ``work`` makes of the index; once more when a file that it quotes has changed since.

        A watched library does not wait for that: what has changed is left out until it is read.
        """
        found = self.use(work)
        if self._watched or self._place.published is not None:
            return found
        if self._live.use(partial(self._has_changed, files(found))):
            self.reload()
            found = self._live.use(work)
        return found

    def _has_changed(self, files: Iterable[str], index: Index) -> bool:
        return any(not is_unchanged(self._place.library, index.document(file)) for file in set(files))

    def _current(self, answer: Answer) -> Answer:
        """Return an answer without the words that are not in the folder any more, saying what is pending."""
        gone = self._gone(answer.quotes)
        current = without(answer, gone) if gone else answer
        if not self.pending():
            return current
        return replace(current, notes=(*current.notes, phrase("pending", answer.language)))

    def _gone(self, claims: Iterable[Claim]) -> frozenset[str]:
        if self._watched is None:
            return frozenset()
        gone = self._watched.withdrawn(claim.file for claim in claims)
        if gone:
            self._watched.look_now()
        return gone

    def _those_there(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        gone = self._gone(claims)
        return [claim for claim in claims if claim.file not in gone] if gone else claims

    def verify(self, text: str) -> Verification:
        """Look for a text word for word."""
        result = self._fresh(partial(self._verified, text), lambda made: [p.file for p in made.places])
        places = result.places
        if self._watched is not None:
            gone = self._watched.withdrawn(place.file for place in places)
            places = tuple(place for place in places if place.file not in gone)
        nearest = result.nearest if result.nearest and not self._gone([result.nearest]) else None
        stands = bool(places)
        return Verification(
            result.verbatim and stands, places, result.nearly and stands, nearest, result.differs
        )

    def _verified(self, text: str, index: Index) -> Verification:
        generation = self._generation(index)
        if generation is None or index.size() <= FEW_PARAGRAPHS:
            return verify(index, text)
        return self._heavily(self._looking, VERIFY, verify_in, generation, text)

    def _heavily(
        self, apart: Apart, seconds: float, task: Callable[P, Result], *args: P.args, **kwargs: P.kwargs
    ) -> Result:
        try:
            return apart.run(seconds, task, *args, **kwargs)
        except (TookTooLong, TookTooMuch) as error:
            raise TooHeavy(str(error)) from None

    def contested(self, language: str, *, silenced: bool = False) -> Sequence[ContestedPoint]:
        """Return the contested points of the library, headings in ``language``.

        In a large library they are looked for apart; until that is done NotYet is raised.
        """
        if silenced:
            return super().contested(language, silenced=True)
        index = self._live.now()
        if index.size() > FEW_PARAGRAPHS:
            listed = self._listed.points(index, language)
            withdrawn = self._watched.withdrawn(listed.files) if self._watched else frozenset()
            return listed.without(withdrawn) if withdrawn else listed
        points = self._once("points", language, lambda index: self._points(index, language))
        gone = self._gone([claim for point in points for claim in point.claims])
        return [point for point in points if gone.isdisjoint(claim.file for claim in point.claims)]

    def picture(self, point: ContestedPoint, language: str) -> Picture | None:  # noqa: ARG002 (the point has one)
        """Return the figures of a point as PNG, or SVG where nothing draws PNGs; None without figures."""
        from bot.contested.figures.plot import bars_of, png, svg

        bars = bars_of(point) if point.kind is Kind.FIGURE else []
        if not bars:
            return None
        drawing = svg(point.heading, bars)
        try:
            return Picture(f"{point.id}.png", png(drawing))
        except SettingsError:
            return Picture(f"{point.id}.svg", drawing.encode())

    def examples(self, language: str) -> Sequence[str]:
        """Return questions that the library answers, tried once for each state of it."""
        points = self._known_points(language)
        what = "examples" if points else "examples without points"
        return self._once(what, language, lambda index: self._examples(index, points, language))

    def _known_points(self, language: str) -> Sequence[ContestedPoint]:
        """Return the first contested points, none while those of a large library are being looked for."""
        try:
            return self.contested(language)[:POINTS_TRIED]
        except (NotYet, TooHeavy):
            return ()

    def _examples(self, index: Index, points: Sequence[ContestedPoint], language: str) -> Sequence[str]:
        from bot.answering.examples import example_questions

        return example_questions(index, points, language, self._framings(index))

    def reload(self) -> None:
        """Bring the index up to date; answers under way go on with the old one."""
        if self._watched is not None:
            self._update.run(UPDATE, bring_up_to_date, self._place)
            self._watched.look_now()
            self._live.now()
        else:
            self._live.reload()

    def preview(self, name: str, data: bytes) -> Sequence[Article]:
        """Return the articles that a file would add. Raises UnreadableDocument."""
        return self._read(name, data)[1]

    def _read(self, name: str, data: bytes) -> tuple[str, Sequence[Article]]:
        if len(data) <= FEW_BYTES:
            return articles_in(name, data)
        return self._heavily(self._reading, PREVIEW, articles_in, name, data)

    def add(self, name: str, data: bytes) -> None:
        """Add a file to the library, whose index is brought up to date. Raises UnreadableDocument."""
        if self._place.published is not None:
            raise UnreadableDocument("documents are added where this library is published")
        file, _ = self._read(name, data)
        if not may_write(self._place.library):
            raise UnreadableDocument("the folder of the library may not be written")
        target = self._place.library / file
        if target.exists():
            raise UnreadableDocument(f"{file} is in the library already")
        beside = target.with_name(f".{target.name}.new")
        try:
            beside.write_bytes(data)
            beside.replace(target)
        except OSError as error:
            raise UnreadableDocument(f"{file} cannot be written: {error.strerror}") from error
        if self._watched is not None:
            self._watched.look_now()
        else:
            self.reload()


def _quoted(answer: Answer) -> Iterable[str]:
    """Return the files that an answer quotes."""
    return (claim.file for claim in answer.quotes)
