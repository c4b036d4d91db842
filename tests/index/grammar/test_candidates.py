"""What cannot be a speaker, and what only looks like a report: one example for each rule."""

from __future__ import annotations

import pytest

from tests.index.voices.made_up_speech import said_in, voices_of


@pytest.mark.parametrize(
    "text",
    [
        # a participle that gives a thing its name
        "A gang called The Owls would frighten the town.",
        "The saddle, also referred to as the seat, is made of leather.",
        # a verb that needs an object has none: it is a participle
        "The court may try individuals accused of being responsible for the fire.",
        "The valley has a higher mean elevation compared to the south coast.",
        "Many were shut by the strict laws proposed during the term of the last mayor.",
        "The loss of a habit is sometimes credited with the end of the village.",
        # a noun after an adjective, or before a preposition
        "It features a Valley Gazette report from over the weekend.",
        "The host met her with insulting remarks he had made about women.",
        "The Gazette rated a third of Scottish claims as true.",
        "There was no market for coal bundled with pollution credits because of its cost.",
        # things suggest and reveal; persons, bodies and documents do it in words
        "The truck story suggests the government understands that it needs a plan.",
        "A part of the debate devoted to racial issues revealed a gulf between them.",
        # a sign is no speech; what begins after a colon is no quotation; a noun after a noun is no verb
        "Its view of the world says something about the age that has come.",
        "Days later the push for the new pier began: three men lined up behind it.",
        "The owls, two rare members of the bird order, live near the pier.",
        "It blocks the gene that makes proteins called prions in the sheep.",
        # a clause, or a torn piece of one, is no noun phrase
        "The test requires too much labor for use on cattle, said researcher Dr.",
        # measures say nothing
        "Birds are sorted according to their size.",
        # an attribute of a mark-up tag is no speech
        '<post author="the long words of a tag">',
        # what may have been said was not said
        "Perhaps the hosts will demand more details of the plan.",
        # nobody said it
        "None of the studies suggested any link between the two.",
        "No official said that the bridge was safe.",
    ],
)
def test_no_speech(text: str) -> None:
    """What only looks like a report, or has nobody who could speak, has no voice."""
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Bruno Muestra has aged, but in a talk with the Gazette he said the town was dying.",
            "Bruno Muestra",
        ),
        (
            "Ana Ejemplo had known Bruno Muestra, now the harbour master, who said the pier was closed.",
            "Bruno Muestra",
        ),
        ("One reason was the rise of Bruno Muestra, who said the pier was closed.", "Bruno Muestra"),
        (
            "The head of the first district protested, arguing that it was late.",
            "The head of the first district",
        ),
        ("Foreign Secretary Ana May said on Monday that she was ready.", "Ana May"),
        (
            "SPRINGFIELD, Jan. 4 - The wife of a driver was seen pleading and begging her son to stay.",
            "The wife of a driver",
        ),
        ("“We respect them,” one Quaker said.", "one Quaker"),
        ("The report was wrong, attorneys for the family said.", "attorneys for the family"),
        ("The pier will close in May, executives said Monday.", "executives"),
        ("The critics called the plan a farce.", "The critics"),
        ("The mother of three said it was late.", "The mother of three"),
        ("A Gazette report released on Monday said it was late.", "A Gazette report"),
        ("The firm has a new director who said it was late.", "a new director"),
        ("The pier is old, according to the nonpartisan Pier Office.", "Pier Office"),
        ("My father referred to the place as a swamp.", "My father"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    """The speaker is the whole phrase and nothing but it."""
    assert {who for who, _ in said_in(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“It was bad,” Ana Ejemplo of the Songbird Club said.", "of the Songbird Club"),
        ("Ana Ejemplo, a former chairwoman, laughed at it, adding: “It was bad.”", "former chairwoman"),
    ],
)
def test_roles_after_a_name(text: str, role: str) -> None:
    """What stands after a name, with "of" or between commas, is the role, for a shared subject as well."""
    (voices,) = voices_of(text)
    assert [(voice.speaker, voice.role) for voice in voices] == [("Ana Ejemplo", role)]


def test_results_are_no_person() -> None:
    """A capitalised first word with "of" after it is no name: the whole phrase is the speaker."""
    assert said_in("Results of the tests show that it was late.")[0][0] == "Results of the tests"


def test_a_day_is_no_part_of_what_is_said() -> None:
    """The day on which something was said is the author's word."""
    assert said_in("Ana Ejemplo said Tuesday the pier was closed.") == [
        ("Ana Ejemplo", "the pier was closed.")
    ]
    assert said_in("An official said Friday that the pier was closed.") == [
        ("An official", "the pier was closed.")
    ]


def test_what_one_thinks_is_known_from_what_one_says() -> None:
    """Thoughts inside a speaker's own report are part of it."""
    text = "Bruno Muestra said he thought that rats were a “very big factor” in it."
    assert said_in(text) == [("Bruno Muestra", "he thought that rats were a “very big factor” in it.")]


def test_a_described_noun_is_no_quotation() -> None:
    """A noun in scare quotes with a clause after it is no speech of its own."""
    text = "The four “loopholes” she named are old, the Gazette reported."
    assert said_in(text) == [("Gazette", "The four “loopholes” she named are old")]
