"""An index on this machine's disk, behind the index's door."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from index.door import Exported, SourceNames, SpeakerCount
from index.embedded.catalog import LISTED
from index.embedded.catalog_sifting import SiftedCatalog
from index.embedded.listing import CATALOG, FORMAT, GRAVE, postings_name
from index.embedded.postings import Segment, Segments
from index.embedded.rows import Entry
from index.errors import NotInLibrary
from index.matching import passages, speaker_counts, weighted_terms
from index.model import Article, Document, Passage, Query, Scope
from index.text.same_name import in_scope, same_name
from index.text.terms import ANALYSIS

_KNOWN_ENTRIES = 8_192  # paragraphs kept from one question to the next: some 30 MB
# Who searches so often, in a library that is not small, is served sooner by the reader that needs numpy:
# its import costs what it saves in some 100 searches of 3,000 paragraphs. Both give the same answers.
_SEARCHES_BEFORE_NUMPY = 30
_PARAGRAPHS_BEFORE_NUMPY = 300_000  # of all searches together
_NUMPY_FROM = (
    3_000  # paragraphs; in a smaller library it saves less than 1 ms a search, and takes 10 MB for it
)

_WHOLE = Scope()


class EmbeddedIndex:
    """An index on this machine's disk; see ``index.door.Index`` for what each method promises."""

    def __init__(self, generation: Path) -> None:
        self.generation = generation
        self._catalog = SiftedCatalog.open(generation / CATALOG)
        parts = self._catalog.parts()
        segments = [
            Segment(generation / postings_name(number), part.size, part.dead)
            for number, part in enumerate(parts, start=1)
        ]
        grave = generation / GRAVE if any(part.dead for part in parts) else None
        self._postings = Segments(segments, grave, self._catalog.ranks)
        self._searches = 0
        self._entries: dict[int, Exported] = {}
        self._source_names: SourceNames | None = None
        self.listing = self._catalog.meta("listing")

    def close(self) -> None:
        """Close the files."""
        self._catalog.close()

    def check_again(self) -> None:
        """Make sure that what was checked before still is what was written. Raises StoreDamaged."""
        self._postings.check_again()

    def check_lengths(self) -> None:
        """Make sure that no file has become shorter under the reader. Raises StoreDamaged."""
        self._postings.check_lengths()

    def is_of_this_version(self) -> bool:
        """Return whether it was made by a program that understands it as this one does."""
        return (self._catalog.meta("format"), self._catalog.meta("analysis")) == (FORMAT, ANALYSIS)

    def size(self) -> int:
        """Return the number of paragraphs that can be found."""
        return self._postings.size

    def counts(self) -> tuple[int, int, int]:
        """Return the numbers of documents, of articles, and of independent sources."""
        return self._catalog.count("documents"), self._catalog.count("articles"), self._catalog.sources()

    def idf(self, term: str) -> float:
        """Return BM25Plus's idf, ln((N + 1) / df); an unknown term counts as held by one paragraph."""
        return math.log((self._postings.size + 1) / max(1, self._postings.frequency(term)))

    def known(self, term: str) -> bool:
        """Return whether any paragraph holds the term."""
        return self._postings.frequency(term) > 0

    def unquoted(self, terms: Collection[str]) -> frozenset[str]:
        """Return which of the terms stand in what is never quoted: titles, headings, names of sources."""
        return self._catalog.beside(terms)

    def vocabulary(self, prefix: str = "") -> Iterator[str]:
        """Yield all terms that start with ``prefix``, in order."""
        return self._postings.terms_with_prefix(prefix)

    def search(self, query: Query, limit: int) -> list[Passage]:
        """Return the best passages for the query's words, best first."""
        weights = weighted_terms(query)
        if not weights or limit < 1:
            return []
        allowed = self._allowed(query.scope)
        if allowed is not None and not allowed:
            return []
        self._count_search()
        found = self._postings.search(sorted(weights.items()), limit, allowed)
        entries = self._entries_of([number for number, _ in found])
        return passages(query, [(entries[number], score) for number, score in found])

    def _count_search(self) -> None:
        """Change to the reader with numpy, once, when it is worth its import."""
        self._searches += 1
        least = max(_SEARCHES_BEFORE_NUMPY, _PARAGRAPHS_BEFORE_NUMPY // max(1, self.size()))
        if self._searches == least and self.size() >= _NUMPY_FROM:
            self._postings.quicken()

    def _entries_of(self, numbers: Sequence[int]) -> dict[int, Exported]:
        """Return the entries of these posting numbers; those met before are not read again."""
        missing = [number for number in numbers if number not in self._entries]
        if missing:
            if len(self._entries) + len(missing) > _KNOWN_ENTRIES:
                self._entries = {}
                missing = list(numbers)
            fresh = self._catalog.by_posting(missing).items()
            self._entries.update((number, _exported(entry)) for number, entry in fresh)
        return self._entries

    def _allowed(self, scope: Scope) -> list[int] | None:
        """Return the posting numbers a scope allows, None for all."""
        if scope == _WHOLE:
            return None
        conditions, values = [], []
        if scope.source or scope.author or scope.after or scope.before:
            articles = [article.id for article in self.articles() if in_scope(article.source, scope)]
            conditions.append(f"a.id IN {LISTED}")
            values.append(json.dumps(articles))
        if scope.articles:
            conditions.append(f"a.id IN {LISTED}")
            values.append(json.dumps(scope.articles))
        if scope.language:
            conditions.append("p.language = ?")
            values.append(scope.language)
        if scope.speaker:
            spoken, names = self._spoken(scope.speaker)
            conditions.append(spoken)
            values += names
        if not conditions:
            return None  # an empty name is no filter
        return self._catalog.postings_of(" AND ".join(conditions), values)

    def frequencies(self) -> Sequence[tuple[str, int]]:
        """Return every term with the number of paragraphs that hold it, in order."""
        return self._postings.frequencies()

    def origins(self) -> Iterator[tuple[int, str, int]]:
        """Yield number, id and a digest of each paragraph, in the order of the library; reads no text."""
        return self._catalog.origins()

    def origin_sum(self) -> tuple[int, int]:
        """Return how many paragraphs there are, and the sum of their digests."""
        return self._catalog.origin_sum()

    def numbered(self, numbers: Sequence[int]) -> Iterator[Exported]:
        """Yield the paragraphs of these numbers, in the order of the library."""
        return map(_exported, self._catalog.by_number(numbers))

    def fingerprints(self) -> dict[str, str]:
        """Return the SHA-256 of each document, by file."""
        return self._catalog.fingerprints()

    def mean_length(self) -> float:
        """Return the mean number of terms of a paragraph that can be found."""
        return self._postings.mean

    def unquoted_terms(self) -> frozenset[str]:
        """Return all terms that stand in what is never quoted."""
        return self._catalog.beside_terms()

    def speaker_names(self) -> list[str]:
        """Return the names of all who speak, each once."""
        return self._catalog.speaker_names()

    def source_names(self) -> SourceNames:
        """Return the names under which the sources are known."""
        if self._source_names is None:
            self._source_names = self._catalog.source_names()
        return self._source_names

    def articles(self) -> Sequence[Article]:
        """Return all articles in the order of the library."""
        return [article for article, _ in self._catalog.articles()]

    def paragraphs(self, article: str) -> Sequence[Exported]:
        """Return an article's paragraphs in order. Raises NotInLibrary."""
        found = [_exported(entry) for entry in self._catalog.entries("a.id = ?", (article,))]
        if not found:
            raise NotInLibrary(f"there is no article {article!r} in this library; `quoth sources` lists them")
        return found

    def export(self) -> Iterator[Exported]:
        """Yield every paragraph of the library in order."""
        return map(_exported, self._catalog.entries())

    def document(self, file: str) -> Document:
        """Return a document with its exact text. Raises NotInLibrary."""
        document = self._catalog.document(file)
        if document is None:
            raise NotInLibrary(f"there is no document {file!r} in this library")
        return document

    def documents_with(self, words: Sequence[str]) -> Iterator[Document]:
        """Yield the documents that may hold these words in a row; see ``index.door.Catalogue``."""
        return self._catalog.documents_with(max(words, key=len))

    def paragraphs_that(
        self,
        passes: Callable[[str], bool],
        holding: Sequence[Collection[str]],
        words: Collection[str],  # noqa: ARG002 (here all of what no search finds is tested)
    ) -> Iterator[Exported]:
        """Yield the paragraphs whose text passes a test, in order; see ``index.door.Catalogue``."""
        everyone = any(not terms for terms in holding)
        held = None if everyone else {each for terms in holding for each in self._postings.holding(terms)}
        return map(_exported, self._catalog.passing(passes, held))

    def files(self) -> Sequence[str]:
        """Return the names of all documents."""
        return self._catalog.files()

    def skipped(self) -> Sequence[tuple[str, str]]:
        """Return (file, reason) for all that is not in the index."""
        return self._catalog.skipped()

    def sizes(self) -> Mapping[str, int]:
        """Return how many characters stand in the paragraphs of each role."""
        return self._catalog.sizes()

    def remarks(self) -> Sequence[tuple[str, str]]:
        """Return (file, remark) for what was read but could not be used fully."""
        return self._catalog.remarks()

    def spoken_by(self, name: str) -> Iterator[Exported]:
        """Yield the paragraphs in which somebody called by all words of ``name`` speaks, in order."""
        return map(_exported, self._catalog.entries(*self._spoken(name)))

    def _spoken(self, name: str) -> tuple[str, list[str]]:
        """Return the condition over paragraphs that somebody of that name speaks in them, with its values."""
        names = [each for each in self._catalog.speaker_names() if same_name(name, each)]
        return f"p.number IN (SELECT paragraph FROM voices WHERE speaker IN {LISTED})", [json.dumps(names)]

    def speakers(self) -> Sequence[SpeakerCount]:
        """Return who speaks in the library, most often first."""
        return speaker_counts(self._catalog.speakers(), set(self._catalog.speaker_names()))


def _exported(entry: Entry) -> Exported:
    return Exported(entry.paragraph, entry.source, entry.voices, entry.also_in, entry.group, entry.reading)
