"""The catalogue: documents, articles, paragraphs and voices in one SQLite file, read by page.

Each document, each article, and each paragraph with its voices carries a seal: a CRC-32 of all that is said
of it, checked whenever it is read, so that a flipped bit cannot change a quote or the name under it.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from index.door import SourceNames
from index.errors import StoreDamaged
from index.model import Article, Document, Source
from index.store.rows import Entry, Marks, Part, entry_from, seal, source_from

_ARTICLE = "a.number, a.id, a.file, a.key, a.place, a.start, a.end, a.source, a.grouped"
_PARAGRAPH = (
    "p.number, p.article, p.place, p.start, p.end, p.role, p.language, p.text, p.also_in, p.posting,"
    " p.words, p.sentences"
)
_ENTRIES = (
    f"SELECT {_PARAGRAPH}, p.seal, {_ARTICLE}, a.seal"
    " FROM paragraphs p JOIN articles a ON a.number = p.article"
)
_PARAGRAPH_COLUMNS = 12
_AT_ONCE = 256  # paragraphs whose voices are read at once
_LISTED = "(SELECT value FROM json_each(?))"  # a list of any length in one statement, so that it is kept
IN_ORDER = "a.key, a.place, p.place"  # of the library, whenever a document was added


class Catalog:
    """A catalogue file opened for reading.

    Every method raises StoreDamaged when what it reads is not what was written.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    @classmethod
    def open(cls, path: Path) -> Catalog:
        """Open a finished file."""
        # A catalogue is never changed after it was renamed into place: no locks, no journal.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            return cls(sqlite3.connect(address, uri=True, check_same_thread=False))
        except sqlite3.Error as error:
            raise _damaged(error) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _each(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(sql, values)
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter of a table's damaged description
            raise _damaged(error) from error

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return list(self._each(sql, values))

    def _check_count(self, what: str, count: int) -> None:
        if str(count) != self.meta(what):
            raise _damaged(f"{count} {what} of {self.meta(what)}")

    def count(self, what: str) -> int:
        """Return how many there are: "documents", "articles", "paragraphs", "joins" or "parts"."""
        try:
            return int(self.meta(what) or 0)
        except ValueError as error:
            raise _damaged(error) from error

    def sources(self) -> int:
        """Return how many independent sources the articles are."""
        return int(self._rows("SELECT COUNT(DISTINCT grouped) FROM articles")[0][0])

    def meta(self, key: str) -> str | None:
        """Return a stored setting of the index, None when it is not there."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def stamps(self) -> set[tuple[str, int, int]]:
        """Return (file, size, time of the last change) of every document."""
        return {*self._each("SELECT file, size, modified FROM documents")}

    def read_again(self) -> set[str]:
        """Return the files that are to be read again though they have not changed."""
        return {str(row[0]) for row in self._each("SELECT file FROM documents WHERE again")}

    def document(self, file: str) -> Document | None:
        """Return a document with its text, or None."""
        sql = (
            "SELECT t.packed, d.encoding, d.fingerprint, d.seal FROM documents d"
            " LEFT JOIN texts t ON t.number = d.text WHERE d.file = ?"
        )
        rows = self._rows(sql, (file,))
        if not rows:
            return None
        packed, encoding, fingerprint, sealed = rows[0]
        _check((file, fingerprint, encoding, packed), sealed)
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
        return Document(file, text, encoding, fingerprint)

    def files(self) -> list[str]:
        """Return the names of all documents in order."""
        files = [str(row[0]) for row in self._each("SELECT file FROM documents ORDER BY file")]
        self._check_count("documents", len(files))
        return files

    def remarks(self) -> list[tuple[str, str]]:
        """Return (file, remark) for all that was read but could not be used fully."""
        rows = self._rows("SELECT file, remarks FROM documents WHERE again ORDER BY file")
        return [(file, remark) for file, remarks in rows for remark in json.loads(remarks)]

    def skipped(self) -> list[tuple[str, str]]:
        """Return (file, reason) for each file that is not in the index."""
        rows = self._rows("SELECT file, reason FROM skipped ORDER BY file")
        return [(str(file), str(reason)) for file, reason in rows]

    def source_names(self) -> SourceNames:
        """Return what the articles say of their sources, each name once."""
        rows = self._rows("SELECT names, seal FROM sources")
        if len(rows) != 1:
            raise _damaged("the names of the sources are missing")
        names, sealed = rows[0]
        _check((names,), sealed)
        return SourceNames(*map(tuple, json.loads(names)))

    def articles(self, where: str = "1", values: Sequence[object] = ()) -> list[tuple[Article, str]]:
        """Return the articles (a) that fulfil a condition, each with its group, in the library's order."""
        found = []
        sql = f"SELECT {_ARTICLE}, a.seal FROM articles a WHERE {where} ORDER BY a.key, a.place"
        for *row, sealed in self._each(sql, values):
            _check(tuple(row), sealed)
            _, article, file, _, place, start, end, source, group = row
            found.append((Article(article, file, place, start, end, source_from(source)), str(group)))
        if where == "1":
            self._check_count("articles", len(found))
        return found

    def entries(
        self, where: str = "1", values: Sequence[object] = (), order: str = IN_ORDER
    ) -> Iterator[Entry]:
        """Yield paragraphs that fulfil an SQL condition over p (paragraphs) and a (articles)."""
        known: dict[int, tuple[str, str, Source, str]] = {}
        rows = self._each(f"{_ENTRIES} WHERE {where} ORDER BY {order}", values)
        count = 0
        while some := list(islice(rows, _AT_ONCE)):
            voices = self.voices_of([row[0] for row in some])
            for row in some:
                yield self._entry(row, voices.get(row[0], []), known)
            count += len(some)
        if where == "1":
            self._check_count("paragraphs", count)

    def _entry(
        self,
        row: tuple[Any, ...],
        voices: Sequence[tuple[Any, ...]],
        known: dict[int, tuple[str, str, Source, str]],
    ) -> Entry:
        """Return the entry of a row of ``_ENTRIES``; ``known`` are the articles met before."""
        paragraph, article = row[:_PARAGRAPH_COLUMNS], row[_PARAGRAPH_COLUMNS + 1 :]
        _check((*paragraph, *voices), row[_PARAGRAPH_COLUMNS])
        number = article[0]
        if number not in known:
            _check(article[:-1], article[-1])
            known[number] = (article[1], article[2], source_from(article[7]), article[8])
        return entry_from(paragraph, voices, *known[number])

    def voices_of(self, paragraphs: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
        """Return the rows of the voices of some paragraphs, as they are sealed, by paragraph."""
        rows = self._each(
            "SELECT paragraph, start, end, speaker, mode, cue, role, mention, stance FROM voices"
            f" WHERE paragraph IN {_LISTED} ORDER BY paragraph, rowid",
            (json.dumps(paragraphs),),
        )
        found: dict[int, list[tuple[Any, ...]]] = {}
        for paragraph, *voice in rows:
            found.setdefault(paragraph, []).append(tuple(voice))
        return found

    def by_posting(self, postings: Sequence[int]) -> dict[int, Entry]:
        """Return the paragraphs with these numbers in the postings, every one of them."""
        rows = self.entries(f"p.posting IN {_LISTED}", (json.dumps(postings),), "p.posting")
        found = {entry.posting: entry for entry in rows if entry.posting is not None}
        if len(found) != len(set(postings)):
            raise _damaged("paragraphs are missing")
        return found

    def postings_of(self, where: str, values: Sequence[object]) -> list[int]:
        """Return the posting numbers of the paragraphs that fulfil a condition over p and a, ascending."""
        rows = self._each(
            "SELECT p.posting FROM paragraphs p JOIN articles a ON a.number = p.article"
            f" WHERE p.posting IS NOT NULL AND ({where}) ORDER BY p.posting",
            values,
        )
        return [int(row[0]) for row in rows]

    def owners(self, articles: Sequence[str]) -> set[str]:
        """Return the files of the articles with these ids."""
        found: set[str] = set()
        for first in range(0, len(articles), 500):
            some = articles[first : first + 500]
            marks = ",".join("?" * len(some))
            found |= {
                str(row[0]) for row in self._rows(f"SELECT file FROM articles WHERE id IN ({marks})", some)
            }
        return found

    def files_from(self, posting: int) -> set[str]:
        """Return the files with paragraphs of posting numbers from ``posting`` on."""
        sql = "SELECT DISTINCT a.file FROM paragraphs p JOIN articles a ON a.number = p.article"
        return {str(row[0]) for row in self._rows(f"{sql} WHERE p.posting >= ?", (posting,))}

    def holds_documents(self) -> bool:
        """Return whether there is any document."""
        return bool(self._rows("SELECT 1 FROM documents LIMIT 1"))

    def ranks(self, postings: Sequence[int]) -> dict[int, int]:
        """Return where some posting numbers come among each other in the order of the library."""
        marks = ",".join("?" * len(postings))
        rows = self._rows(
            "SELECT p.posting FROM paragraphs p JOIN articles a ON a.number = p.article"
            f" WHERE p.posting IN ({marks}) ORDER BY {IN_ORDER}",
            postings,
        )
        return {int(row[0]): rank for rank, row in enumerate(rows)}

    def parts(self) -> list[Part]:
        """Return the files of postings in order."""
        found = []
        for number, base, size, dead, sealed in self._rows("SELECT * FROM parts ORDER BY number"):
            _check((number, base, size, dead), sealed)
            found.append(Part(base, size, tuple((start, stop) for start, stop in json.loads(dead))))
        self._check_count("parts", len(found))
        return found

    def dead(self) -> dict[int, list[str]]:
        """Return the terms of the dead by posting number, ascending."""
        found = {}
        for posting, terms, sealed in self._each("SELECT * FROM dead ORDER BY posting"):
            _check((posting, terms), sealed)
            found[int(posting)] = str(terms).split("\n") if terms else []
        return found

    def joins(self) -> list[tuple[str, str, str]]:
        """Return (article id, article id, "copy" or "translation") for articles of one source."""
        found = []
        for *row, sealed in self._each("SELECT one, other, kind, seal FROM joins ORDER BY one, other, kind"):
            _check(tuple(row), sealed)
            found.append((str(row[0]), str(row[1]), str(row[2])))
        self._check_count("joins", len(found))
        return found

    def marks(self, where: str, values: Sequence[object] = ()) -> Iterator[Marks]:
        """Yield the marks (m) of the articles (a) that fulfil a condition, in the library's order."""
        sql = (
            "SELECT m.article, m.language, m.long, m.figures, m.seal, a.id, a.source"
            f" FROM marks m JOIN articles a ON a.number = m.article WHERE {where} ORDER BY a.key, a.place"
        )
        for number, language, long, figures, sealed, article, source in self._each(sql, values):
            _check((number, language, long, figures), sealed)
            yield Marks(article, language, source_from(source).authors, long, frozenset(figures.split()))

    def long_articles(self, least: int) -> dict[str, int]:
        """Return by language how many articles have at least so many long paragraphs."""
        rows = self._rows(
            "SELECT language, COUNT(*) FROM marks WHERE long >= ? AND language IS NOT NULL GROUP BY language",
            (least,),
        )
        return {str(language): int(count) for language, count in rows}

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


def _damaged(reason: object) -> StoreDamaged:
    return StoreDamaged(f"the index is damaged ({reason}); run `quoth index --rebuild`")


def _check(values: tuple[object, ...], sealed: object) -> None:
    if seal(values) != sealed:
        raise _damaged("a checksum does not match")
