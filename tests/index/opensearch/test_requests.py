"""How often the engine is asked: for a search, for a question, for a text that is verified."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from published_libraries import write_trial
from real_cluster import Cluster

from bot.answering.respond import Question, respond
from bot.answering.verification import verify
from bot.asking.query import make_query
from index.embedded import open_library
from index.open import LibraryAt, publish
from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options
from index.opensearch.reader import open_published

Connect = Callable[[Options], Connection]
FILES = 120  # more than the texts that are fetched in one request


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which every request to the engine is added."""
    requests: list[str] = []
    whole = Connection._whole

    def counted(
        self: Connection, work: Callable[[object], object], check: Callable[[object], object]
    ) -> object:
        requests.append(work.__qualname__)
        return whole(self, work, check)

    monkeypatch.setattr(Connection, "_whole", counted)
    return requests


@pytest.fixture
def harbour(tmp_path: Path, one_node: Cluster) -> Iterator[LibraryAt]:
    """Return a published library of many files with headings."""
    library = tmp_path / "library"
    library.mkdir()
    for number in range(FILES):
        text = f"# Pier {number}\n\nThe pier of berth{number} was\tbuilt\u00a0by crew {number % 7}.\n"
        (library / f"{number:03}.md").write_text(text, "utf-8")
    odd = f"The crew wrote {'x' * 300}end and *bold* words? in C:\\files once.\n"
    (library / "odd.txt").write_text(odd, "utf-8")
    place = LibraryAt(library, tmp_path / "index", one_node.options())
    publish(place)
    yield place


def test_a_search_is_one_request(harbour: LibraryAt, connect: Connect, asked: list[str]) -> None:
    """What is ranked comes with its rows: nothing is fetched after a search."""
    assert harbour.published is not None
    index = open_published(connect(harbour.published))
    query = make_query("Which berth77 was built, and which berth78?")
    index.known("pier")
    asked.clear()
    assert len(index.search(query, 100)) == 100
    assert len(asked) == 1


def test_a_question_is_four_requests(
    tmp_path: Path, one_node: Cluster, connect: Connect, asked: list[str]
) -> None:
    """The first question costs at most four requests in the mean, besides opening; later ones three."""
    library, questions = write_trial(tmp_path / "library")
    options = one_node.options()
    publish(LibraryAt(library, tmp_path / "index", options))
    fresh = [open_published(connect(options)) for _ in range(20)]
    asked.clear()
    for index, text in zip(fresh, questions, strict=False):
        respond(index, Question(text))
    assert len(asked) / 20 <= 4
    index = open_published(connect(options))
    asked.clear()
    for text in questions[:40]:
        respond(index, Question(text))
    assert len(asked) / 40 <= 3


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("The pier of berth77 was built by crew 0.", 4),  # whole
        ("pier of berth77 was built", 4),  # without its end
        ("erth101", 4),  # a part of a word
        ("erth101 wa", 4),  # parts of two
        ("Pier 33", 4),  # a heading
        ("THE PIER OF BERTH77", 4),  # other letters
        ("pier of berth500 was built", 5),  # nowhere
        ("x" * 40 + "end and", 4),  # the end of what no engine holds as a word
        ("wrote " + "x" * 300, 4),
        ("*bold*", 4),  # signs that patterns are made of
        ("words? in", 4),
        ("C:\\fil", 4),
        ("he pier of bert", 9),  # in many
        ("was built by crew 3.", 9),
        ("\ud800 of berth77", 9),  # half a pair, by which an engine finds nothing
        ("berth77\ud800", 9),
    ],
)
def test_a_text_is_verified_in_few_requests(
    harbour: LibraryAt, connect: Connect, asked: list[str], text: str, most: int
) -> None:
    """Words are found wherever the embedded index finds them, and without fetching every document."""
    assert harbour.published is not None
    embedded = open_library(harbour.library, harbour.index_dir)
    index = open_published(connect(harbour.published))
    index.files()
    index.known("pier")
    asked.clear()
    assert repr(verify(index, text)) == repr(verify(embedded, text))
    assert len(asked) <= most
