"""Words of like meaning in English and Spanish: for searching only, never shown.

The list, ``languages/between/meanings.txt``, is read as one text and searched for the words of the question:
faster at start-up than a table of all its words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.languages import LANGUAGES
from index.text.terms import fold, stem, stop_words
from index.values import frozen
from index.words import phrase_list

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_VERB = 5  # letters
_LAST_E, _LAST_O = re.compile(r"e(?=[^aeiou]+$)"), re.compile(r"o(?=[^aeiou]+$)")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


@frozen
class Meanings:
    """The stems that mean much the same as a word: in its own language, and in the other."""

    own: frozenset[str]
    other: frozenset[str]


NONE = Meanings(frozenset(), frozenset())


@cache
def _text() -> str:
    """Return the list with a blank before each word, so that words are found by their beginning."""
    text = "\n " + "\n ".join(phrase_list("meanings")).replace("-", " ").lower() + "\n"
    for letter in set(_FOREIGN.findall(text)):  # to fold the whole list takes 7 ms at start-up
        text = text.replace(letter, fold(letter))
    return text


@lru_cache(maxsize=20_000)
def meanings_of(word: str, language: str) -> Meanings:
    """Return what the folded ``word`` of ``language`` ("en" or "es") means in both languages, as stems."""
    if language not in LANGUAGES or len(word) < 2:
        return NONE
    own: set[str] = set()
    other: set[str] = set()
    other_language = "es" if language == "en" else "en"
    for line in _lines_with(stem(word, language), language):
        english, _, spanish = line.partition("=")
        mine, theirs = (english, spanish) if language == "en" else (spanish, english)
        own |= _stems(mine, language)
        other |= _stems(theirs, other_language)
        if other_language == "es":  # for Spanish questions it gained nothing
            other.update(*map(_past, theirs.split()))
    own.discard(stem(word, language))
    return Meanings(frozenset(own), frozenset(other))


def is_listed(word: str) -> bool:
    """Return whether the list has the folded ``word``, in either language."""
    return any(_lines_with(stem(word, language), language) for language in LANGUAGES)


def _lines_with(wanted: str, language: str) -> list[str]:
    """Return the lines that hold a word of this stem on the side of its language."""
    text = _text()
    start = " " + (wanted[:-1] if len(wanted) > 2 else wanted)  # a stem may end in another letter
    found = []
    at = text.find(start)
    while at >= 0:
        match = _WORD.match(text, at + 1)
        if match and stem(match[0], language) == wanted:
            begin, end = text.rindex("\n", 0, at) + 1, text.index("\n", at)
            if (at < text.index("=", begin, end)) == (language == "en"):
                found.append(text[begin:end])
        at = text.find(start, at + 1)
    return found


def _stems(side: str, language: str) -> set[str]:
    stops = stop_words(language)
    return {stem(word, language) for word in side.split() if word not in stops}


def _past(word: str) -> set[str]:
    """Return the stems that the stemmer, given no accents, makes of the past of a Spanish verb.

    Dimitió and dimitía of dimitir are "dimiti" to it. Verbs in -ir change the last vowel of their stem
    there, if at all: pidió of pedir, murió of morir.
    """
    if len(word) < _SHORTEST_VERB or not word.endswith(("er", "ir")):
        return set()
    root = word[:-2]
    changed = [_LAST_E.sub("i", root), _LAST_O.sub("u", root)] if word.endswith("ir") else []
    return {f"{each}i" for each in (root, *changed)}
