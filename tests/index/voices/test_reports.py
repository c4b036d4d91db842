"""Who says what inside one paragraph: one example for each rule."""

from __future__ import annotations

import pytest

from tests.index.voices.made_up_speech import voices_of

Expected = list[tuple[str, str | None, str]]


def _found(text: str, language: str) -> Expected:
    return [
        (text[each.start : each.end], each.speaker, str(each.mode))
        for each in voices_of(text, language=language)[0]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # quotation, subject, verb; and verb, subject
        ("“The bridge is safe,” Ana Ejemplo said.", [("“The bridge is safe,”", "Ana Ejemplo", "direct")]),
        ("“The bridge is safe,” said Ana Ejemplo.", [("“The bridge is safe,”", "Ana Ejemplo", "direct")]),
        # subject, verb, quotation, with a comma, a colon or nothing between
        ("Ana Ejemplo said: “We will stay here.”", [("“We will stay here.”", "Ana Ejemplo", "direct")]),
        (
            "The mayor told reporters on Monday, “We will stay here.”",
            [("“We will stay here.”", "The mayor", "direct")],
        ),
        # two quotations around subject and verb
        (
            "“We stay,” Ana Ejemplo said, “because we must stay.”",
            [("“We stay,”", "Ana Ejemplo", "direct"), ("“because we must stay.”", "Ana Ejemplo", "direct")],
        ),
        # a clause with quoted words in it is one mixed span
        (
            "Ana Ejemplo said the plan was “a very bad joke.”",
            [("the plan was “a very bad joke.”", "Ana Ejemplo", "mixed")],
        ),
        # indirect speech: that, a bare clause, a question
        ("The union argued that wages fell.", [("wages fell.", "The union", "indirect")]),
        ("Ana Ejemplo said she would stay.", [("she would stay.", "Ana Ejemplo", "indirect")]),
        ("Ana Ejemplo asked whether it was late.", [("whether it was late.", "Ana Ejemplo", "indirect")]),
        # the clause first, then the verb
        (
            "The bridge will close in May, the mayor said.",
            [("The bridge will close in May", "the mayor", "indirect")],
        ),
        (
            "The bridge, the mayor said, will close in May.",
            [("The bridge", "the mayor", "indirect"), ("will close in May.", "the mayor", "indirect")],
        ),
        # what follows ", but the ..." is the author's own
        (
            "The mayor said the bridge was safe, but the inspectors had closed it.",
            [("the bridge was safe", "The mayor", "indirect")],
        ),
        # according to
        ("According to the union, wages fell in May.", [("wages fell in May.", "the union", "indirect")]),
        (
            "Wages fell in May, according to federal data.",
            [("Wages fell in May", "federal data", "indirect")],
        ),
        # one subject, two verbs; a participle with the subject of its sentence
        (
            "Ana Ejemplo said wages fell and added that rents rose.",
            [("wages fell", "Ana Ejemplo", "indirect"), ("rents rose.", "Ana Ejemplo", "indirect")],
        ),
        (
            "The union released a statement saying that wages fell.",
            [("wages fell.", "The union", "indirect")],
        ),
        # a participle that belongs to the name before it
        (
            "The film ends with Ana Ejemplo saying “we will stay.”",
            [("“we will stay.”", "Ana Ejemplo", "direct")],
        ),
        # relative clause
        (
            "The crowd cheered the mayor, who said taxes would fall.",
            [("taxes would fall.", "the mayor", "indirect")],
        ),
        # verdicts, promises, and what is named without a clause
        (
            "Ana Ejemplo called the plan “a very bad joke” and left.",
            [("the plan “a very bad joke”", "Ana Ejemplo", "mixed")],
        ),
        ("The mayor vowed to lower taxes.", [("to lower taxes.", "The mayor", "indirect")]),
        ("The ministry denied the charge.", [("denied the charge.", "The ministry", "indirect")]),
        ("Ana Ejemplo complained about the noise.", [("about the noise.", "Ana Ejemplo", "indirect")]),
        # documents speak
        ("The poll shows that wages fell.", [("wages fell.", "The poll", "indirect")]),
        ("Other reports put the number at 62.", [("the number at 62.", "Other reports", "indirect")]),
        # a quotation that begins with its subject's verb
        (
            "The ministry “thanked the donors for their help.”",
            [("“thanked the donors for their help.”", "The ministry", "mixed")],
        ),
        # a possessor and a noun of saying
        ("Nobody believed the mayor’s claim that taxes fell.", [("taxes fell.", "the mayor", "indirect")]),
        # a report inside a report is known from the outer speaker; a quotation in it from the inner one
        (
            "Ana Ejemplo said the union argued that wages fell.",
            [("the union argued that wages fell.", "Ana Ejemplo", "indirect")],
        ),
        # "and" joins speakers, or begins the next clause
        (
            "Ana Ejemplo and her aides said it was late.",
            [("it was late.", "Ana Ejemplo and her aides", "indirect")],
        ),
        (
            "The council met in May and Ana Ejemplo said it was late.",
            [("it was late.", "Ana Ejemplo", "indirect")],
        ),
        # the name of a work is not what she said
        (
            "On “The Late Show,” Ana Ejemplo said she would stay.",
            [("she would stay.", "Ana Ejemplo", "indirect")],
        ),
        # the speaker goes on after an aside
        (
            "The plan, Ana Ejemplo said in May, would fail.",
            [("The plan", "Ana Ejemplo", "indirect"), ("would fail.", "Ana Ejemplo", "indirect")],
        ),
        # "went on to say"
        ("Ana Ejemplo went on to say that wages fell.", [("wages fell.", "Ana Ejemplo", "indirect")]),
    ],
)
def test_english(text: str, expected: Expected) -> None:
    """English speech goes to the speaker whom the words around it name, and no further than it reaches."""
    assert _found(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«El puente es seguro», dijo Ana Ejemplo.", [("«El puente es seguro»", "Ana Ejemplo", "direct")]),
        (
            '"El puente es seguro", afirmó ayer la alcaldesa.',
            [('"El puente es seguro"', "la alcaldesa", "direct")],
        ),
        (
            "Ana Ejemplo dijo que subirían los sueldos.",
            [("subirían los sueldos.", "Ana Ejemplo", "indirect")],
        ),
        ("Los sueldos subirán, aseguró el ministro.", [("Los sueldos subirán", "el ministro", "indirect")]),
        ("Según la alcaldesa, el puente es seguro.", [("el puente es seguro.", "la alcaldesa", "indirect")]),
        (
            "El puente, según explicó la alcaldesa, es seguro.",
            [("El puente", "la alcaldesa", "indirect"), ("es seguro.", "la alcaldesa", "indirect")],
        ),
        ('"El puente es seguro", declaró a Efe Ana.', [('"El puente es seguro"', "Ana", "direct")]),
        (
            '"El puente es seguro", ha dicho De la Torre.',
            [('"El puente es seguro"', "De la Torre", "direct")],
        ),
        (
            "El sindicato señaló, no obstante, que los sueldos bajaron.",
            [("los sueldos bajaron.", "El sindicato", "indirect")],
        ),
        # the speaker inside the quotation marks
        (
            '"El puente - dijo la alcaldesa - es muy seguro".',
            [('"El puente', "la alcaldesa", "direct"), ('es muy seguro"', "la alcaldesa", "direct")],
        ),
        # who closes the sentence says all of it
        (
            "La policía teme que los precios suban, informó la prensa.",
            [("La policía teme que los precios suban", "la prensa", "indirect")],
        ),
        # an apposition before the verb
        (
            "La ministra, Ana Ejemplo, reiteró ayer que los precios bajarían.",
            [("los precios bajarían.", "Ana Ejemplo", "indirect")],
        ),
        (
            "Ejemplo, que llegó ayer a la ciudad, afirmó que los precios bajarían.",
            [("los precios bajarían.", "Ejemplo", "indirect")],
        ),
        ("La ministra prometió bajar los precios.", [("bajar los precios.", "La ministra", "indirect")]),
        ("El sondeo muestra que los sueldos bajaron.", [("los sueldos bajaron.", "El sondeo", "indirect")]),
    ],
)
def test_spanish(text: str, expected: Expected) -> None:
    """Spanish speech is found in both orders of subject and verb."""
    assert _found(text, "es") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “president” left the hall.",  # a scare quote without a verb of speech
        "She met the minister, perhaps to suggest that he resign.",  # a purpose
        "The mayor did not say whether the bridge was safe.",  # negation
        "The man was told that the bridge was safe.",  # passive: the subject hears
        "Ana Ejemplo has a similar question: nobody knows the bridge.",  # a noun
        "The man was arrested and accused of “a crime against the state.”",  # passive, nobody named
        "The member states released a plan.",  # a noun before its verb
        "Union demands grew in May.",  # a noun after a noun
        "In May I said the bridge was safe.",  # the author himself
        "It rained on Monday, June 4.",
    ],
)
def test_own_voice(text: str) -> None:
    """What no one but the author says is left to the author."""
    assert [each.speaker for each in voices_of(text)[0] if each.speaker] == []


def test_coordinated_speakers_stay_whole() -> None:
    """Of a list of speakers none is dropped."""
    text = "Mexico, Argentina, Colombia, and Bolivia wrote that they “express their profound concern.”"
    assert voices_of(text)[0][0].speaker == "Mexico, Argentina, Colombia, and Bolivia"


def test_apposition_is_jumped() -> None:
    """Age, place and office between a name and its verb are no obstacle, and the office is the role."""
    voice = voices_of("Ana Ejemplo, 59, of Springfield, Mo., said the bridge was safe.")[0][0]
    assert (voice.speaker, voice.cue) == ("Ana Ejemplo", "said")
    voice = voices_of("Ana Ejemplo, the mayor of Springfield, said the bridge was safe.")[0][0]
    assert (voice.speaker, voice.role) == ("Ana Ejemplo", "mayor of Springfield")
    voice = voices_of("The mayor of Springfield, Ana Ejemplo, said the bridge was safe.")[0][0]
    assert (voice.speaker, voice.role) == ("Ana Ejemplo", "mayor of Springfield")


def test_office_without_the_authors_remark() -> None:
    """What the author says a speaker used to be is not part of the role."""
    voice = voices_of("Spy turned ministry spokeswoman Ana Ejemplo said it was late.")[0][0]
    assert (voice.speaker, voice.role) == ("Ana Ejemplo", "ministry spokeswoman")


def test_continuation() -> None:
    """A bare quotation goes on with the speaker before it; right before another one it is somebody else's."""
    text = "“We are staying in this town,” Ana Ejemplo said. “We have nowhere else to go.”"
    assert [each.speaker for each in voices_of(text)[0]] == ["Ana Ejemplo", "Ana Ejemplo"]
    text = "“We have nowhere else to go.” “We are staying in this town,” Ana Ejemplo said."
    assert [each.speaker for each in voices_of(text)[0]] == [None, "Ana Ejemplo"]


def test_long_quotation_without_a_speaker() -> None:
    """A long quotation is speech even when the text does not say whose; a short one may be a title."""
    voices = voices_of("They met in a “high-level dialogue between two friendly countries.”")[0]
    assert [(each.speaker, str(each.mode)) for each in voices] == [(None, "mixed")]
    assert voices_of("They sang “Happy Birthday” again.")[0] == ()


def test_unnamed_person_introduced_afterwards() -> None:
    """A man who is quoted first and named in the next sentence gets his name."""
    text = "“Nobody paid me to come here,” a man in his 40s said. John Example is one of hundreds who came."
    voice = voices_of(text)[0][0]
    assert (voice.speaker, voice.role) == ("John Example", "man in his 40s")
    text = "“Nobody paid me to come here,” the man said. John Example is one of hundreds who came."
    assert voices_of(text)[0][0].speaker == "the man"
