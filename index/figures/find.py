"""Finds the figures of a text."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from index.figures.anaphora import of_its_subject, resolved
from index.figures.counted import OF_PEOPLE, Counted, counted
from index.figures.families import OPEN_NOUN, TOLLS, family_phrases, is_measure
from index.figures.figure import Figure, Unit
from index.figures.numbers import Number, read_numbers
from index.figures.particulars import joins, particulars
from index.figures.scope import (
    SentenceScope,
    is_change,
    is_of_some,
    is_part,
    is_some_in_order,
    is_some_of_them,
    is_superseded,
    is_supposed,
    sentence_scope,
    years_in,
)
from index.figures.second_counts import are_of_two, counted_again
from index.figures.zeros import find_zeros, may_hold_zero
from index.languages import is_read
from index.text.sentences import sentences
from index.text.tokens import Tokens, read_tokens
from index.values import replace
from index.words import word_list

# Characters; the longest sentence of the news read has 732. What is longer than this is no sentence, and its
# numbers would be read for minutes.
_LONGEST = 3000
_JOINED = 70  # characters between two addends
_GROUP = 4  # words from a number to the next one, of two groups to whom one thing happened
# Groups of which a text counts all who died; of officers it may count those of one body and of another.
_WHOLE = frozenset({"children", "women", "men", "journalists", "students", "foreigners", "animals"})
_LEAD = 25  # characters before a clause: "On January 9 alone, at least 18 ..."


@lru_cache(maxsize=4096)
def find_figures(text: str, language: str | None) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in reading order, offsets in characters; never raises.

    A figure is an amount in digits or words with what it counts. Years, dates, times of day, ages,
    ranks and numbers that are names ("Article 113") are none, and all in a language that is not read.
    """
    if not is_read(language):
        return ()
    tokens = read_tokens(text)
    numbers = read_numbers(tokens, language)
    none = may_hold_zero(tokens)
    if not numbers and not none:
        return ()
    spans = sentences(text, language)
    found: list[Figure] = []
    scopes: dict[tuple[int, int], SentenceScope] = {}
    last: Figure | None = None
    for position, number in enumerate(numbers):
        at = tokens.starts[number.first]
        span = next(((a, b) for a, b in spans if a <= at < b), (0, len(text)))
        if span[1] - span[0] > _LONGEST:
            continue
        if span not in scopes:
            scopes[span] = sentence_scope(text[span[0] : span[1]], span[0])
        figure = _figure(tokens, numbers, position, span, scopes[span], language)
        if figure is not None:
            figure = of_its_subject(figure, tokens, number.first, language)
            last = resolved(_after(figure, last), last, tokens, number.first, number.last)
            if not is_superseded(text[span[0] : figure.start], text[figure.end : span[1]]):
                found.append(last)
    found = _addends_marked(_of_one_fate(counted_again(found, text), text), text)
    if none:
        found = sorted([*found, *find_zeros(tokens, spans)], key=lambda figure: figure.start)
    return tuple(found)


def _figure(
    tokens: Tokens,
    numbers: list[Number],
    position: int,
    span: tuple[int, int],
    scope: SentenceScope,
    language: str | None,
) -> Figure | None:
    """Return the figure of one number in its sentence, None when the number counts nothing."""
    number = numbers[position]
    floor = max(_first_from(tokens, span[0]), numbers[position - 1].last if position else 0)
    ceiling = _first_from(tokens, span[1])
    if position + 1 < len(numbers):
        ceiling = max(number.last, min(ceiling, numbers[position + 1].first))
    what = counted(tokens, number, min(floor, number.first), ceiling, language)
    if what is None:
        return None
    first = min(what.first, number.first)
    last = max(what.last, number.last)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    sentence, clause = tokens.text[span[0] : span[1]], tokens.text[start:end]
    before = tokens.text[span[0] : tokens.starts[number.first]]
    if is_supposed(before, clause):
        return None
    years, since = years_in(sentence, clause)
    around = tokens.text[max(span[0], start - _LEAD) : end]
    more = number.last < len(tokens) and tokens.words[number.last] in word_list("counting", "more")
    within = (_first_from(tokens, span[0]), _first_from(tokens, span[1]))
    narrowed = particulars(tokens, number, (what.first, last), within, what.family, named=_names_whom(what))
    return Figure(
        start=tokens.starts[number.first],
        end=tokens.ends[number.last - 1],
        low=number.low,
        high=number.high,
        hedge=number.hedge,
        unit=number.unit,
        family=what.family,
        noun=what.noun,
        sentence=span,
        clause=(start, end),
        places=() if is_measure(what.family) else scope.places,
        day=scope.day,
        total=scope.total,
        years=years,
        since=since,
        who=narrowed.who,
        grade=narrowed.grade,
        doer=narrowed.doer,
        per=narrowed.per,
        deed=narrowed.deed,
        mixed=narrowed.mixed,
        part=more
        or narrowed.part
        or is_part(around)
        or is_change(before)
        or is_some_in_order(before)
        or is_some_of_them(before)
        or bool(narrowed.per)
        or (number.unit is Unit.MONEY and (is_of_some(before) or _is_converted(tokens, numbers, position))),
    )


def _is_converted(tokens: Tokens, numbers: list[Number], position: int) -> bool:
    """Whether an amount in brackets gives the one before it in other money: "$40m (£31m)"."""
    first = numbers[position].first
    before = numbers[position - 1] if position else None
    if before is None or before.unit is not Unit.MONEY:
        return False
    return before.last < first <= before.last + 2 and tokens.words[before.last] == "("


def _names_whom(what: Counted) -> bool:
    """Whether a noun behind a number says who is counted, and not only what befell them."""
    return bool(what.noun) and family_phrases("nouns").at([what.noun.lower()], 0) is None


def _of_one_fate(found: list[Figure], text: str) -> list[Figure]:
    """Return figures with what befell two groups that "and" joins given to the first one, too.

    Of "12 children and four adults were killed" the children are none who only were there.
    """
    given, joints = list(found), word_list("particulars", "beside.joints")
    for at in range(len(given) - 1, 0, -1):
        one, other = given[at - 1], given[at]
        befell = one.family in OF_PEOPLE and other.family in TOLLS
        if one.sentence != other.sentence or not befell:
            continue
        between = read_tokens(text[one.end : other.start]).words
        if 0 < len(between) <= _GROUP and between[-1] in joints:
            given[at - 1] = replace(one, family=other.family)
    return given


def _addends_marked(found: list[Figure], text: str) -> list[Figure]:
    """Mark the parts of a sum in one sentence: of "506 officers and 306 civilians hurt" none is the whole."""
    groups: dict[tuple[tuple[int, int], str], set[str]] = {}
    joined: set[int] = set()
    alike: set[int] = set()  # of two addends that count one group
    for each in found:
        groups.setdefault((each.sentence, each.family), set()).add(each.who)
    for one, other in pairwise(found):
        if one.sentence == other.sentence and one.unit is other.unit and _adds(one, other, text):
            joined |= {one.start, other.start}
            alike |= {one.start, other.start} if one.who == other.who else set()
    marked = []
    for each in found:
        if each.start in joined:
            whole = each.who in _WHOLE and not each.part and each.start not in alike
            marked.append(replace(each, part=not whole, doer="", per=""))
        elif each.family and not each.who and each.noun and len(groups[each.sentence, each.family]) > 1:
            marked.append(replace(each, part=True))
        else:
            marked.append(_as_sum(each, [one for one in marked if one.start in joined]))
    return marked


def _as_sum(figure: Figure, addends: list[Figure]) -> Figure:
    """Return a figure with the people of the addends before it whose sum it is: "55 and 65 ... 120"."""
    if figure.who or len(addends) < 2 or figure.low != sum(each.low for each in addends[-2:]):
        return figure
    return replace(figure, who=addends[-1].who)


def _adds(one: Figure, other: Figure, text: str) -> bool:
    """Whether "and" joins two counts of one kind: "19 officers and 14 guards hurt"."""
    group = (
        bool(other.who) and other.who != one.who and other.family.startswith(OPEN_NOUN)
    )  # "and 8 crew members"
    if other.family not in (one.family, "") and not group and not (one.who and one.who == other.who):
        return False
    between = text[one.end : other.start]
    return len(between) < _JOINED and joins(between) and not are_of_two(one, other, text)


def _after(figure: Figure, before: Figure | None) -> Figure:
    """A percentage that names nothing speaks of what the one before it in the sentence speaks of."""
    if before is None or figure.family or figure.unit is not Unit.PERCENT:
        return figure
    if before.unit is not Unit.PERCENT or before.sentence != figure.sentence:
        return figure
    return replace(figure, family=before.family)


def _first_from(tokens: Tokens, offset: int) -> int:
    """Return the first token that starts at or behind ``offset``."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens.starts[middle] < offset:
            low = middle + 1
        else:
            high = middle
    return low
