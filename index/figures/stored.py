"""The figures of a paragraph as an index keeps them: found once, when the paragraph is indexed."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from index.figures import find_figures
from index.figures.figure import Figure, Hedge, Unit
from index.model import Passage
from index.text.dates import Day
from index.values import as_dict, fields_of

_REMEMBERED = 8_192  # paragraphs whose figures are kept ready: many questions meet the same ones
_SPANS = frozenset({"sentence", "clause", "places", "years", "since"})


def packed_figures(figures: Sequence[Figure]) -> bytes:
    """Return figures as bytes; none as no bytes at all."""
    if not figures:
        return b""
    rows = []
    for figure in figures:
        held = as_dict(figure)
        held["day"] = figure.day and list(as_dict(figure.day).values())
        held["high"] = None if math.isinf(figure.high) else figure.high
        rows.append(list(held.values()))
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=_REMEMBERED)
def unpacked_figures(data: bytes) -> tuple[Figure, ...]:
    """Return the figures that were packed. Raises ValueError for bytes that hold none."""
    return tuple(_figure(row) for row in json.loads(data)) if data else ()


def figures_of(passage: Passage) -> tuple[Figure, ...]:
    """Return the figures of a passage: those that the index keeps, else those that its text has."""
    kept = passage.reading.figures if passage.reading else None
    if kept is not None:
        return unpacked_figures(kept)
    return find_figures(passage.paragraph.text, passage.paragraph.language)


def _figure(row: list[Any]) -> Figure:
    held: dict[str, Any] = dict(zip(fields_of(Figure), row, strict=True))
    for name in _SPANS:
        held[name] = tuple(held[name])
    held["hedge"], held["unit"] = Hedge(held["hedge"]), Unit(held["unit"])
    held["high"] = math.inf if held["high"] is None else held["high"]
    held["day"] = held["day"] and Day(*held["day"])
    return Figure(**held)
