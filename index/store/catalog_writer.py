"""Writes a catalogue file, once, from start to end."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from index.door import source_names
from index.model import Article, Document, Paragraph, Place, Source, Voice
from index.store.catalog import Stamp, seal
from index.values import as_dict

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    file TEXT PRIMARY KEY, size INTEGER, modified INTEGER, fingerprint TEXT, encoding TEXT, text BLOB,
    remarks TEXT, seal INTEGER
) WITHOUT ROWID;
CREATE TABLE skipped (file TEXT PRIMARY KEY, reason TEXT) WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, file TEXT, place INTEGER, start INTEGER, end INTEGER,
    source TEXT, grouped TEXT, seal INTEGER
);
CREATE TABLE sources (names TEXT, seal INTEGER);
CREATE TABLE paragraphs (
    number INTEGER PRIMARY KEY, article INTEGER, place INTEGER, start INTEGER, end INTEGER,
    role TEXT, language TEXT, text TEXT, also_in TEXT, posting INTEGER, seal INTEGER
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


class CatalogWriter:
    """A new catalogue file. Raises sqlite3.Error when it cannot be written."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        # Nobody reads it before it is complete, synced and renamed: no journal needed.
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        self._db.execute("BEGIN")
        self._documents = self._articles = self._paragraphs = 0
        self._sources: dict[Source, None] = {}

    def add_document(self, document: Document, stamp: Stamp, remarks: Sequence[str]) -> None:
        """Add a document."""
        self._documents += 1
        packed = zlib.compress(document.text.encode("utf-8", "surrogatepass"), 6)
        row = (
            document.file, stamp.size, stamp.modified, document.fingerprint, document.encoding, packed,
            json.dumps(list(remarks)), seal((document.file, document.fingerprint, document.encoding, packed)),
        )  # fmt: skip
        self._db.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def add_skipped(self, file: str, reason: str) -> None:
        """Add a file that could not be read."""
        self._db.execute("INSERT INTO skipped VALUES (?, ?)", (file, reason))

    def add_article(self, article: Article, group: str) -> None:
        """Add an article; the paragraphs that follow are its own."""
        self._articles += 1
        self._sources[article.source] = None
        row = (
            self._articles, article.id, article.file, article.number, article.start, article.end,
            json.dumps(as_dict(article.source), ensure_ascii=False), group,
        )  # fmt: skip
        self._db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, seal(row)))

    def add_paragraph(
        self, paragraph: Paragraph, voices: Iterable[Voice], also_in: Iterable[Place], posting: int | None
    ) -> None:
        """Add a paragraph of the article added last."""
        self._paragraphs += 1
        p = paragraph
        places = json.dumps([(place.article, place.file, place.start, place.end) for place in also_in])
        row = (
            self._paragraphs, self._articles, p.number, p.start, p.end, str(p.role), p.language, p.text,
            places, posting,
        )  # fmt: skip
        spoken = [
            (v.start, v.end, v.speaker, str(v.mode), v.cue, v.role, v.mention, str(v.stance)) for v in voices
        ]
        self._db.execute(
            "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, seal((*row, *spoken)))
        )
        self._db.executemany(
            "INSERT INTO voices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(self._paragraphs, *voice) for voice in spoken],
        )

    def finish(self, meta: dict[str, str]) -> None:
        """Write the settings and how many there are of each, and close the file."""
        counts = {
            "documents": str(self._documents),
            "articles": str(self._articles),
            "paragraphs": str(self._paragraphs),
        }
        names = json.dumps([*as_dict(source_names(self._sources)).values()], ensure_ascii=False)
        self._db.execute("INSERT INTO sources VALUES (?, ?)", (names, seal((names,))))
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", sorted({**meta, **counts}.items()))
        self._db.execute("COMMIT")
        self._db.executescript(INDEXES)
        self._db.close()

    def abandon(self) -> None:
        """Close an unfinished file."""
        with contextlib.suppress(sqlite3.Error):
            self._db.close()
