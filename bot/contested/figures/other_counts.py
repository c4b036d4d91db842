"""What tells that two figures count two things: another day or case, a number that others are a part of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.contested.facts.times_of import weekdays_in
from bot.contested.figures.given_figures import Given
from bot.contested.figures.same_count import to_come
from bot.contested.spoken_sentences import UNDATED
from index.expressions import pattern
from index.figures import Hedge
from index.figures.families import PEOPLE, families
from index.text.tokens import phrases_of, read_tokens
from index.words import word_list

_ADDEND = 3  # words between two numbers that are added up: "children and"
_DAY = 6  # words behind a toll in which stands the day on which they died
_DEATHS, _DOERS = "deaths", 2  # so many do it together
_BASE = 6  # words before a number: "51 of the upper chamber's"
_BESIDE = 60  # letters on either side of a figure in which another one stands
_YEAR = pattern(r"(1[89]|20)\d\d")


Place = tuple[str, int]


def is_age(given: Given) -> bool:
    """Whether a number tells how old they were: "many of the dead between 12 and 16"."""
    family = families().get(given.figure.family)
    return (
        given.figure.hedge is Hedge.BETWEEN and not given.figure.noun and (family is None or family.library)
    )


def is_further(given: Given) -> bool:
    """Whether a number counts more of what was counted: "five others were hurt"."""
    words = read_tokens(_close_behind(given)).words
    return not word_list("counting", "further").isdisjoint(words[:1])


def is_of_others(given: Given) -> bool:
    """Whether the word in front of a number says that others are counted: "otros 16"."""
    before = read_tokens(given.before).words
    return before[-1:] != [] and before[-1] in word_list("counting", "further")


def added(every: Sequence[Given]) -> set[Place]:
    """Return where numbers stand that are added to the one before: "twenty boys and six men were killed"."""
    found = set()
    for one, other in pairwise(every):
        family = families().get(one.figure.family)
        alike = one.figure.family == other.figure.family or family is None or not family.library
        between = read_tokens(other.statement.text[one.figure.end - one.statement.start : len(other.before)])
        joined = between.words[-1:] and between.words[-1] in word_list("counting", "count_breaks")
        if one.statement.place == other.statement.place and alike and joined and len(between) <= _ADDEND:
            found.add(place_of(other))
    return found


def place_of(given: Given) -> Place:
    """Return where a number stands: its paragraph, and the letter there."""
    return given.statement.place[0], given.figure.start


def of_other_times(one: Given, other: Given) -> bool:
    """Whether one figure is of a day, a year or of what is still to come, and the other one is not."""
    told = (read_tokens(each.statement.text).words for each in (one, other))
    mine, theirs = (phrases_of("scope", "periods").stand_in(words) for words in told)
    family = families().get(one.figure.family)
    if mine != theirs or family is None or not family.grows:
        return mine != theirs
    days = [weekdays_in(read_tokens(_close_behind(each)).words[:_DAY]) for each in (one, other)]
    another_day = one.statement.date != other.statement.date and days[0] != days[1]  # "ten died Monday"
    another_day |= bool(days[0] and days[1]) and days[0].isdisjoint(days[1])
    return another_day or to_come(one) is not to_come(other)


def _close_behind(given: Given) -> str:
    """Return the part of a figure's clause behind it."""
    return given.statement.passage.paragraph.text[given.figure.end : given.figure.clause[1]]


def shrinks(one: Given, other: Given) -> bool:
    """Whether a toll that only grows is smaller in the later text: it may be of something else."""
    early, late = sorted((one, other), key=lambda each: each.statement.date)
    dated = early.statement.date < late.statement.date < UNDATED
    return families()[early.figure.family].grows and dated and late.figure.high < early.figure.low


def outgrown(one: Given, other: Given) -> bool:
    """Whether a count rose to the larger of two numbers, or the smaller is what was left, or then."""
    less, more = sorted((one, other), key=lambda each: each.figure.low)
    if phrases_of("scope", "left").in_text(less.clause):
        return True
    family = families().get(less.figure.family)
    if family is None or not family.grows:
        return False
    by_then = phrases_of("scope", "by_hour").in_text(less.statement.text)
    return by_then or phrases_of("scope", "risen").in_text(f"{more.before} {more.text}")


def with_the_doer(one: Given, other: Given) -> bool:
    """Whether the larger of two tolls may hold who did it: "killed two and then himself", "3 dead"."""
    less, more = sorted((one, other), key=lambda each: each.figure.low)
    near = less.figure.family == _DEATHS and more.figure.low - less.figure.low <= _DOERS
    return near and phrases_of("scope", "doer_too").in_text(less.statement.text)


def parts_told(every: Sequence[Given]) -> dict[Place, set[float]]:
    """Return for each figure the other numbers of its sentence that count some of it: "four of them"."""
    rows: dict[tuple[str, int], list[Given]] = {}
    for each in every:
        rows.setdefault(each.statement.place, []).append(each)
    return {
        place_of(each): {
            one.figure.low
            for one in row
            if one.figure.low < each.figure.low
            and (one.figure.part or one.figure.family in ("", PEOPLE, each.figure.family))
        }
        for row in rows.values()
        for each in row
    }


def of_two_cases(one: Given, other: Given) -> bool:
    """Whether each sentence has another number, too, that the other lacks: "a rise of 9 saves 300"."""
    mine, theirs = (_numbers_beside(each) for each in (one, other))
    return bool(mine - theirs) and bool(theirs - mine)


def _numbers_beside(given: Given) -> set[str]:
    """Return the numbers of a figure's clause and its neighbours, but for itself, years and days."""
    statement, figure = given.statement, given.figure
    start, end = figure.start - statement.start, figure.end - statement.start
    around = f"{statement.text[max(0, start - _BESIDE) : start]} {statement.text[end : end + _BESIDE]}"
    return {word for word in read_tokens(around).words if word[0].isdigit() and not _YEAR.fullmatch(word)}


def is_base(given: Given) -> bool:
    """Whether a number is what another one is a part of: "most of the 172 delegates"."""
    before = read_tokens(given.before).words
    near = range(max(1, len(before) - _BASE), len(before))
    some = any(before[n] in word_list("counting", "of_words") and before[n - 1][0].isdigit() for n in near)
    return some or phrases_of("scope", "base").before(before, len(before)) is not None
