"""Whether somebody whose words are asked for may speak, and where his words stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

WEIR = {
    "one.md": "The weir of Arvel may go this autumn, and Ana Ejemplo has asked the council to keep it.\n\n"
    "“It holds back the whole valley,” she said.\n",
    "two.md": "The weir of Borvik was mended in May.\n\nBerta Muster sells bread there.\n",
}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ana Ejemplo promised free ferries to all pupils of Arvel.", "What did Ana Ejemplo promise?"),
        ("The Moorhen inn closed because its roof leaked.", "Why did the Moorhen inn close?"),
    ],
)
def test_what_others_tell_of_somebody_answers(library: Callable[..., Path], text: str, question: str) -> None:
    """A promise is told without any words of it, and a reason by others: nobody need be quoted."""
    answer = respond(open_library(library({"one.md": f"{text}\n"})), Question(question))
    assert [claim.quote for claim in answer.claims] == [text]


def test_words_beside_the_matter_are_found(library: Callable[..., Path]) -> None:
    """What somebody says in the next paragraph need name neither the matter nor him."""
    answer = respond(open_library(library(WEIR)), Question("What did Ana Ejemplo say about the weir?"))
    assert any("holds back the whole valley" in claim.quote for claim in answer.claims)


def test_who_is_only_named_does_not_speak(library: Callable[..., Path]) -> None:
    """Somebody is named and nobody speaks: no words of his were found."""
    files = {"one.md": "The weir of Borvik was mended in May.\n\nBerta Muster of Borvik sells bread.\n"}
    question = Question("What did Berta Muster say about the weir?")
    assert respond(open_library(library(files)), question).status is Status.NOTHING_FOUND


@pytest.mark.parametrize(
    "question", ["What did the captain's family say?", "What did the widow of the miller demand?"]
)
def test_who_is_described_by_two_words_is_not_told_by_one(
    library: Callable[..., Path], question: str
) -> None:
    """A captain and a family of boats stand there: of the captain's family nothing is told."""
    pages = {
        "one.md": "Captain Ana Ejemplo sails well, said the harbour.\n\n"
        "The new family of boats has sails of wool.\n",
        "two.md": "The widow of the smith sells bread.\n\nThe miller of Arvel said that flour is dear.\n",
    }
    assert respond(open_library(library(pages)), Question(question)).status is Status.NOTHING_FOUND


@pytest.mark.parametrize("question", ["What did the Arvel company warn?", "What did the company Arvel warn?"])
def test_what_a_body_is_need_not_be_told_beside_its_name(library: Callable[..., Path], question: str) -> None:
    """The company Arvel speaks where Arvel does."""
    text = "Arvel, which makes soap by the river, warned that its boiler could burst any day.\n"
    answer = respond(open_library(library({"one.md": text})), Question(question))
    assert any("could burst" in claim.quote for claim in answer.claims)
