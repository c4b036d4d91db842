"""What a small word is said to be, and not to be, where a question asks it. All texts are made up."""

import pytest
from made_up_points import ask, labels, of_kind, passage

from bot.answer import Kind


def called(question: str, one: str, other: str, language: str = "en") -> list[list[str]]:
    """Return the labels of the fact points of two articles."""
    texts = (passage(text, f"a{at}", "2012-05-03", (), language) for at, text in enumerate((one, other)))
    return [labels(point) for point in of_kind(ask(question, *texts, language=language), Kind.FACT)]


@pytest.mark.parametrize(
    ("question", "one", "other", "sides"),
    [
        (
            "Is it a merger of the two choirs of Delby?",
            '"This is a merger of equals," said Rolf Penn, who leads the choir of Delby.',
            '"This is not a merger, it is a takeover," said Ida Morrow, who left the choir of Delby.',
            ["“This is a merger of equals”", "“This is not a merger”"],
        ),
        (
            "Is it a loan or a gift to the Arle museum?",
            '"It’s a gift," said Rolf Penn of the Arle museum about the loan of the lamp.',
            '"It isn’t a gift," said Ida Morrow of the Arle museum about the loan of the lamp.',
            ["“It’s a gift”", "“It isn’t a gift”"],
        ),
        (
            "Was it a raid at the Copley dairy?",
            '"What happened at the Copley dairy was a raid," said Rolf Penn, who keeps it.',
            '"It was not a raid, it was a wake," said Ida Morrow, who cooks at the Copley dairy.',
            ["“What happened at the Copley dairy was a raid”", "“It was not a raid”"],
        ),
    ],
)
def test_who_says_it_is_so_and_who_that_it_is_not_stand_side_by_side(
    question: str, one: str, other: str, sides: list[str]
) -> None:
    """What "this" or "it" is, is told by the paragraph: who says so and who denies it are two positions."""
    assert called(question, one, other) == [sides]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "«Lo de los gatos del asilo de Mora fue un traslado», dijo Rolfo Peña, su director.",
            "«Lo de los gatos no fue un traslado, fue una expulsión», dijo Ida Morro, del asilo de Mora.",
            ["«Lo de los gatos del asilo de Mora fue un traslado»", "«Lo de los gatos no fue un traslado»"],
        ),
        (
            "Lo ocurrido con los gatos del asilo de Mora fue un traslado, dijo Rolfo Peña.",
            "«Eso no fue un traslado», dijo Ida Morro, que daba leche a los gatos del asilo de Mora.",
            ["«Lo ocurrido con los gatos del asilo de Mora fue un traslado»", "«Eso no fue un traslado»"],
        ),
    ],
)
def test_the_same_in_spanish(one: str, other: str, sides: list[str]) -> None:
    """What "lo de" or "eso" is stands beside that it is not."""
    question = "¿Fue un traslado lo de los gatos del asilo de Mora?"
    assert sides in called(question, one, other, "es")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # of another matter
            '"This is a merger," said Rolf Penn, who leads the choir of Delby.',
            '"This is not a merger," said Ida Morrow, who runs the bank of Lund.',
        ),
        (  # both say so
            '"This is a merger," said Rolf Penn, who leads the choir of Delby.',
            '"This is a merger and a shame," said Ida Morrow, who left the choir of Delby.',
        ),
        (  # it is more than that
            '"This is a merger," said Rolf Penn, who leads the choir of Delby.',
            '"This is not only a merger, it is a feast," said Ida Morrow of the choir of Delby.',
        ),
    ],
)
def test_no_quarrel_is_made_of_what_none_denies(one: str, other: str) -> None:
    """A denial of something else, or of nothing, is no side."""
    assert called("Is it a merger of the two choirs of Delby?", one, other) == []


def test_a_mark_or_a_describing_word_in_front_hides_no_denial() -> None:
    """Who denies what is asked denies it behind an opening mark or another word, too."""
    one = "The early closure of the Penby baths is a holiday for all, Rolf Penn said."
    other = "The early closure of the Penby baths is not a holiday at all, Ida Morrow said."
    sides = called("Is the closure of the Penby baths a holiday?", one, other)
    assert sides == [
        ["“closure of the Penby baths is a holiday”", "“closure of the Penby baths is not a holiday”"]
    ]
