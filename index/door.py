"""The index's door: what the rest of the house may ask of a library, whatever stands behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from index.model import Article, Document, Paragraph, Passage, Place, Query, Reading, Source, Voice
from index.values import frozen


@frozen
class Exported:
    """A paragraph with its voices and its article's source, as ``quoth export`` prints it."""

    paragraph: Paragraph
    source: Source
    voices: tuple[Voice, ...]
    also_in: tuple[Place, ...]
    group: str
    reading: Reading | None = None  # where the index keeps it


@frozen
class SpeakerCount:
    """A name that speaks in the library, how often, and in which articles."""

    name: str
    times: int
    articles: tuple[str, ...]


@frozen
class SourceNames:
    """What a library's articles say of their sources: each name, language and day once, sorted."""

    outlets: tuple[str, ...] = ()  # reposting sites included
    authors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    days: tuple[str, ...] = ()  # of publishing, else of reposting


def source_names(sources: Iterable[Source]) -> SourceNames:
    """Return the names in some sources, sorted."""
    sources = tuple(sources)
    outlets = (name for source in sources for name in (source.outlet, source.reposted_by) if name)
    authors = (author for source in sources for author in source.authors)
    return SourceNames(
        tuple(sorted(set(outlets))),
        tuple(sorted(set(authors))),
        tuple(sorted({source.language for source in sources if source.language})),
        tuple(sorted({day for source in sources if (day := source.published or source.reposted)})),
    )


class Index(Protocol):
    """A library that can be searched and read."""

    def search(self, query: Query, limit: int) -> list[Passage]:
        """Return the best passages, best first: each holds a word of the query; ties by place."""

    def size(self) -> int:
        """Return the number of paragraphs that can be found."""

    def idf(self, term: str) -> float:
        """Return a term's inverse document frequency; an unknown term's is the highest."""

    def known(self, term: str) -> bool:
        """Return whether any paragraph holds the term."""

    def unquoted(self, terms: Collection[str]) -> frozenset[str]:
        """Return which of the terms stand in what is never quoted: titles, headings, names of sources."""

    def vocabulary(self, prefix: str = "") -> Iterator[str]:
        """Yield all terms that start with ``prefix``, in order."""

    def source_names(self) -> SourceNames:
        """Return the names under which the sources are known; costs the same for any number of articles."""

    def articles(self) -> Sequence[Article]:
        """Return all articles in the order of the library."""

    def paragraphs(self, article: str) -> Sequence[Exported]:
        """Return an article's paragraphs in order. Raises NotInLibrary."""

    def export(self) -> Iterator[Exported]:
        """Yield every paragraph of the library in order."""

    def document(self, file: str) -> Document:
        """Return a document with its exact text. Raises NotInLibrary."""

    def files(self) -> Sequence[str]:
        """Return the names of all documents."""

    def skipped(self) -> Sequence[tuple[str, str]]:
        """Return (file, reason) for all that is not in the index."""

    def spoken_by(self, name: str) -> Iterator[Exported]:
        """Yield the paragraphs in which somebody called by all words of ``name`` speaks, in order."""

    def speakers(self) -> Sequence[SpeakerCount]:
        """Return who speaks in the library, most often first."""
