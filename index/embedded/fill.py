"""A whole index, file by file: nothing but the article at hand and the vocabulary is held in memory."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.articles.editing import Corrections
from index.articles.record import Record
from index.embedded.catalog_writer import CatalogWriter
from index.embedded.earlier import Earlier
from index.embedded.grams import GramWriter, read_grams
from index.embedded.links import link_all
from index.embedded.listing import CATALOG, CHECKSUM, FORMAT, Listing, Progress, grams_name, postings_name
from index.embedded.postings import build as build_postings
from index.embedded.rows import Part, Stamp, library_key
from index.embedded.workers import read_file, read_files
from index.errors import EmptyLibrary
from index.formats.folder import (
    ABOUT_FOLDER,
    NOT_QUOTED,
    SOURCES_FILE,
    FoundFile,
    Skipped,
    file_name,
    is_document,
    without_page_files,
)
from index.framings import EDITORS_FILE, usable_framings
from index.model import QUOTABLE
from index.text.terms import ANALYSIS, terms
from index.values import frozen, replace

if TYPE_CHECKING:
    from index.articles.cutting import CutArticle

# Chosen on public question sets: rather less saturation and length correction than the usual 1.5 and .75.
K1, B, DELTA = 1.0, 0.6, 1.0
_ENDING = re.compile(r"\.[^./]*$")
_SAVE = 2.0  # seconds of work that a kill may cost


@frozen
class Job:
    """What is to be indexed: the files in the order of the library, and what decides their records."""

    library: Path
    found: tuple[FoundFile, ...]  # those that are documents, or would be if they could be read
    beside: tuple[str, ...]  # those that tell about a folder
    state: str  # of the listing
    corrections: Corrections
    rules: str
    progress: Progress | None

    @staticmethod
    def of(
        library: Path, listing: Listing, rules: str, corrections: Corrections, progress: Progress | None
    ) -> Job:
        """Return the job of indexing a listing."""
        found = sorted(without_page_files(listing.found()), key=lambda file: library_key(file.file))
        about = (".toml", ".md")  # an editor's files about the documents
        chosen = tuple(file for file in found if is_document(file) or not file.file.lower().endswith(about))
        beside = tuple(file.file for file in found if file_name(file.file) == ABOUT_FOLDER)
        return Job(library, chosen, beside, listing.state, corrections, rules, progress)

    def states(self) -> dict[str, str]:
        """Return what the catalogue keeps of the job."""
        return {"listing": self.state, "rules": self.rules, "format": FORMAT, "analysis": ANALYSIS}

    def beside_the_documents(self) -> list[Skipped]:
        """Return which files are no documents though they look so, and what is wrong with corrections."""
        names = {file.file for file in self.found}
        own = usable_framings(self.library)
        problems = {SOURCES_FILE: self.corrections.problem, EDITORS_FILE: own.problem if own else None}
        return [
            *(Skipped(file, NOT_QUOTED) for file in self.beside),
            *(Skipped(name, why.removeprefix(f"{name}: ")) for name, why in problems.items() if why),
            *(
                Skipped(f"{SOURCES_FILE}: {name}", "there is no such file in the library")
                for name in self.corrections.by_file
                if name not in names
            ),
        ]


def fill(job: Job, folder: Path, known: Sequence[Earlier]) -> None:
    """Write a whole index into an empty folder; what ``known`` ones have of a file is taken from the first.

    Raises EmptyLibrary, StoreError, OSError, sqlite3.Error.
    """
    writer = CatalogWriter(folder / CATALOG, {"rules": job.rules})
    grams = GramWriter(folder / grams_name(1))
    try:
        skipped = job.beside_the_documents()
        writing = Writing(writer, grams)
        build_postings(
            writing.tokens(unique(_records(job, known, skipped))),
            folder / postings_name(1),
            k1=K1, b=B, delta=DELTA,
        )  # fmt: skip
        grams.finish()
        _check_holds_documents(writer, job, skipped)
        writer.set_skipped((item.file, item.reason) for item in skipped)
        writer.set_parts([Part(0, writing.posting)], {})
        link_all(writer, read_grams(folder / grams_name(1), 0))
        writer.finish(job.states())
    except BaseException:
        writer.abandon()
        grams.abandon()
        raise
    write_checksum(folder)


def _check_holds_documents(writer: CatalogWriter, job: Job, skipped: Sequence[Skipped]) -> None:
    if not writer.catalog.holds_documents():
        reasons = "; ".join(f"{item.file}: {item.reason}" for item in skipped[:5])
        raise EmptyLibrary(
            f"{job.library} holds no readable document" + (f" ({reasons})" if reasons else "; put some in.")
        )


def _records(
    job: Job, known: Sequence[Earlier], skipped: list[Skipped]
) -> Iterator[tuple[FoundFile, Record]]:
    """Yield every file's record in order, and add to ``skipped`` those that have none."""
    taken = frozenset().union(*(earlier.unchanged for earlier in known))
    answers = read_files([file for file in job.found if file.file not in taken], job.corrections)
    for done, file in enumerate(job.found):
        if job.progress:
            job.progress(done, len(job.found), file.file)
        if file.file in taken:
            found = (earlier.record(file.file) for earlier in known)
            answer = next(filter(None, found), None) or read_file(file, job.corrections)
        else:
            answer = next(answers)
        if isinstance(answer, Skipped):
            skipped.append(answer)
        else:
            yield file, answer
    if job.progress:
        job.progress(len(job.found), len(job.found), "")


def unique(records: Iterable[tuple[FoundFile, Record]]) -> Iterator[tuple[FoundFile, Record]]:
    """Give articles whose files differ only in their ending ids of their own: the whole file name."""
    seen: set[str] = set()
    for file, record in records:
        taken = any(cut.article.id in seen for cut in record.articles)
        own = _renamed(record) if taken else record
        seen |= {cut.article.id for cut in own.articles}
        yield file, own


def _renamed(record: Record) -> Record:
    articles = []
    for cut in record.articles:
        file, number = record.document.file, cut.article.number
        name = file if len(record.articles) == 1 else f"{file}.{number}"
        paragraphs = tuple(replace(paragraph, article=name) for paragraph in cut.paragraphs)
        articles.append(replace(cut, article=replace(cut.article, id=name), paragraphs=paragraphs))
    return replace(record, articles=tuple(articles))


def _has_first_name(cut: CutArticle) -> bool:
    """Whether an article's id is the one it has when no other file claims it."""
    name = _ENDING.sub("", cut.article.file)
    return cut.article.id in {name, f"{name}.{cut.article.number}"}


class Writing:
    """Writes records into a catalogue and a file of grams, and gives their terms for the postings."""

    def __init__(self, writer: CatalogWriter, grams: GramWriter, posting: int = 0) -> None:
        self._writer, self._grams = writer, grams
        self.posting = posting  # number of the next paragraph that can be found
        self.articles: list[str] = []

    def tokens(self, records: Iterable[tuple[FoundFile, Record]]) -> Iterator[list[str]]:
        """Yield the terms of each paragraph that can be found, once it is written down."""
        saved = time.monotonic()
        for file, record in records:
            again = bool(record.remarks) or not all(map(_has_first_name, record.articles))
            stamp = Stamp(file.size, file.modified)
            self._writer.add_document(
                record.document, stamp, (*record.remarks, *record.unquoted), again=again
            )
            for cut, voices in zip(record.articles, record.voices, strict=True):
                self._writer.add_article(cut)
                self.articles.append(cut.article.id)
                for paragraph, spoken in zip(cut.paragraphs, voices, strict=True):
                    found = paragraph.role in QUOTABLE
                    self._writer.add_paragraph(paragraph, spoken, self.posting if found else None)
                    if found:
                        self.posting += 1
                        self._grams.add(paragraph.text)
                        yield terms(paragraph.text, paragraph.language)
            if time.monotonic() - saved > _SAVE:
                self._writer.save()
                saved = time.monotonic()


def write_checksum(folder: Path) -> None:
    """Keep the checksum of a whole catalogue, to be compared when the file is copied for an update."""
    checksum = 0
    with (folder / CATALOG).open("rb") as file:
        while data := file.read(1 << 20):
            checksum = zlib.crc32(data, checksum)
    (folder / CHECKSUM).write_text(f"{checksum:08x}\n", "ascii")
