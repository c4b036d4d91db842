"""What a question counts, and of whom, is told wherever in the question it stands."""

from __future__ import annotations

import pytest

from bot.asking.asked_amount import read_asked


@pytest.mark.parametrize(
    ("question", "language", "who", "doer"),
    [
        ("How many officers were injured?", "en", "police", ""),
        ("Were any officers injured, and if so how many?", "en", "police", ""),
        ("Officers injured: how many?", "en", "police", ""),
        ("¿Y policías lesionados, cuántos fueron?", "es", "police", ""),
        ("¿Cuántas personas mató la policía?", "es", "", "police"),
        ("How many people did police kill?", "en", "", "police"),
    ],
)
def test_a_group_is_counted_that_stands_before_or_behind(
    question: str, language: str, who: str, doer: str
) -> None:
    """Whom it befell is told from who did it, in front of "how many" too."""
    narrowed = read_asked(question, language).narrowed
    assert (narrowed.who, narrowed.doer) == (who, doer)


@pytest.mark.parametrize(
    ("question", "language", "grade"),
    [
        ("¿Cuántas personas fueron heridas en los ojos?", "es", "eyes"),
        ("How many people were hit by live ammunition?", "en", "shot"),
        ("How many people were injured?", "en", ""),
    ],
)
def test_a_kind_of_wound_narrows_a_count(question: str, language: str, grade: str) -> None:
    """Those hit in the eyes are some of the wounded: they are counted for themselves."""
    assert read_asked(question, language).narrowed.grade == grade
