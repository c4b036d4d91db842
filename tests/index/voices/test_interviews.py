"""Interviews: whose the answers are where nothing labels them, and where one text holds several."""

from __future__ import annotations

import pytest

from index.articles.line_kinds import UnitKind, kind_of
from index.articles.units import lines_of, unit_of
from index.model import Role, Source
from index.values import replace
from index.voices import find_voices
from tests.index.voices.made_up_speech import paragraphs_of, speakers_of, voices_of


def _read(text: str, title: str | None = None, language: str = "en") -> list[str | None]:
    """Who speaks the whole of each paragraph; "-" where it is no turn. "# " opens a heading."""
    texts = [
        (Role.HEADING if each.startswith("# ") else Role.BODY, each.removeprefix("# "))
        for each in text.strip().split("\n")
    ]
    found = voices_of(*texts, language=language, authors=("Xenia Muestra",), outlet="La Hoja", title=title)
    return ["-" if len(row) != 1 or row[0].mode.value != "direct" else row[0].speaker for row in found]


_ANSWERS = ("The council asked for a plan.", "There was none. It took a year.", "A second pier.")
_RESPUESTAS = ("El ayuntamiento pidió un plan.", "No había. Se tardó un año.", "Un segundo muelle.")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "The council blocked my ferry",
            "I found the gate shut when a friend told me that the ferry did not run.\n"
            "We spoke about boats on these pages, never about the council.\n"
            "# What is the council doing?\n"
            "It sends a list to the quay every week, and I cannot see it.\n"
            "You pay for the list, I pay for the list.\n"
            "# The numbers\n"
            "More than 40 boats lay idle, and mine with them.\n"
            "# Who tries to stop it?\n"
            "I have tried. The rowers have tried, and you may try.",
        ),
        (
            "Me cerraron el muelle",
            "Lo supe cuando un amigo me contó que la barca no salía.\n"
            "Mi blog habla de barcas, nunca del ayuntamiento.\n"
            "# ¿Qué hace el ayuntamiento?\n"
            "Manda una lista cada semana, y yo no la veo.\n"
            "# ¿Quién intenta pararlo?\n"
            "Lo he intentado yo mismo. Tú también puedes.",
        ),
    ],
)
def test_headings_that_ask_make_no_interview(title: str, text: str) -> None:
    """An author who heads the parts of his own text with questions speaks himself all through it."""
    assert set(_read(text, title, "es" if "¿" in text else "en")) == {"-"}


@pytest.mark.parametrize("form", ["**{}**", "*{}*", "_{}_", "{}", "__{}__", "DW: {}"])
@pytest.mark.parametrize(
    ("language", "title", "name", "questions", "answers"),
    [
        (
            "en",
            "Interview with Velda Brack",
            "Velda Brack",
            ("How did it begin?", "And the money?", "What comes next?"),
            _ANSWERS,
        ),
        (
            "es",
            "Entrevista a Velda Quiroga",
            "Velda Quiroga",
            ("¿Cómo empezó?", "¿Y el dinero?", "¿Qué viene ahora?"),
            _RESPUESTAS,
        ),
    ],
)
def test_answers_without_an_i(
    form: str, language: str, title: str, name: str, questions: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    """A title that announces an interview gives all answers to who is asked, in every form of question."""
    lead = "The harbour has grown for ten years." if language == "en" else "El puerto crece desde hace años."
    pairs = zip(questions, answers, strict=True)
    lines = [lead, *(line for ask, answer in pairs for line in (form.format(ask), answer))]
    assert _read("\n".join(lines), title, language)[1:] == [None, name] * 3


def test_an_article_that_asks_is_no_interview() -> None:
    """A text that tells of an interview and puts questions to its readers is its author's."""
    text = "In an interview with Velda Brack the Gazette asked who signed.\n"
    text += "Who signed?\nThe mayor did.\nWho paid?\nThe town paid.\nWho is to blame?\nNobody so far."
    assert set(_read(text, "The bridge that nobody wanted")[1:]) == {"-"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Interview with Velda Brack", "Interview with Otto Wray"),
        ("# Velda Brack, harbour master", "# Otto Wray, miner"),
        ("# Velda Brack", "# Otto Wray"),
        ("# Interview with Velda Brack", "# Interview: Otto Wray"),
        ("# Velda Brack: “It was late”", "# Otto Wray: “I was young”"),
    ],
)
@pytest.mark.parametrize("ask", ["**{}**", "{}", "Q: {}"])
def test_several_interviews_in_one_text(first: str, second: str, ask: str) -> None:
    """A line over another interview gives the answers below it to another person."""
    put = "A: {}" if ask.startswith("Q") else "{}"
    texts = ["How did you begin?", "I was asked by the council.", "And the money?", "We had none, so I paid."]
    more = ["How did you come to the mine?", "My father worked there.", "Was it hard?", "I never thought so."]
    lines = [
        [head, *(form.format(text) for form, text in zip([ask, put] * 2, part, strict=True))]
        for head, part in ((first, texts), (second, more))
    ]
    found = _read("\n".join(line for part in lines for line in part), "Two talks from the harbour")
    asks = "Xenia Muestra" if ask.startswith("Q") else None
    assert found == ["-", *[asks, "Velda Brack"] * 2, "-", *[asks, "Otto Wray"] * 2]


def test_another_interview_with_nobody_named() -> None:
    """Below a heading that announces an interview and names nobody the answers are nobody's known."""
    text = (
        "# Entrevista a Velda Quiroga\nP. ¿Cómo empezó?\nR. Me lo pidieron.\nP. ¿Y el dinero?\nR. No había.\n"
    )
    text += "# Segunda entrevista\nP. ¿Cómo llegó?\nR. Mi padre me trajo.\nP. ¿Y ahora?\nR. Espero."
    found = _read(text, "Dos entrevistas", "es")
    assert found[:5] == ["-", *["Xenia Muestra", "Velda Quiroga"] * 2]
    assert found[5:] == ["-", *["Xenia Muestra", None] * 2]


def test_initials_and_surnames_of_the_title() -> None:
    """Labels are made whole by the title and the byline as well."""
    text = "XM: How did you begin?\nVB: I was asked.\nXM: And the money?\nVB: We had none."
    whole = ["Xenia Muestra", "Velda Brack"] * 2
    assert _read(text, "Velda Brack on the harbour") == whole
    assert _read(text.replace("VB", "Brack").replace("XM", "Xenia Muestra"), "Velda Brack on it") == whole


def test_an_outlet_that_asks_is_not_named() -> None:
    """An outlet, an agency or a body that does nothing but ask is nobody who speaks."""
    for asker in ("The Harbour Gazette", "DW", "La Hoja", "The Pier"):
        text = f"{asker}: How did you begin?\nVelda Brack: I was asked."
        text += f"\n{asker}: And now?\nVelda Brack: We wait."
        assert _read(text, "Five questions") == [None, "Velda Brack"] * 2


def test_questions_and_answers_in_one_line() -> None:
    """Each turn of a line is read once."""
    text = "P: ¿Cómo empezó? R: El ayuntamiento lo pidió. P: ¿Y el dinero? R: No había."
    (row,) = voices_of(text, language="es")
    assert [text[each.start : each.end].strip() for each in row] == [
        "¿Cómo empezó?",
        "El ayuntamiento lo pidió.",
        "¿Y el dinero?",
        "No había.",
    ]


@pytest.mark.parametrize("form", ["**{}**", "{}", "*{}*"])
def test_question_and_answer_in_one_paragraph(form: str) -> None:
    """Where lines alone part a question from its answer, each has its own words."""
    pairs = [
        ("How did it begin?", "I was asked."),
        ("And the money?", "We had none."),
        ("And now?", "We wait."),
    ]
    texts = ["Velda Brack runs the harbour.", *(f"{form.format(ask)}\n{told}" for ask, told in pairs)]
    found = voices_of(*texts, title="Interview with Velda Brack")[1:]
    for (ask, told), text, row in zip(pairs, texts[1:], found, strict=True):
        assert [(text[each.start : each.end], each.speaker) for each in row] == [
            (ask, None),
            (told, "Velda Brack"),
        ]


def test_a_dialogue_by_dashes_in_one_paragraph() -> None:
    """Every line after a dash is a turn."""
    text = "—¿Cómo empezó?\n—Me lo pidieron.\n—¿Y el dinero?\n—No había, lo pusimos.\n—¿Y ahora?\n—Esperamos."
    (row,) = speakers_of(text, language="es", title="Entrevista a Velda Quiroga")
    assert row == [None, "Velda Quiroga"] * 3


def test_letters_as_labels() -> None:
    """Initials with dots and single letters stand for people of the title, or for nobody."""
    text = "{}: How did you begin?\n{}: I was asked.\n{}: And the money?\n{}: We had none."
    title = "Velda Brack on the harbour"
    for asker, letter in (("I", "V"), ("H", "B"), ("X.M.", "V.B.")):
        name = "Xenia Muestra" if "." in asker else None
        assert _read(text.format(asker, letter, asker, letter), title) == [name, "Velda Brack"] * 2
    assert _read(text.format("M", "K", "M", "K"), "A talk at the mine") == [None] * 4
    assert _read(text.format("I", "V", "I", "V"), "Irma Vale on it") == [None, "Irma Vale"] * 2


def test_answers_under_a_surname() -> None:
    """A surname before every answer names who gives it, the questions without a label."""
    text = "How did it begin?\nBrack: I was asked.\nAnd the money?\nBrack: We had none."
    text += "\nAnd now?\nBrack: We wait."
    assert [each for each in _read(text, "Velda Brack on it") if each not in ("-", None)] == [
        "Velda Brack"
    ] * 3


def test_a_time_on_a_line_of_its_own() -> None:
    """The time above a label is no part of the words before it."""
    text = "(00:01)\nOtto Klein: How did you begin?\n(00:05)\nVelda Brack: I was asked."
    text += "\n(00:09)\nOtto Klein: Why?"
    assert _read(text, "Podcast") == ["-", "Otto Klein", "-", "Velda Brack", "-", "Otto Klein"]


def test_a_title_names_who_answers_before_a_byline_does() -> None:
    """Whoever is quoted or named in the title answers; a name alone in a line is the writer's."""
    quoted = ("“No era mi hora de irme”: Irne Muestra", "Jaime Ejemplo")
    shouted = ("IRNE MUESTRA • FURIA QUE SÍ", "Ella actúa junto a Jaime Ejemplo en la nueva serie.")
    for title, below in (quoted, shouted):
        rows = speakers_of(
            (Role.HEADING, title),
            (Role.HEADING, below) if below.istitle() else below,
            "Diez disparos recibió Irne Muestra, gerente del hospital, al salir de su casa.",
            "En entrevista con este diario, ella recordó el día.",
            "–¿Cómo se encuentra hoy?",
            "–Me siento muy bien, motivada de regresar a mis labores.",
            "–¿Qué secuelas le quedaron?",
            "–Me quedaron unos dolores que aún me molestan.",
            "–¿Quién lo ordenó?",
            "–Las autoridades lo investigan y yo no sé nada de ello.",
            language="es",
        )
        assert [row for row in rows[4:] if row] == [[None], ["Irne Muestra"]] * 3


def test_a_title_that_names_two_names_nobody_who_answers() -> None:
    """Who answers is one person, so that of "X and Y plan ..." in a title neither does."""
    title = "Brack y Muestra quieren cerrar el puerto para siempre"
    asked = ["¿Cómo empezó usted?", "¿Y qué hará usted ahora?", "¿Quién le paga?"]
    told = ["Yo era niña y no sabía nada.", "Yo espero al concejo.", "A mí no me paga nadie."]
    head = (
        "Velda Quiroga dirige la casa del mar. En entrevista con La Hoja, Quiroga habló de Brack y Muestra."
    )
    rows = [text for pair in zip(asked, told, strict=True) for text in pair]
    found = voices_of(title, head, *rows, title=title, language="es")[2:]
    assert [each.speaker for row in found for each in row] == [None, "Velda Quiroga"] * 3


def test_a_work_behind_interviewed_is_not_who_answers() -> None:
    """Who was interviewed is the first name behind the word, known in full elsewhere, no work named later."""
    text = "This is the third time I have interviewed Glen. We spoke about Top Boat and his new film.\n"
    text += "Q: How did you begin?\nA: I was asked by the council.\nQ: And now?\nA: I wait.\n"
    assert _read(text + "Glen Muestra was born in Aldea.", "Glen Muestra is tired")[2] == "Glen Muestra"


def test_dash_after_dash_under_whose_name_the_title_has() -> None:
    """Four questions after dashes make an interview of whom the title quotes, though no "I" is said in it."""
    text = (
        "Hace veinte inviernos que Marta Quiroga repara redes en el muelle viejo de Aldea.\n"
        "—¿Queda pesca en la ría?\n"
        "—Poca. El agua está turbia desde la riada, y nadie la limpia.\n"
        "—¿Terminará la obra del espigón?\n"
        "—Terminará en otoño. Falta una grúa.\n"
        "—El concejo cambió el plano. ¿Fue un error?\n"
        "—Cada plano tarda un año largo. Así trabaja el concejo.\n"
        "—¿El reparto sirve a la flota?\n"
        "La cuota protege al barco pequeño."
    )
    found = _read(text, "Marta Quiroga: «La ría está turbia»", "es")
    assert [found[at] for at in (2, 4, 6, 8)] == ["Marta Quiroga"] * 4


def test_whom_another_calls_by_name_in_an_answer_may_give_it() -> None:
    """That an answer quotes somebody who calls its speaker by name makes it no report on him."""
    text = (
        "Ruth Alvarado has kept the light for thirty years. We met her on the gallery.\n"
        "**Why is it for sale?**\nBecause the board needs money. I was told in a letter.\n"
        "**Have they asked you?**\nNever. He said to me: “You are furniture, Alvarado.” I laughed.\n"
        "**What happens next?**\nWe go to court."
    )
    assert [each for each in _read(text) if each not in ("-", None)][:1] == ["Ruth Alvarado"]


@pytest.mark.parametrize(
    ("outlet", "line", "author"),
    [
        ("El Periódico de Aldea", "El Periódico de Aldea", "Marcos Tejada"),
        ("Noticias Aldea", "Noticias Aldea", "Marcos Tejada"),
        (None, "Gaceta de Aldea", "Marcos Tejada"),
        ("Aldea Now", "Aldea Now", "Marcus Teed"),
    ],
)
def test_the_outlet_over_an_interview_is_not_who_answers(outlet: str | None, line: str, author: str) -> None:
    """Where only outlet and author stand over "P." and "R.", nobody known answers."""
    talk = ("P. ¿Cuánto falta?", "R. Nos faltan dos inviernos.", "P. ¿Quién paga?", "R. La pagamos nosotros.")
    found = speakers_of(
        "El muelle no aguanta", line, author, *talk, language="es", authors=(author,), outlet=outlet
    )
    assert found[3:] == [[author], [None], [author], [None]]


def test_beside_the_outlet_whoever_is_presented_answers() -> None:
    """The outlet in the introduction does not hide the one person whom it names."""
    found = speakers_of(
        "The pier will fall",
        "Dora Lindero met Aldea Now in her office.",
        *("Q. How long?", "A. I promise no dates.", "Q. Who pays?", "A. We pay."),
        authors=("Marcus Teed",),
        outlet="Aldea Now",
    )
    assert found[2:] == [["Marcus Teed"], ["Dora Lindero"]] * 2


@pytest.mark.parametrize("dash", ["-", "–", "—", "— "])
@pytest.mark.parametrize("heading", [False, True])
def test_answers_after_dashes_under_plain_questions(dash: str, *, heading: bool) -> None:
    """Answers that begin with a dash are somebody's, though their questions have none."""
    lead = "# " if heading else ""
    talk = [
        (f"{lead}How did it begin?", f"{dash}With a storm, and the town had no boat."),
        (f"{lead}Who paid?", f"{dash}The council, late."),
        (f"{lead}Will it stand?", f"{dash}It will."),
        (f"{lead}What comes next?", f"{dash}Another pier."),
    ]
    text = "\n".join(
        ["# Otto Klein: “It will stand”", "Otto Klein ran the pier.", *(w for row in talk for w in row)]
    )
    assert _read(text) == ["-", "-"] + [None, "Otto Klein"] * 4


def test_lists_under_questions_are_no_answers() -> None:
    """An item of a list begins with a hyphen and a space; it is nobody's answer."""
    items = (
        "What is packed?",
        "- rope",
        "What else?",
        "- a lamp",
        "Is that all?",
        "- bread",
        "And?",
        "- tea",
    )
    assert _read("\n".join(("# A list by Otto Klein", *items))) == ["-"] * 9


_TALK = {
    "en": (
        ("And the fishermen?", "The fishermen knew every current."),
        ("Who paid for it?", "The council, late."),
        ("So the mayor knew?", "She was told on a Monday."),
        ("What comes next?", "Another pier."),
    ),
    "es": (
        ("¿Y los pescadores?", "Los pescadores conocían cada corriente."),
        ("¿Quién lo pagó?", "El concejo, tarde."),
        ("¿Entonces la alcaldesa lo sabía?", "Se lo dijeron un lunes."),
        ("¿Qué viene ahora?", "Otro muelle."),
    ),
}
_REMARK = {"en": "You also keep bees.", "es": "También cría abejas."}


def _marked(*texts: tuple[str, bool], language: str, title: str) -> list[str | None]:
    """Who speaks each paragraph; True stands beside one that its page sets in bold."""
    marked = [
        replace(paragraph, stressed=len(paragraph.text) if bold else 0)
        for paragraph, (_, bold) in zip(
            paragraphs_of(*(text for text, _ in texts), language=language), texts, strict=True
        )
    ]
    source = Source(language=language, title=title, authors=("Xenia Muestra",), outlet="La Hoja")
    return [row[0].speaker if row else "-" for row in find_voices(marked, source)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_page_sets_in_bold_is_the_interviewers(language: str) -> None:
    """Where questions are in bold, a remark in bold is no answer, and no answer needs an "I"."""
    texts = [(text, bold) for pair in _TALK[language] for text, bold in zip(pair, (True, False), strict=True)]
    texts[4:4] = [(_REMARK[language], True), (_TALK[language][3][1], False)]
    found = _marked(*texts, language=language, title="Velda Brack: “Nobody owns a river here”")
    assert found == [None, "Velda Brack"] * 5


@pytest.mark.parametrize("language", ["en", "es"])
def test_question_in_bold_and_answer_in_one_paragraph(language: str) -> None:
    """A paragraph that begins in bold with a question goes on with the answer."""
    rows = [f"{ask} {told}" for ask, told in _TALK[language]]
    paragraphs = [
        replace(each, stressed=len(ask))
        for each, (ask, _) in zip(paragraphs_of(*rows, language=language), _TALK[language], strict=True)
    ]
    source = Source(
        language=language, title="Velda Brack: “Nobody owns a river here”", authors=("Xenia Muestra",)
    )
    found = find_voices(paragraphs, source)
    assert [[each.speaker for each in row] for row in found] == [[None, "Velda Brack"]] * 4


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_short_line_amid_plain_answers_may_be_the_interviewers(language: str) -> None:
    """Where nothing but their mark tells questions, a short line between two of an answer is nobody's."""
    lines = [line for pair in _TALK[language] for line in pair]
    lines[4:4] = [_REMARK[language], _TALK[language][3][1]]
    found = _read("\n".join(lines), "Interview with Velda Brack", language)
    assert (
        found
        == [None, "Velda Brack", None, "Velda Brack", None, *["Velda Brack", None] * 2, "Velda Brack"][:10]
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_labels_of_a_talk_without_an_i(language: str) -> None:
    """Labels one of which asks and another answers are a talk's, whatever its words."""
    for asker, answerer in (("Otto Klein", "Velda Brack"), ("Interviewer", "Brack"), ("OK", "VB")):
        lines = [
            f"{who}: {text}"
            for pair in _TALK[language]
            for who, text in zip((asker, answerer), pair, strict=True)
        ]
        found = _read("\n".join(lines), "Velda Brack: “Nobody owns a river here”", language)
        assert found[1::2] == ["Velda Brack"] * 4, asker


@pytest.mark.parametrize("language", ["en", "es"])
def test_only_who_asks_has_a_label(language: str) -> None:
    """What stands under a label that only asks is whoever's the title quotes."""
    for asker in ("Q", "The Harbour Gazette", "Otto Klein"):
        lines = [text for ask, told in _TALK[language] for text in (f"{asker}: {ask}", told)]
        lines[4:4] = [f"{asker}: {_REMARK[language]}", _TALK[language][3][1]]
        found = _read("\n".join(lines), "Velda Brack: “Nobody owns a river here”", language)
        assert found[1::2] == ["Velda Brack"] * 5, asker


def test_labels_that_come_and_go() -> None:
    """In a talk of "Q" and "A" an untagged question is nobody's, an untagged answer the one answerer's."""
    (one, ell), (two, tell), (three, yell), (four, well) = _TALK["en"]
    text = f"Q: {one}\nA: {ell}\n{two}\nA: {tell}\nQ: {three}\n{yell}\nQ: {four}\nA: {well}"
    found = _read(text, "Interview with Velda Brack")
    assert [found[at] for at in (1, 3, 5, 7)] == ["Velda Brack"] * 4
    assert found[2] is None


def test_questions_between_the_answers_of_several() -> None:
    """A question without a label is not whoever's the answer before it is."""
    text = "Who paid?\nVelda Brack: We paid.\nOtto Wray: I did.\n"
    text += "What comes next?\nOtto Wray: A pier.\nVelda Brack: I wait."
    found = _read(text, "The pier")
    assert [found[at] for at in (1, 2, 4, 5)] == ["Velda Brack", "Otto Wray"] * 1 + [
        "Otto Wray",
        "Velda Brack",
    ]
    assert found[3] is None


def test_initials_of_names_with_small_words_and_hyphens() -> None:
    """Small words may be left out of initials, and a name with a hyphen may give two letters."""
    for name, letters in (
        ("Irne de la Muestra", "IM"),
        ("Dana Alba-Klein", "DAK"),
        ("Dana Alba-Klein", "DA"),
    ):
        lines = [
            f"{who}: {text}" for pair in _TALK["en"] for who, text in zip(("OW", letters), pair, strict=True)
        ]
        assert _read("\n".join(lines), f"Interview with {name}")[1::2] == [name] * 4


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_follows_the_last_answer_is_the_authors(language: str) -> None:
    """A last line that tells of who answered is not his."""
    lines = [line for pair in _TALK[language] for line in pair]
    last = "Brack walks down to the quay." if language == "en" else "Brack baja al muelle."
    assert _read("\n".join([*lines, last]), "Interview with Velda Brack", language)[-2:] == [
        "Velda Brack",
        "-",
    ]


def test_remarks_after_dashes() -> None:
    """Between dashes a remark is the interviewer's, nobody's known; where only questions have dashes too."""
    talk = ["—¿Quién pagó?", "—El concejo, tarde.", "—Algunos dicen que nadie pagó.", "—Dicen mucho."]
    talk += ["—¿Y ahora?", "—Esperamos.", "—¿Cuánto?", "—Un año.", "—¿Y después?", "—Otro muelle."]
    title = "Velda Brack: «Nadie es dueño de un río»"
    assert _read("\n".join(talk), title, "es") == [None, "Velda Brack"] * 5
    bare = [line.lstrip("—") if at % 2 else line for at, line in enumerate(talk)]
    assert _read("\n".join(bare), title, "es") == [None, "Velda Brack"] * 5


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("Today I bring you the talk in which Otto Wray interviewed me.", "en"),
        ("Os dejo la entrevista que me hizo Otón Vera.", "es"),
    ],
)
def test_who_signs_a_talk_in_which_he_was_asked_answers(told: str, language: str) -> None:
    """Whoever interviewed the author gives no answers."""
    lines = [told, *(line for pair in _TALK[language] for line in pair)]
    assert set(_read("\n".join(lines), "A short interview", language)[2::2]) == {"Xenia Muestra"}


def test_either_of_two_in_a_deck_may_be_asked() -> None:
    """That one talks to another names nobody who answers, unless one of them signs."""
    for deck, name in (
        ("Velda Brack talks to Otto Wray", None),
        ("Velda Brack talks to Xenia Muestra", "Velda Brack"),
    ):
        lines = [deck, *(line for pair in _TALK["en"] for line in pair)]
        assert _read("\n".join(lines), "“Nobody owns a river here”")[2::2] == [name] * 4


def test_the_title_of_an_interview_that_is_a_name() -> None:
    """A title may be a name and the word for an interview."""
    lines = [line for pair in _TALK["en"] for line in pair]
    assert _read("\n".join(lines), "The Velda Brack Interview")[1::2] == ["Velda Brack"] * 4


def test_questions_that_hold_quotation_marks() -> None:
    """A question may quote a word; one that is a quotation as a whole is somebody's in a report."""
    texts = ["You call it a “farce”. Why?", "Because I was there.", "And the “plan”?", "I never saw it."]
    texts += ["Who did?", "I do not know."]
    assert _read("\n".join(texts), "Interview with Velda Brack") == [None, "Velda Brack"] * 3


def test_a_label_stands_right_before_the_same_label_again() -> None:
    """Somebody spoke between two turns of one label, so what stands there is not its own."""
    text = "Velda Brack runs the pier.\nWho paid?\nBrack: We paid.\nIt was late.\nAnd yet it stands.\n"
    text += "Brack: It does.\nWhat now?\nBrack: I wait."
    assert _read(text, "The pier")[3:6] == ["Velda Brack", None, "Velda Brack"]


def test_names_in_bold_before_words_are_labels() -> None:
    """A name that its page sets in bold before a sentence labels it, without any colon."""
    rows = [
        f"{who} {text}" for pair in _TALK["en"] for who, text in zip(("Wray", "Brack"), pair, strict=True)
    ]
    paragraphs = [replace(each, stressed=len(each.text.split(" ", 1)[0])) for each in paragraphs_of(*rows)]
    found = find_voices(paragraphs, Source(language="en", title="Velda Brack: “Nobody owns a river here”"))
    assert [row[0].speaker for row in found] == ["Wray", "Velda Brack"] * 4


def test_who_is_asked_under_a_label_for_it() -> None:
    """A guest is whoever is asked; initials are one person's, whom a title has in capitals."""
    for answers, title in (("Guest", "Interview with Velda Brack"), ("VB", "VELDA BRACK: THE TALK")):
        lines = [
            f"{who}: {text}"
            for pair in _TALK["en"]
            for who, text in zip(("Host", answers), pair, strict=True)
        ]
        found = _read("\n".join(["Velda Brack runs the pier.", *lines]), title)
        assert found[2::2] == ["Velda Brack"] * 4


def test_an_explainer_under_questions_is_its_authors() -> None:
    """Long parts under questions, in which others are quoted, are no answers of somebody named above them."""
    part = ["The ferry left at dawn with nine boats behind it.", "The council said that the gate was shut."]
    part += ["“I saw it and we ran,” a rower told the Gazette.", "The lists hung in the office for a week."]
    questions = ("How did the flood begin?", "What do we know about the gate?", "What happens next?")
    lines = [
        "The Gazette's Velda Brack, at the quay, said there was no boat left.",
        "The quay faces questions.",
    ]
    lines += [line for ask in questions for line in (ask, *part)]
    assert "Velda Brack" not in _read("\n".join(lines), "Quay faces questions after flood")


@pytest.mark.parametrize("label", ["Reporter", "Periodista"])
def test_a_label_of_one_who_asks_makes_no_byline(label: str) -> None:
    """What stands behind it is a question or a sentence, and no name."""
    for words in ("¿Quién pagó?", "Who paid for it?", "Some towns have given up their trains."):
        assert kind_of(unit_of(lines_of(f"{label}: {words}"))) in {UnitKind.TEXT, UnitKind.HEADING}
    assert kind_of(unit_of(lines_of(f"{label}: Ana Ejemplo"))) is UnitKind.BYLINE


def test_who_is_presented_first_answers() -> None:
    """Of several named above an interview, whoever opens it with what he is."""
    lines = [
        "We talked with him before he left.",
        "Bo Lund, the keeper who saw the flood, is tired. Otto Wray and Ada Penn heard.",
    ]
    lines += [line for pair in _TALK["en"] for line in pair]
    assert _read("\n".join(lines), "This keeper warned of the flood")[3::2] == ["Bo Lund"] * 4


def test_who_asks_presents_himself() -> None:
    """Under a label that names nobody he is whoever he says, and goes on under one that asks on."""
    text = (
        "# Conferencia de la presidenta Velda Quiroga\n"
        "PREGUNTA: Buenos días, presidenta. Otón Vera, de La Hoja. ¿Quién pagó el muelle?\n"
        "PRESIDENTA VELDA QUIROGA: Lo pagamos nosotros.\n"
        "INTERLOCUTOR: ¿Y el puente?\n"
        "PRESIDENTA VELDA QUIROGA: También, ya lo dije.\n"
        "PREGUNTA: Hola a todos. Soy Ada Pinto, de La Ribera. ¿Cuánto costó?\n"
        "PRESIDENTA VELDA QUIROGA: Poco, se lo aseguro.\n"
        "PREGUNTA: ¿Y ahora?\n"
        "PRESIDENTA VELDA QUIROGA: Esperamos."
    )
    asked = ["Otón Vera", "Otón Vera", "Ada Pinto", None]
    assert _read(text, "Conferencia", "es")[1::2] == asked


def test_an_office_that_the_head_names_with_its_holder() -> None:
    """A label that is an office is whoever the text names behind it, if one only."""
    text = "Remarks of Mayor Velda Brack and First Keeper Otto Wray\n"
    text += "THE MAYOR: I am glad.\nTHE FIRST KEEPER: So am I.\n"
    text += "THE MAYOR: We wait for you.\nTHE FIRST KEEPER: And I for you."
    assert _read(text, "Harbour day")[1:] == ["Velda Brack", "Otto Wray"] * 2


def test_questions_below_a_last_answer_are_the_pages() -> None:
    """What asks below the last answer invites its readers and is nobody's answer."""
    lines = [line for pair in _TALK["en"] for line in pair]
    lines += [
        "Want to know more about the pier? Follow the town on its page, where there is much more of it."
    ]
    assert _read("\n".join(lines), "Interview with Velda Brack")[-1] != "Velda Brack"


def test_what_stands_below_a_transcripts_heading_is_nobodys_known() -> None:
    """A talk in which no label tells who speaks is not its author's."""
    text = "# A special programme\nOn air since May.\n# Transcript\nThe pier was built in a year, they say.\n"
    text += "Was it? I never saw it."
    assert _read(text, "A special programme") == ["-", "-", "-", None, None]


def test_rows_of_a_table_are_turns() -> None:
    """A name in the first cell of a row labels what stands in the second."""
    rows = [
        f"{who}\t{text}"
        for pair in _TALK["en"]
        for who, text in zip(("Otto Wray", "Brack"), pair, strict=True)
    ]
    assert _read("\n".join(rows), "Velda Brack on it") == ["Otto Wray", "Velda Brack"] * 4


@pytest.mark.parametrize(
    ("asks", "answers"), [("E: ", "R: "), ("I: ", "R: "), ("Q.\n", "A.\n"), ("P:\n", "R:\n")]
)
def test_letters_of_every_kind(asks: str, answers: str) -> None:
    """A letter that asks before one that answers, also on a line above the words."""
    texts = [f"{who}{text}" for pair in _TALK["es"] for who, text in zip((asks, answers), pair, strict=True)]
    found = voices_of(*texts, language="es", title="Velda Brack: «Nadie es dueño de un río»")
    assert [row[-1].speaker if row else "-" for row in found[1::2]] == ["Velda Brack"] * 4


def test_an_outlet_and_a_person_in_headings() -> None:
    """Headings that are an outlet's name, which asks, and a person's are labels."""
    lines = [line for ask, told in _TALK["en"] for line in ("# The Harbour Hub", ask, "# Velda Brack", told)]
    found = _read("\n".join(lines), "Velda Brack on it")
    assert found[1::4] == [None] * 4
    assert found[3::4] == ["Velda Brack"] * 4


@pytest.mark.parametrize(
    ("asks", "answers", "title"),
    [
        ("— Otto Wray: ", "— Velda Brack: ", "The pier"),
        ("Question {}: ", "", "Velda Brack: “Nobody owns a river here”"),
        ("", "", "Ten minutes with Velda Brack"),
    ],
)
def test_more_forms_of_talks(asks: str, answers: str, title: str) -> None:
    """Labels after dashes, questions with their number, and a talk announced by its length."""
    lines = [
        f"{who.format(at)}{text}"
        for at, pair in enumerate(_TALK["en"], 1)
        for who, text in zip((asks, answers), pair, strict=True)
    ]
    assert _read("\n".join(lines), title)[1::2] == ["Velda Brack"] * 4


def test_who_is_cited_in_a_title_is_not_asked() -> None:
    """An interview with an expert whom somebody cited is with the expert."""
    title = "An interview with the river expert Abel Kerr cited 20 times"
    lines = ["Abel Kerr cited him.", *(line for pair in _TALK["en"] for line in pair)]
    assert "Abel Kerr" not in _read("\n".join(lines), title)
