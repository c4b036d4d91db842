"""Words that tell people: titles, kin and first names, and what of them tells a man or a woman."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from index.words import alternatives, table


class PeopleWords(NamedTuple):
    """The lists of ``words/people.toml``."""

    titles: frozenset[str]
    masculine_titles: frozenset[str]
    feminine_titles: frozenset[str]
    masculine_kin: frozenset[str]
    feminine_kin: frozenset[str]
    masculine_names: frozenset[str]
    feminine_names: frozenset[str]
    bodies: frozenset[str]
    things: frozenset[str]
    whole: frozenset[str]
    peoples: frozenset[str]
    joints: frozenset[str]
    portfolios: frozenset[str]
    capitalised: frozenset[str]
    answers: frozenset[str]


@cache
def people_words() -> PeopleWords:
    """Return the lists that tell a person's name, loaded once."""
    data = table("people")
    return PeopleWords(*(frozenset(data[name]) for name in PeopleWords._fields))


@cache
def given_names() -> frozenset[str]:
    """Return the known first names, in small letters."""
    lists = people_words()
    return lists.masculine_names | lists.feminine_names


@cache
def personal_words() -> frozenset[str]:
    """Return titles and known first names, in small letters: what tells that a name is a person's."""
    return people_words().titles | given_names()


def gender_of_role(role: str) -> str | None:
    """Return "m" or "f" when the last word of what somebody is tells it: "the widow", "a spokesman for X"."""
    head = re.split(rf"\s+(?:{alternatives('texts', 'role_links')})\s+|,", role, maxsplit=1)[0].split()
    word = head[-1].lower() if head else ""
    lists = people_words()
    if word in lists.masculine_kin or word in lists.masculine_titles:
        return "m"
    return "f" if word in lists.feminine_kin or word in lists.feminine_titles else None
