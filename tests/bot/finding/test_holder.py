"""Questions that name a speaker by office: the library itself tells who holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.answering.respond import Question, respond
from bot.asking.asked_office import asked_office
from bot.finding.holder import holder_of
from index.embedded import open_library
from index.embedded.embedded import EmbeddedIndex

SUMMIT = """---
title: A summit on wool
authors: [Ana Ejemplo]
outlet: Coast Courier
published: 2023-03-04
---

Colombia's President Otto Muestra spoke at the summit on wool in North Haverbrook.

The shepherds of the hills are cheated at every market, Muestra added.

The president of Brazil sent a letter about rivers to the summit.

Bolivia's president missed the summit because of the snow on the passes.
"""
MAYORS = """---
title: Two towns
outlet: The Example
published: 2023-05-06
---

The mayor of Springfield, Berta Probst, opened the market of the town.

The bread of the market is far too dear, Probst said.

The mayor of Shelbyville, Carl Mustermann, opened a bath. The mayor of Shelbyville, Dora Beispiel, closed it.

The water of the bath is far too cold, Beispiel said. The bath is warm enough, Mustermann said.
"""
SPANISH = """---
title: El puerto
outlet: El Ejemplo
published: 2023-06-07
language: es
---

La canciller mexicana, Elsa Prueba, visitó el puerto de Villaejemplo.

Los pescadores pagan demasiado por el hielo, dijo Prueba.

Los barcos del puerto llevan hielo y sal a las islas.
"""


@pytest.fixture
def index(library: Callable[..., Path]) -> EmbeddedIndex:
    """Return an index of three short articles in two languages."""
    return open_library(library({"summit.md": SUMMIT, "mayors.md": MAYORS, "puerto.md": SPANISH}))


def ask(index: EmbeddedIndex, text: str, *context: str) -> Answer:
    """Return the answer to a question after others."""
    return respond(index, Question(text, context=context))


def held(index: EmbeddedIndex, question: str) -> str | None:
    """Return the name of the holder that a question asks for."""
    office = asked_office(question)
    holder = holder_of(index, office) if office else None
    return holder.name if holder else None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What did Colombia's president say about the shepherds?", "Otto Muestra"),
        ("What did the president of Colombia say about the shepherds?", "Otto Muestra"),
        ("According to the Colombian president, who cheats the shepherds?", "Otto Muestra"),
        ("¿Qué dijo el presidente de Colombia sobre los pastores?", "Otto Muestra"),
        ("¿Qué opina el presidente colombiano de los pastores?", "Otto Muestra"),
        ("what does mexico's foreign minister think of the ice?", "Elsa Prueba"),
        ("¿Qué dijo la canciller de México sobre el hielo?", "Elsa Prueba"),
        ("What did the mayor of Springfield say about bread?", "Berta Probst"),
        ("What did Springfield's mayor say about bread?", "Berta Probst"),
    ],
)
def test_an_office_is_read_and_its_holder_found(index: EmbeddedIndex, question: str, name: str) -> None:
    """Each way to say whose the office is leads to the one name that the library puts beside it."""
    assert held(index, question) == name


@pytest.mark.parametrize(
    "question",
    [
        "What did the mayor of Shelbyville say about the bath?",  # two names
        "What did Bolivia's president say about the snow?",  # no name
        "What did the mayor of Ogdenville say about bread?",  # not in the library
        "What did the president say about the shepherds?",  # whose?
        "What did Colombia's former president say about the shepherds?",
        "What did Colombia's first president say about the shepherds?",
        "What did the 3rd president of Colombia say about the shepherds?",
        "What did Colombia's vice president say about the shepherds?",
        "What did Brazil's president say about the rivers?",
        "What did the wool of Colombia cost?",
        "Where did Colombia's president go?",  # nobody's words are asked for
        "What did the shepherds say about Colombia's president?",  # others speak
        "What did Probst tell the president of Colombia?",
    ],
)
def test_nothing_is_guessed(index: EmbeddedIndex, question: str) -> None:
    """No holder comes out where the library names none or two, or the question means no holder's words."""
    assert held(index, question) is None


def test_what_the_holder_says_by_name_answers(index: EmbeddedIndex) -> None:
    """A passage that names the speaker only comes first, and a note says for whom was searched."""
    answer = ask(index, "What did Colombia's president say about the shepherds?")
    assert "cheated at every market" in answer.claims[0].quote
    assert answer.notes[0] == "Searched for “Otto Muestra” where the question has “Colombia's president”."
    spanish = ask(index, "¿Qué dijo la canciller de México sobre los pescadores?")
    assert "demasiado por el hielo" in spanish.claims[0].quote
    assert spanish.notes[0] == "Se buscó «Elsa Prueba» donde la pregunta dice «canciller de México»."


def test_a_follow_up_keeps_the_holder(index: EmbeddedIndex) -> None:
    """In "what did he say", he is the holder of the office in the question before."""
    answer = ask(index, "And what did he say of the market?", "What did Colombia's president say about wool?")
    assert "cheated at every market" in answer.claims[0].quote
    assert any("Otto Muestra" in note for note in answer.notes)


def test_a_matter_alone_keeps_the_holder(index: EmbeddedIndex) -> None:
    """A follow-up that only names another matter asks the same speaker."""
    answer = ask(index, "And about the market?", "What did Colombia's president say about wool?")
    assert "cheated at every market" in answer.claims[0].quote
    assert any("Otto Muestra" in note for note in answer.notes)


@pytest.mark.parametrize("others", ["Who else?", "Who else said that of the market?"])
def test_others_are_not_the_holder(index: EmbeddedIndex, others: str) -> None:
    """Who asks who else asks for others; what else he said, for him."""
    earlier = "What did Colombia's president say about wool?"
    assert not any("Otto Muestra" in note for note in ask(index, others, earlier).notes)
    more = ask(index, "What else did he say of the market?", earlier)
    assert any("Otto Muestra" in note for note in more.notes)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Norway's new president Otto Muestra spoke.", "Otto Muestra"),
        ("Otto Muestra, the first leftist president of Norway, spoke.", "Otto Muestra"),
        ("President Otto Muestra of Norway spoke.", "Otto Muestra"),
        ("Otto Muestra is the third president of Norway.", "Otto Muestra"),
        ("El presidente noruego, Otto Muestra, habló.", "Otto Muestra"),
        ("Otto Muestra, presidente de Noruega, habló.", "Otto Muestra"),
        ("Norway's former president Otto Muestra spoke.", None),
        ("Norway's deputy president Otto Muestra spoke.", None),
        ("Norway's president-elect Otto Muestra spoke.", None),
        ("Norway's Congress president Otto Muestra spoke.", None),
        ("The president of Norway's Congress, Otto Muestra, spoke.", None),
        ("The Norwegian president's wife, Otto Muestra, spoke.", None),
        ("He met the president of Norway, Otto Muestra and Berta Probst.", None),
        ("He met Otto Muestra, the president of Norway and Berta Probst.", None),
        ("The president of Norway, Colombia, spoke. President Otto Muestra spoke.", None),
        ("Norway was calm. President Otto Muestra spoke in Brazil.", None),
    ],
)
def test_the_name_stands_beside_the_office(library: Callable[..., Path], told: str, name: str | None) -> None:
    """Only a name that a text sets directly beside office and scope, of now, is the holder's."""
    index = open_library(library({"one.txt": f"The visit\n\n{told}\n\nThe ferry of Ogdenville stopped.\n"}))
    assert held(index, "What did Norway's president say?") == name


def test_one_stray_name_among_many_articles_is_no_second_holder(library: Callable[..., Path]) -> None:
    """The name of four independent articles stands against another's one; three are not clear enough."""
    texts = [
        f"{title}\n\nNorway's president Otto Muestra {deed}.\n"
        for title, deed in (
            ("Wool", "praised the wool of the northern hills"),
            ("Bread", "tasted the bread of an old bakery in town"),
            ("Trams", "rode the first tram over the long bridge"),
            ("Ferries", "sold a ferry to the fishermen of the coast"),
        )
    ]
    texts.append("Snow\n\nNorway's president Carl Mustermann swept the snow from a roof.\n")
    asked = "What did Norway's president say?"
    files = {f"{number}.txt": text for number, text in enumerate(texts)}
    assert held(open_library(library(files)), asked) == "Otto Muestra"
    del files["0.txt"]
    assert held(open_library(library(files)), asked) is None


def test_a_new_subject_ends_the_office(index: EmbeddedIndex) -> None:
    """A question that names somebody itself takes no holder over."""
    answer = ask(index, "And what did Probst say of the market?", "What did Colombia's president say?")
    assert not any("Otto Muestra" in note for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "What did Colombia's president say about dentists in Norway?",
        "¿Qué dijo la canciller de México sobre los dentistas de Noruega?",
    ],
)
def test_other_words_of_the_holder_answer_nothing(index: EmbeddedIndex, question: str) -> None:
    """The documents stay silent where the holder speaks, but not about the matter."""
    assert ask(index, question).status is Status.NOTHING_FOUND
