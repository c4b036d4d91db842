"""The best paragraphs are rank_bm25's on corpora of some size: a made one, and real documents where given."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from rank_bm25 import BM25Plus

from index.embedded.postings import build
from index.text.terms import terms
from tests.index.embedded.postings.postings_checks import WAYS, go, random_corpus, readers

K1, B, DELTA = 1.5, 0.75, 1.0  # rank_bm25's own
QUESTIONS = 40
TOP = 10
WITHIN = 1e-5  # of a score: what is promised


def made() -> list[list[str]]:
    """Return 10,000 paragraphs of 1 to 120 words."""
    return random_corpus(10_000, 20_000, longest=120, seed=9)


def real() -> list[list[str]]:
    """Return the paragraphs of the real documents, as they are indexed."""
    folder = Path(os.environ["QUOTH_TEST_DOCUMENTS"])
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".txt"})
    texts = [text for file in files for text in file.read_text("utf-8").split("\n\n")]
    return [words for text in texts if (words := terms(text, "en"))]


def questions(documents: list[list[str]], rng: random.Random) -> list[list[str]]:
    """Return questions of words of a paragraph, half of them with some of the commonest words, too."""
    counted = Counter(word for words in documents for word in set(words))
    common = [word for word, _ in counted.most_common(20)]
    asked = [
        rng.sample(words, min(len(words), rng.randint(1, 6))) for words in rng.choices(documents, k=QUESTIONS)
    ]
    return [
        list(dict.fromkeys(words + rng.sample(common, rng.randint(1, 4) if turn % 2 else 0)))
        for turn, words in enumerate(asked)
    ]


@pytest.mark.parametrize("corpus", [
    made,
    pytest.param(real, marks=pytest.mark.skipif(
        "QUOTH_TEST_DOCUMENTS" not in os.environ, reason="no folder of real documents given"
    )),
])  # fmt: skip
def test_the_best_are_those_of_rank_bm25(corpus: Callable[[], list[list[str]]], tmp_path: Path) -> None:
    """The first ten of a question and their scores are the plain package's, whichever way they are found."""
    documents = corpus()
    build(documents, tmp_path / "postings", k1=K1, b=B, delta=DELTA)
    plain, vector = readers(tmp_path / "postings")
    engine = BM25Plus(documents, k1=K1, b=B, delta=DELTA)
    for question in questions(documents, random.Random(6)):  # noqa: S311
        scores = engine.get_scores(question)
        held = [number for number, words in enumerate(documents) if set(question) & set(words)]
        best = sorted((float(scores[number]) for number in held), reverse=True)[:TOP]
        asked = [(word, 1.0) for word in question]
        found = plain.search(asked, TOP)
        assert [score for _, score in found] == pytest.approx(best, abs=WITHIN)
        assert [float(scores[number]) for number, _ in found] == pytest.approx(best, abs=WITHIN)
        for way in WAYS:
            with pytest.MonkeyPatch.context() as patch:
                go(patch, way)
                assert vector.search(asked, TOP) == found
