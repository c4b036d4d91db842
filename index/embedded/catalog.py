"""The catalogue: documents, articles, paragraphs and voices in one SQLite file, read by page.

The texts stand in a file beside it. Each document, each article, and each paragraph with its voices carries
a seal: a CRC-32 of all that is said of it, its text included, checked whenever it is read, so that a flipped
bit cannot change a quote or the name under it.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Self

from index.door import SourceNames
from index.embedded.listing import TEXTS
from index.embedded.rows import (
    Entry,
    Part,
    as_sealed,
    check,
    damaged,
    entry_from,
    source_from,
    unpacked_texts,
)
from index.embedded.texts import Texts
from index.model import Article, Document, Source

_ARTICLE = "a.number, a.id, a.file, a.key, a.place, a.start, a.end, a.source, a.grouped"
PARAGRAPH = (
    "p.number, p.article, p.place, p.start, p.end, p.role, p.language, p.anchor, p.at, p.size, p.also_in,"
    " p.posting"
)
_ENTRIES = (
    f"SELECT {PARAGRAPH}, p.seal, {_ARTICLE}, a.seal"
    " FROM paragraphs p JOIN articles a ON a.number = p.article"
)
_PARAGRAPH_COLUMNS = 12
_KNOWN_ARTICLES = 4_096  # kept from one question to the next
_AT_ONCE = 256  # paragraphs whose voices are read at once
LISTED = "(SELECT value FROM json_each(?))"  # a list as one value, for SQLite takes some 30,000 values
IN_ORDER = "a.key, a.place, p.place"  # of the library, whenever a document was added
# Every paragraph with its id and a digest of its seal and that of its article. The digest changes with
# whatever is said of either, and an odd factor keeps what is new in one from being lost in the other.
ORIGINS = (
    "SELECT p.number AS number, a.id || '#' || p.place AS paragraph, (31 * p.seal + a.seal) & 4294967295 AS"
    " origin FROM paragraphs p JOIN articles a ON a.number = p.article"
)


class Catalog:
    """A catalogue file opened for reading.

    Every method raises StoreDamaged when what it reads is not what was written.
    """

    def __init__(self, database: sqlite3.Connection, texts: Texts) -> None:
        self._db, self._texts = database, texts
        self._known: dict[int, tuple[str, str, Source, str]] = {}  # articles, by number

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a finished file. Raises StoreDamaged."""
        # A catalogue is never changed after it was renamed into place: no locks, no journal.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        texts = Texts(path.with_name(TEXTS))
        try:
            # No statement is kept: Python 3.13 may hand two threads the same one at once.
            database = sqlite3.connect(address, uri=True, check_same_thread=False, cached_statements=0)
            catalog = cls(database, texts)
        except sqlite3.Error as error:
            raise damaged(error) from error
        if texts.size() < catalog.count("texts"):
            raise damaged("texts are missing")
        return catalog

    def close(self) -> None:
        """Close the file, and that of the texts."""
        self._db.close()
        self._texts.close()

    __del__ = close  # an index that nobody has any more; Python 3.13 and later warn of what is left open

    def _each(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(sql, values)
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter of a table's damaged description
            raise damaged(error) from error

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return list(self._each(sql, values))

    def _check_count(self, what: str, count: int) -> None:
        if str(count) != self.meta(what):
            raise damaged(f"{count} {what} of {self.meta(what)}")

    def count(self, what: str) -> int:
        """Return how many there are: "documents", "articles", "paragraphs", "joins" or "parts"."""
        try:
            return int(self.meta(what) or 0)
        except ValueError as error:
            raise damaged(error) from error

    def sources(self) -> int:
        """Return how many independent sources the articles are."""
        return int(self._rows("SELECT COUNT(DISTINCT grouped) FROM articles")[0][0])

    def meta(self, key: str) -> str | None:
        """Return a stored setting of the index, None when it is not there."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def document(self, file: str) -> Document | None:
        """Return a document with its text, or None."""
        sql = "SELECT at, packed, encoding, fingerprint, seal FROM documents WHERE file = ?"
        rows = self._rows(sql, (file,))
        if not rows:
            return None
        at, size, encoding, fingerprint, sealed = rows[0]
        packed = self._texts.read(at, size)
        check((file, fingerprint, encoding, packed), sealed)
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
        return Document(file, text, encoding, fingerprint)

    def text_at(self, at: int, size: int) -> str:
        """Return a paragraph's text, unchecked."""
        try:
            return unpacked_texts(self._texts.read(at, size))[0]
        except ValueError as error:
            raise damaged(error) from error

    def files(self) -> list[str]:
        """Return the names of all documents in order."""
        files = [str(row[0]) for row in self._each("SELECT file FROM documents ORDER BY file")]
        self._check_count("documents", len(files))
        return files

    def remarks(self) -> list[tuple[str, str]]:
        """Return (file, remark) for all that was read but could not be used fully."""
        rows = self._rows("SELECT file, remarks FROM documents WHERE remarks != '[]' ORDER BY file")
        return [(file, remark) for file, remarks in rows for remark in json.loads(remarks)]

    def sizes(self) -> dict[str, int]:
        """Return how many characters stand in the paragraphs of each role."""
        rows = self._each("SELECT role, SUM(end - start) FROM paragraphs GROUP BY role ORDER BY role")
        return {str(role): int(size) for role, size in rows}

    def skipped(self) -> list[tuple[str, str]]:
        """Return (file, reason) for each file that is not in the index."""
        rows = self._rows("SELECT file, reason FROM skipped ORDER BY file")
        return [(str(file), str(reason)) for file, reason in rows]

    def source_names(self) -> SourceNames:
        """Return what the articles say of their sources, each name once."""
        rows = self._rows("SELECT names, seal FROM sources")
        if len(rows) != 1:
            raise damaged("the names of the sources are missing")
        names, sealed = rows[0]
        check((names,), sealed)
        return SourceNames(*map(tuple, json.loads(names)))

    def articles(self, where: str = "1", values: Sequence[object] = ()) -> list[tuple[Article, str]]:
        """Return the articles (a) that fulfil a condition, each with its group, in the library's order."""
        found = []
        sql = f"SELECT {_ARTICLE}, a.seal FROM articles a WHERE {where} ORDER BY a.key, a.place"
        for *row, sealed in self._each(sql, values):
            check(tuple(row), sealed)
            _, article, file, _, place, start, end, source, group = row
            found.append((Article(article, file, place, start, end, source_from(source)), str(group)))
        if where == "1":
            self._check_count("articles", len(found))
        return found

    def entries(
        self, where: str = "1", values: Sequence[object] = (), order: str = IN_ORDER
    ) -> Iterator[Entry]:
        """Yield paragraphs that fulfil an SQL condition over p (paragraphs) and a (articles)."""
        rows = self._each(f"{_ENTRIES} WHERE {where} ORDER BY {order}", values)
        count = 0
        while some := list(islice(rows, _AT_ONCE)):
            voices = self.voices_of([row[0] for row in some])
            for row in some:
                yield self._entry(row, voices.get(row[0], []))
            count += len(some)
        if where == "1":
            self._check_count("paragraphs", count)

    def _entry(self, row: tuple[Any, ...], voices: Sequence[tuple[Any, ...]]) -> Entry:
        """Return the entry of a row of ``_ENTRIES``."""
        paragraph, article = self.whole(row[:_PARAGRAPH_COLUMNS]), row[_PARAGRAPH_COLUMNS + 1 :]
        check(as_sealed(paragraph, voices), row[_PARAGRAPH_COLUMNS])
        number = article[0]
        known = self._known.get(number)
        if known is None:
            check(article[:-1], article[-1])
            known = (article[1], article[2], source_from(article[7]), article[8])
            if len(self._known) >= _KNOWN_ARTICLES:
                self._known.clear()
            self._known[number] = known
        return entry_from(paragraph, voices, *known)

    def whole(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return a paragraph's row with its texts in the place of where they stand, and their checksum."""
        *first, at, size, also_in, posting = row
        texts = self._texts.read(at, size)
        try:
            text, words, sentences = unpacked_texts(texts)
        except ValueError as error:
            raise damaged(error) from error
        return *first, text, also_in, posting, words, sentences, zlib.crc32(texts)

    def voices_of(self, paragraphs: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
        """Return the rows of the voices of some paragraphs, as they are sealed, by paragraph."""
        rows = self._each(
            "SELECT paragraph, start, end, speaker, mode, cue, role, mention, stance FROM voices"
            f" WHERE paragraph IN {LISTED} ORDER BY paragraph, rowid",
            (json.dumps(paragraphs),),
        )
        found: dict[int, list[tuple[Any, ...]]] = {}
        for paragraph, *voice in rows:
            found.setdefault(paragraph, []).append(tuple(voice))
        return found

    def origins(self) -> Iterator[tuple[int, str, int]]:
        """Yield number, id and digest of each paragraph, in the order of the library; reads no text."""
        for number, paragraph, origin in self._each(f"{ORIGINS} ORDER BY {IN_ORDER}"):
            yield number, str(paragraph), origin

    def origin_sum(self) -> tuple[int, int]:
        """Return how many paragraphs there are, and the sum of their digests."""
        count, total = self._rows(f"SELECT COUNT(*), SUM(origin) FROM ({ORIGINS})")[0]
        return count, total or 0

    def by_number(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """Yield the paragraphs of these numbers, in the order of the library."""
        return self.entries(f"p.number IN {LISTED}", (json.dumps(numbers),))

    def fingerprints(self) -> dict[str, str]:
        """Return the fingerprint of each document."""
        return {str(file): str(mark) for file, mark in self._each("SELECT file, fingerprint FROM documents")}

    def by_posting(self, postings: Sequence[int]) -> dict[int, Entry]:
        """Return the paragraphs with these numbers in the postings, every one of them."""
        rows = self.entries(f"p.posting IN {LISTED}", (json.dumps(postings),), "p.posting")
        found = {entry.posting: entry for entry in rows if entry.posting is not None}
        if len(found) != len(set(postings)):
            raise damaged("paragraphs are missing")
        return found

    def postings_of(self, where: str, values: Sequence[object]) -> list[int]:
        """Return the posting numbers of the paragraphs that fulfil a condition over p and a, ascending."""
        rows = self._each(
            "SELECT p.posting FROM paragraphs p JOIN articles a ON a.number = p.article"
            f" WHERE p.posting IS NOT NULL AND ({where}) ORDER BY p.posting",
            values,
        )
        return [int(row[0]) for row in rows]

    def ranks(self, postings: Sequence[int]) -> dict[int, int]:
        """Return where some posting numbers come among each other in the order of the library."""
        rows = self._rows(
            "SELECT p.posting FROM paragraphs p JOIN articles a ON a.number = p.article"
            f" WHERE p.posting IN {LISTED} ORDER BY {IN_ORDER}",
            (json.dumps(postings),),
        )
        return {int(row[0]): rank for rank, row in enumerate(rows)}

    def beside(self, terms: Collection[str]) -> frozenset[str]:
        """Return which of the terms stand in what is never quoted."""
        sought, found = {term: f" {term} " for term in terms}, set[str]()
        for *row, sealed in self._each("SELECT * FROM beside"):
            check(tuple(row), sealed)
            held = str(row[1])
            found.update([term for term, between in sought.items() if between in held])
        return frozenset(found)

    def beside_terms(self) -> frozenset[str]:
        """Return all terms that stand in what is never quoted."""
        found: set[str] = set()
        for *row, sealed in self._each("SELECT * FROM beside"):
            check(tuple(row), sealed)
            found.update(str(row[1]).split())
        return frozenset(found)

    def parts(self) -> list[Part]:
        """Return the files of postings in order."""
        found = []
        for number, base, size, dead, sealed in self._rows("SELECT * FROM parts ORDER BY number"):
            check((number, base, size, dead), sealed)
            found.append(Part(base, size, tuple((start, stop) for start, stop in json.loads(dead))))
        self._check_count("parts", len(found))
        return found

    def speaker_names(self) -> list[str]:
        """Return the names of all who speak, each once; costs the same for any number of their voices."""
        rows = self._rows("SELECT DISTINCT speaker FROM voices WHERE speaker IS NOT NULL ORDER BY speaker")
        return [str(row[0]) for row in rows]

    def speakers(self) -> list[tuple[str, str]]:
        """Return (speaker, article id) for every voice that has a speaker, in the order of the library."""
        rows = self._rows(
            "SELECT v.speaker, a.id FROM voices v JOIN paragraphs p ON p.number = v.paragraph"
            " JOIN articles a ON a.number = p.article WHERE v.speaker IS NOT NULL"
            f" ORDER BY {IN_ORDER}, v.rowid"
        )
        return [(str(speaker), str(article)) for speaker, article in rows]
