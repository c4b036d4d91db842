"""The catalogue: documents, articles, paragraphs and voices in one SQLite file, read by page."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.errors import StoreDamaged
from index.model import Article, Document, Mode, Paragraph, Place, Role, Source, Stance, Voice, Wording

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    file TEXT PRIMARY KEY, size INTEGER, modified INTEGER, fingerprint TEXT, encoding TEXT, text BLOB, remarks TEXT
) WITHOUT ROWID;
CREATE TABLE skipped (file TEXT PRIMARY KEY, reason TEXT) WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, file TEXT, place INTEGER, start INTEGER, end INTEGER,
    source TEXT, grouped TEXT
);
CREATE TABLE paragraphs (
    number INTEGER PRIMARY KEY, article INTEGER, place INTEGER, start INTEGER, end INTEGER,
    role TEXT, language TEXT, text TEXT, also_in TEXT, posting INTEGER
);
CREATE TABLE voices (
    paragraph INTEGER, start INTEGER, end INTEGER, speaker TEXT, mode TEXT, cue TEXT,
    role TEXT, mention TEXT, stance TEXT
);
"""
INDEXES = """
CREATE INDEX paragraph_of_article ON paragraphs (article, place);
CREATE UNIQUE INDEX paragraph_of_posting ON paragraphs (posting) WHERE posting IS NOT NULL;
CREATE INDEX voice_of_paragraph ON voices (paragraph);
CREATE INDEX voice_of_speaker ON voices (speaker) WHERE speaker IS NOT NULL;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph with all the catalogue knows about it."""

    paragraph: Paragraph
    source: Source
    group: str
    voices: tuple[Voice, ...]
    also_in: tuple[Place, ...]
    posting: int | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a file apart from its earlier state without reading it."""

    size: int
    modified: int


class Catalog:
    """A catalogue file opened for reading.

    Raises StoreDamaged when SQLite cannot read it.
    """

    def __init__(self, path: Path) -> None:
        # A catalogue is never changed after it was renamed into place: no locks, no journal.
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise StoreDamaged(f"the index cannot be read ({error}); run `quoth index --rebuild`") from error

    def meta(self, key: str) -> str | None:
        """Return a stored setting of the index, None when it is not there."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def stamps(self) -> dict[str, Stamp]:
        """Return the stamp of every document, by file."""
        return {
            file: Stamp(size, modified)
            for file, size, modified in self._rows("SELECT file, size, modified FROM documents")
        }

    def document(self, file: str) -> Document | None:
        """Return a document with its text, or None."""
        rows = self._rows("SELECT text, encoding, fingerprint FROM documents WHERE file = ?", (file,))
        if not rows:
            return None
        text, encoding, fingerprint = rows[0]
        try:
            return Document(
                file, zlib.decompress(text).decode("utf-8", "surrogatepass"), encoding, fingerprint
            )
        except zlib.error as error:
            raise StoreDamaged("the index is damaged; run `quoth index --rebuild`") from error

    def files(self) -> list[str]:
        """Return the names of all documents in order."""
        return [str(row[0]) for row in self._rows("SELECT file FROM documents ORDER BY file")]

    def remarks(self) -> list[tuple[str, str]]:
        """Return (file, remark) for all that was read but could not be used fully."""
        rows = self._rows("SELECT file, remarks FROM documents WHERE remarks != '[]' ORDER BY file")
        return [(file, remark) for file, remarks in rows for remark in json.loads(remarks)]

    def skipped(self) -> list[tuple[str, str]]:
        """Return (file, reason) for each file that is not in the index."""
        return [
            (str(file), str(reason))
            for file, reason in self._rows("SELECT file, reason FROM skipped ORDER BY file")
        ]

    def articles(self) -> list[tuple[Article, str]]:
        """Return every article with its group, in the order of the library."""
        rows = self._rows("SELECT id, file, place, start, end, source, grouped FROM articles ORDER BY number")
        return [
            (Article(article, file, place, start, end, _source(source)), str(group))
            for article, file, place, start, end, source, group in rows
        ]

    def entries(
        self, where: str = "1", values: Sequence[object] = (), order: str = "p.number"
    ) -> Iterator[Entry]:
        """Yield paragraphs that fulfil an SQL condition over p (paragraphs) and a (articles)."""
        rows = self._rows(
            "SELECT p.number, a.id, a.file, p.place, p.start, p.end, p.role, p.language, p.text, p.also_in, p.posting,"
            f" a.source, a.grouped FROM paragraphs p JOIN articles a ON a.number = p.article WHERE {where} ORDER BY {order}",
            values,
        )
        sources: dict[str, Source] = {}
        for row in rows:
            (
                number,
                article,
                file,
                place,
                start,
                end,
                role,
                language,
                text,
                also_in,
                posting,
                source,
                group,
            ) = row
            if source not in sources:
                sources[source] = _source(source)
            yield Entry(
                Paragraph(article, file, place, start, end, Role(role), language, text),
                sources[source],
                group,
                self._voices(number),
                tuple(Place(*place) for place in json.loads(also_in)),
                posting,
            )

    def _voices(self, paragraph: int) -> tuple[Voice, ...]:
        rows = self._rows(
            "SELECT start, end, speaker, mode, cue, role, mention, stance FROM voices WHERE paragraph = ? ORDER BY rowid",
            (paragraph,),
        )
        return tuple(
            Voice(start, end, speaker, Mode(mode), cue, role, mention, Stance(stance))
            for start, end, speaker, mode, cue, role, mention, stance in rows
        )

    def by_posting(self, postings: Sequence[int]) -> dict[int, Entry]:
        """Return the paragraphs with these numbers in the postings."""
        marks = ",".join("?" * len(postings))
        return {
            entry.posting: entry
            for entry in self.entries(f"p.posting IN ({marks})", postings)
            if entry.posting is not None
        }

    def postings_of(self, where: str, values: Sequence[object]) -> list[int]:
        """Return the posting numbers of the paragraphs that fulfil a condition over p and a, ascending."""
        rows = self._rows(
            "SELECT p.posting FROM paragraphs p JOIN articles a ON a.number = p.article"
            f" WHERE p.posting IS NOT NULL AND ({where}) ORDER BY p.posting",
            values,
        )
        return [int(row[0]) for row in rows]

    def speakers(self) -> list[tuple[str, str]]:
        """Return (speaker, article id) for every voice that has a speaker, in the order of the library."""
        rows = self._rows(
            "SELECT v.speaker, a.id FROM voices v JOIN paragraphs p ON p.number = v.paragraph"
            " JOIN articles a ON a.number = p.article WHERE v.speaker IS NOT NULL ORDER BY v.rowid"
        )
        return [(str(speaker), str(article)) for speaker, article in rows]


class CatalogWriter:
    """A new catalogue file, written once from start to end."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        # Nobody reads it before it is complete, synced and renamed: no journal needed.
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        self._db.execute("BEGIN")
        self._articles = self._paragraphs = 0

    def add_document(self, document: Document, stamp: Stamp, remarks: Sequence[str]) -> None:
        """Add a document."""
        packed = zlib.compress(document.text.encode("utf-8", "surrogatepass"), 6)
        self._db.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                document.file,
                stamp.size,
                stamp.modified,
                document.fingerprint,
                document.encoding,
                packed,
                json.dumps(list(remarks)),
            ),
        )

    def add_skipped(self, file: str, reason: str) -> None:
        """Add a file that could not be read."""
        self._db.execute("INSERT INTO skipped VALUES (?, ?)", (file, reason))

    def add_article(self, article: Article, group: str) -> None:
        """Add an article; the paragraphs that follow are its own."""
        self._articles += 1
        self._db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._articles, article.id, article.file, article.number, article.start, article.end,
                json.dumps(asdict(article.source), ensure_ascii=False), group,
            ),
        )  # fmt: skip

    def add_paragraph(
        self, paragraph: Paragraph, voices: Iterable[Voice], also_in: Iterable[Place], posting: int | None
    ) -> None:
        """Add a paragraph of the article added last."""
        self._paragraphs += 1
        p = paragraph
        places = json.dumps([(place.article, place.file, place.start, place.end) for place in also_in])
        self._db.execute(
            "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._paragraphs,
                self._articles,
                p.number,
                p.start,
                p.end,
                p.role,
                p.language,
                p.text,
                places,
                posting,
            ),
        )
        self._db.executemany(
            "INSERT INTO voices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (self._paragraphs, v.start, v.end, v.speaker, v.mode, v.cue, v.role, v.mention, v.stance)
                for v in voices
            ],
        )

    def finish(self, meta: dict[str, str]) -> None:
        """Write the settings and close the file."""
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        self._db.execute("COMMIT")
        self._db.executescript(INDEXES)
        self._db.close()

    def abandon(self) -> None:
        """Close an unfinished file."""
        with contextlib.suppress(sqlite3.Error):
            self._db.close()


def _source(text: str) -> Source:
    data = json.loads(text)
    data["authors"], data["speakers"] = tuple(data["authors"]), tuple(data["speakers"])
    data["wording"] = Wording(data["wording"])
    return Source(**data)
