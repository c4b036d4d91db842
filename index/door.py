"""The index's door: what the rest of the house may ask of a library, whatever stands behind it.

Three small doors, so that an engine on other machines need answer only the first: ``Engine`` searches,
``Vocabulary`` knows the words, ``Catalogue`` what is in the library. ``Index`` is all three.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from index.model import Article, Document, Paragraph, Passage, Place, Query, Reading, Source, Voice
from index.values import frozen

Result = TypeVar("Result")


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


class Engine(Protocol):
    """What finds passages: the one part that may run elsewhere."""

    def search(self, query: Query, limit: int) -> list[Passage]:
        """Return the best passages, best first: each holds a word of the query; ties by place."""


class Vocabulary(Protocol):
    """The words of a library, with how many paragraphs hold each; asked often, so always at hand."""

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


class Catalogue(Protocol):
    """What a library holds: documents, articles and their sources, paragraphs, who speaks in them."""

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

    def documents_with(self, words: Sequence[str]) -> Iterator[Document]:
        """Yield, in the order of their names, the documents that may hold some words in a row.

        They are all in which the words stand with white space between, whatever is before the first and
        behind the last of them, and perhaps others. There is one word at least.
        """

    def paragraphs_that(
        self, passes: Callable[[str], bool], holding: Sequence[Collection[str]], words: Collection[str]
    ) -> Iterator[Exported]:
        """Yield the paragraphs whose text passes a test, in order.

        Of those that a search can find only such are tested as hold all terms of one of the collections,
        of the others perhaps only such as hold all the folded words.
        """

    def files(self) -> Sequence[str]:
        """Return the names of all documents."""

    def sizes(self) -> Mapping[str, int]:
        """Return how many characters stand in the paragraphs of each role."""

    def skipped(self) -> Sequence[tuple[str, str]]:
        """Return (file, reason) for all that is not in the index."""

    def remarks(self) -> Sequence[tuple[str, str]]:
        """Return (file, remark) for what was read but could not be used fully."""

    def counts(self) -> tuple[int, int, int]:
        """Return the numbers of documents, of articles, and of independent sources."""

    def spoken_by(self, name: str) -> Iterator[Exported]:
        """Yield the paragraphs in which somebody called by all words of ``name`` speaks, in order."""

    def speakers(self) -> Sequence[SpeakerCount]:
        """Return who speaks in the library, most often first."""


class Index(Engine, Vocabulary, Catalogue, Protocol):
    """A library that can be searched and read."""


class Live(Protocol):
    """An index for processes that run on: they answer from the newest one; safe in threads."""

    def now(self) -> Index:
        """Return the index in force."""

    def reload(self) -> None:
        """Bring the index up to date."""

    def use(self, work: Callable[[Index], Result]) -> Result:
        """Return what ``work`` makes of the index, of a whole one when this one turns out to be damaged."""
