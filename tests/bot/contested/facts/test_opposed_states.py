"""States and deeds that exclude each other in words that any dispute may use. All texts are made up."""

from __future__ import annotations

import pytest
from made_up_points import labels, passage

from bot.contested import library_points

NAMED = (
    (
        "en",
        "The water of the Arvel spring is clean, the Borvik water office said.",
        "The water of the Arvel spring is contaminated, wrote the chemist Ada Wray of Borvik.",
        ["“contaminated”", "“is clean”"],
    ),
    (
        "es",
        "El agua del manantial de Arvel es potable, dijo la oficina de Borvik.",
        "El agua del manantial de Arvel está contaminada, escribió la química Ada Prado, de Borvik.",
        ["“contaminada”", "“potable”"],
    ),
    (
        "en",
        "The villagers of Arvel were consulted about the Borvik towpath, the mayor said.",
        "Nobody asked the villagers of Arvel about the Borvik towpath, its ferryman said.",
        ["“Nobody asked”", "“were consulted”"],
    ),
)
ITSELF = (
    (
        "There was a swift response in Arvel when the Borvik dyke broke, the mayor of Arvel said.",
        "Families in Arvel were left to fend for themselves after the Borvik flood, a nurse in Arvel said.",
        ["“left to fend for themselves”", "“swift response”"],
    ),
    (
        "The towpath of Arvel was laid by mutual agreement, the Borvik council said in Arvel.",
        "The rowers said that the Borvik council had acted unilaterally in Arvel.",
        ["“by mutual agreement”", "“unilaterally”"],
    ),
)


@pytest.mark.parametrize(("language", "one", "other", "said"), NAMED)
def test_opposed_states_of_one_thing(language: str, one: str, other: str, said: list[str]) -> None:
    """Two sources that say of one thing what excludes each other are a point, without any negation."""
    pool = [passage(one, "a", language=language), passage(other, "b", language=language)]
    (point,) = library_points(pool, "en")
    assert sorted(labels(point)) == said


@pytest.mark.parametrize(("one", "other", "said"), ITSELF)
def test_words_that_name_their_matter_need_no_thing(one: str, other: str, said: list[str]) -> None:
    """In two texts of one event words that name what they are of stand apart, whatever stands beside them."""
    (point,) = library_points([passage(one, "a"), passage(other, "b")], "en")
    assert sorted(labels(point)) == said


def test_words_that_name_their_matter_need_one_event() -> None:
    """Help that was swift in one town says nothing of help that never came in another."""
    one = passage(ITSELF[0][0], "a")
    other = passage("No help came to Oren after the Lisk slide, the herdsmen of Tolm said.", "b")
    assert not library_points([one, other], "en")
