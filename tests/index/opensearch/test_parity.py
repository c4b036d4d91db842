"""A published library says what the embedded one says, to the letter."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from published_libraries import answers, change, contested, held, verified, write_trial
from real_cluster import Cluster

from index.embedded import EmbeddedIndex, open_library
from index.open import LibraryAt, publish
from index.opensearch import searching
from index.opensearch.connection import Connection
from index.opensearch.engine_options import Options
from index.opensearch.reader import PublishedIndex, open_published

Connect = Callable[[Options], Connection]


def _differences(
    embedded: EmbeddedIndex, published: PublishedIndex, questions: list[str], library: Path
) -> list[str]:
    """Return what the two say differently; print of how much."""
    texts = [each.paragraph.text for number, each in enumerate(embedded.export()) if number % 20 == 0]
    pairs = (
        (held(embedded), held(published)),
        (answers(embedded, questions), answers(published, questions)),
        (verified(embedded, texts), verified(published, texts)),
        (contested(embedded, library), contested(published, library)),
    )
    assert len(pairs[1][0]) >= 400
    wrong = [key for one, other in pairs for key in one if one[key] != other[key]]
    print(f"{[len(one) for one, _ in pairs]} compared, {len(wrong)} differ")  # noqa: T201
    return wrong


@pytest.mark.parametrize("shards", [1, pytest.param(3, marks=pytest.mark.long)])
def test_answers_are_those_of_the_embedded_index(
    tmp_path: Path, one_node: Cluster, connect: Connect, shards: int
) -> None:
    """Answers and all else are the same on one shard and three, before and after 50 changes of files."""
    library, questions = write_trial(tmp_path / "library")
    chance = random.Random(shards)  # noqa: S311
    for _ in range(40):
        change(library, chance)
    options = one_node.options()
    place = LibraryAt(library, tmp_path / "index", options)
    connection = connect(options)
    publish(place, shards=shards)
    with_changes = open_published(connection)
    embedded = open_library(library, tmp_path / "index")
    asked = [*questions, "What will the ferry cost?", "¿Cuánto costará el puente?", "Who spoke of the quay?"]
    assert _differences(embedded, with_changes, asked, library) == []
    embedded.close()
    for _ in range(5):
        for _ in range(10):
            change(library, chance)
        publish(place, shards=shards)
    embedded = open_library(library, tmp_path / "index")
    assert _differences(embedded, open_published(connection), asked, library) == []
    embedded.close()


def test_the_first_candidates_alone_are_not_enough(
    tmp_path: Path, one_node: Cluster, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the loop that proves the best paragraphs some searches differ: it is what makes them equal."""
    library = tmp_path / "library"
    library.mkdir()
    chance = random.Random(7)  # noqa: S311
    for number in range(150):
        words = " ".join(chance.choice(("ferry", "bridge", "quay", "sold", "old")) for _ in range(60))
        filler = " ".join(f"w{chance.randint(0, 400)}" for _ in range(chance.randint(1, 150)))
        (library / f"{number}.txt").write_text(f"Title {number}\n\n{words} {filler}.\n", "utf-8")
    options = one_node.options()
    publish(LibraryAt(library, tmp_path / "index", options), shards=3)
    embedded, published = open_library(library, tmp_path / "index"), open_published(connect(options))
    from bot.asking.query import make_query

    asked = [make_query(text) for text in ("ferry bridge", "quay sold", "old ferry quay", "bridge sold old")]

    def found(index: EmbeddedIndex | PublishedIndex) -> list[list[tuple[str, float]]]:
        return [
            [(passage.paragraph.id, round(passage.score, 9)) for passage in index.search(query, limit)]
            for query in asked
            for limit in (1, 5, 20)
        ]

    assert found(embedded) == found(published)
    monkeypatch.setattr(searching, "_LEAST_CANDIDATES", 1)
    monkeypatch.setattr(searching, "_SPARE", 0)
    assert found(embedded) == found(published)
    monkeypatch.setattr(searching, "_SLACK", -1.0)  # any bound proves anything: the loop never runs
    assert found(embedded) != found(published)
    embedded.close()
