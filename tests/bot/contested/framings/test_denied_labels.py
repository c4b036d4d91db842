"""A denial is a position of its own, beside those who use the word."""

from __future__ import annotations

from made_up_points import ask, of_kind, passage

from bot.answer import Kind
from bot.contested import library_points
from index.model import Mode, Voice

COUP = "What happened to Mayor Ana Ejemplo in Springfield was a coup by the garrison."
DENIED = "This was not a coup: Mayor Ana Ejemplo left Springfield of her own accord."


def test_who_denies_a_word_stands_against_who_uses_it() -> None:
    """Each is a position with its own words, and the denial is its author's own."""
    (point,) = of_kind(
        ask("Was the removal of Ana Ejemplo a coup?", passage(COUP, "a"), passage(DENIED, "b")), Kind.FRAMING
    )
    assert sorted(position.label for position in point.positions) == ["“coup”", "“not a coup”"]
    assert all(position.sources == 1 for position in point.positions)


def test_two_denials_are_no_quarrel() -> None:
    """Nobody who denies a word differs from another who denies it."""
    assert not of_kind(
        ask("Was the removal of Ana Ejemplo a coup?", passage(DENIED, "a"), passage(DENIED + " Yes.", "b")),
        Kind.FRAMING,
    )


def test_a_library_lists_the_denial() -> None:
    """Without a question, where both tell of one event."""
    points = library_points((passage(COUP, "a"), passage(DENIED, "b")), "en")
    assert [point.id for point in points if point.kind is Kind.FRAMING] == ["removal-from-office"]


def test_what_a_speaker_denies_between_marks_is_denied() -> None:
    """Marks around a word within somebody's speech take nothing from his denial of it."""
    text = "Olav Muster said that what happened to Mayor Ana Ejemplo in Springfield was not a “coup” at all."
    start = text.index("what")
    voices = (Voice(start, len(text), "Olav Muster", Mode.INDIRECT),)
    points = library_points((passage(COUP, "a"), passage(text, "b", None, voices)), "en")
    (point,) = [point for point in points if point.kind is Kind.FRAMING]
    assert any(position.label.startswith("“not a ") for position in point.positions)
