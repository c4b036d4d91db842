"""The attributes of words/attributes.toml, and what a text gives for one."""

from __future__ import annotations

from functools import cache

from index.text.tokens import Phrases, marked
from index.values import frozen
from index.words import table


@frozen
class Measure:
    """A quantity: what is measured, how many of its first unit, in which unit, and where that ends."""

    kind: str
    amount: float
    unit: float
    end: int


@frozen
class Value:
    """What a sentence gives, as ``text[start:end]``, and by what two values are told apart."""

    start: int
    end: int
    keys: frozenset[str]
    measure: Measure | None = None
    meant: bool = False  # whether it stands beside a word of what is asked: "founded", not only "opened"

    @property
    def exact(self) -> int:
        """How exactly a day is told: 3 May 1950 more so than 1950."""
        return max(map(len, self.keys))


@frozen
class Attribute:
    """One row of words/attributes.toml."""

    id: str
    headings: dict[str, str]
    type: str
    asks: Phrases[bool]
    cues: Phrases[bool]
    listed: Phrases[str]
    beside: Phrases[bool]  # words of a sentence in which a number of ``units`` is the one meant
    units: Phrases[bool]
    alike: Phrases[str]  # of its words, which say one thing: "founded" and "established"
    person: bool  # whether it is one of somebody, not of something
    unlike: Phrases[bool]  # words behind a number, or behind the words of it, that make it another one


@cache
def attributes() -> tuple[Attribute, ...]:
    """Return the attributes in the order of the data file."""
    return tuple(
        Attribute(
            key,
            row["heading"],
            row["type"],
            marked(row["asks"]),
            marked(row["cues"]),
            Phrases({word: group[0] for group in row.get("listed", ()) for word in group}),
            marked(row.get("beside", ())),
            marked(row.get("units", ())),
            Phrases({word: group[0] for group in row.get("alike", ()) for word in group}),
            row.get("person", False),
            marked(row.get("unlike", ())),
        )
        for key, row in table("attributes").items()
        if key != "grammar"
    )
