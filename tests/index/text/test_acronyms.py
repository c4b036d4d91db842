"""Names and their initials."""

from __future__ import annotations

import pytest

from index.text.acronyms import Spelling, name_behind, spellings


@pytest.mark.parametrize(
    ("text", "initials", "name"),
    [
        ("The Organisation of Ruritanian States (ORS) met.", "ORS", "Organisation of Ruritanian States"),
        ("The ORS (Organisation of Ruritanian States) met.", "ORS", "Organisation of Ruritanian States"),
        ("La Organización de Estados Ruritanos (OER) llamó.", "OER", "Organización de Estados Ruritanos"),
        ("La Órgano Único de Aldea (OUA) llamó.", "OUA", "Órgano Único de Aldea"),
        ("Yesterday The Great Harbour Union (GHU), too.", "GHU", "Great Harbour Union"),
        ("Lower Springfield (USA) is far.", "USA", None),
        ("The GHU (and its friends) met.", "GHU", None),
    ],
)
def test_initials_are_spelt_in_either_order(text: str, initials: str, name: str | None) -> None:
    """A name counts beside its initials, one of the two in brackets, when its capitals spell them."""
    assert name_behind(text, initials) == name


def test_what_is_not_spelt_is_told_apart() -> None:
    """A name in another language than its initials is given, and said not to spell them."""
    assert list(spellings("The Union of Fishers (SUF) met.")) == [
        Spelling("SUF", "The Union of Fishers", False)
    ]
