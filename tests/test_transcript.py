"""The transcript in docs: fifteen questions to the bundled library and the screens that answer them."""

from __future__ import annotations

import os
from pathlib import Path

from bot.answering.respond import Question, respond
from bot.render.terminal import Screen, answer_text
from index.bundled import bundled_library
from index.embedded import open_library

TRANSCRIPT = Path(__file__).parents[1] / "docs" / "transcript.md"
DRAW = bool(os.environ.get("QUOTH_DRAW"))  # read before the tests' settings are cleared
SCREEN = 24  # lines
HEAD = """# Fifteen questions and their screens

The bundled library of digests, asked in a terminal of 80 columns. `tests/test_transcript.py` compares this
page with what the program prints, and with `QUOTH_DRAW=1` writes it anew.
"""
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("Who is the US ambassador in Lima?",),
    ("When did she meet the defence minister?", "Who is the US ambassador in Lima?"),
    ("How many people were killed in the protests?",),
    ("Was it a coup?",),
    ("Why were people protesting?",),
    ("What did Gustavo Petro say?",),
    ("What does Mexico's president think of the removal of Castillo?",),
    ("How long was Castillo sentenced to pre-trial detention?",),
    ("Which countries did not recognise Boluarte?",),
    ("How many presidents has Peru had since 2016?",),
    ("¿Quién sucedió a Pedro Castillo?",),
    ("¿Cuántos muertos hubo en Juliaca?",),
    ("¿Qué dijo la OEA?",),
    ("What is the best recipe for ceviche?",),
    ("thanks!",),
)


def test_the_transcript_is_what_the_program_prints(tmp_path: Path) -> None:
    """Each of fifteen natural questions has the screen that the page shows, and it fits one screen."""
    index = open_library(bundled_library(), tmp_path)
    parts = [HEAD]
    for text, *context in QUESTIONS:
        screen = answer_text(respond(index, Question(text, context=tuple(context))), Screen(80)).rstrip()
        before = "".join(f' --context "{each}"' for each in context)
        parts.append(f'```text\n$ quoth "{text}"{before}\n{screen}\n```\n')
        assert len(screen.splitlines()) <= SCREEN, text
    page = "\n".join(parts)
    if DRAW:
        TRANSCRIPT.write_text(page, "utf-8")
    assert page == TRANSCRIPT.read_text("utf-8")
