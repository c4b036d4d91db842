"""The catalogue: what is written comes back as it was. Damage is in ``test_damage.py``."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pytest

from index.articles.cutting import CutArticle
from index.door import SourceNames
from index.embedded.catalog import Catalog
from index.embedded.catalog_reading import Ledger
from index.embedded.catalog_writer import CatalogWriter
from index.embedded.rows import Entry, Marks, Part, Stamp, library_key, packed, unpacked
from index.errors import StoreDamaged
from index.figures import find_figures
from index.figures.stored import packed_figures
from index.model import (
    Article,
    Document,
    Mode,
    Paragraph,
    Place,
    Reading,
    Role,
    Source,
    Stance,
    Voice,
    Wording,
)
from index.text.reading import read
from index.values import replace

SOURCE = Source(
    "Título", ("Ana Ejemplo", "Juan Prueba"), "Coast Courier", "2023-03-04", "https://example.org", "es",
    "Harbour Diary", "2023-03-09", Wording.DIGEST, ("Carla Muestra",),
)  # fmt: skip
DOCUMENT = Document("a/ñ.txt", "Uno.\r\n\x00“Dos”, 😀.\n", "utf-8", "f" * 64)
VOICES = (
    Voice(0, 3, "Ana Ejemplo", Mode.DIRECT, "dijo", "alcaldesa", "ella", Stance.REJECTED),
    Voice(1, 2, None, Mode.INDIRECT),
)
ARTICLE = Article("a/ñ", DOCUMENT.file, 1, 0, 12, SOURCE)
PLACE = Place("b", "b.txt", 3, 9, ((0, 4),))


@pytest.fixture
def catalog(tmp_path: Path) -> Ledger:
    """Return a catalogue of one document with two paragraphs, the second never quoted."""
    writer = CatalogWriter(tmp_path / "c", {"rules": "y"})
    writer.add_document(DOCUMENT, Stamp(12, 34), ["a remark"], again=True)
    writer.add_article(CutArticle(ARTICLE, (paragraph(1, Role.BODY), paragraph(2, Role.JUNK))))
    writer.add_paragraph(paragraph(1, Role.BODY), VOICES, 0)
    writer.add_paragraph(paragraph(2, Role.JUNK), [], None)
    writer.set_skipped([("c.pdf", "no text")])
    writer.set_also_in(0, [PLACE])
    writer.set_groups({"a/ñ": "group"})
    writer.set_joins([("a/ñ", "group", "copy")])
    writer.set_parts([Part(0, 1), Part(1, 3, ((0, 2),))], {1: ["uno", "dos"], 2: []})
    writer.finish({"listing": "x"})
    return Ledger.open(tmp_path / "c")


def paragraph(number: int, role: Role) -> Paragraph:
    """Return a paragraph."""
    return Paragraph("a/ñ", DOCUMENT.file, number, 0, 4, role, "es", "Uno.")


def with_figures(text: str) -> Reading:
    """Return the reading that an index keeps: with the figures of the text."""
    return replace(read(text, "es"), figures=packed_figures(find_figures(text, "es")))


def test_what_is_written_is_read_back(catalog: Ledger) -> None:
    """Document, articles, paragraphs, voices, places, remarks and settings come back equal."""
    assert catalog.document(DOCUMENT.file) == DOCUMENT and catalog.document("none") is None
    assert catalog.files() == [DOCUMENT.file]
    assert catalog.stamps() == {(DOCUMENT.file, 12, 34)} and catalog.read_again() == {DOCUMENT.file}
    assert catalog.articles() == [(ARTICLE, "group")]
    assert list(catalog.entries()) == [
        Entry(paragraph(1, Role.BODY), SOURCE, "group", VOICES, (PLACE,), 0, with_figures("Uno.")),
        Entry(paragraph(2, Role.JUNK), SOURCE, "group", (), (), None),
    ]
    assert catalog.remarks() == [(DOCUMENT.file, "a remark")]
    assert catalog.skipped() == [("c.pdf", "no text")]
    assert catalog.speakers() == [("Ana Ejemplo", "a/ñ")]
    assert catalog.source_names() == SourceNames(
        ("Coast Courier", "Harbour Diary"), ("Ana Ejemplo", "Juan Prueba"), ("es",), ("2023-03-04",)
    )
    assert (catalog.meta("listing"), catalog.meta("rules"), catalog.meta("none")) == ("x", "y", None)
    assert catalog.joins() == [("a/ñ", "group", "copy")]
    assert catalog.parts() == [Part(0, 1), Part(1, 3, ((0, 2),))]
    assert catalog.dead() == {1: ["uno", "dos"], 2: []}
    (marks,) = catalog.marks("1")
    assert marks == Marks("a/ñ", "es", SOURCE.authors, 0, frozenset())


@pytest.mark.parametrize(
    "text",
    ["", "The.", "One sank. Two sank! The US \ufdfa Peru’s.The \uff9e 12,000.", "Uno.\n\nDos y 😀 tres."],
)
@pytest.mark.parametrize("language", ["en", "es", None])
def test_a_reading_that_was_kept_is_that_of_the_text(text: str, language: str | None) -> None:
    """What an index keeps of a paragraph's words is what reading it again gives, whatever stands in it."""
    reading = read(text, language)
    for kept in (reading, replace(reading, figures=b""), replace(reading, figures=b"[]")):
        assert unpacked(packed(kept), kept.words, language) == kept
    assert len(reading.surfaces()) == reading.size == reading.starts[-1]


def test_what_is_removed_is_gone(tmp_path: Path, catalog: Ledger) -> None:
    """A document taken out of a catalogue leaves nothing behind, and another may take its place."""
    catalog.close()
    writer = CatalogWriter(tmp_path / "c", {})
    articles, entries = writer.remove(DOCUMENT.file)
    assert articles == [ARTICLE]
    assert [(entry.paragraph.number, entry.posting, entry.also_in) for entry in entries] == [
        (1, 0, (PLACE,)),
        (2, None, ()),
    ]
    writer.add_document(DOCUMENT, Stamp(13, 34))
    writer.finish({})
    changed = Ledger.open(tmp_path / "c")
    assert changed.files() == [DOCUMENT.file] and changed.articles() == [] and changed.speakers() == []
    assert list(changed.entries()) == [] and changed.by_posting([]) == {}
    assert list(changed.marks("1")) == [] and changed.source_names() == SourceNames()
    assert changed.read_again() == set() and changed.document(DOCUMENT.file) == DOCUMENT


def test_a_document_takes_up_about_its_text(tmp_path: Path) -> None:
    """What is kept of many short documents is not much larger than their compressed texts."""
    chance = random.Random(1)  # noqa: S311
    texts = ["".join(chance.choices("0123456789abcdef", k=3_000)) for _ in range(200)]
    writer = CatalogWriter(tmp_path / "c", {})
    for number, text in enumerate(texts):
        writer.add_document(Document(f"{number}.txt", text, "utf-8", "f" * 64), Stamp(1, 1))
    writer.finish({})
    assert (tmp_path / "c").stat().st_size < 1.6 * sum(len(zlib.compress(text.encode())) for text in texts)


def test_files_are_sorted_as_a_library_lists_them() -> None:
    """The files of a folder come by name, and then those of its subfolders."""
    files = ["a.txt", "b b.txt", "b.txt", "z.txt", "a/z.txt", "a b/c.txt", "a/a/b.txt", "ñ/a.txt"]
    expected = ["a.txt", "b b.txt", "b.txt", "z.txt", "a/z.txt", "a/a/b.txt", "a b/c.txt", "ñ/a.txt"]
    assert sorted(files, key=library_key) == expected


def test_paragraphs_are_found_by_posting(catalog: Ledger) -> None:
    """A number of the postings leads to its paragraph; one that is missing means damage."""
    assert catalog.by_posting([0])[0].paragraph == paragraph(1, Role.BODY)
    assert catalog.postings_of("p.language = ?", ["es"]) == [0]
    assert catalog.postings_of("p.language = ?", ["en"]) == []
    with pytest.raises(StoreDamaged, match="missing"):
        catalog.by_posting([0, 1])


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0", b"text" * 999])
def test_what_is_no_catalogue_is_damage(tmp_path: Path, content: bytes | None) -> None:
    """A missing, empty or foreign file is reported as damage, with what to do."""
    if content is not None:
        (tmp_path / "c").write_bytes(content)
    with pytest.raises(StoreDamaged, match=r"run `quoth index --rebuild`"):
        Catalog.open(tmp_path / "c").files()
