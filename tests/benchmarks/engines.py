"""The engines that are measured beside each other. Each has a build and an open step of its own."""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOP = 10
K1, B, DELTA = 1.5, 0.75, 1.0  # rank_bm25's own

Tokens = list[str]
Hits = list[tuple[int, float]]
Search = Callable[[Tokens], Hits]
Corpus = Callable[[], Iterator[Tokens]]


@dataclass(frozen=True, slots=True)
class Engine:
    """``build`` writes to a path, None where the engine keeps nothing on disk; ``open`` gives the search."""

    name: str
    needs: str | None  # module that has to be installed
    files: str  # engines with the same files share them
    build: Callable[[Corpus, Path], None] | None
    open: Callable[[Corpus, Path], Search]

    def installed(self) -> bool:
        """Return whether the engine can be measured here."""
        return self.needs is None or importlib.util.find_spec(self.needs) is not None


def _rank_open(corpus: Corpus, _: Path) -> Search:
    import numpy as np
    from rank_bm25 import BM25Plus

    engine: Any = BM25Plus(corpus(), k1=K1, b=B, delta=DELTA)

    def search(words: Tokens) -> Hits:
        scores = engine.get_scores(words)
        return [(int(i), float(scores[i])) for i in np.argsort(scores)[::-1][:TOP]]  # as its get_top_n

    return search


def _quoth_build(corpus: Corpus, path: Path) -> None:
    from index.embedded.postings import build

    build(corpus(), path, k1=K1, b=B, delta=DELTA)


def _quoth_open(*, vector: bool) -> Callable[[Corpus, Path], Search]:
    def opener(_: Corpus, path: Path) -> Search:
        from index.embedded.postings import open_postings

        postings = open_postings(path, vector=vector)
        return lambda words: postings.search([(word, 1.0) for word in words], TOP)

    return opener


def _bm25s_build(corpus: Corpus, path: Path) -> None:
    import bm25s

    engine = bm25s.BM25(k1=K1, b=B, method="lucene")
    engine.index(list(corpus()), show_progress=False)
    engine.save(path)


def _bm25s_open(backend: str) -> Callable[[Corpus, Path], Search]:
    def opener(_: Corpus, path: Path) -> Search:
        import bm25s

        engine = bm25s.BM25.load(path, mmap=True)
        if backend == "numba":
            engine.backend = "numba"
            engine.activate_numba_scorer()

        def search(words: Tokens) -> Hits:
            known = [word for word in words if word in engine.vocab_dict]
            numbers, scores = engine.retrieve([known], k=TOP, show_progress=False, backend_selection=backend)
            return list(zip(numbers[0].tolist(), scores[0].tolist(), strict=True))

        return search

    return opener


def _tantivy_index(path: Path, *, new: bool) -> tuple[Any, Any]:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True, fast=True)
    builder.add_text_field("body", tokenizer_name="split", index_option="freq")
    schema = builder.build()
    if new:
        path.mkdir()
    index = tantivy.Index(schema, str(path)) if new else tantivy.Index.open(str(path))
    index.register_tokenizer("split", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index, schema


def _tantivy_build(corpus: Corpus, path: Path) -> None:
    import tantivy

    index, _ = _tantivy_index(path, new=True)
    writer = index.writer(256_000_000, 1)
    for number, words in enumerate(corpus()):
        document = tantivy.Document()
        document.add_unsigned("number", number)
        document.add_text("body", " ".join(words))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _tantivy_open(_: Corpus, path: Path) -> Search:
    import tantivy

    index, schema = _tantivy_index(path, new=False)
    searcher, query, should = index.searcher(), tantivy.Query, tantivy.Occur.Should

    def search(words: Tokens) -> Hits:
        parts = [(should, query.term_query(schema, "body", word, "freq")) for word in words]
        hits = searcher.search(query.boolean_query(parts), TOP, count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        return [(number, score) for (score, _), number in zip(hits, numbers, strict=True)]

    return search


def _fts5_build(corpus: Corpus, path: Path) -> None:
    base = sqlite3.connect(path)
    base.executescript("PRAGMA journal_mode=OFF; CREATE VIRTUAL TABLE t USING fts5(body, content='')")
    base.executemany(
        "INSERT INTO t(rowid, body) VALUES (?, ?)", ((n, " ".join(words)) for n, words in enumerate(corpus()))
    )
    base.execute("INSERT INTO t(t) VALUES ('optimize')")
    base.commit()
    base.close()


def _fts5_open(_: Corpus, path: Path) -> Search:
    base = sqlite3.connect(path)
    statement = "SELECT rowid, -rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?"
    return lambda words: base.execute(statement, (" OR ".join(f'"{word}"' for word in words), TOP)).fetchall()


ENGINES = [
    Engine("rank_bm25", "rank_bm25", "rank_bm25", None, _rank_open),
    Engine("quoth, numpy", "numpy", "quoth", _quoth_build, _quoth_open(vector=True)),
    Engine("quoth, standard library", None, "quoth", _quoth_build, _quoth_open(vector=False)),
    Engine("bm25s, numpy", "bm25s", "bm25s", _bm25s_build, _bm25s_open("numpy")),
    Engine("bm25s, numba", "numba", "bm25s", _bm25s_build, _bm25s_open("numba")),
    Engine("tantivy", "tantivy", "tantivy", _tantivy_build, _tantivy_open),
    Engine("SQLite FTS5", "sqlite3", "fts5", _fts5_build, _fts5_open),
]
EXACT = {"rank_bm25", "quoth, numpy", "quoth, standard library"}  # promise the same scores
