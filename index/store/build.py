"""Files to an index on disk, all or nothing.

An index is a generation: a folder that is written under another name, synced, and named in the
file CURRENT by an atomic rename. Whatever interrupts a build, CURRENT still names a whole
generation.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index.analysis import ANALYSIS, terms
from index.documents import FoundFile, Skipped, is_document
from index.editing import Corrections, read_corrections
from index.errors import EmptyLibrary, StoreBusy, StoreDamaged, StoreError, UnreadableDocument
from index.model import QUOTABLE
from index.postings import build as build_postings
from index.store.catalog import Catalog, CatalogWriter, Stamp
from index.store.groups import find_groups
from index.store.listing import FORMAT, Listing, Progress, current_generation
from index.store.record import Record, record_of

# Chosen on public question sets: rather less saturation and length correction than the usual 1.5 and .75.
K1, B, DELTA = 1.0, 0.6, 1.0


def build(
    library: Path, store: Path, listing: Listing, progress: Progress | None = None, *, rebuild: bool = False
) -> Path:
    """Build the index of ``library`` in the folder ``store`` and return the new generation's folder.

    ``rebuild`` builds even when the index in force is of this listing.

    Raises EmptyLibrary, StoreBusy, StoreError.
    """
    try:
        store.mkdir(parents=True, exist_ok=True)
        with _writer_lock(store):
            current = current_generation(store)
            if current is not None and not rebuild and _digest_of(current) == listing.digest:
                return current  # another process built it while this one waited
            return _build(library, store, listing, progress)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"the index cannot be written to {store}: {reason}") from error


def _build(library: Path, store: Path, listing: Listing, progress: Progress | None) -> Path:
    for leftover in store.glob("building-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    folder = store / f"building-{os.getpid()}"
    folder.mkdir()
    try:
        records, skipped = _records(listing.found, read_corrections(library), progress)
        if not records:
            reasons = "; ".join(f"{item.file}: {item.reason}" for item in skipped[:5])
            raise EmptyLibrary(
                f"{library} holds no readable document" + (f" ({reasons})" if reasons else ".")
            )
        _write(folder, listing, records, skipped)
        return _publish(store, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _records(
    found: Sequence[FoundFile], corrections: Corrections, progress: Progress | None
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
            records.append((file, record_of(file, corrections)))
        except UnreadableDocument as error:
            skipped.append(Skipped(file.file, str(error)))
    if progress:
        progress(len(found), len(found), "")
    return _unique(records), skipped


def _unique(records: list[tuple[FoundFile, Record]]) -> list[tuple[FoundFile, Record]]:
    """Give articles whose files differ only in their ending ids of their own: the whole file name."""
    seen: set[str] = set()
    unique = []
    for file, record in records:
        if any(cut.article.id in seen for cut in record.articles):
            record = _renamed(record)
        seen |= {cut.article.id for cut in record.articles}
        unique.append((file, record))
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
    folder: Path, listing: Listing, records: Sequence[tuple[FoundFile, Record]], skipped: Sequence[Skipped]
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
        writer.finish({"listing": listing.digest, "format": FORMAT, "analysis": ANALYSIS})
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
    for old in store.glob("g*"):
        if old != target and old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
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


@contextlib.contextmanager
def _writer_lock(store: Path) -> Iterator[None]:
    """Hold the store for writing. Raises StoreBusy after a minute."""
    import fcntl
    import time

    with (store / "lock").open("w") as handle:
        for _ in range(600):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.1)
        else:
            raise StoreBusy(
                f"another process is building the index in {store}; try again when it has finished"
            )
        yield
