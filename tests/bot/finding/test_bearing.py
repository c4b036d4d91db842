"""How far passages bear on a question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.respond import Question, respond
from index.embedded import open_library

FILES = {
    "one.md": "The quay of Ogdenville fell into the harbour on Monday, and the death toll of the collapse"
    " stands at 12 people, the mayor of Ogdenville said.\n",
    "two.md": "Engineers had warned of the collapse of the quay of Ogdenville, where the toll of the years"
    " and of the salt on the wall of the harbour was plain.\n",
    "three.md": "At least 18 people were killed and 70 were injured at Ogdenville when the quay gave way, a"
    " nurse said.\n",
    "es.md": "El derrumbe del muelle de Villaejemplo asustó a los vecinos del puerto, que temen otro"
    " derrumbe del muelle.\n\nAl menos quince personas murieron en Villaejemplo, dijo la enfermera.\n",
}


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("What is the death toll of the collapsed quay in Ogdenville?", ("12 people", "18 people")),
        ("¿Cuántos muertos dejó el derrumbe del muelle de Villaejemplo?", ("quince personas",)),
    ],
)
def test_what_gives_the_figure_bears_most(
    library: Callable[..., Path], question: str, held: tuple[str, ...]
) -> None:
    """Deaths are asked for: who speaks of the collapse alone is not shown in place of who counts the dead."""
    answer = respond(open_library(library(FILES)), Question(question))
    quotes = [claim.quote for claim in answer.quotes]
    assert all(any(words in quote for quote in quotes) for words in held)
    assert not any("salt" in quote or "asustó" in quote for quote in quotes[: len(held)])


LEDGER = {
    "one.md": "Little of this was in the final ledger of the Borvik mill on the flood that drowned 62 people"
    " and nine of the miller's horses in one long night of rain. It was laid before the wardens in May, nine"
    " years after they asked for it. It runs to nearly 1,400 pages, of which 750 were known from a draft, and"
    " finds fault with all who had to do with the sluice.\n",
}
FALL = {
    "one.md": "Two generals stood beside the police when the crowd came down to the harbour of Borvik.\n\n"
    "The council of Ardale was gone within a week, and a weaver was sworn in.\n\n"
    "Rain fell on the fields for nine days, and the weir of Ardale gave way in the night.\n",
}
REMOVED = {
    "one.md": "The coup against Mayor Ejemplo was led by General Muster, the Borvik union wrote.\n",
    "two.md": "The council impeached Mayor Ejemplo and no soldier left his barracks, a councillor wrote.\n",
}


def test_a_quote_holds_the_sentence_that_counts_what_is_counted(library: Callable[..., Path]) -> None:
    """Pages are asked for: neither the dead nor the years are quoted in place of the pages."""
    answer = respond(open_library(library(LEDGER)), Question("How many pages does the final ledger have?"))
    assert "1,400 pages" in answer.claims[0].quote


def test_words_that_only_ask_are_not_missed(library: Callable[..., Path]) -> None:
    """A question for the part that somebody played asks what he did: no text need speak of a part."""
    question = Question("What role did the generals and the police play in the fall of the government?")
    assert respond(open_library(library(FALL)), question).claims


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("Who led the coup against Mayor Ejemplo?", False),
        ("When was the coup against Mayor Ejemplo?", False),
        ("Was it a coup against Mayor Ejemplo?", True),
    ],
)
def test_what_a_matter_is_called_answers_who_asks_for_that(
    library: Callable[..., Path], question: str, card: bool
) -> None:
    """A label in a question that asks who or when names the matter: its rival names are no answer."""
    answer = respond(open_library(library(REMOVED)), Question(question))
    assert bool(answer.contested) is card


def test_who_supports_somebody_is_asked_for_by_name(library: Callable[..., Path]) -> None:
    """No voices side by side, whose heading would hold the question's word: the one who does is shown."""
    files = {
        "one.md": "The bakers of Lorvia support the weavers, the guild wrote.\n",
        "two.md": "The weavers stayed out on Friday, a clerk of Borvik said, and the mill stood still.\n",
    }
    answer = respond(open_library(library(files)), Question("Who supports the weavers?"))
    assert not answer.contested
    assert "bakers" in answer.claims[0].quote


def test_where_somebody_is_makes_no_quarrel(library: Callable[..., Path]) -> None:
    """He travels: reports that name other places where he was do not differ."""
    files = {
        "one.md": "Hugo Muestra was in Lorvia. “I shall be back,” Hugo Muestra said.\n",
        "two.md": "Hugo Muestra arrived in Borvik on Sunday, his aide said.\n",
        "three.md": "Hugo Muestra was born in Ardale, a clerk wrote.\n",
    }
    answer = respond(open_library(library(files)), Question("Where is Hugo Muestra now?"))
    assert not answer.contested
