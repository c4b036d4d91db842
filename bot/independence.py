"""How many independent sources texts are of: copies of one article, and what one author signs, are one."""

from __future__ import annotations

from collections.abc import Iterable

from index.text.terms import fold

_NAME = 2  # words of an author's full name: "Ana" may be anybody


def independent_sources(texts: Iterable[tuple[str, tuple[str, ...]]]) -> int:
    """Return how many independent sources some texts are of, each given by its group and its authors."""
    found: list[set[str]] = []
    for group, authors in texts:
        held = {group, *(f"by {fold(name)}" for name in authors if len(name.split()) >= _NAME)}
        joined = [each for each in found if not each.isdisjoint(held)]
        found = [each for each in found if each.isdisjoint(held)]
        found.append(held.union(*joined))
    return len(found)
