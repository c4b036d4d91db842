"""English or Spanish."""

from __future__ import annotations

import pytest

from index.text.language_of import language_of, main_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed by the council on Friday.", "en"),
        ("El puerto fue cerrado el viernes por el concejo.", "es"),
        ("Who pays for it?", "en"),
        ("¿Quién lo paga?", "es"),
        ("Nadie avisó a los pescadores", "es"),
        ("According to the ministry, “la obra sigue” until Easter.", "en"),
        ("Según el ministerio, the works siguen hasta la Pascua y nadie sabe más.", "es"),
        ("Springfield", None),
        ("42", None),
        ("Pudding", None),
        ("Ciudad", None),
        ("", None),
        ("😀 ???", None),
    ],
)
def test_language_is_told_or_left_open(text: str, language: str | None) -> None:
    """A sentence is English or Spanish by its words; what gives no sign stays unknown."""
    assert language_of(text) == language


def test_main_language_is_the_most_frequent() -> None:
    """Of several, the language that most are; a tie is always broken the same way."""
    assert main_language(["es", None, "en", "es"]) == "es"
    assert main_language([None]) is None
    assert main_language(["es", "en"]) == main_language(["en", "es"])


def test_long_texts_cost_no_more() -> None:
    """Only the beginning of a long text is looked at."""
    assert language_of("the harbour is closed " * 200_000) == "en"
