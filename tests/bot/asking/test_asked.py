"""A question is read once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.asking.asked import read_question

ROOT = Path(__file__).parents[3]
# What asks a question for its wording: in these rooms only through ``Asked``.
ROOMS = ("widening", "finding")
READ = re.compile(r"\bquery\.text\b|\bquestion\.text\b")


@pytest.mark.parametrize("room", ROOMS)
def test_no_later_room_reads_the_question_again(room: str) -> None:
    """Widening and finding know a question by what was read from it, never by its text."""
    wrong = [path.name for path in (ROOT / "bot" / room).glob("*.py") if READ.search(path.read_text("utf-8"))]
    assert not wrong


def test_what_a_question_says() -> None:
    """Kind, names, speaker and wording are all there after one reading."""
    asked = read_question("¿Qué dijo Ana Ejemplo sobre el Túnel de Ardale?")
    assert asked.language == "es" and asked.speech and not asked.views
    assert asked.speaker is not None and asked.speaker.named
    assert asked.speaker.names == (("ana", "ejemplo"),)
    assert asked.as_written("tunel") == "Túnel"
    assert asked.said is None and asked.question
    assert read_question("How many carts crossed?").sided


@pytest.mark.parametrize(
    "question",
    ["What did the miller say when the mill closed?", "¿Qué dijo la molinera cuando cerró el molino?"],
)
def test_a_question_word_behind_another_asks_for_nothing(question: str) -> None:
    """Within "what did they say when" the second question word asks for no day."""
    assert read_question(question).kind is None


@pytest.mark.parametrize(
    "question",
    [
        "What did Ana Prueba complain about?",
        "How does Ana Prueba justify the toll?",
        "What did Ana Prueba criticise in the plan?",
        "¿De qué se quejó Ana Prueba?",
        "¿Qué contestó Ana Prueba sobre el muelle?",
        "¿Qué reprochó Ana Prueba al concejo?",
    ],
)
def test_whoever_complains_or_answers_is_asked_for_his_words(question: str) -> None:
    """A question by any verb of speaking asks for the words of whom it names."""
    asked = read_question(question)
    assert asked.speaker is not None and asked.speaker.words == {"ana", "prueba"}
