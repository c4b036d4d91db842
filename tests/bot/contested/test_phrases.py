"""What the fixed phrases of contested points promise."""

from __future__ import annotations

import tomllib
from pathlib import Path

import bot.contested
from index.figures.families import families
from index.framings import bundled
from index.words import table

PHRASES = tomllib.loads((Path(bot.contested.__file__).parent / "phrases.toml").read_text("utf-8"))
FORBIDDEN = ("claimed", "admitted", "revealed", "noted", "alleg", "afirm", "admiti", "revel")


def test_both_languages_have_the_same_phrases() -> None:
    """Each phrase is there in English and Spanish with the same blanks."""
    assert PHRASES["en"].keys() == PHRASES["es"].keys()
    for key, english in PHRASES["en"].items():
        assert sorted(english.split("{")[1:]) != [] or "{" not in PHRASES["es"][key]


def test_no_phrase_or_heading_holds_a_label_or_a_loaded_verb() -> None:
    """Phrases and headings of figures and facts are neutral: no label of any framing, no loaded verb."""
    lines = [line for words in PHRASES.values() for line in words.values()]
    lines += [heading for family in families().values() for heading in family.headings.values()]
    lines += [line for row in table("opposites").values() for line in row["heading"].values()]  # type: ignore[index]
    for line in lines:
        assert bundled().find(line.lower()) == (), line
        assert not any(verb in line.lower() for verb in FORBIDDEN), line
