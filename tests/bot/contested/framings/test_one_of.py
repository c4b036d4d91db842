"""Who asks for one of several things by a label asks for that, not for what the matter is called."""

from __future__ import annotations

import pytest
from made_up_points import ask, passage

from bot.answer import Kind

PASSAGES = (
    passage("They called it a coup against Mayor Ejemplo.", "a", "2023-01-01"),
    passage("There the assembly impeached Mayor Ejemplo.", "b", "2023-01-02"),
    passage("The guild of Ardale sided with the coup against Mayor Ejemplo.", "c", "2023-01-03"),
)


@pytest.mark.parametrize(
    ("question", "called"),
    [
        ("Which old guild sided with the coup against Mayor Ejemplo?", False),
        ("Which side of the coup against Mayor Ejemplo is right?", True),
        ("Was there a coup against Mayor Ejemplo?", True),
    ],
)
def test_one_of_several_is_no_name_for_the_matter(question: str, called: bool) -> None:
    """What the matter is called is set side by side where it is asked for, not where a guild is."""
    assert any(point.kind is Kind.FRAMING for point in ask(question, *PASSAGES)) is called
