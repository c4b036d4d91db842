"""The sentences of a passage that are quoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.respond import Question, respond
from bot.asking.query import make_query
from bot.finding.cuts import MOST_WORDS, tells_little, units
from bot.finding.quote import claim_at
from bot.finding.span import MOST_SENTENCES, USUAL_WORDS, best_span
from bot.render.label import voice_label
from index.embedded import open_library
from index.model import Paragraph, Passage, Role, Source
from index.text.sentences import sentences
from index.voices import find_voices


def quoted(text: str, question: str, usual: int = MOST_WORDS, language: str = "en") -> str:
    """Return what is quoted of a paragraph for a question."""
    paragraph = Paragraph("a", "a.txt", 1, 0, len(text), Role.BODY, language, text)
    passage = Passage(paragraph, Source(), tuple(find_voices([paragraph], Source())[0]), 1.0, ())
    start, end = best_span(passage, make_query(question), usual=usual)
    return text[start:end]


FILLER = (
    "It rained on the hills for many days and nobody in the town had anything to do "
    "but wait and look out of the window all day. "
)


def test_the_sentence_that_answers_is_quoted_whole() -> None:
    """The match decides, wherever it stands, and its sentence is not cut."""
    answer = "The ferry was sold to Ogdenville for two million."
    assert answer in quoted(FILLER * 6 + answer + " " + FILLER * 6, "Who bought the ferry?")


def test_a_quote_has_at_most_three_sentences_and_ninety_words() -> None:
    """Short paragraphs are not quoted whole either when they have many sentences."""
    text = "The ferry left. The ferry came. The ferry sank. The ferry rose. The ferry sang."
    assert len(sentences(quoted(text, "the ferry"), "en")) == MOST_SENTENCES
    assert len(quoted(FILLER * 9, "the hills").split()) <= MOST_WORDS


def test_what_leans_on_the_sentence_before_brings_it_along() -> None:
    """A quote that begins with a pronoun says who that is, where there is room."""
    text = "Ana Ejemplo owns the quay. She sold the ferry on Monday. " + FILLER * 4
    assert quoted(text, "Who sold the ferry?").startswith("Ana Ejemplo")


def test_the_sentence_with_the_number_is_preferred_where_one_is_asked_for() -> None:
    """How many is answered by a number."""
    long = FILLER * 3
    text = f"The council counted ferries. {long}The council counted nine ferries. {long}"
    assert "nine" in quoted(text, "How many ferries did the council count?")


@pytest.mark.parametrize(
    ("text", "question", "gives", "language"),
    [
        pytest.param(
            "The harbour board of Odrin began to look at every unsound ferry in 2017 and went on with it "
            "until the autumn of that year, for the survey of the harbour board was slow, as Ana told the "
            "town. The end surprised all: eleven boats had to be towed away.",
            "How many ferries did the survey of the harbour board of Odrin find unsound?",
            "eleven",
            "en",
            id="a year is no amount",
        ),
        pytest.param(
            "At least 12 people were killed in the fire at the mill, according to Ana Ejemplo of the fire "
            "brigade, who warned that the toll could rise further, as the stairs of the old house were still "
            "too hot to be searched. Earlier Mayor Max Muster said that there were 7 deaths.",
            "What is the death toll of the fire at the mill?",
            "7 deaths",
            "en",
            id="another voice's count of the same",
        ),
        pytest.param(
            "The town of Odrin has blamed the company of the road for the fall of the bridge, and "
            "wants its directors to go, as Mayor Max Muster said. The company denied any neglect.",
            "Is the company of the road to blame?",
            "denied any neglect",
            "en",
            id="who is accused denies it",
        ),
        pytest.param(
            "La fiscalía de Odrin acusa a la empresa de la carretera de la caída del puente y pide la "
            "dimisión de sus directivos, según dijo Max Muster. La empresa negó que faltara cuidado.",
            "¿Tuvo la culpa la empresa de la carretera?",
            "negó",
            "es",
            id="quien es acusado lo niega",
        ),
        pytest.param(
            "The mill of Odrin is owned by the town, and the town has closed the mill of Odrin for now. A "
            "lamp that had been left burning was to blame, said the mayor.",
            "How did the fire at the mill of Odrin start?",
            "lamp",
            "en",
            id="how it began",
        ),
        pytest.param(
            "La primera votación de Odrin se celebró en marzo y, según la junta del puerto, dio la alcaldía "
            "a la lista del molino por nueve votos. Pero Ana Ejemplo la recurrió y fue declarada nula debido "
            "a que faltaban tres urnas.",
            "¿Por qué se repitió la primera votación de Odrin?",
            "urnas",
            "es",
            id="why",
        ),
    ],
)
def test_a_short_quote_holds_what_is_asked_for(text: str, question: str, gives: str, language: str) -> None:
    """Words of the question in the sentence beside cut off no amount, no cause and no second count."""
    assert gives in quoted(text, question, USUAL_WORDS, language)


def test_of_him_who_is_asked_for_by_a_description_the_speech_is_quoted() -> None:
    """Where nobody in a passage is named as him whose words are asked for, what is said there answers."""
    text = (
        "The youth stands at the barricade in the quarter of the mill, the heart of the town, where people "
        "have stood for nineteen days of marches, and where the council has called for new ones this Sunday. "
        "“The stones I can bear, but not the clubs of the guards, and least of all at night,” he complains."
    )
    assert "clubs" in quoted(text, "What did the youth with the lid say about the guards?", USUAL_WORDS)


@pytest.mark.parametrize(
    ("text", "question", "other", "language"),
    [
        pytest.param(
            "The dredger had spilt oil in the bay, said pilot Inga Sorel. The company disputes that.",
            "Did the dredger spill oil in the bay?",
            "disputes that",
            "en",
            id="a pronoun stands for what is denied",
        ),
        pytest.param(
            "The foreman had locked the gate of the mill, according to carter Jon Wray. The foreman calls "
            "his account nonsense.",
            "Who locked the gate of the mill?",
            "nonsense",
            "en",
            id="a word that denies, without a verb of denial",
        ),
        pytest.param(
            "El capataz cerró la verja del molino, según el carretero Elio Prat. El capataz rechaza "
            "esa acusación.",
            "¿Quién cerró la verja del molino?",
            "rechaza",
            "es",
            id="la acusación rechazada",
        ),
        pytest.param(
            "La alcaldesa vendió el puerto a su primo, según la oposición. Ella lo niega.",
            "¿Vendió la alcaldesa el puerto?",
            "lo niega",
            "es",
            id="un pronombre por lo negado",
        ),
        pytest.param(
            "It was said that the treasurer had fled to the coast. Asked about it, she replied that she was "
            "on holiday.",
            "Has the treasurer fled?",
            "on holiday",
            "en",
            id="the answer of whom a rumour is about",
        ),
        pytest.param(
            "Se rumoreó que la tesorera había huido. Consultada por ello, respondió que estaba enferma.",
            "¿Ha huido la tesorera?",
            "enferma",
            "es",
            id="la respuesta de quien es objeto del rumor",
        ),
        pytest.param(
            "Dr Otto Lind testified that the leak began in the boiler. Dr Ada Brem testified that it began "
            "under the roof.",
            "Where did the leak begin?",
            "under the roof",
            "en",
            id="a second witness on the same",
        ),
        pytest.param(
            "El perito Blas Oro declaró que el escape empezó en la caldera. La perita Inés Vela declaró que "
            "empezó bajo el techo.",
            "¿Dónde empezó el escape?",
            "bajo el techo",
            "es",
            id="otro testigo de lo mismo",
        ),
        pytest.param(
            "Dr Otto Lind, for the town, testified that the leak began in the boiler. Doctor Ada Brem, for "
            "the guild, testified that it began in the roof.",
            "Where did the leak begin?",
            "in the roof",
            "en",
            id="a witness with his party",
        ),
        pytest.param(
            "Engineer Sven Rask said the weir was sound. Surveyor Lea Toma said it was rotten.",
            "Was the weir sound?",
            "rotten",
            "en",
            id="another voice on what a pronoun stands for",
        ),
        pytest.param(
            "The harbour board calls the shed a “palace”, says Ada Brem. It is not a palace at all.",
            "Is the shed a palace?",
            "not a palace",
            "en",
            id="the author rejects what is said",
        ),
        pytest.param(
            "La junta dice que el cobertizo es un palacio. Eso no es un palacio.",
            "¿Es el cobertizo un palacio?",
            "no es",
            "es",
            id="el autor rechaza lo dicho",
        ),
    ],
)
def test_the_other_side_right_behind_is_quoted_too(
    text: str, question: str, other: str, language: str
) -> None:
    """Who denies, answers or says otherwise in the next sentence stays, though it is another voice."""
    assert quoted(text, question, USUAL_WORDS, language) == text
    long = text + " " + FILLER * 4
    assert other in quoted(long, question, USUAL_WORDS, language)


def test_an_answer_brings_along_what_it_answers() -> None:
    """Who asks for the denial is told what is denied: "The company disputes that" says nothing alone."""
    charge = "Pilot Inga Sorel said that oil had been spilt in the bay."
    text = f"{FILLER * 4}{charge} The ferry company disputes that. {FILLER * 4}"
    assert quoted(text, "What does the ferry company dispute?", USUAL_WORDS).startswith(charge)
    text = f"{FILLER * 4}Se rumoreó que había huido. Consultada por ello, la tesorera respondió que no. "
    assert quoted(text, "¿Qué respondió la tesorera?", USUAL_WORDS, "es").startswith("Se rumoreó")


def test_another_voice_on_another_matter_stays_out() -> None:
    """Beside what answers no words of somebody who speaks of something else are quoted."""
    text = (
        "The dredger had spilt oil in the bay, said pilot Inga Sorel. Mayor Max Muster said that the fair "
        "would begin in June."
    )
    assert "June" not in quoted(text, "Did the dredger spill oil in the bay?", USUAL_WORDS)


@given(
    st.lists(
        st.sampled_from(["The ferry left.", FILLER.strip(), "She sang!", "Why? Nobody knew."]),
        min_size=1,
        max_size=9,
    )
)
def test_a_quote_begins_and_ends_with_sentences(pieces: list[str]) -> None:
    """Whatever the paragraph, no sentence is cut."""
    text = " ".join(pieces)
    quote = quoted(text, "Why did the ferry leave?")
    starts = {start for start, _ in sentences(text, "en")}
    ends = {end for _, end in sentences(text, "en")}
    at = text.index(quote)
    assert at in starts
    assert at + len(quote) in ends


def test_all_who_speak_in_a_quote_are_named() -> None:
    """A quote in which two speak names both, each once; one in which one speaks names nobody else."""
    text = (
        "The army said that the roads were clear. The harbour police said that they were not. "
        "The army said that it would look again."
    )
    paragraph = Paragraph("a", "a.txt", 1, 0, len(text), Role.BODY, "en", text)
    passage = Passage(paragraph, Source(), tuple(find_voices([paragraph], Source())[0]), 1.0, ())
    claim = claim_at(passage, 0, len(text), 1)
    assert claim.speaker == "The army"
    assert [said.speaker for said in claim.voices] == ["The army", "The harbour police", "The army"]
    first = claim_at(passage, 0, text.index(" The harbour"), 1)
    assert [said.speaker for said in first.voices] == ["The army"]
    assert first.quote[first.voices[0].start : first.voices[0].end] == "the roads were clear."


def test_a_quote_announces_nothing_that_does_not_follow() -> None:
    """What is to follow a colon comes along; where it stands elsewhere, the quote ends before."""
    text = "The ferry of Ardale was sold on Monday. Ana Ejemplo stated: it was the last one. " + FILLER * 4
    assert "last one" in quoted(text, "What did Ana Ejemplo state?")
    alone = "The ferry of Ardale was sold on Monday to a firm of Ogdenville, and Ana Ejemplo stated:"
    assert quoted(alone, "Who bought the ferry?").endswith("Ogdenville")


def test_a_quotation_that_opens_in_a_quote_ends_in_it() -> None:
    """A quotation of several sentences is quoted whole, or from within, never broken off behind its mark."""
    speech = "“The ferry is old. The quay is older. Nobody paints the ferry,” said Ana Ejemplo of Ardale."
    shown = quoted(f"It rained. {speech} {FILLER * 4}", "Who said that the ferry is old?")
    assert shown.count("“") == shown.count("”") == 1


def test_text_without_full_stops_is_cut_at_clauses() -> None:
    """However a text is punctuated, a quote has ninety words at most, and begins and ends between words."""
    text = "so the mayor said we close the bridge in may and people asked why and she said it broke " * 30
    shown = quoted(text, "Why is the bridge closed?")
    assert "bridge" in shown and len(shown.split()) <= MOST_WORDS
    assert set(shown.split()) <= set(text.split())


def test_wrapped_lines_are_no_clauses() -> None:
    """A sentence that is too long is not cut where its line is only wrapped, nor behind a small word."""
    line = "the ferry of Lorvia carried bread and salt and iron over the quiet water to any village or\n"
    text = "On Monday " + line * 8 + "hamlet that asked"
    cuts = [text[start:end] for start, end in units(text, [(0, len(text))])]
    assert len(cuts) > 1
    assert not any(cut.split()[-1] in {"or", "and", "the", "to", "of"} for cut in cuts[:-1])


def test_lines_that_begin_anew_are_clauses() -> None:
    """A list without full stops is cut where its lines end."""
    text = "\n".join(
        f"- {number} boats of the ferry men of Lorvia with bread and salt on board" for number in range(9)
    )
    cuts = [text[start:end] for start, end in units(text, [(0, len(text))])]
    assert all(cut.strip().endswith("board") for cut in cuts)


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "The miller's percentage at the polls?",
            "When most of the ballots had come from the polls in the hills on that cold day, the clerk read"
            " out from the stairs that the miller and the baker, of whom much was heard, had 45% and 35%."
            " In the valley a percentage of 40 is enough for whoever wants the chain of the mayor, and a"
            " percentage of 60 takes it from him again, so says a rule of old in the book of the hall.\n",
            "45%",
        ),
        (
            "¿Porcentaje de la molinera en las urnas?",
            "Cuando llegaron de las urnas del monte casi todas las papeletas en aquel día tan frío, el"
            " escribano leyó desde la escalera que la molinera y el panadero, de quienes tanto se hablaba,"
            " tenían el 45 % y el 35 %. En el valle basta un porcentaje de 40 a quien quiera la vara, y un"
            " porcentaje de 60 se la quita otra vez, según dice una vieja regla del libro de la casa.\n",
            "45 %",
        ),
    ],
)
def test_the_word_that_asks_chooses_no_sentence(tmp_path: Path, question: str, text: str, told: str) -> None:
    """A sentence that gives what is asked is quoted, not one that repeats the word by which it is asked."""
    (tmp_path / "vote.md").write_text(text, "utf-8")
    for number in range(8):  # the miller and the polls are in every text, the word that asks in one
        others = f"The miller saw the polls, day {number}.\n\nLa molinera vio las urnas, día {number}.\n"
        (tmp_path / f"{number}.md").write_text(others, "utf-8")
    answer = respond(open_library(tmp_path, tmp_path / ".quoth"), Question(question))
    assert told in answer.claims[0].quote, answer.claims


def test_of_several_authors_the_one_who_speaks_is_named(tmp_path: Path) -> None:
    """In a debate signed by three each turn stands under whose it is, and nobody quotes himself."""
    (tmp_path / "debate.md").write_text(
        "---\ntitle: Ferry or bridge?\nauthors: [Ana Ejemplo, Otto Klein, Dana Okafor]\n---\n\n"
        "## Otto Klein\n\nI think that a bridge at Ardale is cheaper than any ferry.\n\n"
        "## Dana Okafor\n\nI say the ferry at Ardale is ours, and the bridge would be theirs.\n\n"
        "## Otto Klein\n\nYou would let the bridge at Ardale rust to save a ferry.\n\n"
        "## Dana Okafor\n\nI would let the bridge at Ardale be.\n",
        "utf-8",
    )
    claims = respond(open_library(tmp_path, tmp_path / ".quoth"), Question("Ardale: bridge or ferry?")).claims
    assert {voice_label(claim, "en") for claim in claims} == {
        "Dana Okafor, quoted by Ana Ejemplo and Otto Klein, undated",
        "Otto Klein, quoted by Ana Ejemplo and Dana Okafor, undated",
    }


_LEAD = (
    "She has carried the people of Ardale over the river for thirty years, in snow and in storm.",
    "The company that builds the bridge would like to have her boat, and has said so more than once.",
    "We met on the quay in March, when the river was high and no car had come for an hour.",
    "A lightly edited transcript of our conversation follows.",
)
_TALK = (
    ("Otto Klein", "You have had the ferry for a long time now. How long has it been yours?"),
    ("Dana Okafor", "Well, I have run the ferry since the storm, and I will not sell it to anybody."),
    ("Otto Klein", "The company says that it made a good offer last year. Who would buy such an old boat?"),
    ("Dana Okafor", "I think they want the landing. They asked me twice, and I told them no both times."),
    ("Otto Klein", "And if the bridge opens next year as the mayor has promised, what will you do then?"),
    ("Dana Okafor", "I mean, then we will see who still comes down to the river with me."),
)


def test_who_asks_in_an_interview_signs_it_and_the_other_speaks(tmp_path: Path) -> None:
    """Where the author's name stands alone above each question, the answers are the other's."""
    head = ("The ferrywoman of Ardale will not sell", "Otto Klein", "4 March 2021")
    text = "\n\n".join((*head, *_LEAD, *(f"{name}\n\n{words}" for name, words in _TALK)))
    (tmp_path / "talk.txt").write_text(f"{text}\n", "utf-8")
    claims = respond(open_library(tmp_path, tmp_path / ".quoth"), Question("Will the ferry be sold?")).claims
    sold = next(claim for claim in claims if "I will not sell it" in claim.quote)
    assert voice_label(sold, "en") == "Dana Okafor, quoted by Otto Klein, 4 Mar 2021"


@pytest.mark.parametrize(
    ("quote", "little"),
    [
        ("¿Es peligrosa la presa de Villaejemplo?", True),
        ("MAYOR OF ARDALE OPENS THE NEW BRIDGE", True),
        ("https://example.org/the-bridge", True),
        ("Right.", True),
        ("Deaths: 33", False),
        ("She closed the bridge. Why? It was rotten.", False),
        ("The bridge is closed.", False),
        ("“The bridge is closed”", False),
        ("The bridge is closed. Who closed it?", False),
    ],
)
def test_a_question_or_a_headline_alone_tells_little(quote: str, little: bool) -> None:
    """What only asks or announces is no answer; a row with a number and a sentence may be one."""
    assert tells_little(quote) is little
