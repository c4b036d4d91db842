"""What is no paragraph, packed into documents of the engine: articles, words, names, exact texts."""

from __future__ import annotations

import base64
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.door import SourceNames, SpeakerCount
from index.embedded.embedded import EmbeddedIndex
from index.model import Article, Document
from index.opensearch.layout import ROWS, key_of
from index.opensearch.sealed_rows import plain
from index.text.terms import ANALYSIS
from index.values import frozen

_CHUNK = 3_000_000  # characters of JSON in one document; packed it is far below what an engine refuses
_EDITORS_FILES = ("framings.toml", "contested.toml")  # that answers read beside the index
LIBRARY, NAMES, ARTICLES, SPEAKERS, SKIPPED = "library", "names", "articles", "speakers", "skipped"
UNQUOTED, LETTERS, EDITORS, FILES = "unquoted", "letters", "editors", "files"


@frozen
class About:
    """What a generation says of itself first of all."""

    format: str
    analysis: str
    state: str  # digest of the listing that it was made of
    size: int  # paragraphs that can be found
    rows: int  # all paragraphs
    origins: int  # sum of the digests of what they were made of
    mean: float  # true mean length in terms
    bound_mean: float  # that of the similarity
    proven: bool  # whether the engine's scores bound the exact ones
    documents: int
    sources: int


def letters_key(first: str) -> str:
    """Return the key of the terms that begin with a letter."""
    return f"terms-{ord(first)}"


def document_key(file: str) -> str:
    """Return the key of a document's exact text."""
    return f"document-{key_of(file)}"


def pack(value: Any) -> str:
    """Return JSON, compressed, as the engine holds binary data."""
    data = json.dumps(value, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(data)).decode("ascii")


def unpack(data: str) -> Any:
    """Return what was packed. Raises ValueError."""
    try:
        return json.loads(zlib.decompress(base64.b64decode(data, validate=True)))
    except zlib.error as error:
        raise ValueError("what is published cannot be unpacked") from error


def about_documents(
    index: EmbeddedIndex, library: Path, about: About, published: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield key and packed data of everything that is no paragraph.

    ``library`` holds the editors' files. Documents of a fingerprint that is ``published`` are there already.
    """
    terms: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for term, frequency in index.frequencies():
        terms[term[:1]].append((term, frequency))
    for first, some in terms.items():
        yield from _chunks(letters_key(first), some)
    yield from _chunks(LETTERS, sorted(terms))
    names: SourceNames = index.source_names()
    yield from _chunks(NAMES, [plain(names)])
    articles: Sequence[Article] = index.articles()
    yield from _chunks(ARTICLES, map(plain, articles))
    counts: Sequence[SpeakerCount] = index.speakers()
    yield from _chunks(SPEAKERS, [[plain(count) for count in counts], index.speaker_names()])
    yield from _chunks(
        SKIPPED, [*([*map(list, said)] for said in (index.skipped(), index.remarks(), index.sizes().items()))]
    )
    yield from _chunks(UNQUOTED, sorted(index.unquoted_terms()))
    yield from _chunks(EDITORS, editors_files(library).items())
    fingerprints = index.fingerprints()
    yield from _chunks(FILES, sorted(fingerprints.items()))
    for file in (file for file, mark in fingerprints.items() if published.get(file) != mark):
        yield from _chunks(document_key(file), _text_pieces(index.document(file)))
    yield f"{LIBRARY}-0", pack([plain(about)])


def editors_files(library: Path) -> Mapping[str, str]:
    """Return the files of a library, besides its documents, that answers are made with."""
    return {
        name: (library / name).read_text("utf-8") for name in _EDITORS_FILES if (library / name).is_file()
    }


def _text_pieces(document: Document) -> Iterator[Any]:
    """Yield the document without its text, then its text in pieces."""
    yield [document.file, document.encoding, document.fingerprint]
    for start in range(0, len(document.text), _CHUNK):
        yield document.text[start : start + _CHUNK]


def _chunks(key: str, values: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Yield documents that together hold a list: "KEY-0", "KEY-1", ..., and an empty one as the end."""
    number, size, chunk = 0, 0, list[Any]()
    for value in values:
        length = len(json.dumps(value))
        if chunk and size + length > _CHUNK:
            yield f"{key}-{number}", pack(chunk)
            number, size, chunk = number + 1, 0, []
        chunk.append(value)
        size += length
    yield f"{key}-{number}", pack(chunk)
    yield f"{key}-{number + 1}", pack(None)


def new_about(index: EmbeddedIndex, state: str, *, mean: float, bound_mean: float, proven: bool) -> About:
    """Return what a generation says of itself before its rows are counted."""
    documents, _, sources = index.counts()
    return About(ROWS, ANALYSIS, state, index.size(), 0, 0, mean, bound_mean, proven, documents, sources)
