"""Which figures hold for the place that a question asks about, or for the whole where it names none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from bot.asking.asked import asked_of
from bot.contested.figures.given_figures import Given
from bot.contested.figures.same_count import common_places
from bot.contested.spoken_sentences import Statement
from index.expressions import pattern
from index.model import Passage, Query
from index.remembered import kept
from index.text.letters import CAPITAL
from index.text.terms import fold, folded, folded_list
from index.values import replace
from index.words import alternatives


def in_scope(given: Sequence[Given], question: Query, pool: Sequence[Statement]) -> list[Given]:
    """Return the figures of one scope: the place or day asked about, else those that hold for the whole."""
    asked = _in_blanks(asked_of(question).folded)
    parts, common = _inner(given), places_of_all(given, question, pool)
    wanted = {fold(place) for each in given for place in _places(each, common) if _named(place, asked)}
    if wanted:
        others = _beside(given, common, wanted) if wanted & parts else frozenset()
        return [each for each in given if _at_place(each, common, wanted, others)]
    common |= only_place(given, common)
    whole = [each for each in given if not each.figure.part or each.figure.doer]
    return [each for each in whole if not _places(each, common)]


def places_of_all(given: Sequence[Given], question: Query, pool: Sequence[Statement]) -> frozenset[str]:
    """Return the places that are the matter itself; one asked about that lies in another is a part of it."""
    asked = _in_blanks(asked_of(question).folded)
    return common_places(given, pool) - {place for place in _inner(given) if _named(place, asked)}


def with_own_places(given: Sequence[Given]) -> list[Given]:
    """Return figures in which "another 11", there, is no part of the 11 of another place before it."""
    return [
        replace(each, figure=replace(each.figure, part=False)) if _elsewhere(each, given) else each
        for each in given
    ]


def _elsewhere(one: Given, given: Sequence[Given]) -> bool:
    """Whether a figure is "another" beside those of other places in its paragraph."""
    before = one.statement.text[: max(one.figure.start - one.statement.start, 0)].split()
    figure, another = one.figure, folded_list("followups", "others")
    if not figure.part or not figure.places or not before or fold(before[-1]) not in another:
        return False
    mine = set(one.figure.places)
    rows = [
        set(each.figure.places)
        for each in given
        if each is not one
        and each.figure.family == one.figure.family
        and each.statement.place[0] == one.statement.place[0]
    ]
    return bool(rows) and all(row and mine.isdisjoint(row) for row in rows)


def only_place(given: Sequence[Given], common: frozenset[str]) -> frozenset[str]:
    """Return the place of the whole matter where there is but one: it is no part of anything then.

    Figures that stand there are the only ones with a place, the texts of all others name it, and no
    source counts both there and in all.
    """
    there = [each for each in given if _places(each, common)]
    others = [each for each in given if not _places(each, common)]
    places = {fold(place) for each in there for place in _places(each, common)}
    both = {each.statement.group for each in there} & {each.statement.group for each in others}
    if len(places) != 1 or both or not others:
        return frozenset()
    return frozenset(places) if all(names_place(each, *places) for each in others) else frozenset()


def names_place(given: Given, *places: str) -> bool:
    """Whether the paragraph of a figure, or the title over it, names any of some places."""
    return any(map(_titled(given.statement.passage).__contains__, map(_spaced_name, places)))


@kept(512, lambda passage: (id(passage.paragraph), id(passage.source)))
def _titled(passage: Passage) -> str:
    return _spaced(f"{passage.source.title or ''} {passage.paragraph.text}")


def _inner(given: Sequence[Given]) -> frozenset[str]:
    """Return the folded places behind which a figure names one that holds them, never the other way round."""
    first, last = set(), set()
    for each in given:
        places = [fold(place) for place in each.figure.places]
        first.update(places[:-1])
        last.update(places[-1:] if len(places) > 1 else [])
    return frozenset(first - last)


def _beside(given: Sequence[Given], common: frozenset[str], wanted: set[str]) -> frozenset[str]:
    """Return the places of figures that stand at none of those asked about: other places of the matter."""
    rows = [{fold(place) for place in _places(each, common)} for each in given]
    near = {place for row in rows if row & wanted for place in row}
    return frozenset(place for row in rows for place in row) - near


def _at_place(given: Given, common: frozenset[str], wanted: set[str], others: frozenset[str]) -> bool:
    """Whether a figure holds for a place: it stands there, or its paragraph names it alone.

    A body that is called after the place names no place: "the Association of the Victims of Ardale".
    """
    places = {fold(place) for place in _places(given, common)}
    if places or given.figure.part:
        return bool(places & wanted)
    said = _spaced(given.statement.text)
    if any(_named(place, said) for place in others):
        return False
    if others and given.figure.total:
        return False  # "in all" is of every place, where the texts count at several
    text = _spaced(_bodies().sub(" ", given.statement.passage.paragraph.text))
    return any(_named(place, text) for place in wanted)


@cache
def _bodies() -> re.Pattern[str]:
    """Return a pattern for names with another name in them: "Association of the Victims of Ardale"."""
    links = alternatives("contrasts", "name_links")
    articles = alternatives("counting", "place_articles")
    word = rf"{CAPITAL}[\w’'-]+"
    return pattern(rf"{word}(?:\s+{word})*(?:\s+(?:{links})(?:\s+(?:{articles}))?\s+{word})+")


def _places(given: Given, common: frozenset[str]) -> list[str]:
    return [place for place in given.figure.places if fold(place) not in common]


def _named(place: str, asked: str) -> bool:
    return _spaced_name(place) in asked


def _spaced(text: str) -> str:
    return _in_blanks(folded(text))


_spaced_name = lru_cache(maxsize=1024)(_spaced)


def _in_blanks(folded: Iterable[str]) -> str:
    """Return folded words with a blank around each, so that whole names are found among them."""
    return f" {' '.join(folded)} "
