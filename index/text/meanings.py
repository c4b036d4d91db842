"""Words of like meaning in two languages, English and Spanish: for searching only, never shown.

The list, ``languages/between/en_es.txt``, is read as one text and searched for the words of the question:
faster at start-up than a table of all its words. So is ``en_es_loosely.txt``, of words that only may tell of
one matter.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache

from index.expressions import pattern
from index.languages import BETWEEN
from index.languages import language as language_of_code
from index.text.terms import fold, stem, stop_words
from index.values import frozen
from index.words import phrase_list

_WORD = pattern(r"[^\W_]+")
_LISTS = sorted(name.removesuffix(".txt") for name in os.listdir(BETWEEN))  # noqa: PTH208 (names alone)
_PAIR = next(tuple(name.split("_")) for name in _LISTS if len(name) == 5 and name[2] == "_")
"""The languages between which there is a list, in the order of its sides."""
_CLOSELY = "_".join(_PAIR)
_LOOSELY = f"{_CLOSELY}_loosely"
_FOREIGN = pattern(r"[^\x00-\x7f]")


@frozen
class Meanings:
    """The stems that mean much the same as a word: in its own language, and in the other."""

    own: frozenset[str]
    other: frozenset[str]


NONE = Meanings(frozenset(), frozenset())


@cache
def _text(name: str) -> str:
    """Return a list with a blank before each word, so that words are found by their beginning."""
    text = "\n " + "\n ".join(phrase_list(name)).replace("-", " ").lower() + "\n"
    at = 0
    while foreign := _FOREIGN.search(text, at):  # few letters; to fold the whole list takes 7 ms at start-up
        text, at = text.replace(foreign[0], fold(foreign[0])), foreign.end()
    return text


# Each new word of a question is looked up in some fifteen forms, most of which mean nothing: 0.9 kB each, and
# 17 MB of 20,000. A question asks for its own again and again; those of many questions are cheap to find.
@lru_cache(maxsize=2048)
def meanings_of(word: str, language: str, *, loosely: bool = False) -> Meanings:
    """Return what the folded ``word`` of ``language`` means in both languages of the list, as stems.

    ``loosely``: the words by which a text may tell what is asked in this one, a list of its own.
    """
    if language not in _PAIR or len(word) < 2:
        return NONE
    own: set[str] = set()
    other: set[str] = set()
    first, second = _PAIR
    other_language = second if language == first else first
    rules = language_of_code(other_language).module("variants")
    past_stems = getattr(rules, "past_stems", None)  # for questions in Spanish it gained nothing
    for line in _lines_with(stem(word, language), language, _LOOSELY if loosely else _CLOSELY):
        left, _, right = line.partition("=")
        mine, theirs = (left, right) if language == first else (right, left)
        own |= _stems(mine, language)
        other |= _stems(theirs, other_language)
        if past_stems is not None:
            other.update(*map(past_stems, theirs.split()))
    own.discard(stem(word, language))
    return Meanings(frozenset(own), frozenset(other)) if own or other else NONE


def is_listed(word: str) -> bool:
    """Return whether one of the lists has the folded ``word``, in either language."""
    lists = (_CLOSELY, _LOOSELY)
    return any(_lines_with(stem(word, language), language, name) for name in lists for language in _PAIR)


@lru_cache(maxsize=2048)  # forms of a word share a stem
def _lines_with(wanted: str, language: str, name: str) -> tuple[str, ...]:
    """Return the lines of a list that hold a word of this stem on the side of its language."""
    text = _text(name)
    start = " " + (wanted[:-1] if len(wanted) > 2 else wanted)  # a stem may end in another letter
    found = []
    at = text.find(start)
    while at >= 0:
        match = _WORD.match(text, at + 1)
        if match and stem(match[0], language) == wanted:
            begin, end = text.rindex("\n", 0, at) + 1, text.index("\n", at)
            if (at < text.index("=", begin, end)) == (language == _PAIR[0]):
                found.append(text[begin:end])
        at = text.find(start, at + 1)
    return tuple(found)


def _stems(side: str, language: str) -> set[str]:
    stops = stop_words(language)
    return {stem(word, language) for word in side.split() if word not in stops}
