"""What kind of thing a question asks for."""

from __future__ import annotations

import pytest

from bot.asking.answer_kinds import AnswerKind, opening
from bot.asking.asked import read_question
from bot.asking.asked_amount import COST, read_asked
from bot.asking.asked_kind import asked_kind, asked_thing, may_be_sided


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who sold it?", AnswerKind.PERSON),
        ("¿Cuántas personas lo vieron?", AnswerKind.NUMBER),
        ("When was it sold?", AnswerKind.DATE),
        ("¿Dónde está?", AnswerKind.PLACE),
        ("How old is the mayor?", AnswerKind.AGE),
        ("For how long was the ferry aground?", AnswerKind.DURATION),
        ("¿Cuánto tiempo estuvo cerrado el muelle?", AnswerKind.DURATION),
        ("How long is the quay?", AnswerKind.EXTENT),
        ("how long harbour closed", AnswerKind.EXTENT),
        ("¿Cómo de largo es el muelle?", AnswerKind.EXTENT),
        ("What will the quay cost?", AnswerKind.NUMBER),
        ("¿Qué va a costar el muelle?", AnswerKind.NUMBER),
        ("What did the first miller pay for his licence?", AnswerKind.NUMBER),
        ("¿Qué pagó el primer molinero por su licencia?", AnswerKind.NUMBER),
        ("What share of the votes did he win?", AnswerKind.SHARE),
        ("Why was it sold?", None),
        ("What fine did the dairy get?", AnswerKind.NUMBER),
        ("What was the old dairy’s budget?", AnswerKind.NUMBER),
        ("¿Qué indemnización pedía la molinera?", AnswerKind.NUMBER),
        ("At what speed was the tram going?", AnswerKind.SPEED),
        ("¿A qué velocidad iba el tranvía?", AnswerKind.SPEED),
        ("How deep is the shaft?", AnswerKind.LENGTH),
        ("¿Qué profundidad tiene el pozo?", AnswerKind.LENGTH),
        ("How heavy was the bell?", AnswerKind.WEIGHT),
        ("¿Qué temperatura hubo en el horno?", AnswerKind.DEGREE),
        ("At what time did the bell ring?", AnswerKind.HOUR),
        ("¿A qué hora sonó la campana?", AnswerKind.HOUR),
        ("Until what year may the ferry run?", AnswerKind.YEAR),
        ("¿Hasta qué año llega el permiso?", AnswerKind.YEAR),
        ("On what day of the week was it?", AnswerKind.WEEKDAY),
        ("What position does Ana Ejemplo hold?", AnswerKind.OFFICE),
        ("¿Qué cargo tiene Ana Ejemplo?", AnswerKind.OFFICE),
        ("What sentence did the driver get?", AnswerKind.DURATION),
        ("Which employee was fined?", AnswerKind.PERSON),
        ("¿Qué jueza lo ordenó?", AnswerKind.PERSON),
        ("What is the captain accused of?", None),
        ("What did the miller want?", None),
        ("What type of depth has the relief?", None),
        ("At what time in history was the mill the largest?", None),
        ("The miller's percentage in the vote?", AnswerKind.SHARE),
        ("Share of the votes for the miller", AnswerKind.SHARE),
        ("Age of the miller?", AnswerKind.AGE),
        ("Date of the vote?", AnswerKind.DATE),
        ("Cost of the mill in 2014", AnswerKind.NUMBER),
        ("Location of the mill?", AnswerKind.PLACE),
        ("¿Porcentaje de la molinera?", AnswerKind.SHARE),
        ("Edad de la molinera", AnswerKind.AGE),
        ("Fecha de la votación", AnswerKind.DATE),
        ("¿Coste del molino?", AnswerKind.NUMBER),
        ("Position of the millers on bread", None),
        ("Length of the strike?", None),
        ("Date palms in Ardale", None),
        ("Was the cost of the mill known?", None),
    ],
)
def test_a_question_shows_what_kind_of_thing_it_asks_for(question: str, kind: AnswerKind | None) -> None:
    """The question word or the noun behind it, not the matter, tells the kind."""
    assert asked_kind(question) is kind


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is the capital of Ogdenville?", "capital"),
        ("¿Cuál es el nombre del puerto?", "puerto"),
        ("Which captain sold it?", "captain"),
        ("Which year was it sold?", None),
        ("Did the captain sell it?", None),
    ],
)
def test_a_question_names_the_thing_it_asks_for(question: str, thing: str | None) -> None:
    """It stands behind the question word; a date is not called one where it is given."""
    assert asked_thing(question) == thing


@pytest.mark.parametrize(
    ("question", "sum_of_money"),
    [
        ("What compensation did the miller ask for?", True),
        ("¿Cuál era el presupuesto del muelle?", True),
        ("What did the weir cost to build?", True),
        ("What does it cost to moor at the quay?", True),
        ("¿Qué ha costado la presa?", True),
        ("¿Qué costará la presa?", True),
        ("Who paid the fine?", False),
        ("What mill was fined?", False),
    ],
)
def test_a_sum_is_asked_for_by_its_noun(question: str, sum_of_money: bool) -> None:
    """Who asks what fine somebody got, or what a thing cost, asks for an amount; who paid is none."""
    asked = read_asked(question, "es" if "¿" in question else "en")
    assert (asked.family == COST and asked.amount) is sum_of_money


def test_a_measure_may_be_given_differently() -> None:
    """Sources may differ on a depth or an hour as on a number."""
    assert may_be_sided("How deep is the shaft?") and may_be_sided("¿A qué hora sonó la campana?")
    assert not may_be_sided("Who rang the bell?")


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("In which year was the mill built?", True),
        ("After the vote, who rang the bell?", True),
        ("According to the miller, how many carts came?", True),
        ("Según la molinera, ¿cuántos carros vinieron?", True),
        ("que dijo la molinera", True),
        ("Whether and when the mill will open", True),
        ("Did the man who rang the bell fall?", False),
        ("Was the mayor there when the bell rang?", False),
        ("The miller, who rang the bell, did she fall?", False),
        ("¿Es de piedra o de barro el molino que mandó hacer la alcaldesa?", False),
    ],
)
def test_a_word_that_leads_on_opens_no_question(question: str, opens: bool) -> None:
    """Who, when or que within a sentence ask for nothing: yes or no answers such a question."""
    assert (opening(question) is not None) is opens
    assert opens or (asked_kind(question) is None and may_be_sided(question))


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("How much did the catch fall?", None),
        ("How much has the weir cost?", None),
        ("How much timber did they buy?", "timber"),
        ("How many boats sank?", "boats"),
        ("¿Cuánto cayó la pesca?", None),
        ("¿Cuánto vale la presa?", None),
        ("¿Cuánto van a pagar por la presa?", None),
        ("¿Cuánto dinero costó?", "dinero"),
        ("¿Cuánta leña hace falta?", "lena"),
    ],
)
def test_what_is_measured_is_no_noun_that_is_counted(question: str, noun: str | None) -> None:
    """Behind "how much" a verb says what changed or cost, and nothing is counted."""
    assert read_question(question).counted == noun
