"""How likely a passage bears: by what it has of the question itself, not only beside the best one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

HEAD = "---\ntitle: {0}\noutlet: {0}\n---\n\n"


def library(folder: Path, *texts: str) -> Path:
    """Write each text as one article of its own outlet, and return the folder."""
    for number, text in enumerate(texts):
        (folder / f"{number}.md").write_text(HEAD.format(f"Gazette {number}") + text, "utf-8")
    return folder


def chances(folder: Path, question: str) -> dict[str, float]:
    """Return how likely each passage found for a question bears on it, by its first word."""
    index = open_library(folder, folder / ".quoth")
    claims = respond(index, Question(question, everything=True)).claims
    return {claim.quote.split()[0]: claim.bearing for claim in claims}


def test_what_holds_more_of_the_question_is_likelier_to_bear(tmp_path: Path) -> None:
    """The whole of what is asked counts more than a part of it."""
    folder = library(
        tmp_path,
        "Carpenters mended the roof of the town hall after the storm in winter.\n",
        "Gardeners planted trees behind the town hall and gave them water all summer.\n",
        "Fishermen sold herring on the quay, and the geese were fed in the meadow.\n",
    )
    found = chances(folder, "Who mended the roof of the town hall after the storm?")
    assert found["Carpenters"] > 0.5 > found.get("Gardeners", 0.0)


def test_beside_a_poor_answer_no_poorer_one_is_shown(tmp_path: Path) -> None:
    """Where even the best passage holds little of the question, what holds less is left to --all."""
    folder = library(
        tmp_path,
        "The brewers of the valley owed the bank for their copper kettles, and the hall was sold.\n",
        "A copper roof was laid on the chapel, and the valley paid for it with timber.\n",
        "The brewers told the valley of a frozen wheel; bread was dear in that winter.\n",
        "The hall of the guild smelt of malt, and a lender wrote letters to the duke.\n",
    )
    question = (
        "Why did the valley's brewers lose their copper hall to a lender when barley prices fell so fast?"
    )
    answer = respond(open_library(folder, folder / ".quoth"), Question(question))
    assert [claim.quote.split()[2] for claim in answer.claims] == ["of"], answer.claims
    assert answer.more.passages == 3


BESIDES = (
    "The geese are fed in the meadow, and bread is dear.\n",
    "Herring was sold by the barrel, the harbour master wrote in his book.\n",
    "The quay was swept every morning by the boys of the town.\n",
    "A copper roof was laid on the chapel.\n",
)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("What share of voters wanted to break away, and what share wanted to stay?", True),
        ("¿Qué porcentaje de votantes quería marcharse y qué porcentaje quería quedarse?", True),
        ("What share of voters wanted to break away in Ogdenville, and what share wanted to stay?", False),
        ("What did Ana Ejemplo say of the share that wanted to break away?", False),
        ("How crooked is the quay?", False),
        ("What was everything that the master wrote?", True),
        ("¿Qué cosas quería la liga?", True),
        ("What happens when quinine is mixed with the bread of the geese in a town?", False),
    ],
)
def test_a_text_may_answer_in_other_words(tmp_path: Path, question: str, answered: bool) -> None:
    """Words that name nobody may be missing where a passage gives what is asked; a missing name silences."""
    texts = (
        "In the vote 62 per cent were for leaving the league, 38 per cent against.\n",
        "En la votación el 62 por ciento quería dejar la liga y el 38 por ciento no.\n",
        *BESIDES,
    )
    folder = library(tmp_path, *texts)
    answer = respond(open_library(folder, folder / ".quoth"), Question(question))
    assert (answer.status is Status.ANSWERED) is answered, answer.reason


def test_words_that_name_nothing_silence_nothing(tmp_path: Path) -> None:
    """Words such as "there" and "went on" need not stand in a text that answers."""
    folder = library(
        tmp_path,
        "Los guardias estaban armados aquella noche.\n",
        "Las ocas comen en el prado y el pan es caro.\n",
        "El arenque se vendió por barriles en la lonja.\n",
        "El muelle se barría cada mañana, escribió la alcaldesa.\n",
    )
    answer = respond(open_library(folder, folder / ".quoth"), Question("¿Quiénes seguían armados ahí?"))
    assert answer.status is Status.ANSWERED, answer.reason
