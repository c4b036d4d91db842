"""An index brought up to date in a copy of it: what changed is taken out and put in, the rest stays.

The files of postings, grams and texts are taken over as they are, by a second name for each. What was
removed is marked as dead. What was added goes to the end of the texts, and into a further file of each other
kind; small ones at the end are made one with it, so that there are never many.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from index.articles.record import Record
from index.embedded.catalog_writer import CatalogWriter
from index.embedded.earlier import Earlier
from index.embedded.fill import DELTA, K1, B, Job, Writing, unique, write_checksum
from index.embedded.grams import GramWriter, read_grams
from index.embedded.links import link_changes
from index.embedded.listing import CATALOG, CHECKSUM, GRAVE, TEXTS, grams_name, postings_name
from index.embedded.postings import build as build_postings
from index.embedded.rows import Entry, Part, library_key
from index.embedded.translations import compared_languages, long_articles
from index.embedded.workers import read_files
from index.errors import StoreDamaged
from index.formats.folder import FoundFile, Skipped
from index.model import QUOTABLE
from index.text.terms import terms
from index.values import replace

# Reading a paragraph costs some 1 ms, writing one anew some .3 ms: above such shares a whole new index is
# no dearer than an update, or than what many dead and many files cost each question.
_MOST_CHANGED, _MOST_DEAD, _MOST_PARTS = 0.2, 0.1, 12
_MOST_READ = (
    50_000_000  # bytes of changed files: an update holds their records, some 200 MB, a new index none
)
_FEW_LOST, _MOST_LOST = 1_000_000, 0.5  # bytes of the texts, and their share, that may be of no use any more
_FEW, _FEW_DEAD = 20, 200  # files that may change, and paragraphs that may be dead, whatever their share
_MERGED = 2_000, 0.02  # paragraphs, and share of all, that are written again for the sake of fewer files

Found = dict[str, tuple[FoundFile, Record]]


class Unsuited(Exception):
    """The change is too large, or reaches too far, for an update; a whole new index is to be written."""


def update(job: Job, current: Path, folder: Path, earlier: Earlier) -> None:
    """Write into an empty folder the index of ``current``, brought up to date.

    Raises Unsuited, StoreDamaged, StoreError, OSError, sqlite3.Error.
    """
    changed = [file for file in job.found if file.file not in earlier.unchanged]
    gone = earlier.files - {file.file for file in job.found}
    if sum(file.size for file in changed) > _MOST_READ:
        raise Unsuited
    if not earlier.fits or len(changed) + len(gone) > _FEW + _MOST_CHANGED * len(earlier.files):
        raise Unsuited
    texts, lost = earlier.catalog.texts()
    if lost > _FEW_LOST + _MOST_LOST * texts:
        raise Unsuited
    _copy_checked(current, folder)
    _take_over(current / TEXTS, folder / TEXTS)
    writer = CatalogWriter(folder / CATALOG, {})
    try:
        _Update(job, folder, earlier, writer).run(changed, gone, current)
        writer.finish(job.states())
    except BaseException:
        writer.abandon()
        raise
    write_checksum(folder)


def _copy_checked(current: Path, folder: Path) -> None:
    """Copy the catalogue. Raises StoreDamaged when it is not what was written: damage is not handed on."""
    checksum = 0
    try:
        expected = (current / CHECKSUM).read_text("ascii").strip()
        with (current / CATALOG).open("rb") as source, (folder / CATALOG).open("wb") as copy:
            while data := source.read(1 << 20):
                checksum = zlib.crc32(data, checksum)
                copy.write(data)
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise StoreDamaged(f"the index is damaged ({error})") from error
    if f"{checksum:08x}" != expected:
        raise StoreDamaged("the index is damaged (a checksum does not match)")


class _Update:
    """One update: the catalogue's copy, and what is taken over beside it."""

    def __init__(self, job: Job, folder: Path, earlier: Earlier, writer: CatalogWriter) -> None:
        self._job, self._folder, self._earlier, self._writer = job, folder, earlier, writer
        self._skipped = job.beside_the_documents()
        self._languages = compared_languages(long_articles(writer.catalog))

    def run(self, changed: Sequence[FoundFile], gone: frozenset[str], current: Path) -> None:
        """Take out what changed, put it in again, and write what follows from it."""
        catalog = self._writer.catalog
        records = self._read(changed)
        size = sum(
            p.role in QUOTABLE
            for _, record in records.values()
            for cut in record.articles
            for p in cut.paragraphs
        )
        parts = _kept(catalog.parts(), size)
        base = parts[-1].base + parts[-1].size if parts else 0
        out = {*gone, *(file.file for file in changed), *records} & self._earlier.files
        moved = catalog.files_from(base) - out
        records |= self._taken_over(moved)
        dead = {posting: words for posting, words in catalog.dead().items() if posting < base}
        removed: list[Entry] = []
        for file in sorted(out | moved):
            removed += self._writer.remove(file)[1]
        for entry in removed:
            if entry.posting is not None and entry.posting < base:
                dead[entry.posting] = terms(entry.paragraph.text, entry.paragraph.language)
        ordered = sorted(records.values(), key=lambda pair: library_key(pair[0].file))
        self._take_over(current, len(parts))
        writing = self._write(ordered, len(parts) + 1, base)
        if writing.posting > base:
            parts.append(Part(base, writing.posting - base))
        self._check_suited(len(dead), writing.posting, len(parts))
        self._bury(parts, dead)
        grams = [read_grams(self._folder / grams_name(n), part.base) for n, part in enumerate(parts, start=1)]
        alive = np.ones(writing.posting, np.bool_)
        alive[list(dead)] = False
        link_changes(self._writer, grams, alive, base, writing.articles, removed)
        self._writer.set_skipped((item.file, item.reason) for item in self._skipped)

    def _check_suited(self, dead: int, paragraphs: int, parts: int) -> None:
        """Raise Unsuited when too much is dead or in pieces, or other languages are now to be compared."""
        catalog = self._writer.catalog
        if (
            dead > _FEW_DEAD + _MOST_DEAD * paragraphs
            or parts > _MOST_PARTS
            or not catalog.holds_documents()
            or compared_languages(long_articles(catalog)) != self._languages
        ):
            raise Unsuited

    def _read(self, files: Sequence[FoundFile]) -> Found:
        """Return the records of some files, and of those whose articles' ids clash with these."""
        records: Found = {}
        answers = read_files(files, self._job.corrections)
        for done, (file, answer) in enumerate(zip(files, answers, strict=True)):
            if self._job.progress:
                self._job.progress(done, len(files), file.file)
            if isinstance(answer, Skipped):
                self._skipped.append(answer)
            else:
                records[file.file] = file, answer
        if self._job.progress:
            self._job.progress(len(files), len(files), "")
        changed = {file.file for file in files}
        while rivals := self._writer.catalog.owners(_ids(records)) - changed - records.keys():
            more = self._taken_over(rivals)
            if not more:
                break  # they have gone
            records |= more
        return records

    def _taken_over(self, files: set[str]) -> Found:
        """Return the records of unchanged files that are written again."""
        records: Found = {}
        for file in self._job.found:
            if file.file in files:
                record = self._earlier.record(file.file)
                if record is None:
                    raise Unsuited
                records[file.file] = file, record
        return records

    def _take_over(self, current: Path, parts: int) -> None:
        for number in range(1, parts + 1):
            for name in (postings_name(number), grams_name(number)):
                _take_over(current / name, self._folder / name)

    def _write(self, records: Sequence[tuple[FoundFile, Record]], number: int, base: int) -> Writing:
        """Write the records into the catalogue and into files of a number, which go when there is nothing."""
        grams = GramWriter(self._folder / grams_name(number))
        writing = Writing(self._writer, grams, base)
        path = self._folder / postings_name(number)
        try:
            build_postings(writing.tokens(unique(records)), path, k1=K1, b=B, delta=DELTA)
            grams.finish()
        finally:
            grams.abandon()
        if writing.posting == base:
            path.unlink()
            (self._folder / grams_name(number)).unlink()
        return writing

    def _bury(self, parts: Sequence[Part], dead: dict[int, list[str]]) -> None:
        """Say which numbers are dead, and write their terms into the grave."""
        dead = dict(sorted(dead.items()))
        holding = []
        for part in parts:
            inside = [posting - part.base for posting in dead if 0 <= posting - part.base < part.size]
            holding.append(replace(part, dead=tuple(_ranges(inside))))
        self._writer.set_parts(holding, dead)
        if dead:
            build_postings(dead.values(), self._folder / GRAVE, k1=K1, b=B, delta=DELTA)


def _ids(records: Found) -> list[str]:
    return [cut.article.id for _, record in records.values() for cut in record.articles]


def _take_over(file: Path, to: Path) -> None:
    """Give a file a second name, or copy it where files have one only. Raises StoreDamaged, OSError."""
    try:
        try:
            os.link(file, to)
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copyfile(file, to)
    except FileNotFoundError as error:
        raise StoreDamaged(f"the index is damaged ({file.name} is missing)") from error


def _kept(parts: Sequence[Part], added: int) -> list[Part]:
    """Return the parts that stay as they are: at the end, those not much larger than what comes go."""
    kept = list(parts)
    total = kept[-1].base + kept[-1].size if kept else 0
    most = max(_MERGED[0], _MERGED[1] * total)
    while len(kept) > 1 and kept[-1].size <= 2 * added and added + kept[-1].size <= most:
        added += kept.pop().size
    return kept


def _ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as ranges."""
    found = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        found.append((members[0], members[-1] + 1))
    return found
