"""Which figures hold for the place that a question asks about, or for the whole where it names none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.asking.asked import asked_of
from bot.contested.figures.given_figures import Given
from bot.contested.figures.same_count import common_places
from bot.contested.spoken_sentences import Statement
from index.model import Query
from index.text.terms import fold, words


def in_scope(given: Sequence[Given], question: Query, pool: Sequence[Statement]) -> list[Given]:
    """Return the figures of one scope: the place or day asked about, else those that hold for the whole."""
    asked = _in_blanks(asked_of(question).folded)
    common = common_places(given, pool)
    wanted = {fold(place) for each in given for place in _places(each, common) if _named(place, asked)}
    if wanted:
        return [each for each in given if _at_place(each, common, wanted)]
    common |= only_place(given, common)
    whole = [each for each in given if not each.figure.part or each.figure.doer]
    return [each for each in whole if not _places(each, common)]


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
    return frozenset(places) if all(_names_place(each, *places) for each in others) else frozenset()


def _names_place(given: Given, place: str) -> bool:
    """Whether the paragraph of a figure, or the title over it, names a place."""
    passage = given.statement.passage
    return _named(place, _spaced(f"{passage.source.title or ''} {passage.paragraph.text}"))


def _at_place(given: Given, common: frozenset[str], wanted: set[str]) -> bool:
    """Whether a figure holds for a place: it stands there, or its paragraph names it and it no other."""
    places = {fold(place) for place in _places(given, common)}
    if places or given.figure.part:
        return bool(places & wanted)
    text = _spaced(given.statement.passage.paragraph.text)
    return any(_named(place, text) for place in wanted)


def _places(given: Given, common: frozenset[str]) -> list[str]:
    return [place for place in given.figure.places if fold(place) not in common]


def _named(place: str, asked: str) -> bool:
    return _spaced(place) in asked


def _spaced(text: str) -> str:
    return _in_blanks(fold(match[0]) for match in words(text))


def _in_blanks(folded: Iterable[str]) -> str:
    """Return folded words with a blank around each, so that whole names are found among them."""
    return f" {' '.join(folded)} "
