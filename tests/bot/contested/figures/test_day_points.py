"""Days that two sources give for what is asked: only for one deed. All texts are made up."""

import pytest
from made_up_points import ask, labels, of_kind, passage

from bot.answer import Kind


@pytest.mark.parametrize(
    ("question", "one", "other", "days", "language"),
    [
        (  # another deed, weeks before
            "When did the Arle baths reopen?",
            "The Arle baths were closed on 2 May for repairs.",
            "The Arle baths reopened on 10 June with a new roof.",
            [],
            "en",
        ),
        (
            "¿Cuándo se hundió la barca Rosalía?",
            "La barca Rosalía se hundió el 1 de mayo frente a Mora.",
            "La barca Rosalía fue reflotada el 2 de junio en Mora.",
            [],
            "es",
        ),
        (  # one deed in other words, a day apart
            "When did the fire at the Lund mill start?",
            "The fire at the Lund mill started on 2 May, the miller said.",
            "The blaze at the Lund mill broke out on 1 May, the firemen said.",
            [["“2 May”", "“1 May”"]],
            "en",
        ),
        (
            "When did the Arle baths reopen?",
            "The Arle baths reopened on 2 May with a new roof.",
            "The Arle baths reopened on 10 June with a new roof.",
            [["“2 May”", "“10 June”"]],
            "en",
        ),
    ],
)
def test_days_of_two_deeds_are_no_quarrel(
    question: str, one: str, other: str, days: list[list[str]], language: str
) -> None:
    """What closed on one day and opened again on another has no two days of either deed."""
    texts = (passage(text, f"t{at}", "2012-06-14", language=language) for at, text in enumerate((one, other)))
    shown = of_kind(ask(question, *texts, language=language), Kind.FIGURE)
    assert [labels(point) for point in shown] == days
