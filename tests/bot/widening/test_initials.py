"""Initials that no text has, for a name that a text has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

FERRY = (
    "# The ferry\n\nThe Ardale Ferry Board said in March that the ferry had lost money in two years.\n\n"
    "The mayor of Ogdenville called the report on the ferry a mistake.\n"
)


def test_initials_are_read_as_the_name_that_spells_them(library: Callable[..., Path]) -> None:
    """AFB is the Ardale Ferry Board, also where no text writes AFB; other initials stay unknown."""
    index = open_library(library({"ferry.md": FERRY}))
    assert (
        "Ardale Ferry Board"
        in respond(index, Question("What did the AFB say about the ferry?")).claims[0].quote
    )
    assert respond(index, Question("What did the XYZ say about the ferry?")).status is Status.NOTHING_FOUND
