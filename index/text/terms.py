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

from index.expressions import pattern
from index.languages import LANGUAGES, known_or_first, language
from index.text.letters import CAPITAL
from index.words import strings, word_set

ANALYSIS = "words-fold-snowball-3"  # part of every index's header: change it whenever terms change

# Words remembered with their terms, and by what makes these. A library of a million paragraphs has several
# hundred thousand, nearly all so rare that they are not met again soon: four and eight times as many took
# 80 MB more and saved 1 microsecond of 100 a paragraph, half as many cost 20.
_WORDS, _WORDS_WITHIN = 1 << 15, 1 << 13
# What is read as if it were not there: marks on letters, soft hyphens, marks without width, and the hyphen
# that breaks a word at the end of a line.
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
ON_LETTERS = f"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f{UNSEEN}"
BROKEN = r"[-‐]\n[ \t]*(?=[^\W\d_A-Z])"
_APART = "\u00a0\u2007\u2009\u202f'’"  # between the thousands of a number, as in 12 000
_WORD = (
    # Each way begins with one letter or digit, so that the others are passed over at once.
    rf"\d\d{{0,2}}(?:[{_APART}]\d{{3}})+(?:[.,]\d+)?(?![^\W_])|\d\d*(?:[.,]\d+)+"
    rf"|[^\W_][^\W_]*(?:(?:[.'’]|[{ON_LETTERS}]+|{BROKEN})[^\W_]+)*[{ON_LETTERS}]*"
)
WORD = pattern(_WORD)
CHUNK = pattern(rf"(?:{_WORD})(?:[-‐‑](?:{_WORD}))*")
"""Words, those that hyphens join as one: auto-golpe."""
_NUMBER = pattern(rf"\d+(?:[.,{_APART}]\d+)+")
_GROUPED = pattern(rf"[{_APART}]|[.,](?=\d{{3}}(?:[.,]|$))")  # 12,000, 12.000 and 12 000 are one number
_IGNORED = pattern(rf"[{UNSEEN}]|{BROKEN}")
_HYPHEN = pattern("[-‐‑]")
_FOREIGN = pattern("[^\x00-\x7f“”‘’«»¿¡—–…]")  # but for marks, which stand in most texts
_JOINED_UP = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # letters written without blanks
_FIRST_JOINED = "\u3040"
_USUAL_MARKS = dict.fromkeys([*range(0x300, 0x34F), *range(0x350, 0x370)])  # each is one that combines
# Letters that no mark on another letter makes, as those who cannot type them write them.
_OTHER_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
        "ı": "i", "ŧ": "t", "ŋ": "n",
    }
)  # fmt: skip


@lru_cache(maxsize=_WORDS_WITHIN)
def fold(word: str) -> str:
    """Return ``word`` in lower case without accents, soft hyphens and breaks; ñ is n, as people type it."""
    word = word.lower()
    if word.isascii() and "\n" not in word:
        return word
    decomposed = unicodedata.normalize("NFKD", _IGNORED.sub("", word))
    plain = decomposed.translate(_USUAL_MARKS)
    if plain.isascii():  # nearly always: what follows asks of each letter whether it is a mark
        return plain.lower()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return letters if letters.isascii() else letters.translate(_OTHER_LETTERS)


@cache
def stop_words(language: str | None = None) -> frozenset[str]:
    """Return the function words of a language, folded; those of all languages when none is named."""
    if language is None:
        return frozenset().union(*map(stop_words, LANGUAGES))
    return frozenset(fold(word) for word in word_set("stop", language))


@cache
def folded_list(name: str, *keys: str) -> frozenset[str]:
    """Return the texts under ``keys`` in ``name``.toml, folded: to ask whether a word is one of them."""
    return frozenset(fold(word) for key in keys for word in strings(name, key))


def bare(word: str) -> str:
    """Return a written word without the mark of an owner: ``Peru’s`` is Peru."""
    return word.removesuffix("’s").removesuffix("'s")


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of ``text`` as matches, so that callers know where each stands."""
    return WORD.finditer(text)


def is_plain(text: str) -> bool:
    """Whether to fold the words of a text is to lower them: it has no accents, and no breaks of lines."""
    return "\n" not in text and (text.isascii() or _FOREIGN.search(text) is None)


def folded(text: str) -> list[str]:
    """Return the words of a text folded; in plain letters all at once."""
    if is_plain(text):
        return WORD.findall(text.lower())
    return [fold(word) for word in WORD.findall(text)]


@lru_cache(maxsize=_WORDS_WITHIN)
def parts(word: str) -> tuple[str, ...]:
    """Return the folded words that a written word stands for: ``Peru's`` is peru, ``U.S`` is us.

    What is written without blanks between words, Chinese and Japanese, stands for its pairs of letters.
    """
    if not word.isascii() or "\n" in word:
        word = unicodedata.normalize("NFC", _IGNORED.sub("", word))
        if max(word, default="") >= _FIRST_JOINED and _joined_up().search(word):
            return tuple(_pairs(word))
    if word.isalpha():
        return (fold(word),)
    if _NUMBER.fullmatch(word):
        return (_GROUPED.sub("", word).replace(",", "."),)
    if "." in word and _dotted().fullmatch(word):
        return (fold(word.replace(".", "")),)
    whole = bare(word).replace("’", "'").replace(".", "'")
    if whole.endswith("n't"):
        return (fold(whole.replace("'", "")),)  # "won't" is no victory
    return tuple(fold(part) for part in whole.split("'") if part)


@cache
def _dotted() -> re.Pattern[str]:
    """Return what finds letters with full stops, U.S and EE.UU; compiled for words that have one."""
    return pattern(rf"(?:\w\.)+\w\.?|(?:{CAPITAL}{{2}}\.)+{CAPITAL}{{2}}\.?")


@cache
def _joined_up() -> re.Pattern[str]:
    """Return what finds a letter of those; compiled for texts that may have one, since it takes 2 ms."""
    return pattern(f"[{_JOINED_UP}]")


def _pairs(word: str) -> Iterator[str]:
    """Yield each two letters side by side where no blanks part words, and the words between them."""
    for run in re.findall(rf"[{_JOINED_UP}]+|[^\W_{_JOINED_UP}]+", word):
        if _joined_up().match(run):
            yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))
        else:
            yield fold(run)


def solid(chunk: str) -> str | None:
    """Return the folded word that a compound of two hyphenated words makes when written as one.

    None but for a prefix, as in re-elected, and a number, as in COVID-19: others are hardly written so.
    """
    halves = [part for word in WORD.findall(chunk) for part in parts(word)]
    if len(halves) != 2 or not halves[0].isalpha():
        return None
    one, other = halves
    return one + other if one in word_set("prefixes") or other.isdigit() else None


def together(chunk: str) -> tuple[str, ...]:
    """Return the folded words of what hyphens join, a compound that is also written solid as one."""
    if not _HYPHEN.search(chunk):
        return parts(chunk)
    joined = solid(chunk)
    return (joined,) if joined else tuple(part for word in WORD.findall(chunk) for part in parts(word))


@lru_cache(maxsize=1024)  # sentences and titles of one answer, which are asked for several names
def all_parts(text: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Return the folded words that the words of ``text[start:end]`` stand for, in order, compounds apart."""
    found = WORD.findall(text, start, len(text) if end is None else end)
    return tuple([part for word in found for part in parts(word)])


def folded_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text, function words too, compounds solid."""
    return (part for chunk in CHUNK.findall(text) for part in together(chunk))


def stem(word: str, language: str | None) -> str:
    """Return the index term of a folded word in a language; unknown languages are stemmed as English."""
    return _stems_of(language)[word]


def stems(surfaces: Iterable[str], language: str | None) -> Iterator[str]:
    """Yield the index term of each folded form that ``word_forms`` gives for a language."""
    return map(_stems_of(language).__getitem__, surfaces)


class _Stems(dict[str, str]):
    """The stems of one language, each found when it is first asked for."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._stemmer = Stemmer.Stemmer(language(code).stemmer)
        self._stemmer.maxCacheSize = 0  # what is asked for is remembered here; to do it twice takes as long

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS_WITHIN:
            self.clear()
        found = self[word] = str(self._stemmer.stemWord(word))
        return found


_known_stems = cache(_Stems)


@lru_cache(maxsize=256)  # what texts may name as their languages
def _stems_of(language: str | None) -> _Stems:
    return _known_stems(known_or_first(language))


@lru_cache(maxsize=_WORDS)
def word_forms(word: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """Return the (term, folded form) pairs of a written word, none for a stop word.

    Of a compound, ``auto-golpe``, those of its words but a prefix, and of the word they make together.
    """
    if _HYPHEN.search(word) and len(pieces := WORD.findall(word)) > 1:
        joined = solid(word)
        if joined and pieces[0].lower() in word_set("prefixes"):
            pieces = pieces[1:]  # so that a text is as long as before: passages are weighed by their length
        forms = [form for piece in pieces for form in word_forms(piece, language)]
        return (*forms, (stem(joined, language), joined)) if joined else tuple(forms)
    stops = stop_words(known_or_first(language))
    found = parts(word)
    if len(found) == 1 and found[0] in stops and is_acronym(word):
        return ((f"{found[0]}.", f"{found[0]}."),)  # US and U.S. are no pronoun
    return tuple((stem(part, language), part) for part in found if part not in stops)


def is_acronym(word: str) -> bool:
    """Return whether a written word that folded is a function word is none as it stands: US, U.S., WHO."""
    return len(word) > 1 and ("." in word or (word.isupper() and fold(word) in word_set("stop_acronyms")))


def terms(text: str, language: str | None) -> list[str]:
    """Return the index terms of ``text`` in reading order, stop words left out."""
    return [term for chunk in CHUNK.findall(text) for term, _ in word_forms(chunk, language)]
