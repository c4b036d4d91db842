"""What points of kind fact promise: two voices exclude each other on one thing. All texts are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_up_points import ask, labels, of_kind, passage

from bot.answer import Kind
from bot.answering.respond import Question, respond
from bot.contested import library_points
from bot.contested.facts.statements import said_by
from bot.contested.facts.winners import winners_in
from bot.contested.spoken_sentences import statements
from index.embedded import open_library

FILLER = (passage("The river rose in spring.", "x"), passage("Schools opened again.", "y"))


def facts(question: str, *texts: str, language: str = "en") -> list[list[str]]:
    """Return the labels of the points of kind fact on articles with one text each."""
    articles = (passage(text, f"a{number}", "2021-03-04", (), language) for number, text in enumerate(texts))
    return [
        labels(point) for point in of_kind(ask(question, *articles, *FILLER, language=language), Kind.FACT)
    ]


@pytest.mark.parametrize(
    ("one", "other", "causes"),
    [
        (
            "The fire in Springfield was caused by lightning.",
            "The mayor blamed the fire in Springfield on a bakery.",
            ["lightning", "a bakery"],
        ),
        (
            "Lightning triggered the fire in Springfield.",
            "The fire in Springfield is due to old cables.",
            ["Lightning", "old cables"],
        ),
        (
            "Neighbours blamed the bakery for the fire in Springfield.",
            "The fire in Springfield resulted from arson.",
            ["the bakery", "arson"],
        ),
    ],
)
def test_causes_of_one_event(one: str, other: str, causes: list[str]) -> None:
    """Different causes that two voices give for one event stand side by side, each as its text words it."""
    assert facts("What caused the fire in Springfield?", one, other) == [[f"“{cause}”" for cause in causes]]


def test_causes_in_spanish() -> None:
    """Spanish ways to give a cause are read as well."""
    one, other = (
        "El incendio de Villa Ejemplo se debió a un rayo.",
        "El incendio de Villa Ejemplo fue provocado por un vecino.",
    )
    assert facts("¿Qué causó el incendio de Villa Ejemplo?", one, other, language="es") == [
        ["«un rayo»", "«un vecino»"]
    ]


@pytest.mark.parametrize(
    "other",
    [
        "The fire at the mill in Springfield was caused by arson.",  # another fire
        "The fire at the school in Springfield may have been caused by arson.",  # a possibility
        "Was the fire at the school in Springfield caused by arson?",  # a question
        "The fire at the school in Springfield was caused by a stroke of lightning.",  # the same
        "In 1990 the fire at the school in Springfield was caused by arson.",  # another time
    ],
)
def test_causes_of_two_events_are_no_quarrel(other: str) -> None:
    """Another event, time or mere possibility is not set against a cause."""
    one = "The fire at the school in Springfield was caused by lightning."
    assert facts("What caused the fires in Springfield?", one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("Police burned the post in Springfield.", "The post in Springfield was burned by protesters.", 1),
        ("Police burned the post in Springfield.", "Officers burned the post in Springfield.", 0),
        ("Police burned a post in Springfield.", "Protesters burned a post in Springfield.", 0),
        ("Police did not burn the post in Springfield.", "Protesters burned the post in Springfield.", 0),
        ("Police burned the post in Springfield.", "Protesters burned the flag in Springfield.", 0),
    ],
)
def test_who_did_one_deed(one: str, other: str, shown: int) -> None:
    """Doers of two kinds exclude each other only for one deed to one certain thing."""
    assert len(facts("Who burned the post in Springfield?", one, other)) == shown


def test_ways_to_die_exclude_each_other() -> None:
    """How one person died is set side by side where two ways are named; a sentence with both says neither."""
    one, other = (
        "The baker of Springfield died of a heart attack.",
        "The baker of Springfield was shot and died.",
    )
    assert facts("How did the baker of Springfield die?", one, other) == [["“heart attack”", "“was shot”"]]
    both = "The baker of Springfield was beaten and shot and died."
    assert facts("How did the baker of Springfield die?", one, both) == []


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (
            "The council of Springfield did not pay the bakers for the bread.",
            "The council of Springfield paid the bakers for the bread.",
            1,
        ),
        (
            "The council of Springfield did not pay the bakers for the bread.",
            "The council of Springfield will pay the bakers for the bread.",
            0,
        ),
        (
            "The council of Springfield did not pay all bakers for the bread.",
            "The council of Springfield paid the bakers for the bread.",
            0,
        ),
        (
            "The council of Springfield did not pay the bakers for the bread.",
            "The council of Springfield was asked to pay the bakers for the bread.",
            0,
        ),
        (
            "The council of Springfield not only paid the bakers for the bread.",
            "The council of Springfield paid the bakers for the bread.",
            0,
        ),
        (
            "The dam of Springfield in the valley is stable.",
            "The dam of Springfield in the valley is unstable.",
            1,
        ),
    ],
)
def test_yes_and_no_to_one_statement(one: str, other: str, shown: int) -> None:
    """A statement and its denial are a point; a plan, a part or a request is no statement."""
    assert (
        len(facts("Tell me about the council and the dam of Springfield and its bakers", one, other)) == shown
    )


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        ("Ana Ejemplo, the vice-president of Ruritania, spoke first.", 1),
        ("Ana Ejemplo, the former vice-president of Ruritania, spoke first.", 0),
        ("Juan Ejemplo, the vice-president of Ruritania, spoke first.", 0),
    ],
)
def test_offices_of_one_person_at_one_time(other: str, shown: int) -> None:
    """Two offices of one ladder exclude each other for one full name at one time."""
    one = "Ana Ejemplo, the president of Ruritania, spoke first."
    assert len(facts("What office does Ana Ejemplo hold in Ruritania?", one, other)) == shown


def test_who_began() -> None:
    """Two voices that let different sides begin one clash are set side by side."""
    one, other = (
        "The guards fired first at the gate of Springfield.",
        "The protesters fired first at the gate of Springfield.",
    )
    assert facts("Who fired first at the gate of Springfield?", one, other) == [
        ["“The guards”", "“The protesters”"]
    ]


def test_stands_on_different_things_are_no_quarrel() -> None:
    """Support for one thing is not set against condemnation of another."""
    one, other = (
        "The mayor of Springfield supports the tax.",
        "The mayor of Springfield condemned the attack on the tax office.",
    )
    assert facts("Does the mayor of Springfield support the tax?", one, other) == []


def test_rival_labels_nobody_asked_for() -> None:
    """Two sentences that differ in little but rival labels are a framing, whatever the question asks."""
    points = ask(
        "What happened on the bridge in Springfield on Monday?",
        passage("On Monday rioters blocked the bridge in Springfield.", "a"),
        passage("On Monday peaceful protesters held the bridge in Springfield.", "b"),
        *FILLER,
    )
    assert len(of_kind(points, Kind.FRAMING)) == 1
    points = ask(
        "What happened on the bridge in Springfield on Monday?",
        passage("On Monday rioters blocked the bridge in Springfield.", "a"),
        passage("Peaceful protesters sang in front of the town hall of Shelbyville.", "b"),
        *FILLER,
    )
    assert of_kind(points, Kind.FRAMING) == []


def test_a_library_lists_its_facts() -> None:
    """Without a question facts are listed where two sources say nearly the same, under a name both hold."""
    points = library_points(
        [
            passage("The fire at the Shelbyville mill was caused by lightning.", "a"),
            passage("The fire at the Shelbyville mill was caused by arson.", "b"),
            passage("The fire at the Springfield school was caused by a cigarette.", "c"),
            passage("The bridge of Ruritania is open, wrote the paper.", "d"),
            passage("The bridge of Freedonia is closed, wrote the paper.", "e"),
        ],
        "en",
    )
    assert [(point.id, labels(point)) for point in points] == [
        ("fact-cause-shelbyville", ["“lightning”", "“arson”"])
    ]


@pytest.mark.parametrize(
    ("question", "shown"),
    [("¿Hubo votación en Lorvia?", True), ("¿Cuánta gente participó en la votación de Lorvia?", False)],
)
def test_who_asks_how_many_is_not_told_who_denies_what(question: str, shown: bool) -> None:
    """A denial answers whether something was; to a question for an amount it is none."""
    passages = [
        passage("No hubo votación en Lorvia, sostuvo el ministerio.", "a", language="es"),
        passage("Hubo una votación en Lorvia, y los remeros participaron.", "b", language="es"),
    ]
    assert bool(of_kind(ask(question, *passages, language="es"), Kind.FACT)) is shown


def test_a_slogan_denies_nothing() -> None:
    """“No to the levy!” and “More on the levy.” neither say nor deny that the levy is a tax."""
    passages = [passage("No to the boat levy tax!", "a"), passage("More on the boat levy tax.", "b")]
    assert of_kind(ask("Is the boat levy a tax?", *passages), Kind.FACT) == []


def listed(*texts: str) -> list[list[str]]:
    """Return the labels of the points that a library of articles with one text each lists."""
    articles = (passage(text, f"a{number}", "2021-03-04") for number, text in enumerate(texts))
    return [labels(point) for point in library_points(tuple(articles), "en")]


def test_a_plea_is_no_verdict() -> None:
    """Who pleaded not guilty once may plead guilty to something else later."""
    assert not listed(
        "Rosa Penn of Ardale pleaded not guilty to fraud.",
        "Rosa Penn of Ardale calmly pleaded guilty to fraud.",
    )


def test_who_did_not_do_something_is_not_denied_to_be() -> None:
    """“Neither Penn nor her co-author” denies what they did, not that there is a co-author."""
    assert not listed(
        "Neither Penn nor her co-author, Ivo Krall, ever claimed that Ardale was flooded.",
        "Penn and co-author Ivo Krall approached the flood of Ardale in another way.",
    )


def test_one_cause_in_other_words_is_one() -> None:
    """A tremor and an earthquake that set off one wave are one cause."""
    assert not facts(
        "What caused the wave in Ardale?",
        "A massive tremor triggered a wave in Ardale that killed fishermen.",
        "A magnitude-9 earthquake triggered a wave in Ardale that killed fishermen.",
    )


def test_one_denial_is_one_card_that_says_of_whom(library: Callable[..., Path]) -> None:
    """What several rules find is shown once, and a quote with a pronoun has the sentence before it."""
    texts = {
        "a.md": "The mayor removed Brandal on Monday.\n\nMinister Rosa Penn denied that Brandal had tried to "
        "close the academy.",
        "b.md": "Brandal's time ended when the mayor removed him. He had tried to close the academy, said "
        "Judge Ada Brem.",
    }
    index = open_library(library(texts))
    (point,) = respond(index, Question("Did Brandal try to close the academy?")).contested
    quotes = [claim.quote for each in point.positions for claim in each.claims]
    assert any(quote.startswith("Brandal's time") for quote in quotes)


def test_kindred_words_alone_are_no_answer() -> None:
    """A sentence that says hardly a word of the question itself takes no side in it."""
    texts = (
        "Ada Penn told the Keld Post during a break from legal lessons for migrants in Keld that it rained.",
        "The march on Keld is not a violation of immigration law, Olav Muster said.",
    )
    assert facts("Did the march on Keld break immigration law?", *texts) == []


def test_a_denial_is_shown_only_to_who_asks_for_it() -> None:
    """What two voices differ on is not shown where the question asks for something else of the matter."""
    texts = (
        "Ada Penn denied that she had burned the Keld letters.",
        "Ada Penn burned the Keld letters, Olav Muster said.",
        "The Keld letters were released by the harbour office.",
    )
    assert facts("Did Ada Penn burn the Keld letters?", *texts)
    assert facts("Who released the Keld letters?", *texts) == []


def test_what_did_not_happen_to_one_of_several_is_not_denied_of_another() -> None:
    """A bomb that did not go off is another than one that did."""
    assert not listed(
        "The visit came hours after a pipe bomb exploded at the Ardale market.",
        "Cameras showed him at the mill of Ardale, where a pipe bomb did not explode.",
    )


def test_what_somebody_is_elected_to_preside_over_won_nothing() -> None:
    """The land behind "presidente electo de" is no winner."""
    texts = (
        "Con tensión en las calles, Mona Ejemplo fue declarada ayer presidenta electa de Fredonia.",
        "Los gobiernos vecinos celebraron ayer la victoria de Mona Ejemplo, con tensión en las calles.",
    )
    said = [
        said_by(each) for each in statements([passage(text, "a", "2021-03-04", (), "es") for text in texts])
    ]
    won = [stand.label for each in said if each for stand in winners_in(each)]
    assert "Fredonia" not in won


def test_who_is_behind_one_thing_is_no_card_on_another() -> None:
    """Both name one country, and only one of them is asked about: the cut, not the break-in."""
    texts = (
        "North Keldia had nothing to do with the break-in at the Ardale studio, its office said.",
        "North Keldia is to blame for the break-in at the Ardale studio, the police said.",
        "The internet of North Keldia was cut on Monday, and an outage of nine hours followed.",
    )
    assert not facts("Who was behind the internet outage in North Keldia?", *texts)
    assert facts("Who was behind the break-in at the Ardale studio, North Keldia?", *texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ivo Tisk said the causes of the fire in Springfield are open.",
            "Springfield blamed Penn for the fire.",
        ),
        (
            "It was the price of bread that sparked the protests in Springfield.",
            "The protests in Springfield were sparked by low wages.",
        ),
        (
            "The council of Springfield rejected her appeal of the order that the judge gave.",
            "A judge gave Springfield an order, and the council of Springfield got her appeal.",
        ),
        (
            "The office called it a debunked theory that the dam of Springfield leaked oil.",
            "They repeat a discredited theory that the dam of Springfield leaked oil into the river.",
        ),
        (
            "The firm denied that the dam of Springfield leaked oil into the river.",
            "Springfield speaks of denials by the firm that the dam leaked oil into the river.",
        ),
        (
            "Olga Penn of Springfield was only called to refute claims that the dam leaked oil.",
            "The dam of Springfield leaked oil, said Olga Penn.",
        ),
        (
            "A vote of the Springfield council on the new tax, scheduled for Monday, is a test.",
            "The Springfield council did not vote on the new tax.",
        ),
    ],
)
def test_what_is_only_named_asked_for_or_still_to_come_is_denied_by_nobody(one: str, other: str) -> None:
    """The noun "causes", a request, a theory called false and what is set for a day assert nothing."""
    points = library_points([passage(one, "a", "2021-03-04"), passage(other, "b", "2021-03-04")], "en")
    assert [point.id for point in points if point.kind is Kind.FACT] == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            "The officers at the mill of Ardale carried no weapons.",
            "At the Ardale mill officers carried guns.",
            True,
        ),
        (
            "The officers at Ardale were unarmed, said Penn.",
            "The officers came armed to Ardale, said Tisk.",
            True,
        ),
        (
            "At first the officers at Ardale carried no weapons.",
            "Hours later the officers at Ardale carried guns.",
            False,
        ),
    ],
)
def test_who_carried_weapons_in_one_event(one: str, other: str, differ: bool) -> None:
    """In two texts of one event a word for it and who it was are enough; at first and later are two times."""
    points = library_points([passage(one, "a", "2021-03-04"), passage(other, "b", "2021-03-04")], "en")
    assert [point.id.startswith("fact-weapons") for point in points if point.kind is Kind.FACT] == [
        True
    ] * differ
