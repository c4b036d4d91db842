"""What is asked of something by its name: each text on a bearer of it is heard by what it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.answering.respond import Question, respond
from index.embedded import open_library

WORKS = {
    "one.md": "Lantern Road (Ardale novel)\n\nLantern Road is a novel of 300 pages, and it has two parts. "
    "It was written by Ana Ejemplo. Critics liked the cover, which shows a lantern and a road.\n",
    "two.md": "Lantern Road (film)\n\nLantern Road is a film of two hours in black and white. "
    "It was directed by Juan Prueba on the quay of Ogdenville. The lamps were lent by a museum.\n",
    "three.md": "Quays\n\nThe quays of Ogdenville were repaired by Otto Sample in spring.\n",
}
PEOPLE = {
    "ardale.md": "Rosa Tester (painter)\n\nRosa Tester (born 1950) is a painter from Ardale. She is tall.\n",
    "ogden.md": "Rosa Tester (rower)\n\nRosa Tester (born 1961) is a rower from Ogdenville. She won.\n",
    "other.md": "The fair\n\nThe fair of Ardale opens in May, and the rowers and painters come to it.\n",
}


def shown(folder: Path, question: str) -> Answer:
    """Return what one look shows."""
    return respond(open_library(folder), Question(question))


@pytest.mark.parametrize("question", ['Who is the creator of "Lantern Road"?'])
def test_every_bearer_of_a_name_is_heard_by_what_its_text_gives(
    library: Callable[..., Path], question: str
) -> None:
    """Two works under one title: the maker of each is in view."""
    quotes = " ".join(claim.quote for claim in shown(library(WORKS), question).quotes)
    assert "Ana Ejemplo" in quotes and "Juan Prueba" in quotes
    assert "Otto Sample" not in quotes


@pytest.mark.parametrize("question", ["What is the profession of Rosa Tester?", "¿Quién es Rosa Tester?"])
def test_the_word_for_what_is_asked_need_not_stand_in_the_text(
    library: Callable[..., Path], question: str
) -> None:
    """A profession is given without the word profession."""
    answer = shown(library(PEOPLE), question)
    quotes = " ".join(claim.quote for claim in answer.quotes)
    assert answer.status is Status.ANSWERED and "painter" in quotes and "rower" in quotes


def test_no_text_need_have_the_words_of_the_question(library: Callable[..., Path]) -> None:
    """What sport one is associated with is told by what he is, though no text says sport."""
    texts = {
        "one.md": "Tim Sample (coach)\n\nTim Sample (born 1950) is a cricketer from Ardale. He is tall.\n",
        "two.md": "The fair\n\nThe fair of Ardale opens in May, and bakers and painters come to it.\n",
    }
    asked = "What sport is Tim Sample associated with?"
    assert "cricketer" in " ".join(claim.quote for claim in shown(library(texts), asked).quotes)
    nobody = shown(library(texts), "What sport is Ana Ejemplo associated with?")
    assert nobody.status is Status.NOTHING_FOUND


HALLS = {
    "one.md": "Borvik Hall (Ardale)\n\nBorvik Hall is a hall for concerts with a tower of oak.\n",
    "two.md": "Halls of the coast\n\nNobody dances in what the town calls Borvik Hall; it stores herring.\n",
    "three.md": "Guide\n\nThe ferry stops at Borvik, and the hall by the pier is let to painters.\n",
}


def test_each_short_text_that_has_the_name_is_heard(library: Callable[..., Path]) -> None:
    """In a library of entries what bears less is heard beside the best, if it has the name."""
    files = [claim.file for claim in shown(library(HALLS), "What is Borvik Hall used for?").claims]
    assert "one.md" in files and "two.md" in files


CHOIRS = {
    "one.md": "The choir of Borvik Hall gave its first concert for the sailors in 1950.\n",
    "two.md": "Borvik Hall, on the coast, opened its doors to a choir of girls in the spring of 1961.\n",
    "three.md": "The ferry stops at Lasa, and the hall by the pier is let to painters.\n",
}


def test_a_short_text_gives_the_year_asked_for_in_words_of_its_own(library: Callable[..., Path]) -> None:
    """In a library of entries another year is heard, though little of the question's wording is with it."""
    asked = "In which year did the choir of Borvik Hall give a first concert for sailors?"
    quotes = " ".join(claim.quote for claim in shown(library(CHOIRS), asked).quotes)
    assert "1950" in quotes and "1961" in quotes


def test_who_holds_an_office_is_not_what_he_earns(library: Callable[..., Path]) -> None:
    """A sum is asked for: the name of the director gives none."""
    pages = {
        "one.md": "Otto Sample was named director of the Orchestra of Ardale.\n\n"
        "The Orchestra of Ardale has 40 players.\n"
    }
    answer = shown(library(pages), "How much does the director of the Orchestra of Ardale earn?")
    assert answer.status is Status.NOTHING_FOUND
