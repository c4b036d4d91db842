"""A file to everything the index keeps of it: document, articles, paragraphs, voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.articles.editing import Corrections
from index.errors import BadMetadata
from index.formats.folder import FoundFile, read_document
from index.model import Document, Voice
from index.values import frozen

if TYPE_CHECKING:
    from index.articles.cutting import CutArticle


@frozen
class Record:
    """What one file gives: its articles with, for each paragraph, the voices in it."""

    document: Document
    articles: tuple[CutArticle, ...]
    voices: tuple[tuple[tuple[Voice, ...], ...], ...]  # by article, by paragraph
    remarks: tuple[str, ...] = ()  # what could not be used, for the operator


def record_of(found: FoundFile, corrections: Corrections) -> Record:
    """Read, cut and attribute one file. Raises UnreadableDocument with the reason."""
    # 40 ms that an update in which files only went does not need
    from index.articles.cutting import cut_articles
    from index.formats.frontmatter import read_front_matter
    from index.voices import find_voices

    document = read_document(found)
    remarks: tuple[str, ...] = ()
    front = None
    try:
        front = read_front_matter(document.text)
    except BadMetadata as error:
        remarks = (f"{error}; read as plain text",)
    if front is not None:
        remarks = front.ignored
    articles = cut_articles(
        document, front, lambda number, source: corrections.apply(document.file, number, source)
    )
    remarks += tuple(corrections.remarks(document.file, len(articles)))
    voices = tuple(tuple(find_voices(cut.paragraphs, cut.article.source)) for cut in articles)
    return Record(document, tuple(articles), voices, remarks)
