"""A file to everything the index keeps of it: document, articles, paragraphs, voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.articles.editing import Corrections
from index.errors import BadMetadata
from index.formats.extracted import ReadDocument
from index.formats.folder import FoundFile
from index.model import Document, Mode, Paragraph, Role, Voice
from index.values import frozen, replace

if TYPE_CHECKING:
    from index.articles.cutting import CutArticle, Override


@frozen
class Record:
    """What one file gives: its articles with, for each paragraph, the voices in it."""

    document: Document
    articles: tuple[CutArticle, ...]
    voices: tuple[tuple[tuple[Voice, ...], ...], ...]  # by article, by paragraph
    remarks: tuple[str, ...] = ()  # what could not be used, for the operator
    unquoted: tuple[str, ...] = ()  # how much of it is never quoted and why, where that is much


def record_of(found: FoundFile, corrections: Corrections) -> Record:
    """Read, cut and attribute one file. Raises UnreadableDocument with the reason."""
    # 40 ms that an update in which files only went does not need
    from index.articles.marked import speakers_of
    from index.articles.unquoted import much_unquoted, sizes_of
    from index.formats.opening import open_document
    from index.voices import find_voices

    read = open_document(found)
    file = read.document.file
    articles, remarks = articles_of(read, lambda number, source: corrections.apply(file, number, source))
    remarks += tuple(corrections.remarks(file, len(articles)))
    speaker_at = speakers_of(read)
    voices = tuple(
        tuple(
            _spoken(paragraph, speaker_at(paragraph.start), found_there)
            for paragraph, found_there in zip(
                cut.paragraphs, find_voices(cut.paragraphs, cut.article.source), strict=True
            )
        )
        for cut in articles
    )
    told = tuple(
        replace(cut, paragraphs=tuple(map(_with_role, cut.paragraphs, spoken)))
        for cut, spoken in zip(articles, voices, strict=True)
    )
    much = much_unquoted(sizes_of(paragraph for cut in told for paragraph in cut.paragraphs))
    return Record(read.document, told, voices, remarks, (much,) if much else ())


def articles_of(
    read: ReadDocument, override: Override | None = None
) -> tuple[list[CutArticle], tuple[str, ...]]:
    """Return the articles of a document, at least one, and what could not be used: the road of every door."""
    from index.articles.cutting import cut_articles
    from index.articles.marked import marked_articles
    from index.formats.frontmatter import read_front_matter

    if read.parts is not None:
        return marked_articles(read, override), read.remarks
    front, remarks = None, read.remarks
    try:
        front = read_front_matter(read.document.text)
    except BadMetadata as error:
        remarks += (f"{error}; read as plain text",)
    if front is not None:
        remarks += front.ignored
    return cut_articles(read.document, front, override), remarks


def _with_role(paragraph: Paragraph, voices: tuple[Voice, ...]) -> Paragraph:
    """Return a paragraph that is somebody's question as text: what asks in a talk is no heading of it."""
    asks = paragraph.role is Role.HEADING and paragraph.text.rstrip(" *_\n").endswith("?")
    direct = sum(each.end - each.start for each in voices if each.mode is Mode.DIRECT) if asks else 0
    return replace(paragraph, role=Role.BODY) if direct * 2 > len(paragraph.text) else paragraph


def _spoken(paragraph: Paragraph, speaker: str | None, found: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Return the voices of a paragraph: the speaker's alone whose words all of it is, by the format.

    A quotation set apart is nobody's where the text names nobody: it is not the author's own. Nor is anybody
    named by what he does in a talk: "Host".
    """
    if speaker is None or (not speaker and found):
        return tuple(found)
    from index.voices.dialogue_words import names_nobody  # few formats say who speaks

    named = None if names_nobody(speaker) else speaker
    return (Voice(0, len(paragraph.text), named or None, Mode.DIRECT),)
