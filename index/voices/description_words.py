"""The words of a language by which a text goes on about somebody, from its ``words/descriptions.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from index.languages import language
from index.tables import read_table
from index.voices.dialogue_words import one_of

_ARTICLED = (("his", "m"), ("hers", "f"))


class DescriptionWords(NamedTuple):
    """The lists of the file."""

    offices: dict[str, str]  # form -> office
    stand_for: dict[str, frozenset[str]]  # description -> offices
    epicene: frozenset[str]
    either: frozenset[str]  # his or hers as the article tells
    articled: dict[str, str]  # article -> "m", "f"
    bodies: frozenset[str]
    heads: frozenset[str]
    taken_up: frozenset[str]  # of these, by which alone a text goes on about a body it has named
    going_on: frozenset[str]
    speaking_on: frozenset[str]
    speaking_on_ends: tuple[str, ...]
    links: frozenset[str]
    between: int  # words in small letters, links aside, between an office and the name it introduces
    articles_before: frozenset[str]  # of a thing's name
    articles: frozenset[str]  # between a name and an office beside it, and before an office
    prefixes: tuple[str, ...]  # in front of an office they make it another, glued or not
    apart: frozenset[str]  # before an office they make it another: "former"
    lands: dict[str, str]  # what tells of which country somebody is -> the country
    peers: frozenset[str]  # who holds the same office in another country
    ends: dict[str, tuple[str, ...]]  # "either", "his", "her" -> endings
    the: re.Pattern[str]  # what stands before a description
    beside: re.Pattern[str]  # an apposition after a name
    complement: re.Pattern[str]

    def office(self, words: str) -> str | None:
        """Return the office a form names, None where it names none; "exprocurador" is of its own."""
        if words in self.offices:
            return self.offices[words]
        prefix = next((each for each in self.prefixes if words.startswith(each)), "")
        rest = words.removeprefix(prefix).lstrip("- ")
        return prefix + self.offices[rest] if prefix and rest in self.offices else None

    def prefixed(self, word: str) -> bool:
        """Whether a word names an office that somebody left: "expresidente"."""
        prefix = next((each for each in self.prefixes[:1] if word.startswith(each)), "")
        return bool(prefix) and word.removeprefix(prefix).lstrip("- ") in self.offices

    def meant(self, description: str) -> frozenset[str]:
        """Return the offices for which a description may stand, itself where it is in no list."""
        office = self.office(description) or description
        return self.stand_for.get(description, frozenset()) | {office}

    def lands_in(self, words: str) -> frozenset[str]:
        """Return the countries that are told in small letters: "salvadoreño", "de el salvador"."""
        spaced = f" {words} "
        return frozenset(land for form, land in self.lands.items() if f" {form} " in spaced)

    def told_by_article(self, mention: str) -> str | None:
        """Return the gender that the article of a description tells of whom it means: "la fiscal"."""
        article, _, rest = mention.lower().partition(" ")
        alone = bool(rest) and rest.split()[0] in self.either | self.speaking_on | self.going_on
        return self.articled.get(article) if alone else None

    def gender(self, description: str) -> str | None:
        """Return "m" or "f" where a description can only be his, or only hers."""
        first = description.split(maxsplit=1)[0]
        if description in self.epicene | self.either or first.endswith(self.ends["either"]):
            return None
        return "f" if first.endswith(self.ends["her"]) else "m" if first.endswith(self.ends["his"]) else None


@cache
def description_words(code: str) -> DescriptionWords | None:
    """Return the lists of a language that is read, None where it has none."""
    path = language(code).path("descriptions.toml")
    if not path.exists():
        return None
    data = read_table(path)
    offices = {str(form): str(row[0]) for row in data["offices"] for form in row}
    stand_for = {form: frozenset({office}) for form, office in offices.items()}
    for forms, held in data["stand_for"]:
        for form in forms:
            stand_for[form] = stand_for.get(form, frozenset()) | frozenset(held)
    the, of = one_of(data["the"]), one_of(data["of"])
    before, articles = one_of(data["before"]), one_of(data["articles"])
    return DescriptionWords(
        offices=offices,
        stand_for=stand_for,
        epicene=frozenset(data["epicene"]),
        either=frozenset(data.get("either", ())),
        articled={word: gender for key, gender in _ARTICLED for word in data.get(key, ())},
        bodies=frozenset(data["bodies"]),
        heads=frozenset(data["heads"]),
        taken_up=frozenset(data.get("taken_up", ())),
        going_on=frozenset(data.get("going_on", ())),
        speaking_on=frozenset(data.get("speaking_on", ())),
        speaking_on_ends=tuple(data.get("speaking_on_ends", ())),
        links=frozenset(data["links"]),
        between=int(data["between"]),
        articles=frozenset(data["articles"]),
        articles_before=frozenset(data.get("articles_before", data["the"])),
        prefixes=tuple(data.get("prefixes", ())),
        lands={str(form): str(row[0]) for row in data.get("peoples", ()) for form in row},
        peers=frozenset(data.get("peers", ())),
        apart=frozenset(data.get("apart", ())),
        ends={end: tuple(data[f"{end}_ends"]) for end in ("either", "his", "her")},
        the=re.compile(rf"{the}\s+(?:{before}\s+)?"),
        beside=re.compile(rf",\s+(?:{articles}\s+)*(?P<office>[^\W\d_]+)(?P<more>[^,.;:()\n]{{0,80}})[,.;)]"),
        complement=re.compile(rf"\s{of}\s+(?:{articles}\s+)?(?P<what>[^\W\d_]+)"),
    )
