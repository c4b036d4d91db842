"""Other forms of a word of a question."""

from __future__ import annotations

import pytest

from bot.widening.forms import forms_of


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("labour", "labor"),
        ("colors", "colours"),
        ("organisation", "organization"),
        ("recognized", "recognised"),
        ("theatre", "theater"),
        ("center", "centre"),
        ("defence", "defense"),
        ("programme", "program"),
        ("analyse", "analyze"),
    ],
)
def test_british_and_american_spellings_are_one_word(word: str, other: str) -> None:
    """Who asks in the one finds texts in the other."""
    assert other in forms_of(word, "en")


@pytest.mark.parametrize("word", ["four", "rise", "there", "sense", "wise", "her"])
def test_short_words_are_left_alone(word: str) -> None:
    """Their endings are no matter of spelling."""
    assert forms_of(word, "en") == (word,)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("dias", "dia"),
        ("ciudades", "ciudad"),
        ("llueve", "llover"),
        ("unio", "unir"),
        ("duerme", "dormir"),
        ("sirve", "servir"),
    ],
)
def test_a_spanish_word_has_its_singular_and_its_infinitive(word: str, other: str) -> None:
    """The stem of a verb changes, and without accents the stemmer keeps the ending."""
    assert other in forms_of(word, "es")


def test_a_word_that_is_listed_as_it_is_needs_no_infinitive() -> None:
    """What is known is not guessed at."""
    assert forms_of("puerto", "es") == ("puerto",)
