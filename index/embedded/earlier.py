"""What an index on disk knows of files that have not changed since: their records, read from it one by one.

Reading, cutting and attributing a file is the costly part of an index, and depends on nothing but the
file, the editor's corrections and the lists of words.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

import index.words
from index.articles.record import Record
from index.embedded.catalog_reading import Ledger
from index.embedded.listing import FORMAT
from index.embedded.rows import library_key
from index.errors import StoreDamaged
from index.formats.folder import SOURCES_FILE, FoundFile
from index.model import Paragraph, Voice
from index.text.terms import ANALYSIS


def rules_of(library: Path) -> str:
    """Return a digest of what, besides a file's own text, decides its record: corrections and word lists."""
    state = hashlib.sha256(f"{FORMAT} {ANALYSIS}".encode())
    for path in [library / SOURCES_FILE, *index.words.word_files()]:
        if path.is_file():
            state.update(f"\0{path.name}\0".encode("utf-8", "surrogateescape"))
            with contextlib.suppress(OSError):  # corrections that may not be read; it is said elsewhere
                state.update(path.read_bytes())
    return state.hexdigest()


class Earlier:
    """An index of the library as it was.

    ``files`` are those of all its documents, ``unchanged`` those whose records may be taken over. Left
    out of these, so that they are read again: files about which there was something to remark, those
    whose articles were renamed because of a file that may be gone, and all files under other rules.
    """

    def __init__(self, path: Path, found: Iterable[FoundFile], rules: str) -> None:
        """Open a catalogue. Raises StoreDamaged."""
        self.catalog = Ledger.open(path)
        self.files: frozenset[str] = frozenset()
        self.unchanged: frozenset[str] = frozenset()
        self.fits = self.catalog.meta("rules") == rules
        if self.fits:
            stamps = self.catalog.stamps()
            self.files = frozenset(file for file, _, _ in stamps)
            same = (file for file, _, size, modified in found if (file, size, modified) in stamps)
            self.unchanged = frozenset(same) - self.catalog.read_again()

    def record(self, file: str) -> Record | None:
        """Return the record of a file, None when the index does not know it or is damaged there."""
        if file not in self.unchanged:
            return None
        try:
            return self._record(file)
        except (StoreDamaged, ValueError):
            return None

    def _record(self, file: str) -> Record | None:
        from index.articles.cutting import CutArticle

        document = self.catalog.document(file)
        key = (library_key(file),)
        articles = [article for article, _ in self.catalog.articles("a.key = ?", key)]
        if document is None or not articles:
            return None
        parts: dict[str, list[tuple[Paragraph, tuple[Voice, ...]]]] = {}
        for entry in self.catalog.entries("a.key = ?", key):
            parts.setdefault(entry.paragraph.article, []).append((entry.paragraph, entry.voices))
        cuts, voices = [], []
        for article in articles:
            own = parts.get(article.id, [])
            cuts.append(CutArticle(article, tuple(paragraph for paragraph, _ in own)))
            voices.append(tuple(spoken for _, spoken in own))
        return Record(document, tuple(cuts), tuple(voices))

    def close(self) -> None:
        """Close the file."""
        self.catalog.close()
