"""Words that stand for one another in a wider look: words/kindred.txt as index terms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from index.languages import LANGUAGES
from index.model import Word
from index.text.terms import fold, stem
from index.words import phrase_list, strings, table

KINDRED = 0.55  # weight of a kindred word beside the question's own; 0.5 to 0.7 do best on the public points


_LETTERS = 4  # by which a word is looked up before its stem is compared


def widened(word: Word) -> Word:
    """Return a question's word with the terms of its kindred words added, at a part of its weight."""
    terms = dict(word.terms)
    for form in _forms().get(word.text.lower(), ()):
        terms.setdefault(stem(form, "en"), 1.0)
    for term, weight in word.terms:
        for other in _kin(term):
            terms.setdefault(other, weight * KINDRED)
    return Word(word.text, tuple(terms.items())) if len(terms) > len(word.terms) else word


@cache
def _forms() -> Mapping[str, list[str]]:
    """Return for each form of an English verb whose past is another word its other forms: win, won."""
    rows = [[verb, *strings("irregular", verb)] for verb in table("irregular")]
    return {form: [other for other in row if other != form] for row in rows for form in row}


@lru_cache(maxsize=1024)
def _kin(term: str) -> tuple[str, ...]:
    """Return the terms of all groups in which a word with this term stands."""
    found: dict[str, None] = {}
    for word, group in _by_letters().get(term[:_LETTERS], ()):
        if term in _stems(word):
            found.update(dict.fromkeys(each for other in group for each in _stems(other)))
    return tuple(found)


@cache
def _by_letters() -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the words of the file by their first letters, each with its group."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for line in phrase_list("kindred"):
        group = tuple(fold(word.strip()) for word in line.split(","))
        for word in group:
            found.setdefault(word[:_LETTERS], []).append((word, group))
    return found


@lru_cache(maxsize=4096)  # the same words stand for one another in many questions
def _stems(word: str) -> tuple[str, ...]:
    """Return a folded word's terms in each language; one with a full stop is a term already ("us.")."""
    return (word,) if word.endswith(".") else tuple(stem(word, language) for language in LANGUAGES)
