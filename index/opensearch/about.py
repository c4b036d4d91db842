"""What is no paragraph, packed into documents of the engine: articles, words, names, exact texts."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from index.door import SourceNames, SpeakerCount
from index.embedded.embedded import EmbeddedIndex
from index.model import Article, Document
from index.opensearch.layout import ROWS, encoded, engine_words, key_of
from index.opensearch.sealed_rows import plain, read_as
from index.text.terms import ANALYSIS
from index.values import frozen, replace

_CHUNK = 3_000_000  # characters of JSON in one document; packed it is far below what an engine refuses
_LITTLE = 1  # effort of packing: a seventh longer, in a third of the time
_AT_ONCE = 256  # values of a list that are encoded together
_EDITORS_FILES = ("framings.toml", "contested.toml")  # that answers read beside the index
LIBRARY, NAMES, ARTICLES, SPEAKERS, SKIPPED = "library", "names", "articles", "speakers", "skipped"
UNQUOTED, EDITORS, FILES = "unquoted", "editors", "files"


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
    letters: tuple[tuple[str, int], ...] = ()  # that terms begin with, and how long the list of these is


def letters_key(first: str) -> str:
    """Return the key of the terms that begin with a letter."""
    return f"terms-{ord(first)}"


def document_key(file: str) -> str:
    """Return the key of a document's exact text."""
    return f"document-{key_of(file)}"


@frozen
class Beside:
    """A document of the engine that is no paragraph, before it is packed."""

    key: str
    text: str  # JSON
    document: str | None = None  # key of a file whose text begins here
    words: str = ""  # of that text, each once

    def digest(self) -> int:
        """Return a digest by which is told whether it has changed."""
        return zlib.crc32(self.text.encode())

    def source(self) -> dict[str, Any]:
        """Return it as the engine takes it."""
        source: dict[str, Any] = {"data": pack(self.text)}
        return source | ({"document": self.document, "words": self.words} if self.document else {})


def pack(text: str) -> str:
    """Return JSON, compressed, as the engine holds binary data."""
    return base64.b64encode(zlib.compress(text.encode(), _LITTLE)).decode("ascii")


def unpack(data: str) -> Any:
    """Return what was packed. Raises ValueError."""
    try:
        return json.loads(zlib.decompress(base64.b64decode(data, validate=True)))
    except zlib.error as error:
        raise ValueError("what is published cannot be unpacked") from error


def about_from(library: str) -> About | None:
    """Return what a generation says of itself, from its packed form; None where another version made it."""
    try:
        about: About = read_as(About, unpack(library)[0])
    except (ValueError, TypeError, IndexError):
        return None  # with other fields
    return about if (about.format, about.analysis) == (ROWS, ANALYSIS) else None


def about_documents(
    index: EmbeddedIndex, library: Path, about: About, articles: Sequence[Article]
) -> Iterator[Beside]:
    """Yield all that is no paragraph and no text of a document.

    ``library`` holds the editors' files, ``articles`` are all those of the index.
    """
    sizes: list[tuple[str, int]] = []
    for first, some in groupby(index.frequencies(), key=lambda pair: pair[0][:1]):
        chunks = list(_chunks(letters_key(first), some))
        sizes.append((first, sum(len(chunk.text) for chunk in chunks)))
        yield from chunks
    names: SourceNames = index.source_names()
    yield from _chunks(NAMES, [plain(names)])
    yield from _chunks(ARTICLES, map(plain, articles))
    counts: Sequence[SpeakerCount] = index.speakers()
    yield from _chunks(SPEAKERS, [[plain(count) for count in counts], index.speaker_names()])
    yield from _chunks(
        SKIPPED, [*([*map(list, said)] for said in (index.skipped(), index.remarks(), index.sizes().items()))]
    )
    yield from _chunks(UNQUOTED, sorted(index.unquoted_terms()))
    yield from _chunks(EDITORS, editors_files(library).items())
    yield from _chunks(FILES, sorted(index.fingerprints().items()))
    yield Beside(f"{LIBRARY}-0", encoded([plain(replace(about, letters=tuple(sizes)))]))


def document_texts(index: EmbeddedIndex, files: Iterable[str]) -> Iterator[Beside]:
    """Yield the exact texts of documents, with the words by which they are found."""
    for file in files:
        document = index.document(file)
        first, *others = _chunks(document_key(file), _text_pieces(document), at_once=1)
        words = " ".join(engine_words(document.text.split()))
        yield replace(first, document=key_of(file), words=words)
        yield from others


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


def _chunks(key: str, values: Iterable[Any], at_once: int = _AT_ONCE) -> Iterator[Beside]:
    """Yield documents that together hold a list: "KEY-0", "KEY-1", ..., and an empty one as the end.

    Some values are encoded ``at_once``, which takes a third of the time.
    """
    number, size, chunk = 0, 0, list[str]()
    rest = iter(values)
    while some := list(islice(rest, at_once)):
        written = encoded(some)[1:-1]
        if chunk and size + len(written) > _CHUNK:
            yield Beside(f"{key}-{number}", f"[{','.join(chunk)}]")
            number, size, chunk = number + 1, 0, []
        chunk.append(written)
        size += len(written)
    yield Beside(f"{key}-{number}", f"[{','.join(chunk)}]")
    yield Beside(f"{key}-{number + 1}", encoded(None))
