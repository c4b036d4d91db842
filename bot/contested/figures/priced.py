"""What a sum is told of as its price or size: "the $3 billion tunnel", "el túnel de 3.000 millones"."""

from __future__ import annotations

from bot.contested.figures.given_figures import Given
from bot.contested.spoken_sentences import terms_of
from index.languages import known_or_first
from index.languages import language as language_of_code
from index.text.terms import fold, stop_words
from index.text.tokens import phrases_of, read_tokens
from index.words import word_list

_BEHIND = 4  # words behind a sum that name what it is the price of
_BEFORE = 5  # words before one: "del túnel nuevo de 3.000 millones"


def priced(given: Given) -> frozenset[str]:
    """Return the terms of the one thing whose price or size a sum is; nothing where it is not told so."""
    language = known_or_first(given.statement.passage.paragraph.language)
    one = phrases_of("deeds", "one")
    if language_of_code(language).has("heads_last"):
        before = read_tokens(given.before).words
        if not before or not one.at(before, len(before) - 1):
            return frozenset()
        behind = given.statement.text[given.figure.end - given.statement.start :]
        return _named(read_tokens(behind).words[:_BEHIND], language)
    before = read_tokens(given.before).words[-_BEFORE:]
    if not before or before[-1] not in word_list("counting", "of_words"):
        return frozenset()
    first = next((at for at in range(len(before) - 2, -1, -1) if one.at(before, at)), None)
    return frozenset() if first is None else _named(before[first + 1 : -1], language)


def _named(words: list[str], language: str) -> frozenset[str]:
    """Return the terms of the words up to the first small one or mark: those that name a thing."""
    found: set[str] = set()
    for word in words:
        if not word[0].isalpha() or fold(word) in stop_words(language):
            break
        found |= terms_of(word, language)
    return frozenset(found)
