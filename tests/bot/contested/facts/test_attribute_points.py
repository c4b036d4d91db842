"""What a person, place or work is, as each source gives it: found whatever the wording of the question."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, passage

from bot.answer import ContestedPoint, Kind
from bot.asking.query import make_query
from bot.contested.facts.attribute_points import asked_attribute
from index.model import Passage


def card(question: str, *passages: Passage, language: str = "en") -> ContestedPoint | None:
    """Return the one point of kind figure or fact."""
    points = [point for point in ask(question, *passages, language=language) if point.kind is not Kind.VOICES]
    return points[0] if points else None


@pytest.mark.parametrize(
    ("question", "one", "other", "values"),
    [
        (
            "What is the population of Springfield?",
            "In the 2011 census, the population of Springfield was 9,523.",
            "At the 2011 census Springfield had 1,234 inhabitants.",
            ["“9,523”", "“1,234”"],
        ),
        (
            "Who designed the Elks Hall in Ardale?",
            "The Elks Hall in Ardale was designed by William Sample and opened in 1911.",
            "The Elks Hall in Ardale, designed by Franka Muster, has a tower.",
            ["“William Sample”", "“Franka Muster”"],
        ),
        (
            "When was Kerry Ejemplo born?",
            "Kerry Ejemplo (3 July 1950 – 4 May 2001) was a painter.",
            "Kerry Ejemplo was born on 12 December 1950 in Ardale.",
            ["“3 July 1950”", "“12 December 1950”"],
        ),
        (
            "What is the profession of Kerry Ejemplo?",
            "Kerry Ejemplo is a painter from Ardale.",
            "Kerry Ejemplo is a tennis coach who lives in Borvik.",
            ["“painter”", "“tennis coach”"],
        ),
        (
            "¿Quién diseñó el Puente Nuevo de Villa Muestra?",
            "El Puente Nuevo de Villa Muestra fue diseñado por Marta Solvar.",
            "El Puente Nuevo de Villa Muestra, diseñado por Hugo Caseno, abrió en 1950.",
            ["«Marta Solvar»", "«Hugo Caseno»"],
        ),
    ],
)
def test_what_each_source_gives_is_a_position(question: str, one: str, other: str, values: list[str]) -> None:
    """A number, name, day or kind stands beside its words in each source."""
    language = "es" if "¿" in question else "en"
    passages = [passage(text, name, language=language) for text, name in ((one, "a"), (other, "b"))]
    point = card(question, *passages, language=language)
    assert point is not None
    assert labels(point) == values


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "When was the mill of Ardale built?",
            "The mill of Ardale was built in 1893.",
            "The mill of Ardale was built on 2 May 1893.",
        ),
        (
            "Who directed the film “Grey Ticket”?",
            "Grey Ticket is a film directed by Elia Sample.",
            "Grey Ticket, directed by Sample, came out in 1950.",
        ),
        (
            "What is the mayor Kerry Ejemplo planning for Ardale?",
            "Kerry Ejemplo is a painter.",
            "Kerry Ejemplo is a tennis coach.",
        ),
    ],
)
def test_what_can_be_one_makes_no_card(question: str, one: str, other: str) -> None:
    """A year and a day in it, a name and its surname agree; other questions ask for no attribute."""
    assert card(question, passage(one, "a"), passage(other, "b")) is None


def test_a_part_of_the_name_is_another_bearer() -> None:
    """What another school of the county gives is no value of the one asked after."""
    passages = [
        passage("Ardale County High School is located in Borvik.", "a"),
        passage("Port Southern High School is located in Lorvia.", "b"),
        passage("The board of Ardale County is based in Melmar.", "c"),
    ]
    assert card("Where is Ardale County High School located?", *passages) is None


def test_a_later_sentence_goes_on_about_the_one_named() -> None:
    """“It was founded in 1919” counts for what the text named before, one that names another does not."""
    passages = [
        passage("The Borvik Rowing Club has two boats. It was founded in 1919 by a baker.", "a"),
        passage(
            "The Borvik Rowing Club was founded in 1925. The Melmar Chess Club was founded in 1950.", "b"
        ),
    ]
    point = card("When was the Borvik Rowing Club founded?", *passages)
    assert point is not None
    assert labels(point) == ["“1919”", "“1925”"]


@pytest.mark.parametrize(
    ("question", "one", "other", "values"),
    [
        (
            "Who is the artist of the album “Slow Morning”?",
            "Slow Morning is the first album by R&B singer Ana Sample, out in May.",
            "Slow Morning is a live album recorded by New Ardale electro-folk band Melmar.",
            ["“Ana Sample”", "“Melmar”"],
        ),
        (
            "Who is the artist of the album “Slow Morning”?",
            "Slow Morning is the third Nordic LP released by The Who in spring.",
            "More Praise by filmlover . Slow Morning is an album by The Muster Family Released 1968.",
            ["“The Who”", "“The Muster Family”"],
        ),
        (
            "When was Justice Muster born?",
            "Karl Muster (d. 1866) was a judge, born in 1790 in Ardale.",
            "Born in Ardale, Justice Muster read law in 1866. Justice Muster was born in 1801.",
            ["“1790”", "“1801”"],
        ),
        (
            "When was Ardale Records established?",
            "Ardale Records was established in late 1964 by a baker.",
            "Ardale Records was established in the early 1920s.",
            ["“late 1964”", "“early 1920s”"],
        ),
        (
            "What is the population of Ardale?",
            "Ardale had a population of 741 and a population density of 423 in 2010.",
            "At the census there were 1,837 people, 319 households and 221 families in Ardale.",
            ["“741”", "“1,837”"],
        ),
        (
            "What is Ardale known for?",
            "Linked to the history of Ardale is the rise of a brewery. Ardale is a spa with three springs.",
            "Ardale is a harbour.",
            ["“spa with three springs”", "“harbour”"],
        ),
    ],
)
def test_only_what_is_said_of_the_one_asked_after_is_a_value(
    question: str, one: str, other: str, values: list[str]
) -> None:
    """No describing name, other event, other number or other subject; parts of a year belong to it."""
    point = card(question, passage(one, "a"), passage(other, "b"))
    assert point is not None
    assert labels(point) == values


def test_lines_of_a_site_give_no_value() -> None:
    """“Retrieved from ...” behind a list is no maker of the work."""
    passages = [
        passage("Slow Morning is an album by Ana Sample.", "a"),
        passage("Slow Morning authority control release group Retrieved from an archive", "b"),
    ]
    assert card("Who is the artist of the album “Slow Morning”?", *passages) is None


def test_the_heading_has_the_name_whole() -> None:
    """A heading names what is asked after as the question writes it."""
    passages = [
        passage("Born in Ardale is an album by Ana Sample.", "a"),
        passage("Born in Ardale is an album by Franka Muster.", "b"),
    ]
    point = card("Who is the artist of the album “Born in Ardale”?", *passages)
    assert point is not None
    assert point.heading.endswith("Born in Ardale")


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("How tall is the Odrin mast?", "The Odrin mast is 150 metres tall.",
         "The Odrin mast is 0.15 km tall."),
        ("How tall is the Odrin mast?", "The Odrin mast is 150 metres tall.",
         "The Odrin mast is 492 feet tall."),
        ("How long is the Odrin weir?", "The Odrin weir is a 1,300-metre long wall.",
         "The Odrin weir is 1.3 km long."),
        ("What is the area of Odrin?", "The area of Odrin is 2 square kilometres.",
         "The area of Odrin is 200 hectares."),
        ("What is the population of Odrin?", "The population of Odrin is 3.5 million.",
         "The population of Odrin was 3,500,000."),
        ("How big is Odrin Park?", "Odrin Park covers 40 hectares.", "Odrin Park is 3 km long."),
    ],
)  # fmt: skip
def test_one_quantity_in_two_units_is_no_quarrel(question: str, one: str, other: str) -> None:
    """Numbers are compared with their units, and what is measured differently is not compared."""
    assert card(question, passage(one, "a"), passage(other, "b")) is None


def test_quantities_that_differ_stand_with_their_units() -> None:
    """Of two heights each is shown with its unit, whichever it is told in."""
    point = card(
        "How tall is the Odrin mast?",
        passage("The Odrin mast is 150 metres tall.", "a"),
        passage("The Odrin mast is 0.2 km tall.", "b"),
    )
    assert point is not None
    assert labels(point) == ["“150 metres”", "“0.2 km”"]


def test_who_asks_with_one_word_is_given_what_stands_beside_its_like() -> None:
    """An opening is no founding where two sources tell of that; nor is an author a director."""
    founded = card(
        "When was the Keld Brewery established?",
        passage("The Keld Brewery was founded in 1874. The Keld Brewery opened a shop in 2007.", "a"),
        passage("The Keld Brewery was established in 1901 by two brothers.", "b"),
        passage("The Keld Brewery opened a tavern in 1966.", "c"),
    )
    assert founded is not None and sorted(labels(founded)) == ["“1874”", "“1901”"]
    directed = card(
        'Who is the director of "The Oren Lamp"?',
        passage("The Oren Lamp is a 1931 film directed by Franka Muster.", "a"),
        passage("The Oren Lamp is a film of 1958, directed by Olav Sample in Borvik.", "b"),
        passage("The Oren Lamp was first a play written by Ada Penn.", "c"),
    )
    assert directed is not None and sorted(labels(directed)) == ["“Franka Muster”", "“Olav Sample”"]


def test_a_place_is_named_with_where_it_lies() -> None:
    """It is "Tisk Hill, Ardale" in a text that names Ardale somewhere else."""
    point = card(
        "What is the population of Tisk Hill, Ardale?",
        passage(
            "Tisk Hill is a township of Keld County, Ardale. The 2010 census counted 3,171 people there.", "a"
        ),
        passage(
            "Tisk Hill is a township of Borvik County, Ardale. The 2000 census found 887 people there.", "b"
        ),
    )
    assert point is not None and sorted(labels(point)) == ["“3,171”", "“887”"]


def test_what_is_named_further_on_is_meant_by_its_noun() -> None:
    """It is of the museum that its paragraph names that "the museum was founded" is said."""
    point = card(
        "When was the Museum of Ardale Glass founded?",
        passage("The museum was founded in 1874. The Museum of Ardale Glass is on the quay.", "a"),
        passage("The Museum of Ardale Glass was founded in 1901.", "b"),
    )
    assert point is not None and sorted(labels(point)) == ["“1874”", "“1901”"]


def test_a_people_is_nobody_of_whom_something_is_asked() -> None:
    """What is asked of "the Norwegian ferry service" is not asked of all that is Norwegian."""
    point = card(
        "Who is the new head of the Norwegian ferry service?",
        passage("The Norwegian choir is led by Ana Ejemplo, who has sung since 1990.", "a"),
        passage("The Norwegian bakery, led by Hugo Caseno, sells bread on the quay.", "b"),
        passage("The chief of the ferry service of Norway, Franka Muster, began in May.", "c"),
    )
    assert point is None


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("¿De quién es la culpa de que cerraran las lonjas de Aldea?", False),
        ("¿De quién es la responsabilidad del cierre?", False),
        ("¿De quién es la canción Agua Alta?", True),
    ],
)
def test_whose_fault_it_is_asks_for_no_author(question: str, *, asks: bool) -> None:
    """“De quién es” asks for who made a thing only where a work is named."""
    assert (asked_attribute(make_query(question)) is not None) is asks
