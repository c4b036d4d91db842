"""The promises of the design, as properties of every answer over generated and real libraries."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer import Answer, Claim, Kind, Position, Status
from bot.answering.one_look import MOST_BESIDE_A_CARD, MOST_CLAIMS
from bot.answering.respond import Question, respond
from bot.finding.cuts import MOST_WORDS
from bot.finding.quote import folded
from bot.phrases import Phrases
from bot.render.chat_text import point_pages, render
from bot.render.jsonout import answer_json
from bot.render.label import voice_label
from bot.render.message import clipped, sent_form
from bot.render.position import backing, same_voice
from bot.render.terminal import Screen, answer_text, printable
from index.door import Index
from index.embedded import open_library
from index.framings import bundled
from index.languages import LANGUAGES
from index.model import QUOTABLE, Stance
from index.text.inline_links import link_marked
from index.text.language_of import told_language
from index.text.normal import collapse

NOUNS = [
    "harbour",
    "bridge",
    "council",
    "mayor",
    "ferry",
    "lighthouse",
    "survey",
    "quay",
    "strike",
    "budget",
    "puerto",
    "alcalde",
    "muelle",
    "huelga",
]
NAMES = ["Ana Ejemplo", "Juan Prueba", "the port authority", "Springfield", "la cofradía"]
FRAMES = [
    "The {0} of the {1} was closed for {2} weeks.",
    "“The {0} must stay open, and the {1} too,” said {3}.",
    "{3} said that the {0} cost {2} million.",
    "According to {3}, the {1} has “never been asked about the {0}.”",
    "El {0} seguirá cerrado {2} semanas, según {3}. ¿Y el {1}?",
    "«El {0} no se vende», dijo {3}.",
    "It was the {1} that the {0} needed.The rest came later…",
    "An unclosed “quotation about the {0} and the {1}",
    "At least {2} people saw the {0}; {3} counted {2}0.",
]

sentence = st.builds(
    lambda frame, one, two, number, name: frame.format(one, two, number, name),
    st.sampled_from(FRAMES),
    st.sampled_from(NOUNS),
    st.sampled_from(NOUNS),
    st.integers(1, 99),
    st.sampled_from(NAMES),
)
paragraph = st.lists(sentence, min_size=1, max_size=6).map(" ".join)
odd = st.sampled_from(
    ["", "\u00a0", "  ", "\t", "https://example.org/a?b=1", "Read More", "* * *", "\u202eabc", "😀"]
)
front = st.sampled_from(
    [
        "",
        "---\ntitle: A title\nauthors: [Ana Ejemplo]\noutlet: The Example\npublished: 2023-01-31\n---\n\n",
        "A Title Of Some Length Here\nBy Juan Prueba, The Daily Example - March 4, 2023\n\n",
        "---\nwording: digest\nreposted_by: Example Blog\nreposted: 2023-02-01\n---\n\n",
    ]
)
document = st.builds(
    lambda head, blocks, extra: head + "\n\n".join([*blocks, extra]),
    front,
    st.lists(paragraph, min_size=1, max_size=6),
    odd,
)
library = st.lists(document, min_size=1, max_size=3)
question = st.one_of(
    st.lists(
        st.sampled_from([*NOUNS, "how", "many", "who", "said", "the", "Ejemplo", "zyx"]),
        min_size=1,
        max_size=6,
    ).map(" ".join),
    st.text(max_size=60),
)
many_libraries = settings(
    max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def opened(documents: list[str]) -> tuple[tempfile.TemporaryDirectory[str], Index]:
    """Return a folder to keep alive and the index of the documents written into it."""
    folder = tempfile.TemporaryDirectory()
    root = Path(folder.name)
    for number, text in enumerate(documents):
        (root / f"{number}.md").write_text(text, "utf-8", newline="")
    return folder, open_library(root, root / ".quoth")


def claims_of(answer: Answer) -> list[Claim]:
    """Return every claim an answer shows, those of its contested points included."""
    sided = [claim for point in answer.contested for position in point.positions for claim in position.claims]
    return [*answer.claims, *sided]


def check_verbatim(index: Index, answer: Answer) -> None:
    """Each quote is one slice of its document and of a paragraph that may be quoted."""
    for claim in claims_of(answer):
        text = index.document(claim.file).text
        assert collapse(text[claim.start : claim.end]) == claim.quote
        assert claim.quote
        article = claim.paragraph.rpartition("#")[0]
        holder = next(
            item.paragraph for item in index.paragraphs(article) if item.paragraph.id == claim.paragraph
        )
        assert holder.start <= claim.start < claim.end <= holder.end
        assert holder.role in QUOTABLE
        for place in claim.also_in:  # the very words stand there, too
            there = index.document(place.file).text[place.start : place.end]
            assert claim.quote in collapse(there)


def check_named(answer: Answer) -> None:
    """Each quote stands under a name, or under words that say that none is known."""
    for claim in claims_of(answer):
        label = voice_label(claim, answer.language)
        known = [
            *claim.source.authors,
            claim.source.outlet,
            claim.source.reposted_by,
            claim.file,
            claim.speaker,
        ]
        assert any(name and name in label for name in known), label


def check_no_own_voice(index: Index, answer: Answer) -> None:
    """Outside quotes there are only fixed phrases, names, dates and numbers."""
    screen = Screen(width=10_000)
    shown = answer_text(answer, screen) + "\n" + chat_text(answer)
    quotes = {printable(link_marked(claim.quote)) for claim in claims_of(answer)}
    quotes |= {printable(claim.quote) for claim in claims_of(answer)}
    quotes |= {sent_form(link_marked(claim.quote)) for claim in claims_of(answer)}
    for quote in sorted(quotes, key=len, reverse=True):
        shown = shown.replace(quote, " ")
    path = Path(__file__).parents[1] / "bot" / "phrases.toml"
    table = Phrases(path)
    allowed = " ".join(
        (screen.more, *(table.get(key, answer.language) for key in table.keys(answer.language)))
    )
    for claim in claims_of(answer):
        allowed += " " + " ".join(
            str(value)
            for value in (
                *claim.source.authors, claim.source.outlet, claim.source.published, claim.source.reposted,
                claim.source.reposted_by, claim.file, claim.paragraph, claim.speaker, claim.mention,
                claim.role, claim.link, claim.source.title,
                *(word for said in claim.voices for word in (said.speaker, said.mention, said.role)),
                *(place.article for place in claim.also_in),
            )
        )  # fmt: skip
    allowed += " " + (told_language(answer.question) or "")  # the code of a language that is not read
    names = index.source_names()  # a silence may name the filter that it is due to
    allowed += " " + " ".join((*names.authors, *names.outlets))
    for point in answer.contested:
        allowed += " " + point.heading + " " + " ".join(position.label for position in point.positions)
    allowed += " " + answer.question + " " + folded(answer.question) + " " + " ".join(answer.notes)
    words = set(re.findall(r"[^\W_]+", printable(allowed).lower()))
    left = {word for word in re.findall(r"[^\W_]+", shown.lower()) if not word.isdigit()} - words
    assert not left, left


def chat_text(answer: Answer) -> str:
    """Return the text of an answer's message, behind the pages of its points where they hold the quotes.

    A quote that is part of another stands in the message only where it stands beside that one.
    """
    first = "\n".join(message.text for message in render(answer))
    quotes = [sent_form(claim.quote) for claim in answer.quotes]
    if all(first.count(quote) >= sum(other.count(quote) for other in quotes) for quote in quotes):
        return first
    pages = (page for point in answer.contested for page in point_pages(point, answer.language))
    return "\n".join((*(page.text for page in pages), first))


def check_neutral(answer: Answer) -> None:
    """No heading and no label of a position holds a rival word outside quotation marks and names."""
    names = {claim.speaker for claim in claims_of(answer)} | {claim.mention for claim in claims_of(answer)}
    for point in answer.contested:
        for text in (point.heading, *(position.label for position in point.positions)):
            bare = re.sub(r"“[^”]*”|«[^»]*»", " ", text)
            for name in sorted(filter(None, names), key=len, reverse=True):
                bare = bare.replace(name, " ")
            assert not bundled().find(bare), text


def check_silence(answer: Answer) -> None:
    """A silent answer offers no quote and gives its reason; an answer that speaks has quotes."""
    if answer.status is Status.NOTHING_FOUND:
        assert not claims_of(answer)
        assert answer.reason
    else:
        assert claims_of(answer)


def check_sources(index: Index, answer: Answer) -> None:
    """Each position states its independent sources: those quoted at least, never more than there are."""
    independent = {item.group or item.paragraph.article for item in index.export()}
    for point in answer.contested:
        for position in point.positions:
            holders = {claim.group for claim in position.claims if claim.stance is Stance.REPORTED}
            assert len(holders) <= position.sources <= len(independent)
            assert 1 <= position.sources + position.at_distance <= point.sources <= len(independent)
            if point.kind is not Kind.VOICES and position.sources > 1:
                line = f"{position.label} ({backing(position, answer.language)})"
                assert printable(line) in answer_text(answer, Screen(width=100_000))
                assert sent_form(line) in chat_text(answer)


def check_doors(answer: Answer) -> None:
    """Terminal, messenger and JSON show the same quotes and voices in the same order.

    Contested points come first, and no quote stands twice; a voice that goes on in a position is named once.
    """
    data = json.loads(answer_json(answer))
    sided = [c for point in data["contested"] for position in point["positions"] for c in position["claims"]]
    assert [row["quote"] for row in (*data["claims"], *sided)] == [claim.quote for claim in claims_of(answer)]
    screen, chat = answer_text(answer, Screen(width=100_000)), chat_text(answer)
    on_screen = in_chat = 0
    before: Claim | None = None
    firsts = {position.claims[0].place for point in answer.contested for position in point.positions}
    rows = {(row["file"], row["start"], row["end"]): row for row in (*data["claims"], *sided)}
    for claim in answer.quotes:
        row = rows[claim.place]
        label = row["voice"]["label"]
        if claim.place in firsts or not (before and same_voice(claim, before, answer.language)):
            on_screen = screen.index(printable(label), on_screen)
        if claim.stance is Stance.REPORTED and not same_voice(claim, before, answer.language):
            in_chat = chat.index(sent_form(clipped(label)), in_chat)
        on_screen = screen.index(printable(link_marked(row["quote"])), on_screen)
        in_chat = chat.index(sent_form(link_marked(row["quote"])), in_chat)
        before = claim


def check_one_look(answer: Answer, everything: Answer) -> None:
    """What is shown first is of what was found, few claims, no quote twice, and the rest is counted."""
    assert answer.found == everything.found
    for claim in claims_of(answer):
        places = [other for other in claims_of(everything) if other.paragraph == claim.paragraph]
        assert any(other.start <= claim.start and claim.end <= other.end for other in places)
    sided = {claim.place for point in answer.contested for side in point.positions for claim in side.claims}
    assert not sided & {claim.place for claim in answer.claims}
    assert len(answer.claims) <= (MOST_BESIDE_A_CARD if answer.contested else MOST_CLAIMS)
    assert all(len(claim.quote.split()) <= MOST_WORDS for claim in answer.claims)
    assert len(answer.quotes) + answer.more.passages <= answer.found.passages


def check_all(index: Index, answer: Answer) -> None:
    """All promises that one answer can show."""
    check_verbatim(index, answer)
    check_named(answer)
    check_no_own_voice(index, answer)
    check_neutral(answer)
    check_silence(answer)
    check_sources(index, answer)
    check_doors(answer)


@many_libraries
@given(library, st.lists(question, min_size=1, max_size=4))
def test_promises_hold_over_generated_libraries(documents: list[str], questions: list[str]) -> None:
    """Every answer is verbatim, named, without own voice, honest in silence, the same at every door."""
    if not any(text.strip() for text in documents):
        return
    folder, index = opened(documents)
    with folder:
        for text in questions:
            look, everything = (respond(index, Question(text, everything=every)) for every in (False, True))
            check_all(index, look)
            check_all(index, everything)
            check_one_look(look, everything)


@many_libraries
@given(library, question)
def test_answers_never_change_between_runs(documents: list[str], text: str) -> None:
    """The same library and question give the same answer, whatever was indexed or asked before."""
    if not any(document.strip() for document in documents):
        return
    one, first = opened(documents)
    other, second = opened(documents)
    with one, other:
        respond(second, Question("harbour bridge"))
        assert answer_json(respond(first, Question(text))) == answer_json(respond(second, Question(text)))


def test_fixed_phrases_use_neutral_verbs_only() -> None:
    """The program's own verbs are said, wrote, according to and their Spanish forms; never a loaded one."""
    loaded = re.compile(
        r"\b(?:claim(?:s|ed)|admit\w*|reveal\w*|insist\w*|alleg\w*|confess\w*|boast\w*|admiti\w*|revel\w*|aleg\w*|recono\w*"
        r"|denunci\w*|afirm\w*)\b",
        re.IGNORECASE,
    )
    for path in sorted((Path(__file__).parents[1] / "bot").rglob("phrases.toml")):
        table = Phrases(path)
        for language in LANGUAGES:
            for key in table.keys(language):
                assert not loaded.search(table.get(key, language)), (path, key)


def test_no_fixed_phrase_holds_a_rival_word() -> None:
    """No fixed phrase, in either language, holds any label of any framing."""
    for path in sorted((Path(__file__).parents[1] / "bot").rglob("phrases.toml")):
        table = Phrases(path)
        for language in LANGUAGES:
            for key in table.keys(language):
                assert not bundled().find(table.get(key, language)), (path, key)


def test_every_phrase_has_both_languages() -> None:
    """Each phrase exists in English and in Spanish, with the same blanks to fill."""
    for path in sorted((Path(__file__).parents[1] / "bot").rglob("phrases.toml")):
        table = Phrases(path)
        assert table.keys("en") == table.keys("es"), path
        for key in table.keys("en"):
            blanks = [set(re.findall(r"\{(\w+)", table.get(key, language))) for language in LANGUAGES]
            assert blanks[0] == blanks[1], (path, key)


def real_questions() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the questions of the acceptance set, with the questions before each."""
    folder = os.environ.get("QUOTH_TEST_ACCEPTANCE")
    if folder:
        for line in (Path(folder) / "questions_public.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            yield row["question"], tuple(item["question"] for item in row.get("context") or [])
        points = json.loads((Path(folder) / "contested_public.json").read_text("utf-8"))
        for point in points.get("points", points) if isinstance(points, dict) else points:
            yield point["description"], ()


@pytest.mark.skipif("QUOTH_TEST_DOCUMENTS" not in os.environ, reason="no folder of real documents given")
def test_promises_hold_over_real_documents(tmp_path: Path) -> None:
    """On real, messy documents every answer to every known question keeps all promises."""
    index = open_library(Path(os.environ["QUOTH_TEST_DOCUMENTS"]), tmp_path)
    asked = list(real_questions()) or [("Who said what?", ())]
    for text, context in asked:
        look, everything = (
            respond(index, Question(text, context=context, everything=every)) for every in (False, True)
        )
        check_all(index, look)
        check_all(index, everything)
        check_one_look(look, everything)


def swapped(text: str) -> Iterator[str]:
    """Yield a question with its first label replaced by labels of each side; one that names a title not."""
    framings = bundled()
    label = next(iter(framings.find(text)), None)
    if label is None or '"' in text:
        return
    for side in framings.by_id[label.framing].sides:
        for word in {*side.labels[:2], *side.labels[-2:]}:
            other = text[: label.start] + word.rstrip("*") + text[label.end :]
            if framings.labelled(other) == framings.labelled(text):
                yield other


@pytest.mark.skipif("QUOTH_TEST_DOCUMENTS" not in os.environ, reason="no folder of real documents given")
def test_no_side_s_word_chooses_on_real_documents(tmp_path: Path) -> None:
    """Known questions asked with any side's word, in either language, show the same framings and voices.

    Where the documents do not hold a word at all they may not answer; a word that itself asks for
    opposite statements ("elected") may bring these in place of the voices.
    """
    index = open_library(Path(os.environ["QUOTH_TEST_DOCUMENTS"]), tmp_path)

    def sides(text: str) -> list[tuple[str, tuple[Position, ...]]] | None:
        answer = respond(index, Question(text))
        facts = any(point.kind is Kind.FACT for point in answer.contested)
        kept = {Kind.FRAMING} if facts else {Kind.FRAMING, Kind.VOICES}
        found = [(point.id, point.positions) for point in answer.contested if point.kind in kept]
        return found if answer.status is Status.ANSWERED else None

    for text, context in real_questions():
        asked = [] if context else [sides(other) for other in (text, *swapped(text))]
        answered = [found for found in asked if found is not None]
        least = min(map(len, answered), default=0)
        assert all(found[:least] == answered[0][:least] for found in answered), text
