"""An index in memory, scored by rank_bm25 itself: the smallest engine that fits the doors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from rank_bm25 import BM25Plus

from index.door import Exported, Index, SourceNames, SpeakerCount, source_names
from index.embedded.postings import DELTA, K1, B
from index.errors import NotInLibrary
from index.matching import passages, speaker_counts, weighted_terms
from index.model import Article, Document, Passage, Query, Scope
from index.text.same_name import in_scope, same_name


class MemoryIndex:
    """All of a library as lists; what it is asked it looks for in every one of them."""

    def __init__(self, other: Index) -> None:
        self._items = list(other.export())
        self._found = [item for item in self._items if item.reading is not None]
        self._held = [Counter(item.reading.terms) for item in self._found if item.reading]
        self._articles = list(other.articles())
        self._documents = {file: other.document(file) for file in other.files()}
        self._unquoted, self._skipped, self._remarks = other.unquoted, other.skipped(), other.remarks()
        self._sources = len({item.group for item in self._items})
        terms = [list(item.reading.terms) for item in self._found if item.reading]
        self._bm25 = BM25Plus(terms, k1=K1, b=B, delta=DELTA)

    def search(self, query: Query, limit: int) -> list[Passage]:
        """Return the best passages, best first: each holds a word of the query; ties by place."""
        weights = {term: weight for term, weight in weighted_terms(query).items() if self.known(term)}
        scores = [0.0] * len(self._found)
        for term, weight in weights.items():
            for number, score in enumerate(self._bm25.get_scores([term])):
                scores[number] += weight * score
        ranked = sorted(
            (number for number, held in enumerate(self._held) if not weights.keys().isdisjoint(held)),
            key=lambda number: (-scores[number], number),
        )
        allowed = [number for number in ranked if self._allows(query.scope, self._found[number])]
        return passages(query, [(self._found[number], scores[number]) for number in allowed[: max(0, limit)]])

    def _allows(self, scope: Scope, item: Exported) -> bool:
        spoken = [voice.speaker for voice in item.voices if voice.speaker]
        return (
            in_scope(item.source, scope)
            and (not scope.articles or item.paragraph.article in scope.articles)
            and (not scope.language or item.paragraph.language == scope.language)
            and (not scope.speaker or any(same_name(scope.speaker, name) for name in spoken))
        )

    def size(self) -> int:
        """Return the number of paragraphs that can be found."""
        return len(self._found)

    def idf(self, term: str) -> float:
        """Return BM25Plus's idf."""
        import math

        return math.log((len(self._found) + 1) / max(1, sum(term in held for held in self._held)))

    def known(self, term: str) -> bool:
        """Return whether any paragraph holds the term."""
        return any(term in held for held in self._held)

    def unquoted(self, terms: Collection[str]) -> frozenset[str]:
        """Return which of the terms stand in what is never quoted."""
        return self._unquoted(terms)

    def vocabulary(self, prefix: str = "") -> Iterator[str]:
        """Yield all terms that start with ``prefix``, in order."""
        return iter(sorted({term for held in self._held for term in held if term.startswith(prefix)}))

    def source_names(self) -> SourceNames:
        """Return the names under which the sources are known."""
        return source_names(article.source for article in self._articles)

    def articles(self) -> Sequence[Article]:
        """Return all articles."""
        return self._articles

    def paragraphs(self, article: str) -> Sequence[Exported]:
        """Return an article's paragraphs. Raises NotInLibrary."""
        found = [item for item in self._items if item.paragraph.article == article]
        if not found:
            raise NotInLibrary(article)
        return found

    def export(self) -> Iterator[Exported]:
        """Yield every paragraph."""
        return iter(self._items)

    def document(self, file: str) -> Document:
        """Return a document. Raises NotInLibrary."""
        if file not in self._documents:
            raise NotInLibrary(file)
        return self._documents[file]

    def documents_with(self, words: Sequence[str]) -> Iterator[Document]:  # noqa: ARG002 (it gives all)
        """Yield the documents that may hold some words in a row."""
        return (self._documents[file] for file in sorted(self._documents))

    def paragraphs_that(
        self,
        passes: Callable[[str], bool],
        holding: Sequence[Collection[str]],  # noqa: ARG002 (every paragraph is tested)
        words: Collection[str],  # noqa: ARG002
    ) -> Iterator[Exported]:
        """Yield the paragraphs whose text passes a test."""
        return (item for item in self._items if passes(item.paragraph.text))

    def files(self) -> Sequence[str]:
        """Return the names of all documents."""
        return list(self._documents)

    def skipped(self) -> Sequence[tuple[str, str]]:
        """Return (file, reason) for all that is not in the index."""
        return self._skipped

    def remarks(self) -> Sequence[tuple[str, str]]:
        """Return (file, remark) for what could not be used fully."""
        return self._remarks

    def counts(self) -> tuple[int, int, int]:
        """Return the numbers of documents, of articles, and of independent sources."""
        return len(self._documents), len(self._articles), self._sources

    def spoken_by(self, name: str) -> Iterator[Exported]:
        """Yield the paragraphs in which somebody of that name speaks."""
        return (item for item in self._items if any(same_name(name, each) for each in _speakers([item])))

    def speakers(self) -> Sequence[SpeakerCount]:
        """Return who speaks, most often first."""
        spoken = [(name, item.paragraph.article) for item in self._items for name in _speakers([item])]
        return speaker_counts(spoken, {name for name, _ in spoken})


def _speakers(items: Iterable[Exported]) -> Iterator[str]:
    return (voice.speaker for item in items for voice in item.voices if voice.speaker)
