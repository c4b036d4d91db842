"""Dates of publication in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.asking.filters import read_filters
from index.embedded import EmbeddedIndex, open_library
from index.model import Scope

DATED = "---\noutlet: Coast Courier\npublished: {}\n---\n\nThe ferry was sold, the council said.\n"


@pytest.fixture
def index(library: Callable[..., Path]) -> EmbeddedIndex:
    """Return the index of two articles, one of each year."""
    folder = library({"a.md": DATED.format("2022-12-03"), "b.md": DATED.format("2023-01-10")})
    return open_library(folder)


@pytest.mark.parametrize(
    ("question", "after", "before"),
    [
        ("Anything published on 10 January 2023 about the ferry?", "2023-01-10", "2023-01-10"),
        ("articles from December 2022 about the ferry", "2022-12-01", "2022-12-31"),
        ("What did the Coast Courier write in January about the ferry?", "2023-01-01", "2023-01-31"),
        ("sources after 3 December 2022 on the ferry", "2022-12-04", None),
        ("texts before 2023 on the ferry", None, "2022-12-31"),
        ("¿Qué publicó Coast Courier en diciembre de 2022 sobre el ferry?", "2022-12-01", "2022-12-31"),
    ],
)
def test_a_date_beside_publishing_is_that_of_the_source(
    index: EmbeddedIndex, question: str, after: str | None, before: str | None
) -> None:
    """Days, months and years, before and after, in both languages; a month takes the library's year."""
    scope = read_filters(index, question).scope
    assert (scope.after, scope.before) == (after, before)


@pytest.mark.parametrize(
    "question", ["What happened to the ferry in December 2022?", "Who marched in March?"]
)
def test_a_date_of_what_happened_filters_nothing(index: EmbeddedIndex, question: str) -> None:
    """Only publishing makes a date a filter."""
    assert read_filters(index, question).scope == Scope()
