"""What any dispute judges: works, offers, reports, consent, and whether those concerned were asked."""

from __future__ import annotations

import pytest
from made_up_points import labels, passage

from bot.answer import ContestedPoint, Kind
from bot.contested import library_points
from index.model import Mode, Passage, Voice


def told(text: str, article: str, *speakers: tuple[str, str], language: str = "en") -> Passage:
    """Return a passage in which each speaker says a piece of the text."""
    voices = []
    for speaker, piece in speakers:
        start = text.index(piece)
        voices.append(Voice(start, start + len(piece), speaker, Mode.INDIRECT))
    return passage(text, article, None, tuple(voices), language)


def framings_of(*passages: Passage, language: str = "en") -> list[ContestedPoint]:
    """Return the framings that a library of passages lists."""
    return [point for point in library_points(passages, language) if point.kind is Kind.FRAMING]


ASKED = (
    "The Ardale council approved the Keld quarry after a public consultation, Mayor Dora Penn said in Ardale."
)
UNASKED = "The Keld quarry was approved without consulting the villages, the farmers' league of Ardale said."


def test_whether_those_concerned_were_asked_is_a_matter() -> None:
    """One voice says that they were, another that they were not."""
    (point,) = framings_of(passage(ASKED, "a"), passage(UNASKED, "b"))
    assert sorted(labels(point)) == ["“after a public consultation”", "“without consulting”"]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "Borvik Metals said that its offer to the Keld dockers was a historic package.",
            "The dockers' union of Keld called the offer of Borvik Metals paltry.",
            "en",
        ),
        (
            "La comisión de Ardale emitió un informe sesgado sobre Keld, afirmó Ada Prueba.",
            "El informe de la comisión de Ardale sobre Keld es creíble, dijo Olav Muestra.",
            "es",
        ),
        (
            "Las obras del tranvía de Keld son un desastre ambiental, denunció la liga de Ardale.",
            "El proyecto del tranvía de Keld generará empleo en Ardale, dijo la alcaldesa Dora Ejemplo.",
            "es",
        ),
    ],
)
def test_opposed_judgements_of_one_matter_are_listed(one: str, other: str, language: str) -> None:
    """Two sources that tell of one event judge it in opposed words."""
    assert (
        len(framings_of(passage(one, "a", None, (), language), passage(other, "b", None, (), language))) == 1
    )


def test_who_denies_that_it_was_wanted_says_that_it_was_not() -> None:
    """Where there are only yes and no a denial of one is the other, not a third position."""
    texts = (
        "The kiss in Keld was consensual, Olav Tisk said of the ceremony in Ardale.",
        "The kiss in Keld was not consensual, Dora Penn said after the ceremony in Ardale.",
        "Dora Penn said in Keld that the kiss at the Ardale ceremony came without her consent.",
    )
    (point,) = framings_of(*(passage(text, f"s{n}") for n, text in enumerate(texts)))
    assert len(point.positions) == 2


def test_two_whom_one_source_names_can_differ() -> None:
    """A source by itself gives both sides their say."""
    text = (
        "Keld's dockers struck on Monday. Ada Prueba of Borvik called its offer generous. "
        "Olav Tisk of the union called the offer derisory."
    )
    said = (("Ada Prueba", "its offer generous"), ("Olav Tisk", "the offer derisory"))
    assert len(framings_of(told(text, "a", *said))) == 1
    assert not framings_of(told(text, "a"))  # nobody knows that these are two


def test_what_a_word_of_denial_stands_before_is_nobodys_position() -> None:
    """Of a list behind "denied" it cannot be told what is denied: it is not what the denier says."""
    texts = (
        "Olav Tisk denied before the Ardale court threats, haste and lack of consent in the kiss at Keld.",
        "Dora Penn told the Ardale court that the kiss at Keld was against her will.",
    )
    assert not framings_of(*(passage(text, f"s{n}") for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Villagers in Ardale called for an independent and impartial report on the Keld raid.",
            "The Ardale newspaper's report on the Keld raid was biased, Mayor Dora Penn said.",
        ),
        (
            "The Keld dam needs a plan against pollution, Mayor Dora Penn of Ardale said.",
            "The Keld dam brings jobs to Ardale, Borvik Water said.",
        ),
    ],
)
def test_what_is_only_asked_for_is_no_judgement(one: str, other: str) -> None:
    """A wish for a fair report, or a plan against harm, takes no side."""
    assert not framings_of(passage(one, "a"), passage(other, "b"))


def test_a_demand_and_its_refusal_are_two_sides() -> None:
    """Who says that somebody must go stands against him who will not."""
    (point,) = framings_of(
        passage("The Keld council's opposition said that Mayor Olav Tisk must resign over the quay.", "a"),
        passage("Mayor Olav Tisk of Keld said of the quay that he will not resign.", "b"),
    )
    assert sorted(labels(point)) == ["“must resign”", "“will not resign”"]


def test_how_somebody_is_treated_is_a_matter() -> None:
    """One voice says that the rules are those of all, another that it is politics."""
    (point,) = framings_of(
        passage("Mayor Ada Penn of Keld said of the skater Olav Tisk in Ardale that rules are rules.", "a"),
        passage("The brother of the skater Olav Tisk said in Ardale that all this was politics.", "b"),
    )
    assert sorted(labels(point)) == ["“rules are rules”", "“was politics”"]


def test_who_asks_strikers_to_go_back_stands_against_who_goes_on() -> None:
    """What is asked for is a side where the matter is what should be done; a deal to end it is none."""
    asked = "Keld's mayor Dora Penn urged the dockers of Borvik to call off the strike."
    (point,) = framings_of(
        passage(asked, "a"),
        passage("The dockers of Borvik voted in Keld to continue the strike, Olav Tisk said.", "b"),
    )
    assert sorted(labels(point)) == ["“call off the strike”", "“continue the strike”"]
    deal = "The dockers of Borvik and mayor Dora Penn signed a deal to end the strike in Keld."
    assert not framings_of(passage(asked, "a"), passage(deal, "b"))


def test_a_raid_on_houses_is_no_war() -> None:
    """Who "invaded" a house, and a police operation in a street, cross no border."""
    assert not framings_of(
        passage("The police operation in the Keld hills of Ardale lasted an hour, an officer said.", "a"),
        passage("Neighbours in the Keld hills of Ardale said that policemen invaded their houses.", "b"),
    )


JUDGED = (
    (
        "The Keld ferry ban is a necessary step, said Ada Muster of the Ardale harbour office.",
        "Olav Tisk of Ardale called the Keld ferry ban a reckless decision.",
        "en",
        ["“necessary step”", "“reckless decision”"],
    ),
    (
        "La veda de Keld es una medida sensata, dijo Ada Muestra, de la oficina de Ardale.",
        "Para Olav Prueba, de Ardale, la veda de Keld es una medida inútil.",
        "es",
        ["“inútil”", "“sensata”"],
    ),
)


@pytest.mark.parametrize(("one", "other", "language", "said"), JUDGED)
def test_a_word_that_judges_counts_beside_what_is_judged(
    one: str, other: str, language: str, said: list[str]
) -> None:
    """What praises or blames is a label where it stands beside a decision or a measure, or is said of it."""
    pool = passage(one, "a", language=language), passage(other, "b", language=language)
    (point,) = framings_of(*pool, language="en")
    assert sorted(labels(point)) == said


def test_a_word_that_judges_something_else_is_no_label() -> None:
    """A terrible storm is no terrible decision, though one is spoken of."""
    one = "The Keld ferry ban is a necessary step, said Ada Muster of the Ardale harbour office."
    other = "The Keld ferry ban came after a terrible storm in Ardale, Olav Tisk said."
    assert not framings_of(passage(one, "a"), passage(other, "b"))
