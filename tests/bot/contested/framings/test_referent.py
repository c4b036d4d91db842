"""Without a question labels are compared only where they speak of one and the same. All texts are made up."""

from __future__ import annotations

import pytest
from made_up_points import labels, passage

from bot.answer import ContestedPoint
from bot.contested import library_points
from index.model import Passage

COUP = passage("They called it a coup against Mayor Ejemplo.", "a", "2023-01-01")
IMPEACHED = passage("There the assembly impeached Mayor Ejemplo.", "b", "2023-01-02")


def points(*passages: Passage) -> list[ContestedPoint]:
    """Return the points of a library of passages."""
    return list(library_points(passages, "en"))


def test_labels_near_one_name_are_compared() -> None:
    """Two sides' words near one name in two sources are a point about that name."""
    (point,) = points(COUP, IMPEACHED)
    assert labels(point) == ["“coup”", "“impeached”"]
    assert point.heading.endswith(": Mayor Ejemplo")


def test_a_name_of_two_words_may_open_a_sentence() -> None:
    """One capital there tells nothing, two do."""
    (point,) = points(
        passage("Governor Muster signed the religious freedom law at noon in Ardale.", "a", "2023-01-01"),
        passage("Governor Muster signed the anti-gay law at noon in Ardale.", "b", "2023-01-02"),
    )
    assert labels(point) == ["“religious freedom law”", "“anti-gay law”"]


@pytest.mark.parametrize(
    "other",
    [
        # the name stands far from the label: it speaks of somebody else
        "Here Ms. Ejemplo opened a school on the day on which, far off, after a fair, they impeached him.",
        # another bearer of the name
        "There the assembly impeached Ana Ejemplo, who keeps the bees of Shelbyville.",
        # nobody stands behind the word
        "The so-called “impeachment” of Mayor Ejemplo is a word of the bakers.",
        # the same source
        "There was no Ejemplo in the hall.",
    ],
)
def test_labels_of_different_matters_are_not_compared(other: str) -> None:
    """A name far off, another person of that name, a word only held at a distance make no point."""
    first = passage("They called it a coup against Mayor Juan Ejemplo.", "a")
    assert points(first, passage(other, "b")) == []


def test_one_source_alone_makes_no_point() -> None:
    """Two sides' words in one article are not two sources."""
    assert points(COUP, passage(IMPEACHED.paragraph.text, "a")) == []


def test_a_common_noun_is_no_name() -> None:
    """A word that texts write in small letters, too, names no one: "the Government", "the government"."""
    texts = (
        "They spoke of a coup against the Crown.",
        "Some said the assembly impeached the Crown.",
        "The crown said nothing.",
    )
    assert points(*(passage(text, f"{number}") for number, text in enumerate(texts))) == []


def test_first_names_that_only_one_text_gives_tell_nobody_apart() -> None:
    """A surname alone, or behind a title, can be the person that another text names in full."""
    full = passage("There the assembly impeached Juan Ejemplo.", "b")
    assert len(points(COUP, full)) == 1


def test_other_sources_are_quoted_before_other_speakers_of_one() -> None:
    """Where a position has more voices than are shown, each source comes before a source's second speaker."""
    many = [passage(f"Text {number}: a coup against Mayor Ejemplo.", f"c{number}") for number in range(6)]
    (point,) = points(*many, IMPEACHED)
    coup = point.positions[0] if labels(point)[0] == "“coup”" else point.positions[1]
    assert coup.quoted == len(coup.claims) == 4
    assert coup.sources == 6


def test_what_a_sentence_only_brings_in_is_no_rival() -> None:
    """“A crowd attended a peaceful protest” tells of one of its own, “it was a peaceful protest” does not."""
    riot = "Rioters rampaged through Ardale at noon, police said. Police chased the rioters in Ardale."
    first = passage(riot, "a", "2021-02-07")
    own = "Earlier in Ardale a crowd attended a peaceful protest, police said. Ardale slept."
    same = "In Ardale it was a peaceful protest, police said. Ardale slept."
    assert not points(first, passage(own, "b", "2021-02-07"))
    assert points(first, passage(same, "b", "2021-02-07"))


def test_a_sentence_with_the_labels_of_both_sides_takes_none() -> None:
    """A list of charges calls a death by both names."""
    one = "The driver was charged with negligent homicide, leaving the scene of an accident in Ardale."
    other = "The driver of Ardale was charged with leaving the scene of an accident and negligent homicide."
    assert not points(passage(one, "a", "2021-02-07"), passage(other, "b", "2021-02-07"))
