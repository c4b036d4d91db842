"""Amounts that may count different things stand side by side, in their own words, and nothing is asserted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_up_points import ask, labels, of_kind, passage

from bot.answer import ContestedPoint, Kind
from bot.answering.respond import Question, respond
from bot.contested.figures.best_told import best_supported
from bot.contested.figures.given_figures import figures_in, value_of
from bot.contested.spoken_sentences import statements
from index.embedded import open_library
from index.model import Mode, Voice

_COST = "How much did the walkout cost Norda Mills?"


def found(question: str, *texts: str, language: str = "en") -> list[ContestedPoint]:
    """Return the points of figures on a question about texts of as many sources."""
    passages = (passage(text, f"t{number}", language=language) for number, text in enumerate(texts))
    return of_kind(ask(question, *passages, language=language), Kind.FIGURE)


def test_amounts_of_one_cost_stand_in_their_own_words() -> None:
    """What it cost in all and what it cost a day stand side by side, each worded as its text words it."""
    (table,) = found(
        _COST,
        "The walkout cost Norda Mills $90 million in profit.",
        "The walkout is costing Norda Mills about $4 million a day.",
        "Norda Mills paid its chairman $7 million during the walkout.",
    )
    assert set(labels(table)) == {"“$90 million”", "“about $4 million a day”"}
    assert table.heading.endswith("figures in the passages found")


def test_a_value_of_most_sources_comes_first() -> None:
    """Nothing is asserted, so the value that most sources give leads."""
    (table,) = found(
        _COST,
        "The walkout cost Norda Mills $90 million.",
        "It is said that the walkout cost Norda Mills $60 million, too.",
        "So far the walkout has cost Norda Mills $60 million.",
    )
    assert labels(table) == ["“$60 million”", "“$90 million”"]
    assert [position.sources for position in table.positions] == [2, 1]


def test_who_took_part_is_counted_by_people_or_by_votes() -> None:
    """Who counts those who took part in a vote counts people, participants or votes."""
    (table,) = found(
        "¿Cuánta gente participó en la consulta de Ardale?",
        "En la consulta de Ardale participaron 20.000 personas.",
        "El alcalde calculó en 31.000 la cifra de vecinos que fueron a participar en la consulta de Ardale.",
        "En la consulta de Ardale seis personas fueron detenidas.",
        language="es",
    )
    assert set(labels(table)) == {"«20.000 personas»", "«31.000»"}


def test_a_length_of_time_is_an_amount() -> None:
    """Who asks how long gets the lengths that voices give, with their units."""
    (table,) = found(
        "How long did the strike of the Ardale dockers last?",
        "The strike of the Ardale dockers lasted 40 days.",
        "After six weeks the strike of the Ardale dockers ended.",
        "The ferry strike of Borvik lasted three days.",
    )
    assert set(labels(table)) == {"“40 days”", "“six weeks”"}


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("How long does the walk through the Keld mine take?",
         "The walk through the Keld mine takes about four hours.",
         "The round trip, a walk through the Keld mine, takes about nine hours."),
        ("How long did the dive through the Keld mine take?",
         "The dive through the Keld mine took five hours there and back.",
         "The dive through the Keld mine took two hours."),
        ("¿Cuánto dura la caminata por la mina de Keld?",
         "La caminata por la mina de Keld dura cuatro horas.",
         "La caminata por la mina de Keld dura nueve horas, ida y vuelta."),
    ],
)  # fmt: skip
def test_a_way_there_and_back_is_none_there(question: str, one: str, other: str) -> None:
    """How long a way takes is not set beside how long it takes there and back."""
    assert found(question, one, other, language="es" if question[0] == "¿" else "en") == []


def test_percentages_of_some_are_none_of_all() -> None:
    """A percentage that names of whom it is may be of some of those who are asked about."""
    assert not found(
        "What percentage of the voters of Ardale support the mayor?",
        "In Ardale 70 percent of young voters support the mayor.",
        "In Ardale 30 percent of old voters support the mayor.",
    )
    (table,) = found(
        "By what percentage do filters reduce the dust of the Ardale mills?",
        "Filters reduce the dust of the Ardale mills by 80 percent.",
        "Filters reduce the dust of the Ardale mills by 27 percent.",
    )
    assert set(labels(table)) == {"“80 percent”", "“27 percent”"}


def test_two_strikes_are_not_set_side_by_side() -> None:
    """Where the texts count two things of the kind, there is no table."""
    assert not found(
        "How many people joined the strike in Ashby?",
        "Some 4,000 people joined the nurses' strike in Ashby.",
        "Some 9,000 people joined the miners' strike in Ashby.",
    )


def test_a_card_holds_the_other_values_of_the_same_thing() -> None:
    """A value of an article that names the place in its title only is one of the same thing."""
    (card,) = found(
        "How many people were wounded in the clashes of Ardale?",
        "In the clashes of Ardale police wounded 30 people. The mayor of Ardale, Rosa Penn, spoke.",
        "The clashes of Ardale left 41 people wounded. The mayor of Ardale, Rosa Penn, was silent.",
        "Mayor Rosa Penn of Ardale blamed the police of Ardale. In the clashes 52 people were wounded.",
    )
    assert set(labels(card)) == {"“30”", "“41”", "“52”"}


def test_tolls_that_may_be_of_other_hours_stand_side_by_side(library: Callable[..., Path]) -> None:
    """Where it is not sure that reports count the same dead, each is shown in its own words."""
    texts = (
        "A weir above Ardale gave way and drowned three hamlets, killing at least 26 people.",
        "Some 13 people were found dead and 118 are missed after a weir broke and loosed a flood, an officer"
        " told reporters.",
        "The weir broke after nine days of rain, drowning 12 hamlets; at least 40 people lost their lives.",
    )
    beside = "\n\nThe flood took the bridge, too.\n"
    index = open_library(library({f"t{at}.md": f"{text}{beside}" for at, text in enumerate(texts)}))
    (table,) = respond(index, Question("How many people died in the flood?")).contested
    assert table.heading.endswith("figures in the passages found")
    assert {"“at least 26 people”", "“at least 40 people”"} <= set(labels(table))


def test_a_toll_of_another_year_is_none_of_this() -> None:
    """An earlier disaster that a text recalls with its year is not counted among the dead of this one."""
    assert not found(
        "How many people were killed in the Borvik fire?",
        "The Borvik fire of 2017 took 72 lives. After a mill burned in 2009, killing six, nothing changed.",
        "In the Borvik fire of 2017 72 people died.",
    )


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("How many people were killed by the fire in Odrin?", "The fire in Odrin killed 6 people on Tuesday.",
         "The fire in Odrin killed 9 people on Thursday."),
        ("How many people were injured in the flood in Odrin?", "The flood in Odrin left 40 people injured.",
         "At least 70 people were injured in the flood in Odrin."),
        ("How many people marched in Odrin?", "About 4,000 people marched in Odrin against the mine.",
         "About 900 people marched in Odrin against the mine."),
        ("How many people were arrested at the march in Odrin?",
         "Police arrested 40 people at the march in Odrin.",
         "Police arrested 12 people at the march in Odrin."),
        ("¿Cuántos muertos dejó el derrumbe de Odrin?", "El derrumbe de Odrin dejó 4 muertos.",
         "El derrumbe de Odrin dejó 11 muertos, según la alcaldía."),
    ],
)  # fmt: skip
def test_tolls_told_years_apart_are_of_two_events(question: str, one: str, other: str) -> None:
    """What befell a place once is not set against what befell it years later."""
    language = "es" if "¿" in question else "en"

    def on(*dates: str) -> list[ContestedPoint]:
        texts = zip((one, other), "ab", dates, strict=True)
        held = (passage(text, name, date, language=language) for text, name, date in texts)
        return of_kind(ask(question, *held, language=language), Kind.FIGURE)

    assert not on("1998-07-01", "2016-03-01")
    assert on("2016-02-29", "2016-03-01")


@pytest.mark.parametrize(
    ("question", "withdrawn", "right", "other", "language"),
    [
        ("How many people died on the Brigga?",
         "Correction: an earlier version of this article said that 23 people had died on the Brigga.",
         "On the Brigga 21 people died.", "Nineteen people died on the Brigga.", "en"),
        ("How many people died on the Brigga?",
         "On Monday we wrongly reported that 23 people had died on the Brigga.",
         "On the Brigga 21 people died.", "Nineteen people died on the Brigga.", "en"),
        ("How many people were killed in the Odrin fire?",
         "This article originally said that 23 people were killed in the Odrin fire.",
         "In the Odrin fire 21 people were killed.", "The Odrin fire killed 19 people.", "en"),
        ("¿Cuántos muertos dejó el incendio de Odrin?",
         "Una versión anterior de esta nota decía que el incendio de Odrin dejó 23 muertos.",
         "El incendio de Odrin dejó 21 muertos.", "El incendio de Odrin dejó 19 muertos.", "es"),
        ("¿Cuántos muertos dejó el incendio de Odrin?",
         "El lunes publicamos por error que el incendio de Odrin dejó 23 muertos.",
         "El incendio de Odrin dejó 21 muertos.", "El incendio de Odrin dejó 19 muertos.", "es"),
    ],
)  # fmt: skip
def test_what_a_text_withdraws_is_no_position(
    question: str, withdrawn: str, right: str, other: str, language: str
) -> None:
    """A figure that a correction takes back is set against nobody's, nor is its source against itself."""
    (card,) = found(question, f"{right} {withdrawn}", other, language=language)
    assert len(labels(card)) == 2
    assert not any("23" in label for label in labels(card))


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("How many people did the storm kill in Odrin?", "The storm killed 7 people in Odrin.",
         "The storm did not kill 9 people in Odrin, the hospital says."),
        ("How many people did the storm kill in Odrin?", "The storm killed 7 people in Odrin.",
         "Did the storm kill 12 people in Odrin? Nobody knows."),
        ("How many people were killed in Odrin?", "In Odrin 3 people were killed.",
         "Rumours that 30 people were killed in Odrin are untrue."),
        ("How many people did fever kill in Odrin?", "Fever killed 40 people in Odrin last winter.",
         "Fever will kill 90 people in Odrin next winter, doctors fear."),
        ("¿A cuántas personas mató la tormenta en Odrin?", "La tormenta mató a 7 personas en Odrin.",
         "La tormenta no mató a 9 personas en Odrin, según el hospital."),
        ("¿A cuántas personas mató la tormenta en Odrin?", "La tormenta mató a 7 personas en Odrin.",
         "¿Mató la tormenta a 12 personas en Odrin? Nadie lo sabe."),
        ("¿Cuántas personas murieron en Odrin?", "En Odrin murieron 3 personas.",
         "Los rumores que 30 personas murieron en Odrin son falsedades."),
    ],
)  # fmt: skip
def test_what_nobody_asserts_is_no_figure(question: str, said: str, other: str) -> None:
    """A figure that is denied, asked, called untrue or still to come is set against none that is told."""
    assert not found(question, said, other, language="es" if "¿" in question else "en")


def test_what_is_not_done_with_so_many_denies_none_of_them() -> None:
    """Who does not name the 9 dead says that there are 9."""
    (card,) = found(
        "How many people did the storm kill in Odrin?",
        "The storm killed 7 people in Odrin.",
        "The mayor did not name the 9 people killed by the storm in Odrin.",
    )
    assert len(labels(card)) == 2


@pytest.mark.parametrize(("other", "values"), [("more than 9,000", 2), ("about 9,000", 1)])
def test_a_bound_that_shuts_a_number_out_is_no_rounding_of_it(other: str, values: int) -> None:
    """What is said to be more than 9,000 is not 8,930, however near; about 9,000 it is."""
    texts = ("In Ardale 8,930 people marched.", f"In Ardale {other} people marched.")
    given = figures_in(statements([passage(text, f"t{number}") for number, text in enumerate(texts)]))
    assert len({value_of(each) for each in best_supported(given, 6)}) == values


def test_who_says_it_owns_nothing_that_is_counted() -> None:
    """In "Norland's army says" Norland is no owner of what is counted, and tells no two things apart."""
    first = "Norland's army says that 139 of its soldiers have been killed in the ground offensive."
    voice = Voice(first.index("139"), len(first), "Norland's army", Mode.INDIRECT, "says")
    other = "Officers say 137 soldiers have been killed during the country's ground offensive."
    points = ask(
        "How many soldiers were killed in the ground offensive?",
        passage(first, "t0", voices=(voice,)),
        passage(other, "t1"),
    )
    (card,) = of_kind(points, Kind.FIGURE)
    assert set(labels(card)) == {"“139”", "“137”"}


def test_people_of_a_place_are_counted_by_their_name() -> None:
    """Who asks how many of a people, gets the numbers that name that people."""
    (table,) = found(
        "How many Norlanians have no insurance?",
        "There are 25 million Norlanians who have no insurance.",
        "In all 28 million Norlanians have no insurance.",
        "22 million Freedonians have no insurance.",
    )
    assert set(labels(table)) == {"“25 million Norlanians”", "“28 million Norlanians”"}
    assert table.heading.startswith("Norlanians")


@pytest.mark.parametrize(
    ("question", "one", "other", "without", "language"),
    [
        (
            "In how many other towns is the levy challenged?",
            "The levy is challenged in at least 16 other towns.",
            "The levy is challenged in six other towns.",
            "The levy is challenged in ten towns.",
            "en",
        ),
        (
            "¿En cuántos otros pueblos se recurre la tasa?",
            "La tasa se recurre en otros 16 pueblos.",
            "La tasa se recurre en otros nueve pueblos.",
            "La tasa se recurre en diez pueblos.",
            "es",
        ),
    ],
)
def test_who_asks_for_others_is_told_of_others(
    question: str, one: str, other: str, without: str, language: str
) -> None:
    """Others are counted beside others: a number of all of them is none of those."""
    (table,) = found(question, one, other, without, language=language)
    assert len(table.positions) == 2
    assert not found(question, one, without, language=language)


@pytest.mark.parametrize(
    ("question", "texts", "values", "language"),
    [
        (
            "How many singers took part in the song festival of Arle?",
            (
                "The song festival of Arle drew 640 singers on Saturday, the organisers said.",
                "The stewards say that 410 singers took part in the song festival of Arle on Saturday.",
            ),
            {"“640 singers”", "“410 singers”"},
            "en",
        ),
        (
            "How many people attended the fair of Lund?",
            (
                "The fair of Lund attracted 5,000 people on Friday, the mayor said.",
                "Some 2,000 people attended the fair of Lund on Friday, the police said.",
            ),
            {"“5,000 people”", "“Some 2,000 people”"},
            "en",
        ),
        (
            "¿Cuántos gaiteros participaron en el desfile de Mora?",
            (
                "El desfile de Mora reunió a 640 gaiteros el sábado, según los organizadores.",
                "La policía dice que 410 gaiteros participaron en el desfile de Mora el sábado.",
            ),
            {"«640 gaiteros»", "«410 gaiteros»"},
            "es",
        ),
    ],
)
def test_who_took_part_is_told_by_what_drew_them(
    question: str, texts: tuple[str, str], values: set[str], language: str
) -> None:
    """Those who came are counted by any noun, and by what a gathering drew as by what they did there."""
    (table,) = found(question, *texts, language=language)
    assert set(labels(table)) == values


def test_this_year_is_the_year_of_its_text() -> None:
    """What two texts of two years tell of "this year" is of two years."""
    texts = (
        passage("The song festival of Arle drew 640 singers on Saturday.", "a", "2012-05-03"),
        passage("At the song festival of Arle 410 singers took part this year.", "b", "2013-05-04"),
    )
    question = "How many singers took part in the song festival of Arle?"
    assert of_kind(ask(question, *texts), Kind.FIGURE) == []
