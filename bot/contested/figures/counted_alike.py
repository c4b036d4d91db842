"""What is counted under different names, and what is done to it: "factories shut", "plants were closed"."""

from __future__ import annotations

from functools import cache

from bot.contested.figures.given_figures import Given
from bot.contested.one_event import names_of
from index.figures.families import OPEN_NOUN
from index.languages import LANGUAGES
from index.text.denial import names_a_choice
from index.text.terms import fold, stem
from index.text.tokens import kinds_of, read_tokens
from index.words import table, word_list

_HELD = frozenset({"win", "hold"})  # deeds of which the doer is told by a name in front
_BEHIND, _NOUN = 60, 4  # letters and words behind a number that name what it counts
_AROUND = 70  # letters on either side of a figure among which it is told what was done


def counted_as(family: str, behind: str = "") -> str:
    """Return what a family of an open noun counts, one name for all nouns that may stand for one thing.

    ``behind``: the words behind the number, for a noun that only two words name: "polling places".
    """
    if not family.startswith(OPEN_NOUN):
        return family
    noun = family.removeprefix(OPEN_NOUN)
    kind = _kinds().get(noun) or (_named_by_two(noun, behind) if behind else None)
    return f"{OPEN_NOUN}{kind}" if kind else family


def _named_by_two(noun: str, behind: str) -> str | None:
    """Return the kind of thing that a noun and the word before it name."""
    if noun not in _second_words():
        return None
    near = read_tokens(behind[:_BEHIND]).words[:_NOUN]
    hits = kinds_of("counted_alike", "nouns").hits(near)
    return next((f"{kind}+" for _, size, kind in hits if size > 1), None)


@cache
def _second_words() -> frozenset[str]:
    """Return the stems of the nouns that are a kind of thing only with the word before them."""
    pairs = [
        noun.split()[-1]
        for nouns in table("counted_alike")["nouns"].values()
        for noun in nouns
        if " " in noun
    ]
    return frozenset(stem(fold(word), language) for word in pairs for language in LANGUAGES)


def lasts(family: str) -> bool:
    """Whether what is counted is time: years of a sentence are none of those served."""
    return family in _families_of("lasting")


def swells(family: str) -> bool:
    """Whether what is counted grows by the hour: two texts that tell of it were written at two times."""
    return family in _families_of("swelling")


@cache
def _families_of(key: str) -> frozenset[str]:
    nouns = table("counted_alike")[key]
    return frozenset(f"{OPEN_NOUN}{stem(fold(noun), code)}" for noun in nouns for code in LANGUAGES)


@cache
def _kinds() -> dict[str, str]:
    """Return for the stem of each noun's last word what kind of thing it is; the first kind that has it."""
    found: dict[str, str] = {}
    for kind, nouns in table("counted_alike")["nouns"].items():
        for noun in nouns:
            if " " not in noun:
                for language in LANGUAGES:
                    found.setdefault(stem(fold(noun), language), f"{kind}+")  # no stem ends so
    return found


def same_deed(one: Given, other: Given) -> bool:
    """Whether the same was done to what two figures of one kind of thing count, as their clauses tell."""
    if not counted_as(one.figure.family).endswith("+"):
        return False
    return not _deeds_of(one).isdisjoint(_deeds_of(other))


def same_holding(one: Given, other: Given) -> bool:
    """Whether two figures of what somebody holds can be one: seats won are none of those held before.

    What is done with them, and the names in front, are the same where both sentences tell them.
    """
    mine, theirs = _deeds_of(one), _deeds_of(other)
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    if chosen(one) and chosen(other) and chosen(one) != chosen(other):
        return False
    before, ahead = _names_before(one), _names_before(other)
    return not (mine & _HELD and before and ahead and before.isdisjoint(ahead))


def chosen(given: Given) -> str:
    """Return what those counted chose, as the words in front of a figure tell: the "no"."""
    tokens = read_tokens(given.before)
    choices = word_list("counting", "choices")
    at = [n for n, word in enumerate(tokens.words) if word in choices and names_a_choice(tokens, n)]
    return tokens.words[at[-1]] if at else ""


def _names_before(given: Given) -> frozenset[str]:
    return frozenset(names_of(given.before))


def _deeds_of(given: Given) -> frozenset[str]:
    """Return what was done, as a figure's part of the sentence tells, else the words around it."""
    own = kinds_of("counted_alike", "deeds").values_in(given.clause)
    if own:
        return own  # "halted the water of 400 homes, cut power in the town" cut no water
    start, end = given.figure.start - given.statement.start, given.figure.end - given.statement.start
    near = given.statement.text[max(0, start - _AROUND) : end + _AROUND]
    return kinds_of("counted_alike", "deeds").values_in(near)
