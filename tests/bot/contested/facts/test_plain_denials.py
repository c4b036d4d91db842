"""A deed that one voice denies and another affirms, without a name in it. All texts are made up."""

from __future__ import annotations

import pytest
from made_up_libraries import Library, libraries, parted, quarrels

TABLE = libraries("denials.txt")


@pytest.mark.parametrize("library", [each for each in TABLE if each.sides], ids=lambda each: each.id)
def test_what_one_affirms_and_another_denies_is_listed(library: Library) -> None:
    """Cause, use, protection, what it is: both sides stand under positions of one point."""
    assert parted(library)


@pytest.mark.parametrize("library", [each for each in TABLE if not each.sides], ids=lambda each: each.id)
def test_what_only_looks_like_a_denial_is_none(library: Library) -> None:
    """Another kind, time, place, part or possibility makes no quarrel."""
    assert [(point.id, [each.label for each in point.positions]) for point in quarrels(library)] == []
