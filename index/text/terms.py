"""Text to index terms: words, accents folded, stop words dropped, Snowball stems of the text's language.

Measured on public question sets: stemming gains 1.6 points of MRR and folding costs nothing;
stop words removed gains on real questions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import Stemmer

from index.text.letters import CAPITAL
from index.words import word_set

ANALYSIS = "words-fold-snowball-2"  # part of every index's header: change it whenever terms change

LANGUAGES = ("en", "es")
_SNOWBALL = {"en": "english", "es": "spanish"}
# Words remembered with their terms, and by what makes these. A library of a million paragraphs has several
# hundred thousand, nearly all so rare that they are not met again soon: four and eight times as many took
# 80 MB more and saved 1 microsecond of 100 a paragraph, half as many cost 20.
_WORDS, _WORDS_WITHIN = 1 << 15, 1 << 13
WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[.'’][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+")
_GROUPED = re.compile(r"[.,](?=\d{3}(?:[.,]|$))")  # 12,000 and 12.000 are one number
_DOTTED = re.compile(rf"(?:\w\.)+\w\.?|(?:{CAPITAL}{{2}}\.)+{CAPITAL}{{2}}\.?")  # U.S, EE.UU


@lru_cache(maxsize=_WORDS_WITHIN)
def fold(word: str) -> str:
    """Return ``word`` in lower case without accents; ñ counts as n, as people type it."""
    word = word.lower()
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


@cache
def stop_words(language: str | None = None) -> frozenset[str]:
    """Return the function words of a language, folded; those of all languages when none is named."""
    if language is None:
        return frozenset().union(*map(stop_words, LANGUAGES))
    return frozenset(fold(word) for word in word_set(f"stop_{language}"))


def bare(word: str) -> str:
    """Return a written word without the mark of an owner: ``Peru’s`` is Peru."""
    return word.removesuffix("’s").removesuffix("'s")


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of ``text`` as matches, so that callers know where each stands."""
    return WORD.finditer(text)


@lru_cache(maxsize=_WORDS_WITHIN)
def parts(word: str) -> tuple[str, ...]:
    """Return the folded words that a written word stands for: ``Peru's`` is peru, ``U.S`` is us."""
    if word.isalpha():
        return (fold(word),)
    if _NUMBER.fullmatch(word):
        return (_GROUPED.sub("", word).replace(",", "."),)
    if _DOTTED.fullmatch(word):
        return (fold(word.replace(".", "")),)
    whole = bare(word).replace("’", "'").replace(".", "'")
    return tuple(fold(part) for part in whole.split("'") if part)


def stem(word: str, language: str | None) -> str:
    """Return the index term of a folded word in a language; unknown languages are stemmed as English."""
    return _stems_of(language)[word]


def stems(surfaces: Iterable[str], language: str | None) -> Iterator[str]:
    """Yield the index term of each folded form that ``word_forms`` gives for a language."""
    return map(_stems_of(language).__getitem__, surfaces)


class _Stems(dict[str, str]):
    """The stems of one language, each found when it is first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stemmer = Stemmer.Stemmer(_SNOWBALL[language])
        self._stemmer.maxCacheSize = 0  # what is asked for is remembered here; to do it twice takes as long

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS_WITHIN:
            self.clear()
        found = self[word] = str(self._stemmer.stemWord(word))
        return found


_known_stems = cache(_Stems)


def _stems_of(language: str | None) -> _Stems:
    return _known_stems(language if language in _SNOWBALL else "en")


@lru_cache(maxsize=_WORDS)
def word_forms(word: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """Return the (term, folded form) pairs of a written word, none for a stop word."""
    stops = stop_words(language if language in _SNOWBALL else "en")
    found = parts(word)
    if len(word) > 1 and (word.isupper() or "." in word) and len(found) == 1 and found[0] in stops:
        return ((f"{found[0]}.", f"{found[0]}."),)  # US and U.S. are no pronoun
    return tuple((stem(part, language), part) for part in found if part not in stops)


def terms(text: str, language: str | None) -> list[str]:
    """Return the index terms of ``text`` in reading order, stop words left out."""
    return [term for word in WORD.findall(text) for term, _ in word_forms(word, language)]
