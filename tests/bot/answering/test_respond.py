"""From a question to its answer, or to an honest silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.answering.respond import Question, respond
from index.embedded import open_library
from index.embedded.embedded import EmbeddedIndex
from index.model import Scope

FERRY = """---
title: A ferry is sold
authors: [Ana Ejemplo]
outlet: Coast Courier
published: 2023-03-04
---

The council of North Haverbrook sold its last ferry on Wednesday for two million, the mayor said.

The buyer, a company of Ogdenville, runs nine ferries in four countries and wants a licence for a tenth.

Fishermen marched through the streets of the town on Friday and demanded that the ferry be kept.
"""
QUAY = """---
title: Cracks in the quay
authors: [Juan Prueba]
outlet: The Example
published: 2023-05-06
---

The engineers who looked at the quay wall of Springfield in January counted four cracks and a hole.

The lighthouse keeper, aged 54, calls the quay safe and says that the engineers saw shadows.

Nobody asked the fishermen of Springfield about the quay or about the ferry.
"""
SPANISH = """---
title: El muelle
outlet: El Ejemplo
published: 2023-06-07
language: es
---

Los ingenieros que miraron el muelle de Villaejemplo hallaron siete grietas, según la alcaldesa.

Los pescadores reclaman un muelle nuevo y una barca para los niños de la escuela.
"""


@pytest.fixture
def index(library: Callable[..., Path]) -> EmbeddedIndex:
    """Return an index of three short articles in two languages."""
    return open_library(library({"ferry.md": FERRY, "quay.md": QUAY, "muelle.md": SPANISH}))


def ask(
    index: EmbeddedIndex, text: str, *context: str, scope: Scope | None = None, nearest: bool = False
) -> Answer:
    """Return the answer to a question after others."""
    return respond(index, Question(text, None, scope or Scope(), 5, context, nearest))


def test_a_question_is_answered_with_the_passage_that_answers(index: EmbeddedIndex) -> None:
    """The best passage comes first."""
    assert "two million" in ask(index, "For how much was the ferry sold?").claims[0].quote
    assert "four cracks" in ask(index, "How many cracks were counted in the quay wall?").claims[0].quote


def test_a_question_in_other_words_is_answered(index: EmbeddedIndex) -> None:
    """Synonyms find what the document words otherwise."""
    assert "licence" in ask(index, "Which firm wants a permit for one more ferry?").claims[0].quote


TRAM = (
    "The tramway of Ogdenville has nine green cars, and nine drivers in green.\n\n"
    "More than 300 people took part when the school held its feast by the tramway.\n\n"
    "Investment in the lines fell by a fifth in three years, Ana Ejemplo found.\n\n"
    "Guards arrested 40 pupils in the raid on the school by the depot.\n\n"
    "El tranvía, que para en la plaza, lleva a los niños a la escuela. Nadie compra el tranvía.\n\n"
    "El mayor obstáculo para el tranvía es el ruido, dijo la alcaldesa.\n"
)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Did spending on the tramway lines go down?", "Investment"),
        ("¿Cuál es el estorbo para el tranvía?", "obstáculo"),
        ("How many people were taken away in the raid on the school?", "40 pupils"),
    ],
)
def test_what_no_good_passage_holds_is_looked_for_in_looser_words(
    library: Callable[..., Path], question: str, holds: str
) -> None:
    """A reader who has not read a text asks in other words; people may be counted as pupils."""
    answer = ask(open_library(library({"tram.txt": TRAM})), question)
    assert holds in answer.claims[0].quote


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("¿Cuántas grietas se contaron en el muelle de Villaejemplo?", "siete"),
        ("What do the Villaejemplo fishermen demand?", "barca"),
    ],
)
def test_a_question_in_one_language_finds_passages_of_the_other(
    index: EmbeddedIndex, question: str, holds: str
) -> None:
    """Both languages are searched, whichever is asked in."""
    found = respond(index, Question(question, everything=True)).claims
    assert any(holds in claim.quote for claim in found)


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of Mongolia?",
        "Who won the chess championship in Zanzibar?",
        "best pizza recipes",
        "¿Cuánto vale hoy el bitcoin?",
        "What did Xavier Zubiri say about the ferry?",
    ],
)
def test_the_documents_are_silent_on_other_matters(index: EmbeddedIndex, question: str) -> None:
    """No quote is offered as an answer, and the words found nowhere are named."""
    answer = ask(index, question)
    assert answer.status is Status.NOTHING_FOUND
    assert answer.claims == ()
    assert answer.reason


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How is sourdough baked?", ("sourdough", "baked")),
        ("How crooked is the lighthouse?", ("crooked",)),
        ("¿Cómo se oxida el faro?", ("oxida",)),
    ],
)
def test_a_silence_names_the_words_that_were_not_found(
    index: EmbeddedIndex, question: str, words: tuple[str, ...]
) -> None:
    """Nowhere, or in no passage that comes near."""
    answer = respond(index, Question(question))
    assert answer.status is Status.NOTHING_FOUND
    assert all(word in (answer.reason or "") for word in words), answer.reason


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (
            "How crooked is the Tramway of Ogdenville?",
            "Not in these documents: crooked, Ogdenville. Only in ",
        ),
        ("What did the Zeppelin cost?", "Not in these documents: Zeppelin."),
        ("Who built the Tramway?", "Only in what is never quoted, such as titles and headings: Tramway."),
        ("How many funiculars?", "Only in what is never quoted, such as titles and headings: funiculars."),
        ("¿Quién vio el Tramway?", "Solo en títulos, encabezados y otras partes que no se citan: Tramway."),
    ],
)
def test_a_word_of_a_title_or_heading_is_not_said_to_stand_nowhere(
    library: Callable[..., Path], question: str, reason: str
) -> None:
    """What stands in a title, a heading or the name of a source only is told from what stands nowhere."""
    text = (
        "---\ntitle: The Tramway Years\nauthors: [Jane Sample]\npublished: 2023-03-04\n---\n\n"
        "The city council bought twelve waggons in March, its engineer said.\n\n"
        "## The old funicular\n\nThe hill is steep, and nobody walks up to the fort in summer.\n"
    )
    index = open_library(library({"years.md": text}))
    answer = respond(index, Question(question))
    assert answer.status is Status.NOTHING_FOUND
    assert reason in (answer.reason or "")


def test_an_age_is_asked_for_in_vain_where_no_passage_holds_one(index: EmbeddedIndex) -> None:
    """Much is said of the mayor, but not how old she is; of the keeper it is."""
    assert ask(index, "How old is the mayor of North Haverbrook?").status is Status.NOTHING_FOUND
    assert ask(index, "How old is the lighthouse keeper?").status is Status.ANSWERED


def test_what_came_nearest_is_shown_only_when_asked_for(index: EmbeddedIndex) -> None:
    """It never stands among the claims."""
    question = "What did Xavier Zubiri say about the ferry?"
    assert ask(index, question).nearest == ()
    near = ask(index, question, nearest=True)
    assert near.nearest
    assert near.claims == ()
    assert ask(index, "Who sold the ferry?", nearest=True).nearest == ()


def test_a_filter_in_plain_words_holds(index: EmbeddedIndex) -> None:
    """Only the outlet, the author or the days asked for answer."""
    for question in (
        "The Example: what of the ferry?",
        "What does Juan Prueba write about the ferry?",
        "articles from May 2023 on the ferry",
    ):
        claims = ask(index, question).claims
        assert claims, question
        assert {claim.source.outlet for claim in claims} == {"The Example"}, question


def test_a_filter_that_leaves_nothing_is_named(index: EmbeddedIndex) -> None:
    """The reason says which filter left nothing."""
    answer = ask(index, "Who sold the ferry?", scope=Scope(after="2024-01-01"))
    assert answer.status is Status.NOTHING_FOUND
    assert "2024-01-01" in (answer.reason or "")


def test_a_filter_that_is_not_to_blame_is_not_named(index: EmbeddedIndex) -> None:
    """Where the words stand nowhere, with the filter or without it, they are the reason."""
    answer = ask(index, "How is sourdough baked?", scope=Scope(source="The Example"))
    assert answer.status is Status.NOTHING_FOUND
    assert "sourdough" in (answer.reason or "")
    assert "The Example" not in (answer.reason or "")


def test_a_follow_up_takes_over_what_is_missing_and_says_so(index: EmbeddedIndex) -> None:
    """The answer tells which words came from the question before."""
    answer = ask(index, "And how many countries does it work in?", "Who is the buyer of the ferry?")
    assert "four countries" in answer.claims[0].quote
    assert any("buyer" in note for note in answer.notes)
    assert ask(index, "Who is the buyer of the ferry?").notes == ()


def test_a_correction_is_told_with_a_word_of_the_documents(index: EmbeddedIndex) -> None:
    """The reader learns what was searched for, whole and not as a stem."""
    answer = ask(index, "what does the lighthuose keeper call the quay")
    assert any("“lighthouse”" in note and "“lighthuose”" in note for note in answer.notes)
    assert "safe" in answer.claims[0].quote


def test_a_copy_is_not_shown_twice(library: Callable[..., Path]) -> None:
    """One article posted in two places makes one claim, which lists both."""
    index = open_library(
        library({"one.md": FERRY, "two.md": FERRY.replace("Coast Courier", "Other Example")})
    )
    quotes = [claim.quote for claim in ask(index, "Who sold the last ferry?").claims]
    assert len(quotes) == len(set(quotes))


@pytest.mark.parametrize("question", ["", "?!", "what is it", "\u202e", "a" * 5000, "ferry " * 3000])
def test_odd_questions_are_answered_or_declined(index: EmbeddedIndex, question: str) -> None:
    """Nothing that is typed raises."""
    assert ask(index, question).status in Status


def test_whose_name_stands_at_the_head_alone_is_found(library: Callable[..., Path]) -> None:
    """A columnist who is named in a heading and nowhere in the text is answered for with that article."""
    text = (
        "https://www.ardale-post.example/2014/02/20/opinion/prueba.html\n\nThe tram is a road to noise\n\n"
        "Story highlights Juan Prueba: The council rightly called noise our greatest trouble\n\n"
        "The tram fails the mayor's test, and she must stop it before the winter.\n"
    )
    index = open_library(library({"a.txt": text, "b.txt": "The tram of Borvik is green, its driver said.\n"}))
    answer = respond(index, Question("Why does Juan Prueba oppose the tram?"))
    assert [claim.file for claim in answer.claims] == ["a.txt"]


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("What did Ana Ejemplo say about the tram?", True),
        ("What did Juan Prueba say about the tram?", False),
        ("What did Dora Modelo say about the tram?", False),
    ],
)
def test_who_is_only_named_is_not_quoted(library: Callable[..., Path], question: str, answered: bool) -> None:
    """Asked for somebody's words, those of others are no answer, even where they name him."""
    text = (
        "“The tram is far too loud for Ardale,” said Ana Ejemplo, the engineer. She greeted Juan Prueba at "
        "the door of the tram.\n"
    )
    index = open_library(library({"a.txt": text}))
    assert (respond(index, Question(question)).status is Status.ANSWERED) is answered


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("How old is Jane Sample?", "No passage that comes near gives an age."),
        ("¿Qué edad tiene Jane Sample?", "Ningún pasaje cercano da una edad."),
        (
            "At what hour did Jane Sample open the market?",
            "No passage that comes near gives what is asked for.",
        ),
        ("How many stables did Jane Sample open?", "Not in these documents: stables."),
        ("¿Cuántos establos abrió Jane Sample?", "No está en estos documentos: establos."),
        ("Was anybody arrested when Jane Sample opened it?", "Not in these documents: arrested."),
        ("¿Hubo heridos cuando Jane Sample lo abrió?", "No está en estos documentos: heridos."),
        (
            "How many arrests were there when Jane Sample opened the market?",
            "Not in these documents: arrests.",
        ),
    ],
)
def test_the_kind_of_what_is_asked_is_no_word_that_must_stand_in_the_text(
    library: Callable[..., Path], question: str, reason: str
) -> None:
    """Asked for an age, an hour or a toll that no passage gives, a silence says so and quotes nothing."""
    text = "The mayor Jane Sample opened the market of Ogdenville on Sunday.\n\nJane Sample is mayor again.\n"
    answer = respond(open_library(library({"mayor.md": text})), Question(question))
    assert answer.status is Status.NOTHING_FOUND
    assert answer.reason == reason


@pytest.mark.parametrize("question", ["How deep was the accident?", "How far down was the accident?"])
def test_the_word_of_a_measure_need_not_stand_beside_the_matter(
    library: Callable[..., Path], question: str
) -> None:
    """Asked how deep something was, a depth answers, though another passage has the word "deep"."""
    text = (
        "Two miners of Ardale died in an accident on Thursday, 310 metres below the ground.\n\n"
        "The lake of Ardale is deep, and far down the valley its water runs through a mill.\n"
    )
    answer = ask(open_library(library({"mine.md": text})), question)
    assert any("310 metres" in claim.quote for claim in answer.claims), answer.reason


def test_a_price_in_an_unknown_coin_is_a_price(library: Callable[..., Path]) -> None:
    """A number that a sentence calls the price answers what the price was, whatever coin it is in."""
    text = "The tower of Ogdenville was sold in May. Its price was 40 thalers, the mayor said.\n"
    index = open_library(library({"tower.md": text}))
    assert ask(index, "What was the price of the tower of Ogdenville?").status is Status.ANSWERED
    assert ask(index, "What was the rent of the tower of Ogdenville?").status is Status.NOTHING_FOUND


def test_what_is_taken_over_is_told_as_it_was_written(index: EmbeddedIndex) -> None:
    """The remark on a follow-up has the words of the question before as they stand there, a name as one."""
    answer = ask(index, "And who bought it?", "Who sold the ferry of North Haverbrook?")
    assert any("North Haverbrook" in note for note in answer.notes), answer.notes


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Does the guild of Kelm have a cellar?",
            "The guild of Kelm has no cellar. The mayor has no plan for one. It meets in a barn.",
            "The guild of Kelm has a cellar. The mayor has no plan for one. It meets in a barn.",
        ),
        (
            "How many boats did the flood sink in Kelm?",
            "The flood sank 4 boats in Kelm.",
            "The flood sank 9 boats in Kelm, the reeve said at noon. At night the reeve said that the flood"
            " sank 4 boats in Kelm.",
        ),
        (
            "¿Tiene bodega el gremio de Kelma?",
            "El gremio de Kelma no tiene bodega. El alcalde no prevé ninguna. Se reúne en un granero.",
            "El gremio de Kelma tiene bodega. El alcalde no prevé ninguna. Se reúne en un granero.",
        ),
    ],
)
def test_what_says_otherwise_is_no_copy(
    library: Callable[..., Path], question: str, one: str, other: str
) -> None:
    """A quote with one "no" less, or with a number more, than one shown is shown, too."""
    index = open_library(library({"one.txt": one, "other.txt": other}))
    shown = " ".join(claim.quote for claim in respond(index, Question(question, everything=True)).quotes)
    assert one.partition(". ")[0] in shown
    assert other.partition(". ")[0] in shown


def test_a_price_may_be_told_without_a_word_for_it(library: Callable[..., Path]) -> None:
    """Who asks what a thing cost is shown the sum that stands beside it, not other words with "cost"."""
    text = (
        "The Weir opens on Friday. The studio calls Dora Modelo's $44 million comedy its best.\n\n"
        "The union wants to save the jobs at any cost, its statement on Friday said.\n"
    )
    index = open_library(library({"weir.txt": text}))
    claims = respond(index, Question("What did The Weir cost to make?")).claims
    assert claims and "$44 million" in claims[0].quote
    assert not any("any cost" in claim.quote for claim in claims)


def test_how_long_asks_for_a_time_or_a_length(library: Callable[..., Path]) -> None:
    """Who asks how long a thing was is shown the hours or metres, not what has another number."""
    text = (
        "The harbour network of Ogdenville has 1,024 addresses, its office wrote in 2012.\n\n"
        "The harbour network of Ogdenville broke down on Monday. It stayed dead for more than nine hours.\n"
    )
    index = open_library(library({"network.txt": text}))
    claims = respond(index, Question("how long was the harbour network of Ogdenville down")).claims
    assert claims and "nine hours" in claims[0].quote


def test_how_long_of_one_person_is_not_how_long_of_another(library: Callable[..., Path]) -> None:
    """Of two sentences told in one text that of whom the question names comes first."""
    text = (
        "After a trial on the detention of writers a court sentenced Rosa Penn to six years in jail.\n\n"
        "The council suspended the paper, holds Krall in prison without a trial for 18 months, and closed\n"
        "the harbour to all ships.\n\n"
        "The report was written outside the prison where Krall is held in pre-trial detention.\n"
    )
    index = open_library(library({"court.txt": text}))
    claims = respond(index, Question("How long was Krall sentenced to pre-trial detention?")).claims
    assert "18 months" in claims[0].quote


CHAT = """12/3/21, 9:05 - Ana Ejemplo: On Tuesday they cut the water in Quay Street.
12/3/21, 9:06 - Bo Prueba: Who says so?
13/3/21, 9:07 - Ana Ejemplo: It stands on the notice board.
"""
CLIP = """1
00:00:01,000 --> 00:00:04,000
RUTH ALVARADO: The ferry costs 210,000 crowns.

2
00:00:05,000 --> 00:00:09,000
GUS ARLEN: It is cheap. The cost is 90,000.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Ana Ejemplo write?", "On Tuesday they cut the water"),
        ("What did Bo say?", "Who says so?"),
        ("What did Gus Arlen say?", "It is cheap."),
        ("What did Gus Arlen say about the cost of the ferry?", "The cost is 90,000."),
        ("What did Ruth Alvarado say of the ferry?", "The ferry costs 210,000"),
    ],
)
def test_who_is_named_by_his_voice_alone_is_heard(
    library: Callable[..., Path], question: str, words: str
) -> None:
    """Who writes messages or speaks in subtitles is found by his name, which no text need have."""
    found = respond(open_library(library({"chat.txt": CHAT, "clip.srt": CLIP})), Question(question))
    assert words in found.claims[0].quote
    names = {found.claims[0].speaker, *found.claims[0].source.authors}
    assert any(name and name.split()[0] in question for name in names)


@pytest.mark.parametrize(
    "question",
    ["What did Gus Arlen say about the moon?", "What did Otto Klein write?", "What did Gus deny?"],
)
def test_who_says_nothing_of_it_is_not_heard(library: Callable[..., Path], question: str) -> None:
    """Of what he does not speak of, and of nobody, no words are shown."""
    found = respond(open_library(library({"chat.txt": CHAT, "clip.srt": CLIP})), Question(question))
    assert found.status is Status.NOTHING_FOUND


DEBATE = """Transcript: the Ardale debate

OTTO KLEIN, MODERATOR: Welcome. How much does the ferry cost the town?

RUTH ALVARADO: It costs us 210,000 crowns a year.

GUS ARLEN: That is not true. I say it is 290,000.

OTTO KLEIN: When will the new quay open?

RUTH ALVARADO: In May, if the stones come.
"""


def test_a_turn_that_asks_gives_way_to_the_one_that_answers(library: Callable[..., Path]) -> None:
    """In a talk the answer stands in the next turn, in other words than the question's."""
    index = open_library(library({"debate.txt": DEBATE}))
    claim = respond(index, Question("When will the new quay open?")).claims[0]
    assert (claim.quote, claim.speaker) == ("In May, if the stones come.", "Ruth Alvarado")


def test_what_another_says_against_it_comes_behind_a_turn(library: Callable[..., Path]) -> None:
    """Who denies a turn is heard, though his words name nothing of the question; labels are not quoted."""
    index = open_library(library({"debate.txt": DEBATE}))
    claims = respond(index, Question("What does the ferry cost the town?")).claims
    assert [(each.quote, each.speaker) for each in claims[:2]] == [
        ("It costs us 210,000 crowns a year.", "Ruth Alvarado"),
        ("That is not true. I say it is 290,000.", "Gus Arlen"),
    ]
