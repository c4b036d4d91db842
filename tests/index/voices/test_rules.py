"""Finer rules of who says what: one example for each."""

from __future__ import annotations

import unicodedata

import pytest

from index.model import Wording
from tests.index.voices.made_up_speech import said_in, voices_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a question in quotation marks belongs to whoever demanded an answer
        ("“Is the bridge safe?” Ejemplo demanded.", [("Ejemplo", "“Is the bridge safe?”")]),
        # a number may begin the speaker's name and office
        ("“We wait,” said 9/11 widow Ana Ejemplo.", [("Ana Ejemplo", "“We wait,”")]),
        # a rule book speaks after "per"
        ("All must vote “in the main hall,” per the town’s bylaws.", [("the town’s bylaws", "")]),
        # ", as the memo put it" closes what the memo says
        ("Nobody paid for the “safest bridge of all,” as a town memo put it.", [("a town memo", "")]),
        # "pointed out" between commas
        ("The bridge, as the mayor pointed out, has been closed since May.", [("The mayor", "")]),
        # praise and attack with a quotation right after the verb
        ("Ejemplo attacked “the cruel and needless plan of the harbor guild.”", [("Ejemplo", "")]),
        ("Ejemplo lauded the town for its “new and clever bridge.”", [("Ejemplo", "")]),
        # who was told, and when, is no reported clause
        (
            "The bridge is safe and open, Ana Ejemplo told The Springfield Post on Thursday.",
            [("Ana Ejemplo", "The bridge is safe and open")],
        ),
        ("The town opens a bridge, a spokesman announced Monday morning.", [("a spokesman", "The town")]),
        # a matter named after a day
        ("The mayor announced on Friday the end of the works.", [("The mayor", "")]),
        # a paper whose name ends like an adjective
        ("The bridge is closed again, The Springfield Journal reports.", [("Springfield Journal", "")]),
        # advisers "to" somebody
        ("The mayor is tired of it, advisers to Ana Ejemplo say.", [("advisers to Ana Ejemplo", "")]),
        # a study counts
        ("The study found 31 cases of rust.", [("The study", "31 cases")]),
        # a semicolon ends even one word, too short to be shown as somebody's
        ("The ministry says yes; the union says nothing of it.", [("the union", "nothing")]),
        # hopes and fears in words
        ("Ana Ejemplo fears that the bridge will fall.", [("Ana Ejemplo", "the bridge will fall")]),
    ],
)
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    """Each of these sentences has one speaker, for words that begin as given."""
    found = said_in(text)
    assert {(speaker or "").lower() for speaker, _ in found} == {name.lower() for name, _ in expected}
    assert all(words.startswith(start) for (_, words), (_, start) in zip(found, expected, strict=False))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lawyers for the marchers said it was late.", "Lawyers for the marchers"),
        ("Spokesmen for both unions said it was late.", "Spokesmen for both unions"),
        ("Campaigners against the dam said it was late.", "Campaigners against the dam"),
        ("Residents near the quay said it was late.", "residents near the quay"),
        ("Doctors without Harbours said it was late.", "Doctors without Harbours"),
        ("Protesters in the square said it was late.", "Protesters in the square"),
        ("Lawyers with the guild said it was late.", "Lawyers with the guild"),
        ("Lawyers for the marchers, who wait outside, said it was late.", "Lawyers for the marchers"),
        # when, and in what, somebody speaks is no part of what they are
        ("Lawyers said it was late.", "Lawyers"),
        ("People in the square said it was late.", "People in the square"),
        ("Walters in a letter said it was late.", "Walters"),
        ("Ejemplo for his part said it was late.", "Ejemplo"),
        ("Walters for her part said it was late.", "Walters"),
        ("Councillor Walters in the square said it was late.", "Walters"),
        ("Mr. Walters in the square said it was late. “No,” Walters said.", "Mr. Walters"),
    ],
)
def test_people_at_the_head_of_a_sentence(text: str, speaker: str) -> None:
    """A capital there makes no name: people called by what they do keep what tells them from others."""
    assert said_in(text)[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # not who it was not
        (
            "It was the minister, not the mayor, who called the bridge “a shame”.",
            "en",
            ("the minister", "the bridge “a shame”"),
        ),
        ("It was Ana Ejemplo, not Juan Prueba, who said it was late.", "en", ("Ana Ejemplo", "it was late.")),
        # what is said of the words is not of them
        (
            "The mayor said the guild holds the town to ransom, a claim that the guild laughed at.",
            "en",
            ("The mayor", "the guild holds the town to ransom"),
        ),
        (
            "La alcaldesa dijo que el gremio manda, afirmación que nadie comparte.",
            "es",
            ("La alcaldesa", "el gremio manda"),
        ),
        (
            "The mayor said the bridge, a beauty, is closed.",
            "en",
            ("The mayor", "the bridge, a beauty, is closed."),
        ),
        # a document with who saw it
        (
            "According to a memo seen by the Courier, the guild lost its hall; nobody found it.",
            "en",
            ("a memo seen by the Courier", "the guild lost its hall"),
        ),
        # a claim ends where its sentence goes on
        (
            "Ana Ejemplo’s claim that the bridge was closed was rejected by the mayor.",
            "en",
            ("Ana Ejemplo", "the bridge was closed"),
        ),
        (
            "The mayor’s statement that the bridge is safe has been disputed by engineers.",
            "en",
            ("The mayor", "the bridge is safe"),
        ),
        # a clause about somebody ends at its comma
        (
            "La alcaldesa, a quien el sindicato acusa de ponerse de perfil, no quiso hablar.",
            "es",
            ("el sindicato", "de ponerse de perfil"),
        ),
    ],
)
def test_words_are_not_another_s(text: str, language: str, expected: tuple[str, str]) -> None:
    """Where a sentence speaks of two people, each has their own words and no others."""
    assert said_in(text, language=language) == [expected]


def test_who_denies_to_have_said_it_did_not() -> None:
    """What somebody denies to have said is not what they said."""
    found = voices_of("Juan Prueba negó haber dicho que el puente está cerrado.", language="es")[0]
    assert not any(each.cue == "dicho" for each in found)


def test_the_owner_of_an_office_is_no_part_of_it() -> None:
    """Of two nouns side by side the second begins what is said of the name: "a charge | its secretary"."""
    text = "The mayor called it theft, a charge its secretary, Ana Ejemplo, rejected as “theatre”."
    (voice,) = [each for each in voices_of(text)[0] if each.speaker == "Ana Ejemplo"]
    assert voice.role == "secretary"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Police put the figure at 120.", "en", ("Police", "the figure at 120.")),
        ("Police put the figure at 120, the union at 400.", "en", ("Police", "the figure at 120")),
        ("Police estimated the crowd at 2,000 and went home.", "en", ("Police", "the crowd at 2,000")),
        (
            "The mayor puts the death toll at 12 and 30 hurt, while nobody counts.",
            "en",
            ("The mayor", "the death toll at 12 and 30 hurt"),
        ),
        (
            "The union placed the number of marchers at some five thousand.",
            "en",
            ("The union", "the number of marchers at some five thousand."),
        ),
        (
            "La policía cifró la asistencia en 2.000 personas, el sindicato en 5.000.",
            "es",
            ("La policía", "la asistencia en 2.000 personas"),
        ),
        (
            "El ministerio situó el balance en doce.",
            "es",
            ("El ministerio", "el balance en doce."),
        ),
    ],
)
def test_an_amount_is_somebodys(text: str, language: str, expected: tuple[str, str]) -> None:
    """Who puts an amount at a number says so, up to what a comma or a joining word brings in."""
    assert said_in(text, language=language) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a plan, a percentage, a body part speaks to nobody
        ("He is too heavy according to his body mass percent.", "his body mass percent"),
        # a participle of comparison
        (
            "The rich would gain an average of 5 dollars, the group said, compared with 3 for us.",
            "an average",
        ),
        # somebody is made to speak, or not
        ("Readers may not let editors tell them how to vote in May.", "let editors"),
        # nouns that look like verbs, with "that" as the subject of the next verb
        ("He showed the plan: a set of Clean River Act rules that could close the mill.", "a set"),
        # participles with "by"
        ("The guards, called to the square by the mayor, are tired of it.", "The guards"),
        ("Ana Ejemplo, praised by the guild for her plan as a leader, is late.", "Ana Ejemplo"),
        # for how long, not for what
        ("The two women spoke for about five minutes.", "The two women"),
        # a meeting is called, a group is called by a name
        ("The council called an urgent meeting to discuss the flood.", "The council"),
        ("A leader of a group called Owls belongs on the list.", "A leader"),
        # the hour of a day holds no colon that announces speech
        ("The alarm went off around 8:30 near the bridge of the town.", "The alarm"),
        # a shadow is cast, nobody is judged
        ("The rain is casting a shadow on hopes for the fair.", "The rain"),
        # a storm counts nobody, a guard is put somewhere
        ("The storm put the number of homeless at 300.", "The storm"),
        ("Police put a guard of 120 men at the gate.", "Police"),
        # what some say, and the author denies, is the opposite of what stands there
        ("It was no flood on Friday, as some write; it was a leak.", "some"),
        # neither of them, and neither who would have
        ("Neither the mayor nor the minister said the bridge was closed.", ""),
        ("Had the mayor said the bridge was closed, nobody would have come.", ""),
        # "having said that"
        ("Having said that, there are more bridges.", "Having"),
    ],
)
def test_no_speakers(text: str, speaker: str) -> None:
    """None of these is a report, or not by whom it seems."""
    assert not any((name or "").lower().startswith(speaker.lower()) for name, _ in said_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "On this week’s “The Morning Bridge Show,” the mayor said it was late.",
        "In his 2002 book, “Make Your Town Rich,” Mr. Ejemplo suggested that we save.",
        "At the end of the anthem “A Bridge Will Come,” the singer added that she was tired.",
        "“A Bridge Too Late”",
    ],
)
def test_titles_of_works_are_no_speech(text: str) -> None:
    """The name of a show, a book or a song in quotation marks is nobody's words."""
    assert not any("“" in words for _, words in said_in(text))


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # an office whose holder is "el titular"
        ("El plan sigue en pie, informó hoy el titular de Obras, Luis Ejemplo.", "Luis Ejemplo", "El plan"),
        # who was asked is not who asks
        ("Preguntado por la crisis, el alcalde dijo: “Soy de aquí”.", "el alcalde", "“Soy de aquí”"),
        # sources after an adverbial without a comma
        (
            "Durante la semana fuentes del gobierno indicaron que hay dinero.",
            "fuentes del gobierno",
            "hay dinero.",
        ),
        # an infinitive
        ("Diversos vecinos manifestaron haber visto el puente.", "Diversos vecinos", "haber visto"),
        # a pronoun of quantity
        ("El puente gusta, mientras que otros exigen que se cierre.", "otros", "se cierre."),
        # a clause that begins right after "porque"
        (
            "La alcaldesa dijo que no cruza porque, aunque el puente es nuevo, la lluvia sigue.",
            "La alcaldesa",
            "no cruza porque, aunque el puente es nuevo, la lluvia sigue.",
        ),
        # a relative clause with a report of its own does not move the subject
        (
            "Vimos la oportunidad de hablar, apuntó el alcalde, quien señaló que irá a Aldea.",
            "el alcalde",
            "",
        ),
        # who closes the sentence says all of it
        (
            "Los enviados acusaron al gremio de todo, “por el bien de todos”, dijo Ejemplo.",
            "Ejemplo",
            "Los enviados",
        ),
    ],
)
def test_spanish(text: str, speaker: str, words: str) -> None:
    """Each of these sentences has one speaker, for words that begin as given."""
    found = said_in(text, language="es")
    assert {name for name, _ in found} == {speaker}
    assert found[0][1].startswith(words)


def test_opinion_of_the_person_before_the_comma() -> None:
    """What follows "para quien" is how the speaker before it sees the matter."""
    text = "“Es tarde”, dijo Ejemplo, para quien cerrar el puente es un error."
    assert said_in(text, language="es")[1] == ("Ejemplo", "cerrar el puente es un error.")


def test_name_of_a_paper() -> None:
    """A paper's name in quotation marks after a comma is part of who speaks, and no speech of the paper."""
    text = "El plan sigue en pie, informa hoy, jueves, el diario nacional, “La Hoja”."
    assert said_in(text, language="es") == [("el diario nacional, “La Hoja”", "El plan sigue en pie")]


def test_author_in_the_first_person() -> None:
    """What the author himself says is not the person's whom he answers."""
    text = "When my mother said it was late, I laughed and said, “I do not know it.”"
    assert said_in(text)[0] == ("my mother", "it was late")
    assert not any(speaker for speaker, words in said_in(text) if "know" in words)


def test_second_report_after_a_comma() -> None:
    """What the next paper says is not a second quotation of the first one."""
    text = (
        "“Gana el puente”, titula La Gaceta, mientras que La Hoja apunta que “ha terminado la larga espera”."
    )
    assert [name for name, _ in said_in(text, language="es")] == ["La Gaceta", "La Hoja"]


def test_names_end_before_a_common_noun() -> None:
    """A day named after a person, or a headline, does not lengthen the person's name."""
    texts = [
        "Ana Ejemplo Says Bridge Is Safe",
        "They will hold an Ana Ejemplo Memorial Day in May.",
        "“The bridge is safe,” Ms. Ejemplo said.",
    ]
    assert [each.speaker for each in voices_of(*texts)[2]] == ["Ana Ejemplo"]


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        # the one subject of the paragraph before, where nobody spoke
        (
            ["In a talk with Carlos Brown, Luis Ejemplo crossed the bridge.", "“It holds,” he said."],
            "Luis Ejemplo",
        ),
        # "widow" tells a woman whose first name does not
        (
            ["“We wait,” said Springfield widow Terry Ejemplo.", "She continued, “We will wait.”"],
            "Terry Ejemplo",
        ),
        # kin and offices
        (
            ["“We wait,” my father often said.", "He also told us that “the bridge is the answer.”"],
            "my father",
        ),
        (["The mayor said it was late. “We go home now,” she added."], "The mayor"),
        # an unknown first name, with a surname that stands alone elsewhere
        (
            ["Zuri Ejemplo can be heard near the bridge. The town of Ejemplo.", "“Wait,” she says."],
            "Zuri Ejemplo",
        ),
        # a country is neither he nor she
        (["Even Portugal said it was late. “It is late,” she added."], None),
        # nor are people of a nation
        (
            ["The choice of Northern Italians is Luis Ejemplo. He promised to rebuild the bridge."],
            "Luis Ejemplo",
        ),
    ],
)
def test_pronouns(texts: list[str], speaker: str | None) -> None:
    """A pronoun is given the one person who fits."""
    assert voices_of(*texts)[-1][-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "wording", "speakers"),
    [
        ("The shops pay too little tax, the report says.", Wording.VERBATIM, ["the report"]),
        ("The shops pay too little tax, the report says.", Wording.DIGEST, []),
        ("The shops pay too little tax, this report says.", Wording.VERBATIM, []),
    ],
)
def test_texts_own_words_for_itself(text: str, wording: Wording, speakers: list[str]) -> None:
    """Only a digest calls what it sums up "the report"; elsewhere that is another text."""
    assert [each.speaker for each in voices_of(text, wording=wording)[0]] == speakers


def test_an_answer_is_not_the_accusers() -> None:
    """After "X accused Y", "he replied" may be either: nobody is named."""
    said = said_in("Luis Muestra accused Bob Sample of theft. “It is a lie, all of it,” he replied.")
    assert (None, "“It is a lie, all of it,”") in said


@pytest.mark.parametrize(
    "text",
    ["If the minister says it is legal, we stop.", "Nobody believes the mayor said that he stole the money."],
)
def test_what_is_supposed_is_not_said(text: str) -> None:
    """A condition or a "nobody" before a report makes it none."""
    assert said_in(text) == []


def test_loose_marks_and_broken_words_hide_no_speaker() -> None:
    """A text with decomposed letters and hyphens at line ends is read like any other, its spans raw."""
    raw = unicodedata.normalize(
        "NFD", "María Pérez, the mayor, de-\nclared that the bridge was un\u00adsafe."
    )
    ((voice,),) = voices_of(raw)
    assert voice.speaker == "María Pérez"
    assert raw[voice.start : voice.end] == "the bridge was un\u00adsafe."


def test_a_language_that_is_not_read_has_no_speakers() -> None:
    """No rule of English or Spanish is put to a French text, whatever its words look like."""
    assert voices_of("Le maire Étienne Lefèvre a déclaré que le pont serait fermé.", language="fr") == [()]
    assert voices_of("Ana Ejemplo said that the bridge was unsafe.", language="fr") == [()]


@pytest.mark.parametrize(
    "name",
    [
        "Alfred Brown",
        "Kelly Brown",
        "Fernando Brown",
        "Manfred Sample",
        "Orlando Sample",
        "Harding",
        "Billy Sample",
    ],
)
def test_a_name_is_no_adverb_and_no_participle(name: str) -> None:
    """A rule of a language's words is not put to names, nor to words of another language."""
    text = f"{name} crossed the bridge in the old town and said that the old bridge was unsafe."
    ((voice,),) = voices_of(text)
    assert voice.speaker == name


def test_what_opens_a_sentence_aside_is_still_no_speaker() -> None:
    """A gerund or a participle before a comma is not who speaks."""
    for text in (
        "Visiting Springfield, the mayor crossed the bridge and said that it was unsafe.",
        "Citing Brown, the mayor crossed the bridge and said that it was unsafe.",
    ):
        ((voice,),) = voices_of(text)
        assert (voice.speaker or "").lower() == "the mayor"
