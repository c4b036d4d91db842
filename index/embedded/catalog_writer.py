"""Writes a catalogue file, or changes a copy of one that nobody reads yet."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.door import SourceNames, source_names
from index.embedded.catalog_reading import Ledger
from index.embedded.listing import TEXTS
from index.embedded.rows import Entry, Part, Stamp, as_sealed, library_key, packed, packed_texts, seal
from index.embedded.texts import Texts, TextWriter
from index.errors import StoreDamaged
from index.figures import find_figures
from index.figures.stored import packed_figures
from index.model import QUOTABLE, Article, Document, Paragraph, Place, Reading, Source, Voice
from index.text.reading import read
from index.text.terms import terms as terms_of
from index.values import as_dict, fields_of, replace

if TYPE_CHECKING:
    from index.articles.cutting import CutArticle

LONG = 12  # words from which on a paragraph can be compared with its translation
_NUMBER = re.compile(r"\d+")
# Of an article what is looked up stands first: what follows a long text is slow to reach.
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    file TEXT PRIMARY KEY, size INTEGER, modified INTEGER, fingerprint TEXT, encoding TEXT, remarks TEXT,
    again INTEGER, at INTEGER, packed INTEGER, seal INTEGER
) WITHOUT ROWID;
CREATE TABLE skipped (file TEXT PRIMARY KEY, reason TEXT) WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, file TEXT, key BLOB, place INTEGER, start INTEGER,
    end INTEGER, grouped TEXT, seal INTEGER, source TEXT
);
CREATE TABLE sources (names TEXT, seal INTEGER);
CREATE TABLE names (kind TEXT, name TEXT, times INTEGER, PRIMARY KEY (kind, name)) WITHOUT ROWID;
CREATE TABLE beside (article INTEGER PRIMARY KEY, terms TEXT, seal INTEGER);
CREATE TABLE marks (article INTEGER PRIMARY KEY, language TEXT, long INTEGER, figures TEXT, seal INTEGER);
CREATE TABLE paragraphs (
    number INTEGER PRIMARY KEY, article INTEGER, place INTEGER, start INTEGER, end INTEGER,
    role TEXT, language TEXT, anchor TEXT, at INTEGER, size INTEGER, also_in TEXT, posting INTEGER,
    seal INTEGER
);
CREATE TABLE voices (
    paragraph INTEGER, start INTEGER, end INTEGER, speaker TEXT, mode TEXT, cue TEXT,
    role TEXT, mention TEXT, stance TEXT
);
CREATE TABLE joins (
    one TEXT, other TEXT, kind TEXT, seal INTEGER, PRIMARY KEY (one, other, kind)
) WITHOUT ROWID;
CREATE TABLE parts (number INTEGER PRIMARY KEY, base INTEGER, size INTEGER, dead TEXT, seal INTEGER);
CREATE TABLE dead (posting INTEGER PRIMARY KEY, terms TEXT, seal INTEGER);
CREATE INDEX marks_by_length ON marks (language, long);
CREATE INDEX document_read_again ON documents (file) WHERE again;
CREATE UNIQUE INDEX article_in_order ON articles (key, place);
CREATE UNIQUE INDEX paragraph_of_article ON paragraphs (article, place);
CREATE UNIQUE INDEX paragraph_of_posting ON paragraphs (posting) WHERE posting IS NOT NULL;
CREATE INDEX voice_of_paragraph ON voices (paragraph);
"""
LAST_INDEXES = """
CREATE INDEX IF NOT EXISTS voice_of_speaker ON voices (speaker) WHERE speaker IS NOT NULL;
"""


def _read(paragraph: Paragraph) -> Reading:
    """Return the reading of a paragraph with its figures."""
    figures = packed_figures(find_figures(paragraph.text, paragraph.language))
    return replace(read(paragraph.text, paragraph.language), figures=figures)


class CatalogWriter:
    """A catalogue file being written. Raises sqlite3.Error or OSError when it cannot be written."""

    def __init__(self, path: Path, states: Mapping[str, str]) -> None:
        new = not path.exists()
        self._db = sqlite3.connect(path, isolation_level=None)
        # Nobody reads it before it is complete, synced and renamed; but when this process is killed, the
        # next one goes on from what was saved.
        self._db.executescript("PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF")
        if new:
            self._db.executescript(SCHEMA)
        self._texts = TextWriter(path.with_name(TEXTS), 0 if new else _texts_end(self._db))
        self._catalog = Ledger(self._db, Texts(path.with_name(TEXTS)))
        self._db.execute("BEGIN")
        self._set(states)
        self._counts = {what: self.catalog.count(what) for what in ("documents", "articles", "paragraphs")}
        self._article = self._last("articles")
        self._paragraph = self._last("paragraphs")
        self._lost = self._catalog.count("lost")  # bytes of texts that have been removed

    @property
    def catalog(self) -> Ledger:
        """What has been written so far, for reading; it may raise StoreDamaged."""
        self._texts.flush()
        return self._catalog

    def _last(self, table: str) -> int:
        return int(self._db.execute(f"SELECT COALESCE(MAX(number), 0) FROM {table}").fetchone()[0])

    def _set(self, states: Mapping[str, str]) -> None:
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(states.items()))

    def add_document(
        self, document: Document, stamp: Stamp, remarks: Sequence[str] = (), *, again: bool = False
    ) -> None:
        """Add a document; ``again`` says that it is to be read again though it has not changed."""
        self._counts["documents"] += 1
        packed = zlib.compress(document.text.encode("utf-8", "surrogatepass"), 6)
        sealed = seal((document.file, document.fingerprint, document.encoding, packed))
        row = (
            document.file, stamp.size, stamp.modified, document.fingerprint, document.encoding,
            json.dumps(list(remarks)), again, self._texts.add(packed), len(packed), sealed,
        )  # fmt: skip
        self._db.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def set_skipped(self, skipped: Iterable[tuple[str, str]]) -> None:
        """Say which files could not be read, and why."""
        self._db.execute("DELETE FROM skipped")
        self._db.executemany("INSERT OR REPLACE INTO skipped VALUES (?, ?)", skipped)

    def add_article(self, cut: CutArticle) -> None:
        """Add an article, a source of its own; the paragraphs that are added next are its own."""
        self._counts["articles"] += 1
        self._article += 1
        article = cut.article
        row = (
            self._article, article.id, article.file, library_key(article.file), article.number,
            article.start, article.end, json.dumps(as_dict(article.source), ensure_ascii=False), article.id,
        )  # fmt: skip
        *first, source, group = row
        self._db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*first, group, seal(row), source)
        )
        self._count_names(article.source, 1)
        texts = [paragraph.text for paragraph in cut.paragraphs if paragraph.role in QUOTABLE]
        figures = " ".join(sorted({number for text in texts for number in _NUMBER.findall(text)}))
        long = sum(len(text.split()) >= LONG for text in texts)
        marks = (self._article, article.source.language, long, figures)
        self._db.execute("INSERT INTO marks VALUES (?, ?, ?, ?, ?)", (*marks, seal(marks)))
        beside = (self._article, _beside(cut))
        self._db.execute("INSERT INTO beside VALUES (?, ?, ?)", (*beside, seal(beside)))

    def _count_names(self, source: Source, times: int) -> None:
        """Count the names of an article's source, or take them off the count."""
        kinds = as_dict(source_names((source,))).items()
        self._db.executemany(
            "INSERT INTO names VALUES (?, ?, ?)"
            " ON CONFLICT (kind, name) DO UPDATE SET times = times + excluded.times",
            [(kind, name, times) for kind, names in kinds for name in names],
        )

    def add_paragraph(self, paragraph: Paragraph, voices: Iterable[Voice], posting: int | None) -> None:
        """Add a paragraph of the article added last."""
        self._counts["paragraphs"] += 1
        self._paragraph += 1
        p = paragraph
        reading = None if posting is None else _read(p)
        first = (self._paragraph, self._article, p.number, p.start, p.end, str(p.role), p.language, p.anchor)
        words, sentences = (reading.words, packed(reading)) if reading else (None, None)
        texts = packed_texts(p.text, words, sentences)
        row = (*first, self._texts.add(texts), len(texts), "[]", posting)
        spoken = [
            (v.start, v.end, v.speaker, str(v.mode), v.cue, v.role, v.mention, str(v.stance)) for v in voices
        ]
        sealed = seal((*first, "[]", posting, zlib.crc32(texts), *spoken))
        self._db.execute(f"INSERT INTO paragraphs VALUES ({','.join('?' * 13)})", (*row, sealed))
        self._db.executemany(
            "INSERT INTO voices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(self._paragraph, *voice) for voice in spoken],
        )

    def remove(self, file: str) -> tuple[list[Article], list[Entry]]:
        """Remove a document and return its articles and paragraphs."""
        key = (library_key(file),)
        articles = [article for article, _ in self.catalog.articles("a.key = ?", key)]
        entries = [*self.catalog.entries("a.key = ?", key)]
        own = "(SELECT number FROM articles WHERE key = ?)"
        sizes = f"SELECT SUM(size) FROM paragraphs WHERE article IN {own}"
        sizes += " UNION ALL SELECT packed FROM documents WHERE file = ?"
        self._lost += sum(size or 0 for (size,) in self._db.execute(sizes, (*key, file)))
        voiced = f"(SELECT number FROM paragraphs WHERE article IN {own})"
        self._db.execute(f"DELETE FROM voices WHERE paragraph IN {voiced}", key)
        self._db.execute(f"DELETE FROM paragraphs WHERE article IN {own}", key)
        self._db.execute(f"DELETE FROM marks WHERE article IN {own}", key)
        self._db.execute(f"DELETE FROM beside WHERE article IN {own}", key)
        self._db.execute("DELETE FROM articles WHERE key = ?", key)
        self._db.execute("DELETE FROM documents WHERE file = ?", (file,))
        for article in articles:
            self._count_names(article.source, -1)
        self._counts["documents"] -= 1
        self._counts["articles"] -= len(articles)
        self._counts["paragraphs"] -= len(entries)
        return articles, entries

    def set_also_in(self, posting: int, places: Sequence[Place]) -> None:
        """Say where else a paragraph stands."""
        row = self.catalog.paragraph_row(posting)
        also_in = json.dumps([(p.article, p.file, p.start, p.end, p.same) for p in places])
        values = (*row[:9], also_in, *row[10:])
        sealed = seal(as_sealed(values, self.catalog.voices_of([row[0]]).get(row[0], [])))
        self._db.execute(
            "UPDATE paragraphs SET also_in = ?, seal = ? WHERE number = ?", (also_in, sealed, row[0])
        )

    def set_groups(self, groups: Mapping[str, str]) -> None:
        """Say of which source articles are, by id; all others are of their own."""
        others = self._db.execute("SELECT id FROM articles WHERE grouped != id").fetchall()
        for article in sorted(groups.keys() | {str(row[0]) for row in others}):
            row = self._db.execute("SELECT * FROM articles WHERE id = ?", (article,)).fetchone()
            group = groups.get(article, article)
            if row is not None and row[7] != group:
                sealed = seal((*row[:7], row[9], group))
                self._db.execute(
                    "UPDATE articles SET grouped = ?, seal = ? WHERE number = ?", (group, sealed, row[0])
                )

    def set_joins(self, joins: Iterable[tuple[str, str, str]]) -> None:
        """Say which articles are of one source, and why."""
        rows = [(*join, seal(join)) for join in sorted(set(joins))]
        self._db.execute("DELETE FROM joins")
        self._db.executemany("INSERT INTO joins VALUES (?, ?, ?, ?)", rows)
        self._set({"joins": str(len(rows))})

    def set_parts(self, parts: Sequence[Part], dead: Mapping[int, Sequence[str]]) -> None:
        """Say which files of postings there are, and which of their numbers are dead, with their terms."""
        rows = [
            (number, part.base, part.size, json.dumps(part.dead))
            for number, part in enumerate(parts, start=1)
        ]
        self._db.execute("DELETE FROM parts")
        self._db.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?)", [(*row, seal(row)) for row in rows])
        self._db.execute("DELETE FROM dead")
        buried = [(posting, "\n".join(terms)) for posting, terms in dead.items()]
        self._db.executemany("INSERT INTO dead VALUES (?, ?, ?)", [(*row, seal(row)) for row in buried])
        self._set({"parts": str(len(rows))})

    def save(self) -> None:
        """Keep what was written so far, should this process be killed."""
        self._texts.flush()
        self._set({"texts": str(self._texts.end), "lost": str(self._lost)})
        self._set({what: str(count) for what, count in self._counts.items()})
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def finish(self, states: Mapping[str, str]) -> None:
        """Write the settings and how many there are of each, and close the file."""
        names = json.dumps(self._names(), ensure_ascii=False)
        self._db.execute("DELETE FROM sources")
        self._db.execute("INSERT INTO sources VALUES (?, ?)", (names, seal((names,))))
        self._set(states)
        self.save()
        self._db.execute("COMMIT")
        self._db.executescript(LAST_INDEXES)
        self._catalog.close()
        self._texts.close()

    def _names(self) -> list[list[str]]:
        """Return the names that articles have, for each field of ``SourceNames``."""
        self._db.execute("DELETE FROM names WHERE times <= 0")
        names: dict[str, list[str]] = {kind: [] for kind in fields_of(SourceNames)}
        for kind, name in self._db.execute("SELECT kind, name FROM names ORDER BY kind, name"):
            names[kind].append(name)
        return [*names.values()]

    def __del__(self) -> None:
        """Close a file that nobody writes any more: Python 3.13 and later warn of what is left open."""
        with contextlib.suppress(AttributeError, sqlite3.Error):
            self._db.close()

    def abandon(self) -> None:
        """Close an unfinished file."""
        with contextlib.suppress(sqlite3.Error, OSError):
            self._catalog.close()
            self._texts.abandon()


def _beside(cut: CutArticle) -> str:
    """Return the terms of what is never quoted of an article, each once and between blanks."""
    source = cut.article.source
    named = (source.title, source.outlet, source.reposted_by, *source.authors, *source.speakers)
    found = set(
        terms_of(" ".join(filter(None, (*named, source.published, source.reposted))), source.language)
    )
    for paragraph in cut.paragraphs:
        if paragraph.role not in QUOTABLE:
            found.update(terms_of(paragraph.text, paragraph.language))
    return f" {' '.join(sorted(found))} "


def _texts_end(database: sqlite3.Connection) -> int:
    """Return where the texts of a catalogue end. Raises StoreDamaged."""
    rows = database.execute("SELECT value FROM meta WHERE key = 'texts'").fetchall()
    if not rows or not str(rows[0][0]).isdigit():
        raise StoreDamaged("the index is damaged (where its texts end is not known)")
    return int(rows[0][0])
