"""Which passages are found, and what their articles tell of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.asking.query import make_query
from bot.finding import CANDIDATES
from bot.finding.best_passages import best_passages, find
from index.embedded import open_library

QUAY = "\n\n".join(f"The quay of Odrin, the quay of the ferry: number {number}." for number in range(24))
DAYS = "\n\n".join(
    f"The {who} came on {day}."
    for who, day in (("baker", "Monday"), ("miller", "Friday"), ("tanner", "Sunday"))
)


def test_a_text_names_its_matter_once_however_far_above(library: Callable[..., Path]) -> None:
    """What an article says of its matter counts for each of its paragraphs, not only for those beside it."""
    price = "The board said that the price had been nine crowns."
    other = "The board said that the price of bread was sold short."
    texts = {
        "a.txt": f"The ferry of Odrin was sold in March.\n\n{DAYS}\n\n{price}\n",
        "b.txt": f"The mill of Borvik stands still.\n\n{DAYS}\n\n{other}\n",
    }
    found = find(open_library(library(texts)), "What was the price of the ferry sold by Odrin in March?")
    assert next(each.paragraph.id for each in found if each.paragraph.number > 1) == "a#5"


def test_where_no_passage_holds_the_question_more_are_put_in_order(library: Callable[..., Path]) -> None:
    """A text that tells it in other words may stand behind many that repeat one word of the question."""
    index = open_library(library({"a.txt": QUAY}))
    asked = "Which painter drew the hull by the quay, and for whom?"
    assert len(best_passages(index, make_query(asked))) == QUAY.count("number") > CANDIDATES
    assert len(best_passages(index, make_query("the quay of the ferry of Odrin"))) == CANDIDATES
