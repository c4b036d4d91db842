"""The contested points of an index, with the framings and decisions of its library's editors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bot.answer import ContestedPoint
from bot.contested.library import library_points
from index.door import Exported, Index
from index.figures.families import Family, families
from index.figures.stored import unpacked_figures
from index.framings import Framings, bundled, own_framings
from index.model import QUOTABLE, Passage


def points_of(
    index: Index, library: Path, language: str, *, silenced: bool = False, narrow: bool = False
) -> tuple[ContestedPoint, ...]:
    """Return the contested points of a whole library, headings in ``language``.

    ``silenced``: those that an editor silenced too, marked as such. ``narrow``: of a library too large to
    compare every sentence with the others only the paragraphs that hold a figure of a kind that is listed,
    or a rival label. Raises BadMetadata for a ``contested.toml`` that cannot be right.
    """
    framings = own_framings(library)
    tells = partial(_tells, framings or bundled(), families()) if narrow else None
    passages = (
        Passage(item.paragraph, item.source, item.voices, 0.0, (), item.also_in, item.group, item.reading)
        for item in index.export()
        if item.paragraph.role in QUOTABLE and (tells is None or tells(item))
    )
    return library_points(passages, language, framings, silenced=silenced)


def _tells(framings: Framings, known: Mapping[str, Family], item: Exported) -> bool:
    kept = item.reading.figures if item.reading else None
    figures = unpacked_figures(kept) if kept else ()
    listed = (known.get(figure.family) for figure in figures)
    return any(family is not None and family.library for family in listed) or bool(
        framings.find(item.paragraph.text)
    )
