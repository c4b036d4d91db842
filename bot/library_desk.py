"""The desk that chat channels ask: one library, opened once, swapped whole when its files change."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import cast

from bot.answer import Answer, Claim, ContestedPoint, Kind
from bot.answering.respond import Question, respond, the_others
from bot.answering.verification import verify
from bot.desk import Picture, Verification
from bot.finding.quote import claim_at, labelled
from index.articles.record import articles_of
from index.door import Index, Live, Result
from index.errors import NotInLibrary, SettingsError, UnreadableDocument
from index.formats.opening import document_of
from index.formats.unchanged import is_unchanged
from index.framings import Framings, own_framings
from index.model import Article, Passage
from index.open import LibraryAt, editors_folder, open_live
from index.text.same_name import same_name

# Paragraphs up to which contested points are looked for so as to ask about them: a second or two.
_FEW_PARAGRAPHS = 3_000


class LibraryDesk:
    """A library on disk behind the messenger's ``Desk``; its methods may be called from any thread."""

    def __init__(self, place: LibraryAt, live: Live | None = None) -> None:
        """Open the library, or take what is ``live`` of it already. Raises as ``index.open.open_live``."""
        self._place = place
        self._live = live or open_live(place)
        self._kept: dict[tuple[str, str], tuple[Index, object]] = {}
        self._making: defaultdict[tuple[str, str], threading.Lock] = defaultdict(threading.Lock)

    def _once(self, what: str, language: str, make: Callable[[Index], Result]) -> Result:
        """Return what is made of an index, once as long as that is in force."""
        with self._making[what, language]:
            index, made = self._kept.get((what, language), (None, None))
            if index is not None and index is self._live.now():
                return cast("Result", made)
            return self._live.use(partial(self._make, what, language, make))

    def _make(self, what: str, language: str, make: Callable[[Index], Result], index: Index) -> Result:
        made = make(index)
        self._kept[what, language] = index, made
        return made

    def _framings(self, index: Index) -> Framings | None:
        return own_framings(editors_folder(self._place, index))

    def ask(
        self, question: str, *, language: str | None, context: Sequence[str] = (), top: int | None = None
    ) -> Answer:
        """Answer a question."""
        asked = Question(question, language, top=top, context=tuple(context))
        return self._fresh(lambda index: respond(index, asked, self._framings(index)), _quoted)

    def more(self, question: str, *, language: str | None, context: Sequence[str] = ()) -> Answer:
        """Return what the answer in one look leaves out."""
        asked = Question(question, language, context=tuple(context))
        return self._fresh(lambda index: the_others(index, asked, self._framings(index)), _quoted)

    def _fresh(self, work: Callable[[Index], Result], files: Callable[[Result], Iterable[str]]) -> Result:
        """Return what ``work`` makes of the index; once more when a file that it quotes has changed since."""
        found = self._live.use(work)
        if self._place.published is None and self._live.use(partial(self._has_changed, files(found))):
            self.reload()
            found = self._live.use(work)
        return found

    def _has_changed(self, files: Iterable[str], index: Index) -> bool:
        return any(not is_unchanged(self._place.library, index.document(file)) for file in set(files))

    def sources(self) -> Sequence[Article]:
        """Return all articles."""
        return self._live.use(lambda index: index.articles())

    def around(self, paragraph: str, before: int = 1, after: int = 1) -> Sequence[Claim]:
        """Return a paragraph with its neighbours, under their voices. Raises NotInLibrary."""
        article, _, number = paragraph.rpartition("#")
        found = self._live.use(lambda index: index.paragraphs(article))
        if not number.isdecimal() or not 1 <= int(number) <= len(found):
            raise NotInLibrary(f"there is no paragraph {paragraph!r} in this library")
        at = int(number) - 1
        shown = found[max(0, at - before) : at + after + 1]
        return [labelled(item, item.paragraph.number) for item in shown]

    def verify(self, text: str) -> Verification:
        """Look for a text word for word."""
        result = self._fresh(lambda index: verify(index, text), lambda made: [p.file for p in made.places])
        return Verification(result.verbatim, result.places, result.nearly, result.nearest, result.differs)

    def spoken_by(self, name: str, limit: int) -> Sequence[Claim]:
        """Return what a speaker says, in the order of the library."""
        return self._live.use(lambda index: _said_by(index, name, limit))

    def contested(self, language: str) -> Sequence[ContestedPoint]:
        """Return the contested points of the library, headings in ``language``."""
        return self._once("points", language, lambda index: self._points(index, language))

    def _points(self, index: Index, language: str) -> Sequence[ContestedPoint]:
        from bot.contested.library_points import points_of  # costs start-up, and few ask for it

        return points_of(index, editors_folder(self._place, index), language)

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
        return self._once("examples", language, lambda index: self._examples(index, language))

    def _examples(self, index: Index, language: str) -> Sequence[str]:
        from bot.answering.examples import example_questions

        points = self._points(index, language) if index.size() <= _FEW_PARAGRAPHS else ()
        return example_questions(index, points, language, self._framings(index))

    def reload(self) -> None:
        """Bring the index up to date; answers under way go on with the old one."""
        self._live.reload()

    def preview(self, name: str, data: bytes) -> Sequence[Article]:
        """Return the articles that a file would add. Raises UnreadableDocument."""
        articles, _ = articles_of(document_of(name, data))
        return [cut.article for cut in articles]

    def add(self, name: str, data: bytes) -> None:
        """Add a file to the library and bring the index up to date. Raises UnreadableDocument."""
        file = document_of(name, data).document.file
        target = self._place.library / file
        if target.exists():
            raise UnreadableDocument(f"{file} is in the library already")
        beside = target.with_name(f".{target.name}.new")
        beside.write_bytes(data)
        beside.replace(target)
        self.reload()


def _quoted(answer: Answer) -> Iterable[str]:
    """Return the files that an answer quotes."""
    return (claim.file for claim in answer.quotes)


def _said_by(index: Index, name: str, limit: int) -> list[Claim]:
    claims: list[Claim] = []
    for item in index.spoken_by(name):
        for voice in item.voices:
            if voice.speaker and same_name(name, voice.speaker):
                passage = Passage(item.paragraph, item.source, item.voices, 0.0, (), item.also_in, item.group)
                claims.append(claim_at(passage, voice.start, voice.end, len(claims) + 1))
                if len(claims) == limit:
                    return claims
    return claims
