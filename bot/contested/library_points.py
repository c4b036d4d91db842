"""The contested points of an index, with the framings and decisions of its library's editors."""

from __future__ import annotations

from pathlib import Path

from bot.answer import ContestedPoint
from bot.contested.library import library_points
from index.door import Index
from index.framings import own_framings
from index.model import QUOTABLE, Passage


def points_of(
    index: Index, library: Path, language: str, *, silenced: bool = False
) -> tuple[ContestedPoint, ...]:
    """Return the contested points of a whole library, headings in ``language``.

    ``silenced``: those that an editor silenced too, marked as such. Raises BadMetadata for a
    ``contested.toml`` that cannot be right.
    """
    passages = (
        Passage(item.paragraph, item.source, item.voices, 0.0, (), item.also_in, item.group, item.reading)
        for item in index.export()
        if item.paragraph.role in QUOTABLE
    )
    return library_points(passages, language, own_framings(library), silenced=silenced)
