"""The words of offices, and of the countries, towns and bodies to which they belong."""

from __future__ import annotations

from functools import cache, lru_cache

from index.languages import LANGUAGES
from index.text.meanings import meanings_of
from index.text.terms import fold, folded_list, stem, stop_words
from index.words import table, word_list

INITIALS = 4  # letters of a name in letters at most
ARTICLES = word_list("questions", "articles")
STATES = word_list("questions", "states")


@cache
def offices() -> dict[tuple[str, ...], frozenset[str]]:
    """Return for the folded words of each office which offices they may mean."""
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for kind, names in table("offices")["asked"].items():
        for name in names:
            key = tuple(fold(name).split())
            found[key] = found.get(key, frozenset()) | {kind}
    return found


@cache
def first_words() -> frozenset[str]:
    """Return the first words of all offices."""
    return frozenset(words[0] for words in offices())


def joins() -> frozenset[str]:
    """Return the folded words between an office and where it is held: of, for."""
    return folded_list("offices", "whose.joins")


@cache
def other_words() -> frozenset[str]:
    """Return the folded words beside which an office is another, or held at another time."""
    return folded_list("offices", "other_times", "whose.lesser", "whose.not_now")


@cache
def _country_terms() -> frozenset[str]:
    names = {fold(word) for name in table("names")["countries"] for word in name.split() if " " not in name}
    return frozenset(stem(name, language) for name in names for language in LANGUAGES)


@cache
def several() -> dict[tuple[str, ...], str]:
    """Return for the folded words of a name in several words or letters the one that stands for it."""
    return {
        tuple(fold(name).split()): key for key, names in table("offices")["several"].items() for name in names
    }


@cache
def first_of_several() -> frozenset[str]:
    """Return the first words of the names in several words or letters."""
    return frozenset(words[0] for words in several())


@lru_cache(maxsize=4096)
def forms_of_scope(word: str) -> frozenset[str]:
    """Return the stems of a folded word; of a country's name or its people's, those of both."""
    forms = {stem(word, language) for language in LANGUAGES}
    if word in several().values():
        return frozenset(forms)
    for language in LANGUAGES:
        meant = meanings_of(word, language)
        alike = meant.own | meant.other | {stem(word, language)}
        if meant.other and not alike.isdisjoint(_country_terms()):
            forms |= alike
    return frozenset(forms)


@lru_cache(maxsize=4096)
def is_country(word: str) -> bool:
    """Return whether a folded word names a country or its people."""
    return word in several().values() or not forms_of_scope(word).isdisjoint(_country_terms())


def office_terms(kinds: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words of some offices."""
    names = [word for words, found in offices().items() if found & kinds for word in words]
    stops = stop_words()
    return frozenset(stem(word, language) for word in names if word not in stops for language in LANGUAGES)


def scope_terms(part: frozenset[str]) -> frozenset[str]:
    """Return the index terms under which a word of a scope is found."""
    names = [words for words, key in several().items() if key in part]
    found = {(word, language) for words in names for word in words for language in LANGUAGES}
    initials = {f"{word}." for word, _ in found if len(word) < INITIALS}
    return part | initials | {stem(word, language) for word, language in found if len(word) > 2}


def stems(word: str) -> frozenset[str]:
    """Return the stems of a folded word in every language."""
    return frozenset(stem(word, language) for language in LANGUAGES)
