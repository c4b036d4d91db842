"""The people of an article, whatever their names look like."""

from __future__ import annotations

import pytest

from index.grammar.roster import Roster


@pytest.mark.parametrize("full", ["Guild", "...", "Ana"])
def test_a_title_before_a_name_of_one_word(full: str) -> None:
    """A title before a name that stands for a single word, or for none, raises nothing."""
    roster = Roster(aliases={"GD": full})
    assert roster.resolve_titled("Mr.", "GD") == full
