"""A block too long for a paragraph is read as several."""

from __future__ import annotations

import time

import pytest

from index.articles.cutting import cut_articles
from index.articles.long_paragraphs import LONGEST, pieces_of
from index.model import Document

SENTENCE = "The mayor of Tarn said on Monday that the bridge over the river is open again. "


def test_paragraph_of_a_usual_length_stays_whole() -> None:
    """What is no longer than the longest paragraphs are is one."""
    assert [*pieces_of(SENTENCE * 50, "en")] == [(0, 50 * len(SENTENCE))]


@pytest.mark.parametrize(
    "text", [SENTENCE * 2_000, "word " * 30_000, "x" * 100_000, SENTENCE * 80 + "y " * 9_000]
)
def test_pieces_are_the_whole_text(text: str) -> None:
    """No word is lost or said twice, no piece is longer than a paragraph, and sentences stay whole."""
    pieces = [text[start:end] for start, end in pieces_of(text, "en")]
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert max(map(len, pieces)) <= LONGEST
    assert all(piece.rstrip().endswith(".") for piece in pieces) or text != SENTENCE * 2_000


def test_one_block_costs_time_in_proportion() -> None:
    """Twice the text in one block, and in one line, takes twice the time to cut, not four times."""
    taken = []
    for size in (1_000, 4_000):
        started = time.process_time()
        cuts = cut_articles(Document("a.txt", SENTENCE * size, "utf-8", ""), None)
        taken.append(time.process_time() - started)
        assert len(cuts[0].paragraphs) > size // 40
    assert taken[1] < 8 * max(taken[0], 0.01)


def test_a_text_in_one_line_may_end_in_an_appeal() -> None:
    """A text of many thousand characters is looked through for an appeal at its end alone."""
    from index.articles.appeals import appeal_after, is_appeal

    appeal = "Please donate today. Subscribe to our newsletter and support us with what you can give."
    text = SENTENCE * 1_000 + appeal
    at = appeal_after(text)
    assert not is_appeal(text) and at is not None and text[at:].strip().startswith("Please donate")
