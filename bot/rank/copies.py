"""Copies of one passage: one is shown, with every place it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Passage


def without_copies(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages without those that repeat a better one; what is kept lists the other places."""
    kept: list[Passage] = []
    taken: set[tuple[str, int]] = set()
    for passage in passages:
        paragraph = passage.paragraph
        if (paragraph.file, paragraph.start) in taken:
            continue
        kept.append(passage)
        taken |= {(place.file, place.start) for place in passage.also_in}
    return kept
