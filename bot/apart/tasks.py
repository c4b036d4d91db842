"""The tasks that run in a process of their own. Each takes and returns plain values of the house."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.answer import Verification
from bot.answering.verification import verify
from index.model import Article
from index.open import LibraryAt, editors_folder, open_index


def verify_in(generation: Path, text: str) -> Verification:
    """Look for a text in the index in a folder."""
    from index.embedded import EmbeddedIndex

    return verify(EmbeddedIndex(generation), text)


def list_points_in(place: LibraryAt, generation: Path | None, file: Path, state: str) -> None:
    """Write the contested points of a large library into a file; its index is in a folder, or published."""
    from bot.contested.found_points import list_points
    from index.embedded import EmbeddedIndex

    index = EmbeddedIndex(generation) if generation else open_index(place)
    list_points(index, file, state, editors_folder(place, index))


def articles_in(name: str, data: bytes) -> tuple[str, Sequence[Article]]:
    """Return the name under which a file that somebody sent would be added, and the articles in it.

    Raises UnreadableDocument, also for what a library takes for a note about itself.
    """
    from index.articles.record import articles_of
    from index.errors import UnreadableDocument
    from index.formats.folder import NOT_QUOTED, is_editorial
    from index.formats.opening import document_of

    read = document_of(name, data)
    if is_editorial(read.document.file):
        raise UnreadableDocument(NOT_QUOTED)
    articles, _ = articles_of(read)
    return read.document.file, [cut.article for cut in articles]


def bring_up_to_date(place: LibraryAt, *, rebuild: bool = False) -> str:
    """Bring the embedded index of a library up to date; return the state of its files that it holds."""
    from index.embedded import open_library

    return open_library(place.library, place.index_dir, rebuild=rebuild).listing or ""
