"""How much of a text is never quoted, and why: what an operator is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from index.model import QUOTABLE, Paragraph, Role

_MUCH = 1 / 3  # of a document's characters
_WHY = {
    Role.JUNK: "furniture of the page (menus, appeals, forms, lists of other texts)",
    Role.NOTE: "lines about the text (by-lines, days, addresses, notes)",
    Role.HEADING: "headings",
}


def sizes_of(paragraphs: Iterable[Paragraph]) -> Mapping[str, int]:
    """Return how many characters stand in the paragraphs of each role."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        found[paragraph.role] += paragraph.end - paragraph.start
    return found


def never_quoted(sizes: Mapping[str, int]) -> str | None:
    """Return how much of some text is never quoted and why, None when all of it may be."""
    whole = sum(sizes.values())
    kinds = [(role, size) for role, size in sizes.items() if role not in QUOTABLE and size]
    lost = sum(size for _, size in kinds)
    if not lost:
        return None
    why = ", ".join(
        f"{_share(size, whole)} {_WHY[Role(role)]}" for role, size in sorted(kinds, key=lambda kind: -kind[1])
    )
    return f"{_share(lost, whole)} of the text is never quoted: {why}"


def much_unquoted(sizes: Mapping[str, int]) -> str | None:
    """Return the same where it is so much that an editor should look."""
    lost = sum(size for role, size in sizes.items() if role not in QUOTABLE)
    return never_quoted(sizes) if lost > _MUCH * sum(sizes.values()) else None


def _share(size: int, whole: int) -> str:
    share = 100 * size / whole
    return f"{share:.0f} %" if share >= 1 else "under 1 %"
