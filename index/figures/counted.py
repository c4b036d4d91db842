"""What a number counts: the families of words/counted.toml, and the noun behind the number."""

from __future__ import annotations

from functools import cache

from index.figures.asides import befell_behind
from index.figures.families import OPEN_NOUN, PEOPLE, TOLLS, families, family_phrases
from index.figures.figure import Hedge, Unit
from index.figures.numbers import Number
from index.languages import known_or_first
from index.text.terms import fold, stem
from index.text.tokens import Phrases, Tokens, marked, phrases_of
from index.values import frozen
from index.words import strings, table, word_endings, word_list, word_set

_PEOPLES = word_endings("counting", "people_endings")
_CROWD = "crowd"
_SHARE = "share"
_ATTEMPTS = "attempts"
_WHO = frozenset({_CROWD, "police", "troops", "strikers"})
OF_PEOPLE = _WHO | {PEOPLE}  # what befell them says more than who they are
_NOUN_REACH = 4  # words between a number and its noun: "seven very different elected presidents"
_EVENT_REACH = 12  # words between a number of people and what befell them
# Marks and words at which one number's part of the sentence ends.
_STOPS = frozenset(";:()—–[].!?…")
_BREAKS = word_list("counting", "count_breaks")
# Words that no counted noun follows: "56 by the police", "two were students".
_NO_NOUN = _BREAKS | word_list("counting", "no_noun")
_LINKS = word_list("counting", "count_links")


_DONE = TOLLS | {"strikers"}  # what beings of any name undergo, or do
_SUFFERED_REACH = 6  # words between a number and what befell those it counts
_SUFFERING = word_list("counting", "suffering")
_OF = word_list("counting", "of_words")
_MEASURES = word_endings("counting", "measure_endings")


@frozen
class Counted:
    """What one number counts, and the tokens of the clause that says so."""

    family: str
    noun: str
    first: int
    last: int


@cache
def _months_too() -> frozenset[str]:
    """Return the months whose names are other words in small letters, with their capital."""
    return frozenset(month.capitalize() for month in strings("days", "months_too"))


def counted(tokens: Tokens, number: Number, floor: int, ceiling: int, language: str | None) -> Counted | None:
    """Return what ``number`` counts; its words are looked for between tokens ``floor`` and ``ceiling``.

    None means that the number is no figure: a single "one" or "a" without a counted noun.
    """
    last = _clause_end(tokens, number.last, ceiling)
    first = _clause_start(tokens, number.first, floor)
    known = _of_its_unit(tokens, number, (first, last), (floor, ceiling), language)
    if known is not None:
        return known
    noun = _measured(tokens, number, floor, ceiling) or _noun(tokens, number.last, last)
    if noun and (_undone(tokens, noun[1], first, last) or not _has_needed(tokens, noun, first, last)):
        noun = None
    if number.single and (noun is None or not _single_counts(tokens, number, noun[0])):
        return None
    if noun is not None and noun[1] != PEOPLE:
        nominal = _befallen(tokens, number, noun[1], first, last) or _times_family(
            tokens, noun[1], first, ceiling
        )
        return Counted(nominal, noun[2], first, last) if nominal else None
    open_noun = _open_noun(tokens, number.last, last, language) if noun is None else None
    lying = family_phrases("lying").before(tokens.words, number.first)  # "the bodies of 11 children"
    if open_noun is not None:
        lasts = open_noun[1].lower() in strings("counted_alike", "lasting")  # "after two weeks on strike"
        befell = None if lasts else _suffered(tokens, number.last, last) or _struck(tokens, number.first)
        befell = lying[1] if lying else befell
        befell = befell or (None if lasts else befell_behind(tokens, number.last))
        family = open_noun[0] if not befell or _undone(tokens, befell, first, last) else befell
        return Counted(family, open_noun[1], first, last)
    if noun is None and phrases_of("counting", "in_all").at(tokens.words, number.last):
        first = floor  # "..., over 200 in all" sums up the part of the sentence before it
    event = lying[1] if lying else _event(tokens, number, first, last) or befell_behind(tokens, number.last)
    event = None if _undone(tokens, event, first, last) else event
    return Counted(event or (PEOPLE if noun else ""), noun[2] if noun else "", first, last)


def _of_its_unit(
    tokens: Tokens, number: Number, clause: tuple[int, int], room: tuple[int, int], language: str | None
) -> Counted | None:
    """Return what a percentage or a sum counts, and what a measure of time or length; None of others."""
    first, last = clause
    if number.unit is Unit.PERCENT:
        family = _percent_family(tokens, number, first, last, *room)
        return Counted(family or _base(tokens, number.last, last, language), "", first, last)
    if number.unit is Unit.MONEY:
        return Counted("cost", number.currency, first, last)
    measures = number.last < last and tokens.words[number.last].endswith(_MEASURES)
    return Counted("", "", first, last) if measures else None  # "the two weeks-long sit-in"


def _measured(tokens: Tokens, number: Number, floor: int, ceiling: int) -> tuple[int, str, str] | None:
    """Return what a number measures, as a noun without words, by the words beside it; "" of others."""
    words, near = tokens.words, tokens.words[floor:ceiling]
    behind = family_phrases("behind").at(words, number.last)
    found = behind or family_phrases("leading").before(words, number.first)
    amid = family_phrases("amid").stand_in(near)
    if found is None or not (behind or amid):
        return None
    other = not amid or family_phrases("other").stand_in(near)
    return number.last, "" if other else found[1], ""


def _noun(tokens: Tokens, at: int, end: int) -> tuple[int, str, str] | None:
    """Return (token, family, words) of the first known counted noun close behind a number."""
    nouns, events = family_phrases("nouns"), family_phrases("events")
    times = phrases_of("counted", f"{_ATTEMPTS}.times")
    for index in range(at, min(end, at + _NOUN_REACH)):
        other_noun = index > at and tokens.words[index] in _OF  # "ten days of deaths" are days
        if other_noun or (events.at(tokens.words, index) and not nouns.at(tokens.words, index)):
            return None  # "five killed by police"
        found = nouns.at(tokens.words, index)
        if found is not None and index + 1 < end and nouns.at(tokens.words, index + 1):
            continue  # "cabinet ministers" are ministers
        if found is not None:
            text = tokens.text[tokens.starts[index] : tokens.ends[index + found[0] - 1]]
            return index, found[1], text
        if times.at(tokens.words, index):
            return index, "times", tokens.raw[index]
        if index > 0 and tokens.raw[index][0].isupper() and tokens.words[index].endswith(_PEOPLES):
            return index, PEOPLE, tokens.raw[index]  # Peruvians, peruanos in a headline
        if tokens.words[index] in _NO_NOUN or not tokens.words[index][0].isalpha():
            return None
    return None


@cache
def _needs() -> dict[str, Phrases[bool]]:
    return {
        noun: marked(row)
        for family in table("counted").values()
        for noun, row in family.get("needs", {}).items()
    }


def _has_needed(tokens: Tokens, noun: tuple[int, str, str], first: int, last: int) -> bool:
    """Whether the words stand near that a noun needs to count anything: lives are lost, or only lived."""
    needed = _needs().get(noun[2].lower())
    return needed is None or any(needed.at(tokens.words, at) for at in range(first, last))


def _befallen(tokens: Tokens, number: Number, family: str, first: int, last: int) -> str | None:
    """Return what befell a number of marchers, officers or soldiers; it says more than who they are."""
    found = _event(tokens, number, first, last) if family in _WHO else None
    return None if found == _CROWD else found


@cache
def _away() -> Phrases[bool]:
    return phrases_of("particulars", "beside.away")


def _suffered(tokens: Tokens, at: int, end: int) -> str | None:
    """Return the toll of a number of any beings, where a verb says so: "250 farmers were killed".

    A participle may stand in front of them: "40 striking weavers".
    """
    nouns = family_phrases("nouns")
    for index in range(at, min(end, at + _SUFFERED_REACH)):
        found = family_phrases("events").at(tokens.words, index)
        plural = tokens.words[index - 1]
        verb = nouns.at(tokens.words, index) is None or plural in _SUFFERING  # "han muerto"
        if found is not None and found[1] in _DONE and verb:
            if found[1] not in TOLLS and _away().stand_in(tokens.words[at:index]):
                return None  # "40 mills as drivers walked out"
            said = index == at or plural in _SUFFERING or plural.endswith("s") or found[0] > 1
            return found[1] if said else None
    return None


def _struck(tokens: Tokens, first: int) -> str | None:
    """Return the toll of a number of any beings, where a verb in front says so: "arrested ten pickets"."""
    for index in range(first - 1, max(-1, first - 3), -1):
        found = family_phrases("events").at(tokens.words, index)
        if found is not None:
            return found[1] if found[1] in TOLLS else None
        if tokens.words[index] not in _LINKS and tokens.words[index] != "a":
            return None
    return None


def _undone(tokens: Tokens, family: str | None, first: int, last: int) -> bool:
    """Whether what befell those counted is over, as their part of the sentence says: hostages freed."""
    over = table("counted").get(family or "", {}).get("undone")
    return bool(over) and phrases_of("counted", f"{family}.undone").stand_in(tokens.words[first:last])


def _single_counts(tokens: Tokens, number: Number, noun: int) -> bool:
    """Whether "one" or "a" is an amount: "one death", "at least a death"; articles are none."""
    return noun == number.last and (
        number.hedge is Hedge.AT_LEAST or tokens.words[number.last - 1] in word_list("counting", "one")
    )


def _times_family(tokens: Tokens, family: str, first: int, last: int) -> str:
    """Return what "three times" counts: attempts where somebody tried, else nothing ("")."""
    if family != "times":
        return family
    tried = phrases_of("counted", f"{_ATTEMPTS}.tried")
    return _ATTEMPTS if any(tried.at(tokens.words, i) for i in range(first, last)) else ""


def _event(tokens: Tokens, number: Number, first: int, last: int) -> str | None:
    """Return the family of the event nearest to a number of people, behind it before in front of it."""
    best: tuple[float, str] | None = None
    for index in range(max(first, number.first - _EVENT_REACH), min(last, number.last + _EVENT_REACH)):
        if number.first <= index < number.last:
            continue
        family = _befell(tokens, index)
        if family is None:
            continue
        behind = index >= number.last
        distance = index - number.last if behind else number.first - index - 0.5
        if family == _CROWD:
            distance += _EVENT_REACH  # what befell people says more than that they marched
        if best is None or distance < best[0]:
            best = (distance, family)
    return best[1] if best else None


def _befell(tokens: Tokens, index: int) -> str | None:
    """Return the family of the event at a token, as one of people: a turnout counts who took part."""
    found = None if _is_month(tokens, index) else family_phrases("events").at(tokens.words, index)
    if found is not None and families()[found[1]].unit is Unit.COUNT:
        return found[1]
    return _CROWD if family_phrases("people").at(tokens.words, index) else None


def _is_month(tokens: Tokens, index: int) -> bool:
    """Whether a token is the month of March, which a number or a word of time tells from a march."""
    if tokens.raw[index] not in _months_too():
        return False
    before, after = tokens.words[max(0, index - 1)], tokens.words[index + 1 : index + 2]
    numbered = before[0].isdigit() or bool(after and after[0][0].isdigit())
    return numbered or before in word_list("days", "before_month")


def _base(tokens: Tokens, at: int, end: int, language: str | None) -> str:
    """Return an open family for what a percentage is a part of: "4 % of output"; "" where it is not said."""
    if at >= end or tokens.words[at] not in _OF:
        return ""
    stops = word_set("stop", known_or_first(language))
    for index in range(at + 1, min(end, at + _NOUN_REACH)):
        if tokens.words[index] not in stops and tokens.words[index][0].isalpha():
            return OPEN_NOUN + stem(fold(tokens.words[index]), language)
    return ""


def _percent_family(tokens: Tokens, number: Number, first: int, last: int, floor: int, ceiling: int) -> str:
    """Return the family of a percentage: the nearest word in its clause, then in the sentence before it."""
    events = family_phrases("events")
    for low, high in ((first, last), (floor, number.first), (number.last, ceiling)):
        near: list[tuple[int, str]] = []
        for index in range(low, high):
            found = events.at(tokens.words, index)
            if found is not None and families()[found[1]].unit is Unit.PERCENT:
                near.append((min(abs(index - number.last), abs(number.first - index)), found[1]))
        telling = [each for each in near if each[1] != _SHARE]  # "turnout in the vote was 61 %"
        if near:
            return min(telling or near)[1]
    return ""


def _open_noun(tokens: Tokens, at: int, end: int, language: str | None) -> tuple[str, str] | None:
    """Return (family, noun) for a counted noun of no family: the first plural close behind the number."""
    stops = word_set("stop", known_or_first(language))
    for index in range(at, min(end, at + _NOUN_REACH)):
        word = tokens.words[index]
        if word in _LINKS and index == at:
            continue
        name = tokens.raw[index].isupper() and len(word) > 1  # "55 US plants"
        if (word in stops and not name) or not word[0].isalpha():
            return None
        if word.endswith("s") and not name and not word.endswith("ss"):
            return OPEN_NOUN + stem(fold(word), language), tokens.raw[index]
    return None


def _clause_end(tokens: Tokens, at: int, ceiling: int) -> int:
    """Return the token before which the number's clause ends: a mark, a comma or a joining word."""
    for index in range(at, ceiling):
        word = tokens.words[index]
        if word in _STOPS or word == "," or word in _BREAKS:
            return index
    return ceiling


_RELATIVES = word_list("counting", "relative_words")


def _clause_start(tokens: Tokens, at: int, floor: int) -> int:
    """Return the first token of the number's clause; a relative clause takes its head along."""
    for index in range(at - 1, floor - 1, -1):
        word = tokens.words[index]
        comma = word == "," and not (index + 1 < at and tokens.words[index + 1] in _RELATIVES)
        if word in _STOPS or comma or word in _BREAKS:
            return index + 1
    return floor
