"""What it takes for the documents to answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from bot.asking.query import make_query
from bot.finding.abstain import (
    LEAST,
    LEAST_NAME_MISSING,
    MORE_FOR_NOWHERE,
    MORE_FOR_ONE_THING,
    MORE_FOR_THING_ASKED,
    MORE_FOR_UNKNOWN,
    ONE_ARTICLE,
    Evidence,
    weigh,
)
from bot.finding.best_passages import best_passages
from bot.widening.widen import widen
from index.embedded import open_library
from index.embedded.embedded import EmbeddedIndex
from index.text.language_of import language_of

TEXT = (
    "The council of Springfield sold its last ferry on Wednesday, the mayor said.\n\n"
    "The engineers counted four cracks in the quay wall of the harbour in January.\n\n"
    "Nobody asked the fishermen who mend their nets by the lighthouse.\n"
)


@pytest.fixture
def index(library: Callable[..., Path]) -> EmbeddedIndex:
    """Return an index of one short document."""
    return open_library(library({"a.txt": TEXT}))


def evidence(index: EmbeddedIndex, question: str, *, chosen: bool = False) -> Evidence:
    """Return the evidence for a question."""
    widened = widen(index, make_query(question), language_of(question))
    ranked = best_passages(index, widened.query)
    return weigh(
        index, widened.query, ranked, chosen=chosen, corrected=[asked for asked, _ in widened.corrected]
    )


def test_a_matching_passage_is_enough(index: EmbeddedIndex) -> None:
    """A question in the words of the documents needs the least."""
    found = evidence(index, "Who sold the last ferry of Springfield?")
    assert found.needed == LEAST
    assert found.enough


def test_a_name_that_no_good_passage_holds_asks_for_more(index: EmbeddedIndex) -> None:
    """The ferry of another town is another ferry."""
    found = evidence(index, "Who sold the last ferry of Zanzibar?")
    assert found.missing == ("zanzibar",)
    assert found.needed == LEAST_NAME_MISSING + MORE_FOR_NOWHERE > LEAST


def test_a_year_counts_as_a_name(index: EmbeddedIndex) -> None:
    """What is asked of 1997 is not answered by another year."""
    assert evidence(index, "Who sold the last ferry in 1997?").missing == ("1997",)


def test_a_name_is_not_found_by_correcting_it(index: EmbeddedIndex) -> None:
    """Another name one letter away is another name."""
    assert evidence(index, "Who sold the last ferry of Springfielt?").missing == ("springfielt",)


def test_an_unusual_unknown_word_asks_for_a_little_more(index: EmbeddedIndex) -> None:
    """A word that neither the library nor the list of meanings has may be the whole matter."""
    assert evidence(index, "Who sold the last xylograph?").needed >= LEAST + MORE_FOR_UNKNOWN
    assert evidence(index, "Who sold the last piano ferry?").needed <= LEAST + MORE_FOR_UNKNOWN


def test_one_thing_of_two_asks_for_more(index: EmbeddedIndex) -> None:
    """A passage that only shares one word with a longer question is chance, the shortest too."""
    found = evidence(index, "Which doctor cures the wall of a heart?")
    assert found.needed >= LEAST + MORE_FOR_ONE_THING
    assert not evidence(index, "How heavy is the ferry?").enough
    assert evidence(index, "What about the ferry?").enough


def test_a_light_word_is_no_thing(index: EmbeddedIndex) -> None:
    """What part somebody plays is asked of one thing, not of three."""
    assert evidence(index, "What part does Springfield play?").needed < LEAST + MORE_FOR_ONE_THING


def test_a_name_of_two_words_is_one_thing(library: Callable[..., Path]) -> None:
    """A passage that only has the person's name says nothing of the rest."""
    index = open_library(library({"a.txt": "Ana Ejemplo spoke on Wednesday.\n\nA ferry came.\n"}))
    assert evidence(index, "When was Ana Ejemplo born?").needed == LEAST + MORE_FOR_ONE_THING
    assert evidence(index, "When did Ana Ejemplo speak?").needed == LEAST


@pytest.mark.parametrize("question", ["What did 'Da Borvik Mol' mean?", "¿Qué significa 'Da Borvik Mol'?"])
def test_a_name_may_begin_with_a_word_that_names_nothing(question: str, library: Callable[..., Path]) -> None:
    """A name at the head of a question whose first word is a light one in another language is read."""
    text = "Ana Ejemplo wrote the Da Borvik Mol, the laws of the ferry.\n\nA ferry came.\n"
    assert evidence(open_library(library({"a.txt": text})), question).enough


def test_the_thing_asked_for_must_be_there(index: EmbeddedIndex) -> None:
    """The nickname of the ferry is not told by who sold it, nor its price; a date need not be called one."""
    found = evidence(index, "What is the nickname of the last ferry of Springfield?")
    assert "nickname" in found.lacking
    assert found.needed == LEAST + MORE_FOR_THING_ASKED
    assert not evidence(index, "What is the price of the last ferry of Springfield?").enough
    assert evidence(index, "On what date was the last ferry of Springfield sold?").needed == LEAST


def test_a_chosen_article_needs_less(index: EmbeddedIndex) -> None:
    """Who names the article wants what it has, in whatever words."""
    assert evidence(index, "Who sold the ferry of Zanzibar?", chosen=True).needed == LEAST * ONE_ARTICLE


def test_nothing_found_is_not_enough(index: EmbeddedIndex) -> None:
    """Without passages there is no evidence."""
    assert not evidence(index, "bitcoin").enough


def test_two_names_of_a_choice_may_stand_in_two_texts(library: Callable[..., Path]) -> None:
    """Asked whose fault it is, one text may blame the one and another the other: neither name is missing."""
    texts = {
        "a.txt": "The stalled trams were the fault of Melmar, the drivers of the old depot said.\n\n"
        "The fault of the stalled trams was known.\n\nStalled trams and whose fault they were!\n",
        "b.txt": "The fault lies with Lorvia, and the stalled trams prove it, the riders answered.\n",
    }
    found = evidence(open_library(library(texts)), "Whose fault were the stalled trams, Melmar or Lorvia?")
    assert found.missing == ()


def test_a_name_whose_words_stand_apart_is_missing(library: Callable[..., Path]) -> None:
    """The court of a town and the union of dockers are no "Union Court"."""
    texts = {"a.txt": "The Harbour Court of Springfield heard the dockers' Union on the sale of the ferry.\n"}
    found = evidence(open_library(library(texts)), "What did the Union Court say on the ferry sale?")
    assert set(found.missing) == {"court", "union"}


def test_who_won_another_cup_is_not_answered(library: Callable[..., Path]) -> None:
    """Of a short question a word that stands nowhere matters: "won" and "world" alone are no answer."""
    texts = {
        "a.txt": "The rowers of Springfield won the vote on the quay in 2022.\n\n"
        "Half the world wrote to the mayor.\n\nNobody won anything else, he said.\n"
    }
    found = evidence(open_library(library(texts)), "who won the world cup 2022")
    assert not found.enough


@pytest.mark.parametrize(("year", "missing"), [("2021", ()), ("2019", ("2019",))])
def test_a_text_of_a_year_need_not_name_it(
    library: Callable[..., Path], year: str, missing: tuple[str, ...]
) -> None:
    """What was published in a year speaks of it; another year is missing."""
    text = "---\ntitle: Quay\npublished: 2021-03-04\n---\n\nThe quay of Springfield was closed by Otto.\n"
    found = evidence(open_library(library({"a.md": text})), f"Who closed the quay of Springfield in {year}?")
    assert found.missing == missing


@pytest.mark.parametrize(
    ("price", "enough"), [("for two million dollars", True), ("after nine years", False)]
)
def test_where_no_sum_is_told_no_price_is_answered(
    library: Callable[..., Path], price: str, enough: bool
) -> None:
    """How much the ferry cost is not told by who sold it when."""
    found = evidence(
        open_library(library({"a.txt": f"The council of Springfield sold its ferry {price}.\n"})),
        "How much did the ferry of Springfield cost?",
    )
    assert found.enough is enough


@pytest.mark.parametrize(("second", "more"), [("Ardale", MORE_FOR_ONE_THING), ("Springfield", 0.0)])
def test_what_is_said_elsewhere_is_of_somebody_else(
    library: Callable[..., Path], second: str, more: float
) -> None:
    """Two words of a question answer it only in a text that has its name."""
    texts = {
        "a.txt": "Springfield lies on a river, as everybody says.\n",
        "b.txt": f"The harbour master of {second} was replaced by his cousin in May.\n",
    }
    found = evidence(open_library(library(texts)), "Who replaced the harbour master of Springfield?")
    assert found.needed == pytest.approx(LEAST + more)


def test_what_is_told_of_others_is_told_of_nobody_whom_no_text_knows(library: Callable[..., Path]) -> None:
    """However well it fits: the years that Hugo Muestra got are none of Ana Zork's."""
    text = "Ana Lind looked on. The court sent Hugo Muestra to prison for nine years, the clerk said.\n"
    index = open_library(library({"a.txt": text}))
    assert not evidence(index, "How many years in prison did Ana Zork get from the court?").enough
    assert evidence(index, "How many years in prison did Hugo Muestra get from the court?").enough


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The owners of the Moorhen inn are accused of arson.",
            "What crime are the owners of the Moorhen accused of?",
        ),
        (
            "A los dueños de la posada Garza se los acusa de incendio.",
            "¿De qué delito se acusa a los dueños de la Garza?",
        ),
        (
            "En la posada Garza murieron un cantante y dos pintoras.",
            "¿Qué personajes murieron en la posada Garza?",
        ),
    ],
)
def test_a_class_asked_for_need_not_stand_in_the_text(
    library: Callable[..., Path], text: str, question: str
) -> None:
    """A crime is told by its name: no text need call it a crime."""
    answer = respond(open_library(library({"one.md": f"{text}\n"})), Question(question))
    assert [claim.quote for claim in answer.claims] == [text]
