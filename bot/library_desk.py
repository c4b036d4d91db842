"""The desk that chat channels ask: one library, opened once, swapped whole when its files change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.answer import Answer, Claim, ContestedPoint, Kind
from bot.answering.respond import Question, respond, the_others
from bot.answering.verification import verify
from bot.desk import Picture, Verification
from bot.finding.quote import claim_at
from index.articles.record import articles_of
from index.door import Index
from index.embedded.live import live_index
from index.errors import NotInLibrary, SettingsError, UnreadableDocument
from index.formats.opening import document_of
from index.framings import own_framings
from index.model import Article, Paragraph, Passage
from index.text.same_name import same_name

_LONGEST_EXAMPLE = 60  # characters of a title in an example question


class LibraryDesk:
    """A library on disk behind the messenger's ``Desk``; its methods may be called from any thread."""

    def __init__(self, library: Path, index_dir: Path | None) -> None:
        self._library = library
        self._live = live_index(library, index_dir)

    def ask(
        self, question: str, *, language: str | None, context: Sequence[str] = (), top: int | None = None
    ) -> Answer:
        """Answer a question."""
        asked = Question(question, language, top=top, context=tuple(context))
        return self._live.use(lambda index: respond(index, asked, own_framings(self._library)))

    def more(self, question: str, *, language: str | None, context: Sequence[str] = ()) -> Answer:
        """Return what the answer in one look leaves out."""
        asked = Question(question, language, context=tuple(context))
        return self._live.use(lambda index: the_others(index, asked, own_framings(self._library)))

    def sources(self) -> Sequence[Article]:
        """Return all articles."""
        return self._live.use(lambda index: index.articles())

    def around(self, paragraph: str, before: int = 1, after: int = 1) -> Sequence[Paragraph]:
        """Return a paragraph with its neighbours. Raises NotInLibrary."""
        article, _, number = paragraph.rpartition("#")
        found = self._live.use(lambda index: index.paragraphs(article))
        if not number.isdecimal() or not 1 <= int(number) <= len(found):
            raise NotInLibrary(f"there is no paragraph {paragraph!r} in this library")
        at = int(number) - 1
        return [item.paragraph for item in found[max(0, at - before) : at + after + 1]]

    def verify(self, text: str) -> Verification:
        """Look for a text word for word."""
        result = self._live.use(lambda index: verify(index, text))
        return Verification(result.verbatim, result.places if result.verbatim else ())

    def spoken_by(self, name: str, limit: int) -> Sequence[Claim]:
        """Return what a speaker says, in the order of the library."""
        return self._live.use(lambda index: _said_by(index, name, limit))

    def contested(self, language: str) -> Sequence[ContestedPoint]:
        """Return the contested points of the library, headings in ``language``."""
        from bot.contested.library_points import points_of  # costs start-up, and few ask for it

        return self._live.use(lambda index: points_of(index, self._library, language))

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
        """Return two questions made of the library's own titles, in the language where there are such."""
        articles = self.sources()
        fitting = [a for a in articles if a.source.language == language] or list(articles)
        titles = [
            a.source.title for a in fitting if a.source.title and len(a.source.title) <= _LONGEST_EXAMPLE
        ]
        return titles[:2]

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
        target = self._library / file
        if target.exists():
            raise UnreadableDocument(f"{file} is in the library already")
        beside = target.with_name(f".{target.name}.new")
        beside.write_bytes(data)
        beside.replace(target)
        self.reload()


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
