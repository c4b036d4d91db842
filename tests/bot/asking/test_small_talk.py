"""Small talk is told from questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from bot.asking.small_talk import SmallTalk, small_talk
from index.embedded import open_library


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Thanks!", SmallTalk.THANKS),
        ("¡Muchas gracias!", SmallTalk.THANKS),
        ("ok", SmallTalk.AGREED),
        ("HELLO", SmallTalk.HELLO),
        ("You are wrong.", SmallTalk.DOUBTED),
        ("You’re wrong", SmallTalk.DOUBTED),
        ("¿Quién eres?", SmallTalk.SELF),
        ("No, gracias", SmallTalk.REFUSED),
    ],
)
def test_a_line_of_small_talk(line: str, kind: SmallTalk) -> None:
    """Case, marks and accents aside the whole line is one that people type."""
    said = small_talk(line)
    assert said is not None and said.kind is kind


@pytest.mark.parametrize("line", ["Who thanks the mayor?", "Is it fine in Ardale?", "Why stop?", "", "👍"])
def test_what_may_be_a_question_is_none(line: str) -> None:
    """A line that says more than a phrase is looked for."""
    assert small_talk(line) is None


@pytest.mark.parametrize(
    ("line", "reply"), [("thanks", "You are welcome."), ("gracias", "De nada."), ("ok", "Ask on,")]
)
def test_it_gets_a_short_reply_without_quotes(
    library: Callable[[Mapping[str, str]], Path], line: str, reply: str
) -> None:
    """In the language of the line; where it is of both, in that of the question before, else in English."""
    folder = library({"a.txt": "The bridge of Ardale will cost two million crowns, the mayor said.\n"})
    index = open_library(folder, folder / ".quoth")
    context = ("What will the bridge cost?",)
    answer = respond(index, Question(line, context=context))
    assert answer.status is Status.NOTHING_FOUND and answer.reply and not answer.quotes
    assert (answer.reason or "").startswith(reply)
