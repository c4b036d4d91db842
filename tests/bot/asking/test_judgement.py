"""Questions that ask for a judgement, and the sentences that judge."""

from __future__ import annotations

import pytest

from bot.asking.answer_kinds import judges
from bot.asking.asked import read_question


@pytest.mark.parametrize(
    "question",
    [
        "Should Ardale close the ferry?",
        "Was the lantern levy a good idea?",
        "Do the new weirs help the salmon at all?",
        "Is the Borvik dam dangerous?",
        "Is it enough if the villages pay?",
        "¿Debería Ardale cerrar la barca?",
        "¿Sirve de algo la tasa de faroles?",
        "¿Había que vender el molino?",
        "¿Les va a salir bien o mal a los pescadores?",
        "¿Es machista el reglamento?",
    ],
)
def test_a_question_asks_for_a_judgement(question: str) -> None:
    """Whether something ought to be, or is good or bad, is asked as a judgement."""
    assert read_question(question).judged


@pytest.mark.parametrize(
    "question",
    [
        "When should the ferry close?",
        "How much did the good harvest bring?",
        "What did Mara Quist say about the good idea?",
        "Did the ferry sink?",
        "¿Cuánto debe el molino?",
        "¿Quién dijo que la tasa era justa?",
        "¿Se hundió la barca?",
    ],
)
def test_other_questions_ask_for_no_judgement(question: str) -> None:
    """Who asks for a day, a sum, somebody's words or a fact wants no judgement."""
    assert not read_question(question).judged


def test_what_asks_for_a_judgement_need_not_be_held() -> None:
    """The words that ask are none of the matter; a judgement that is named is looked for."""
    assert {"good", "idea"} <= read_question("Was the levy a good idea?").asking
    assert "dangerous" not in read_question("Is the dam dangerous?").asking


@pytest.mark.parametrize(
    ("sentence", "judging"),
    [
        ("The levy was a terrible mistake.", True),
        ("They ought to have asked the millers.", True),
        ("La tasa ha sido un acierto.", True),
        ("Hay que devolver el dinero.", True),
        ("Is the levy a mistake?", False),
        ("¿Fue un error la tasa?»", False),
        ("The levy came into force on Tuesday.", False),
        ("La tasa entró en vigor el martes.", False),
    ],
)
def test_a_sentence_judges(sentence: str, judging: bool) -> None:
    """What calls something good or bad, or says what ought to be done, judges; what asks does not."""
    assert judges(sentence) is judging
