"""The contested points of an index, with the framings and decisions of its library's editors."""

from __future__ import annotations

from pathlib import Path

from bot.answer import ContestedPoint
from bot.contested.library import library_points
from index.door import Index
from index.framings import Framings, load_framings
from index.model import QUOTABLE, Passage

EDITORS_FILE = "contested.toml"


def framings_of(library: Path) -> Framings:
    """Return the bundled framings, extended by the library's own ``contested.toml`` where there is one."""
    own = library / EDITORS_FILE
    return load_framings(own) if own.is_file() else load_framings()


def points_of(index: Index, library: Path, language: str) -> tuple[ContestedPoint, ...]:
    """Return the contested points of a whole library, headings in ``language``."""
    passages = (
        Passage(item.paragraph, item.source, item.voices, 0.0, (), item.also_in, item.group)
        for item in index.export()
        if item.paragraph.role in QUOTABLE
    )
    return library_points(passages, language, framings_of(library))
