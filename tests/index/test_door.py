"""The doors of an index: another engine behind them gives the same answers."""

from __future__ import annotations

from pathlib import Path

from bot.answering.respond import Question, respond
from bot.render.jsonout import answer_object
from index.door import Index
from index.embedded import open_library
from index.model import Scope
from tests.answers_digest import _trial
from tests.index.memory_index import MemoryIndex


def _answer(index: Index, question: Question) -> object:
    """Return an answer without its scores, which sums in another order change in the last places."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items() if key not in {"score", "bearing"}}
        if isinstance(value, list | tuple):
            return [plain(each) for each in value]
        return value

    return plain(answer_object(respond(index, question)))


def test_an_engine_in_memory_answers_alike(tmp_path: Path) -> None:
    """Behind the same doors an index in memory, scored by rank_bm25, answers as the embedded one does."""
    library, questions = _trial(tmp_path / "library")
    embedded: Index = open_library(library, tmp_path / "index")
    memory: Index = MemoryIndex(embedded)
    asked = [Question(text) for text in questions[::6]]
    asked += [Question(questions[0], scope=Scope(language="es")), Question(questions[1], top=9)]
    assert [_answer(memory, each) for each in asked] == [_answer(embedded, each) for each in asked]
    assert memory.source_names() == embedded.source_names()
    assert memory.counts() == embedded.counts()
    assert list(memory.vocabulary("b")) == list(embedded.vocabulary("b"))
    assert memory.speakers() == embedded.speakers()
