"""The families of counted things: words/counted.toml as objects."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from index.figures.figure import Unit
from index.text.tokens import Phrases
from index.values import frozen
from index.words import table

PEOPLE = "people"
# What befell people, whoever they are.
TOLLS = frozenset(
    {"deaths", "wounded", "arrests", "missing", "displaced", "captives", "trapped", "rescued", "dismissals"}
)
OPEN_NOUN = "noun:"  # before the stem of a counted noun: the family of one that belongs to none


@frozen
class Family:
    """One kind of counted thing."""

    id: str
    headings: Mapping[str, str]
    questions: Mapping[str, str]
    unit: Unit
    grows: bool
    library: bool
    single: bool
    asked: tuple[str, ...]
    beside: tuple[str, ...]  # words of a question that go with it and say nothing of whose it is


@cache
def families() -> Mapping[str, Family]:
    """Return the families by id, as the data file orders them."""
    return {
        key: Family(
            key,
            row["heading"],
            row.get("question", {}),
            Unit(row["unit"]),
            bool(row.get("grows")),
            bool(row.get("library")),
            bool(row.get("single")),
            tuple(row.get("asked", ())),
            tuple(row.get("beside", ())),
        )
        for key, row in table("counted").items()
    }


def family_words(family: str, *keys: str) -> tuple[str, ...]:
    """Return the nouns and events of a family, or one of these lists, without their ``*``."""
    row = table("counted").get(family, {})
    return tuple(word.rstrip("*") for key in keys or ("nouns", "events") for word in row.get(key, ()))


@cache
def family_phrases(key: str) -> Phrases[str]:
    """Return all words of one list (nouns, events), each with its family."""
    return Phrases({word: family for family, row in table("counted").items() for word in row.get(key, ())})


def is_measure(family: str) -> bool:
    """Whether a number of a family measures the event itself, wherever it was felt: its magnitude."""
    known = families().get(family)
    return known is not None and known.single and known.unit is Unit.COUNT
