"""What people gathered for: a march is no concert, however many came to either."""

from __future__ import annotations

from index.text.tokens import kinds_of


def gathered_apart(one: str, other: str) -> bool:
    """Whether two sentences each name a gathering, and none in common."""
    mine, theirs = (kinds_of("gatherings", "kinds").values_in(text) for text in (one, other))
    return bool(mine and theirs and mine.isdisjoint(theirs))
