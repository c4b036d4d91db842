"""What each text on a bearer of one name gives for what is asked, whatever words it gives it in."""

from __future__ import annotations

import pytest
from made_up_points import ask, labels, passage

from bot.answer import ContestedPoint, Kind


def given(question: str, *texts: str) -> list[str]:
    """Return the labels of the one card that asserts or tables values, without their marks."""
    passages = [passage(text, "abcdef"[at]) for at, text in enumerate(texts)]
    points: list[ContestedPoint] = [
        point for point in ask(question, *passages) if point.kind is not Kind.VOICES
    ]
    return [label.strip("“”«»") for label in labels(points[0])] if points else []


@pytest.mark.parametrize(
    ("question", "texts", "values"),
    [
        ('When was the album "Grey Morning" released?',
         ["Grey Morning (2000 album) Grey Morning is an album by Melmar. It was released on July 4, 2000.",
          "Grey Morning (2009 album) Grey Morning is an album by Ana Sample. It was issued June 30, 2009."],
         ["July 4, 2000", "June 30, 2009"]),
        ("When was Porvik born?",
         ["Meir Porvik (born 11 June 1955) is a baker.",
          "Menas Porvik (2 April 1916 – 22 February 2010) was a miller. Porvik was born in Ardale in 1916."],
         ["11 June 1955", "2 April 1916"]),
        ("When did the Battle of Kelda take place?",
         ["The Battle of Kelda was fought on 7 March 1645 between two guilds.",
          "The Battle of Kelda took place on 12 June 1702 near the bridge."],
         ["7 March 1645", "12 June 1702"]),
    ],
)  # fmt: skip
def test_of_two_days_in_one_text_the_exact_one_is_shown(
    question: str, texts: list[str], values: list[str]
) -> None:
    """A day stands with its month and year where its text tells them."""
    assert given(question, *texts) == values


@pytest.mark.parametrize(
    ("question", "texts", "values"),
    [
        ("What is the profession of Kasvik?",
         ["Ahmad Kasvik (born 1922) is a Lorvian miller and lawyer.",
          "Khurshid Kasvik (born 18 June 1941), is a Lorvian miller and writer."],
         ["Lorvian miller and lawyer", "Lorvian miller and writer"]),
        ('What is the genre of the film "Fools Walk"?',
         ["Fools Walk (1949 film) Fools Walk is a 1949 comedy film directed by John Sample.",
          "Fools Walk (1997 film) Fools Walk is a 1997 romantic comedy film."],
         ["1949 comedy film", "1997 romantic comedy film"]),
        ("What university did Rosa Tester attend?",
         ["Rosa Tester graduated from Ardale University in 1990.",
          "Rosa Tester studied at the University of Borvik."],
         ["Ardale University", "University of Borvik"]),
    ],
)  # fmt: skip
def test_two_bearers_are_told_apart_though_they_have_much_in_common(
    question: str, texts: list[str], values: list[str]
) -> None:
    """What both share with each other, or with the question, makes two men no one man."""
    assert given(question, *texts) == values


def test_one_bearer_in_other_words_is_no_second_one() -> None:
    """Texts that call somebody by one name, and what he is in other words, stand in no table."""
    question = "What is the profession of Ana Kasvik?"
    assert given(question, "Ana Kasvik is a Lorvian baker.", "Ana Kasvik is a baker of Melmar.") == []


@pytest.mark.parametrize(
    ("question", "texts", "values"),
    [
        ('Who is the artist of the album "Plays With Lamps"?',
         ["Plays With Lamps (Greg Muster album) Plays With Lamps is a studio album.",
          "Plays With Lamps is the second solo album by Ardale frontman Joe Sample."],
         ["Greg Muster", "Joe Sample"]),
        ('Who is the artist of "The Lamp Album"?',
         ["The Lamp Album (Quayside album) The Lamp Album is the seventh album by boy band Quayside.",
          "The Lamp Album is Jon Tester's third LP, out in 1968."],
         ["Quayside", "Jon Tester"]),
        ('Who is the main character in "The Lost Lamp"?',
         ["The Lost Lamp is a novel by Frances Muster. This book is about Marco Tester and a dog.",
          "The Lost Lamp is a sequel by Selden Sample. The Lost Lamp follows Eleanor Burvik, a rower."],
         ["Marco Tester", "Eleanor Burvik"]),
        ("When did Rosa Tester die?",
         ["Rosa Tester (1 May 1900 – 3 June 1960) was a rower.",
          "Rosa Tester was a painter who died on 7 July 1988 in Borvik."],
         ["3 June 1960", "7 July 1988"]),
        ("Where is Kelda High School located?",
         ["Kelda High School is a public school in Frankvik, Ardale.",
          "Kelda High School is located in Rock Mount, Lorvia."],
         ["Frankvik, Ardale", "Rock Mount, Lorvia"]),
        ("What does VCD stand for?",
         ["Velvet cord dyeing (VCD) is a craft.", "A voice command drum (VCD) is a machine."],
         ["Velvet cord dyeing", "voice command drum"]),
        ("What team does Chris Muster play for?",
         ["Chris Muster is a rower who plays for the Melmar Hawks.",
          "Chris Muster is a goalkeeper for Borvik United."],
         ["Melmar Hawks", "Borvik United"]),
        ('What album is "Slow River" from?',
         ['"Slow River" is a song by Mia Sample from her album Blue Tide.',
          '"Slow River" is a single from the album Night Quay by Otto.'],
         ["Blue Tide", "Night Quay"]),
        ("What river does Kelda Creek flow into?",
         ["Kelda Creek is a tributary of the Melmar River.", "Kelda Creek flows into the Otto River."],
         ["Melmar River", "Otto River"]),
        ("What is the population of Orvik?",
         ["Orvik is a city. As of the census of 2010, there were 837 people residing in the city.",
          "Orvik Township is a township. The population was 2,764 at the 2000 census."],
         ["837", "2,764"]),
        ("When was the Borvik Treaty signed?",
         ["The Borvik Treaty was signed on 3 May 1801.",
          "The Borvik Treaty, concluded in 1815, ended a quarrel."],
         ["3 May 1801", "1815"]),
        ("When was Harbour Watch established?",
         ["Harbour Watch is a body that counts piers. Harbour Watch was launched in March 2011 by a guild.",
          "Borvik Harbour Watch is a club. It was created on May 2, 1999, by a baker."],
         ["March 2011", "May 2, 1999"]),
    ],
)  # fmt: skip
def test_what_is_asked_is_read_in_many_wordings(question: str, texts: list[str], values: list[str]) -> None:
    """A card has what each text gives: by a bracket, by whose work it is, by its own verbs."""
    assert given(question, *texts) == values


def test_nearly_what_is_asked_counts_for_another_bearer() -> None:
    """Two texts on one lighthouse tell when it was built; one on another, when that was established."""
    values = given(
        "When was Keld Rock Light constructed?",
        "Keld Rock Light (Ardale) Keld Rock Light is a lighthouse. Keld Rock Light was built in 1875.",
        "Keld Rock Light (Ardale) Keld Rock Light was built in 1875, and in 1880 it was opened.",
        "Keld Rock Light (Lorvia) Keld Rock Light was first established in 1856 after a storm.",
    )
    assert sorted(values) == ["1856", "1875"]


def test_somebody_opposed_by_a_party_is_not_of_it() -> None:
    """Of two parties in a sentence the one he was a member of is his."""
    values = given(
        "What political party does Marvik belong to?",
        "Sam Marvik was a Liberal by background, and became a member of the Ardale Farmers Party.",
        "Yvon Marvik is a baker. Yvon Marvik was elected as a Republican.",
    )
    assert values == ["Ardale Farmers Party", "Republican"]


def test_somebody_is_named_with_his_middle_name_too() -> None:
    """Of a person a text may have more names than the question; a place between two words is another."""
    values = given(
        "When was Rosa Tester born?",
        "Rosa Maria Tester (3 May 1901 – 4 June 1960) was a baker.",
        "Rosa Tester was born in 1955.",
    )
    assert values == ["3 May 1901", "1955"]
    assert not given(
        "When was Ardale Station opened?",
        "Ardale Quay Station opened in 1901.",
        "Ardale Station opened in 1955.",
    )


def test_a_bracket_behind_a_name_says_where_it_is() -> None:
    """Where a sentence has no other place, that in the bracket is given; its initials are none."""
    values = given(
        "Which country is the Harbour Court in?",
        "Harbour Court (Lorvia) The Harbour Court is the highest authority over piers.",
        "The Harbour Court of Ardale (HCA) sits in Ardale.",
    )
    assert values == ["Lorvia", "Ardale"]
