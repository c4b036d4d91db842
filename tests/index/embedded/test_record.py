"""A file to everything the index keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.articles.editing import Corrections, read_corrections
from index.articles.record import record_of
from index.errors import UnreadableDocument
from index.formats.folder import list_files

Write = Callable[[Mapping[str, str | bytes]], Path]
TEXT = "The harbour of Springfield was closed on Friday.\n\n“It was time,” said Ana Ejemplo.\n"


def test_record_holds_document_articles_and_voices(library: Write) -> None:
    """Each paragraph of each article has its list of voices, and every voice lies within its paragraph."""
    record = record_of(next(list_files(library({"a.txt": TEXT}))), Corrections())
    assert record.document.text == TEXT
    assert (
        [len(cut.paragraphs) for cut in record.articles] == [len(voices) for voices in record.voices] == [2]
    )
    for cut, voices in zip(record.articles, record.voices, strict=True):
        for paragraph, spoken in zip(cut.paragraphs, voices, strict=True):
            assert all(0 <= voice.start < voice.end <= len(paragraph.text) for voice in spoken)


def test_remarks_tell_what_was_not_used(library: Write) -> None:
    """What a front matter or sources.toml states in vain is told with the record."""
    folder = library({"a.md": f"---\ncolour: red\n---\n{TEXT}", "sources.toml": '["a.md"]\nurl = ["x"]\n'})
    record = record_of(next(list_files(folder)), read_corrections(folder))
    assert record.remarks == ("unknown key 'colour'", "sources.toml: url: what is given is no text")


def test_unreadable_file_gives_no_record(library: Write) -> None:
    """A file that is no text raises the reason."""
    with pytest.raises(UnreadableDocument, match="binary"):
        record_of(next(list_files(library({"a.txt": bytes(100)}))), Corrections())
