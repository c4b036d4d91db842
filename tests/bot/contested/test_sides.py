"""What points of kind framing and fact promise: every side, under neutral words. All texts are made up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_points import ask, labels, of_kind, passage

from bot.answer import Kind
from bot.asking.query import make_query
from bot.contested import contested_points, library_points, wider_query
from index.framings import Framing, bundled
from index.model import Mode, Paragraph, Passage, Role, Source, Stance, Voice

FRAMINGS = bundled()
QUOTED = re.compile(r"“[^”]*”|«[^»]*»")


def test_rival_labels_stand_under_whoever_uses_them() -> None:
    """Each side's wording is a position; a word set at a distance says so and is not the reporter's."""
    said = "“This was a coup,” said Ana Ejemplo."
    voice = Voice(0, 17, "Ana Ejemplo", Mode.DIRECT, "said")
    points = ask(
        "Was it a coup?",
        passage(said, "a", "2023-01-01", (voice,)),
        passage("The mayor tried a so-called “self-coup” that day.", "b", "2023-01-02"),
        passage("The assembly impeached the mayor.", "c", "2023-01-03"),
    )
    (point,) = of_kind(points, Kind.FRAMING)
    assert labels(point) == ["“coup”", "“self-coup”", "“impeached”"]
    assert point.positions[0].claims[0].speaker == "Ana Ejemplo"
    assert [position.claims[0].stance for position in point.positions] == [
        Stance.REPORTED,
        Stance.DISTANCED,
        Stance.REPORTED,
    ]


def rivals(framing: Framing) -> list[tuple[str, str]]:
    """Return the first label of each side of a framing with the second side's."""
    first = [side.labels[0].rstrip("*") for side in framing.sides]
    return [(first[0], other) for other in first[1:]]


def needed(framing: Framing) -> str:
    """Return a word that must stand beside a framing's labels; nothing where none must."""
    return f" for the {framing.needs[0]}" if framing.needs else ""


@pytest.mark.parametrize("framing", FRAMINGS.by_id.values(), ids=lambda framing: framing.id)
def test_the_askers_word_does_not_choose_the_side(framing: Framing) -> None:
    """Asking with one side's word gives the same points and positions as asking with the other's."""
    for one, other in rivals(framing):
        library = [
            passage(f"In the north they spoke of {one}{needed(framing)} all day.", "a", "2023-01-01"),
            passage(f"In the north others spoke of {other}{needed(framing)} all day.", "b", "2023-01-02"),
            passage("Nothing else was spoken of anywhere.", "c"),
        ]
        answers = [ask(f"Was there talk of {label} in the north?", *library) for label in (one, other)]
        shown = [
            [(p.id, p.kind, p.heading, p.positions) for p in points if p.kind is Kind.FRAMING]
            for points in answers
        ]
        assert shown[0] == shown[1]
        assert framing.id in {point.id for point in answers[0]}, (one, other)
        words = [wider_query(make_query(f"Was there talk of {label} there?")).words for label in (one, other)]
        assert words[0] == words[1]


def test_only_the_wider_look_counts_when_a_side_s_word_is_asked_with() -> None:
    """What the two wordings find by themselves makes no difference: the wider look is one."""
    library = (
        passage("They spoke of a coup all day.", "a", "2023-01-01"),
        passage("Others spoke of a self-coup all day.", "b", "2023-01-02"),
        passage("They spoke of an impeachment.", "c", "2023-01-03"),
    )
    one = contested_points(make_query("Was it a coup?"), library[:1], library[:2], "en")
    other = contested_points(make_query("Was it a self-coup?"), library[1:], library[:2], "en")
    assert one == other
    assert labels(one[0]) == ["“coup”", "“self-coup”"]


def test_one_side_alone_is_no_framing() -> None:
    """Two voices with the words of one side make no point of kind framing."""
    points = ask("Was it a coup?", passage("It was a coup.", "a"), passage("It was a golpe.", "b"))
    assert of_kind(points, Kind.FRAMING) == []


def test_a_name_that_holds_a_label_is_set_in_quotation_marks() -> None:
    """Names are neutral ground only between quotation marks when a rival word stands in them."""
    text = "The new bridge in Springfield is painted green."
    paragraph = Paragraph("a", "a.txt", 1, 0, len(text), Role.BODY, "en", text)
    loaded = Passage(paragraph, Source(outlet="resistance", language="en"), (), 1.0, (), (), "a")
    (point,) = ask(
        "What does Popular Resistance Weekly write about the new bridge in Springfield?",
        loaded,
        passage("Children love the new bridge in Springfield.", "b"),
    )
    assert "“resistance”" in labels(point)
    assert "esistance" not in point.heading
    assert "Popular, Weekly" in point.heading


@settings(max_examples=60)
@given(st.data())
def test_headings_and_labels_hold_no_rival_word_outside_quotation_marks(data: st.DataObject) -> None:
    """Whatever is asked, no label of any framing stands in a heading or a position's label unquoted."""
    texts = []
    for number in range(3):
        framing = data.draw(st.sampled_from(list(FRAMINGS.by_id.values())))
        side = data.draw(st.sampled_from(framing.sides))
        word = data.draw(st.sampled_from(side.labels)).rstrip("*")
        texts.append((f"The {word} in Springfield left {number + 2} people dead, the mayor said.", word))
    library = [passage(text, f"{word.title()} News {number}") for number, (text, word) in enumerate(texts)]
    question = f"How did {texts[0][1]} and {texts[1][1].title()} come to Springfield?"
    for points in (
        ask(question, *library),
        ask("How many people died?", *library),
        library_points(library, "en"),
    ):
        for point in points:
            for line in (point.heading, *labels(point)):
                assert FRAMINGS.find(QUOTED.sub(" ", line)) == (), line


def test_opposed_statements_on_what_is_asked() -> None:
    """Lawful and unlawful of one act are set side by side, whichever word the question uses."""
    library = (
        passage("The mayor of Springfield acted lawfully when he closed the Springfield council.", "a"),
        passage("The mayor of Springfield closed the council in an illegal decision.", "b"),
    )
    for word in ("legal", "illegal"):
        (point,) = of_kind(ask(f"Was closing the council by the mayor {word}?", *library), Kind.FACT)
        assert labels(point) == ["“lawfully”", "“illegal”"]


def test_opposed_words_about_different_matters_are_no_quarrel() -> None:
    """Opposed words make no point when they are said of something else, or by contrast in one sentence."""
    library = (
        passage("The mayor of Springfield acted lawfully when he closed the council.", "a"),
        passage("An illegal bakery opened in Shelbyville.", "b"),
        passage("Unlike others, the mayor closed the council in an illegal manner.", "c"),
    )
    assert of_kind(ask("Was closing the council by the mayor legal?", *library), Kind.FACT) == []


QUESTIONS = {"en": "Was there talk of {label} in the north?", "es": "¿Se habló de {label} en el norte?"}


@pytest.mark.parametrize("language", QUESTIONS)
@pytest.mark.parametrize("framing", FRAMINGS.by_id.values(), ids=lambda framing: framing.id)
def test_no_word_of_any_side_in_either_language_chooses(framing: Framing, language: str) -> None:
    """Asking with any label of any side, English or Spanish, gives the same framings and positions."""
    texts = [side.labels[0].rstrip("*") for side in framing.sides]
    library = [
        passage(
            f"In the north, en el norte, one spoke of {word}{needed(framing)} all day.",
            f"a{number}",
            f"2023-01-0{number}",
        )
        for number, word in enumerate(texts, start=1)
    ]
    shown = {
        label: [
            (point.id, point.positions)
            for point in ask(QUESTIONS[language].format(label=label.rstrip("*")), *library, language=language)
            if point.id == framing.id
        ]
        for side in framing.sides
        for label in side.labels
    }
    first, *others = shown.items()
    assert first[1], first[0]
    assert not [label for label, points in others if points != first[1]]


def test_a_question_finds_the_framing_that_is_listed_without_one() -> None:
    """Who asks with a label is shown the card that the library lists; who asks for something else is not."""
    pool = (
        passage("The Keld files are authentic, the harbour office said. Keld waits.", "a", "2021-05-02"),
        passage("Olav Muster called the Keld files fake. Keld waits.", "b", "2021-05-03"),
    )
    assert [point.id for point in library_points(pool, "en")] == ["material-shown"]
    assert "material-shown" in [point.id for point in ask("Are the papers of Keld genuine?", *pool)]
    assert "material-shown" not in [point.id for point in ask("When were the files of Keld found?", *pool)]


def test_a_question_finds_the_fact_that_is_listed_without_one() -> None:
    """Who asks who did it is shown whom each side names."""
    pool = (
        passage("The Keld council blamed the marchers for burning the buses with oil in Keld.", "a"),
        passage("In Keld soldiers burned the buses as they came over the bridge, a nurse said.", "b"),
    )
    assert any(point.kind is Kind.FACT for point in library_points(pool, "en"))
    assert any(point.kind is Kind.FACT for point in ask("Who burned the buses in Keld?", *pool))
