"""What narrows a count: which people, how gravely, by whom, for each what, a part or a mixed sum.

Two counts are of one thing only where their particulars are the same; see words/particulars.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from index.figures.counters import counts
from index.figures.families import PEOPLE, TOLLS, family_phrases
from index.figures.figure import Unit
from index.text.tokens import Phrases, Tokens, kinds_of, phrases_of, read_tokens
from index.values import frozen
from index.words import word_endings, word_list

if TYPE_CHECKING:  # who asks about figures reads none
    from index.figures.numbers import Number

_FILE = "particulars"
OF_A_NATION = "nation "  # before the name of a people, as the group that is counted
_ARRESTS, _SUSPECTS = "arrests", "attackers"
_NATION_REACH = 2  # words behind a number: "three other Americans"
_GROUP_REACH = 6  # words between a number and the people it counts: "39 de los agentes de la Policía"
_BESIDE = 4  # words between a group in front and what befell it: "farmers who were killed"
_GRADE_REACH = 4  # words between what befell people and how grave it was
_DOER_REACH = 6  # words between "by" and who did it
_RATE_REACH = 5  # words between a number and its rate: "50 million dollars a day"
_HELPED = 2  # words from "killed" to "were wounded": "murieron o resultaron heridas"
_OPENING_REACH = 2  # a number that stands so close to "of the" is the whole


@frozen
class Particulars:
    """What narrows a count; each is a key of words/particulars.toml, "" where the text says nothing of it."""

    who: str = ""
    grade: str = ""
    doer: str = ""
    per: str = ""
    deed: str = ""  # of money: what is done with it
    part: bool = False
    mixed: bool = False  # of two things together: "killed or wounded"
    further: bool = False  # asked for are others: "in how many other towns"


@frozen
class _Lists:
    groups: Phrases[str]
    deeds: Phrases[str]
    grades: Phrases[str]
    doers: Phrases[str]
    rates: Phrases[str]
    by: Phrases[bool]
    away: Phrases[bool]
    of_the: Phrases[bool]
    opening: Phrases[bool]
    looked_into: Phrases[bool]
    joints: frozenset[str]
    articles: frozenset[str]
    passive: frozenset[str]


@cache
def _lists() -> _Lists:
    groups, deeds, grades, doers, rates = (
        kinds_of(_FILE, key) for key in ("groups", "deeds", "grades", "doers", "rates")
    )
    by, away, of_the, opening, looked_into = (
        phrases_of(_FILE, f"beside.{key}") for key in ("by", "away", "of_the", "opening", "looked_into")
    )
    small = (word_list(_FILE, f"beside.{key}") for key in ("joints", "articles", "passive"))
    return _Lists(groups, deeds, grades, doers, rates, by, away, of_the, opening, looked_into, *small)


def particulars(
    tokens: Tokens,
    number: Number,
    clause: tuple[int, int],
    sentence: tuple[int, int],
    family: str,
    *,
    named: bool,
) -> Particulars:
    """Return what narrows a number's count; ``clause`` and ``sentence`` are spans of tokens.

    ``named``: whether who is counted is named behind the number; then nobody in front of it is.
    """
    return Particulars(
        who=_nation(tokens, number, family)
        or who_is(_who(tokens, number, clause, "" if named else family), family),
        grade=_grade(tokens, number, clause),
        doer=_doer(tokens, number, clause),
        per=_rate(tokens, number, sentence[1]),
        deed=_deed(tokens, number, clause) if number.unit is Unit.MONEY else "",
        part=_is_part(tokens, number, clause, sentence, family),
        mixed=_is_mixed(tokens, clause, family),
    )


def asked_particulars(tokens: Tokens, start: int) -> Particulars:
    """Return what a question narrows a number by; what it counts is looked for from ``start`` on."""
    lists, words = _lists(), tokens.words
    who = ""
    for at in range(start, min(len(tokens), start + _GROUP_REACH)):
        found = lists.groups.at(words, at)
        if found is not None and not counts(tokens, at, at + found[0]):
            who = "" if _is_owner(tokens, at, found[0]) else found[1]
            break
        general = family_phrases("nouns").at(words, at)
        if (at > start and lists.away.at(words, at)) or (general is not None and general[1] == PEOPLE):
            break
    grade = next((key for _, _, key in lists.grades.hits(words)), "")
    who = who or _befallen_before(tokens, start)
    doers = (key for at, size, key in lists.doers.hits(words) if _does(tokens, at, size))
    doer = next((key for key in doers if key != who), "")
    rate = next((key for _, _, key in lists.rates.hits(words)), "")
    deed = next((key for _, _, key in lists.deeds.hits(words)), "")
    further = words[start] in word_list("counting", "further") if start < len(words) else False
    return Particulars(who, grade, doer, rate, deed, further=further)


def _befallen_before(tokens: Tokens, start: int) -> str:
    """Return the group beside what befell it, its number asked for behind: "officers hurt: how many?"."""
    if start + 1 < len(tokens) and family_phrases("nouns").at(tokens.words, start):
        return ""
    events = family_phrases("events")
    for at, size, key in _lists().groups.hits(tokens.words[:start]):
        event = events.at(tokens.words, at + size)
        done = event and family_phrases("nouns").at(tokens.words, at + size + event[0])  # "killed people"
        if event and not done and not _behind_by(tokens, at):
            return key
    return ""


def _does(tokens: Tokens, at: int, size: int) -> bool:
    """Whether a group in a question is who did it: "killed by the police", "mató la policía"."""
    near = (at - 2, at - 1, at + size)
    acts = any(family_phrases("events").at(tokens.words, index) for index in near if 0 <= index < len(tokens))
    passive = any(word in _lists().passive for word in tokens.words)
    return _behind_by(tokens, at) or (acts and not passive)


def _who(tokens: Tokens, number: Number, clause: tuple[int, int], family: str) -> str:
    """Return the group of people that a number counts: behind it, else in front beside what befell them."""
    lists, nouns = _lists(), family_phrases("nouns")
    words = tokens.words
    for at in range(number.last, min(clause[1], number.last + _GROUP_REACH)):
        found = lists.groups.at(words, at)
        general = nouns.at(words, at)
        if found is not None:
            itself = family in TOLLS and general is not None and general[1] == family  # "14 hostages"
            return "" if itself or _is_owner(tokens, at, found[0]) else found[1]
        if general is not None and general[1] == PEOPLE:
            return ""
        if at > number.last and lists.away.at(words, at):
            break
    if family not in TOLLS:
        return ""
    for at in range(number.first - 1, clause[0] - 1, -1):
        found = lists.groups.at(words, at)
        if found is not None and not _behind_by(tokens, at) and _befallen(tokens, at, found[0], family):
            return found[1]
    return ""


def who_is(group: str, family: str) -> str:
    """Return a group that is counted for itself; whoever is arrested is a suspect."""
    return "" if family == _ARRESTS and group == _SUSPECTS else group


def _nation(tokens: Tokens, number: Number, family: str) -> str:
    """Return the people a toll is of, where the number counts them: "two Americans" are some of the dead."""
    near = range(number.last, min(len(tokens), number.last + _NATION_REACH)) if family in TOLLS else ()
    endings = word_endings("counting", "people_endings")
    found = (
        tokens.words[at] for at in near if tokens.raw[at][0].isupper() and tokens.words[at].endswith(endings)
    )
    return f"{OF_A_NATION}{name}" if (name := next(found, "")) else ""


def _is_owner(tokens: Tokens, at: int, size: int) -> bool:
    """Whether a group is only named beside what is counted: "12 police cars", "40 student protesters"."""
    following = tokens.words[at + size : at + size + 1]
    return bool(following) and following[0] in word_list("counting", "owned")


def _behind_by(tokens: Tokens, at: int) -> bool:
    """Whether a group stands as the doer: "killed by soldiers", "en choques con agentes"."""
    return any(_lists().by.before(tokens.words, index) for index in range(max(1, at - 2), at + 1))


def _befallen(tokens: Tokens, at: int, size: int, family: str) -> bool:
    """Whether what befell people stands right before a group in front of the number, or close behind it."""
    events, nouns = family_phrases("events"), family_phrases("nouns")
    before = events.at(tokens.words, at - 1) if at else None
    if before is not None and before[1] == family:
        return True
    for index in range(at + size, min(len(tokens), at + size + _BESIDE)):
        for listed in (events, nouns):
            found = listed.at(tokens.words, index)
            if found is not None and found[1] == family:
                return True
        if not tokens.words[index][0].isalpha() or tokens.words[index] in _lists().articles:
            return False  # "officials put the death toll at 150"
    return False


def _grade(tokens: Tokens, number: Number, clause: tuple[int, int]) -> str:
    """Return how grave it was, where the word stands close to the number and before another scope."""
    lists = _lists()
    reach = _GRADE_REACH + _GROUP_REACH
    for at in range(max(clause[0], number.first - reach), min(clause[1], number.last + reach)):
        found = lists.grades.at(tokens.words, at)
        if found is not None and not number.first <= at < number.last:
            return found[1]
    return ""


def _deed(tokens: Tokens, number: Number, clause: tuple[int, int]) -> str:
    """Return what is done with an amount of money, by the nearest word that says so, one in front first."""
    lists = _lists()
    spots = (*range(number.first - 1, clause[0] - 1, -1), *range(number.last, clause[1]))
    return next((found[1] for at in spots if (found := lists.deeds.at(tokens.words, at))), "")


def _doer(tokens: Tokens, number: Number, clause: tuple[int, int]) -> str:
    """Return who did it, where the clause says so."""
    lists = _lists()
    for at in range(number.last, clause[1]):
        if lists.by.at(tokens.words, at):
            for index in range(at + 1, min(clause[1], at + _DOER_REACH)):
                found = lists.doers.at(tokens.words, index)
                if found is not None:
                    return found[1]
    return ""


def _rate(tokens: Tokens, number: Number, end: int) -> str:
    """Return for what unit each a number counts: "a day", "each"; "" for a plain count."""
    lists = _lists()
    for at in range(number.last, min(end, number.last + _RATE_REACH)):
        found = lists.rates.at(tokens.words, at)
        if found is not None:
            return found[1]
        if not tokens.words[at][0].isalpha():
            return ""
    before = lists.rates.before(tokens.words, number.first)
    return before[1] if before is not None else ""


def _is_part(
    tokens: Tokens, number: Number, clause: tuple[int, int], sentence: tuple[int, int], family: str
) -> bool:
    """Whether a number counts some of a larger one: "39 de las muertes", "of the 44, 31 were shot"."""
    lists, words = _lists(), tokens.words
    if number.unit is not Unit.COUNT:
        return False
    some = lists.of_the.at(words, number.last)
    if some is not None and (family == PEOPLE or _of_counted(tokens, number.last + some[0])):
        return True
    looked_into = ((at, lists.looked_into.at(words, at)) for at in range(clause[0], clause[1]))
    if any(found and not _says_more(words, at + found[0], number.first) for at, found in looked_into):
        return True
    that = word_list("contrasts", "that")  # "said that of the 26 wounded 15 are from Ardale"
    begins = [sentence[0], *(at + 1 for at in range(sentence[0], number.first) if words[at] in that)]
    opened = ((at, lists.opening.at(words, at)) for at in begins)
    return any(found and number.first > at + found[0] + _OPENING_REACH for at, found in opened)


def _says_more(words: Sequence[str], at: int, end: int) -> bool:
    """Whether what opens a part is of something else than the number: "including a bomb that killed 31"."""
    return not word_list("counting", "relative_words").isdisjoint(words[at:end])


def _of_counted(tokens: Tokens, at: int) -> bool:
    """Whether "of the" goes on with what is counted itself, or ends in a pronoun: "39 of the deaths".

    "Ten of the marchers were killed" counts deaths in full.
    """
    if tokens.words[at - 1] not in _lists().articles:
        return True
    nouns = family_phrases("nouns")
    if tokens.words[at : at + 1] and tokens.words[at] in word_list("counting", "counted_ones"):
        return True
    near = (nouns.at(tokens.words, index) for index in range(at, min(len(tokens), at + 3)))
    return any(found is not None and found[1] != PEOPLE for found in near)


def _is_mixed(tokens: Tokens, clause: tuple[int, int], family: str) -> bool:
    """Whether one number counts two things that befell people: "200 killed or wounded"."""
    if family not in TOLLS:
        return False
    events, nouns = family_phrases("events"), family_phrases("nouns")
    seen: list[tuple[int, int, str]] = []
    for at in range(clause[0], min(len(tokens), clause[1] + _BESIDE)):
        found = events.at(tokens.words, at) or nouns.at(tokens.words, at)
        if found is not None and found[1] in TOLLS:
            seen.append((at, at + found[0], found[1]))
    return any(
        one[2] != other[2]
        and 0 < other[0] - one[1] <= _HELPED
        and tokens.words[other[0] - 1].isalpha()
        and tokens.words[one[1]] in _lists().joints
        for one, other in pairwise(seen)
    )


def joins(between: str) -> bool:
    """Whether what stands between two numbers ends in a word that adds the second to the first."""
    words = read_tokens(between).words
    return any(word in _lists().joints for word in words[-2:])
