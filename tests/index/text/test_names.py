"""Names of people in a text."""

from __future__ import annotations

import pytest

from index.text.names import headline, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("GM GM But GM investors liked it.", {"GM"}),
        ("Ejemplo Ejemplo said that the bridge was safe.", {"Ejemplo"}),
        ("Ana Muster Muster said that the bridge was safe.", {"Ana Muster Muster"}),
    ],
)
def test_a_word_left_twice_is_no_doubled_name(text: str, names: set[str]) -> None:
    """A name that stands twice in a row is read once; two equal surnames behind a first name stay."""
    assert {named.name for named in names_in(text)} == names


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Vale’s Ana Muestra Forced to Quit in Coup d’État", True),
        ("Ana Muestra Slams Critics After al-Hoja Vote", True),
        ("Ana Muestra Signs the eHealth Bill", True),
        ("Ana Muestra said that the mayor would sign the Health Bill", False),
    ],
)
def test_a_headline_holds_capitals_behind_an_elision(text: str, *, is_one: bool) -> None:
    """A line is a headline whatever stands before a word's capital, so that its verbs lengthen no name."""
    assert headline(text) is is_one
