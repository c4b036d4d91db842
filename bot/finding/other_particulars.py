"""Whether a passage tells of another than a question asks for: another year, the first instead of the second.

Told only where the passage has nothing of what is asked for and a rival of it in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from bot.asking.asked import asked_of
from bot.asking.asked_names import name_titles
from bot.asking.asked_one import SETS, Times, kinds_asked, kinds_beside, times_asked, times_in
from bot.asking.whole_names import is_linked, is_named_in
from bot.finding.measure import held_by_sentence
from bot.finding.order import Ranked, of_the_same
from index.model import Passage, Query
from index.remembered import OF_SENTENCES, kept
from index.text.letters import capitals
from index.text.people import given_names
from index.text.reading import reading_of
from index.text.terms import bare, fold, folded_list, stop_words
from index.text.tokens import kinds_of
from index.words import word_list

_NEARLY_MOST = 0.8  # of the words that the best sentence of a passage holds
_TWO = 2  # words of a name, at least
_YEAR_ALONE = 4  # characters of a day of which only the year is known


def tells_of_another(query: Query, passage: Passage) -> bool:
    """Return whether what a passage tells is of another year, another of several, another person of one name.

    What is asked for as a yes or no is answered by another, too: "Was it sold in May?" by June.
    """
    return _asks_of_one(query) and (_of_another_thing(query, passage) or _of_another_person(query, passage))


def only_of_others(query: Query, around: Sequence[Ranked]) -> bool:
    """Return whether the best passage, and each that holds about as much, tells of another."""
    if not _asks_of_one(query):
        return False
    return all(_others(query, of_the_same(around), around))


def without_others(query: Query, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the passages without those that tell of another; all where each does."""
    if not _asks_of_one(query):
        return [*ranked]
    others = _others(query, ranked, ranked)
    return [each for each, other in zip(ranked, others, strict=True) if not other] or [*ranked]


def _others(query: Query, ranked: Sequence[Ranked], around: Sequence[Ranked]) -> list[bool]:
    """Return which passages tell of another."""
    if not _names_a_thing(query):
        return [tells_of_another(query, each.passage) for each in ranked]
    from bot.finding.other_bearers import naming_of, of_another_bearer  # few questions ask of such

    naming = naming_of(query, [each.passage for each in around])
    return [
        tells_of_another(query, each.passage)
        or of_another_bearer(query, each.passage, _best(query, each.passage), naming)
        for each in ranked
    ]


def _names_a_thing(query: Query) -> bool:
    if not asked_of(query).things:
        return False
    from bot.asking.asked_bearers import asked_bearers  # most questions name nothing

    return bool(asked_bearers(query))


def without_other_things(query: Query, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages without those of another year or another of several: they are no side of it."""
    if not _asks_of_one(query):
        return [*passages]
    return [each for each in passages if not _of_another_thing(query, each)]


def _of_another_thing(query: Query, passage: Passage) -> bool:
    return _of_another_time(query, passage) or _of_another_kind(query, passage)


@kept(4, id)
def _asks_of_one(query: Query) -> bool:
    """Whether a question has a time, one of several or a whole name, and asks for more than yes or no."""
    asked, wanted = asked_of(query), times_asked(query)
    if asked.polar or not asked.question:
        return False
    dated = not wanted.open and (wanted.years or wanted.months or wanted.weekdays)
    return bool(
        dated
        or any(map(_is_person, asked.things))
        or _names_a_thing(query)
        or any(kinds_of("excluding", key).stand_in(asked.tokens) for key in SETS)
    )


def may_tell_of_others(query: Query, ranked: Sequence[Ranked]) -> list[bool]:
    """Return which passages may well tell of another day: another day of the week, an earlier year."""
    if not _asks_of_one(query):
        return [False] * len(ranked)
    return [_may_tell_of_another(query, each.passage) for each in ranked]


def _may_tell_of_another(query: Query, passage: Passage) -> bool:
    wanted, whole = times_asked(query), times_in(passage.paragraph.text)
    if wanted.open:
        return False
    if wanted.years and wanted.years.isdisjoint(whole.years | _titled(passage).years):
        days = [day for day in (passage.source.published, passage.source.reposted) if day]
        if days and all(int(day[:4]) < min(wanted.years) for day in days):
            return True
    best = [times_in(sentence).weekdays for sentence in _best(query, passage)] if wanted.weekdays else []
    return bool(best) and wanted.weekdays.isdisjoint(whole.weekdays) and all(best)


def _of_another_time(query: Query, passage: Passage) -> bool:
    """Return whether the sentences of a passage that hold most of a question name other days than it does."""
    wanted = times_asked(query)
    if wanted.open or not (wanted.years or wanted.months):
        return False
    whole, titled, source = times_in(passage.paragraph.text), _titled(passage), passage.source
    days = [day for day in (source.published, source.reposted, source.month) if day]
    years = whole.years | titled.years | {int(day[:4]) for day in days}
    months = whole.months | titled.months | {int(day[5:7]) for day in days if len(day) > _YEAR_ALONE}
    year, month = not wanted.years <= years, not wanted.months <= months
    best = [times_in(sentence) for sentence in _best(query, passage)]
    return bool(best) and all(
        not told.open and ((year and bool(told.years)) or (month and bool(told.months))) for told in best
    )


def _of_another_person(query: Query, passage: Passage) -> bool:
    """Return whether a passage names only somebody else of the surname that a question has, both in full."""
    text = f"{passage.source.title or ''}. {passage.paragraph.text}"
    return any(
        not is_named_in(passage, name) and any(_is_another(other, name) for other in _people(text))
        for name in asked_of(query).things
        if _is_person(name)
    )


def _is_person(name: Sequence[str]) -> bool:
    """Whether words are a first name and a surname."""
    return len(name) >= _TWO and name[0] in _given() and not is_linked(name)


def _is_another(other: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a name has the surname of another and none of its first names, nor a short form of one."""
    if other[-1] != name[-1] or len(other) < _TWO or set(other[:-1]) & set(name[:-1]):
        return False
    if other[0] not in _given() or other[0][:2] == name[0][:2]:
        return False  # Greg may be Gregory
    return word_list("excluding", "short.forms").isdisjoint((other[0], name[0]))  # and Bob Robert


@cache
def _given() -> frozenset[str]:
    return frozenset(map(fold, given_names())) | folded_list("names", "given_names", "census_names")


@lru_cache(maxsize=OF_SENTENCES)
def _people(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of two and three words in a text, folded, without titles before them."""
    found = []
    for match in capitals().finditer(text):
        words = [fold(bare(word)) for word in match[0].split()]
        while words and (words[0] in name_titles() or words[0] in stop_words()):
            words.pop(0)
        if _TWO <= len(words) <= _TWO + 1:
            found.append(tuple(words))
    return tuple(found)


def _of_another_kind(query: Query, passage: Passage) -> bool:
    """Return whether a passage tells of the first of what a question asks the second of."""
    text, language = passage.paragraph.text, passage.paragraph.language
    for key in SETS:
        wanted = dict(kinds_asked(query, key, asked_of(query).language))
        if not wanted:
            continue
        whole = kinds_of("excluding", key).values_in(text)
        best = [*map(dict, (kinds_beside(each, key, language) for each in _best(query, passage)))]
        for noun, kind in wanted.items():
            if kind not in whole and best and all(noun in told for told in best):
                return True
    return False


def _best(query: Query, passage: Passage) -> list[str]:
    """Return the sentences of a passage that hold most of a question."""
    reading, text = reading_of(passage), passage.paragraph.text
    held = [len(row) - row.count(0.0) for row in held_by_sentence(query, reading)]
    most = max(held, default=0)
    rows = zip(reading.spans, held, strict=True)
    return [text[start:end] for (start, end), count in rows if count and count >= _NEARLY_MOST * most]


def _titled(passage: Passage) -> Times:
    return times_in(passage.source.title or "")
