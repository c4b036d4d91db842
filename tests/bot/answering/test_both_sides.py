"""An answer with its sides: the second look, and what is said where only one source speaks."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from bot.render.chat_text import render
from bot.render.jsonout import answer_json
from bot.render.terminal import Screen, answer_text
from index.embedded import open_library

ONE = (
    "---\ntitle: The bridge\nauthors: [Ana Ejemplo]\noutlet: The Gazette\npublished: 2020-05-01\n---\n\n"
    "At least forty carts crossed the bridge on the first day. "
    "Fewer than thirty carts crossed the bridge on the first day, other reports say.\n\n"
    "The ferry of Shelbyville is painted green.\n"
)
COPY = ONE.replace("outlet: The Gazette\n", "reposted_by: Shelbyville Reader\n")
OTHER = (
    "---\ntitle: Carts\noutlet: Coast Courier\npublished: 2020-05-02\n---\n\n"
    "Some 25 carts crossed the bridge of Springfield on the first day.\n"
)
LONE = {
    "en": "Only one source in these documents speaks on this.",
    "es": "Solo una fuente de estos documentos habla de esto.",
}


def doors(folder: Path, question: str, language: str = "en") -> tuple[str, str, list[str]]:
    """Return what terminal and messenger show for a question, and the notes of the JSON."""
    answer = respond(open_library(folder, folder / ".quoth"), Question(question, language))
    chat = "\n".join(message.text for message in render(answer))
    return answer_text(answer, Screen(200)), chat, json.loads(answer_json(answer))["notes"]


@pytest.mark.parametrize("files", [{"a.md": ONE}, {"a.md": ONE, "copy.md": COPY}])
@pytest.mark.parametrize("language", ["en"])
def test_a_lone_source_on_a_contested_point_is_said_to_be_one(
    library: Callable[[Mapping[str, str]], Path], files: Mapping[str, str], language: str
) -> None:
    """Where only one source, with its copies, gives rival figures, every door says so."""
    screen, chat, notes = doors(
        library(files), "How many carts crossed the bridge on the first day?", language
    )
    assert LONE[language] in screen and LONE[language] in chat
    assert notes.count(LONE[language]) == 1


def test_two_sources_are_not_said_to_be_one(library: Callable[[Mapping[str, str]], Path]) -> None:
    """Where a second independent source speaks, nothing is said of a lone one."""
    _, _, notes = doors(
        library({"a.md": ONE, "b.md": OTHER}), "How many carts crossed the bridge on the first day?"
    )
    assert notes == []
