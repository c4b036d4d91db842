"""Exports of many shapes: who sent each message, or wrote each text, and on which day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.articles.editing import read_corrections
from index.articles.record import record_of
from index.formats.folder import list_files
from tests.index.formats.made_exports import (
    Sample,
    mbox,
    mhtml,
    proquest,
    subtitles,
    telegram,
    warc,
    whatsapp,
)

KINDS: tuple[Callable[[], Iterator[Sample]], ...] = (
    whatsapp, telegram, mbox, subtitles, proquest, warc, mhtml,
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_message_has_its_sender_and_its_day(
    kind: Callable[[], Iterator[Sample]], tmp_path: Path
) -> None:
    """In twenty shapes of an export each text is given to who sent or wrote it, of its day."""
    samples = {sample.name: sample for sample in kind()}
    assert len(samples) == 20
    for name, sample in samples.items():
        (tmp_path / name).write_bytes(sample.data)
    corrections = read_corrections(tmp_path)
    for found in list_files(tmp_path):
        record = record_of(found, corrections)
        texts = []
        for cut, voices in zip(record.articles, record.voices, strict=True):
            source = cut.article.source
            for paragraph, spoken in zip(cut.paragraphs, voices, strict=True):
                speaker = next((voice.speaker for voice in spoken if voice.speaker), None)
                who = speaker or next(iter(source.authors), None)
                texts.append((" ".join(paragraph.text.split()), (who or "").title(), source.published))
        for who, what, day in samples[found.file].expected:
            said = [text for text in texts if " ".join(what.split()) in text[0]]
            assert [(text[1], text[2]) for text in said] == [(who, day)], (found.file, texts)
