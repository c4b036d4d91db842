"""Addresses in a text, and the marks that stand for them."""

from __future__ import annotations

import pytest

from index.text.inline_links import link_marked, place_marked

TEXT = "The list <https://example.org/l> says<https://example.org/m>: open"


def test_places_are_those_of_the_same_characters() -> None:
    """Every character that is no part of an address is found again at its place among the marks."""
    shown = link_marked(TEXT)
    assert shown == "The list ↗ says ↗: open"
    kept = [*range(8), *range(TEXT.index(" says"), TEXT.index("<https://example.org/m")), len(TEXT) - 6]
    assert [shown[place_marked(TEXT, place)] for place in kept] == [TEXT[place] for place in kept]
    assert place_marked(TEXT, len(TEXT)) == len(shown)


@pytest.mark.parametrize("place", [9, 20, 31])
def test_within_an_address_a_place_is_behind_its_mark(place: int) -> None:
    """A part that begins or ends within an address begins or ends where its mark ends."""
    assert place_marked(TEXT, place) == len("The list ↗")
