"""What is shown beside the best claim: what bears on the question, and another side first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Answer, Claim, Status
from bot.answering.one_look import Heard, as_it_is, in_one_look
from bot.answering.respond import Question, respond
from bot.answering.stands import stand_of
from bot.asking.asked import read_question
from bot.asking.query import make_query
from index.embedded import open_library
from index.model import Source
from index.values import replace

HEAD = "---\ntitle: {0}\noutlet: {0}\n---\n\n"


def answered(folder: Path, texts: dict[str, str], question: str) -> Answer:
    """Return the answer to a question in a library of one text for each outlet."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(HEAD.format(name) + text, "utf-8")
    return respond(open_library(folder, folder / ".quoth"), Question(question))


def shown(answer: Answer) -> list[str]:
    """Return all quotes shown, those of cards included."""
    return [claim.quote for claim in answer.quotes]


FERRY = {
    "Port Gazette": "The auditors of Arvel wrote in 2018 that the tender for the ferry was full of fraud.\n",
    "Bay Herald": (
        "The Arvel ferry was ordered in 2018 after a long debate.\n\n"
        "There was no evidence of any fraud, according to the lawyers whom the"
        " council had asked to look into it"
        " for half a year, in three rooms of the town hall, with all the letters and bills on the table.\n"
    ),
    "Coast Weekly": (
        "In Arvel the ferry queue was two hours long in June 2018, the Arvel pier keeper wrote.\n"
    ),
    "Island Post": (
        "In 2018 the Arvel lighthouse was painted white: Arvel, in 2018, gave its keeper a medal.\n"
    ),
    "Strand News": (
        "Fraud is what the union calls the tender. Fraud, it says again and again, and fraud it was.\n"
    ),
    "Dune Times": (
        "The tender was talked of in every inn; fraud was the word that was heard most often there.\n"
    ),
}
MUELLE = {
    "Diario del Puerto": (
        "Los auditores de Arvel escribieron en 2018 que el concurso del muelle fue un fraude.\n"
    ),
    "La Ribera": (
        "El muelle de Arvel se encargó en 2018 tras un largo debate.\n\n"
        "No hubo ningún fraude, según los letrados a quienes el concejo pidió"
        " que lo miraran durante medio año,"
        " en tres salas de la casa de la villa, con todas las cartas y las facturas sobre la mesa.\n"
    ),
    "El Faro": "En Arvel la cola del muelle duró dos horas en junio de 2018, escribió el guarda de Arvel.\n",
    "La Lonja": "En 2018 el faro de Arvel se pintó de blanco: Arvel, en 2018, dio una medalla a su guarda.\n",
    "El Bote": (
        "Fraude llama el sindicato al concurso. Fraude, repite una y otra vez, y fraude dice que fue.\n"
    ),
}


@pytest.mark.parametrize(
    ("texts", "question", "sides"),
    [
        (
            FERRY,
            "Was there fraud in the tender for the Arvel ferry in 2018?",
            ("full of fraud", "no evidence of any fraud"),
        ),
        (
            MUELLE,
            "¿Hubo fraude en el concurso del muelle de Arvel en 2018?",
            ("fue un fraude", "No hubo ningún fraude"),
        ),
    ],
)
def test_who_denies_is_heard_beside_who_says(
    texts: dict[str, str], question: str, sides: tuple[str, ...], tmp_path: Path
) -> None:
    """Of a question that yes or no answers both answers are shown first, each under its source."""
    quotes = shown(answered(tmp_path, texts, question))
    assert all(any(side in quote for quote in quotes) for side in sides), quotes


def test_names_and_years_alone_do_not_bear(tmp_path: Path) -> None:
    """A text that shares only the place and the year with a question is not shown."""
    quotes = shown(answered(tmp_path, FERRY, "Was there fraud in the tender for the Arvel ferry in 2018?"))
    assert not any("lighthouse" in quote for quote in quotes), quotes


def test_what_holds_no_number_does_not_bear_where_one_is_asked_for(tmp_path: Path) -> None:
    """Asked how many, a text about the thing that counts nothing is not shown beside one that counts."""
    texts = {
        "Port Gazette": "The storm in Arvel damaged 43 boats in the harbour, the coast guard said.\n",
        "Bay Herald": (
            "Boats in Arvel were damaged by the storm; read the full report on damaged boats here.\n"
        ),
        "Coast Weekly": "The bakers of Arvel have a new oven.\n",
    }
    quotes = shown(answered(tmp_path, texts, "How many boats were damaged by the storm in Arvel?"))
    assert any("43 boats" in quote for quote in quotes)
    assert "43 boats" in quotes[0], quotes


def test_who_is_asked_after_next_is_heard(tmp_path: Path) -> None:
    """In "And NAME?" the words taken over from the question before do not silence the one asked after."""
    (tmp_path / "a.md").write_text(
        HEAD.format("Port Gazette")
        + "“The ferry will hardly change the traffic,” said Marta-Ann Quiroga.\n\n"
        "“What nonsense she talks,” said Otto Wray, who leads the rowers of Arvel.\n"
    )
    (tmp_path / "b.md").write_text(
        HEAD.format("Bay Herald")
        + "Otto Wray told the council that nobody could understand the plan for the ferry.\n"
    )
    asked = Question("And Otto Wray?", context=("What did Marta-Ann Quiroga say?",))
    quotes = shown(respond(open_library(tmp_path, tmp_path / ".quoth"), asked))
    assert any("What nonsense" in quote for quote in quotes), quotes
    assert any("nobody could understand" in quote for quote in quotes), quotes


def test_two_voices_of_one_report_are_both_heard(tmp_path: Path) -> None:
    """Where one report quotes both sides, the second is not put behind other sources that say less."""
    texts = {
        "Port Gazette": (
            "“The new ferry of Arvel is as safe as any bridge,” said Marta Quiroga, the builder.\n\n"
            "“I would not set foot on it: the new ferry of Arvel leaks,” said Otto Wray, the pilot.\n"
        ),
        "Bay Herald": "The new ferry of Arvel left on Monday.\n",
        "Coast Weekly": "The new ferry of Arvel has a bar.\n",
        "Dune Times": "The new ferry of Arvel was painted green.\n",
        "Strand News": "The new ferry of Arvel was late.\n",
    }
    quotes = shown(answered(tmp_path, texts, "Is the new ferry of Arvel safe to travel on?"))
    assert any("as safe as any bridge" in quote for quote in quotes), quotes
    assert any("leaks" in quote for quote in quotes), quotes


def test_a_translation_is_no_other_voice() -> None:
    """Whoever speaks in a translation of what is shown, under another name even, is not heard besides it."""
    place = Claim(1, "“Yes,” said the OAS.", "a#1", "a.md", 0, 20, Source("A"), 1.0, "OAS", group="one")
    abroad = replace(place, paragraph="b#1", file="b.md", speaker="OEA", number=2)
    beside = replace(place, paragraph="a#2", start=30, end=50, speaker="Otto Wray", number=3)
    heard = Heard([place])
    assert heard.has(abroad)
    assert not heard.has(beside)


def test_whose_words_are_asked_for_is_heard_twice() -> None:
    """Asked what NAME said, a second quote of one report is not put behind others' words on the matter."""
    own = [
        Claim(n, f"“{n}”", f"a#{n}", "a.md", 9 * n, 9 * n + 3, Source("A"), 1.0, "Otto Wray") for n in (1, 2)
    ]
    others = [Claim(n, f"({n})", f"{n}#1", f"{n}.md", 0, 3, Source(str(n)), 1.0) for n in (3, 4, 5)]
    claims = (*own, *others)
    whole = Answer("What did Otto Wray say of the ferry?", "en", Status.ANSWERED, None, claims)
    assert [claim.quote for claim in in_one_look(whole, as_it_is).claims[:2]] == ["“1”", "“2”"]


def test_the_title_before_a_name_is_none_of_the_matter(tmp_path: Path) -> None:
    """Asked what the senator NAME told NAME, the passage that names both bears more than one on senators."""
    texts = {
        "Diario del Puerto": (
            "«¿A quién pagan?», preguntó la senadora Marta Quiroga, de Arvel.\n\n"
            "«Le pido respeto», se quejó Quiroga. Pero Wray siguió: dijo que los prácticos son vagos.\n"
        ),
        "La Ribera": "Esta tarde hablarán la senadora Lena Arce y el periodista Otto Wray.\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(HEAD.format(name) + text, "utf-8")
    asked = Question("¿Qué le contestó la senadora Quiroga a Wray?", everything=True)
    claims = respond(open_library(tmp_path, tmp_path / ".quoth"), asked).claims
    (both,) = (claim.bearing for claim in claims if "respeto" in claim.quote)
    assert both == max(claim.bearing for claim in claims), claims


RUMOUR = {
    "Port Gazette": (
        "On the quay of Arvel it was told all winter that the water of the new Arvel well was poisoned.\n\n"
        "The water of the Arvel well is good for tea, the brewers of Arvel say, and for the horses.\n\n"
        "The water is not poisoned: six bottles of it were sent to the town of Ogdenville in March, and the"
        " letter that came back in April had nothing to say but that it was rather hard.\n"
    ),
    "Bay Herald": "The new Arvel well has water at last, and the water of Arvel is cold.\n",
}
SHAFT = {
    "Port Gazette": "The shaft of the Arvel mine is 300 metres deep, its engineer said.\n",
    "Bay Herald": "The shaft of the Arvel mine, 300 metres deep, is the pride of all.\n",
    "Coast Weekly": "The Arvel mine has a shaft of 300 metres, with a lift that goes down.\n",
    "Dune Times": "In the shaft of the Arvel mine, 300 metres down, a lamp is lit.\n",
    "Strand News": (
        "They went further down the shaft of the mine than all before: 340 metres, wrote the men who"
        " let down a rope with knots, was what they found after two days of work in the rain.\n"
    ),
}


def test_a_text_that_denies_what_it_tells_is_heard_twice(tmp_path: Path) -> None:
    """Where a text tells a rumour and denies it, the denial is shown, though its voice is heard already."""
    quotes = shown(answered(tmp_path, RUMOUR, "Is the water of the new Arvel well poisoned?"))
    assert any("was poisoned" in quote for quote in quotes), quotes
    assert any("not poisoned" in quote for quote in quotes), quotes


def test_who_gives_another_measure_is_heard(tmp_path: Path) -> None:
    """Where texts differ on a depth, the other one is shown before those that repeat the first."""
    quotes = shown(answered(tmp_path, SHAFT, "How deep is the shaft of the Arvel mine?"))
    assert all(any(depth in quote for quote in quotes) for depth in ("300 metres", "340 metres")), quotes


def stands(question: str, *texts: str) -> list[frozenset[str]]:
    """Return the stands that some quotes take on a question."""
    stand = stand_of(make_query(question), ())
    language = read_question(question).language
    source = Source(language=language)
    return [stand(Claim(1, text, "a#1", "a.md", 0, len(text), source, 1.0)) for text in texts]


@pytest.mark.parametrize(
    ("question", "one", "other", "both"),
    [
        (
            "Is the lantern levy a success or a failure?",
            "The levy is a success.",
            "A failure, the innkeepers say.",
            "It was no success, nor a failure.",
        ),
        (
            "¿Es la tasa del farol un éxito o un fracaso?",
            "La tasa es un éxito.",
            "Un fracaso, dicen los posaderos.",
            "No fue un éxito ni un fracaso.",
        ),
    ],
)
def test_of_two_things_to_choose_from_each_is_a_side(question: str, one: str, other: str, both: str) -> None:
    """Where a question lets choose between two things, who says the second takes another stand."""
    assert stands(question, one, other, both) == [{"choice:0"}, {"choice:1"}, frozenset()]


def test_a_denial_reaches_to_the_end_of_its_clause() -> None:
    """What is not seen or heard by anybody there is denied, and what stands behind "but" is not."""
    denied = "I did not see or hear any of the other rowers there shout."
    said = "I did not stay for long, but the rowers shouted."
    assert stands("Did the rowers shout?", denied, said) == [{"denied:True"}, {"denied:False"}]
