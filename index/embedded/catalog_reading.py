"""What only those who build a catalogue ask of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from index.embedded.catalog import LISTED, PARAGRAPH, Catalog
from index.embedded.rows import Marks, check, source_from
from index.model import QUOTABLE


class Ledger(Catalog):
    """A catalogue as those read it who write one, or bring one up to date."""

    def texts(self) -> tuple[int, int]:
        """Return how many bytes of texts there are, and how many of them no longer stand in the library."""
        return self.count("texts"), self.count("lost")

    def stamps(self) -> set[tuple[str, int, int]]:
        """Return (file, size, time of the last change) of every document."""
        return {*self._each("SELECT file, size, modified FROM documents")}

    def read_again(self) -> set[str]:
        """Return the files that are to be read again though they have not changed."""
        return {str(row[0]) for row in self._each("SELECT file FROM documents WHERE again")}

    def owners(self, articles: Sequence[str]) -> set[str]:
        """Return the files of the articles with these ids."""
        rows = self._each(f"SELECT file FROM articles WHERE id IN {LISTED}", (json.dumps(articles),))
        return {str(row[0]) for row in rows}

    def files_from(self, posting: int) -> set[str]:
        """Return the files with paragraphs of posting numbers from ``posting`` on."""
        sql = "SELECT DISTINCT a.file FROM paragraphs p JOIN articles a ON a.number = p.article"
        return {str(row[0]) for row in self._rows(f"{sql} WHERE p.posting >= ?", (posting,))}

    def spots(self) -> Iterator[tuple[str, str, int, int]]:
        """Yield (article id, file, start, end) of all paragraphs that can be found, by posting number."""
        yield from self._each(
            "SELECT a.id, a.file, p.start, p.end FROM paragraphs p JOIN articles a ON a.number = p.article"
            " WHERE p.posting IS NOT NULL ORDER BY p.posting"
        )

    def quotable_texts(self, article: str) -> list[str]:
        """Return the texts of an article's paragraphs that may be quoted, unchecked: nobody is shown them."""
        rows = self._each(
            "SELECT p.role, p.at, p.size FROM paragraphs p JOIN articles a ON a.number = p.article"
            " WHERE a.id = ? ORDER BY p.place",
            (article,),
        )
        return [self.text_at(at, size) for role, at, size in rows if role in QUOTABLE]

    def repeated_texts(self, postings: Sequence[int]) -> Iterator[tuple[str, int, str]]:
        """Yield (file, start, text) of paragraphs by their posting numbers, unchecked as above."""
        rows = self._each(
            "SELECT a.file, p.start, p.at, p.size FROM paragraphs p JOIN articles a ON a.number = p.article"
            f" WHERE p.posting IN {LISTED}",
            (json.dumps(postings),),
        )
        for file, start, at, size in rows:
            yield str(file), int(start), self.text_at(at, size)

    def holds_documents(self) -> bool:
        """Return whether there is any document."""
        return bool(self._rows("SELECT 1 FROM documents LIMIT 1"))

    def dead(self) -> dict[int, list[str]]:
        """Return the terms of the dead by posting number, ascending."""
        found = {}
        for posting, terms, sealed in self._each("SELECT * FROM dead ORDER BY posting"):
            check((posting, terms), sealed)
            found[int(posting)] = str(terms).split("\n") if terms else []
        return found

    def joins(self) -> list[tuple[str, str, str]]:
        """Return (article id, article id, "copy" or "translation") for articles of one source."""
        found = []
        for *row, sealed in self._each("SELECT one, other, kind, seal FROM joins ORDER BY one, other, kind"):
            check(tuple(row), sealed)
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
            check((number, language, long, figures), sealed)
            yield Marks(article, language, source_from(source).authors, long, frozenset(figures.split()))

    def long_articles(self, least: int) -> dict[str, int]:
        """Return by language how many articles have at least so many long paragraphs."""
        rows = self._rows(
            "SELECT language, COUNT(*) FROM marks WHERE long >= ? AND language IS NOT NULL GROUP BY language",
            (least,),
        )
        return {str(language): int(count) for language, count in rows}

    def paragraph_row(self, posting: int) -> tuple[Any, ...]:
        """Return the row of a paragraph that can be found, as it is sealed with its voices."""
        (row,) = self._rows(f"SELECT {PARAGRAPH} FROM paragraphs p WHERE p.posting = ?", (posting,))
        return self.whole(row)
