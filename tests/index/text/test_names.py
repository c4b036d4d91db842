"""Names of people in a text."""

from __future__ import annotations

import pytest

from index.text.names import names_in


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
