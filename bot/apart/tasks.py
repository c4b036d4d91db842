"""The tasks that run in a process of their own. Each takes and returns plain values of the house."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.answer import ContestedPoint, Verification
from bot.answering.verification import verify
from index.model import Article
from index.open import LibraryAt


def verify_in(generation: Path, text: str) -> Verification:
    """Look for a text in the index in a folder."""
    from index.embedded import EmbeddedIndex

    return verify(EmbeddedIndex(generation), text)


def points_in(generation: Path, library: Path, language: str) -> Sequence[ContestedPoint]:
    """Return the contested points of the large library whose index is in a folder: figures and labels."""
    from bot.contested.found_points import points_of
    from index.embedded import EmbeddedIndex

    return points_of(EmbeddedIndex(generation), library, language, narrow=True)


def articles_in(name: str, data: bytes) -> tuple[str, Sequence[Article]]:
    """Return the name under which a file that somebody sent would be added, and the articles in it."""
    from index.articles.record import articles_of
    from index.formats.opening import document_of

    read = document_of(name, data)
    articles, _ = articles_of(read)
    return read.document.file, [cut.article for cut in articles]


def bring_up_to_date(place: LibraryAt, *, rebuild: bool = False) -> str:
    """Bring the embedded index of a library up to date; return the state of its files that it holds."""
    from index.embedded import open_library

    return open_library(place.library, place.index_dir, rebuild=rebuild).listing or ""
