"""Turns of transcripts, interviews and chats: whose words, how far, and what is no dialogue."""

from __future__ import annotations

from functools import partial

import pytest

from index.grammar.roster import Roster
from index.model import Role
from index.voices.labels import marks_of
from tests.index.voices.made_up_speech import paragraphs_of, said_in, speakers_of

HEADING = Role.HEADING
_read = partial(speakers_of, authors=("Ana Ejemplo",), outlet="La Hoja")


_ASK, _TELL, _MORE = "How many were there?", "Three, and I told the council so.", "The office counted twice."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Otto Klein: ", "Dana Okafor: "),
        ("**Otto Klein:** ", "**Dana Okafor:** "),
        ("**Otto Klein**: ", "**Dana Okafor**: "),
        ("- **Otto Klein**: ", "- **Dana Okafor**: "),
        ("[00:00:12] Otto Klein: ", "[00:00:19] Dana Okafor: "),
        ("Otto Klein (00:12): ", "Dana Okafor (00:19): "),
        ("21/03/2021, 14:02 - Otto Klein: ", "21/03/2021, 14:03 - Dana Okafor: "),
        ("[21/3/21, 14:02:11] Otto Klein: ", "[21/3/21, 14:03:40] Dana Okafor: "),
        ("Otto Klein, skipper: ", "Dana Okafor, harbour master: "),
        ("Otto Klein (skipper): ", "Dana Okafor (harbour master): "),
        ("Otto Klein, Psy.D: ", "Dana Okafor, Ph.D.: "),
        ("“Otto Klein: ", "“Dana Okafor: "),
        ("[14:02] <Otto Klein> ", "[14:03] <Dana Okafor> "),
    ],
)
def test_labels_of_every_form(one: str, other: str) -> None:
    """A label gives its speaker all paragraphs up to the next one, in every form labels have."""
    texts = [one + _ASK, other + _TELL, _MORE, one + "And now?", other + "We wait."]
    assert _read(*texts) == [
        ["Otto Klein"],
        ["Dana Okafor"],
        ["Dana Okafor"],
        ["Otto Klein"],
        ["Dana Okafor"],
    ]
    assert _read("It rained.", *texts[:2])[1:] == [["Otto Klein"], ["Dana Okafor"]]  # from two turns on


def test_a_record_of_a_parliament() -> None:
    """A title and a surname in capitals before a stop are a label, as parliaments print them."""
    texts = [f"Mr. KLEIN. {_ASK}", f"Ms. OKAFOR. {_TELL}", _MORE, "Mr. KLEIN. I thank the lady."]
    assert _read(*texts) == [["Mr. KLEIN"], ["Ms. OKAFOR"], ["Ms. OKAFOR"], ["Mr. KLEIN"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("### Otto Klein", "### Dana Okafor"),
        ("**Otto Klein**", "**Dana Okafor**"),
        ("Otto Klein 00:12", "Dana Okafor 00:19"),
        ("Otto Klein, [21.03.21 14:02]", "Dana Okafor, [21.03.21 14:03]"),
    ],
)
def test_names_on_lines_of_their_own(one: str, other: str) -> None:
    """A name on the line before gives its speaker what follows, a question like a heading too."""
    texts = [(HEADING, one), (HEADING, _ASK), (HEADING, other), _TELL, _MORE, (HEADING, one), "And now?"]
    found = _read("It rained.", *texts)[1:]
    assert [row for row in found if row] == [["Otto Klein"], ["Dana Okafor"], ["Dana Okafor"], ["Otto Klein"]]


def test_one_name_that_comes_back_makes_no_talk() -> None:
    """Below an article a reader's name comes back beside a page's own lines: nobody talks there."""
    texts = [(HEADING, "Best Loved"), (HEADING, "Otto Klein"), _TELL, (HEADING, "Newer Lamps"), _MORE]
    found = _read(
        "It rained.", *texts, (HEADING, "Otto Klein"), "I like it.", (HEADING, "Coming Up"), "We do."
    )
    assert not any(found)


def test_several_turns_in_a_line() -> None:
    """Each turn within a line is its own speaker's."""
    text = "OTTO KLEIN: But the owners — DANA OKAFOR: They are wrong. OTTO KLEIN: I ask myself what they say."
    assert _read("OTTO KLEIN: Why?", text)[1] == ["Otto Klein", "Dana Okafor", "Otto Klein"]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Q: ", "A: "), ("P.- ", "R.- "), ("P. ", "R. "), ("**Pregunta.** ", "**Respuesta.** ")],
)
def test_questions_and_answers(asks: str, answers: str) -> None:
    """The answers are the one person's whom the introduction names; who signs asks, not the outlet."""
    texts = [asks + _ASK, answers + _TELL, _MORE, asks + "And now?", answers + "We wait."]
    introduced = _read("An interview with Dana Okafor, harbour master.", *texts)[1:]
    asker = ["Ana Ejemplo"]
    assert introduced == [asker, ["Dana Okafor"], ["Dana Okafor"], asker, ["Dana Okafor"]]
    assert _read("It rained.", *texts)[1:] == [asker, [None], [None], asker, [None]]
    two = speakers_of("It rained.", *texts, authors=("Ana Ejemplo", "Gil Oso"), outlet="La Hoja")
    assert two[1:] == [[None], [None], [None], [None], [None]]


def test_the_lines_over_an_interview_tell_who_answers() -> None:
    """Whoever is reported by the lines over an interview answers, though its first lines name others."""
    over = (
        "La ministra de Puertos, Teresa Muestra, advierte de que la cumbre no podía dejarse de celebrar.",
        "Al poco de saberse la noticia, a la ministra le escribieron Karl Brenner y Otto Modelo.",
    )
    texts = ["P. ¿Cómo empezó?", "R. Me lo pidieron.", "P. ¿Y el dinero?", "R. No había."]
    found = _read("“La mayor torpeza”", *over, *texts, language="es")[3:]
    assert found == [["Ana Ejemplo"], ["Teresa Muestra"]] * 2


def test_words_read_out_in_a_turn() -> None:
    """What somebody quotes in his turn, named and in marks, is that other's; the rest of the turn is his."""
    turn = "Otto Klein: The Harbour League came out against it. In a letter the Harbour League wrote, quote, "
    turn += "“The plan breaks every rule that we have kept for years,” unquote."
    found = _read(turn, f"Dana Okafor: {_TELL}", "Otto Klein: Why?", "Dana Okafor: I do not know.")
    assert found[0] == ["Otto Klein", "Harbour League", "Otto Klein"]
    own = "Otto Klein: I told them, “The plan breaks every rule that we have kept,” and he said “Never mind.”"
    assert _read(own, f"Dana Okafor: {_TELL}", "Otto Klein: Why?")[0] == ["Otto Klein"]


def test_labels_that_name_nobody() -> None:
    """A host, "Speaker 2" and the outlet itself are no names."""
    for label in ("Host", "Speaker 2", "LA HOJA", "Entrevistadora"):
        found = _read(
            f"{label}: {_ASK}", f"Dana Okafor: {_TELL}", f"{label}: Why?", "Dana Okafor: I do not know."
        )
        assert found == [[None], ["Dana Okafor"], [None], ["Dana Okafor"]]


def test_only_the_answers_have_labels() -> None:
    """Where only who answers has a label, the questions before his turns are nobody's known."""
    texts = [
        "It rained on Monday.",
        "How many were there?",
        f"Dana Okafor: {_TELL}",
        "And now, what will you do?",
    ]
    found = _read(*texts, "Dana Okafor: We wait, and I do not know for how long.", _MORE)
    assert found[2:5] == [["Dana Okafor"], [None], ["Dana Okafor"]]


def test_a_speech_and_who_announces_it() -> None:
    """A speech under the label of an office and a name is his to where he last says "I"."""
    texts = ["PRESENTADORA: Tiene la palabra el alcalde.", "ALCALDE OTTO KLEIN: Gracias a todos.", _MORE]
    found = _read("It rained on Monday.", *texts, "We wrote to the owners.", "It rained.")
    assert [row[0] if row else "own" for row in found[1:]] == [None, *["Otto Klein"] * 3, "own"]


def test_who_introduces_himself() -> None:
    """Without an announcement an interview is known by "you" and "I"; who says his name gives the answers."""
    asks = ["Who are you, and what do you do?", "What do you use?"]
    one = [asks[0], "I'm Dana Okafor, and I run the harbour.", asks[1], "My log book."]
    other = [asks[0], "My name is Otto Klein, I steer a boat.", asks[1], "I use my hands."]
    found = _read(*one, *other, title="Dana Okafor")
    assert [row[0] for row in found[1::2]] == ["Dana Okafor", "Dana Okafor", "Otto Klein", "Otto Klein"]
    assert not any(_read("How do I pay?", "You pay the driver.", "What do you do in rain?", "We run."))


def test_statements_under_headings() -> None:
    """What stands under "Statement of" and a name is that person's, unless it speaks of him."""
    head = (HEADING, "Opening statement of Dana Okafor")
    assert _read("It rained.", head, "I thank the chair.", _MORE)[2:] == [["Dana Okafor"]] * 2
    assert _read("It rained.", head, "Okafor thanked us all.", _MORE)[2:] == [[], []]
    told = (HEADING, "Statement of two keepers shows a gap in what was told of Dana Okafor")
    assert _read("It rained.", told, "I thank the chair.", _MORE)[2:] == [[], []]


def test_initials() -> None:
    """Initials stand for the one person of the article who has them."""
    texts = ["Otto Klein met Dana Okafor.", f"OK: {_ASK}", f"DO: {_TELL}", "OK: And now?", "DO: We wait."]
    assert _read(*texts)[1:] == [["Otto Klein"], ["Dana Okafor"], ["Otto Klein"], ["Dana Okafor"]]


@pytest.mark.parametrize(
    "texts",
    [
        ["Cost: nine million.", "Length: four miles.", "Cost: it may rise.", "Length: it may grow."],
        ["Ardale: 512 for the tram.", "Norvale: 100 for it.", "Ardale: a second count.", "Norvale: none."],
        ["Otto Klein: 6. Two good saves.", "Bo Tarn: 4. Lost the ball.", "Cy Vold: 8. The best man."],
        ["**Otto Klein**", "He ran the harbour for ten years.", "**Dana Okafor**", "She came in May."],
    ],
)
def test_labels_that_are_no_turns(texts: list[str]) -> None:
    """Facts, places, ratings and portraits under labels stay the author's words."""
    assert not any(any(row) for row in _read(*texts))


def test_an_exchange_within_an_article() -> None:
    """Where an article only quotes an exchange, what stands around the turns is not given to who spoke."""
    own = ["The council met.", "It rained on the town.", "Nobody came to the pier.", "The ferry was late."]
    found = _read(*own, f"Otto Klein: {_ASK}", f"Dana Okafor: {_TELL}", "That is where it ended. What now?")
    assert found[4:] == [["Otto Klein"], ["Dana Okafor"], []]


@pytest.mark.parametrize(
    ("first", "answer", "second", "last"),
    [
        ("**How many were there?**", "Three. I counted.", "**Hard?**", "We were tired."),
        ("*How many were there?*", "Three. I counted.", "*Hard?*", "We were tired."),
        ("—¿Cuántos hubo?", "—Tres. Los conté.", "—¿Y el precio?", "—Nueve coronas."),
        ("¿Cuántos hubo?", "Tres. Los contamos.", "¿Qué hará usted?", "Espero al concejo."),
    ],
)
def test_interviews_without_labels(first: str, answer: str, second: str, last: str) -> None:
    """Questions that stand out, and the answers of whom the introduction presents, all their paragraphs."""
    texts = [(HEADING, first), answer, "La oficina las contó dos veces.", (HEADING, second), last]
    found = _read("Entrevista a Dana Okafor.", *texts)[1:]
    assert found == [[None], ["Dana Okafor"], ["Dana Okafor"], [None], ["Dana Okafor"]]
    assert not any(
        any(row)
        for row in _read(
            "The mayor, Dora Penn, opened the tram.",
            (HEADING, "**Who pays?**"),
            "The owners pay.",
            (HEADING, "**Why?**"),
            "It is the law.",
        )
    )


def test_answers_in_quotation_marks() -> None:
    """A quoted answer over several paragraphs is all of it his who is asked, others named in it or not."""
    texts = [
        "El alcalde Bruno Solís habló el lunes con este diario.",
        "¿Qué pasó en la plaza?",
        '"Yo vi dos cosas. La primera, una protesta pacífica.',
        "La segunda, unas bandas, como lo denunció ayer el fiscal Nilo Paz. También vi miedo.",
        'Y creo que hay que hablar."',
    ]
    assert _read(*texts, language="es")[2:] == [["Bruno Solís"], ["Bruno Solís"], ["Bruno Solís"]]


def test_whoever_is_called_up_in_capitals_speaks_from_there_on() -> None:
    """A line in capitals with name and office, in either order and with notes in brackets, ends the turn
    before, also where it names nobody that is known or where his words stand behind it.
    """
    calls = [
        "PRESIDENTA DE ALDEA, MARÍA QUILES",
        "OTTO KLEIN, DIRECTOR DE LA COMISIÓN DE AGUAS DE ALDEA (COMAGUA)",
        "SECRETARIA DE OBRAS DEL VALLE (SOV), EDNIA VELA OCHOA (ENLACE POR VIDEO)",
        "ENCARGADA DE LAS AGUAS DEL VALLE Y DE LOS CAMINOS DE ALDEA Y DE ORRIK (EAV), IXA BRUN (EN LÍNEA)",
        "NILO BRAS CANO, GUARDA DE LAS COMPUERTAS DEL RÍO Gracias, amigas.",
    ]
    rows: list[Role | str | tuple[Role, str]] = []
    for call in (calls[0], calls[1], calls[2], calls[0], calls[3], calls[0]):
        rows += [(HEADING, call), "El agua llegó a la ermita en mayo."]
    found = _read("Acta de la sesión.", *rows, calls[4], language="es")[1:]
    names = ["María Quiles", "Otto Klein", "Ednia Vela Ochoa", "María Quiles", None, "María Quiles"]
    assert [(row or [None])[0] for row in found[1::2]][:6] == names
    assert (found[-1] or [None])[0] != "María Quiles"


def test_a_salutation_or_a_sentence_is_no_label() -> None:
    """Neither "Amigas, amigos:" nor "Además, esto es lo que digo:" nor "PUEDES VER:" opens a turn."""
    labels = ["Amigas, amigos: ", "Además, la palabra que hoy nos une es esta: ", "PUEDES VER: "]
    for label in labels:
        talk = [
            "MARÍA QUILES: Gracias a todos por venir.",
            label + "Llegó el agua.",
            "OTTO KLEIN: Nos vamos.",
        ]
        found = _read(*talk, label + "Estamos aquí.", "MARÍA QUILES: Gracias otra vez.", language="es")
        assert {each for row in found for each in row} <= {"María Quiles", "Otto Klein", None}
    assert _read("PUEDES VER: ¿Qué es la junta de aguas?", "Lo sabemos todos.", language="es") == [[], []]


def test_letters_for_names_that_stood_before() -> None:
    """Letters stand for the names under which they spoke first; who joins in once is named by his label."""
    talk = ["Nerea: Gracias por estar aquí.", "Maribel: Nada, encantada.", "N:¿Cómo le llegó la idea?"]
    talk += ["M: Me presenté para ayudar.", "N: ¿Cuándo empezó?", "M: En junio."]
    talk += ["Lucía (la maestra que nos acompaña): acordaos de todo esto."]
    found = _read(*talk, language="es")
    assert [row[0] for row in found] == ["Nerea", "Maribel", "Nerea", "Maribel", "Nerea", "Maribel", "Lucía"]


def test_nobody_goes_on_across_a_heading() -> None:
    """A quotation below a heading is not given to whoever was quoted above it."""
    said = "“My mother kept the keys of the mill,” said Dana Okafor."
    assert _read(said, (HEADING, "OTTO KLEIN: THE FERRY"), "“We sailed at night and saw nothing.”")[2] == [
        None
    ]


def test_what_an_interviewer_reports_is_not_his_own() -> None:
    """Words of another that the author tells in his own turn are that other's; a question stays his."""
    texts = (
        "Ana Ejemplo: Muestra says that he was told to keep silent.",
        "Rosa Prueba: That is not true. I never told him that.",
        "Ana Ejemplo: Does Muestra say that he was asked?",
        "Rosa Prueba: He may say so. I do not know.",
    )
    first, answer, asked, _ = _read(*texts)
    assert first == ["Muestra"]
    assert answer == ["Rosa Prueba"]
    assert "Muestra" not in asked


def test_what_an_interviewer_reports_in_spanish() -> None:
    """The same in Spanish, where the verb comes first."""
    texts = (
        "Ana Ejemplo: Dijo Tomás Muestra que el puente era nuevo.",
        "Rosa Prueba: No es verdad. El puente era viejo.",
        "Ana Ejemplo: ¿Y el río?",
        "Rosa Prueba: El río está bien.",
    )
    assert _read(*texts, language="es")[0] == ["Tomás Muestra"]


def test_a_line_in_capitals_is_a_heading() -> None:
    """A line in capitals that no stop ends has no label, what stands below it no speaker; a turn has."""
    heading, turn = paragraphs_of("BOAT DAY: BEST EARLY HOME DEALS", "OTTO KLEIN: I COUNTED THREE.")
    assert marks_of([heading, heading, heading], None) == []
    assert [each.label for each in marks_of([heading, turn], None)] == ["OTTO KLEIN"]


def test_god_ends_no_full_name() -> None:
    """Who is called "God" is not a work or a phrase that ends so: "Praise God"."""
    roster = Roster()
    roster.add("Praise God", None)
    assert roster.resolve("God") == "God"


def test_a_sentence_that_leads_to_a_question_is_no_label() -> None:
    """What goes on with a pronoun behind its comma names nobody: "Instead, he asks: ..."."""
    texts = (
        "Instead, he asks: What made them so? Why are they tired?",
        "And his answer is the rent, I think.",
    )
    turns = ("Otto Klein", _ASK, "Dana Okafor", _TELL, "Otto Klein", "And now?", "Dana Okafor", "We wait.")
    heads = [(HEADING, text) if text in ("Otto Klein", "Dana Okafor") else text for text in turns]
    rows = _read(*texts, *heads)
    assert ["Dana Okafor"] in rows and not any("Instead" in (name or "") for row in rows for name in row)


def test_what_asks_for_comments_does_not_speak() -> None:
    """A line in capitals that asks readers to comment is no label over their comments."""
    comments = ("I think you have to be open.", "We love the ferry!", "I did not.")
    rows = _read(*(f"LEAVE A COMMENT: {text}" for text in comments))
    assert not any("LEAVE A COMMENT" in row for row in rows)


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (
            (
                "Se abre la sesión.",
                "El señor PRESIDENTE: Tiene la palabra la señora Muestra Prueba.",
                "La señora MUESTRA PRUEBA: El muelle lleva seis años parado. (Aplausos.)",
                "Queremos saber cuándo se abrirá.",
                "El señor CONSEJERO DE OBRAS (Vega Ejemplo): Señoría, se abrirá en otoño.",
                "La señora MUESTRA PRUEBA: Eso dijo usted hace tres años.",
            ),
            ["PRESIDENTE", "Muestra Prueba", "Muestra Prueba", "Vega Ejemplo", "Muestra Prueba"],
        ),
        (
            (
                "El señor presidente: Gracias.",
                "La señora Vega Araya: Buenos días, señorías.",
                "El señor presidente: Siga usted, señora Vega.",
                "La señora Vega Araya: Espero hacerme entender.",
            ),
            ["Presidente", "Vega Araya", "Presidente", "Vega Araya"],
        ),
    ],
)
def test_a_record_of_a_parliament_in_spanish(texts: tuple[str, ...], speakers: list[str]) -> None:
    """An article and a courtesy go before the name or the office; who holds it may stand in brackets."""
    found = speakers_of(*texts, language="es")
    assert [row[0] for row in found if row] == speakers


def test_labels_before_a_stop_and_a_dash() -> None:
    """Offices before ".-" are labels; that who answers holds one is told by the head of the text."""
    texts = (
        (HEADING, "Entrevista al gobernador de Los Arces, Tobías Landa"),
        "PERIODISTA.- Buen día, gobernador. ¿Cómo va?",
        "GOBERNADOR.- Va bien. Llevamos cuarenta mil.",
        "PERIODISTA.- La oposición dice que son veinte mil.",
        "GOBERNADOR.- No es cierto.",
        "PERIODISTA.- ¿Y las escuelas?",
        "GOBERNADOR.- Las abrimos el lunes.",
    )
    assert speakers_of(*texts, language="es")[1:] == [[None], ["Tobías Landa"]] * 3
    assert not any(speakers_of("LA PAZ.- Llueve.", "ORURO.- Nieva.", "LA PAZ.- Sigue.", "ORURO.- Para."))


def test_first_names_behind_whole_ones() -> None:
    """A first name as a label is whom the head presents so; nobody else whom the talk only mentions."""
    texts = ("**Guest:** Ruth Alvarado, beekeeper", "**Host:** Otto Klein")
    talk = (
        "**Otto:** How many hives have you?",
        "**Ruth:** Two hundred.",
        "**Otto:** And now?",
        "**Ruth:** I wait.",
    )
    assert speakers_of(*texts, *talk)[2:] == [["Otto Klein"], ["Ruth Alvarado"]] * 2
    mentioned = (*talk[:2], "**Otto:** Do you know Ruth Prueba?", "**Ruth:** I do not.")
    assert speakers_of(*mentioned)[1] == ["Ruth"]


def test_what_a_label_on_its_own_line_is_over_is_spoken() -> None:
    """The first words under a label are its speaker's though they name another who takes part."""
    texts = (
        "OTTO KLEIN, HOST:",
        "The last foundry closes. Ruth Alvarado reports from Ardale.",
        "RUTH ALVARADO, BYLINE: I met Bo Prueba there.",
        "BO PRUEBA: You don't let it go out.",
        "ALVARADO: I asked why.",
    )
    assert speakers_of(*texts)[1:] == [["Otto Klein"], ["Ruth Alvarado"], ["Bo Prueba"], ["Ruth Alvarado"]]


def test_a_stage_direction_at_the_end_is_nobodys() -> None:
    """Laughter behind the words of a turn is left out."""
    from tests.index.voices.made_up_speech import voices_of

    texts = ("OTTO KLEIN: That was you. (Laughter)", "RUTH ALVARADO: It was not.", "OTTO KLEIN: I know.")
    (first,), *_ = voices_of(*texts)
    assert texts[0][first.start : first.end] == "That was you. "[:-1]


@pytest.mark.parametrize(
    ("one", "other", "again", "back"),
    [
        ("[Otto Klein]: ", "[Dana Moore]: ", "[Otto Klein]: ", "[Dana Moore]: "),
        ("**[Otto Klein]:** ", "**[Dana Moore]:** ", "**[Otto Klein]:** ", "**[Dana Moore]:** "),
        ("[OTTO KLEIN]: ", "[DANA MOORE]: ", "[OTTO KLEIN]: ", "[DANA MOORE]: "),
        ("OTTO KLEIN (OK) —", "DANA MOORE (DM) —", "OK —", "DM —"),
        ("Otto Klein (OK) – ", "Dana Moore (DM) – ", "OK – ", "DM – "),
    ],
)
def test_labels_in_square_brackets_or_before_a_dash(one: str, other: str, again: str, back: str) -> None:
    """A name in square brackets is a label, and so are initials right before a long dash."""
    texts = [one + _ASK, other + _TELL, again + "And now?", back + _MORE, again + "Why?", back + "We wait."]
    assert _read(*texts) == [["Otto Klein"], ["Dana Moore"]] * 3


def test_the_words_behind_a_dashed_label_begin_after_the_dash() -> None:
    """Neither the initials nor the dash are quoted."""
    texts = [
        "EDNA CORTAZA (EC) —¿Suben los precios?",
        "ILDO VANTES (IV) —Creo que no suben.",
        "EC —¿Y si falta trigo?",
        "IV —Hemos comprado fuera.",
        "EC —¿Cuánto?",
        "IV —Compramos mucho.",
    ]
    said = said_in(*texts, language="es")
    assert said[3] == ("Ildo Vantes", "Hemos comprado fuera.")
    assert {speaker for speaker, _ in said} == {"Edna Cortaza", "Ildo Vantes"}


@pytest.mark.parametrize(
    "texts",
    [
        ("[Note]: We cut a name.", "[Update]: We were wrong.", "[Note]: I ask for pardon."),
        ("MADRID —El puente cierra.", "ALDEA —Nosotros no sabemos nada.", "MADRID —El puente abre."),
    ],
)
def test_notes_in_brackets_and_places_before_dashes_are_no_labels(texts: tuple[str, ...]) -> None:
    """A note in square brackets is no turn, and neither is the place where a report was written."""
    assert not any(speaker for row in _read(*texts) for speaker in row if speaker != "Ana Ejemplo")


@pytest.mark.parametrize("label", ["Issue 11", "Attendees", "Oral Question", "Agenda"])
def test_a_heading_of_minutes_is_no_speaker(label: str) -> None:
    """What numbers a matter or heads a part of minutes speaks for nobody."""
    texts = [f"{label}: {_ASK}", f"{label}: {_TELL}", f"{label}: And now? I wait."]
    assert all(name != [label] for name in _read(*texts))
