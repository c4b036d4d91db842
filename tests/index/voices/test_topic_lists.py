"""Words told topic by topic: the topic before the colon is spoken of, and does not speak."""

from __future__ import annotations

import pytest

from index.model import Paragraph, Role, Source
from index.voices import find_voices

SPANISH = (
    "Lena Arce habló de todo en la sala de prensa de Arvel.",
    "Otto Wray: «Es desleal, y eso para mí es un gran defecto. No lo quiero cerca».",
    "Su vuelta al puerto: «Estoy muy ilusionada y en forma, y no miro atrás».",
    "Críticas a la naviera: «Nadie me llamó en todo el invierno, ni una carta».",
    "La cofradía: «No hay nada que arreglar, la idea es la misma de siempre».",
)
ENGLISH = (
    "Lena Arce spoke of everything at the press table of Arvel.",
    "Otto Wray: “He is disloyal, and that is a great fault to me. I do not want him near.”",
    "On her return to the port: “I am in form and I do not look back.”",
    "The letters of the guild: “Nobody called me all winter, not once.”",
    "Her advice to rowers: “There is nothing to mend, row as you always did.”",
)
TALK = (
    "Lena Arce: “I am in form and I do not look back.”",
    "Otto Wray: “Nobody called me all winter, not once.”",
    "Lena Arce: “There is nothing to mend, is there?”",
    "Otto Wray: “I do not know what you mean.”",
)


def speakers(texts: tuple[str, ...], language: str) -> set[str | None]:
    """Return who is said to speak in the paragraphs of an article but the first."""
    rows = [
        Paragraph("a", "a.txt", number, 0, len(text), Role.BODY, language, text)
        for number, text in enumerate(texts, start=1)
    ]
    found = find_voices(rows, Source(language=language))
    return {voice.speaker for row in found[1:] for voice in row}


@pytest.mark.parametrize(("texts", "language"), [(SPANISH, "es"), (ENGLISH, "en")])
def test_a_topic_does_not_speak(texts: tuple[str, ...], language: str) -> None:
    """Whoever a topic names is not said to speak, for his critic may; nor is a contract or a guild."""
    assert speakers(texts, language) == {None}


def test_who_is_told_to_speak_before_a_colon_speaks() -> None:
    """A sentence that says who speaks is no topic, however many of them an article has."""
    texts = tuple(
        f"The {place} guild has said: “We row at dawn, all of us.”" for place in ("Arvel", "Keld", "Tisk")
    )
    assert None not in speakers(("It rained.", *texts), "en")


def test_names_before_quotations_speak() -> None:
    """Where the labels are names, each speaks."""
    assert speakers(TALK, "en") == {"Lena Arce", "Otto Wray"}
