"""How many independent sources texts are of: copies of one article, and what one author signs, are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from index.text.terms import fold

_NAME = 2  # words of an author's full name: "Ana" may be anybody


def independent_sources(texts: Iterable[tuple[str, tuple[str, ...]]]) -> int:
    """Return how many independent sources some texts are of, each given by its group and its authors."""
    found: list[frozenset[str]] = []
    for group, authors in {*texts}:
        held = _signed(group, authors)
        joined = [each for each in found if each & held]
        found = (
            [*(each for each in found if not each & held), held.union(*joined)] if joined else [*found, held]
        )
    return len(found)


@lru_cache(maxsize=1024)
def _signed(group: str, authors: tuple[str, ...]) -> frozenset[str]:
    """Return what a text shares with others of its source: its group, and the full names of its authors."""
    return frozenset({group, *(f"by {fold(name)}" for name in authors if len(name.split()) >= _NAME)})
