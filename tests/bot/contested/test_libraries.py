"""What a library lists without a question: every quarrel of the made-up libraries, and no near-miss."""

from __future__ import annotations

import pytest
from made_up_libraries import Library, libraries, parted, quarrels

LIBRARIES = [*libraries(), *libraries("denials.txt")]
TRIPLES = libraries("triples.txt")


@pytest.mark.parametrize("library", [each for each in LIBRARIES if each.sides], ids=lambda each: each.id)
def test_a_quarrel_is_listed(library: Library) -> None:
    """Both sides stand under positions of one point."""
    assert parted(library)


@pytest.mark.parametrize("library", [each for each in LIBRARIES if not each.sides], ids=lambda each: each.id)
def test_a_near_miss_is_none(library: Library) -> None:
    """What only looks like a quarrel is not listed."""
    assert [(point.id, [each.label for each in point.positions]) for point in quarrels(library)] == []


def test_both_kinds_are_many_enough() -> None:
    """There are quarrels and near-misses, with different ids."""
    assert len({each.id for each in LIBRARIES}) == len(LIBRARIES)
    assert min(sum(bool(each.sides) is wanted for each in LIBRARIES) for wanted in (True, False)) >= 4


@pytest.mark.parametrize("triple", TRIPLES, ids=lambda each: each.id)
def test_news_that_agree_make_no_quarrel(triple: Library) -> None:
    """Rounding, another hour, a part, another place: nothing is listed or shown as differing."""
    assert [(point.id, [each.label for each in point.positions]) for point in quarrels(triple)] == []


def test_the_triples_are_whole() -> None:
    """There are thirty and more, of three texts each, with a question."""
    assert len(TRIPLES) >= 30 and all(len(each.texts) == 3 and each.question for each in TRIPLES)
