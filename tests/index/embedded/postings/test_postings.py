"""The postings give rank_bm25's scores, from both readers, for every kind of corpus."""

from __future__ import annotations

import random
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from index.embedded.postings import build, open_postings
from tests.index.embedded.postings.postings_checks import (
    WAYS,
    assert_best,
    expected,
    go,
    random_corpus,
    readers,
)

WORDS = ["a", "b", "c", "d", "é", "ñandú", "día", "中文", "naïve", "z\u0000z", "\ud800", "🦙", ""]
CORPORA = st.lists(st.lists(st.sampled_from(WORDS), max_size=12), min_size=1, max_size=40)
QUESTIONS = st.lists(st.sampled_from([*WORDS, "unknown"]), max_size=7)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    documents=CORPORA,
    questions=st.lists(QUESTIONS, min_size=1, max_size=4),
    limit=st.integers(1, 45),
    k1=st.floats(0.1, 3),
    b=st.floats(0, 0.99),  # at 1 rank_bm25 itself divides 0 by 0 for an empty paragraph
    delta=st.floats(0, 2),
)
def test_scores_are_those_of_rank_bm25(
    tmp_path: Path,
    documents: list[list[str]],
    questions: list[list[str]],
    limit: int,
    k1: float,
    b: float,
    delta: float,
) -> None:
    """On any corpus, both readers return rank_bm25's best matching paragraphs with its scores."""
    path = tmp_path / "postings"
    build(documents, path, k1=k1, b=b, delta=delta)
    plain, vector = readers(path)
    for question in questions:
        terms = [(word, 1.0) for word in question]
        found = plain.search(terms, limit)
        for way in WAYS:
            with pytest.MonkeyPatch.context() as patch:
                go(patch, way)
                assert plain.search(terms, limit) == vector.search(terms, limit) == found
        if any(documents):
            assert_best(found, expected(documents, terms, k1, b, delta), limit)
        else:
            assert found == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("size", "vocabulary"), [(1, 5), (3, 4), (300, 20), (3000, 4000), (20_000, 3000)])
def test_pruning_is_exact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, vocabulary: int, way: str
) -> None:
    """However many paragraphs are skipped, none that belongs to the best is."""
    go(monkeypatch, way)
    documents = random_corpus(size, vocabulary)
    build(documents, tmp_path / "postings")
    plain, vector = readers(tmp_path / "postings")
    rng = random.Random(size)  # noqa: S311
    for _ in range(20 if size < 10_000 else 6):
        words = [
            f"w{int(vocabulary * rng.random() ** rng.choice((1, 3, 9)))}" for _ in range(rng.randint(1, 8))
        ]
        terms = [(word, rng.choice((0.2, 1.0, 1.0, 3.0))) for word in dict.fromkeys(words)]
        scores = expected(documents, terms, 1.0, 0.6, 1.0)
        for limit in (1, 10, 300):
            found = plain.search(terms, limit)
            assert vector.search(terms, limit) == found
            assert_best(found, scores, limit)


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    paragraphs=st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), min_size=1, max_size=4),
    copies=st.integers(20, 200),
    terms=st.lists(st.tuples(st.sampled_from("abcdefgh"), st.floats(0.01, 2)), max_size=8),
    allowed=st.sets(st.integers(0, 19), min_size=1) | st.none(),
    limit=st.integers(1, 60),
)
def test_equal_scores_stand_in_the_order_of_the_paragraphs(
    tmp_path: Path,
    way: str,
    paragraphs: list[list[str]],
    copies: int,
    terms: list[tuple[str, float]],
    allowed: set[int] | None,
    limit: int,
) -> None:
    """Paragraphs alike come by their number, and both readers give the same list to the last bit."""
    with pytest.MonkeyPatch.context() as patch:
        go(patch, way)
        build(paragraphs * copies, tmp_path / "postings")
        plain, vector = readers(tmp_path / "postings")
        found = plain.search(terms, limit, allowed)
        assert vector.search(terms, limit, allowed) == found
        everything = plain.search(terms, len(paragraphs) * copies, allowed)
        assert found == sorted(everything, key=lambda pair: (-pair[1], pair[0]))[:limit]


def test_paragraphs_beyond_65536(tmp_path: Path) -> None:
    """Numbers that need more than 16 bits are found, for rare, middling and common words alike."""
    size = 140_000
    documents = [
        ["common", f"m{n % 97}", *(["rare"] if n % 50_000 == 7 else []), *(["half"] if n % 2 else [])]
        for n in range(size)
    ]
    build(documents, tmp_path / "postings")
    for postings in readers(tmp_path / "postings"):
        assert [n for n, _ in postings.search([("rare", 1.0)], 9)] == [7, 50_007, 100_007]
        assert [n for n, _ in postings.search([("rare", 1.0), (f"m{50_007 % 97}", 1.0)], 1)] == [50_007]
        middling = postings.search([("m5", 1.0)], size)
        assert sorted(n for n, _ in middling) == list(range(5, size, 97))
        assert sorted(n for n, _ in postings.search([("half", 1.0)], size)) == list(range(1, size, 2))
        assert postings.search([("m5", 1.0), ("common", 1.0)], 3)[0][0] % 97 == 5


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("often", [15, 16, 17, 255, 256, 70_000])
def test_a_word_repeated_beyond_what_a_code_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, often: int, way: str
) -> None:
    """A count of any height enters the score exactly, in rare and in common words."""
    go(monkeypatch, way)
    documents = [["x"] * often + ["y"], ["x", "y", "y"], ["z"]] + [["q", "x"]] * 3 + [["q"]] * 90
    for extra in (0, 3000):
        corpus = [*documents, *([["q"]] * extra)]
        build(corpus, tmp_path / "postings", k1=1.5, b=0.75, delta=1.0)
        terms = [("x", 1.0), ("y", 1.0)]
        scores = expected(corpus, terms, 1.5, 0.75, 1.0)
        for postings in readers(tmp_path / "postings"):
            assert_best(postings.search(terms, 10), scores, 10)


def test_only_paragraphs_that_hold_a_term(tmp_path: Path) -> None:
    """BM25Plus gives every paragraph a score; only those that hold a wanted word are returned."""
    build([["a"], ["b"], [], ["a", "c"]], tmp_path / "postings")
    for postings in readers(tmp_path / "postings"):
        assert {n for n, _ in postings.search([("a", 1.0)], 10)} == {0, 3}
        assert postings.search([("nobody", 1.0)], 10) == []
        assert postings.search([], 10) == []
        assert postings.search([("a", 1.0)], 0) == []
        assert {n for n, _ in postings.search([("a", 0.0), ("b", -1.0), ("c", 1.0)], 10)} == {3}


def test_equal_terms_add_their_weights(tmp_path: Path) -> None:
    """A word that comes twice counts twice, as in rank_bm25."""
    build([["a", "b"], ["b"], ["c"]], tmp_path / "postings")
    for postings in readers(tmp_path / "postings"):
        assert postings.search([("b", 1.0), ("b", 1.0)], 3) == postings.search([("b", 2.0)], 3)


def test_ties_go_to_the_smaller_number(tmp_path: Path) -> None:
    """Equal paragraphs come in the order of the library, whichever are cut off."""
    build([["x"], ["a", "b"]] * 500, tmp_path / "postings")
    for postings in readers(tmp_path / "postings"):
        for terms in ([("a", 1.0)], [("a", 1.0), ("b", 1.0)]):
            assert [n for n, _ in postings.search(terms, 5)] == [1, 3, 5, 7, 9]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.lists(st.lists(st.sampled_from("abcde"), min_size=1, max_size=5), min_size=1, max_size=5),
    order=st.lists(st.integers(0, 4), min_size=1, max_size=200),
    weights=st.permutations([("a", 1.0), ("b", 0.5), ("c", 1.0), ("d", 2.0)]),
    limit=st.integers(1, 30),
    way=st.sampled_from(WAYS),
    some=st.booleans(),
)
def test_ties_are_ordered_equally_by_both_readers(
    tmp_path: Path,
    kinds: list[list[str]],
    order: list[int],
    weights: list[tuple[str, float]],
    limit: int,
    way: str,
    some: bool,
) -> None:
    """Of equal paragraphs, strewn anywhere, both readers return those with the lowest numbers, in order."""
    with pytest.MonkeyPatch.context() as patch:
        go(patch, way)
        build([kinds[number % len(kinds)] for number in order], tmp_path / "postings")
        plain, vector = readers(tmp_path / "postings")
        allowed = range(0, len(order), 2) if some else None
        every = plain.search(weights, len(order), allowed)
        assert every == sorted(every, key=lambda pair: (-pair[1], pair[0]))
        assert len({score for _, score in every}) <= len(kinds)
        for postings in (plain, vector):
            assert postings.search(weights, limit, allowed) == every[:limit]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("words", [["w1"], ["w1", "w900"], ["w0", "w2", "w1"], ["w700", "w0", "w1"]])
def test_allowed_restricts_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], way: str
) -> None:
    """Among allowed paragraphs, given in any order, the best are found, with unchanged scores."""
    go(monkeypatch, way)
    documents = random_corpus(2000, 1000)
    build(documents, tmp_path / "postings")
    terms = [(word, 1.0) for word in words]
    allowed = random.Random(1).sample(range(2000), 300)  # noqa: S311
    scores = expected(documents, terms, 1.0, 0.6, 1.0)
    scores = {number: score for number, score in scores.items() if number in set(allowed)}
    for postings in readers(tmp_path / "postings"):
        assert_best(postings.search(terms, 10, allowed), scores, 10)
        assert postings.search(terms, 10, []) == []


def test_terms_are_listed_in_order(tmp_path: Path) -> None:
    """Vocabulary and prefixes come in the order of code points; unknown terms have frequency and idf 0."""
    documents = [["zeta", "año", "ana", "an"], ["ana", "Ana", "\U0001f999"], ["\ufb01n", "añil"]]
    build(documents, tmp_path / "postings")
    postings = open_postings(tmp_path / "postings")
    assert list(postings.vocabulary()) == sorted({word for words in documents for word in words})
    assert list(postings.terms_with_prefix("an")) == ["an", "ana"]
    assert list(postings.terms_with_prefix("añ")) == ["añil", "año"]
    assert list(postings.terms_with_prefix("b")) == []
    assert (postings.frequency("ana"), postings.frequency("bob"), postings.idf("bob")) == (2, 0, 0.0)
    assert postings.idf("ana") == BM25Plus(documents).idf["ana"]
    assert (postings.size, postings.k1, postings.b, postings.delta) == (3, 1.0, 0.6, 1.0)


@pytest.mark.parametrize("documents", [[], [[]], [[], [], []]])
def test_nothing_to_index(tmp_path: Path, documents: list[list[str]]) -> None:
    """A library without a word has an index that finds nothing."""
    build(documents, tmp_path / "postings")
    for postings in readers(tmp_path / "postings"):
        assert postings.size == len(documents)
        assert list(postings.vocabulary()) == []
        assert postings.search([("a", 1.0)], 5) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("many", [2, 5, 12, 300])
def test_questions_of_frequent_words_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, many: int
) -> None:
    """A question of frequent words only, few or hundreds, is answered exactly."""
    go(monkeypatch, way)
    documents = random_corpus(400, 300, longest=400)
    build(documents, tmp_path / "postings")
    terms = [(f"w{number}", 1.0) for number in range(many)]
    scores = expected(documents, terms, 1.0, 0.6, 1.0)
    for postings in readers(tmp_path / "postings"):
        for limit in (1, 10, 500):
            assert_best(postings.search(terms, limit), scores, limit)


@pytest.mark.parametrize("way", WAYS)
def test_words_forgotten_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """What is remembered of words is bounded, and forgetting it changes no answer."""
    go(monkeypatch, way)
    for kind in ("_SPREAD_BYTES", "_KEPT_BYTES"):
        monkeypatch.setattr(f"index.embedded.postings.lists.{kind}", 5000)
    monkeypatch.setattr("index.embedded.postings.lists._KNOWN_LISTS", 2)
    documents = random_corpus(2000, 300)
    build(documents, tmp_path / "postings")
    plain, vector = readers(tmp_path / "postings")
    for first in range(30, 60):
        terms = [(f"w{number}", 1.0) for number in range(first, first + 4)]
        assert vector.search(terms, 10) == plain.search(terms, 10)


@pytest.mark.parametrize("way", WAYS)
def test_threads_share_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """One reader answers several threads at once, each as if it were alone."""
    go(monkeypatch, way)
    documents = random_corpus(5000, 800)
    build(documents, tmp_path / "postings")
    postings = open_postings(tmp_path / "postings", vector=True)
    questions = [[(f"w{n}", 1.0), (f"w{3 * n}", 1.0), ("w0", 1.0)] for n in range(1, 60)]
    alone = [postings.search(question, 10) for question in questions]
    with ThreadPoolExecutor(4) as threads:
        for _ in range(3):
            assert list(threads.map(lambda question: postings.search(question, 10), questions)) == alone


def test_reading_needs_no_numpy(tmp_path: Path) -> None:
    """The default reader imports the standard library only: a command that asks once starts at once."""
    build([["a", "b"]], tmp_path / "postings")
    code = (
        "import sys; from pathlib import Path; from index.embedded.postings import open_postings; "
        "assert open_postings(Path(sys.argv[1])).search([('a', 1.0)], 1); "
        "assert not {'numpy', 'rank_bm25'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "postings")], check=True)


def test_blocks_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index built from many blocks and batches is byte for byte the one built from a single block."""
    documents = random_corpus(3000, 500)
    documents[1234] = ["w3"] * 700
    build(iter(documents), tmp_path / "whole")
    monkeypatch.setattr("index.embedded.postings.blocks.BLOCK_WORDS", 1000)
    monkeypatch.setattr("index.embedded.postings.blocks.BATCH_POSTINGS", 500)
    build(iter(documents), tmp_path / "pieces")
    assert (tmp_path / "pieces").read_bytes() == (tmp_path / "whole").read_bytes()


@pytest.mark.parametrize(
    "parameters", [{"k1": 0.0}, {"b": 1.1}, {"b": -0.1}, {"delta": -1.0}, {"k1": float("nan")}]
)
def test_parameters_without_meaning_are_refused(tmp_path: Path, parameters: dict[str, float]) -> None:
    """Parameters for which BM25 has no meaning are an error and nothing is written."""
    with pytest.raises(ValueError, match="parameters"):
        build([["a"]], tmp_path / "postings", **parameters)
    assert list(tmp_path.iterdir()) == []


def test_more_words_than_16_bits_count(tmp_path: Path) -> None:
    """A library of more than 65,536 different words keeps each with its paragraphs."""
    documents = [[f"w{n}", f"w{(7 * n) % 70_000}"] for n in range(70_000)]
    build(documents, tmp_path / "postings")
    postings = open_postings(tmp_path / "postings", verify=True)
    for number in (0, 1, 65_535, 65_536, 69_999):
        held = {n for n, words in enumerate(documents) if f"w{number}" in words}
        assert {n for n, _ in postings.search([(f"w{number}", 1.0)], 99)} == held


def test_a_weaker_word_is_not_given_up_too_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A paragraph that only the weaker word finds is returned where it is better by a little."""
    go(monkeypatch, "codes")
    held = [["a"], ["a", *"x" * 12], ["b", *"x" * 10], ["b", *"x" * 40]]
    build([*held, *([["x"] * 9] * 200)], tmp_path / "postings")
    for postings in readers(tmp_path / "postings"):
        assert [number for number, _ in postings.search([("a", 1.0), ("b", 1.0)], 2)] == [0, 2]


def test_scores_do_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    """What terms add is rounded so that any order of adding gives the same sum, within 1e-10 of the exact."""
    rng = random.Random(8)  # noqa: S311
    documents = random_corpus(400, 60)
    build(documents, tmp_path / "postings")
    terms = [(f"w{number}", rng.choice((0.3, 1.0, 1.7))) for number in range(25)]
    scores = expected(documents, terms, 1.0, 0.6, 1.0)
    for postings in readers(tmp_path / "postings"):
        found = {}
        for _ in range(5):
            rng.shuffle(terms)
            for number, score in postings.search(sorted(terms), 400):
                assert score == pytest.approx(scores[number], abs=1e-10)
                assert found.setdefault(number, score) == score
            alone = dict.fromkeys(found, 0.0)
            for term, weight in terms:
                for number, score in postings.search([(term, weight)], 400):
                    alone[number] += score - weight * postings.idf(term)
            constant = sum(weight * postings.idf(term) for term, weight in terms)
            for number, score in found.items():
                assert alone[number] == pytest.approx(score - constant, abs=1e-12)


def test_long_question_takes_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question of 150 common words holds no list of all paragraphs for each of them."""
    paragraphs = 20_000
    path = tmp_path / "postings"
    build(random_corpus(paragraphs, 160), path)
    for where in ("plain.WHOLE", "whole.WHOLE", "whole.WHOLE_FOR_RARE"):
        monkeypatch.setattr(f"index.embedded.postings.{where}", 0)
    reader = open_postings(path, vector=True)
    terms = [(f"w{number}", 1.0) for number in range(150)]
    reader.search(terms, 10)
    tracemalloc.start()
    try:
        reader.search(terms, 10)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 50 * 8 * paragraphs
