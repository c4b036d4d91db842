"""What is asked for must stand beside what it is asked of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Status
from bot.answering.respond import Question, respond
from bot.asking.query import make_query
from bot.finding.beside import stands_apart
from bot.finding.best_passages import best_passages
from bot.widening.widen import widen
from index.embedded import open_library
from index.text.language_of import language_of

MILL = (
    "The mill of Ogdenville lost 14 windows in the storm, and the miller Ana Ejemplo swept the yard.\n\n"
    "The council of Ogdenville met on 3 May and spoke of the mill and its wheel for 2 hours.\n\n"
    "Juan Prueba, the keeper of the lock, said that the mill of Ogdenville is damp.\n\n"
    "Ogdenville paid 900 dollars for a new wheel, and 30 hats were given to the school.\n\n"
    "The school of Ogdenville has 12 benches; its boys carried water and sang to the geese.\n"
)
MOLINO = (
    "El molino de Villaejemplo perdió 14 ventanas en la tormenta, y la molinera barrió el patio.\n\n"
    "El concejo de Villaejemplo se reunió el 3 de mayo y habló del molino y de su rueda.\n\n"
    "Juan Prueba, guarda de la esclusa, dijo que el molino de Villaejemplo está húmedo.\n\n"
    "Villaejemplo pagó 900 euros por una rueda nueva, y se dieron 30 gorras a la escuela.\n\n"
    "La escuela de Villaejemplo tiene 12 bancos; sus niños llevaron agua y cantaron a las ocas.\n"
)


def answers(library: Callable[..., Path], text: str, question: str) -> bool:
    """Whether a library of one text answers a question."""
    return respond(open_library(library({"a.txt": text})), Question(question)).status is Status.ANSWERED


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (MILL, "How many guests did the mill of Ogdenville lodge?"),
        (MILL, "Who is the principal of the school of Ogdenville?"),
        (MILL, "How much did the fire engine and its ladder cost?"),
        (MOLINO, "¿Cuántos turistas vinieron al molino de Villaejemplo?"),
        (MOLINO, "¿Quién dirige la orquesta de Villaejemplo?"),
    ],
)
def test_such_a_thing_of_something_else_stands_apart(
    library: Callable[..., Path], text: str, question: str
) -> None:
    """A number, a name or a sum is of something else where little of the question stands beside it."""
    index = open_library(library({"a.txt": text}))
    query = widen(index, make_query(question), language_of(question)).query
    assert stands_apart(index, query, best_passages(index, query))
    assert not answers(library, text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (MILL, "How many windows did the mill lose?"),
        (MILL, "Who is the keeper of the lock?"),
        (MILL, "When did the council meet?"),
        (MILL, "How much did the new wheel cost?"),
        (MILL, "Who carried water for the school?"),
        (MOLINO, "¿Cuántas ventanas perdió el molino?"),
        (MOLINO, "¿Quién es el guarda de la esclusa?"),
        (MOLINO, "¿Cuándo se reunió el concejo?"),
        (MOLINO, "¿Cuánto pagó Villaejemplo por la rueda?"),
        (MOLINO, "¿Quién llevó agua?"),
    ],
)
def test_what_stands_beside_it_answers(library: Callable[..., Path], text: str, question: str) -> None:
    """Where most of the question stands beside such a thing it is answered, by people without a name, too."""
    assert answers(library, text, question)


def test_who_is_accused_may_be_told_in_any_words(library: Callable[..., Path]) -> None:
    """Who is to blame is not asked for a name beside the word."""
    text = MILL + "\nThe guild accused the council of letting the mill decay.\n"
    assert answers(library, text, "Who is to blame for the decay of the mill?")


def test_what_leans_on_another_question_or_names_nobody_is_not_weighed(library: Callable[..., Path]) -> None:
    """Of "he" and "it" a text tells in words of its own: what else the question says need not be there."""
    index = open_library(library({"a.txt": MILL}))
    asked = Question("And how many hats were in it?", context=("What did Ogdenville pay for a new wheel?",))
    assert respond(index, asked).status is Status.ANSWERED
    query = make_query("Who did she beat the day before he swept?")
    assert not stands_apart(index, query, best_passages(index, query))


@pytest.mark.parametrize(
    "question", ["¿Quién ganó el concurso de Villaejemplo?", "Who won the contest of Ogdenville?"]
)
def test_who_won_is_told_by_words_of_rivals(library: Callable[..., Path], question: str) -> None:
    """That somebody is crowned tells who won: the word itself need not stand beside a name."""
    text = MOLINO + "\n" + MILL + "\nThe jury crowned Ana Ejemplo.\n"
    index = open_library(library({"a.txt": text}))
    query = widen(index, make_query(question), language_of(question)).query
    assert not stands_apart(index, query, best_passages(index, query))


FERRY = (
    "The ferry line has kept paying the skipper Ana Ejemplo for two years, though she sails no more.\n\n"
    "A judge fined the ferry line of Ardale 50 million crowns for the smoke of its chimney.\n\n"
    "The kiosk on the quay takes a commission of 4 % for each ticket that it sells, and charges no more.\n"
)
BARCA = (
    "La naviera sigue pagando a la patrona Ana Ejemplo desde hace dos años, aunque ya no navega.\n\n"
    "Una jueza impuso a la naviera una fianza de 50 millones de coronas por el humo de su chimenea.\n\n"
    "El quiosco del muelle cobra una comisión del 4 % por cada boleto que vende, y nada más.\n"
)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (FERRY, "How much is the ferry line paying Ana Ejemplo?"),
        (FERRY, "How much does a seat on the upper deck cost?"),
        (BARCA, "¿Cuánto gana la patrona Ana Ejemplo?"),
        (BARCA, "¿Cuánto costaba el asiento de la cubierta alta?"),
    ],
)
def test_a_sum_is_told_by_a_sum_of_the_same(library: Callable[..., Path], text: str, question: str) -> None:
    """Years are no pay, and a fine is no fare: a sum answers where what was paid for stands beside it."""
    assert not answers(library, text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (FERRY, "How much was the ferry line of Ardale fined?"),
        (FERRY, "How much does the kiosk charge for each ticket?"),
        (BARCA, "¿Cuánto cobra el quiosco por cada boleto?"),
    ],
)
def test_a_share_is_a_price_too(library: Callable[..., Path], text: str, question: str) -> None:
    """What is asked for as a sum may be told as a part of each price."""
    assert answers(library, text, question)


def test_a_sum_that_somebody_only_may_pay_is_a_sum(library: Callable[..., Path]) -> None:
    """What could be paid answers "how much money may it bring": it is no figure of a card, but a sum."""
    text = "According to the guild, the canal could bring up to 8 million crowns to Ardale by 2030.\n"
    assert answers(library, text, "How much money may the canal bring to Ardale?")
    texto = "Según el gremio, el canal podría aportar hasta 8 millones de coronas a Villaejemplo en 2030.\n"
    assert answers(library, texto, "¿Cuánto dinero puede aportar el canal a Villaejemplo?")
