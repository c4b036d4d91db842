"""Copies, and what one author signs, count as one source."""

from __future__ import annotations

import pytest

from bot.independence import independent_sources


@pytest.mark.parametrize(
    ("texts", "sources"),
    [
        ([], 0),
        ([("a", ()), ("b", ())], 2),
        ([("a", ()), ("a", ("Ada Wray",))], 1),
        ([("a", ("Ada Wray",)), ("b", ("ADA WRAY",))], 1),
        ([("a", ("Ada Wray",)), ("b", ("Otto Penn",))], 2),
        ([("a", ("Ada",)), ("b", ("Ada",))], 2),
        ([("a", ("Ada Wray",)), ("b", ("Otto Penn",)), ("c", ("Otto Penn", "Ada Wray"))], 1),
    ],
)
def test_what_is_one_source(texts: list[tuple[str, tuple[str, ...]]], sources: int) -> None:
    """Texts of one group or with an author of one full name in common are one source, however joined."""
    assert independent_sources(texts) == sources
