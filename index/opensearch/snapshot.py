"""The vocabulary and the catalogue of a published generation, held by who reads; fetched part by part."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from index.door import Exported, SourceNames, SpeakerCount
from index.errors import NotInLibrary
from index.model import Article, Document
from index.opensearch.about import (
    ARTICLES,
    EDITORS,
    FILES,
    NAMES,
    SKIPPED,
    SPEAKERS,
    UNQUOTED,
    About,
    document_key,
    letters_key,
)
from index.opensearch.chunks import Chunks, Packed, values_of
from index.opensearch.connection import Connection
from index.opensearch.layout import about_of, engine_term, holding_all, holding_in_a_row, key_of
from index.opensearch.sealed_rows import item_of, read_as
from index.text.same_name import same_name

Part = TypeVar("Part")

_PAGE = 500  # rows of one request, some 1 MB
_KEYS = 5_000  # keys of one request; engines give 10,000 at most
_NOTHING = {"stored_fields": "_none_"}  # beside the key: to unpack what is stored takes the engine seconds
_EARLY = (NAMES, UNQUOTED, EDITORS)
_MOST_TERMS = 4_000_000  # characters of all lists of terms that are fetched together: some 250,000 terms
_DOCUMENTS = 25  # whole texts of one request: some 50 kB, of long ones up to 25 MB
_TERMS_AT_ONCE = 100  # of a text that is looked for; an engine takes no more than 1,024 in one request


class Snapshot:
    """All of ``index.door``'s Vocabulary and Catalogue, of one generation."""

    def __init__(self, connection: Connection, generation: str, about: About) -> None:
        self._connection, self.generation, self.about = connection, generation, about
        self._chunks = Chunks(connection, generation)
        self._parts = threading.Lock()
        self._fetched: dict[str, Packed] = {}  # with other parts, and not read so far
        self._known: dict[str, Any] = {}

    def _part(self, key: str, read: Callable[[list[Any]], Part]) -> Part:
        """Return a part of the snapshot, fetched once."""
        with self._parts:
            if key not in self._known:
                if key not in self._fetched:
                    keys = self._early if key in self._early else [key]
                    self._fetched.update(zip(keys, self._chunks.each(keys), strict=True))
                self._known[key] = read(values_of(self._fetched.pop(key)))
            part: Part = self._known[key]
            return part

    @cached_property
    def _early(self) -> Sequence[str]:
        """The parts that nearly every question asks for; fetched together, they are one request.

        All terms belong to these where they are not too many.
        """
        few = sum(size for _, size in self.about.letters) <= _MOST_TERMS
        return *_EARLY, *(letters_key(first) for first, _ in self.about.letters if few)

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(first for first, _ in self.about.letters)

    def size(self) -> int:
        """Return the number of paragraphs that can be found."""
        return self.about.size

    def frequency(self, term: str) -> int:
        """Return how many paragraphs hold a term."""
        return self._letter(term[:1]).get(term, 0) if term else 0

    def _letter(self, first: str) -> Mapping[str, int]:
        if first not in self._letters:
            return {}
        return self._part(letters_key(first), dict)

    def idf(self, term: str) -> float:
        """Return BM25Plus's idf, ln((N + 1) / df); an unknown term counts as held by one paragraph."""
        return math.log((self.about.size + 1) / max(1, self.frequency(term)))

    def known(self, term: str) -> bool:
        """Return whether any paragraph holds the term."""
        return self.frequency(term) > 0

    def unquoted(self, terms: Collection[str]) -> frozenset[str]:
        """Return which of the terms stand in what is never quoted: titles, headings, names of sources."""
        return frozenset(terms) & self._part(UNQUOTED, frozenset)

    def vocabulary(self, prefix: str = "") -> Iterator[str]:
        """Yield all terms that start with ``prefix``, in order."""
        if prefix:
            return iter(sorted(term for term in self._letter(prefix[0]) if term.startswith(prefix)))
        return (term for first in sorted(self._letters) for term in sorted(self._letter(first)))

    def source_names(self) -> SourceNames:
        """Return the names under which the sources are known."""
        names: SourceNames = self._part(NAMES, lambda parts: read_as(SourceNames, parts[0]))
        return names

    def articles(self) -> Sequence[Article]:
        """Return all articles in the order of the library."""
        return self._part(ARTICLES, lambda parts: [read_as(Article, part) for part in parts])

    def files(self) -> Sequence[str]:
        """Return the names of all documents."""
        return self._part(FILES, lambda pairs: [file for file, _ in pairs])

    def counts(self) -> tuple[int, int, int]:
        """Return the numbers of documents, of articles, and of independent sources."""
        return self.about.documents, len(self.articles()), self.about.sources

    def skipped(self) -> Sequence[tuple[str, str]]:
        """Return (file, reason) for all that is not in the index."""
        return [(file, reason) for file, reason in self._part(SKIPPED, list)[0]]

    def sizes(self) -> Mapping[str, int]:
        """Return how many characters stand in the paragraphs of each role."""
        return dict(self._part(SKIPPED, list)[2])

    def remarks(self) -> Sequence[tuple[str, str]]:
        """Return (file, remark) for what was read but could not be used fully."""
        return [(file, remark) for file, remark in self._part(SKIPPED, list)[1]]

    def editors_files(self) -> Mapping[str, str]:
        """Return the files of framings and decisions that stand beside the library's documents."""
        return self._part(EDITORS, dict)

    def speakers(self) -> Sequence[SpeakerCount]:
        """Return who speaks in the library, most often first."""
        return [read_as(SpeakerCount, each) for each in self._part(SPEAKERS, list)[0]]

    def speaker_names(self) -> Sequence[str]:
        """Return the names of all who speak, each once."""
        names: Sequence[str] = self._part(SPEAKERS, list)[1]
        return names

    def document(self, file: str) -> Document:
        """Return a document with its exact text. Raises NotInLibrary."""
        if file not in self._file_set:
            raise NotInLibrary(f"there is no document {file!r} in this library")
        return _document(self._chunks.all(document_key(file)))

    @cached_property
    def _file_set(self) -> frozenset[str]:
        return frozenset(self.files())

    def paragraphs(self, article: str) -> Sequence[Exported]:
        """Return an article's paragraphs in order. Raises NotInLibrary."""
        found = list(self._rows({"term": {"article": key_of(article)}}))
        if not found:
            raise NotInLibrary(f"there is no article {article!r} in this library; `quoth sources` lists them")
        return found

    def export(self) -> Iterator[Exported]:
        """Yield every paragraph of the library in order."""
        return self._rows({"match_all": {}})

    def documents_with(self, words: Sequence[str]) -> Iterator[Document]:
        """Yield the documents that may hold some words in a row; see ``index.door.Catalogue``."""
        index, query = about_of(self.generation), holding_in_a_row(words)
        hits = self._connection.every_hit(index, query, "document", _KEYS, _NOTHING)
        held = {hit["sort"][0] for hit in hits}
        files = [file for file in self.files() if key_of(file) in held]
        for at in range(0, len(files), _DOCUMENTS):
            some = [document_key(file) for file in files[at : at + _DOCUMENTS]]
            yield from (_document(values_of(packed)) for packed in self._chunks.each(some))

    def paragraphs_that(
        self, passes: Callable[[str], bool], holding: Sequence[Collection[str]], words: Collection[str]
    ) -> Iterator[Exported]:
        """Yield the paragraphs whose text passes a test, in order; see ``index.door.Catalogue``."""
        either: list[dict[str, Any]] = [holding_all(words)]
        for terms in holding:
            rarest = sorted(terms, key=lambda term: (self.frequency(term), term))[:_TERMS_AT_ONCE]
            each = [{"term": {"terms": engine_term(term)}} for term in rarest]
            either.append({"bool": {"filter": each}} if each else {"match_all": {}})
        rows = self._rows({"bool": {"filter": [{"bool": {"should": either, "minimum_should_match": 1}}]}})
        return (item for item in rows if passes(item.paragraph.text))

    def spoken_by(self, name: str) -> Iterator[Exported]:
        """Yield the paragraphs in which somebody called by all words of ``name`` speaks, in order."""
        return self._rows({"terms": {"speakers": self.speakers_called(name)}})

    def speakers_called(self, name: str) -> list[str]:
        """Return the engine's keys of all who are called by all words of ``name``."""
        return [key_of(each) for each in self.speaker_names() if same_name(name, each)]

    def _rows(self, query: Mapping[str, Any]) -> Iterator[Exported]:
        """Yield the paragraphs that a query of the engine finds, in the order of the library."""
        fields = ["row", "place", "seal"]
        for hit in self._connection.every_hit(self.generation, query, "place", _PAGE, {"_source": fields}):
            yield item_of(hit["_source"])


def _document(values: list[Any]) -> Document:
    (name, encoding, fingerprint), *pieces = values
    return Document(name, "".join(pieces), encoding, fingerprint)
