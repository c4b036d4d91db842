"""Different stories of one campaign make no quarrel: a list of questions with a judgement of each.

The library is not part of the project: QUOTH_TEST_CAMPAIGN names its folder, without it the test is skipped.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.asking.query import make_query
from bot.contested import contested_points, wider_query

QUESTIONS = Path(__file__).with_name("campaign_questions.tsv")
MOST_FALSE = 3  # of 100 questions


def listed() -> list[tuple[str, str]]:
    """Return the questions and what is expected of each."""
    lines = [line for line in QUESTIONS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


def test_the_list_is_whole() -> None:
    """There are 100 different questions, each with a judgement."""
    rows = listed()
    assert len({question for question, _ in rows}) == 100
    assert all(judged == "-" or judged.endswith(("true", "false")) for _, judged in rows)


@pytest.mark.skipif("QUOTH_TEST_CAMPAIGN" not in os.environ, reason="QUOTH_TEST_CAMPAIGN names no library")
def test_hardly_any_quarrel_is_false(tmp_path: Path) -> None:
    """At most 3 of 100 questions show a figure, framing or fact that is no difference; each is as judged."""
    from index.embedded import open_library

    index = open_library(Path(os.environ["QUOTH_TEST_CAMPAIGN"]), tmp_path)
    false = 0
    for question, judged in listed():
        query = make_query(question)
        points = contested_points(query, index.search(query, 5), index.search(wider_query(query), 50), "en")
        shown = [point.id for point in points if point.kind is not Kind.VOICES]
        expected = [] if judged == "-" else judged.split()[0].split(",")
        assert shown == expected, question
        false += judged.endswith("false")
    assert false <= MOST_FALSE
