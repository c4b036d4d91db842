"""Files to an index on disk, all or nothing.

An index is a generation: a folder that is written under another name, synced, and named in the
file CURRENT by an atomic rename. Whatever interrupts a build, CURRENT still names a whole
generation.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.analysis import ANALYSIS, terms
from index.documents import FoundFile, Skipped, is_document
from index.editing import Corrections, read_corrections
from index.errors import EmptyLibrary, StoreDamaged, StoreError, UnreadableDocument
from index.model import QUOTABLE
from index.postings import build as build_postings
from index.store.catalog import Catalog, Stamp
from index.store.catalog_writer import CatalogWriter
from index.store.earlier import known_records, rules_of
from index.store.groups import find_groups
from index.store.listing import FORMAT, Listing, Progress, current_generation
from index.store.record import Record, record_of
from index.store.writing import tidy, writer_lock
from index.values import replace

# Chosen on public question sets: rather less saturation and length correction than the usual 1.5 and .75.
K1, B, DELTA = 1.0, 0.6, 1.0


def build(
    library: Path,
    store: Path,
    listing: Listing,
    progress: Progress | None = None,
    *,
    rebuild: bool = False,
    damaged: Path | None = None,
) -> Path:
    """Build the index of ``library`` in the folder ``store`` and return the new generation's folder.

    The one in force is kept when it is of this listing, and what it knows of unchanged files is taken
    over, unless ``rebuild`` is set or it is the one known to be ``damaged``.

    Raises EmptyLibrary, StoreBusy, StoreError.
    """
    try:
        store.mkdir(parents=True, exist_ok=True)
        with writer_lock(store):
            tidy(store)
            current = current_generation(store)
            earlier = None if current == damaged or rebuild else current
            if earlier is not None and _digest_of(earlier) == listing.digest:
                return earlier  # another process built it while this one waited
            return _build(library, store, listing, progress, earlier)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"the index cannot be written to {store}: {reason}") from error


def _build(
    library: Path, store: Path, listing: Listing, progress: Progress | None, earlier: Path | None
) -> Path:
    folder = store / f"building-{os.getpid()}"
    folder.mkdir()
    try:
        rules = rules_of(library)  # before the corrections are read: what changes meanwhile is seen next time
        known = known_records(earlier, listing.found, rules) if earlier else {}
        records, skipped = _records(listing.found, read_corrections(library), known, progress)
        if not records:
            reasons = "; ".join(f"{item.file}: {item.reason}" for item in skipped[:5])
            raise EmptyLibrary(
                f"{library} holds no readable document" + (f" ({reasons})" if reasons else ".")
            )
        _write(folder, {"listing": listing.digest, "rules": rules}, records, skipped)
        return _publish(store, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _records(
    found: Sequence[FoundFile],
    corrections: Corrections,
    known: Mapping[str, Record],
    progress: Progress | None,
) -> tuple[list[tuple[FoundFile, Record]], list[Skipped]]:
    records, skipped = [], []
    if corrections.problem:
        skipped.append(Skipped("sources.toml", corrections.problem))
    for done, file in enumerate(found):
        if progress:
            progress(done, len(found), file.file)
        if not is_document(file) and file.path.suffix.lower() in {".toml", ".md"}:
            continue  # an editor's file about the documents
        try:
            records.append((file, known.get(file.file) or record_of(file, corrections)))
        except UnreadableDocument as error:
            skipped.append(Skipped(file.file, str(error)))
    names = {file.file for file in found}
    skipped += [
        Skipped(f"sources.toml: {name}", "there is no such file in the library")
        for name in corrections.by_file
        if name not in names
    ]
    if progress:
        progress(len(found), len(found), "")
    return _unique(records), skipped


def _unique(records: list[tuple[FoundFile, Record]]) -> list[tuple[FoundFile, Record]]:
    """Give articles whose files differ only in their ending ids of their own: the whole file name."""
    seen: set[str] = set()
    unique = []
    for file, record in records:
        taken = any(cut.article.id in seen for cut in record.articles)
        own = _renamed(record) if taken else record
        seen |= {cut.article.id for cut in own.articles}
        unique.append((file, own))
    return unique


def _renamed(record: Record) -> Record:
    articles = []
    for cut in record.articles:
        name = (
            record.document.file
            if len(record.articles) == 1
            else f"{record.document.file}.{cut.article.number}"
        )
        articles.append(
            replace(
                cut,
                article=replace(cut.article, id=name),
                paragraphs=tuple(replace(paragraph, article=name) for paragraph in cut.paragraphs),
            )
        )
    return replace(record, articles=tuple(articles))


def _write(
    folder: Path,
    states: Mapping[str, str],
    records: Sequence[tuple[FoundFile, Record]],
    skipped: Sequence[Skipped],
) -> None:
    groups = find_groups([cut for _, record in records for cut in record.articles])
    writer = CatalogWriter(folder / "catalog.sqlite")
    try:
        posting = 0
        for file, record in records:
            writer.add_document(record.document, Stamp(file.size, file.modified), record.remarks)
            for cut, voices in zip(record.articles, record.voices, strict=True):
                writer.add_article(cut.article, groups.of_article[cut.article.id])
                for paragraph, spoken in zip(cut.paragraphs, voices, strict=True):
                    found = paragraph.role in QUOTABLE
                    writer.add_paragraph(
                        paragraph, spoken, groups.also_in.get(paragraph.id, ()), posting if found else None
                    )
                    posting += found
        for item in skipped:
            writer.add_skipped(item.file, item.reason)
        writer.finish({**states, "format": FORMAT, "analysis": ANALYSIS})
    except BaseException:
        writer.abandon()
        raise
    build_postings(_term_lists(records), folder / "postings", k1=K1, b=B, delta=DELTA)


def _term_lists(records: Sequence[tuple[FoundFile, Record]]) -> Iterator[list[str]]:
    for _, record in records:
        for cut in record.articles:
            for paragraph in cut.paragraphs:
                if paragraph.role in QUOTABLE:
                    yield terms(paragraph.text, paragraph.language)


def _publish(store: Path, folder: Path) -> Path:
    """Sync the folder, give it its name, and let CURRENT name it; older generations go."""
    for path in folder.rglob("*"):
        if path.is_file():
            _sync(path)
    _sync(folder)
    numbers = [int(old.name[1:]) for old in store.glob("g*") if old.name[1:].isdigit()]
    target = store / f"g{max(numbers, default=0) + 1:06d}"
    folder.rename(target)
    _sync(store)
    pointer = store / f"CURRENT.{os.getpid()}"
    pointer.write_text(target.name, "ascii")
    _sync(pointer)
    pointer.replace(store / "CURRENT")
    _sync(store)
    tidy(store)
    return target


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest_of(generation: Path) -> str | None:
    try:
        catalog = Catalog(generation / "catalog.sqlite")
        try:
            return catalog.meta("listing")
        finally:
            catalog.close()
    except StoreDamaged:
        return None
