"""An index of several files, some of it dead, answers as one file of the living: same scores, same order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from index.embedded.postings import Postings, Segment, Segments, build, open_postings
from index.errors import StoreDamaged
from tests.index.embedded.postings.postings_checks import WAYS, go

PARAGRAPHS = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=9), max_size=25)
QUESTIONS = st.lists(
    st.tuples(st.sampled_from("abcdefghz"), st.sampled_from([0.0, 0.3, 1.0, 2.0])), max_size=6
)


def ranges(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return numbers as ranges of one each."""
    return tuple((number, number + 1) for number in numbers)


def make(
    folder: Path, parts: Sequence[Sequence[Sequence[str]]], dead: set[int], *, vector: bool
) -> tuple[Segments, Postings, list[int]]:
    """Return the parts as one index, the living alone as one file, and the number of each in the parts."""
    segments, base = [], 0
    graves: list[Sequence[str]] = []
    for number, part in enumerate(parts):
        build(part, folder / f"part{number}")
        gone = [at for at in range(len(part)) if base + at in dead]
        graves += [part[at] for at in gone]
        segments.append(Segment(folder / f"part{number}", len(part), ranges(gone)))
        base += len(part)
    if graves:
        build(graves, folder / "grave")
    every = [words for part in parts for words in part]
    living = [number for number in range(len(every)) if number not in dead]
    build([every[number] for number in living], folder / "whole")
    index = Segments(
        segments,
        folder / "grave" if graves else None,
        lambda numbers: {number: number for number in numbers},
        vector=vector,
    )
    return index, open_postings(folder / "whole"), living


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(PARAGRAPHS, min_size=1, max_size=4),
    questions=st.lists(QUESTIONS, min_size=1, max_size=3),
    limit=st.integers(1, 40),
    chance=st.randoms(use_true_random=False),
    vector=st.booleans(),
    some=st.booleans(),
    way=st.sampled_from(WAYS),
)
def test_parts_answer_as_the_whole(
    tmp_path: Path,
    parts: list[list[list[str]]],
    questions: list[list[tuple[str, float]]],
    limit: int,
    chance: random.Random,
    vector: bool,
    some: bool,
    way: str,
) -> None:
    """Whatever is added in further files or dies, scores and order are those of the living."""
    total = sum(map(len, parts))
    dead = {number for number in range(total) if chance.random() < 0.2}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.embedded.postings.segments.SMALL", 1)
        go(patch, way)
        index, single, living = make(tmp_path, parts, dead, vector=vector)
        allowed = [number for number in living if number % 2] if some else None
        own = None if allowed is None else [living.index(number) for number in allowed]
        assert index.size == len(living)
        assert [*index.terms_with_prefix("")] == [*single.vocabulary()]
        for question in questions:
            expected = [(living[number], score) for number, score in single.search(question, limit, own)]
            assert index.search(question, limit, allowed) == expected
            assert all(index.frequency(term) == single.frequency(term) for term, _ in question)


@pytest.mark.parametrize("way", ["plain", *WAYS])
def test_a_large_part_and_small_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Scores over a large file, a small one with longer paragraphs, and graves are rank_bm25's."""
    rng = random.Random(4)  # noqa: S311
    words = [f"w{number}" for number in range(3000)]
    large = [[words[int(3000 * rng.random() ** 3)] for _ in range(rng.randint(1, 30))] for _ in range(9000)]
    small = [[words[int(3000 * rng.random() ** 3)] for _ in range(rng.randint(50, 90))] for _ in range(700)]
    small[5] = ["w0"] * 400  # a count that needs more than a byte, in a term frequent here
    dead = set(rng.sample(range(9700), 900)) - {9005}
    index, single, living = make(tmp_path, [large, small], dead, vector=way != "plain")
    if way != "plain":
        go(monkeypatch, way)
    every = large + small
    engine = BM25Plus([every[number] for number in living], k1=1.0, b=0.6, delta=1.0)
    for turn in range(25):
        asked = [(words[int(3000 * rng.random() ** rng.choice((1, 3, 9)))], 1.0) for _ in range(1 + turn % 6)]
        found = index.search(asked, 10)
        assert found == [(living[number], score) for number, score in single.search(asked, 10)]
        scores = engine.get_scores([term for term, _ in asked])
        for number, score in found:
            assert score == pytest.approx(scores[living.index(number)], abs=1e-9)


def test_ties_between_parts_follow_the_library(tmp_path: Path) -> None:
    """Of equal paragraphs in several files, those that come first in the library win, wherever they stand."""
    for name in ("one", "two"):
        build([["a", "b"], ["c"], ["a", "b"], ["a", "b"]], tmp_path / name)
    places = {0: 5, 2: 6, 3: 9, 4: 1, 6: 7, 7: 8}
    segments = [Segment(tmp_path / name, 4) for name in ("one", "two")]
    index = Segments(segments, None, lambda numbers: {number: places[number] for number in numbers})
    for limit in range(1, 7):
        found = [number for number, _ in index.search([("a", 1.0)], limit)]
        assert found == [4, 0, 2, 6, 7, 3][:limit]


def test_parts_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    """A file of another size, and dead without their grave, are damage."""
    build([["a"], ["b"]], tmp_path / "part")
    for segment in (Segment(tmp_path / "part", 3), Segment(tmp_path / "part", 2, ((0, 1),))):
        with pytest.raises(StoreDamaged):
            Segments([segment], None, lambda numbers: dict.fromkeys(numbers, 0))
