"""What people gathered for: a march is no concert, however many came to either."""

from __future__ import annotations

from functools import cache
from typing import Any

from index.text.tokens import Phrases, read_tokens, sorted_by_kind
from index.words import table


@cache
def _kinds() -> Phrases[str]:
    data: Any = table("gatherings")
    return sorted_by_kind(data["kinds"])


def gathered_apart(one: str, other: str) -> bool:
    """Whether two sentences each name a gathering, and none in common."""
    mine, theirs = (
        frozenset(kind for _, _, kind in _kinds().hits(read_tokens(text).words)) for text in (one, other)
    )
    return bool(mine and theirs and mine.isdisjoint(theirs))
