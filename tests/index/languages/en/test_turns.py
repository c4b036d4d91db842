"""Turns of English news writing: one example for each rule."""

from __future__ import annotations

import pytest

from tests.index.voices.made_up_speech import Said, said_in, speakers_of, voices_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "As X told Y," gives X the rest of the sentence
        ("As Muestra told the Gazette, the pier is old.", [("Muestra", "the pier is old.")]),
        ("As Muestra notes, the pier is old.", [("Muestra", "the pier is old.")]),
        # whoever is quoted as saying it says it, in the passive as in the active
        ("Muestra was quoted as saying that it was late.", [("Muestra", "it was late.")]),
        ("“It is late,” the Gazette quoted Muestra as saying.", [("Muestra", "“It is late,”")]),
        # "was how X put it"
        ("“A joke,” was how Muestra described it.", [("Muestra", "“A joke,”")]),
        # "made (it) clear", "voiced fears that"
        ("Muestra made clear that it was late.", [("Muestra", "it was late.")]),
        ("Muestra made it clear it was late.", [("Muestra", "it was late.")]),
        ("Muestra voiced fears that it was late.", [("Muestra", "it was late.")]),
        ("Durán expressed joy about a plan that was late.", []),
        # "in X’s view" between commas
        ("In Muestra’s view, the pier is old.", [("Muestra", "the pier is old.")]),
        # whom somebody tells stands after the verb that closes the sentence
        ("Two men ran away, witnesses told the Gazette.", [("witnesses", "Two men ran away")]),
        # what a poll found may stand before it
        ("Most people hate tolls, a Gazette poll found.", [("a Gazette poll", "Most people hate tolls")]),
        # any verb of the voice may stand between a quotation and its subject
        ("“We will fight on!” shouted the crowd.", [("the crowd", "“We will fight on!”")]),
        ("“We will fight on,” vowed Muestra.", [("Muestra", "“We will fight on,”")]),
        # a short sentence in marks after one with its speaker goes on
        ("“I am tired,” Muestra said. “Never.”", [("Muestra", "“I am tired,”"), ("Muestra", "“Never.”")]),
        # "demanding that" after any word
        ("Residents marched through the town demanding that it be closed.", [("Residents", "it be closed.")]),
        ("It is worth noting that it was late.", []),
        # the author's own aside after the verb is no speech
        ("Two men ran away, the Gazette reported, citing police.", [("Gazette", "Two men ran away")]),
        # a wish for anonymity is no report
        ("One owner, who asked not to be named, said it was late.", [("One owner", "it was late.")]),
        # "according to X," and a clause: the clause is no apposition
        ("According to Muestra, the old pier is bad.", [("Muestra", "the old pier is bad.")]),
        # a source "familiar with" something is named whole
        (
            "The sale is near, according to a person familiar with the plan.",
            [("a person familiar with the plan", "The sale is near")],
        ),
        # what stands between commas ends before the main verb
        (
            "The owner, who denied the charge, said it was late.",
            [("The owner", "denied the charge"), ("The owner", "it was late.")],
        ),
        # some of many are not all of them
        ("Many Quakers say it was late.", [("Many Quakers", "it was late.")]),
        # a verb that begins a sentence is no name
        ("Said Muestra: “It is late.”", [("Muestra", "“It is late.”")]),
        # sentence-opening plural pronouns
        ("Many fear that it will be sold.", [("Many", "it will be sold.")]),
        ("One of the many reasons that it is sold is old.", []),
        ("Sources close to Muestra say it was late.", [("Sources close to Muestra", "it was late.")]),
    ],
)  # fmt: skip
def test_turns(text: str, expected: Said) -> None:
    """A turn of phrase gives its words to whoever it names."""
    assert said_in(text) == expected


def test_a_clause_after_according_to_is_no_role() -> None:
    """A clause between commas after "according to X" is not X's office."""
    text = "There is, according to Muestra, no money left."
    (voices,) = voices_of(text)
    assert {(voice.speaker, voice.role) for voice in voices} == {("Muestra", None)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a person or body and a short predicate
        ("The minister disagreed: “The pier must stay.”", "The minister"),
        ("Ana Ejemplo was blunt: “We lost.”", "Ana Ejemplo"),
        ("The union gave a simple reason: “There is no money.”", "The union"),
        ("Ana Ejemplo, the mayor: “We lost it.”", "Ana Ejemplo"),
        ("Ana Ejemplo (by email): “We lost it.”", "Ana Ejemplo"),
        ("Muestra had a message for the council: “Go home now.”", "Muestra"),
        ("The message from the council was clear: “Go home.”", "the council"),
        # whoever owns the answer
        ("Muestra’s verdict: “A sad joke.”", "Muestra"),
        ("Muestra’s warning came a day later: “There is no money left.”", "Muestra"),
    ],
)
def test_quotations_after_a_colon(text: str, speaker: str) -> None:
    """A colon gives the quotation to the person before it, whatever the verb."""
    assert [who for who, _ in said_in(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was asked: “Is the pier safe now?”",
        "The mayor received a letter: “You must all go.”",
        "The harbour has a problem: “There is no money.”",
        "The letter that the mayor lost in May was old: “You must go now.”",
    ],
)
def test_colons_that_name_nobody(text: str) -> None:
    """Who is asked, hears or has something is not whose words follow."""
    assert [who for who, _ in said_in(text)] == [None]


def test_a_colon_names_the_speaker_before_the_tag_does() -> None:
    """Where a colon and "she said" frame one quotation, the name before the colon is shown."""
    text = "Ana Ejemplo scolded him: “You are late,” she said. “Go.”"
    assert said_in(text) == [("Ana Ejemplo", "“You are late,”"), ("Ana Ejemplo", "“Go.”")]
    text = "As Bruno Muestra spoke of “our own citizens,” Ana Ejemplo said nothing."
    assert ("Ana Ejemplo", "“our own citizens,”") not in said_in(text)


def test_questions_and_answers_name_nobody() -> None:
    """The letters before questions and answers are nobody's name, and their words are not the author's."""
    texts = ["Q: Why did you stay?", "A: Because I can.", "Q: Will you go?", "A: No, I will not."]
    assert speakers_of(*texts) == [[None], [None], [None], [None]]


def test_one_turn_of_a_person() -> None:
    """A label in capitals that is an office or a known surname needs no second turn; other labels do."""
    assert said_in("MAYOR: We keep the pier.") == [("MAYOR", "We keep the pier.")]
    assert said_in("NOTE: We keep the pier.") == []
    assert said_in("UPDATE: The mayor keeps the pier.") == []
