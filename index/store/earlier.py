"""What the index in force knows of files that have not changed since: their records, read from it.

Reading, cutting and attributing a file is the costly part of an index, and depends on nothing but the
file, the editor's corrections and the lists of words. Copies and postings depend on all files, and are
made anew.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import index.words
from index.analysis import ANALYSIS
from index.articles import CutArticle
from index.documents import FoundFile
from index.editing import SOURCES_FILE
from index.errors import StoreDamaged
from index.model import Article, Document, Paragraph, Voice
from index.store.catalog import Catalog, Stamp
from index.store.listing import FORMAT
from index.store.record import Record

_ENDING = re.compile(r"\.[^./]*$")


def rules_of(library: Path) -> str:
    """Return a digest of what, besides a file's own text, decides its record: corrections and word lists."""
    state = hashlib.sha256(f"{FORMAT} {ANALYSIS}".encode())
    lists = sorted(path for path in Path(index.words.__file__).parent.iterdir() if path.suffix != ".py")
    for path in [library / SOURCES_FILE, *lists]:
        if path.is_file():
            state.update(f"\0{path.name}\0".encode("utf-8", "surrogateescape"))
            state.update(path.read_bytes())
    return state.hexdigest()


def known_records(generation: Path, found: Iterable[FoundFile], rules: str) -> dict[str, Record]:
    """Return by file the records of all files with the size and time they had, none under other rules.

    Left out, so that they are read again: files about which there was something to remark, and those
    whose articles were renamed because of a file that may be gone. A damaged index knows nothing.
    """
    try:
        catalog = Catalog(generation / "catalog.sqlite")
    except StoreDamaged:
        return {}
    try:
        if catalog.meta("rules") != rules:
            return {}
        return _records(catalog, _unchanged(catalog, found))
    except (StoreDamaged, ValueError):
        return {}
    finally:
        catalog.close()


def _unchanged(catalog: Catalog, found: Iterable[FoundFile]) -> frozenset[str]:
    stamps = catalog.stamps()
    remarked = {file for file, _ in catalog.remarks()}
    return frozenset(
        file.file
        for file in found
        if stamps.get(file.file) == Stamp(file.size, file.modified) and file.file not in remarked
    )


def _records(catalog: Catalog, files: frozenset[str]) -> dict[str, Record]:
    articles: defaultdict[str, list[Article]] = defaultdict(list)
    for article, _ in catalog.articles():
        articles[article.file].append(article)
    wanted = {file for file in files if articles[file] and all(map(_has_first_name, articles[file]))}
    if not wanted:
        return {}
    parts: defaultdict[str, list[tuple[Paragraph, tuple[Voice, ...]]]] = defaultdict(list)
    for entry in catalog.entries():
        if entry.paragraph.file in wanted:
            parts[entry.paragraph.article].append((entry.paragraph, entry.voices))
    records = {}
    for file in wanted:
        document = catalog.document(file)
        if document is not None:
            records[file] = _record(document, articles[file], parts)
    return records


def _has_first_name(article: Article) -> bool:
    """Whether the article's id is the one it has when no other file claims it."""
    name = _ENDING.sub("", article.file)
    return article.id in {name, f"{name}.{article.number}"}


def _record(
    document: Document,
    articles: Iterable[Article],
    parts: Mapping[str, list[tuple[Paragraph, tuple[Voice, ...]]]],
) -> Record:
    cuts, voices = [], []
    for article in articles:
        own = parts.get(article.id, [])
        cuts.append(CutArticle(article, tuple(paragraph for paragraph, _ in own)))
        voices.append(tuple(spoken for _, spoken in own))
    return Record(document, tuple(cuts), tuple(voices))
